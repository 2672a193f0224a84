"""Entries of the context menus: made anew for each showing, with name, status tip and what each does."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from resource_mapper.ui.call import Call


def add_entry(menu: QMenu, name: str, text: str, tip: str, do: Callable[[], object], *, enabled: bool = True) -> None:
    """Add an entry; `name` is its `objectName`."""
    action = menu.addAction(text.replace("&", "&&"))
    action.setObjectName(name)
    action.setStatusTip(tip)
    action.setToolTip(tip)
    action.setEnabled(enabled)
    action.triggered.connect(Call(do))
