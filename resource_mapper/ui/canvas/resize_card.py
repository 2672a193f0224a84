"""Dragging one end of a card's range."""

from resource_mapper.domain.axis import Span, span_in_words
from resource_mapper.domain.edits import Edge, resize
from resource_mapper.domain.should_be import stretch_aim
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.gestures import BORDERS, Outcome, Pointer, snapped
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.words import undo_words

OWN_END = 0.012
"""Nearer than this an aim is the same as what is: 4 mm on paper."""


class ResizeCard:
    """Drag one end of a card's range."""

    scrolls_outside = True

    def __init__(self, scene: SheetScene, card: CardBox, edge: Edge) -> None:
        """Take hold of an end (`left` is the 元気 side of the data, wherever it is seen)."""
        self._scene = scene
        self._card = card
        self._edge: Edge = edge

    def update(self, pointer: Pointer) -> str:
        """Show the range as it would be."""
        span, middle = self._dragged(pointer), self._card.pill.centre_y
        spot = self._scene.spot_at(self._scene.scene_point(self._card.page, self._card.pill.centre_x, middle))
        self._scene.show_drop_mark(spot, middle, span, self._card.pill.height)
        return self._hint(span)

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:
        """Write the new end into the worksheet."""
        self._scene.drop_mark.hide()
        span = self._dragged(pointer)
        position = span.left if self._edge == "left" else span.right
        return self._outcome(worksheet, position)

    def cancel(self) -> None:
        """Leave the range as it was."""
        self._scene.drop_mark.hide()

    def _dragged(self, pointer: Pointer) -> Span:
        layout, span = self._scene.layout, self._span()
        assert layout is not None  # noqa: S101 a card is grabbed on a sheet
        position = layout.scale.position(pointer.point.x())
        position = position if pointer.free else self._snapped(position)
        return span.with_left(position) if self._edge == "left" else span.with_right(position)

    # What an end is that of

    def _span(self) -> Span:
        assert self._card.resource.span is not None  # noqa: S101 only placed cards have handles
        return self._card.resource.span

    def _snapped(self, position: float) -> float:
        return snapped(position)

    def _hint(self, span: Span) -> str:
        return canvas_words.resizing(span_in_words(span))

    def _outcome(self, worksheet: Worksheet, position: float) -> Outcome:
        after = resize(worksheet, self._card.resource.id, self._edge, position)
        return Outcome(undo_words.resized(self._card.resource.name), after)


class AimCard(ResizeCard):
    """Drag one end of where a card should reach (あるべき姿); back at the card's own end it is taken back."""

    def _span(self) -> Span:
        return self._card.resource.aim or super()._span()

    def _snapped(self, position: float) -> float:
        span = super()._span()
        own = span.left if self._edge == "left" else span.right
        return own if abs(position - own) < OWN_END else snapped(position)

    def _hint(self, span: Span) -> str:
        return canvas_words.aiming(span_in_words(span))

    def _outcome(self, worksheet: Worksheet, position: float) -> Outcome:
        after = stretch_aim(worksheet, self._card.resource.id, self._edge, position)
        return Outcome(undo_words.aimed(self._card.resource.name), after)


def to_border(worksheet: Worksheet, resource_id: str, edge: Edge, *, aims: bool = False) -> Outcome | None:
    """Let a card's range, or its aim, reach at one end to the next border of a band; None where it is there already."""
    resource = worksheet.get(resource_id)
    if resource is None or resource.span is None:
        return None
    span = resource.aim or resource.span if aims else resource.span
    if edge == "left":
        position = max((border for border in BORDERS if Span(border, 1.0).left < span.left), default=0.0)
    else:
        position = min((border for border in BORDERS if Span(0.0, border).right > span.right), default=1.0)
    after = (stretch_aim if aims else resize)(worksheet, resource_id, edge, position)
    words = undo_words.aimed(resource.name) if aims else undo_words.resized(resource.name)
    return None if after == worksheet else Outcome(words, after)
