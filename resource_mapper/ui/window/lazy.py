"""Parts of the window that are out of sight at the start (`late_parts`): `cached_property`s, made when first asked for.

The module of such a part is imported where it is made, and that of a dialog where it is opened.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


def if_made(owner: object, name: str) -> Any:  # noqa: ANN401 of the property's type
    """Return a `cached_property` that somebody has asked for before, else None: asking here makes nothing."""
    return vars(owner).get(name)


class LatePlace(QWidget):
    """The place of a panel that is made when it is first seen, or asked for."""

    def __init__(self, make: Callable[[], object]) -> None:
        """Begin empty. What is made comes by `take`."""
        super().__init__()
        self._make = make
        self._is_taken = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column

    def take(self, panel: QWidget) -> None:
        """Hold the panel."""
        self._is_taken = True
        self._column.addWidget(panel)
        panel.show()  # at once: the layout would wait for the next round of events

    def showEvent(self, event: QShowEvent) -> None:
        """Have the panel made."""
        if not self._is_taken:
            self._make()
        super().showEvent(event)
