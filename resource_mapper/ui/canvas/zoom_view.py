"""Zooming and scrolling over the desk."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QGraphicsScene, QGraphicsView, QPinchGesture, QWidget

from resource_mapper.layout.page import SHEET
from resource_mapper.ui.canvas.scene import DESK_MARGIN

MIN_ZOOM, MAX_ZOOM = 0.25, 4.0
PX_PER_MM_AT_100 = 96 / 25.4
WHEEL_BASE = 1.0015
"""Zoom per unit of wheel turn, so that a notch (120) and many small touch-pad steps do the same."""


class Fit(Enum):
    """What the zoom follows when the window changes size."""

    WIDTH = auto()
    PAGE = auto()
    NONE = auto()


class ZoomView(QGraphicsView):
    """A view that keeps the fit it was asked for, and the point under the pointer while zooming."""

    zoom_changed = Signal(float)
    """Zoom, 1.0 = life size at 96 dpi."""

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        """Begin fitted to the width."""
        super().__init__(scene, parent)
        self._fit = Fit.WIDTH
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)  # `_apply_zoom` knows the point better

    @property
    def zoom(self) -> float:
        """Zoom, 1.0 = life size at 96 dpi."""
        return self.transform().m11() / PX_PER_MM_AT_100

    def set_zoom(self, zoom: float) -> None:
        """Zoom about the middle of the view."""
        self._fit = Fit.NONE
        self._apply_zoom(zoom)

    def fit_width(self) -> None:
        """Fill the width with the paper, also when the window changes size."""
        self._fit = Fit.WIDTH
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        self._apply_zoom(room / (SHEET.width + 2 * DESK_MARGIN) / PX_PER_MM_AT_100)

    def fit_page(self) -> None:
        """Show a whole page, also when the window changes size."""
        self._fit = Fit.PAGE
        across = self.width() / (SHEET.width + 2 * DESK_MARGIN)
        down = self.height() / (SHEET.height + 2 * DESK_MARGIN)
        self._apply_zoom(min(across, down) / PX_PER_MM_AT_100)

    def show_top(self) -> None:
        """Scroll to the beginning of the first page."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def _apply_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom; what is at the pixel `about` (the middle of the view if none is given) stays there."""
        wanted = min(max(zoom, MIN_ZOOM), MAX_ZOOM) * PX_PER_MM_AT_100
        factor = wanted / self.transform().m11()
        if abs(factor - 1) > 1e-9:
            pixel = QPointF(self.viewport().rect().center()) if about is None else about
            point = self.viewportTransform().inverted()[0].map(pixel)
            self.scale(factor, factor)
            self.pan_by((pixel - self.viewportTransform().map(point)).toPoint())
            self.zoom_changed.emit(self.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fit that was asked for; what begins at the top of the paper stays there."""
        bar = self.verticalScrollBar()
        at_top = bar.value() == bar.minimum()
        super().resizeEvent(event)
        if self._fit is Fit.WIDTH:
            self.fit_width()
        elif self._fit is Fit.PAGE:
            self.fit_page()
        if at_top:
            self.show_top()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer with Ctrl, scroll sideways with Shift, else scroll."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(WHEEL_BASE**turned, event.position())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and turned:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - round(turned / 120 * 3 * bar.singleStep()))
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom where two fingers move apart: on a touch pad (native gestures) or on the screen (a pinch)."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom_by(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.pinch(pinch.scaleFactor(), QPointF(self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())))
                event.accept(pinch)
                return True
        return super().viewportEvent(event)

    def pinch(self, factor: float, about: QPointF) -> None:
        """Zoom as two fingers on the screen ask for; what they began on is no drag of cards any more."""
        self._zoom_by(factor, about)

    def _zoom_by(self, factor: float, about: QPointF) -> None:
        self._fit = Fit.NONE
        self._apply_zoom(self.zoom * factor, about)

    def pan_by(self, shift: QPoint) -> None:
        """Move the paper under the window by pixels."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - shift.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - shift.y())
