"""What every field for text needs and Qt leaves out: no open conversion is lost, and undo reaches the window."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

_BELONG_TO_CONVERSION = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class TypingGuard(QObject):
    """Watches a field. A conversion still open when the focus leaves is entered as it stands."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        """Watch a field as long as it lives."""
        super().__init__(field)
        self._field = field
        self._preedit = ""
        field.installEventFilter(self)

    @property
    def composing(self) -> bool:
        """Whether a conversion is open."""
        return bool(self._preedit)

    def finish(self) -> None:
        """Enter an open conversion; where no input method answers, by our own hand."""
        if self._preedit:
            QGuiApplication.inputMethod().commit()
        if self._preedit:
            commit = QInputMethodEvent()
            commit.setCommitString(self._preedit)
            QApplication.sendEvent(self._field, commit)

    def forget(self) -> None:
        """Give up an open conversion."""
        if self._preedit:
            QGuiApplication.inputMethod().reset()
        if self._preedit:
            QApplication.sendEvent(self._field, QInputMethodEvent())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the conversion; keep its keys from the field, and the window's undo from being swallowed."""
        if isinstance(event, QInputMethodEvent):
            self._follow(event)
        elif event.type() in (QEvent.Type.FocusAboutToChange, QEvent.Type.FocusOut):
            self.finish()
        elif event.type() == QEvent.Type.MouseMove and self.composing:
            return True  # Qt would select beyond the end of the text, and warn
        elif isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and self.composing and _belongs_to_conversion(event):
                return True
            if event.type() == QEvent.Type.ShortcutOverride and self.composing and _is_undo(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.ShortcutOverride and self._is_for_window(event):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _follow(self, event: QInputMethodEvent) -> None:
        given_up = self._preedit and not event.preeditString() and not event.commitString()
        self._preedit = event.preeditString()
        if given_up:  # Qt's ibus plugin remembers it all the same, and would enter it when the focus moves (6.11.3)
            QGuiApplication.inputMethod().reset()

    def _is_for_window(self, event: QKeyEvent) -> bool:
        """Whether an undo or redo key finds nothing to do in the field itself."""
        state = self._field if isinstance(self._field, QLineEdit) else self._field.document()
        if event.matches(QKeySequence.StandardKey.Undo):
            return not state.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not state.isRedoAvailable()


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _belongs_to_conversion(event: QKeyEvent) -> bool:
    """Whether a key must not reach a field with an open conversion, should the input method let it through."""
    return event.key() in _BELONG_TO_CONVERSION or _is_undo(event)


def finish_typing() -> None:
    """Enter the conversion that is open in the field with the focus, if any: before saving, before closing."""
    focused = QApplication.focusWidget()
    if focused is not None:
        for guard in focused.findChildren(TypingGuard):
            guard.finish()
