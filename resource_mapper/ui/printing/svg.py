"""Display lists → SVG in mm, text as outlines, so that it looks the same wherever it is opened.

Qt's own generator writes neither clips nor dashes as they are drawn.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from PySide6.QtGui import QPainterPath

from resource_mapper.layout.display_list import (
    Box,
    Clip,
    DrawnPage,
    Gradient,
    Lines,
    Point,
    Polygon,
    Primitive,
    Stroke,
    Text,
    outline,
)
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.style import PAPER
from resource_mapper.ui.qt_painter import GLYPH_PX, QtPainter

_CURVE = QPainterPath.ElementType.CurveToElement
_MOVE = QPainterPath.ElementType.MoveToElement


def svg_bytes(page: DrawnPage, painter_of_sheets: QtPainter) -> bytes:
    """Return a page as SVG; the painter gives the outlines of its text."""
    size = f"{_n(page.width)}mm", f"{_n(page.height)}mm"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}"'
        f' viewBox="0 0 {_n(page.width)} {_n(page.height)}">\n<title>{escape(page.name)}</title>'
    )
    ground = Box(Rect(0, 0, page.width, page.height), PAPER)
    body = _Writer(painter_of_sheets).elements((ground, *page.items))
    return "\n".join((head, *body, "</svg>\n")).encode()


class _Writer:
    """Translates primitives to elements; counts what needs a name."""

    def __init__(self, painter_of_sheets: QtPainter) -> None:
        self._painter_of_sheets = painter_of_sheets
        self._named = 0

    def elements(self, items: Iterable[Primitive]) -> Iterator[str]:
        for item in items:
            match item:
                case Text():
                    yield self._text(item)
                case Box():
                    start, steps = outline(item)
                    curves = "".join(("L" if len(step) == 1 else "C") + _points(step) for step in steps)
                    yield _path(f"M{_points([start])}{curves}Z", item.fill, item.stroke)
                case Polygon():
                    yield from self._polygon(item)
                case Lines():
                    data = "".join(f"M{_points([(x0, y0), (x1, y1)])}" for x0, y0, x1, y1 in item.segments)
                    yield _path(data, None, item.stroke)
                case Clip():
                    yield from self._clip(item)

    def _text(self, item: Text) -> str:
        path = self._painter_of_sheets.outline(item.text, bold=item.bold)
        scale = item.size_pt * MM_PER_PT / GLYPH_PX
        parts: list[str] = []
        curve_left = 0
        for index in range(path.elementCount()):
            element = path.elementAt(index)
            point = _points([(item.x + element.x * scale, item.y + element.y * scale)])
            if curve_left:
                curve_left -= 1
                parts.append(f" {point}")
            else:
                curve_left = 2 if element.type == _CURVE else 0
                parts.append(("M" if element.type == _MOVE else "C" if curve_left else "L") + point)
        return _path("".join(parts), item.color, None)

    def _polygon(self, item: Polygon) -> Iterator[str]:
        fill = item.fill
        if isinstance(fill, Gradient):
            xs = [x for x, _ in item.points]
            name = self._name()
            stops = "".join(f'<stop offset="{_n(place)}" stop-color="{color}"/>' for place, color in fill.stops)
            yield (
                f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{_n(min(xs))}" y1="0"'
                f' x2="{_n(max(xs))}" y2="0">{stops}</linearGradient>'
            )
            fill = f"url(#{name})"
        yield _path(f"M{_points(item.points)}Z", fill, item.stroke)

    def _clip(self, item: Clip) -> Iterator[str]:
        """Cut hatches to shape, which every program can draw; leave other clips to the program."""
        if all(isinstance(each, Lines) for each in item.items):
            for each in item.items:
                if isinstance(each, Lines):
                    pieces = (_cut(piece, item.rect) for piece in _pieces(each))
                    yield _path("".join(f"M{_points(piece)}Z" for piece in pieces if piece), each.stroke.color, None)
            return
        name, rect = self._name(), item.rect
        corners = f'x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(rect.width)}" height="{_n(rect.height)}"'
        yield f'<clipPath id="{name}"><rect {corners}/></clipPath><g clip-path="url(#{name})">'
        yield from self.elements(item.items)
        yield "</g>"

    def _name(self) -> str:
        self._named += 1
        return f"n{self._named}"


def _path(data: str, fill: str | None, stroke: Stroke | None) -> str:
    look = f' fill="{fill or "none"}"'
    if stroke:
        look += f' stroke="{stroke.color}" stroke-width="{_n(stroke.width)}"'
        if stroke.dash:
            look += f' stroke-dasharray="{_n(stroke.dash[0])} {_n(stroke.dash[1])}"'
    return f'<path d="{data}"{look}/>'


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    return f"{round(value, 3):g}" if abs(value) < 1000 else f"{value:.1f}"


def _pieces(lines: Lines) -> Iterator[list[Point]]:
    """Return each dash of some lines as a quadrilateral."""
    half = lines.stroke.width / 2
    for x0, y0, x1, y1 in lines.segments:
        length = math.hypot(x1 - x0, y1 - y0)
        if not length:
            continue
        along = (x1 - x0) / length, (y1 - y0) / length
        side = -along[1] * half, along[0] * half
        dash, gap = lines.stroke.dash or (length, 1.0)
        for number in range(math.ceil(length / (dash + gap))):
            start = number * (dash + gap)
            ends = [(x0 + along[0] * at, y0 + along[1] * at) for at in (start, min(start + dash, length))]
            (ax, ay), (bx, by) = ends
            yield [
                (ax + side[0], ay + side[1]),
                (bx + side[0], by + side[1]),
                (bx - side[0], by - side[1]),
                (ax - side[0], ay - side[1]),
            ]


def _cut(points: Sequence[Point], rect: Rect) -> list[Point]:
    """Return the part of a convex shape inside a rectangle (Sutherland and Hodgman, CACM 17(1), 1974)."""
    left: list[Point] = list(points)
    for axis, limit, sign in ((0, rect.x, 1), (0, rect.right, -1), (1, rect.y, 1), (1, rect.bottom, -1)):
        kept: list[Point] = []
        for before, after in zip([*left[-1:], *left[:-1]], left, strict=True):
            d0, d1 = (before[axis] - limit) * sign, (after[axis] - limit) * sign
            if (d0 < 0) != (d1 < 0):
                share = d0 / (d0 - d1)
                kept.append((before[0] + (after[0] - before[0]) * share, before[1] + (after[1] - before[1]) * share))
            if d1 >= 0:
                kept.append(after)
        left = kept
    return left
