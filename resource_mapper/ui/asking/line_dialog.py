"""One line to write, and a verb for it."""

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from resource_mapper.domain.text import clean_line
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.widgets.end_buttons import EndButtons
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.words.tips import give_tips

MAX_CHARACTERS = 60


class LineDialog(QDialog):
    """Asks for a line that is not empty; `line()` is the answer after the verb."""

    def __init__(self, title: str, text: str, spoken: str, proposed: str, verb: str, parent: QWidget | None) -> None:
        """Propose a line, all of it selected."""
        super().__init__(parent)
        self.setObjectName("lineDialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(420))
        self._line = QLineEdit(proposed)
        self._line.setObjectName("lineEdit")
        self._line.setAccessibleName(spoken)
        self._line.setMaxLength(MAX_CHARACTERS)
        self._line.selectAll()
        self._line.textChanged.connect(self._check)
        form = QFormLayout()
        form.addRow(spoken, self._line)
        buttons = EndButtons(self, verb, "acceptLine", "cancelLine")
        self._accept = buttons.accept_button
        column = QVBoxLayout(self)
        column.setSpacing(scaled(12))
        column.addWidget(label(text, name="lineText"))
        column.addLayout(form)
        column.addWidget(buttons)
        self._line.setFocus()
        self._check()
        give_tips(self)

    def line(self) -> str:
        """Return what is written."""
        return clean_line(self._line.text())

    def _check(self, _text: str = "") -> None:
        self._accept.setEnabled(bool(self.line()))
