"""Small pictures of the pages, one above the other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.ui.printing.page_view import thumbnail
from resource_mapper.ui.qt_painter import QtPainter

THUMB_PX = 104
WIDTH = 150
EDGE = 30
"""px beside a thumbnail: frame, scroll bar and spacing."""


class Thumbnails(QListWidget):
    """Draws one page between two events, so that a hundred do not hold up the window."""

    def __init__(self, painter_of_sheets: QtPainter) -> None:
        """Show nothing yet."""
        super().__init__()
        self._painter_of_sheets = painter_of_sheets
        self._pages: Sequence[DrawnPage] = ()
        self._left: list[int] = []
        self.setObjectName("printThumbnails")
        self.setAccessibleName("ページ")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(THUMB_PX, THUMB_PX))
        self.setFixedWidth(WIDTH)
        self.setSpacing(2)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_next)

    def show_pages(self, pages: Sequence[DrawnPage]) -> None:
        """Make room for all pages at once, and begin to draw them."""
        self._pages = pages
        self.clear()
        for number, page in enumerate(pages, start=1):
            item = QListWidgetItem(str(number))
            item.setToolTip(page.name)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setSizeHint(self._size(page))
            self.addItem(item)
        self._left = list(range(len(pages)))
        self._timer.start()

    def stop(self) -> None:
        """Draw no more."""
        self._timer.stop()

    def _size(self, page: DrawnPage) -> QSize:
        """Return the room for a page's picture and number, so that nothing moves once it is drawn."""
        height = round(THUMB_PX * min(1.0, page.height / page.width))
        return QSize(WIDTH - EDGE, height + self.fontMetrics().height() + 10)

    def _draw_next(self) -> None:
        if self._left:
            number = self._left.pop(0)
            self.item(number).setIcon(QIcon(thumbnail(self._pages[number], THUMB_PX, self._painter_of_sheets)))
            self._timer.start()
