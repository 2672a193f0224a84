"""Display lists made from display lists: other colours, another size."""

from collections.abc import Callable

from resource_mapper.domain.color import BLACK
from resource_mapper.layout.display_list import (
    Box,
    Clip,
    DisplayList,
    DrawnPage,
    Gradient,
    Lines,
    Point,
    Polygon,
    Primitive,
    Stroke,
    Text,
)
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.style import PAPER


def in_black(items: DisplayList) -> DisplayList:
    """Return a drawing with everything black that is not white: a copier dithers greys into dust."""
    return recolored(items, lambda color: PAPER if color == PAPER else BLACK)


def recolored(items: DisplayList, change: Callable[[str], str]) -> DisplayList:
    """Return a drawing in other colours."""
    return tuple(_recolored(item, change) for item in items)


def _recolored(item: Primitive, change: Callable[[str], str]) -> Primitive:
    match item:
        case Text():
            return item._replace(color=change(item.color))
        case Lines():
            return item._replace(stroke=item.stroke._replace(color=change(item.stroke.color)))
        case Clip():
            return item._replace(items=recolored(item.items, change))
    stroke = item.stroke and item.stroke._replace(color=change(item.stroke.color))
    if isinstance(item.fill, Gradient):
        stops = tuple((offset, change(color)) for offset, color in item.fill.stops)
        return item._replace(fill=Gradient(stops), stroke=stroke)
    return item._replace(fill=item.fill and change(item.fill), stroke=stroke)


def scaled(items: DisplayList, factor: float, dx: float = 0.0, dy: float = 0.0) -> DisplayList:
    """Return a drawing at another size, then moved by (dx, dy) mm."""
    scale = _Scale(factor, dx, dy)
    return tuple(scale(item) for item in items)


def page_on(page: DrawnPage, width: float, height: float) -> DrawnPage:
    """Return a page as large as fits on other paper, in its middle."""
    factor = min(width / page.width, height / page.height)
    dx, dy = (width - page.width * factor) / 2, (height - page.height * factor) / 2
    return DrawnPage(width, height, scaled(page.items, factor, dx, dy), page.name)


def inset(page: DrawnPage, factor: float) -> DrawnPage:
    """Return a page whose content is reduced about its middle; the paper stays."""
    if factor == 1.0:
        return page
    dx, dy = page.width * (1 - factor) / 2, page.height * (1 - factor) / 2
    return page._replace(items=scaled(page.items, factor, dx, dy))


class _Scale:
    """Maps primitives; a class, since every kind needs the same three numbers."""

    def __init__(self, factor: float, dx: float, dy: float) -> None:
        self._factor, self._dx, self._dy = factor, dx, dy

    def __call__(self, item: Primitive) -> Primitive:
        factor = self._factor
        match item:
            case Text():
                x, y = self._point((item.x, item.y))
                return item._replace(x=x, y=y, size_pt=item.size_pt * factor)
            case Box():
                top_left, top_right, bottom_right, bottom_left = (radius * factor for radius in item.radii)
                radii = (top_left, top_right, bottom_right, bottom_left)
                return Box(self._rect(item.rect), item.fill, item.stroke and self._stroke(item.stroke), radii)
            case Polygon():
                points = tuple(map(self._point, item.points))
                return Polygon(points, item.fill, item.stroke and self._stroke(item.stroke))
            case Lines():
                segments = tuple((*self._point(each[:2]), *self._point(each[2:])) for each in item.segments)
                return Lines(segments, self._stroke(item.stroke))
            case Clip():
                return Clip(self._rect(item.rect), tuple(map(self, item.items)))

    def _point(self, point: Point) -> Point:
        return point[0] * self._factor + self._dx, point[1] * self._factor + self._dy

    def _rect(self, rect: Rect) -> Rect:
        x, y = self._point((rect.x, rect.y))
        return Rect(x, y, rect.width * self._factor, rect.height * self._factor)

    def _stroke(self, stroke: Stroke) -> Stroke:
        dash = stroke.dash and (stroke.dash[0] * self._factor, stroke.dash[1] * self._factor)
        return Stroke(stroke.color, stroke.width * self._factor, dash)
