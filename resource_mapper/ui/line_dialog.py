"""One line to write, and a verb for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from resource_mapper.domain.text import clean_line
from resource_mapper.ui.theme import scaled
from resource_mapper.ui.tips import give_tips

MAX_CHARACTERS = 60


class LineDialog(QDialog):
    """Asks for a line that is not empty; `line()` is the answer after the verb."""

    def __init__(self, title: str, text: str, label: str, proposed: str, verb: str, parent: QWidget | None) -> None:
        """Propose a line, all of it selected."""
        super().__init__(parent)
        self.setObjectName("lineDialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(420))
        words = QLabel(text)
        words.setObjectName("lineText")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._line = QLineEdit(proposed)
        self._line.setObjectName("lineEdit")
        self._line.setAccessibleName(label)
        self._line.setMaxLength(MAX_CHARACTERS)
        self._line.selectAll()
        self._line.textChanged.connect(self._check)
        form = QFormLayout()
        form.addRow(label, self._line)
        buttons = QDialogButtonBox()
        self._accept = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("acceptLine")
        self._accept.setDefault(True)
        buttons.addButton("やめる", QDialogButtonBox.ButtonRole.RejectRole).setObjectName("cancelLine")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(12))
        column.addWidget(words)
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
