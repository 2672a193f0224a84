"""Drawing a つながり from a card's handle to the card where people go on to."""

from PySide6.QtCore import QPointF

from resource_mapper.domain import linking
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.gestures import Outcome, Pointer
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.words import undo_words


class DrawLink:
    """An arrow follows the hand; the card under it lights up, and is linked on release."""

    scrolls_outside = True

    def __init__(self, scene: SheetScene, source: CardBox) -> None:
        """Begin at a card."""
        self._scene = scene
        self._source = source.resource

    def update(self, pointer: Pointer) -> str:
        """Show the arrow; say what a release would link."""
        source = self._scene.item_of(self._source.id)
        target = self._target(pointer.point)
        lit = self._scene.item_of(target.resource.id) if target is not None else None
        if source is not None:
            self._scene.rubber_arrow.show_between(source.pill, pointer.point, lit.pill if lit is not None else None)
        return canvas_words.LINK_WHERE if target is None else undo_words.linked(self._source.name, target.resource.name)

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:
        """Link the card to the one under the pointer."""
        self._scene.rubber_arrow.hide()
        target = self._target(pointer.point)
        if target is None:
            return None
        after = linking.link(worksheet, (self._source.id, target.resource.id))
        return Outcome(undo_words.linked(self._source.name, target.resource.name), after)

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._scene.rubber_arrow.hide()

    def _target(self, point: QPointF) -> CardBox | None:
        card = self._scene.card_under(point)
        return card if card is not None and card.resource.id != self._source.id else None
