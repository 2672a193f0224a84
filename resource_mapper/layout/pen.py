"""Small helpers that make primitives: text centred or at an edge, rounded boxes, hatches, marks."""

import math

from resource_mapper.domain.category import Mark
from resource_mapper.layout.display_list import Box, Clip, Lines, Polygon, Primitive, Stroke, Text
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.patterns import slanting
from resource_mapper.layout.style import PAPER

OPTICAL_MIDDLE = 0.38
"""Height of the middle of a kanji over the baseline, as a share of the type size (Noto Sans JP: 0.88 − 0.5)."""


def baseline(centre_y: float, size_pt: float) -> float:
    """Return the baseline of text whose middle lies at `centre_y`."""
    return centre_y + OPTICAL_MIDDLE * size_pt * MM_PER_PT


def text_at(x: float, centre_y: float, text: str, size_pt: float, color: str, *, bold: bool = False) -> Text:
    """Return text that begins at x."""
    return Text(x, baseline(centre_y, size_pt), text, size_pt, color, bold)


def text_centred(
    centre_x: float,
    centre_y: float,
    text: str,
    size_pt: float,
    color: str,
    measurer: TextMeasurer,
    *,
    bold: bool = False,
) -> Text:
    """Return text around a point."""
    x = centre_x - measurer.width(text, size_pt, bold=bold) / 2
    return text_at(x, centre_y, text, size_pt, color, bold=bold)


def text_ending(
    x: float,
    centre_y: float,
    text: str,
    size_pt: float,
    color: str,
    measurer: TextMeasurer,
    *,
    bold: bool = False,
) -> Text:
    """Return text that ends at x."""
    return text_at(x - measurer.width(text, size_pt, bold=bold), centre_y, text, size_pt, color, bold=bold)


def rounded(rect: Rect, radius: float, fill: str | None = None, stroke: Stroke | None = None) -> Box:
    """Return a box with four equal corners."""
    return Box(rect, fill, stroke, (radius, radius, radius, radius))


def hatch(rect: Rect, color: str, *, pitch: float = 2.0, width: float = 0.18) -> Clip:
    """Return slanting lines over a rectangle, aligned to the page so that neighbours join."""
    return Clip(rect, (Lines(slanting(rect, pitch), Stroke(color, width)),))


_SHAPES: dict[Mark, tuple[int, int]] = {
    # Number of corners and turn of the first one, in degrees from the top.
    Mark.SQUARE: (4, 45),
    Mark.OPEN_SQUARE: (4, 45),
    Mark.DIAMOND: (4, 0),
    Mark.OPEN_DIAMOND: (4, 0),
    Mark.TRIANGLE: (3, 0),
    Mark.OPEN_TRIANGLE: (3, 0),
    Mark.DOWN_TRIANGLE: (3, 180),
    Mark.OPEN_DOWN_TRIANGLE: (3, 180),
}
_OPEN = {
    Mark.RING,
    Mark.OPEN_SQUARE,
    Mark.OPEN_DIAMOND,
    Mark.OPEN_TRIANGLE,
    Mark.OPEN_STAR,
    Mark.OPEN_DOWN_TRIANGLE,
}


def mark(kind: Mark, centre_x: float, centre_y: float, size: float, color: str, ground: str = PAPER) -> Primitive:
    """Return a category's mark in a square of `size` mm; open marks are outlined and filled with the ground."""
    is_open = kind in _OPEN
    stroke = Stroke(color, size * 0.14) if is_open else None
    fill = ground if is_open else color
    radius = size * (0.43 if is_open else 0.5)
    if kind in (Mark.CIRCLE, Mark.RING):
        radius *= 0.94
        square = Rect(centre_x - radius, centre_y - radius, 2 * radius, 2 * radius)
        return rounded(square, radius, fill, stroke)
    if kind in (Mark.STAR, Mark.OPEN_STAR):
        points = _star(centre_x, centre_y + radius * 0.06, radius * 1.08)
    else:
        corners, turn = _SHAPES[kind]
        radius *= 1.18 if corners == 4 and turn else 1.1
        drop = {0: radius * 0.2, 180: -radius * 0.2}[turn] if corners == 3 else 0.0
        points = tuple(
            _around(centre_x, centre_y + drop, radius, turn + 360 * corner / corners) for corner in range(corners)
        )
    return Polygon(points, fill, stroke)


def heart(left: float, centre_y: float, size: float, color: str) -> Polygon:
    """Return a heart `size` mm wide, outlined: the sign of 自然な支え合い, unlike every mark also in black."""
    turns = (2 * math.pi * step / _HEART_STEPS for step in range(_HEART_STEPS))
    points = tuple(
        (
            left + size / 2 + size / 2 * math.sin(turn) ** 3,
            centre_y - size / 32 * (13 * math.cos(turn) - 5 * math.cos(2 * turn) - 2 * math.cos(3 * turn)),
        )
        for turn in turns
    )
    return Polygon(points, PAPER, Stroke(color, size * 0.14))


_HEART_STEPS = 32


def _star(x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    return tuple(_around(x, y, radius * (0.42 if i % 2 else 1.0), 36 * i) for i in range(10))


def _around(x: float, y: float, radius: float, degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return x + radius * math.sin(angle), y - radius * math.cos(angle)
