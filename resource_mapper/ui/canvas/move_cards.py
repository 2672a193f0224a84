"""Dragging cards along the axis and between rows."""

from PySide6.QtCore import QPointF

from resource_mapper.domain.axis import Span
from resource_mapper.domain.edits import Place, duplicate, move, place
from resource_mapper.domain.resource import new_id
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.make_room import Claim, row_of
from resource_mapper.layout.page import AXIS
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.gestures import Outcome, Pointer, landing_words, snapped
from resource_mapper.ui.canvas.room_maker import Arrival, RoomMaker
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.scene_space import Spot
from resource_mapper.ui.words import undo_words

LIFTED_OPACITY = 0.88


class MoveCards:
    """Drag one card, with all others that are selected, along the axis and between rows."""

    scrolls_outside = True

    def __init__(self, scene: SheetScene, grabbed: CardBox, ids: tuple[str, ...], start: QPointF) -> None:
        """Take hold of a card at a scene point; `ids` are all cards that move."""
        assert scene.layout is not None  # noqa: S101 a card is grabbed on a sheet
        self._scene = scene
        self._layout = scene.layout
        self._grabbed = grabbed
        self._ids = ids
        self._start = start
        self._items = {key: item for key in ids if (item := scene.item_of(key))}
        self._origins = {key: item.pos() for key, item in self._items.items()}
        self._boxes = [box for key in self._items if (box := scene.box_of(key))]
        self._room = RoomMaker(scene, self._layout, ids)
        self._room.changed.connect(self._show_mark)
        self._spot: Spot | None = None
        self._span = Span(0.0, 0.0)
        self._claims: tuple[Arrival, ...] = ()
        self._at = start
        self._centre = scene.scene_point(grabbed.page, grabbed.pill.centre_x, grabbed.pill.centre_y)
        for item in self._items.values():
            item.setZValue(10)
            item.setOpacity(LIFTED_OPACITY)

    def update(self, pointer: Pointer) -> str:
        """Let the cards follow; show where the grabbed one will land."""
        point = self._guided(pointer)
        shift = point - self._start
        for key, item in self._items.items():
            item.setPos(self._origins[key] + shift)
        self._scene.links.follow({key: item.pill for key, item in self._items.items()})
        self._spot = self._scene.spot_at(self._middle(point))
        self._span = self._landing(point, free=pointer.free)
        self._at = point
        if self._spot is not None:
            self._claims = self._arrivals(self._spot, self._span)
            self._room.consider(self._claims, copying=pointer.copying)
        self._show_mark()
        words = landing_words(self._spot.row if self._spot else None, self._span)
        return canvas_words.copying(words) if pointer.copying else words

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:
        """Write the new place into the worksheet; with copies, into those of the cards."""
        point = self._guided(pointer)
        where = self._scene.place_at(self._middle(point))
        span = self._landing(point, free=pointer.free)
        self._room.stop()
        resource = worksheet.get(self._grabbed.resource.id)
        if where is None or resource is None or resource.span is None:
            return None
        ids = {key: new_id() for key in self._ids} if pointer.copying else {key: key for key in self._ids}
        before = duplicate(worksheet, ids) if pointer.copying else worksheet
        if len(ids) > 1:
            row_id = None if where.row_id == self._grabbed.row_id else where.row_id
            heights = {ids[key]: height for key, height in self._heights(point).items()}
            after = move(before, ids.values(), span.left - resource.span.left, row_id, heights)
            return Outcome(undo_words.moved_many(len(ids), copied=pointer.copying), after)
        target = Place(where.row_id, span.left, where.lane, where.free_y)
        text = undo_words.moved(resource.name, copied=pointer.copying)
        return Outcome(text, place(before, ids[resource.id], target))

    def cancel(self) -> None:
        """Put the cards back."""
        self._room.put_back()
        self._room.deleteLater()
        self._scene.drop_mark.hide()
        for item in self._items.values():
            item.setOpacity(1.0)
            item.setZValue(0)
        self._scene.put_back(self._items)

    def _guided(self, pointer: Pointer) -> QPointF:
        """Return the pointer's point, kept on one line with the start while Shift is held."""
        shift = pointer.point - self._start
        if not pointer.straight:
            return pointer.point
        across = abs(shift.x()) >= abs(shift.y())
        return self._start + (QPointF(shift.x(), 0) if across else QPointF(0, shift.y()))

    def _landing(self, point: QPointF, *, free: bool) -> Span:
        """Return the range the grabbed card would have; a border of a band near one of its ends pulls it."""
        scale, span = self._layout.scale, self._grabbed.resource.span
        assert span is not None  # noqa: S101 only placed cards can be grabbed
        anchor = scale.x(span.left) + point.x() - self._start.x()
        landed = span.moved_to(scale.position(anchor))
        if free or landed == span:
            return landed
        by_left = snapped(landed.left) - landed.left
        by_right = snapped(landed.right) - landed.right
        pull = min((by for by in (by_left, by_right) if by), key=abs, default=0.0)
        return landed.moved_to(landed.left + pull)

    def _middle(self, point: QPointF) -> QPointF:
        """Return the grabbed card's middle: what decides its row and lane."""
        return self._centre + point - self._start

    def _arrivals(self, spot: Spot, span: Span) -> tuple[Arrival, ...]:
        """Return what the held cards claim where they would land: sub-row and x for one, x for each of several."""
        shift = self._layout.scale.stretch(span.left, span.right)[0] - self._grabbed.range_left
        target = spot.page, spot.where.row_id
        if len(self._boxes) == 1:
            return (self._arrival(self._grabbed, target, shift, spot.where.lane),)
        if spot.where.row_id == self._grabbed.row_id:
            return tuple(self._arrival(box, (box.page, box.row_id), shift, box.resource.lane) for box in self._boxes)
        return tuple(self._arrival(box, target, shift, None) for box in self._boxes)

    def _arrival(self, box: CardBox, target: tuple[int, str], shift: float, lane: int | None) -> Arrival:
        width = box.pill.width
        left = box.range_left + (box.range_right - box.range_left - width) / 2 + shift
        left = min(max(left, AXIS.x), AXIS.right - width)
        wish = None
        if lane is not None:
            lanes = row_of(self._layout.pages[target[0]], target[1]).lanes
            wish = max(lane - (lanes[0].index if lanes else 0), 0)
        return Arrival(target, Claim(box.resource.id, left, left + width, box.pill.height, wish))

    def _show_mark(self) -> None:
        """Frame the range where it will lie: on its sub-row, as far as that is known."""
        if self._spot is not None:
            middle = self._lane_middle(self._spot)
            self._scene.show_drop_mark(self._spot, middle, self._span, self._grabbed.pill.height)

    def _lane_middle(self, spot: Spot) -> float:
        """Return y of the sub-row that the grabbed card will have; the hand's own where there is none yet."""
        if len(self._boxes) == 1 and spot.where.lane is not None:
            known = self._room.middle_of(self._claims[0])
            if known is not None:
                return known
        lane = next((lane for lane in spot.row.lanes if lane.index == spot.where.lane), None)
        return self._scene.page_point(self._middle(self._at))[2] if lane is None else lane.top + lane.height / 2

    def _heights(self, point: QPointF) -> dict[str, float]:
        """Return, in 自由配置, the height of every moved card."""
        heights = {}
        for key in self._ids:
            if box := self._scene.box_of(key):
                centre = self._scene.scene_point(box.page, box.pill.centre_x, box.pill.centre_y)
                where = self._scene.place_at(centre + point - self._start)
                if where is not None and where.free_y is not None:
                    heights[key] = where.free_y
        return heights
