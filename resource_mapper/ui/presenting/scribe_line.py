"""The scribe's one line: everything about the next card by keyboard, nothing of it in the way of a conversion."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from resource_mapper.ui.panels.typing_guard import TypingGuard
from resource_mapper.ui.presenting import presenting_words

Key = Qt.Key


class ScribeLine(QLineEdit):
    """Enter hands the line over; the other keys are told as signals. During a conversion all of them are its own."""

    entered = Signal()
    category_wanted = Signal(int)
    """The next 分類 (1), or the one before (-1)."""
    status_wanted = Signal()
    moved = Signal(int)
    """The range by a step, as seen."""
    widened = Signal(int)
    """The end of the range by a step, as seen."""
    entry_wanted = Signal(int)
    """An older entry (1) or a newer one (-1), to correct it."""
    removal_wanted = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._guard = TypingGuard(self)
        self.setObjectName("scribeLine")
        self.setProperty("role", "scribe")
        self.setAccessibleName("聞きとった資源の名前")
        self.setPlaceholderText("聞きとった資源の名前を入れて Enter")
        self.setToolTip(presenting_words.SCRIBE_TIP)

    @property
    def is_composing(self) -> bool:
        """Whether a conversion is open."""
        return self._guard.composing

    def event(self, event: QEvent) -> bool:
        """Take Tab for the 分類; with Ctrl it goes on to the next field, as from the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in (Key.Key_Tab, Key.Key_Backtab):
                if self.is_composing:
                    return True
                forward = event.key() == Key.Key_Tab
                if control:
                    return self.focusNextPrevChild(forward)
                self.category_wanted.emit(1 if forward else -1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what a key wants."""
        if self.is_composing or not self._told(event):
            super().keyPressEvent(event)

    def _told(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, alt = Key(event.key()), Qt.KeyboardModifier.AltModifier
        step = {Key.Key_Left: -1, Key.Key_Right: 1}.get(key)
        if key in (Key.Key_Return, Key.Key_Enter) and not event.isAutoRepeat():
            self.entered.emit()
        elif key == Key.Key_F3:
            self.status_wanted.emit()
        elif step is not None and modifiers == alt:
            self.moved.emit(step)
        elif step is not None and modifiers == alt | Qt.KeyboardModifier.ShiftModifier:
            self.widened.emit(step)
        elif key in (Key.Key_Up, Key.Key_Down) and not modifiers:
            self.entry_wanted.emit(1 if key == Key.Key_Up else -1)
        elif key == Key.Key_Delete and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.removal_wanted.emit()
        elif key == Key.Key_Escape:
            self.escaped.emit()
        else:
            return False
        return True
