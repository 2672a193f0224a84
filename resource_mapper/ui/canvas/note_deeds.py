"""What hands and keys do to 付箋: each change is one edit of the document."""

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from resource_mapper.domain.note import Note, new_note_id
from resource_mapper.domain.noting import add_note, change_note, make_concern, make_resource, note_of, remove_notes
from resource_mapper.domain.resource import new_id
from resource_mapper.layout.notes import place_of_note
from resource_mapper.ui.canvas.keys import FINE_STEP, STEP
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.document import Document
from resource_mapper.ui.words import undo_words

DOWN_MM = 6.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_OPEN = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class NoteDeeds(QObject):
    """Sticks notes on, writes on them, moves them, takes them off."""

    def __init__(self, view: QWidget, scene: SheetScene, document: Document) -> None:
        """Act on a document for a view."""
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._document = document

    def add_at(self, point: QPointF) -> None:
        """Ask for words and stick a note on, the middle of its upper edge at a scene point."""
        layout = self._scene.layout
        words = self._ask("") if layout is not None else ""
        if not words or layout is None:
            return
        place = place_of_note(layout, *self._scene.page_point(point))
        note = Note(id=new_note_id(), words=words, **place)  # type: ignore[arg-type]
        self._scene.notes.set_shown(True)
        self._document.edit(undo_words.NOTE_ADDED, add_note(self._document.worksheet, note))
        self._scene.notes.choose(note.id)

    def edit(self, note_id: str) -> None:
        """Ask for other words."""
        note = note_of(self._document.worksheet, note_id)
        words = self._ask(note.words) if note is not None else ""
        if words:
            self._document.edit(undo_words.NOTE_WRITTEN, change_note(self._document.worksheet, note_id, words=words))

    def remove(self, note_id: str) -> None:
        """Take a note off; undo brings it back."""
        self._document.edit(undo_words.NOTE_REMOVED, remove_notes(self._document.worksheet, {note_id}))

    def make_card(self, note_id: str) -> None:
        """Let a note become a card where it hangs."""
        item = self._scene.notes.item_of(note_id)
        where = self._scene.place_at(item.area.center()) if item is not None else None
        if where is not None:
            after = make_resource(self._document.worksheet, note_id, where, new_id())
            self._document.edit(undo_words.NOTE_TO_CARD, after)

    def make_concern(self, note_id: str) -> None:
        """Let a note become a 課題 of the list."""
        self._document.edit(undo_words.NOTE_TO_CONCERN, make_concern(self._document.worksheet, note_id))

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key while a note is chosen; False for keys that mean nothing to it."""
        chosen = self._scene.notes.chosen
        if chosen is None:
            return False
        if event.key() in _ARROWS:
            self._nudge(chosen, Qt.Key(event.key()), fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in _OPEN:
            self.edit(chosen)
        elif event.key() in _REMOVE:
            self.remove(chosen)
        elif event.key() == Qt.Key.Key_Escape:
            self._scene.notes.choose(None)
        else:
            return False
        return True

    def tab(self, *, forward: bool) -> bool:
        """Go to the next note, or the first or last; False behind the last and before the first."""
        ids, chosen = self._scene.notes.ids, self._scene.notes.chosen
        at = (0 if forward else len(ids) - 1) if chosen is None else ids.index(chosen) + (1 if forward else -1)
        self._scene.notes.choose(ids[at] if 0 <= at < len(ids) else None)
        return 0 <= at < len(ids)

    def _nudge(self, note_id: str, key: Qt.Key, *, fine: bool) -> None:
        """Move a note along the axis, or up and down, over the rows as well."""
        item, layout = self._scene.notes.item_of(note_id), self._scene.layout
        if item is None or item.box is None or layout is None:
            return
        right, down = _ARROWS[key]
        box, step = item.box, layout.scale.width * (FINE_STEP if fine else STEP)
        x = box.area.centre_x + right * step
        y = box.area.y + down * (DOWN_MM / 4 if fine else DOWN_MM)
        after = change_note(self._document.worksheet, note_id, **place_of_note(layout, box.page, x, y))
        self._document.edit(undo_words.NOTE_MOVED, after, ("note", note_id))

    def _ask(self, words: str) -> str:
        from resource_mapper.ui.canvas.note_dialog import NoteDialog  # not needed to start

        dialog = NoteDialog(words, self._view)
        said = dialog.words() if dialog.exec() else ""
        dialog.deleteLater()
        return said
