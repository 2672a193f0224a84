"""The pages as they will come out, one below the other, on the desk."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QStyleOptionGraphicsItem, QWidget

from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.ui.canvas.zoom_view import WHEEL_BASE
from resource_mapper.ui.look.theme import current_theme
from resource_mapper.ui.qt_painter import QtPainter

GAP = 10.0
"""mm of desk around and between pages."""
MIN_SCALE, MAX_SCALE = 0.2, 20.0
SAME_SCALE = 1e-6
ZOOM_STEP = 1.25
THUMB_EDGE = 4
"""px around a small picture of a page, both sides together."""


class PageView(QGraphicsView):
    """Shows drawn pages; fits a page until the user zooms."""

    scaled = Signal(float)
    """Pixels a mm, after each zoom."""
    page_seen = Signal(int)
    """Number of the page at the top of the view, from 0."""

    def __init__(self, painter_of_sheets: QtPainter, parent: QWidget | None = None, *, gap: float = GAP) -> None:
        """Begin without pages; `gap` mm of desk are seen around each."""
        super().__init__(parent)
        self._gap = gap
        self.setObjectName("printPreview")
        self.setAccessibleName("印刷の見本")
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setBackgroundBrush(QColor(current_theme().desk))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else fitting would chase its own bar
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self._painter_of_sheets = painter_of_sheets
        self._items: list[_PageItem] = []
        self._fitted = True
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_pages(self, pages: Sequence[DrawnPage]) -> None:
        """Show other pages; place and zoom stay."""
        place = self.verticalScrollBar().value()
        self._scene.clear()
        self._items = []
        top, widest = self._gap, max((page.width for page in pages), default=100.0)
        for page in pages:
            item = _PageItem(page, self._painter_of_sheets)
            item.setPos(self._gap + (widest - page.width) / 2, top)
            self._scene.addItem(item)
            self._items.append(item)
            top += page.height + self._gap
        self._scene.setSceneRect(0, 0, widest + 2 * self._gap, top)
        if self._fitted:
            self.fit_page()
        self.verticalScrollBar().setValue(place)

    @property
    def pages(self) -> tuple[DrawnPage, ...]:
        """What is shown."""
        return tuple(item.page for item in self._items)

    def go_to(self, number: int) -> None:
        """Bring a page to the top."""
        if 0 <= number < len(self._items):
            top = self.mapFromScene(self._items[number].pos()).y()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - 8)

    def fit_page(self) -> None:
        """Show the largest page whole, also when the window changes size."""
        self._fitted = True
        if self._items:
            across = (self.viewport().width() - 2) / self._scene.width()
            down = self.viewport().height() / max(item.page.height + 2 * self._gap for item in self._items)
            self._set_scale(min(across, down))

    def zoom_in(self) -> None:
        """Zoom one step nearer."""
        self.zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom one step away."""
        self.zoom_by(1 / ZOOM_STEP)

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle."""
        self._fitted = False
        self._set_scale(self.transform().m11() * factor)

    def zoom_to(self, scale: float) -> None:
        """Zoom as another view has."""
        if abs(scale - self.transform().m11()) > SAME_SCALE:
            self._fitted = False
            self._set_scale(scale)

    def _set_scale(self, scale: float) -> None:
        factor = min(max(scale, MIN_SCALE), MAX_SCALE) / self.transform().m11()
        self.scale(factor, factor)
        self.scaled.emit(self.transform().m11())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page whole."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit_page()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(WHEEL_BASE ** event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def _tell_page(self) -> None:
        middle = self.mapToScene(self.viewport().rect().center()).y()
        above = [number for number, item in enumerate(self._items) if item.y() <= middle]
        self.page_seen.emit(above[-1] if above else 0)


class _PageItem(QGraphicsItem):
    """One sheet of paper."""

    def __init__(self, page: DrawnPage, painter_of_sheets: QtPainter) -> None:
        super().__init__()
        self.page = page
        self._painter_of_sheets = painter_of_sheets
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def boundingRect(self) -> QRectF:
        return QRectF(-0.5, -0.5, self.page.width + 1.5, self.page.height + 1.5)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        paper = QRectF(0, 0, self.page.width, self.page.height)
        painter.fillRect(paper.translated(0.8, 0.8), QColor(0, 0, 0, 40))
        painter.fillRect(paper, QColor("#FFFFFF"))
        painter.save()
        painter.setClipRect(paper)
        self._painter_of_sheets.paint(painter, self.page.items)
        painter.restore()


def thumbnail(page: DrawnPage, side: int, painter_of_sheets: QtPainter) -> QPixmap:
    """Return a page as a small picture that fits a square of `side` pixels, no larger than the page itself."""
    scale = (side - THUMB_EDGE) / max(page.width, page.height)
    picture = QPixmap(round(page.width * scale) + THUMB_EDGE, round(page.height * scale) + THUMB_EDGE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(THUMB_EDGE / 2, THUMB_EDGE / 2)
    painter.scale(scale, scale)
    paper = QRectF(0, 0, page.width, page.height)
    painter.fillRect(paper, QColor("#FFFFFF"))
    painter_of_sheets.paint(painter, page.items)
    painter.setPen(QPen(QColor(current_theme().border), 1 / scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(paper)
    painter.end()
    return picture
