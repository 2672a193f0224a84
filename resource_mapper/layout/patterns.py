"""Patterns that stand for colours on a monochrome copy.

Pitches of at least 1 mm and lines of at least 0.22 mm survive a 200 dpi black-and-white copier (0.127 mm a pixel).
All patterns are aligned to the page, so that neighbours join.
"""

import math
from collections.abc import Callable

from resource_mapper.layout.display_list import Box, Clip, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import Rect

Segment = tuple[float, float, float, float]
Pattern = Callable[[Rect, str], tuple[Primitive, ...]]


def pattern(number: int, rect: Rect, color: str) -> Clip:
    """Fill a rectangle with one of the patterns; neighbouring numbers look least alike."""
    return Clip(rect, PATTERNS[number % len(PATTERNS)](rect, color))


def slanting(rect: Rect, pitch: float, *, falling: bool = False) -> tuple[Segment, ...]:
    """Return lines at 45° over a rectangle: rising to the right (/), or falling."""
    height = rect.height
    if falling:
        steps = range(math.ceil((rect.x - rect.bottom) / pitch), math.floor((rect.right - rect.y) / pitch) + 1)
        return tuple((step * pitch + rect.y, rect.y, step * pitch + rect.bottom, rect.bottom) for step in steps)
    steps = range(math.ceil((rect.x + rect.y) / pitch), math.floor((rect.right + rect.bottom) / pitch) + 1)
    return tuple(
        (step * pitch - rect.bottom, rect.bottom, step * pitch - rect.bottom + height, rect.y) for step in steps
    )


def _upright(rect: Rect, pitch: float) -> tuple[Segment, ...]:
    steps = range(math.ceil(rect.x / pitch), math.floor(rect.right / pitch) + 1)
    return tuple((step * pitch, rect.y, step * pitch, rect.bottom) for step in steps)


def _level(rect: Rect, pitch: float, first: float = 0.0) -> tuple[Segment, ...]:
    """Return level lines that begin at a whole number of pitches, so that dashes along them stay aligned."""
    start = math.floor(rect.x / pitch) * pitch + first
    steps = range(math.ceil(rect.y / pitch), math.floor(rect.bottom / pitch) + 1)
    return tuple((start, step * pitch, rect.right, step * pitch) for step in steps)


def _rising(pitch: float, width: float) -> Pattern:
    return lambda rect, color: (Lines(slanting(rect, pitch), Stroke(color, width)),)


def _falling(pitch: float, width: float) -> Pattern:
    return lambda rect, color: (Lines(slanting(rect, pitch, falling=True), Stroke(color, width)),)


def _crossed(pitch: float, width: float) -> Pattern:
    return lambda rect, color: (
        Lines(slanting(rect, pitch) + slanting(rect, pitch, falling=True), Stroke(color, width)),
    )


def _posts(pitch: float, width: float) -> Pattern:
    return lambda rect, color: (Lines(_upright(rect, pitch), Stroke(color, width)),)


def _grid(pitch: float, width: float) -> Pattern:
    return lambda rect, color: (Lines(_upright(rect, pitch) + _level(rect, pitch), Stroke(color, width)),)


def _rails(pitch: float, width: float) -> Pattern:
    return lambda rect, color: (Lines(_level(rect, pitch), Stroke(color, width)),)


def _dots(pitch: float, size: float) -> Pattern:
    """Square dots: level lines as thick as the dots, dashed as long."""
    return lambda rect, color: (Lines(_level(rect, pitch), Stroke(color, size, (size, pitch - size))),)


def _solid(rect: Rect, color: str) -> tuple[Primitive, ...]:
    return (Box(rect, color),)


PATTERNS: tuple[Pattern, ...] = (
    _dots(1.2, 0.5),
    _rising(1.4, 0.3),
    _posts(1.1, 0.3),
    _crossed(1.7, 0.22),
    _solid,
    _rails(1.0, 0.25),
    _falling(1.4, 0.3),
    _grid(2.2, 0.45),
    _rising(2.2, 0.8),
    _posts(2.0, 0.8),
    _falling(2.2, 0.8),
    _dots(1.6, 0.9),
)
"""One for each of the twelve categories a worksheet may have."""
