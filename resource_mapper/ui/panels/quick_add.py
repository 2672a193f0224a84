"""The quick-add line: type a name, Enter, next. Lines pasted from Excel become as many cards."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from resource_mapper.domain.text import clean, clean_line
from resource_mapper.ui import messages


class QuickAdd(QLineEdit):
    """One line for names. Enter during a Japanese conversion belongs to the input method."""

    names_entered = Signal(list)
    """Names (list of str) to add as one step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._composing = False
        self.setObjectName("quickAdd")
        self.setAccessibleName(messages.QUICK_ADD)
        self.setPlaceholderText(messages.QUICK_ADD)
        self.setToolTip(messages.QUICK_ADD_TIP)
        self.setClearButtonEnabled(True)
        self.returnPressed.connect(self._enter)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a conversion is under way."""
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take several pasted lines as several names; keep Enter from ending an open conversion."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._paste_lines():
            return
        if self._composing and event.text() in ("\r", "\n"):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual menu; its 「貼り付け」 takes several lines, too."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _paste(self) -> None:
        if not self._paste_lines():
            self.paste()

    def _paste_lines(self) -> bool:
        names = names_in(QGuiApplication.clipboard().text())
        if len(names) < 2:
            return False
        self.names_entered.emit(names)
        return True

    def _enter(self) -> None:
        names = names_in(self.text())
        if names and not self._composing:
            self.clear()
            self.names_entered.emit(names)


def names_in(text: str) -> list[str]:
    """Return the names in pasted text: the first cell of every line."""
    cells = (clean_line(line.split("\t")[0].strip('"')) for line in clean(text).split("\n"))
    return [name for name in cells if name]
