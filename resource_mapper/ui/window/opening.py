"""While a workbook is read and there is no sheet to be seen: its name, and a sign that work goes on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow

LONG_MS = 200
"""On the start page, only a workbook that takes longer than this is told of."""
BAR_PX = 240


class Opening(QObject):
    """Shows a page for the workbook with which the program was started, or that takes long."""

    cancel_wanted = Signal()

    def __init__(self, window: "MainWindow") -> None:
        """Show it in a window."""
        super().__init__(window)
        self._window = window
        self._path = Path()
        self._page: _Page | None = None
        self._percent = -1
        self._can_cancel = False
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

    def show_progress(self, _label: str, percent: int) -> None:
        """Show how much of the work is done; -1 where that is not known."""
        self._percent = percent
        self._show_state()

    def show_cancel(self, possible: bool) -> None:
        """Let the work be called off."""
        self._can_cancel = possible
        self._show_state()

    def _show_state(self) -> None:
        if self._page is not None:
            self._page.show_state(self._percent, self._can_cancel)

    def _tell(self) -> None:
        if self._window.is_at_start:
            self.show(self._path)

    def show(self, path: Path) -> None:
        """Show the page."""
        self._page = _Page(path.name)
        self._page.cancel.clicked.connect(self.cancel_wanted)
        self._page.show_state(self._percent, self._can_cancel)
        self._window.add_page(self._page)
        self._window.show_page(self._page)


class _Page(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("openingPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        label = QLabel(messages.opening(name))
        label.setProperty("role", "heading")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(scaled(BAR_PX))
        self.bar.setAccessibleName(label.text())
        self.cancel = QPushButton("中止")
        self.cancel.setObjectName("cancelOpening")
        self.cancel.setToolTip("開くのをやめて、はじめの画面に戻ります（Esc）")
        self.cancel.setShortcut(Qt.Key.Key_Escape)
        place = self.cancel.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.cancel.setSizePolicy(place)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(14))
        column.addStretch(2)
        for part in (label, self.bar, self.cancel):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_state(self, percent: int, can_cancel: bool) -> None:
        """Show how much is done, and whether it can be called off."""
        self.bar.setRange(0, 0 if percent < 0 else 100)
        self.bar.setValue(percent)
        self.cancel.setVisible(can_cancel)
