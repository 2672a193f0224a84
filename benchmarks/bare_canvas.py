"""The yardstick for the canvas: a QGraphicsView whose cards are plain rectangles that Qt keeps as pictures."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmapCache
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QGraphicsScene, QGraphicsView


class BareCanvas:
    """A view of the same size, zoom and place as another one, with rectangles where that one has cards."""

    def __init__(self, like: QGraphicsView, pills: Iterable[QRectF]) -> None:
        """Show the rectangles; Qt moves the one that is dragged."""
        QPixmapCache.setCacheLimit(200_000)  # else Qt draws them again and again
        self.scene = QGraphicsScene(like.sceneRect())
        self.scene.addRect(like.sceneRect(), brush=QBrush(QColor("#FFFFFF")))
        self.items = [self._card(pill) for pill in pills]
        self.view = QGraphicsView(self.scene)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.view.setTransform(like.transform())
        self.view.resize(like.size())
        self.view.show()
        self.view.horizontalScrollBar().setValue(like.horizontalScrollBar().value())
        self.view.verticalScrollBar().setValue(like.verticalScrollBar().value())

    def move_all(self, pills: Iterable[QRectF]) -> None:
        """Put the rectangles elsewhere."""
        for item, pill in zip(self.items, pills, strict=True):
            item.setPos(pill.topLeft())

    def _card(self, pill: QRectF) -> QGraphicsRectItem:
        item = QGraphicsRectItem(QRectF(0, 0, pill.width(), pill.height()))
        item.setPos(pill.topLeft())
        item.setBrush(QColor("#D8EDEA"))
        item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        self.scene.addItem(item)
        return item
