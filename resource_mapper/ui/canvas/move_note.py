"""Dragging a 付箋."""

from PySide6.QtCore import QPointF

from resource_mapper.domain.axis import place_in_words
from resource_mapper.domain.noting import change_note
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.notes import NoteBox, place_of_note
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.gestures import Outcome, Pointer
from resource_mapper.ui.canvas.note_items import HELD
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.words import undo_words


class MoveNote:
    """Move one note; the cards under it stay as they are."""

    scrolls_outside = True

    def __init__(self, scene: SheetScene, box: NoteBox, start: QPointF) -> None:
        """Take hold of a note at a scene point."""
        self._scene = scene
        self._box = box
        corner = scene.scene_point(box.page, box.area.x, box.area.y)
        self._grip = corner - start
        self._top = QPointF(box.area.width / 2, 0) + self._grip
        """From the pointer to the middle of the upper edge."""

    def update(self, pointer: Pointer) -> str:
        """Let the note follow; say where it would hang."""
        item = self._scene.notes.item_of(self._box.note.id)
        if item is not None:
            item.setZValue(HELD)
            item.setPos(pointer.point + self._grip)
        spot = self._scene.spot_at(pointer.point + self._top)
        return canvas_words.note_landing(spot.row.row.label, place_in_words(spot.where.position)) if spot else ""

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:
        """Write the new place into the worksheet."""
        layout = self._scene.layout
        if layout is None:
            return None
        place = place_of_note(layout, *self._scene.page_point(pointer.point + self._top))
        return Outcome(undo_words.NOTE_MOVED, change_note(worksheet, self._box.note.id, **place))

    def cancel(self) -> None:
        """Put the note where the layout has it."""
        if self._scene.layout is not None:
            self._scene.notes.show_layout(self._scene.layout)
