"""The yardstick for printing: drawn pages as a flat list of reportlab calls, and nothing but making those calls."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from resource_mapper.layout.display_list import (
    Box,
    Clip,
    DrawnPage,
    Gradient,
    Lines,
    PathStep,
    Point,
    Polygon,
    Primitive,
    Stroke,
    Text,
    outline,
)
from resource_mapper.layout.geometry import Rect
from resource_mapper.paths import font_path

PT = 72 / 25.4
FONTS = {False: "Bare-Regular", True: "Bare-Bold"}

Call = tuple[str, tuple[Any, ...]]
"""A method of reportlab's canvas with its arguments; `path` is a path and how to paint it."""


def flatten(pages: Sequence[DrawnPage]) -> list[list[Call]]:
    """Return the calls for each page, all numbers and colours ready."""
    return [list(_Flat(page.height * PT).calls(page.items)) for page in pages]


def draw(pages: Sequence[Sequence[Call]], size: tuple[float, float]) -> bytes:
    """Make the calls; return the PDF, compressed, with the same fonts embedded. `size` is a page's, in mm."""
    buffer = BytesIO()
    settings: Any = {"pageCompression": 1, "initialFontName": FONTS[False]}
    canvas: Any = Canvas(buffer, (size[0] * PT, size[1] * PT), **settings)
    for calls in pages:
        for name, arguments in calls:
            if name == "path":
                _paint(canvas, *arguments)
            else:
                getattr(canvas, name)(*arguments)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def register_fonts() -> None:
    """Load the app's two font files, as a program does once."""
    for bold, name in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, str(font_path(bold=bold))))


def _paint(canvas: Any, steps: Sequence[Call], how: str, stroke: int, fill: int) -> None:
    path = canvas.beginPath()
    for name, arguments in steps:
        getattr(path, name)(*arguments)
    getattr(canvas, how)(path, stroke, fill)


class _Flat:
    """Turns one page's primitives into calls."""

    def __init__(self, height_pt: float) -> None:
        self._height = height_pt

    def calls(self, items: Sequence[Primitive]) -> Iterator[Call]:
        for item in items:
            match item:
                case Text():
                    yield "setFont", (FONTS[item.bold], item.size_pt)
                    yield "setFillColor", (_color(item.color),)
                    yield "drawString", (item.x * PT, self._y(item.y), item.text)
                case Box():
                    yield from self._look(item.fill, item.stroke)
                    yield self._box(item)
                case Polygon():
                    yield from self._polygon(item)
                case Lines():
                    yield from self._look(None, item.stroke)
                    yield "lines", ([(x0 * PT, self._y(y0), x1 * PT, self._y(y1)) for x0, y0, x1, y1 in item.segments],)
                case Clip():
                    yield "saveState", ()
                    yield "path", (self._corners(_corners(item.rect)), "clipPath", 0, 0)
                    yield from self.calls(item.items)
                    yield "restoreState", ()

    def _y(self, y: float) -> float:
        return self._height - y * PT

    def _look(self, fill: str | None, stroke: Stroke | None) -> Iterator[Call]:
        if fill:
            yield "setFillColor", (_color(fill),)
        if stroke:
            yield "setStrokeColor", (_color(stroke.color),)
            yield "setLineWidth", (stroke.width * PT,)
            yield "setDash", ([part * PT for part in stroke.dash or ()],)

    def _box(self, box: Box) -> Call:
        rect, paint = box.rect, (int(box.stroke is not None), int(box.fill is not None))
        place = (rect.x * PT, self._y(rect.bottom), rect.width * PT, rect.height * PT)
        limit = min(rect.width, rect.height) / 2
        if not any(box.radii):
            return "rect", (*place, *paint)
        if len(set(box.radii)) == 1 and not (box.stroke and box.stroke.dash):  # its dashes would begin elsewhere
            return "roundRect", (*place, min(box.radii[0], limit) * PT, *paint)
        start, steps = outline(box)
        return "path", (self._steps(start, steps), "drawPath", *paint)

    def _polygon(self, item: Polygon) -> Iterator[Call]:
        path = self._corners(item.points)
        if isinstance(item.fill, Gradient):
            xs = [x * PT for x, _ in item.points]
            colors, places = [_color(color) for _, color in item.fill.stops], [place for place, _ in item.fill.stops]
            yield "saveState", ()
            yield "path", (path, "clipPath", 0, 0)
            yield "linearGradient", (min(xs), 0, max(xs), 0, colors, places, False)
            yield "restoreState", ()
        else:
            yield from self._look(item.fill, item.stroke)
            yield "path", (path, "drawPath", int(item.stroke is not None), int(item.fill is not None))

    def _corners(self, points: Sequence[Point]) -> list[Call]:
        return self._steps(points[0], [(point,) for point in points[1:]])

    def _steps(self, start: Point, steps: Sequence[PathStep]) -> list[Call]:
        calls: list[Call] = [("moveTo", self._flat([start]))]
        calls.extend(("lineTo" if len(step) == 1 else "curveTo", self._flat(step)) for step in steps)
        return [*calls, ("close", ())]

    def _flat(self, points: Sequence[Point]) -> tuple[float, ...]:
        return tuple(value for x, y in points for value in (x * PT, self._y(y)))


def _corners(rect: Rect) -> list[Point]:
    return [(rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)]


def _color(color: str) -> Color:
    return HexColor(color)
