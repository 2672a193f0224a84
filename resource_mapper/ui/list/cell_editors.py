"""What opens in a cell of the list: each shows a text and gives one back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QToolTip, QWidget

from resource_mapper.domain.resource import CHOICES_SEPARATOR
from resource_mapper.ui.panels.editors import ChoicesEditor
from resource_mapper.ui.panels.typing_guard import TypingGuard

NOTHING = "（なし）"
"""Stands in a list of words for an empty cell."""
MIN_TEXT_WIDTH, TEXT_LINES = 220, 4


class CellLine(QLineEdit):
    """Text on one line, counts and days."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.guard = TypingGuard(self)

    def show_text(self, text: str) -> None:
        """Show a cell's text."""
        self.setText(text)

    def value(self) -> str:
        """Return what is written."""
        return self.text()


class CellText(QPlainTextEdit):
    """Text with line breaks (Alt+Enter, as in Excel); larger than its cell, so that it can be read."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.guard = TypingGuard(self)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_text(self, text: str) -> None:
        """Show a cell's text, all of it selected, as a line edit does: typing replaces it."""
        self.setPlainText(text)
        self.selectAll()

    def value(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def wanted_height(self) -> int:
        """Return a height for some lines."""
        return self.fontMetrics().lineSpacing() * TEXT_LINES + 14


class CellChoice(QComboBox):
    """One of several words; a word from outside the list is kept."""

    guard = None

    def __init__(self, words: Sequence[str], parent: QWidget) -> None:
        """Offer words."""
        super().__init__(parent)
        for word in words:
            self.addItem(word or NOTHING, word)
        self.setMaxVisibleItems(14)

    def show_text(self, text: str) -> None:
        """Choose a cell's word."""
        if self.findData(text) < 0:
            self.addItem(text or NOTHING, text)
        self.setCurrentIndex(self.findData(text))

    def value(self) -> str:
        """Return the chosen word."""
        return str(self.currentData())


class CellChoices(ChoicesEditor):
    """Several words of a list, in a menu with check marks."""

    guard = None

    def show_text(self, text: str) -> None:
        """Tick a cell's words."""
        self.show_value(tuple(text.split(CHOICES_SEPARATOR)) if text else ())

    def value(self) -> str:
        """Return the ticked words."""
        return CHOICES_SEPARATOR.join(self.chosen)


CellEditor = CellLine | CellText | CellChoice | CellChoices


def show_problem(editor: CellEditor, problem: str) -> None:
    """Mark an editor whose text its cell cannot take, and say why beside it."""
    if bool(editor.property("invalid")) != bool(problem):
        editor.setProperty("invalid", bool(problem))
        editor.style().unpolish(editor)
        editor.style().polish(editor)
    editor.setAccessibleDescription(problem)
    QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), problem, editor)
