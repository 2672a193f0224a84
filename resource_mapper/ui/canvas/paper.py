"""The sheets of paper with everything on them but the cards: what the view draws, and keeps, as its background."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.display_list import Box, Clip, Lines, Polygon, Primitive
from resource_mapper.layout.draw_sheet import draw_background
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import SHEET
from resource_mapper.ui.qt_painter import QtPainter, qrect

PAGE_PITCH = SHEET.height + 12.0
"""From the top of one page to the top of the next, in mm."""
SHADOW = 1.6

_Placed = tuple[tuple[QRectF, Primitive], ...]


class PaperBackground:
    """Pages one below the other. What is on a page is worked out when the page comes in sight."""

    def __init__(self, painter: QtPainter, measurer: TextMeasurer) -> None:
        """Begin without pages; `show` brings them."""
        self._painter = painter
        self._measurer = measurer
        self._layout: SheetLayout | None = None
        self._pages: dict[int, _Placed] = {}

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._layout.pages) if self._layout else 0

    def show(self, layout: SheetLayout, in_sight: QRectF) -> bool:
        """Show another layout; return whether the paper in sight must be drawn again."""
        before, self._pages, self._layout = self._pages, {}, layout
        seen = [index for index in before if self.area(index).intersects(in_sight)]
        return any(index >= self.count or self._items(index) != before[index] for index in seen)

    def area(self, index: int) -> QRectF:
        """Return a page with its shadow, in scene coordinates."""
        return qrect(SHEET).translated(0, index * PAGE_PITCH).adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW * 1.5)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw the pages that an area touches; of each, the primitives that lie there."""
        for index in range(self.count):
            if self.area(index).intersects(exposed):
                painter.save()
                painter.translate(0, index * PAGE_PITCH)
                self._paint_page(painter, index, exposed.translated(0, -index * PAGE_PITCH))
                painter.restore()

    def _paint_page(self, painter: QPainter, index: int, exposed: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for grow, alpha in ((SHADOW, 10), (SHADOW * 0.6, 14), (SHADOW * 0.25, 20)):
            painter.setBrush(QColor(17, 24, 39, alpha))
            painter.drawRoundedRect(qrect(SHEET).adjusted(-grow, -grow * 0.4, grow, grow * 1.4), grow, grow)
        painter.fillRect(qrect(SHEET), QColor("#FFFFFF"))
        self._painter.paint(painter, (item for rect, item in self._items(index) if rect.intersects(exposed)))

    def _items(self, index: int) -> _Placed:
        if index not in self._pages and self._layout is not None:
            items = draw_background(self._layout, self._layout.pages[index], self._measurer)
            self._pages[index] = tuple((extent(item), item) for item in items)
        return self._pages[index]


def extent(item: Primitive) -> QRectF:
    """Return a rectangle that holds a primitive."""
    match item:
        case Box():
            return _grown(item.rect, item.stroke.width if item.stroke else 0.0)
        case Clip():
            return qrect(item.rect)
        case Polygon():
            return _around(item.points, item.stroke.width if item.stroke else 0.0)
        case Lines():
            points = [point for x0, y0, x1, y1 in item.segments for point in ((x0, y0), (x1, y1))]
            return _around(points, item.stroke.width)
        case _:
            size = item.size_pt * MM_PER_PT
            return QRectF(item.x, item.y - size, size * (len(item.text) + 1), size * 1.4)


def _grown(rect: Rect, by: float) -> QRectF:
    return qrect(rect).adjusted(-by, -by, by, by)


def _around(points: Iterable[tuple[float, float]], by: float) -> QRectF:
    xs, ys = zip(*points, strict=True)
    return QRectF(min(xs) - by, min(ys) - by, max(xs) - min(xs) + 2 * by, max(ys) - min(ys) + 2 * by)
