"""Editing a card's name in place: a real line edit laid over the card, so that Japanese input simply works.

Text is never edited in the scene: Qt loses an open conversion there when the focus moves.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from resource_mapper.domain.text import clean_line
from resource_mapper.ui.panels.typing_guard import TypingGuard

MIN_WIDTH = 240
HEIGHT = 34


class NameEditor(QLineEdit):
    """One name at a time. Commits exactly once: on Enter, on Tab, or when the focus goes elsewhere."""

    committed = Signal(str, str)
    """Resource ID and new name."""
    finished = Signal(bool)
    """Editing is over; True after Enter, when the next card may follow."""

    def __init__(self, parent: QWidget) -> None:
        """Lie hidden over a view's viewport."""
        super().__init__(parent)
        self._viewport = parent
        self._resource_id: str | None = None
        self._before = ""
        self._guard = TypingGuard(self)
        self.setObjectName("nameEditor")
        self.setAccessibleName("名称")
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a name is being edited."""
        return self._resource_id is not None

    def open(self, resource_id: str, name: str, over: QRect, typed: str | None = None) -> None:
        """Edit a name over a card; `typed` replaces it, as when somebody just types on a selected card.

        The field keeps its size while it is open, so that the candidate window of the input method stays put.
        """
        room = self._viewport.rect()
        width = max(over.width(), MIN_WIDTH)
        left = min(max(over.center().x() - width // 2, 4), max(room.width() - width - 4, 4))
        top = min(max(over.center().y() - HEIGHT // 2, 4), max(room.height() - HEIGHT - 4, 4))
        self._resource_id, self._before = resource_id, name
        self.setGeometry(left, top, width, HEIGHT)
        self.setText(name if typed is None else typed)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed is None:
            self.selectAll()

    def commit(self) -> None:
        """Take what is written, an open conversion included."""
        if self._resource_id is None:
            return
        self._guard.finish()
        resource_id, name = self._resource_id, clean_line(self.text())
        self._close()
        if name and name != self._before:
            self.committed.emit(resource_id, name)

    def cancel(self) -> None:
        """Leave the name as it was."""
        self._close()

    def _close(self) -> None:
        self._resource_id = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the name, Escape leaves it; during a conversion the guard keeps both."""
        ending = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            self.finished.emit(False)
        elif ending:
            self.commit()
            self.finished.emit(True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Clicking elsewhere takes the name; a pop-up of the field itself does not end it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
