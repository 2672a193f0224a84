"""The handles at both ends of a card's range: where they are, and which one is under the pointer."""

from typing import Literal

from PySide6.QtCore import QPoint, QPointF

from resource_mapper.domain.edits import Edge
from resource_mapper.layout.boxes import CardBox
from resource_mapper.ui.canvas.link_handle import BESIDE_PX, REACH_PX
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.zoom_view import ZoomView
from resource_mapper.ui.selection import Selection

HANDLE_REACH_PX = 6


class Handles:
    """Finds cards and handles under a pixel of the view. Handles show on hover and on selection."""

    def __init__(self, view: ZoomView, scene: SheetScene, selection: Selection) -> None:
        """Look at a view."""
        self._view = view
        self._scene = scene
        self._selection = selection

    def card_at(self, position: QPoint) -> CardBox | None:
        """Return the card under the pointer, or the selected one whose handle, half outside the pill, is there."""
        card = self._scene.card_under(self._view.mapToScene(position))
        if card is not None:
            return card
        boxes = [self._scene.box_of(key) for key in self._selection.ids]
        if self._scene.writes_aims and self._scene.layout is not None:
            boxes += [box for box in self._scene.layout.cards if box.aim]
        return next((box for box in boxes if box and self.side_at(position, box)), None)

    def link_at(self, position: QPoint) -> CardBox | None:
        """Return the card whose handle for arrows is under the pointer."""
        card, away = self._scene.linkable, self._from_link(position)
        return card if away is not None and away.x() ** 2 + away.y() ** 2 <= REACH_PX**2 else None

    def is_on_way_to_link(self, position: QPoint) -> bool:
        """Whether the pointer is on the handle for arrows, or between it and its card: both stay as they are."""
        away = self._from_link(position)
        return away is not None and abs(away.y()) <= REACH_PX and -BESIDE_PX <= away.x() <= REACH_PX

    def _from_link(self, position: QPoint) -> QPoint | None:
        """Return where the pointer is, seen from the middle of the handle for arrows."""
        card = self._scene.linkable
        if card is None:
            return None
        edge = self._scene.scene_point(card.page, card.pill.right, card.pill.centre_y)
        return position - self._view.mapFromScene(edge) - QPoint(round(BESIDE_PX), 0)

    def edge_at(self, position: QPoint, card: CardBox) -> Edge | None:
        """Return which end of a card's data is under the pointer (`left` is the 元気 side, wherever it is seen)."""
        side = self.side_at(position, card)
        if side is None or self._scene.layout is None:
            return None
        return "left" if (side == "left") != self._scene.layout.scale.mirrored else "right"

    def side_at(self, position: QPoint, card: CardBox) -> Literal["left", "right"] | None:
        """Return which end of a card, as seen, is under the pointer."""
        centre = self._scene.scene_point(card.page, 0, card.pill.centre_y).y()
        if abs(self._view.mapToScene(position).y() - centre) > card.pill.height / 2:
            return None
        if self._scene.writes_aims and card.aim and (side := self._side_of(position, centre, *card.aim)):
            return side
        return self._side_of(position, centre, card.range_left, card.range_right)

    def _side_of(self, position: QPoint, centre: float, x0: float, x1: float) -> Literal["left", "right"] | None:
        """Return which end of a range, in mm, is under the pointer."""
        reach = HANDLE_REACH_PX
        left = self._view.mapFromScene(QPointF(x0, centre)).x()
        right = self._view.mapFromScene(QPointF(x1, centre)).x()
        if right - left < 4 * reach:
            reach = max(2, (right - left) // 4)  # a short card must stay movable
        if abs(position.x() - right) <= reach:
            return "right"
        return "left" if abs(position.x() - left) <= reach else None
