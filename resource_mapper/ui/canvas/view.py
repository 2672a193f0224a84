"""The view: zoom, scroll, and turning mouse and keys into gestures and edits."""

from enum import Enum, auto

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.page import SHEET
from resource_mapper.ui.canvas.gestures import Gesture, MoveCards, PlaceFromTray, ResizeCard
from resource_mapper.ui.canvas.scene import DESK_MARGIN, SheetScene
from resource_mapper.ui.document import Document
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.theme import DESK

MIN_ZOOM, MAX_ZOOM = 0.25, 4.0
PX_PER_MM_AT_100 = 96 / 25.4
WHEEL_BASE = 1.0015
"""Zoom per unit of wheel turn, so that a notch (120) and many small touch-pad steps do the same."""
HANDLE_REACH_PX = 6
SCROLL_ZONE_PX = 24
SCROLL_STEP_PX = 14


class Fit(Enum):
    """What the zoom follows when the window changes size."""

    WIDTH = auto()
    PAGE = auto()
    NONE = auto()


class SheetView(QGraphicsView):
    """The sheet on its desk. Gestures live in `gestures`, meaning in the layout; here are only events."""

    zoom_changed = Signal(float)
    """Zoom, 1.0 = life size at 96 dpi."""
    hinted = Signal(str)
    """Where a gesture stands, in words; empty when it is over."""
    card_activated = Signal(str)
    """A card was double-clicked, or Enter was pressed on it."""
    gesture_running = Signal(bool)

    def __init__(
        self, scene: SheetScene, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        """Show a scene; edits go to the document, clicks to the selection."""
        super().__init__(scene, parent)
        self._scene = scene
        self._document = document
        self._selection = selection
        self._gesture: Gesture | None = None
        self._press: tuple[QPoint, CardBox | None] | None = None
        self._pan_from: QPoint | None = None
        self._pointer = QPoint()
        self._fit = Fit.WIDTH
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(16)
        self._scroll_timer.timeout.connect(self._scroll_at_edge)
        self._set_up()

    def _set_up(self) -> None:
        self.setObjectName("sheetView")
        self.setAccessibleName("資源ワークシート")
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setBackgroundBrush(QColor(DESK))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    # Zoom

    @property
    def zoom(self) -> float:
        """Zoom, 1.0 = life size at 96 dpi."""
        return self.transform().m11() / PX_PER_MM_AT_100

    def set_zoom(self, zoom: float) -> None:
        """Zoom about the middle of the view (about the pointer while it is over the view)."""
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

    def _apply_zoom(self, zoom: float) -> None:
        wanted = min(max(zoom, MIN_ZOOM), MAX_ZOOM) * PX_PER_MM_AT_100
        factor = wanted / self.transform().m11()
        if abs(factor - 1) > 1e-9:
            self.scale(factor, factor)
            self.zoom_changed.emit(self.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fit that was asked for."""
        super().resizeEvent(event)
        if self._fit is Fit.WIDTH:
            self.fit_width()
        elif self._fit is Fit.PAGE:
            self.fit_page()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * WHEEL_BASE ** event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is pressed; a drag begins only once the pointer has moved far enough."""
        position = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = position
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if self._gesture is not None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        card = self._scene.card_under(self.mapToScene(position)) or self._card_of_handle(position)
        self._select_by_click(card, event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = (position, card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, begin or continue a gesture, or show what is under the pointer."""
        position = event.position().toPoint()
        if self._pan_from is not None:
            self._pan_by(position - self._pan_from)
            self._pan_from = position
        elif self._gesture is not None:
            self._follow(position)
        elif self._press is not None:
            start, card = self._press
            if card is not None and (position - start).manhattanLength() >= QApplication.startDragDistance():
                self._begin(self._gesture_for(start, card))
                self._follow(position)
        else:
            self._show_hover(position)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture with one edit, or finish a click."""
        position = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = None
            self.viewport().unsetCursor()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._gesture is not None:
            self._finish(position)
        elif self._press is not None and self._press[1] is not None and not _adds(event):
            self._selection.set([self._press[1].resource.id])
        self._press = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a card for editing."""
        card = self._scene.card_under(self.mapToScene(event.position().toPoint()))
        if card is not None and event.button() == Qt.MouseButton.LeftButton:
            self._press = None
            self.card_activated.emit(card.resource.id)

    def _select_by_click(self, card: CardBox | None, event: QMouseEvent) -> None:
        if card is None:
            if not _adds(event):
                self._selection.set([])
        elif _adds(event):
            self._selection.toggle(card.resource.id)
        elif card.resource.id not in self._selection.ids:
            self._selection.set([card.resource.id])

    def _gesture_for(self, start: QPoint, card: CardBox) -> Gesture:
        edge = self._edge_under(start, card)
        if edge is not None:
            mirrored = self._document.worksheet.mirrored
            return ResizeCard(self._scene, card, "left" if (edge == "left") != mirrored else "right")
        ids = self._selection.ids if card.resource.id in self._selection.ids else (card.resource.id,)
        placed = tuple(key for key in ids if self._scene.box_of(key))
        return MoveCards(self._scene, card, placed, self.mapToScene(start))

    def _edge_under(self, position: QPoint, card: CardBox) -> str | None:
        """Return which visible end of a card's range is under the pointer; handles show on hover and selection."""
        centre = self._scene.scene_point(card.page, 0, card.pill.centre_y).y()
        half = card.pill.height / 2
        if abs(self.mapToScene(position).y() - centre) > half:
            return None
        reach = HANDLE_REACH_PX
        left = self.mapFromScene(QPointF(card.range_left, centre)).x()
        right = self.mapFromScene(QPointF(card.range_right, centre)).x()
        if right - left < 4 * reach:
            reach = max(2, (right - left) // 4)  # a short card must stay movable
        if abs(position.x() - right) <= reach:
            return "right"
        return "left" if abs(position.x() - left) <= reach else None

    def _card_of_handle(self, position: QPoint) -> CardBox | None:
        """Return the selected card whose handle, half outside the pill, is under the pointer."""
        boxes = (self._scene.box_of(key) for key in self._selection.ids)
        return next((box for box in boxes if box and self._edge_under(position, box)), None)

    def _show_hover(self, position: QPoint) -> None:
        card = self._scene.card_under(self.mapToScene(position)) or self._card_of_handle(position)
        self._scene.show_hover(card.resource.id if card else None)
        if card is None:
            self.viewport().unsetCursor()
            self.setToolTip("")
            return
        at_edge = self._edge_under(position, card)
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if at_edge else Qt.CursorShape.OpenHandCursor)
        self.setToolTip(card.resource.name if card.face.shortened else "")

    # Gestures

    @property
    def is_busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    def begin_from_tray(self, resource_id: str, name: str) -> None:
        """Begin to bring a card from the tray; the tray sends the pointer on."""
        self._begin(PlaceFromTray(self._scene, resource_id, name))

    def drag_to(self, global_position: QPoint) -> None:
        """Continue a gesture that began in the tray."""
        if self._gesture is not None:
            self._follow(self.viewport().mapFromGlobal(global_position))

    def drop_at(self, global_position: QPoint) -> None:
        """End a gesture that began in the tray."""
        if self._gesture is not None:
            self._finish(self.viewport().mapFromGlobal(global_position))

    def cancel_gesture(self) -> None:
        """Put everything back, as Escape does."""
        if self._gesture is not None:
            self._gesture.cancel()
            self._end()
        self._press = None

    def _begin(self, gesture: Gesture) -> None:
        self._gesture = gesture
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll_timer.start()
        self.gesture_running.emit(True)

    def _follow(self, position: QPoint) -> None:
        if self._gesture is not None:
            self._pointer = position
            self.hinted.emit(self._gesture.update(self.mapToScene(position)))

    def _finish(self, position: QPoint) -> None:
        gesture = self._gesture
        if gesture is None:
            return
        outcome = gesture.finish(self.mapToScene(position), self._document.worksheet)
        self._end()
        if outcome is None or outcome.worksheet == self._document.worksheet:
            gesture.cancel()
        else:
            self._document.edit(outcome.text, outcome.worksheet)

    def _end(self) -> None:
        self._gesture = None
        self._scroll_timer.stop()
        self.viewport().unsetCursor()
        self.hinted.emit("")
        self.gesture_running.emit(False)

    def _scroll_at_edge(self) -> None:
        """Scroll while a card is held near an edge, the faster the nearer."""
        if self._gesture is None:
            return
        position = self._pointer
        room = self.viewport().rect()
        dx = _pull(position.x(), room.left(), room.right())
        dy = _pull(position.y(), room.top(), room.bottom())
        if (dx or dy) and room.adjusted(-200, -200, 200, 200).contains(position):
            self._pan_by(QPoint(-dx, -dy))
            self._follow(position)

    def _pan_by(self, shift: QPoint) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - shift.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - shift.y())

    # Keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends a gesture or the selection; Enter opens the current card."""
        if event.key() == Qt.Key.Key_Escape:
            if self._gesture is not None:
                self.cancel_gesture()
            else:
                self._selection.set([])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selection.current:
            self.card_activated.emit(self._selection.current)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A gesture does not outlive the focus (a dialog, another window)."""
        self.cancel_gesture()
        super().focusOutEvent(event)


def _adds(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))


def _pull(at: int, low: int, high: int) -> int:
    if at < low + SCROLL_ZONE_PX:
        return -min(SCROLL_STEP_PX, low + SCROLL_ZONE_PX - at)
    if at > high - SCROLL_ZONE_PX:
        return min(SCROLL_STEP_PX, at - high + SCROLL_ZONE_PX)
    return 0
