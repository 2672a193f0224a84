"""Runs one gesture at a time: from its beginning to its one edit, or back."""

from functools import lru_cache

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal

from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.gestures import Gesture, Pointer
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.zoom_view import ZoomView
from resource_mapper.ui.document import Document

SCROLL_ZONE_PX = 24
SCROLL_STEP_PX = 14
SCROLL_REACH_PX = 200
"""So far beside the view a pointer still scrolls it."""


class GestureRunner(QObject):
    """Hands the pointer to the running gesture, scrolls at the edges, and makes the edit it ends in."""

    hinted = Signal(str)
    """Where the gesture stands, in words; empty when it is over."""
    running = Signal(bool)

    def __init__(self, view: ZoomView, scene: SheetScene, document: Document) -> None:
        """Run gestures of a view; edits go to the document."""
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._document = document
        self._gesture: Gesture | None = None
        self._carrying = False
        self._words = ""
        self._pointer = QPoint()
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(16)
        self._scroll_timer.timeout.connect(self._scroll_at_edge)

    @property
    def is_busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    @property
    def is_carrying(self) -> bool:
        """Whether the gesture goes on without a button held, until a click."""
        return self._carrying

    def begin(self, gesture: Gesture, *, carrying: bool = False) -> None:
        """Begin a gesture; whatever still moves by itself arrives at once."""
        self._scene.glide.finish()
        self._scene.show_link_handle(None)
        self._gesture, self._carrying = gesture, carrying
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if not carrying:  # then the wheel scrolls, and the way to a menu must not
            self._scroll_timer.start()
        self.running.emit(True)

    def follow(self, position: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Hand on where the pointer is, in pixels of the viewport."""
        if self._gesture is not None:
            self._pointer, self._modifiers = position, modifiers
            self._hint(self._gesture.update(self._pointer_now()))

    def hold(self, modifiers: Qt.KeyboardModifier) -> None:
        """Take note of keys pressed or let go while the pointer rests."""
        self.follow(self._pointer, modifiers)

    def finish(self, position: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """End the gesture with its edit."""
        gesture = self._gesture
        if gesture is None:
            return
        self._pointer, self._modifiers = position, modifiers
        outcome = gesture.finish(self._pointer_now(), self._document.worksheet)
        self._end()
        if outcome is not None:
            self._document.edit(outcome.text, outcome.worksheet)
        gesture.cancel()  # the edit moves only what it changes: a card held by the end of the axis must go back

    def cancel(self) -> None:
        """Put everything back."""
        if self._gesture is not None:
            gesture = self._gesture
            self._end()
            gesture.cancel()

    def _hint(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.hinted.emit(canvas_words.carrying(words) if self._carrying and words else words)

    def _end(self) -> None:
        self._gesture, self._carrying = None, False
        self._scroll_timer.stop()
        self._view.viewport().unsetCursor()
        self._scene.offer_link()
        self._hint("")
        self.running.emit(False)

    def _pointer_now(self) -> Pointer:
        free, straight, copying = _meaning(self._modifiers)
        return Pointer(self._view.mapToScene(self._pointer), free, straight, copying)

    def _scroll_at_edge(self) -> None:
        """Scroll while a card is held near an edge, the faster the nearer."""
        position, room = self._pointer, self._view.viewport().rect()
        if self._gesture is None or not (self._gesture.scrolls_outside or room.contains(position)):
            return
        dx = _pull(position.x(), room.left(), room.right())
        dy = _pull(position.y(), room.top(), room.bottom())
        reach = SCROLL_REACH_PX
        if (dx or dy) and room.adjusted(-reach, -reach, reach, reach).contains(position):
            self._view.pan_by(QPoint(-dx, -dy))
            self.follow(position, self._modifiers)


def _pull(at: int, low: int, high: int) -> int:
    if at < low + SCROLL_ZONE_PX:
        return -min(SCROLL_STEP_PX, low + SCROLL_ZONE_PX - at)
    if at > high - SCROLL_ZONE_PX:
        return min(SCROLL_STEP_PX, at - high + SCROLL_ZONE_PX)
    return 0


@lru_cache(maxsize=64)
def _meaning(held: Qt.KeyboardModifier) -> tuple[bool, bool, bool]:
    """Return what held keys ask for: Alt free, Shift straight, Ctrl copying. Kept, because flags are slow in Python."""
    alt, shift, ctrl = (
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
    )
    return bool(held & alt), bool(held & shift), bool(held & ctrl)
