"""The mouse on the canvas: what a press, a move and a release mean."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.notes import NoteBox
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.draw_link import DrawLink
from resource_mapper.ui.canvas.gesture_runner import GestureRunner
from resource_mapper.ui.canvas.gestures import Gesture
from resource_mapper.ui.canvas.handles import Handles
from resource_mapper.ui.canvas.move_cards import MoveCards
from resource_mapper.ui.canvas.move_note import MoveNote
from resource_mapper.ui.canvas.panning import Panning
from resource_mapper.ui.canvas.resize_card import AimCard, ResizeCard, to_border
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.select_by_band import SelectByBand
from resource_mapper.ui.canvas.zoom_view import ZoomView
from resource_mapper.ui.document import Document
from resource_mapper.ui.selection import Selection

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton


class Hand:
    """Turns mouse events into selection, gestures and panning. A drag begins only once the pointer has moved far."""

    def __init__(
        self, view: ZoomView, scene: SheetScene, document: Document, selection: Selection, runner: GestureRunner
    ) -> None:
        """Serve a view."""
        self._view = view
        self._scene = scene
        self._document = document
        self._selection = selection
        self._runner = runner
        self._handles = Handles(view, scene, selection)
        self.panning = Panning(view)
        self._pressed: tuple[QPoint, CardBox | NoteBox | None] | None = None
        self._linking: CardBox | None = None
        self._took_back = False

    def press(self, event: QMouseEvent) -> None:
        """Select what is pressed, or take hold of the paper."""
        position, button = event.position().toPoint(), event.button()
        self._took_back = False
        if self._runner.is_carrying:
            self._press_carrying(event)
        elif button == MIDDLE or (button == LEFT and self.panning.is_ready):
            self.panning.begin(position, button)
        elif not self._runner.is_busy and button in (LEFT, RIGHT):
            self._linking = self._handles.link_at(position) if button == LEFT else None
            if self._linking is not None:
                self._pressed = (position, None)
                return
            note = self._scene.notes.at(self._view.mapToScene(position))
            card = None if note is not None else self._handles.card_at(position)
            self._select_by_press(card, event)
            self._scene.notes.choose(note.note.id if note is not None else None)
            if button == LEFT:
                self._pressed = (position, note or card)

    def move(self, event: QMouseEvent) -> None:
        """Pan, begin or continue a gesture, or show what is under the pointer."""
        position = event.position().toPoint()
        if self.panning.is_on:
            self.panning.follow(position)
        elif self._runner.is_busy:
            self._runner.follow(position, event.modifiers())
        elif self._pressed is not None:
            start, card = self._pressed
            if (position - start).manhattanLength() >= QApplication.startDragDistance():
                self._runner.begin(self._gesture_for(start, card, event.modifiers()))
                self._runner.follow(position, event.modifiers())
        elif not self.panning.is_ready:
            self._show_hover(position)

    def release(self, event: QMouseEvent) -> None:
        """End the gesture with one edit, or finish a click."""
        position, button = event.position().toPoint(), event.button()
        if self.panning.is_on:
            self.panning.end(button)
        elif button == LEFT:
            pressed, self._pressed = self._pressed, None
            if self._runner.is_busy:
                if pressed is not None or not self._runner.is_carrying:
                    self._runner.finish(position, event.modifiers())
            elif pressed is not None and isinstance(pressed[1], CardBox):
                self._click(pressed[1].resource.id, adding=_adds(event.modifiers()))

    def double_click(
        self,
        event: QMouseEvent,
        open_card: Callable[[str], object],
        open_note: Callable[[str], object],
        open_heading: Callable[[], object],
    ) -> None:
        """Let a range reach to the next border of a band, on one of its handles; else open what is there."""
        position = event.position().toPoint()
        note = self._scene.notes.at(self._view.mapToScene(position))
        card = self._handles.card_at(position)
        if event.button() != LEFT or self._runner.is_busy or self.panning.is_on:
            return
        self._pressed = None
        if note is not None:
            open_note(note.note.id)
            return
        if card is None:
            if self._scene.is_on_heading(self._view.mapToScene(position)):
                open_heading()
            return
        edge = self._handles.edge_at(position, card)
        if edge is None:
            open_card(card.resource.id)
        elif outcome := to_border(self._document.worksheet, card.resource.id, edge, aims=self._scene.writes_aims):
            self._document.edit(outcome.text, outcome.worksheet)

    def let_go(self) -> None:
        """Forget what is pressed and held."""
        self._pressed = None
        self.panning.cancel()

    def took_back(self) -> bool:
        """Whether the last press of the right button has put carried cards back: then it asks for no menu."""
        return self._took_back

    def carry(self, resource_id: str) -> None:
        """Take a card, with the others that are selected, up; the next click puts it down."""
        card = self._scene.box_of(resource_id)
        if card is not None and not self._runner.is_busy:
            start = self._scene.scene_point(card.page, *card.centre)
            self._runner.begin(MoveCards(self._scene, card, self._moving_with(card), start), carrying=True)
            self._runner.follow(self._view.mapFromScene(start), Qt.KeyboardModifier.NoModifier)

    def _press_carrying(self, event: QMouseEvent) -> None:
        """A click puts carried cards down; the right button takes it back."""
        position = event.position().toPoint()
        if event.button() == LEFT:
            self._pressed = (position, None)
            self._runner.follow(position, event.modifiers())
        elif event.button() == RIGHT:
            self._runner.cancel()
            self._took_back = True

    def _select_by_press(self, card: CardBox | None, event: QMouseEvent) -> None:
        """Select at once what a plain press is on; with Ctrl or Shift the release decides (it may be a drag)."""
        if _adds(event.modifiers()):
            return
        if card is None:
            self._selection.set([])
        elif card.resource.id not in self._selection.ids:
            self._selection.set([card.resource.id])

    def _click(self, resource_id: str, *, adding: bool) -> None:
        """Ctrl and Shift both add, as in PowerPoint: on a plane there is no order in which a range would be guessed."""
        if adding:
            self._selection.toggle(resource_id)
        else:
            self._selection.set([resource_id])

    def _gesture_for(self, start: QPoint, card: CardBox | NoteBox | None, modifiers: Qt.KeyboardModifier) -> Gesture:
        point = self._view.mapToScene(start)
        if self._linking is not None:
            return DrawLink(self._scene, self._linking)
        if card is None:
            return SelectByBand(self._scene, self._selection, point, adding=_adds(modifiers))
        if isinstance(card, NoteBox):
            return MoveNote(self._scene, card, point)
        edge = self._handles.edge_at(start, card)
        if edge is not None:
            return (AimCard if self._scene.writes_aims else ResizeCard)(self._scene, card, edge)
        return MoveCards(self._scene, card, self._moving_with(card), point)

    def _moving_with(self, card: CardBox) -> tuple[str, ...]:
        ids = self._selection.ids if card.resource.id in self._selection.ids else (card.resource.id,)
        return tuple(key for key in ids if self._scene.box_of(key))

    def _show_hover(self, position: QPoint) -> None:
        if self._handles.link_at(position) is not None:
            self._view.viewport().setCursor(Qt.CursorShape.CrossCursor)
            self._view.setToolTip(canvas_words.LINK_HANDLE)
            return
        if self._handles.is_on_way_to_link(position):
            return
        note = self._scene.notes.at(self._view.mapToScene(position))
        card = None if note is not None else self._handles.card_at(position)
        self._scene.show_hover(card.resource.id if card else None)
        viewport = self._view.viewport()
        if card is None:
            if note is not None:
                viewport.setCursor(Qt.CursorShape.OpenHandCursor)
            else:
                viewport.unsetCursor()
            on_heading = note is None and self._scene.is_on_heading(self._view.mapToScene(position))
            self._view.setToolTip(canvas_words.HEADING_HOW if on_heading else "")
            return
        at_edge = self._handles.side_at(position, card)
        viewport.setCursor(Qt.CursorShape.SizeHorCursor if at_edge else Qt.CursorShape.OpenHandCursor)
        self._view.setToolTip(card.resource.name if card.face.shortened else "")


def _adds(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
