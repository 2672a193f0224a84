"""While a workbook is read and there is no sheet to be seen: its name, and a sign that work goes on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from resource_mapper.ui import messages
from resource_mapper.ui.theme import scaled

if TYPE_CHECKING:
    from resource_mapper.ui.main_window import MainWindow

LONG_MS = 200
"""On the start page, only a workbook that takes longer than this is told of."""
BAR_PX = 240


class Opening(QObject):
    """Shows a page for the workbook with which the program was started, or that takes long."""

    def __init__(self, window: "MainWindow") -> None:
        """Show it in a window."""
        super().__init__(window)
        self._window = window
        self._path = Path()
        self._page: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=LONG_MS)
        self._timer.timeout.connect(self._tell)

    def begin(self, path: Path) -> None:
        """Wait how long a workbook takes."""
        self._path = path
        if self._page is None:
            self._timer.start()

    def end(self) -> None:
        """Show the start page again where nothing has come of it."""
        self._timer.stop()
        page, self._page = self._page, None
        if page is not None:
            if self._window.is_at_start:
                self._window.show_start()
            page.deleteLater()

    def _tell(self) -> None:
        if self._window.is_at_start:
            self.show(self._path)

    def show(self, path: Path) -> None:
        """Show the page."""
        self._page = _Page(path.name)
        self._window.add_page(self._page)
        self._window.show_page(self._page)


class _Page(QWidget):
    def __init__(self, name: str) -> None:
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
