"""What a hand does on the sheet, one object per gesture: start, move, end or cancel (architecture.md, rule 5).

During a gesture only items move. Its end makes exactly one edit, its cancelling none.
"""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from resource_mapper.domain.axis import BANDS, Span, place_in_words, span_in_words
from resource_mapper.domain.edits import DROP_WIDTH, Edge, Place, duplicate, move, place, resize
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.resource import new_id
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox
from resource_mapper.ui import messages
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.selection import Selection

PULL = 0.008
"""How near a border of a band pulls: 2.9 mm on paper."""


def snapped(position: float) -> float:
    """Return the border of a band near a place on the axis, else the place."""
    borders = (0.0, *(band.end for band in BANDS))
    nearest = min(borders, key=lambda border: abs(border - position))
    return nearest if abs(nearest - position) <= PULL else position


@dataclass(frozen=True, slots=True)
class Outcome:
    """The edit a gesture ends in: its name in the undo list, and the worksheet after it."""

    text: str
    worksheet: Worksheet


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is (scene coordinates), and what the keys held with it ask for."""

    point: QPointF
    free: bool = False
    """Alt: do not snap to the borders of the bands."""
    straight: bool = False
    """Shift: keep the row or the place, whichever the pointer has left less."""
    copying: bool = False
    """Ctrl: leave the cards where they are and drop copies."""


class Gesture(Protocol):
    """A gesture under way."""

    def update(self, pointer: Pointer) -> str:
        """Follow the pointer; return where it is, in words."""

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:
        """End at a point; None where nothing comes of it."""

    def cancel(self) -> None:
        """Put everything back."""


class MoveCards:
    """Drag one card, with all others that are selected, along the axis and between rows."""

    def __init__(self, scene: SheetScene, grabbed: CardBox, ids: tuple[str, ...], start: QPointF) -> None:
        """Take hold of a card at a scene point; `ids` are all cards that move."""
        self._scene = scene
        self._grabbed = grabbed
        self._ids = ids
        self._start = start
        self._origins = {key: item.pos() for key in ids if (item := scene.item_of(key))}
        for key in self._origins:
            item = scene.item_of(key)
            if item:
                item.setZValue(10)
                item.setOpacity(0.88)

    def update(self, pointer: Pointer) -> str:
        """Let the cards follow; show where the grabbed one will land."""
        point = self._guided(pointer)
        shift = point - self._start
        for key, origin in self._origins.items():
            if item := self._scene.item_of(key):
                item.setPos(origin + shift)
        span = self._landing(point, free=pointer.free)
        middle = self._middle(point)
        self._scene.show_drop_mark(middle, span.left, span.right, self._grabbed.pill.height)
        where = self._scene.place_at(middle)
        words = messages.landing(self._row_label(where), place_in_words(span.left), span_in_words(span))
        return messages.copying(words) if pointer.copying else words

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:
        """Write the new place into the worksheet; with copies, into those of the cards."""
        point = self._guided(pointer)
        where = self._scene.place_at(self._middle(point))
        span = self._landing(point, free=pointer.free)
        self._tidy()
        resource = worksheet.get(self._grabbed.resource.id)
        if where is None or resource is None or resource.span is None:
            return None
        ids = {key: new_id() for key in self._ids} if pointer.copying else {key: key for key in self._ids}
        before = duplicate(worksheet, ids) if pointer.copying else worksheet
        if len(ids) > 1:
            row_id = None if where.row_id == self._grabbed.row_id else where.row_id
            heights = {ids[key]: height for key, height in self._heights(point).items()}
            after = move(before, ids.values(), span.left - resource.span.left, row_id, heights)
            return Outcome(messages.moved_many(len(ids), copied=pointer.copying), after)
        target = Place(where.row_id, span.left, where.lane, where.free_y)
        text = messages.moved(resource.name, copied=pointer.copying)
        return Outcome(text, place(before, ids[resource.id], target))

    def cancel(self) -> None:
        """Put the cards back."""
        self._tidy()
        for key in self._origins:
            self._scene.put_back(key)

    def _guided(self, pointer: Pointer) -> QPointF:
        """Return the pointer's point, kept on one line with the start while Shift is held."""
        shift = pointer.point - self._start
        if not pointer.straight:
            return pointer.point
        across = abs(shift.x()) >= abs(shift.y())
        return self._start + (QPointF(shift.x(), 0) if across else QPointF(0, shift.y()))

    def _landing(self, point: QPointF, *, free: bool) -> Span:
        """Return the range the grabbed card would have; a border of a band near one of its ends pulls it."""
        layout, span = self._scene.layout, self._grabbed.resource.span
        assert layout is not None  # noqa: S101 a card is grabbed on a sheet
        assert span is not None  # noqa: S101 only placed cards can be grabbed
        anchor = layout.scale.x(span.left) + point.x() - self._start.x()
        landed = span.moved_to(layout.scale.position(anchor))
        if free or landed == span:
            return landed
        by_left = snapped(landed.left) - landed.left
        by_right = snapped(landed.right) - landed.right
        pull = min((by for by in (by_left, by_right) if by), key=abs, default=0.0)
        return landed.moved_to(landed.left + pull)

    def _middle(self, point: QPointF) -> QPointF:
        """Return the grabbed card's middle: what decides its row and lane."""
        pill = self._grabbed.pill
        centre = self._scene.scene_point(self._grabbed.page, pill.centre_x, pill.centre_y)
        return centre + point - self._start

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

    def _row_label(self, where: Place | None) -> str:
        layout = self._scene.layout
        if where is None or layout is None:
            return ""
        rows = lens_of(layout.worksheet).rows(layout.worksheet)
        return next((row.label for row in rows if row.id == where.row_id), "")

    def _tidy(self) -> None:
        self._scene.drop_mark.hide()
        for key in self._origins:
            if item := self._scene.item_of(key):
                item.setOpacity(1.0)
                item.setZValue(0)


