"""Tab walks the cards in reading order, then the notes; past the last one it goes to the next widget."""

from resource_mapper.ui.canvas.keys import CanvasKeys
from resource_mapper.ui.canvas.note_deeds import NoteDeeds
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.selection import Selection


class TabWalk:
    """One card or note is current."""

    def __init__(self, keys: CanvasKeys, notes: NoteDeeds, scene: SheetScene, selection: Selection) -> None:
        """Walk a sheet."""
        self._keys = keys
        self._notes = notes
        self._scene = scene
        self._selection = selection

    def step(self, *, forward: bool) -> bool:
        """Go on by one; return whether there was one."""
        if self._scene.notes.chosen is None:
            if self._keys.tab(forward=forward):
                return True
            if not forward or not self._notes.tab(forward=True):
                return False
            self._selection.set([])
            return True
        return self._notes.tab(forward=forward) or (not forward and self._keys.go_to_end(last=True))

    def enter(self, *, forward: bool) -> bool:
        """Begin at the first card, or from behind at the last note where no card is current; return whether it did."""
        if not forward and not self._selection.ids and self._notes.tab(forward=False):
            return True
        return self._keys.tab(forward=forward, entering=True)
