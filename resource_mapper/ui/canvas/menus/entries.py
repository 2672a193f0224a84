"""Entries of the context menus: made anew for each showing, with name, status tip and deed."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

Deed = Callable[[], object]


def add_entry(menu: QMenu, name: str, text: str, tip: str, deed: Deed, *, enabled: bool = True) -> None:
    """Add an entry; `name` is its `objectName`."""
    action = menu.addAction(text.replace("&", "&&"))
    action.setObjectName(name)
    action.setStatusTip(tip)
    action.setToolTip(tip)
    action.setEnabled(enabled)
    action.triggered.connect(_Call(deed))


class _Call:
    """Calls a deed without the check mark that `triggered` brings."""

    def __init__(self, deed: Deed) -> None:
        self._deed = deed

    def __call__(self, _checked: bool = False) -> None:
        self._deed()
