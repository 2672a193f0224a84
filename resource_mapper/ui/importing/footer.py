"""The foot of the import dialog: the numbers, the progress, and the two ways out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.widgets.dialog_parts import side_button
from resource_mapper.ui.widgets.labels import label


class ImportFooter(QWidget):
    """Says what would happen before the button that does it."""

    accepted = Signal()
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to accept."""
        super().__init__(parent)
        self._numbers = label(role="heading", name="importNumbers", wraps=False)
        self._details = label(role="hint", name="importDetails", wraps=False)
        self._progress = QProgressBar()
        self._progress.setObjectName("importProgress")
        self._progress.setAccessibleName("調べている割合")
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(scaled(160))
        cancel = side_button("cancelImport", "やめる", self.rejected)
        self._accept = QPushButton("取り込む")
        self._accept.setObjectName("acceptImport")
        self._accept.setToolTip("この内容で取り込みます（Ctrl+Enter）")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accepted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._numbers)
        words.addWidget(self._details)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        for widget in (self._progress, self._accept, cancel):
            row.addWidget(widget)

    @property
    def can_accept(self) -> bool:
        """Whether there is something to import."""
        return self._accept.isEnabled()

    def show_state(self, numbers: str, details: str, *, busy: bool, total: int = 0, can_accept: bool = False) -> None:
        """Show what would happen, and whether it can."""
        self._numbers.setText(numbers)
        self._details.setText(details)
        self._progress.setVisible(busy)
        self._accept.setText(f"{total:,}件を取り込む" if total else "取り込む")
        self._accept.setEnabled(can_accept and not busy)

    def show_share(self, percent: int) -> None:
        """Show how much is done; -1 where nobody knows."""
        self._progress.setRange(0, 100 if percent >= 0 else 0)
        self._progress.setValue(max(percent, 0))
