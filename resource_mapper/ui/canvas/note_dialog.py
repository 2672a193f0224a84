"""The words of a 付箋: a field of several lines, so that any input method works as it does everywhere."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from resource_mapper.domain.text import clean_text, is_storable
from resource_mapper.ui import messages
from resource_mapper.ui.tips import give_tips
from resource_mapper.ui.window_place import resize_in_screen


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
        self._hint = QLabel(messages.NOTE_HOW)
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        self._ok = self._buttons.addButton("貼る", QDialogButtonBox.ButtonRole.AcceptRole)
        self._ok.setObjectName("noteOk")
        cancel = self._buttons.addButton("やめる", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("noteCancel")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        done = QShortcut(QKeySequence("Ctrl+Return"), self)
        done.activated.connect(self._ok.click)
        column = QVBoxLayout(self)
        for widget in (self._hint, self._field, self._buttons):
            column.addWidget(widget)
        self._field.textChanged.connect(self._check)
        self._check()
        self._field.setFocus()
        give_tips(self)

    def words(self) -> str:
        """Return what is written."""
        return clean_text(self._field.toPlainText()).strip()

    def _check(self) -> None:
        fits = is_storable(self.words())
        self._hint.setText(messages.NOTE_HOW if fits else messages.TEXT_TOO_LONG)
        self._ok.setEnabled(fits and bool(self.words()))
