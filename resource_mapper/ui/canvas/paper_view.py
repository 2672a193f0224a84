"""How the sheet comes to the screen: the paper as a background that Qt keeps, the cards as pictures."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmapCache
from PySide6.QtWidgets import QGraphicsView, QWidget

from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.zoom_view import ZoomView
from resource_mapper.ui.look.theme import DESK

PICTURES_KB = 96 * 1024
"""Memory for the pictures of cards: several screens full, also on a screen with small pixels."""


class PaperView(ZoomView):
    """Draws no more than has changed."""

    def __init__(self, scene: SheetScene, parent: QWidget | None = None) -> None:
        """Show a scene."""
        super().__init__(scene, parent)
        self._scene = scene
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), PICTURES_KB))
        self.setBackgroundBrush(QColor(DESK))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)

    @property
    def sheet(self) -> SheetScene:
        """The scene, as what it is."""
        return self._scene

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw desk and paper; Qt keeps what was drawn until it is scrolled into sight anew or has changed."""
        super().drawBackground(painter, rect)
        self._scene.draw_paper(painter, QRectF(rect))
