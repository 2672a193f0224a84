"""The quick-add line: type a name, Enter, next. Lines pasted from Excel become as many cards."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from resource_mapper.domain.text import clean_line, fitted
from resource_mapper.ui.panels.typing_guard import TypingGuard
from resource_mapper.ui.words import messages


class QuickAdd(QLineEdit):
    """One line for names. Enter during a Japanese conversion belongs to the input method."""

    names_entered = Signal(list)
    """Names (list of str) to add as one step."""
    hinted = Signal(str)
    """A word for the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._guard = TypingGuard(self)
        self.setObjectName("quickAdd")
        self.setAccessibleName(messages.QUICK_ADD)
        self.setPlaceholderText(messages.QUICK_ADD)
        self.setToolTip(messages.QUICK_ADD_TIP)
        self.setClearButtonEnabled(True)
        self.returnPressed.connect(self._enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take several pasted lines as several names."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._paste_lines():
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
        from resource_mapper.storage.workbook.table_text import loses_cells

        text = QGuiApplication.clipboard().text()
        names = names_in(text)
        if len(names) == 1:
            self.insert(names[0])  # without the line break that Excel puts behind a single cell
        elif names:
            self.names_entered.emit(names)
        if names and loses_cells(text):
            self.hinted.emit(messages.ONLY_NAMES)
        return bool(names)

    def _enter(self) -> None:
        name = clean_line(self.text())
        if name and not self._guard.composing:
            self.setText("")  # unlike `clear`, this leaves nothing to undo: the next undo is that of the card
            self.names_entered.emit([name])


def names_in(text: str) -> list[str]:
    """Return the names in pasted text: the first cell of every row."""
    from resource_mapper.storage.workbook.table_text import table_rows

    names = [storable_name(row[0]) for row in table_rows(text)]
    return [name for name in names if name]


def storable_name(cell: str) -> str:
    """Return a cell as a name that can be stored."""
    name = clean_line(cell)
    return fitted(name)
