"""The field in which a card's name is edited: a real line edit laid over the card, never text in the scene."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontInfo, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from resource_mapper.domain.text import clean_line
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.panels.typing_guard import TypingGuard

MIN_WIDTH = 240
HEIGHT = 34
MARGIN = 4


class NameEditor(QLineEdit):
    """One name at a time, committed exactly once.

    The canvas keeps the focus and hands keys and conversions on (see `naming`): an input method gives up
    a conversion when the focus moves, so the field has to be reached without moving it.
    """

    opened = Signal()
    committed = Signal(str)
    """The new name; never an empty one, never the one it was."""
    finished = Signal()
    """Editing is over, with or without a new name."""

    def __init__(self, canvas: QWidget, viewport: QWidget) -> None:
        """Lie hidden over a canvas's viewport; a click into the field leaves the focus with the canvas."""
        super().__init__(viewport)
        self._viewport = viewport
        self._before: str | None = None
        self.guard = TypingGuard(self)
        self.setObjectName("nameEditor")
        self.setAccessibleName("名称")
        self.setAccessibleDescription("Enter で決め、Esc でやめます")
        self.setFocusProxy(canvas)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a name is being edited."""
        return self._before is not None

    def open(self, name: str, over: QRect, typed: str | None = None, type_px: float = 0) -> None:
        """Edit a name over a card; `typed` replaces it, as when somebody just types on a selected card.

        `type_px` is the size of the card's own type: where it is larger (on a wall, or from near), so is the field's.
        The field keeps its size while it is open, so that the candidate window of the input method stays put.
        """
        self._before = name
        self._fit_type(round(type_px))
        self.resize(max(over.width(), scaled(MIN_WIDTH)), max(self.sizeHint().height(), scaled(HEIGHT)))
        self.lie_over(over)
        self.setText(name if typed is None else typed)
        self.show()
        self.raise_()
        self.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason))  # shows the cursor
        if typed is None:
            self.selectAll()
        self.opened.emit()

    def _fit_type(self, type_px: int) -> None:
        larger = type_px > QFontInfo(QApplication.font()).pixelSize()
        self.setStyleSheet(f"font-size: {type_px}px" if larger else "")
        self.ensurePolished()

    def lie_over(self, card: QRect) -> None:
        """Move over a card, within the viewport."""
        room = self._viewport.rect()
        left = min(max(card.center().x() - self.width() // 2, MARGIN), max(room.width() - self.width() - MARGIN, 0))
        top = min(max(card.center().y() - self.height() // 2, MARGIN), max(room.height() - self.height() - MARGIN, 0))
        self.move(left, top)

    def show_renamed(self, name: str) -> None:
        """Follow a name that was changed elsewhere (by undo), unless something has been written already."""
        untouched = self.text() == self._before and not self.guard.composing
        self._before = name
        if untouched:
            self.setText(name)
            self.selectAll()

    def commit(self) -> None:
        """Take what is written, an open conversion included."""
        if self._before is None:
            return
        self.guard.finish()
        before, name = self._before, clean_line(self.text())
        self._close()
        if name and name != before:
            self.committed.emit(name)
        self.finished.emit()

    def cancel(self) -> None:
        """Leave the name as it was."""
        if self._before is not None:
            self.guard.forget()
            self._close()
            self.finished.emit()

    def _close(self) -> None:
        self._before = None
        self.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the name, Escape leaves it; during a conversion the guard keeps both."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        else:
            super().keyPressEvent(event)
