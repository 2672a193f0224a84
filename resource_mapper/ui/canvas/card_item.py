"""A card on the canvas. It shows a slice of the display list; nothing is ever read back out of it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.display_list import DisplayList
from resource_mapper.layout.draw_card import clock_of
from resource_mapper.layout.geometry import Rect
from resource_mapper.ui.canvas.kept_picture import keep_picture
from resource_mapper.ui.look.theme import ACCENT
from resource_mapper.ui.qt_painter import QtPainter, qrect

RING = 1.6
"""Room around a card for the selection ring and the handles, in mm."""
HANDLE_WIDTH, HANDLE_SHARE = 1.3, 0.62
"""Of a handle: its width in mm, and its height as a share of the card's."""
SAME_MM = 1e-6
TEXT_LEGIBLE_PX_PER_MM = 0.9
"""Below this zoom text is a grey smear; then cards are drawn without it, which is three times faster."""

Drawing = Callable[[CardBox], DisplayList]


class CardItem(QGraphicsRectItem):
    """A card. Its position is its pill's top left corner; its rectangle has room for ring and handles.

    Of Qt's own kind, because Qt asks for the bounds a hundred times in a step of a drag: Python would answer slowly.

    Qt keeps its picture in device pixels: made when it first comes in sight, when it changes and at another zoom,
    so that scrolling, dragging and gliding only copy pictures.
    """

    def __init__(self, painter: QtPainter, resource_id: str) -> None:
        """Begin without a face; `show_card` gives it one."""
        super().__init__()
        self.resource_id = resource_id
        self._painter = painter
        self._box: CardBox | None = None
        self._draw: Drawing = _nothing
        self._items: DisplayList | None = None
        self._pill = QRectF()
        self._selected = False
        self._hovered = False
        self._focused = False
        self.setPen(QPen(Qt.PenStyle.NoPen))
        keep_picture(self)

    def show_card(self, box: CardBox, draw: Drawing) -> None:
        """Show another face, drawn when it is first seen; the caller sets the position."""
        self._box, self._draw, self._items = box, draw, None
        self._pill = QRectF(0, 0, box.pill.width, box.pill.height)
        self.setRect(self._pill.adjusted(-RING, -RING, RING, RING))
        keep_picture(self)

    def show_state(self, *, selected: bool, hovered: bool, focused: bool) -> None:
        """Show or hide the selection ring, the handles and the focus ring."""
        state = (selected, hovered, focused)
        if state != (self._selected, self._hovered, self._focused):
            self._selected, self._hovered, self._focused = state
            keep_picture(self)

    def rest_at(self, point: QPointF) -> None:
        """Lie at a point for good: the picture is made anew, for the fraction of a pixel that a move has cut off."""
        if self.pos() != point:
            self.setPos(point)
        keep_picture(self)

    @property
    def pill(self) -> QRectF:
        """The pill in scene coordinates."""
        return self._pill.translated(self.pos())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the card's slice of the display list, then what shows its state."""
        if self._box is None:
            return
        if self._items is None:
            self._items = self._draw(self._box)
        if self._selected or self._focused:  # under the card, whose clock lies on it
            painter.setPen(QPen(QColor(ACCENT), 0.7, Qt.PenStyle.SolidLine if self._selected else Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._pill.adjusted(-0.7, -0.7, 0.7, 0.7), 2.2, 2.2)
        painter.save()
        painter.translate(-self._box.pill.x, -self._box.pill.y)
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        self._painter.paint(painter, self._items if zoom >= TEXT_LEGIBLE_PX_PER_MM else self._items[:4])
        painter.restore()
        if self._selected or self._hovered:
            self._paint_handles(painter, self._box)

    def _paint_handles(self, painter: QPainter, box: CardBox) -> None:
        painter.setPen(QPen(QColor("#FFFFFF"), 0.25))
        painter.setBrush(QColor(ACCENT))
        for handle in handles_of(box):
            painter.drawRoundedRect(qrect(handle).translated(-box.pill.x, -box.pill.y), 0.6, 0.6)


def handles_of(box: CardBox) -> tuple[Rect, Rect]:
    """Return where the handles at both ends of a card's range are seen; the one under its clock begins below it."""
    pill, width = box.pill, HANDLE_WIDTH
    height = pill.height * HANDLE_SHARE
    left, right = (
        Rect(end - width / 2, pill.centre_y - height / 2, width, height) for end in (box.range_left, box.range_right)
    )
    if box.stale and (clock := clock_of(box)).overlaps(right):
        right = Rect(right.x, clock.bottom, width, right.bottom - clock.bottom)
    return left, right


def looks_alike(one: CardBox, other: CardBox) -> bool:
    """Whether two boxes of a card differ at most in where they lie."""
    if one.resource is not other.resource and one.resource != other.resource:
        return False
    same = (one.face, one.stale) == (other.face, other.stale)
    return same and all(map(_close, _measures(one), _measures(other)))


def _measures(box: CardBox) -> tuple[float, ...]:
    pill = box.pill
    return pill.width, pill.height, box.range_left - pill.x, box.range_right - pill.x


def _close(one: float, other: float) -> bool:
    return abs(one - other) < SAME_MM


def _nothing(_box: CardBox) -> DisplayList:
    return ()
