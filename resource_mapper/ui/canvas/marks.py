"""What shows on the canvas only for a while: where a card will land, the rubber band, the invitation to write."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QStyleOptionGraphicsItem,
    QWidget,
)

from resource_mapper.layout.page import BODY
from resource_mapper.ui import messages
from resource_mapper.ui.theme import ACCENT, TEXT, TEXT_SOFT

_LIT, _FRAMED, _BANDED = QColor(15, 118, 110, 26), QColor(15, 118, 110, 60), QColor(15, 118, 110, 30)


class DropMark:
    """Where a dragged card will land: the row lit, the range as a dashed frame, lines from its ends to the axis.

    Qt's own items, and separate ones, so that a step of a drag repaints little and calls no Python.
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        """Begin hidden; the row lies under the cards, the frame over them."""
        accent = QColor(ACCENT)
        self._row = QGraphicsRectItem()
        self._row.setPen(QPen(accent, 0.5))
        self._row.setBrush(QBrush(_LIT))
        self._row.setZValue(-5)
        self._frame = QGraphicsPathItem()
        self._frame.setPen(QPen(accent, 0.45, Qt.PenStyle.DashLine))
        self._frame.setBrush(QBrush(_FRAMED))
        self._lines = (QGraphicsLineItem(), QGraphicsLineItem())
        for line in self._lines:
            line.setPen(QPen(accent, 0.35, Qt.PenStyle.DashLine))
        for over in (self._frame, *self._lines):
            over.setZValue(5)
        self._items = (self._row, self._frame, *self._lines)
        for item in self._items:
            item.setVisible(False)
            scene.addItem(item)

    def show_at(self, row: QRectF, target: QRectF, axis_y: float) -> None:
        """Show a row and the range on it, in scene coordinates, with lines up to the axis."""
        if self._row.rect() != row:
            self._row.setRect(row)
        frame = QPainterPath()
        frame.addRoundedRect(target, 1.7, 1.7)
        self._frame.setPath(frame)
        for line, x in zip(self._lines, (target.left(), target.right()), strict=True):
            line.setLine(x, axis_y, x, target.top())
        if not self.is_shown:
            for item in self._items:
                item.setVisible(True)

    def hide(self) -> None:
        """Show nothing."""
        for item in self._items:
            item.setVisible(False)

    @property
    def is_shown(self) -> bool:
        """Whether it shows."""
        return self._row.isVisible()

    @property
    def target(self) -> QRectF:
        """The framed range, in scene coordinates."""
        return self._frame.path().boundingRect()


class BandItem(QGraphicsRectItem):
    """The rubber band."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self.setPen(QPen(QColor(ACCENT), 0.4))
        self.setBrush(QBrush(_BANDED))
        self.setZValue(20)
        self.hide()

    def show_over(self, rect: QRectF) -> None:
        """Show it over a part of the scene."""
        self.setRect(rect)
        self.show()


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
