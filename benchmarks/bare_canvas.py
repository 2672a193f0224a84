"""The yardsticks for the canvas: QGraphicsViews with as little on them as possible."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPixmapCache
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

TEXT_PX = 100
"""Size at which Qt lays the text out; the item is scaled to the size the card has it in."""


class BareCanvas:
    """A view of the same size, zoom and place as another one, with rectangles where that one has cards.

    With `names` each rectangle bears its card's name and is painted again each time; without, Qt keeps it as a picture.
    """

    def __init__(
        self, like: QGraphicsView, pills: Iterable[QRectF], names: Iterable[str] | None = None, text_mm: float = 3.0
    ) -> None:
        """Show the rectangles; Qt moves the one that is dragged."""
        QPixmapCache.setCacheLimit(200_000)  # else Qt draws them again and again
        self.scene = QGraphicsScene(like.sceneRect())
        self.scene.addRect(like.sceneRect(), brush=QBrush(QColor("#FFFFFF")))
        self.items = [self._card(pill, kept=names is None) for pill in pills]
        for item, name in zip(self.items, names or (), strict=False):
            self._write(item, name, text_mm)
        self.view = QGraphicsView(self.scene)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.view.setTransform(like.transform())
        self.view.resize(like.size())
        self.view.show()
        self.follow(like)

    def follow(self, like: QGraphicsView) -> None:
        """Show the same part of the scene at the same zoom."""
        self.view.setTransform(like.transform())
        self.view.horizontalScrollBar().setValue(like.horizontalScrollBar().value())
        self.view.verticalScrollBar().setValue(like.verticalScrollBar().value())

    def move_all(self, pills: Iterable[QRectF]) -> None:
        """Put the rectangles elsewhere."""
        for item, pill in zip(self.items, pills, strict=True):
            item.setPos(pill.topLeft())

    def _card(self, pill: QRectF, *, kept: bool) -> QGraphicsRectItem:
        item = QGraphicsRectItem(QRectF(0, 0, pill.width(), pill.height()))
        item.setPos(pill.topLeft())
        item.setBrush(QColor("#D8EDEA"))
        if kept:
            item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        self.scene.addItem(item)
        return item

    @staticmethod
    def _write(item: QGraphicsRectItem, name: str, text_mm: float) -> None:
        font = QFont()
        font.setPixelSize(TEXT_PX)
        text = QGraphicsSimpleTextItem(name)
        text.setFont(font)
        text.setScale(text_mm / TEXT_PX)
        size = text.boundingRect().size() * text.scale()
        text.setPos(item.rect().center().x() - size.width() / 2, item.rect().center().y() - size.height() / 2)
        text.setParentItem(item)
