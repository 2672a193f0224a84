"""What is seen while the workbook is read with which the program was started."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from resource_mapper.ui import messages
from resource_mapper.ui.theme import scaled

BAR_PX = 240


class OpeningPage(QWidget):
    """The name of the file, and a sign that work goes on."""

    def __init__(self, name: str) -> None:
        """Name the file."""
        super().__init__()
        self.setObjectName("openingPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        label = QLabel(messages.opening(name))
        label.setProperty("role", "heading")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(scaled(BAR_PX))
        bar.setAccessibleName(label.text())
        column = QVBoxLayout(self)
        column.setSpacing(scaled(14))
        column.addStretch(2)
        column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
