"""What shows on the canvas only for a while: where a card will land, the rubber band, the invitation to write."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from resource_mapper.layout.page import BODY
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.kept_picture import keep_picture
from resource_mapper.ui.look.theme import ACCENT, TEXT, TEXT_SOFT

BAR_HEIGHT = 1.4
_LIT, _FRAMED, _BANDED = QColor(15, 118, 110, 26), QColor(15, 118, 110, 60), QColor(15, 118, 110, 30)


class AxisFlag(QGraphicsPathItem):
    """A place on the axis in words (「虚弱のはじめ」), as a flag whose left edge is the place."""

    HEIGHT_PX, TEXT_PX, PAD_PX = 22, 13, 7
    """On the screen, whatever the zoom: it is there to be read."""

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__()
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setBrush(QBrush(QColor(ACCENT)))
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        font = QFont()
        font.setPixelSize(self.TEXT_PX)
        self._text = QGraphicsSimpleTextItem()
        self._text.setFont(font)
        self._text.setBrush(QBrush(QColor("#FFFFFF")))
        self._text.setParentItem(self)
        for item in (self, self._text):
            keep_picture(item)

    def show_words(self, words: str) -> None:
        """Show a place; the flag stands on its position."""
        if self._text.text() == words:
            return
        self._text.setText(words)
        size = self._text.boundingRect()
        self._text.setPos(self.PAD_PX, -(self.HEIGHT_PX + size.height()) / 2)
        path = QPainterPath()
        path.addRoundedRect(QRectF(0, -self.HEIGHT_PX, size.width() + 2 * self.PAD_PX, self.HEIGHT_PX), 4, 4)
        self.setPath(path)
        for item in (self, self._text):
            keep_picture(item)


class DropMark:
    """Where a dragged card will land: the row lit, the range framed, and on the axis, its beginning in words.

    Qt's own items, separate and small ones that Qt keeps as pictures: a step of a drag copies them and little else.
    (Lines from the frame to the axis would repaint all that they cross: half of a step.)
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        """Begin hidden; the row lies under the cards, the frame over them."""
        accent = QColor(ACCENT)
        self._row = QGraphicsRectItem()
        self._row.setPen(QPen(accent, 0.5))
        self._row.setBrush(QBrush(_LIT))
        self._row.setZValue(-5)
        self._frame = QGraphicsPathItem()
        self._frame.setPen(QPen(accent, 0.5))
        self._frame.setBrush(QBrush(_FRAMED))
        keep_picture(self._frame)
        self._bar = QGraphicsRectItem()
        self._bar.setPen(QPen(Qt.PenStyle.NoPen))
        self._bar.setBrush(QBrush(accent))
        self._flag = AxisFlag()
        self._frame.setZValue(5)
        for guide in (self._bar, self._flag):
            guide.setZValue(15)  # over the cards that are held
        self._items = (self._row, self._frame, self._bar, self._flag)
        self._size = QSizeF()
        for item in self._items:
            item.setVisible(False)
            scene.addItem(item)

    def show_at(self, row: QRectF, target: QRectF, axis: QRectF, words: str) -> None:
        """Show a row and the range on it, in scene coordinates; on the axis the range and its beginning in words."""
        if self._row.rect() != row:
            self._row.setRect(row)
        if self._size != target.size():
            self._size = target.size()
            frame = QPainterPath()
            frame.addRoundedRect(QRectF(0, 0, target.width(), target.height()), 1.7, 1.7)
            self._frame.setPath(frame)
            keep_picture(self._frame)
            self._bar.setRect(0, 0, target.width(), BAR_HEIGHT)
        self._frame.setPos(target.topLeft())
        self._bar.setPos(target.left(), axis.bottom())
        self._flag.show_words(words)
        self._flag.setPos(target.left(), axis.bottom())
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
        return QRectF(self._frame.pos(), self._size)


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
        self._words = canvas_words.HINT_EMPTY
        self.setPos(BODY.centre_x - self.WIDTH / 2, BODY.centre_y - self.HEIGHT / 2)

    @property
    def words(self) -> tuple[str, str]:
        """What it says."""
        return self._words

    def show_words(self, words: tuple[str, str] | None) -> None:
        """Say something in two lines, or hide."""
        self._words = words or self._words
        self.setVisible(words is not None)
        self.update()

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
            (self._words[0], 5.0, 7.0, TEXT),
            (self._words[1], 19.0, 4.2, TEXT_SOFT),
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