class ResizeCard:
    """Drag one end of a card's range."""

    def __init__(self, scene: SheetScene, card: CardBox, edge: Edge) -> None:
        """Take hold of an end (`left` is the 元気 side of the data, wherever it is seen)."""
        self._scene = scene
        self._card = card
        self._edge: Edge = edge

    def update(self, pointer: Pointer) -> str:
        """Show the range as it would be."""
        span = self._span(pointer)
        centre = self._scene.scene_point(self._card.page, 0, self._card.pill.centre_y)
        where = QPointF(pointer.point.x(), centre.y())
        self._scene.show_drop_mark(where, span.left, span.right, self._card.pill.height)
        return messages.resizing(span_in_words(span))

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:
        """Write the new end into the worksheet."""
        self._scene.drop_mark.hide()
        span = self._span(pointer)
        position = span.left if self._edge == "left" else span.right
        after = resize(worksheet, self._card.resource.id, self._edge, position)
        return Outcome(messages.resized(self._card.resource.name), after)

    def cancel(self) -> None:
        """Leave the range as it was."""
        self._scene.drop_mark.hide()

    def _span(self, pointer: Pointer) -> Span:
        layout, span = self._scene.layout, self._card.resource.span
        assert layout is not None  # noqa: S101 a card is grabbed on a sheet
        assert span is not None  # noqa: S101 only placed cards have handles
        position = layout.scale.position(pointer.point.x())
        position = position if pointer.free else snapped(position)
        return span.with_left(position) if self._edge == "left" else span.with_right(position)


class PlaceFromTray:
    """Bring a waiting card from the tray onto the sheet."""

    HEIGHT = 7.5

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
            return messages.BRING_TO_PAPER
        span = self._span(point)
        self._scene.show_drop_mark(point, span.left, span.right, self.HEIGHT)
        return messages.landing(self._row_label(point), place_in_words(span.left), span_in_words(span))

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:
        """Place it; beside the paper it stays in the tray."""
        point = pointer.point
        self._scene.drop_mark.hide()
        where = self._scene.place_at(point)
        if where is None or not self._on_paper(point):
            return None
        target = Place(where.row_id, self._span(point).left, where.lane, where.free_y)
        return Outcome(messages.placed(self._name), place(worksheet, self._resource_id, target))

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

    def _row_label(self, point: QPointF) -> str:
        where, layout = self._scene.place_at(point), self._scene.layout
        if where is None or layout is None:
            return ""
        rows = lens_of(layout.worksheet).rows(layout.worksheet)
        return next((row.label for row in rows if row.id == where.row_id), "")


class SelectByBand:
    """Draw a rubber band on the background; the cards it touches are selected at once."""

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
        return messages.selected(len(self._selection.ids))

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:  # noqa: ARG002 nothing is edited
        """Keep the selection."""
        self._before = self._selection.ids
        self._scene.band.hide()
        return None

    def cancel(self) -> None:
        """Select what was selected before; after `finish` that is what the band took."""
        self._scene.band.hide()
        self._selection.set(self._before)
