"""What a display list puts where: the extent of text, and the colours that lie under it."""

from collections.abc import Iterator

from resource_mapper.domain.color import contrast
from resource_mapper.layout.display_list import Box, Clip, DisplayList, Gradient, Lines, Polygon, Primitive, Text
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.style import PAPER

ASCENT, DESCENT = 0.88, 0.12
"""The em box of Noto Sans JP over and under the baseline."""

PLACES = (0.02, 0.25, 0.5, 0.75, 0.98)
"""Where along a text its ground is looked up."""


def extent(text: Text, measurer: TextMeasurer) -> Rect:
    """Return the box that holds a text's ink."""
    size = text.size_pt * MM_PER_PT
    width = measurer.width(text.text, text.size_pt, bold=text.bold)
    return Rect(text.x, text.y - ASCENT * size, width, (ASCENT + DESCENT) * size)


def outside(items: DisplayList, area: Rect, measurer: TextMeasurer) -> list[Primitive]:
    """Return the primitives that reach out of an area; of a clip only its rectangle counts."""
    return [item for item in items if not all(area.contains(x, y) for x, y in _corners(item, measurer))]


def _corners(item: Primitive, measurer: TextMeasurer) -> list[tuple[float, float]]:
    match item:
        case Polygon():
            return list(item.points)
        case Lines():
            return [point for x0, y0, x1, y1 in item.segments for point in ((x0, y0), (x1, y1))]
        case Text():
            rect = extent(item, measurer)
        case Box() | Clip():
            rect = item.rect
    return [(rect.x, rect.y), (rect.right, rect.bottom)]


def worst_contrast(items: DisplayList, measurer: TextMeasurer) -> tuple[float, str]:
    """Return the lowest contrast of any text with what lies under its middle line, and that text."""
    seen: list[Primitive] = []
    worst = (21.0, "")
    for item in flat(items):
        if isinstance(item, Text) and item.text.strip():
            box = extent(item, measurer)
            for place in PLACES:
                for color in grounds(seen, box.x + place * box.width, box.centre_y):
                    worst = min(worst, (contrast(item.color, color), item.text))
        seen.append(item)
    return worst


def flat(items: DisplayList) -> Iterator[Primitive]:
    """Walk over all primitives from back to front, also inside clips."""
    for item in items:
        if isinstance(item, Clip):
            yield from flat(item.items)
        else:
            yield item


def grounds(items: list[Primitive], x: float, y: float) -> list[str]:
    """Return the colour of the topmost filled shape at a point; of a gradient, all its stops."""
    for item in reversed(items):
        fill = item.fill if isinstance(item, (Box, Polygon)) and _covers(item, x, y) else None
        if isinstance(fill, Gradient):
            return [color for _, color in fill.stops]
        if fill is not None:
            return [fill]
    return [PAPER]


def _covers(shape: Box | Polygon, x: float, y: float) -> bool:
    if isinstance(shape, Box):
        return shape.rect.contains(x, y)
    inside = False
    for (x0, y0), (x1, y1) in zip(shape.points, (*shape.points[1:], shape.points[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside
