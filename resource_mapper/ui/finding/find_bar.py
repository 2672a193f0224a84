"""探す: words, how many resources hold them, and the way from one to the next."""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from resource_mapper.ui.call import Call
from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.panels.typing_guard import TypingGuard
from resource_mapper.ui.words import messages

WORDS_WIDTH, COUNT_WIDTH = 260, 130


class FindWords(QLineEdit):
    """The words. Enter goes on, with Shift back; Escape puts the bar away; a conversion keeps its own keys."""

    step_wanted = Signal(int)
    close_wanted = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._guard = TypingGuard(self)
        self.setObjectName("findWords")
        self.setAccessibleName("探すことば")
        self.setPlaceholderText("探すことば")
        self.setToolTip(messages.FIND_TIP)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back, or end."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Above the work, hidden until it is asked for."""

    words_changed = Signal(str)
    step_wanted = Signal(int)
    """1 for the next one, -1 for the one before."""
    close_wanted = Signal()

    def __init__(self) -> None:
        """Build the parts."""
        super().__init__()
        self.setObjectName("findBar")
        self.setProperty("role", "banner")
        self.words = FindWords()
        self.words.textChanged.connect(self.words_changed)
        self.words.step_wanted.connect(self.step_wanted)
        self.words.close_wanted.connect(self.close_wanted)
        self._count = QLabel()
        self._count.setObjectName("findCount")
        label = QLabel("探す")
        label.setBuddy(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        for widget in (label, self.words, self._count):
            row.addWidget(widget)
        self._back = self._button("findBack", "前を探す", "前を探します（Shift+F3）", Call(self.step_wanted.emit, -1))
        self._on = self._button("findOn", "次を探す", "次を探します（F3）", Call(self.step_wanted.emit, 1))
        row.addWidget(self._back)
        row.addWidget(self._on)
        row.addStretch(1)
        self._cross = self._button("findClose", "探すのをやめる", "探すのをやめます（Esc）", self.close_wanted)
        row.addWidget(self._cross)
        self.refresh_look()
        self.hide()

    def refresh_look(self) -> None:
        """Draw icons and widths for the present theme and size."""
        self.words.setFixedWidth(scaled(WORDS_WIDTH))
        self._count.setMinimumWidth(scaled(COUNT_WIDTH))
        for button, name in ((self._back, "find-back"), (self._on, "find-on"), (self._cross, "close")):
            button.setIcon(icon(name))
            button.setIconSize(QSize(scaled(16), scaled(16)))

    def open(self) -> None:
        """Show the bar, the cursor in the words, all of them selected."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def show_count(self, place: int, count: int) -> None:
        """Show which of the found resources is the current one (from 1; 0: none of them)."""
        self._count.setText(messages.found(place, count) if self.words.text().strip() else "")
        for button in (self._back, self._on):
            button.setEnabled(bool(count))

    def _button(self, name: str, spoken: str, tip: str, do: Call | SignalInstance) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(spoken)
        button.setToolTip(tip)
        button.clicked.connect(do)
        return button
