"""Drawing a rubber band."""

from PySide6.QtCore import QPointF, QRectF

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.gestures import Outcome, Pointer
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.selection import Selection


class SelectByBand:
    """Draw a rubber band on the background; the cards it touches are selected at once."""

    scrolls_outside = True

    def __init__(self, scene: SheetScene, selection: Selection, start: QPointF, *, adding: bool) -> None:
        """Begin at a scene point; `adding` keeps what was selected before."""
        self._scene = scene
        self._selection = selection
        self._start = start
        self._before = selection.ids
        self._kept = selection.ids if adding else ()

    def update(self, pointer: Pointer) -> str:
        """Select what lies under the band."""
        band = QRectF(self._start, pointer.point).normalized()
        self._scene.band.show_over(band)
        found = self._scene.cards_within(band)
        self._selection.set((*self._kept, *found))
        return canvas_words.selected(len(self._selection.ids))

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:  # noqa: ARG002 nothing is edited
        """Keep the selection."""
        self._before = self._selection.ids
        self._scene.band.hide()
        return None

    def cancel(self) -> None:
        """Select what was selected before; after `finish` that is what the band took."""
        self._scene.band.hide()
        self._selection.set(self._before)
