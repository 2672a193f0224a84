"""What a hand does on the sheet, one object per gesture: start, move, end or cancel (architecture.md, rule 5).

During a gesture only items move. Its end makes exactly one edit, its cancelling none.
"""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF

from resource_mapper.domain.axis import Span, place_in_words, span_in_words
from resource_mapper.domain.edits import DROP_WIDTH, Edge, Place, move, place, resize
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox
from resource_mapper.ui import messages
from resource_mapper.ui.canvas.scene import SheetScene


@dataclass(frozen=True, slots=True)
class Outcome:
    """The edit a gesture ends in: its name in the undo list, and the worksheet after it."""

    text: str
    worksheet: Worksheet


class Gesture(Protocol):
    """A gesture under way."""

    def update(self, point: QPointF) -> str:
        """Follow the pointer (scene coordinates); return where it is, in words."""

    def finish(self, point: QPointF, worksheet: Worksheet) -> Outcome | None:
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

    def update(self, point: QPointF) -> str:
        """Let the cards follow; show where the grabbed one will land."""
        shift = point - self._start
        for key, origin in self._origins.items():
            if item := self._scene.item_of(key):
                item.setPos(origin + shift)
        span = self._landing(point)
        middle = self._middle(point)
        self._scene.show_drop_mark(middle, span.left, span.right, self._grabbed.pill.height)
        where = self._scene.place_at(middle)
        return messages.landing(self._row_label(where), place_in_words(span.left), span_in_words(span))

    def finish(self, point: QPointF, worksheet: Worksheet) -> Outcome | None:
        """Write the new place into the worksheet."""
        where = self._scene.place_at(self._middle(point))
        span = self._landing(point)
        self._tidy()
        resource = worksheet.get(self._grabbed.resource.id)
        if where is None or resource is None or resource.span is None:
            return None
        if len(self._ids) > 1:
            row_id = None if where.row_id == self._grabbed.row_id else where.row_id
            after = move(worksheet, self._ids, span.left - resource.span.left, row_id)
            return Outcome(messages.moved_many(len(self._ids)), after)
        target = Place(where.row_id, span.left, where.lane, where.free_y)
        return Outcome(messages.moved(resource.name), place(worksheet, resource.id, target))

    def cancel(self) -> None:
        """Put the cards back."""
        self._tidy()
        for key in self._origins:
            self._scene.put_back(key)

    def _landing(self, point: QPointF) -> Span:
        """Return the range the grabbed card would have."""
        layout, span = self._scene.layout, self._grabbed.resource.span
        assert layout is not None  # noqa: S101 a card is grabbed on a sheet
        assert span is not None  # noqa: S101 only placed cards can be grabbed
        anchor = layout.scale.x(span.left) + point.x() - self._start.x()
        return span.moved_to(layout.scale.position(anchor))

    def _middle(self, point: QPointF) -> QPointF:
        """Return the grabbed card's middle: what decides its row and lane."""
        pill = self._grabbed.pill
        centre = self._scene.scene_point(self._grabbed.page, pill.centre_x, pill.centre_y)
        return centre + point - self._start

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

    def update(self, point: QPointF) -> str:
        """Show the range as it would be."""
        span = self._span(point)
        centre = self._scene.scene_point(self._card.page, 0, self._card.pill.centre_y)
        where = QPointF(point.x(), centre.y())
        self._scene.show_drop_mark(where, span.left, span.right, self._card.pill.height)
        return messages.resizing(span_in_words(span))

    def finish(self, point: QPointF, worksheet: Worksheet) -> Outcome | None:
        """Write the new end into the worksheet."""
        self._scene.drop_mark.hide()
        span = self._span(point)
        position = span.left if self._edge == "left" else span.right
        after = resize(worksheet, self._card.resource.id, self._edge, position)
        return Outcome(messages.resized(self._card.resource.name), after)

    def cancel(self) -> None:
        """Leave the range as it was."""
        self._scene.drop_mark.hide()

    def _span(self, point: QPointF) -> Span:
        layout, span = self._scene.layout, self._card.resource.span
        assert layout is not None  # noqa: S101 a card is grabbed on a sheet
        assert span is not None  # noqa: S101 only placed cards have handles
        position = layout.scale.position(point.x())
        return span.with_left(position) if self._edge == "left" else span.with_right(position)


class PlaceFromTray:
    """Bring a waiting card from the tray onto the sheet."""

    HEIGHT = 7.5

    def __init__(self, scene: SheetScene, resource_id: str, name: str) -> None:
        """Take a card out of the tray."""
        self._scene = scene
        self._resource_id = resource_id
        self._name = name

    def update(self, point: QPointF) -> str:
        """Show where it would land, or nothing beside the paper."""
        if not self._on_paper(point):
            self._scene.drop_mark.hide()
            return messages.BRING_TO_PAPER
        span = self._span(point)
        self._scene.show_drop_mark(point, span.left, span.right, self.HEIGHT)
        return messages.landing(self._row_label(point), place_in_words(span.left), span_in_words(span))

    def finish(self, point: QPointF, worksheet: Worksheet) -> Outcome | None:
        """Place it; beside the paper it stays in the tray."""
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
