"""The view: hands mouse, keys and touch on to those who know what they mean."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from resource_mapper.domain.coverage import Gap
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.gesture_runner import GestureRunner
from resource_mapper.ui.canvas.hand import Hand
from resource_mapper.ui.canvas.keys import CanvasKeys
from resource_mapper.ui.canvas.naming import Naming
from resource_mapper.ui.canvas.note_deeds import NoteDeeds
from resource_mapper.ui.canvas.paper_view import PaperView
from resource_mapper.ui.canvas.place_from_tray import PlaceFromTray
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.sight import Flash, free_middle
from resource_mapper.ui.canvas.tab_walk import TabWalk
from resource_mapper.ui.document import Document
from resource_mapper.ui.selection import Selection

_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt)


class SheetView(PaperView):
    """The sheet on its desk. What a hand does is in `hand` and the gestures, keys are in `keys`."""

    hinted = Signal(str)
    """Where a gesture stands, in words; empty when it is over."""
    card_activated = Signal(str)
    """A card was double-clicked, or Alt+Enter was pressed on it."""
    heading_wanted = Signal()
    """The title, or a box beside it, was double-clicked."""
    card_wanted = Signal()
    """Enter was pressed where no card is current."""
    gesture_running = Signal(bool)
    time_wanted = Signal(int)
    """While locked: the next version (1), or the one before (-1)."""
    present_wanted = Signal()
    """While locked: Escape was pressed."""
    menu_wanted = Signal(QPoint)
    """A context menu is asked for at a pixel of the viewport; with the keyboard, at the current card."""

    def __init__(
        self, scene: SheetScene, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        """Show a scene; edits go to the document, clicks to the selection."""
        super().__init__(scene, parent)
        self._document = document
        self._selection = selection
        self._runner = GestureRunner(self, scene, document)
        self._runner.hinted.connect(self.hinted)
        self._runner.running.connect(self.gesture_running)
        self._locked = False
        self._hand = Hand(self, scene, document, selection, self._runner)
        self.notes = NoteDeeds(self, scene, document)
        selection.changed.connect(self._leave_note)
        self._keys = CanvasKeys(scene, document, selection)
        self._walk = TabWalk(self._keys, self.notes, scene, selection)
        self._naming = Naming(self, scene, document, selection, self._keys, self._runner)
        self.name_editor = self._naming.editor
        self.zoom_changed.connect(self._naming.follow_card)
        self._flash = Flash(scene.band, self)
        self._set_up()

    @property
    def selection(self) -> Selection:
        """Which cards are selected."""
        return self._selection

    def _set_up(self) -> None:
        self.setObjectName("sheetView")
        self.setAccessibleName("資源ワークシート")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def pinch(self, factor: float, about: QPointF) -> None:
        """Zoom with two fingers; a drag that the first of them began is taken back."""
        self.cancel_gesture()
        super().pinch(factor, about)

    @property
    def is_locked(self) -> bool:
        """Whether the sheet can only be looked at."""
        return self._locked

    def lock(self, *, locked: bool) -> None:
        """Let hands and keys only look, as long as what is shown is not the document; or let them work again."""
        self.name_editor.commit()
        self.cancel_gesture()
        self._scene.show_hover(None)
        self.viewport().unsetCursor()
        self._locked = locked

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is pressed, or take hold of the paper."""
        if self._locked:
            self._hand.panning.begin(event.position().toPoint(), event.button())
            return
        self.name_editor.commit()
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, begin or continue a gesture, or show what is under the pointer."""
        if self._locked:
            self._hand.panning.follow(event.position().toPoint())
        else:
            self._hand.move(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._scene.show_hover(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture with one edit, or finish a click."""
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a card or the heading for editing; on a handle, let the range reach to the next border of a band."""
        if not self._locked:
            self._hand.double_click(event, self.card_activated.emit, self.notes.edit, self.heading_wanted.emit)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or of the current card."""
        event.accept()
        if self.is_busy or self._locked or self._hand.took_back():
            return
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(self.viewport().mapFromGlobal(event.globalPos()))
            return
        self.show_current()
        area = self._current_area()
        self.menu_wanted.emit(free_middle(self, self._scene) if area is None else self.mapFromScene(area.center()))

    def _current_area(self) -> QRectF | None:
        """Return where the current card or note lies."""
        note = self._scene.notes.item_of(self._scene.notes.chosen)
        item = self._scene.item_of(self._selection.current or "")
        return note.area if note is not None else item.pill if item is not None else None

    # Gestures

    @property
    def is_busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._runner.is_busy

    def begin_from_tray(self, resource_id: str, name: str) -> None:
        """Begin to bring a card from the tray; the tray sends the pointer on."""
        self._runner.begin(PlaceFromTray(self._scene, resource_id, name))

    def drag_to(self, global_position: QPoint) -> None:
        """Continue a gesture that began in the tray."""
        self._runner.follow(self.viewport().mapFromGlobal(global_position), QGuiApplication.keyboardModifiers())

    def drop_at(self, global_position: QPoint) -> None:
        """End a gesture that began in the tray; beside the view nothing comes of it, however far the paper reaches."""
        position = self.viewport().mapFromGlobal(global_position)
        if self.viewport().rect().contains(position):
            self._runner.finish(position, QGuiApplication.keyboardModifiers())
        else:
            self.cancel_gesture()

    def cancel_gesture(self) -> None:
        """Put everything back, as Escape does."""
        self._runner.cancel()
        self._hand.let_go()

    def carry_current(self) -> None:
        """Take the current card, with the others that are selected, up: the next click puts it down."""
        current = self._selection.current
        if current is not None and self._scene.box_of(current) is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_current()
            self._hand.carry(current)

    # Keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends a gesture or the selection; F2, Enter or typing edits the name; the rest is in `keys`."""
        if self._locked:
            self._press_locked(event)
        elif self.is_busy and event.key() in _HELD:
            self._runner.hold(event.modifiers())
        elif not self.is_busy and (self.notes.press(event) or self._keys.press(event)):
            self.show_current()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._hand.panning.make_ready(True)
        elif event.key() == Qt.Key.Key_Escape:
            if self.is_busy:
                self.cancel_gesture()
            else:
                self._selection.set([])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_busy:
            self._press_enter(event)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_name()
        elif self._types(event):
            self.edit_name(event.text())
        else:
            super().keyPressEvent(event)

    def _press_locked(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.time_wanted.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.present_wanted.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the paper, or of what a key held with a drag asked for."""
        if self.is_busy and event.key() in _HELD:
            self._runner.hold(event.modifiers())
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand.panning.make_ready(False)
        else:
            super().keyReleaseEvent(event)

    def _press_enter(self, event: QKeyEvent) -> None:
        """Enter adds the next card, or the first one; with Alt it opens the current one."""
        current = self._selection.current
        if event.isAutoRepeat():
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if current is not None:
                self.card_activated.emit(current)
        elif not self._naming.add_next():
            self.card_wanted.emit()

    def edit_name(self, typed: str | None = None, *, fresh: bool = False) -> None:
        """Edit the current card's name in place; `typed` replaces it. A `fresh` card was added a moment ago."""
        self._naming.edit(typed, fresh=fresh)

    def _types(self, event: QKeyEvent) -> bool:
        """Whether a key writes something that may begin a name."""
        blocked = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        return bool(self._selection.current and event.text().strip() and not event.modifiers() & blocked)

    def show_gap(self, gap: Gap) -> None:
        """Scroll to a gap and mark it for a moment."""
        area = self._scene.gap_area(gap)
        if area is not None:
            self.ensureVisible(area, 12, 12)
            self._flash.show_over(area)

    def show_current(self) -> None:
        """Scroll to the current card or note."""
        area = self._current_area()
        if area is not None:
            self.ensureVisible(area, 24, 24)

    def _leave_note(self) -> None:
        """Only one thing is current: a card or a note."""
        if self._selection.ids:
            self._scene.notes.choose(None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the cards in reading order, then the notes; past the last one it goes to the next widget."""
        self.name_editor.commit()
        if not self._locked and self._walk.step(forward=forward):
            self.show_current()
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab begins at the first card, Shift+Tab at the last one, and says how to go on."""
        super().focusInEvent(event)
        if not self._locked and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            forward = event.reason() == Qt.FocusReason.TabFocusReason
            if self._walk.enter(forward=forward):
                self.show_current()
            self.hinted.emit(canvas_words.CANVAS_KEYS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A gesture does not outlive the focus (a dialog, another window)."""
        self.cancel_gesture()
        self.hinted.emit("")
        super().focusOutEvent(event)
