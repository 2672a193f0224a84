"""The handle from which a つながり is drawn to another card, and the arrow that follows the hand."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QStyleOptionGraphicsItem,
    QWidget,
)

from resource_mapper.layout.boxes import CardBox
from resource_mapper.ui.look.theme import ACCENT

RADIUS_PX, BESIDE_PX = 8.0, 17.0
"""Size of the handle on the screen, whatever the zoom, and how far its middle lies beside the card."""
REACH_PX = 10
OVER_ALL = 6.0
HEAD_MM, WIDTH_MM = 3.2, 0.9


class LinkHandle(QGraphicsItem):
    """A round button with an arrow, at the right of one card."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(OVER_ALL)
        self.card: CardBox | None = None
        self.hide()

    def show_at(self, card: CardBox | None, edge: QPointF) -> None:
        """Lie beside a card, whose right edge has its middle at a scene point; None hides it."""
        self.card = card
        self.setVisible(card is not None)
        self.setPos(edge)

    def boundingRect(self) -> QRectF:
        """The button, in pixels."""
        return QRectF(BESIDE_PX - RADIUS_PX - 1, -RADIUS_PX - 1, 2 * RADIUS_PX + 2, 2 * RADIUS_PX + 2)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the button and its arrow."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#FFFFFF"), 1.5))
        painter.setBrush(QColor(ACCENT))
        painter.drawEllipse(QPointF(BESIDE_PX, 0), RADIUS_PX, RADIUS_PX)
        painter.setPen(QPen(QColor("#FFFFFF"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        tip = QPointF(BESIDE_PX + 4, 0)
        for end in (QPointF(BESIDE_PX - 4, 0), QPointF(BESIDE_PX + 0.5, -3.5), QPointF(BESIDE_PX + 0.5, 3.5)):
            painter.drawLine(tip, end)


class RubberArrow:
    """The arrow from a card to the pointer, and the frame around the card that it would lead to."""

    def __init__(self, scene: QGraphicsScene) -> None:
        """Begin hidden, over everything."""
        self.arrow, self.frame = QGraphicsPathItem(), QGraphicsPathItem()
        accent = QColor(ACCENT)
        self.arrow.setPen(QPen(accent, WIDTH_MM))
        self.arrow.setBrush(QBrush(accent))
        self.frame.setPen(QPen(accent, 1.0))
        lit = QColor(ACCENT)
        lit.setAlpha(40)
        self.frame.setBrush(QBrush(lit))
        for item in (self.frame, self.arrow):
            item.setZValue(16)
            item.hide()
            scene.addItem(item)

    def show_between(self, source: QRectF, end: QPointF, target: QRectF | None) -> None:
        """Show the arrow from a card's edge to a point, or to the edge of the card that is lit."""
        centre = source.center()
        tip = end if target is None else _edge(target, centre)
        self.arrow.setPath(_arrow(_edge(source, tip), tip))
        self.arrow.show()
        self.frame.setVisible(target is not None)
        if target is not None:
            around = QPainterPath()
            around.addRoundedRect(target.adjusted(-1.0, -1.0, 1.0, 1.0), 2.4, 2.4)
            self.frame.setPath(around)

    def hide(self) -> None:
        """Show nothing."""
        self.arrow.hide()
        self.frame.hide()


def _edge(rect: QRectF, towards: QPointF) -> QPointF:
    """Return where the line from a rectangle's middle to a point leaves it; the point itself where that is inside."""
    centre, way = rect.center(), towards - rect.center()
    reach = max(2 * abs(way.x()) / max(rect.width(), 0.1), 2 * abs(way.y()) / max(rect.height(), 0.1))
    return centre + way / reach if reach > 1 else towards


def _arrow(start: QPointF, tip: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    path.lineTo(tip)
    angle = math.atan2(tip.y() - start.y(), tip.x() - start.x())
    head = QPainterPath(tip)
    for turn in (0.45, -0.45):
        head.lineTo(tip - QPointF(math.cos(angle + turn), math.sin(angle + turn)) * HEAD_MM)
    head.closeSubpath()
    path.addPath(head)
    return path
