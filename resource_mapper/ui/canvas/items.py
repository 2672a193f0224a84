"""Items of the scene: paper and cards. They show a slice of the display list and hold no data of their own."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.display_list import Box, Clip, DisplayList, Lines, Polygon, Primitive
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.page import BODY, SHEET
from resource_mapper.ui import messages
from resource_mapper.ui.qt_painter import QtPainter, qrect
from resource_mapper.ui.theme import ACCENT, TEXT, TEXT_SOFT

SHADOW = 1.6
RING = 1.6
"""Room around a card for the selection ring and the handles, in mm."""
HANDLE_WIDTH = 1.3
TEXT_LEGIBLE_PX_PER_MM = 0.9
"""Below this zoom text is a grey smear; then cards are drawn without it, which is three times faster."""


class PageItem(QGraphicsItem):
    """One sheet of paper with everything on it but the cards."""

    def __init__(self, painter: QtPainter) -> None:
        """Begin blank; `show` fills it."""
        super().__init__()
        self._painter = painter
        self._items: tuple[tuple[QRectF, Primitive], ...] = ()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # for `exposedRect`
        self.setZValue(-10)

    def show_items(self, items: DisplayList) -> None:
        """Show another display list."""
        shown = tuple((extent(item), item) for item in items)
        if shown != self._items:
            self._items = shown
            self.update()

    def boundingRect(self) -> QRectF:
        """Paper and its shadow."""
        return qrect(SHEET).adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW * 1.5)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw shadow, paper and those primitives that are in sight."""
        painter.setPen(Qt.PenStyle.NoPen)
        for grow, alpha in ((SHADOW, 10), (SHADOW * 0.6, 14), (SHADOW * 0.25, 20)):
            painter.setBrush(QColor(17, 24, 39, alpha))
            painter.drawRoundedRect(qrect(SHEET).adjusted(-grow, -grow * 0.4, grow, grow * 1.4), grow, grow)
        painter.fillRect(qrect(SHEET), QColor("#FFFFFF"))
        exposed = option.exposedRect
        self._painter.paint(painter, (item for rect, item in self._items if rect.intersects(exposed)))


class CardItem(QGraphicsItem):
    """A card. Its position is its pill's top left corner."""

    def __init__(self, painter: QtPainter, resource_id: str) -> None:
        """Begin without a face; `show_card` gives it one."""
        super().__init__()
        self.resource_id = resource_id
        self._painter = painter
        self._items: DisplayList = ()
        self._pill = QRectF()
        self._origin = (0.0, 0.0)
        self._handles: tuple[float, float] = (0.0, 0.0)
        self._selected = False
        self._hovered = False
        self._focused = False

    def show_card(self, card: CardBox, items: DisplayList) -> None:
        """Show another face; the caller sets the position."""
        self.prepareGeometryChange()
        self._items = items
        self._origin = (card.pill.x, card.pill.y)
        self._pill = QRectF(0, 0, card.pill.width, card.pill.height)
        self._handles = (card.range_left - card.pill.x, card.range_right - card.pill.x)
        self.update()

    def show_state(self, *, selected: bool, hovered: bool, focused: bool) -> None:
        """Show or hide the selection ring, the handles and the focus ring."""
        state = (selected, hovered, focused)
        if state != (self._selected, self._hovered, self._focused):
            self._selected, self._hovered, self._focused = state
            self.update()

    @property
    def pill(self) -> QRectF:
        """The pill in scene coordinates."""
        return self._pill.translated(self.pos())

    def boundingRect(self) -> QRectF:
        """Pill, ring and handles."""
        return self._pill.adjusted(-RING, -RING, RING, RING)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the card's slice of the display list, then what shows its state."""
        painter.save()
        painter.translate(-self._origin[0], -self._origin[1])
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        legible = zoom >= TEXT_LEGIBLE_PX_PER_MM
        self._painter.paint(painter, self._items if legible else self._items[:4])
        painter.restore()
        if self._selected or self._focused:
            painter.setPen(QPen(QColor(ACCENT), 0.7, Qt.PenStyle.SolidLine if self._selected else Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._pill.adjusted(-0.7, -0.7, 0.7, 0.7), 2.2, 2.2)
        if self._selected or self._hovered:
            self._paint_handles(painter)

    def _paint_handles(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor("#FFFFFF"), 0.25))
        painter.setBrush(QColor(ACCENT))
        height = self._pill.height() * 0.62
        for x in self._handles:
            handle = QRectF(x - HANDLE_WIDTH / 2, (self._pill.height() - height) / 2, HANDLE_WIDTH, height)
            painter.drawRoundedRect(handle, 0.6, 0.6)


class DropMarkItem(QGraphicsItem):
    """Where a dragged card will land: the row lit, the range as a dashed frame, the end lines up to the axis."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self._row = QRectF()
        self._range = QRectF()
        self.setZValue(5)
        self.hide()

    def show_at(self, row: QRectF, target: QRectF) -> None:
        """Show a row and the range on it, in scene coordinates."""
        self.prepareGeometryChange()
        self._row, self._range = row, target
        self.show()
        self.update()

    def boundingRect(self) -> QRectF:
        """Row and range."""
        return self._row.united(self._range).adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the guide."""
        accent = QColor(ACCENT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, 0.5))
        painter.setBrush(QColor(15, 118, 110, 22))
        painter.drawRoundedRect(self._row, 1, 1)
        painter.setPen(QPen(accent, 0.4, Qt.PenStyle.DashLine))
        for x in (self._range.left(), self._range.right()):
            painter.drawLine(QPointF(x, self._row.top()), QPointF(x, self._row.bottom()))
        painter.setBrush(QColor(15, 118, 110, 60))
        painter.drawRoundedRect(self._range, 1.7, 1.7)


class BandItem(QGraphicsItem):
    """The rubber band."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self._rect = QRectF()
        self.setZValue(20)
        self.hide()

    def show_over(self, rect: QRectF) -> None:
        """Show it over a part of the scene."""
        self.prepareGeometryChange()
        self._rect = rect
        self.show()

    def boundingRect(self) -> QRectF:
        """The band and its edge."""
        return self._rect.adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw it."""
        painter.setPen(QPen(QColor(ACCENT), 0.4))
        painter.setBrush(QColor(15, 118, 110, 30))
        painter.drawRect(self._rect)


class EmptyHintItem(QGraphicsItem):
    """The invitation on an empty sheet. Only on the screen: paper stays empty."""

    WIDTH, HEIGHT = 210.0, 34.0

    def __init__(self) -> None:
        """Lie in the middle of the rows."""
        super().__init__()
        self.setPos(BODY.centre_x - self.WIDTH / 2, BODY.centre_y - self.HEIGHT / 2)

    def boundingRect(self) -> QRectF:
        """The panel."""
        return QRectF(0, 0, self.WIDTH, self.HEIGHT)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the panel and both lines."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ACCENT), 0.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(255, 255, 255, 235))
        painter.drawRoundedRect(self.boundingRect().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        font = painter.font()
        for text, top, size, color in (
            (messages.HINT_EMPTY, 5.0, 7.0, TEXT),
            (messages.HINT_EMPTY_HOW, 19.0, 4.2, TEXT_SOFT),
        ):
            font.setPointSizeF(100)
            font.setBold(size > 5)
            painter.save()
            painter.setFont(font)
            painter.setPen(QColor(color))
            scale = size / QFontMetricsF(font).height() * 1.4
            painter.scale(scale, scale)
            area = QRectF(0, top / scale, self.WIDTH / scale, size * 1.6 / scale)
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, text)
            painter.restore()


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
