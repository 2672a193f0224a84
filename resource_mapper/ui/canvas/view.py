"""The view: turns mouse and keys into gestures and edits."""

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from resource_mapper.domain.coverage import Gap
from resource_mapper.domain.edits import change
from resource_mapper.layout.boxes import CardBox
from resource_mapper.ui import messages
from resource_mapper.ui.canvas.gestures import Gesture, MoveCards, PlaceFromTray, Pointer, ResizeCard, SelectByBand
from resource_mapper.ui.canvas.keys import CanvasKeys
from resource_mapper.ui.canvas.name_editor import NameEditor
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.zoom_view import ZoomView
from resource_mapper.ui.document import Document
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.theme import DESK

HANDLE_REACH_PX = 6
SCROLL_ZONE_PX = 24
FLASH_MS = 1400
SCROLL_STEP_PX = 14


class SheetView(ZoomView):
    """The sheet on its desk. Gestures live in `gestures`, meaning in the layout; here are only events."""

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
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._keys = CanvasKeys(scene, document, selection)
        self.name_editor = NameEditor(self.viewport())
        self.name_editor.committed.connect(self._rename)
        self.name_editor.finished.connect(self._name_done)
        self._flash_timer = QTimer(self)
        self._flash_timer.setSingleShot(True)
        self._flash_timer.setInterval(FLASH_MS)
        self._flash_timer.timeout.connect(scene.band.hide)
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(16)
        self._scroll_timer.timeout.connect(self._scroll_at_edge)
        self._set_up()

    def _set_up(self) -> None:
        self.setObjectName("sheetView")
        self.setAccessibleName("資源ワークシート")
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setBackgroundBrush(QColor(DESK))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

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
        self._select_by_press(card, event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = (position, card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, begin or continue a gesture, or show what is under the pointer."""
        position = event.position().toPoint()
        self._modifiers = event.modifiers()
        if self._pan_from is not None:
            self.pan_by(position - self._pan_from)
            self._pan_from = position
        elif self._gesture is not None:
            self._follow(position)
        elif self._press is not None:
            start, card = self._press
            if (position - start).manhattanLength() >= QApplication.startDragDistance():
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
        self._modifiers = event.modifiers()
        press, self._press = self._press, None
        if self._gesture is not None:
            self._finish(position)
        elif press is not None and press[1] is not None:
            self._click(press[1].resource.id, adding=_adds(event.modifiers()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a card for editing."""
        card = self._scene.card_under(self.mapToScene(event.position().toPoint()))
        if card is not None and event.button() == Qt.MouseButton.LeftButton:
            self._press = None
            self.card_activated.emit(card.resource.id)

    def _select_by_press(self, card: CardBox | None, event: QMouseEvent) -> None:
        """Select at once what a plain press is on; with Ctrl or Shift the release decides (it may be a drag)."""
        if _adds(event.modifiers()):
            return
        if card is None:
            self._selection.set([])
        elif card.resource.id not in self._selection.ids:
            self._selection.set([card.resource.id])

    def _click(self, resource_id: str, *, adding: bool) -> None:
        if adding:
            self._selection.toggle(resource_id)
        else:
            self._selection.set([resource_id])

    def _gesture_for(self, start: QPoint, card: CardBox | None) -> Gesture:
        if card is None:
            adding = _adds(self._modifiers)
            return SelectByBand(self._scene, self._selection, self.mapToScene(start), adding=adding)
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
        self._modifiers = QGuiApplication.keyboardModifiers()
        if self._gesture is not None:
            self._follow(self.viewport().mapFromGlobal(global_position))

    def drop_at(self, global_position: QPoint) -> None:
        """End a gesture that began in the tray; beside the view nothing comes of it, however far the paper reaches."""
        position = self.viewport().mapFromGlobal(global_position)
        if self.viewport().rect().contains(position):
            self._finish(position)
        else:
            self.cancel_gesture()

    def cancel_gesture(self) -> None:
        """Put everything back, as Escape does."""
        if self._gesture is not None:
            self._gesture.cancel()
            self._end()
        self._press = None
        if self._pan_from is not None:
            self._pan_from = None
            self.viewport().unsetCursor()

    def _begin(self, gesture: Gesture) -> None:
        self._gesture = gesture
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll_timer.start()
        self.gesture_running.emit(True)

    def _follow(self, position: QPoint) -> None:
        if self._gesture is not None:
            self._pointer = position
            self.hinted.emit(self._gesture.update(self._pointer_at(position)))

    def _pointer_at(self, position: QPoint) -> Pointer:
        held = self._modifiers
        return Pointer(
            self.mapToScene(position),
            free=bool(held & Qt.KeyboardModifier.AltModifier),
            straight=bool(held & Qt.KeyboardModifier.ShiftModifier),
            copying=bool(held & Qt.KeyboardModifier.ControlModifier),
        )

    def _finish(self, position: QPoint) -> None:
        gesture = self._gesture
        if gesture is None:
            return
        outcome = gesture.finish(self._pointer_at(position), self._document.worksheet)
        self._end()
        gesture.cancel()  # the edit moves only what it changes: a card held by the end of the axis must go back
        if outcome is not None:
            self._document.edit(outcome.text, outcome.worksheet)

    def _end(self) -> None:
        self._gesture = None
        self._scroll_timer.stop()
        self.viewport().unsetCursor()
        self.hinted.emit("")
        self.gesture_running.emit(False)

    def _scroll_at_edge(self) -> None:
        """Scroll while a card is held near an edge, the faster the nearer."""
        position, room = self._pointer, self.viewport().rect()
        if self._gesture is None or (isinstance(self._gesture, PlaceFromTray) and not room.contains(position)):
            return  # a card from the tray first has to reach the sheet
        dx = _pull(position.x(), room.left(), room.right())
        dy = _pull(position.y(), room.top(), room.bottom())
        if (dx or dy) and room.adjusted(-200, -200, 200, 200).contains(position):
            self.pan_by(QPoint(-dx, -dy))
            self._follow(position)

    # Keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends a gesture or the selection; F2, Enter or typing edits the name; the rest is in `keys`."""
        if self._gesture is None and self._keys.press(event):
            self._show_current()
        elif event.key() == Qt.Key.Key_Escape:
            if self._gesture is not None:
                self.cancel_gesture()
            else:
                self._selection.set([])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selection.current:
            self.card_activated.emit(self._selection.current)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_name()
        elif self._types(event):
            self.edit_name(event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to edit the name with the first key of a conversion, and hand the conversion on."""
        if self._selection.current and (event.preeditString() or event.commitString()):
            self.edit_name("")
            QApplication.sendEvent(self.name_editor, event)
        else:
            super().inputMethodEvent(event)

    def edit_name(self, typed: str | None = None) -> None:
        """Edit the current card's name in place; `typed` replaces it."""
        current = self._selection.current
        item = self._scene.item_of(current) if current else None
        resource = self._document.worksheet.get(current) if current else None
        if item is None or resource is None or self._gesture is not None:
            return
        self.ensureVisible(item.pill, 24, 24)
        over = self.mapFromScene(item.pill).boundingRect()
        self.name_editor.open(resource.id, resource.name, over, typed)

    def _rename(self, resource_id: str, name: str) -> None:
        text = messages.changed("名称", 1, name)
        self._document.edit(text, change(self._document.worksheet, {resource_id}, name=name))

    def _name_done(self, _next: bool) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _types(self, event: QKeyEvent) -> bool:
        """Whether a key writes something that may begin a name."""
        blocked = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        return bool(self._selection.current and event.text().strip() and not event.modifiers() & blocked)

    def show_gap(self, gap: Gap) -> None:
        """Scroll to a gap and mark it for a moment."""
        area = self._scene.gap_area(gap)
        if area is not None:
            self.ensureVisible(area, 12, 12)
            self._scene.band.show_over(area)
            self._flash_timer.start()

    def _show_current(self) -> None:
        """Scroll to the current card."""
        current = self._selection.current
        item = self._scene.item_of(current) if current else None
        if item is not None:
            self.ensureVisible(item.pill, 24, 24)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A gesture does not outlive the focus (a dialog, another window)."""
        self.cancel_gesture()
        super().focusOutEvent(event)


def _adds(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))


def _pull(at: int, low: int, high: int) -> int:
    if at < low + SCROLL_ZONE_PX:
        return -min(SCROLL_STEP_PX, low + SCROLL_ZONE_PX - at)
    if at > high - SCROLL_ZONE_PX:
        return min(SCROLL_STEP_PX, at - high + SCROLL_ZONE_PX)
    return 0
