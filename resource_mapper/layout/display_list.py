"""The few primitives that the painters translate, and nothing else.

Coordinates in mm, origin top left, y down; colours `#RRGGBB`; dashes in mm. Painters decide nothing: no wrapping,
no colour choice, no "does it fit".
"""

from collections.abc import Iterator
from typing import NamedTuple

from resource_mapper.layout.geometry import Rect

_ARC = 0.5522847498
"""Control point distance of a quarter circle as a Bézier curve."""

Point = tuple[float, float]


class Gradient(NamedTuple):
    """A horizontal change of colour over a shape's width: (place 0–1, colour), at least two."""

    stops: tuple[tuple[float, str], ...]


class Stroke(NamedTuple):
    """An outline or line: colour, width, and lengths of dash and gap."""

    color: str
    width: float
    dash: tuple[float, float] | None = None


class Box(NamedTuple):
    """A rectangle, filled and/or outlined; `radii` are those of the corners from top left, clockwise."""

    rect: Rect
    fill: str | None = None
    stroke: Stroke | None = None
    radii: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


class Polygon(NamedTuple):
    """A closed shape."""

    points: tuple[Point, ...]
    fill: str | Gradient | None = None
    stroke: Stroke | None = None


class Lines(NamedTuple):
    """Separate straight lines of one look: (x0, y0, x1, y1) each."""

    segments: tuple[tuple[float, float, float, float], ...]
    stroke: Stroke


class Text(NamedTuple):
    """One line of text, its left end on the baseline at (x, y). Every character is in the font."""

    x: float
    y: float
    text: str
    size_pt: float
    color: str
    bold: bool = False


class Clip(NamedTuple):
    """Primitives of which only the part inside a rectangle shows."""

    rect: Rect
    items: "tuple[Primitive, ...]"


Primitive = Box | Polygon | Lines | Text | Clip
DisplayList = tuple[Primitive, ...]


class DrawnPage(NamedTuple):
    """One page of paper, `width` × `height` mm: what is on it, from back to front, and its name."""

    width: float
    height: float
    items: DisplayList
    name: str


PathStep = tuple[Point, ...]
"""One point: a straight line to it. Three points: a Bézier curve with two control points."""


def outline(box: Box) -> tuple[Point, tuple[PathStep, ...]]:
    """Return a box's outline for a painter: the start point and the steps round it, clockwise."""
    rect = box.rect
    limit = min(rect.width, rect.height) / 2
    tl, tr, br, bl = (min(radius, limit) for radius in box.radii)
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    keep = 1 - _ARC
    corners = (  # where each begins, its two control points, where it ends
        ((right - tr, top), (right - tr * keep, top), (right, top + tr * keep), (right, top + tr)),
        ((right, bottom - br), (right, bottom - br * keep), (right - br * keep, bottom), (right - br, bottom)),
        ((left + bl, bottom), (left + bl * keep, bottom), (left, bottom - bl * keep), (left, bottom - bl)),
        ((left, top + tl), (left, top + tl * keep), (left + tl * keep, top), (left + tl, top)),
    )
    steps: list[PathStep] = []
    for before, control1, control2, after in corners:
        steps.append((before,))
        if before != after:
            steps.append((control1, control2, after))
    return (left + tl, top), tuple(steps)


def texts(items: DisplayList) -> Iterator[Text]:
    """Walk over all text runs, also inside clips."""
    for item in items:
        if isinstance(item, Text):
            yield item
        elif isinstance(item, Clip):
            yield from texts(item.items)
