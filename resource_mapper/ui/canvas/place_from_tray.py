"""Bringing a waiting card from the tray."""

from PySide6.QtCore import QPointF

from resource_mapper.domain.axis import Span
from resource_mapper.domain.edits import DROP_WIDTH, Place, place
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.gestures import Outcome, Pointer, landing_words
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.words import undo_words


class PlaceFromTray:
    """Bring a waiting card from the tray onto the sheet."""

    HEIGHT = 7.5
    scrolls_outside = False

    def __init__(self, scene: SheetScene, resource_id: str, name: str) -> None:
        """Take a card out of the tray."""
        self._scene = scene
        self._resource_id = resource_id
        self._name = name

    def update(self, pointer: Pointer) -> str:
        """Show where it would land, or nothing beside the paper."""
        point = pointer.point
        if not self._on_paper(point):
            self._scene.drop_mark.hide()
            return canvas_words.BRING_TO_PAPER
        span, spot = self._span(point), self._scene.spot_at(point)
        self._scene.show_drop_mark(spot, self._scene.page_point(point)[2], span, self.HEIGHT)
        return landing_words(spot.row if spot else None, span)

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:
        """Place it; beside the paper it stays in the tray."""
        point = pointer.point
        self._scene.drop_mark.hide()
        where = self._scene.place_at(point)
        if where is None or not self._on_paper(point):
            return None
        target = Place(where.row_id, self._span(point).left, where.lane, where.free_y)
        return Outcome(undo_words.placed(self._name), place(worksheet, self._resource_id, target))

    def cancel(self) -> None:
        """Leave it in the tray."""
        self._scene.drop_mark.hide()

    def _span(self, point: QPointF) -> Span:
        layout = self._scene.layout
        assert layout is not None  # noqa: S101 there is a sheet before there is a tray
        centre = layout.scale.position(point.x())
        return Span(0.0, DROP_WIDTH).moved_to(centre - DROP_WIDTH / 2)

    def _on_paper(self, point: QPointF) -> bool:
        return self._scene.sceneRect().contains(point)
