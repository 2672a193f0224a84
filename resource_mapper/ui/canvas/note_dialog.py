"""The words of a 付箋: a field of several lines, so that any input method works as it does everywhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from resource_mapper.domain.text import clean_text, is_storable
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.panels.typing_guard import TypingGuard
from resource_mapper.ui.widgets.end_buttons import EndButtons
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen
from resource_mapper.ui.words import refusal_words
from resource_mapper.ui.words.tips import give_tips


class NoteDialog(QDialog):
    """Asks for the words; `words()` is never empty once it was accepted."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """Show what the note says so far."""
        super().__init__(parent)
        self.setObjectName("noteDialog")
        self.setWindowTitle("付箋")
        resize_in_screen(self, 420, 240)
        self._field = QPlainTextEdit(words)
        self._field.setObjectName("noteWords")
        self._field.setAccessibleName("付箋のことば")
        self._field.setTabChangesFocus(True)
        self._field.selectAll()
        self._guard = TypingGuard(self._field)
        self._hint = label(canvas_words.NOTE_HOW, "hint")
        buttons = EndButtons(self, "貼る", "noteOk", "noteCancel")
        self._ok = buttons.accept_button
        column = QVBoxLayout(self)
        for widget in (self._hint, self._field, buttons):
            column.addWidget(widget)
        self._field.textChanged.connect(self._check)
        self._check()
        self._field.setFocus()
        give_tips(self)

    def words(self) -> str:
        """Return what is written."""
        return clean_text(self._field.toPlainText()).strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is done; Enter alone is a new line of the field."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ok.click()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Take what is written, an open conversion included; nothing is no note."""
        self._guard.finish()
        if self._is_good():
            super().accept()

    def _is_good(self) -> bool:
        return bool(self.words()) and is_storable(self.words())

    def _check(self) -> None:
        self._hint.setText(canvas_words.NOTE_HOW if is_storable(self.words()) else refusal_words.TEXT_TOO_LONG)
        self._ok.setEnabled(self._is_good() or self._guard.composing)
