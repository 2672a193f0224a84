"""A page's primitives as PDF operators: written here, since reportlab is five times slower at making text of numbers.

One matrix turns mm with y downwards into points with y upwards; all else is in mm.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from resource_mapper.layout.display_list import (
    Box,
    Clip,
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
from resource_mapper.layout.geometry import MM_PER_PT, Rect

PT_PER_MM = 72 / 25.4

TextRuns = Callable[[str, bool], Iterable[tuple[str, bytes]]]
"""What a text in the regular or bold weight is as runs of characters of one embedded font: its name, the codes."""
Shade = Callable[[Gradient, float, float], None]
"""Writes the operators for a gradient from x to x."""


class PageContent:
    """Writes the operators of one page; colours, pens and fonts are named only where they change."""

    def __init__(self, height: float, write: Callable[[str], None], runs: TextRuns, shade: Shade) -> None:
        """Begin a page of some height."""
        write(f"{PT_PER_MM:.8f} 0 0 {-PT_PER_MM:.8f} 0 {height * PT_PER_MM:.5f} cm")
        self._write = write
        self._runs = runs
        self._shade = shade
        self._set: dict[str, str] = {}
        """What is set now: fill, pen, font."""

    def paint(self, items: Sequence[Primitive]) -> None:
        """Draw primitives in order."""
        for item in items:
            match item:
                case Text():
                    self._text(item)
                case Box():
                    self._shape(_box(item), item.fill, item.stroke)
                case Polygon():
                    self._polygon(item)
                case Lines():
                    self._change("pen", _pen(item.stroke))
                    self._write(" ".join(_LINE(*segment) for segment in item.segments) + " S")
                case Clip():
                    self._clip(_rectangle(item.rect), item.items)

    def _change(self, what: str, operators: str) -> None:
        if self._set.get(what) != operators:
            self._set[what] = operators
            self._write(operators)

    def _text(self, item: Text) -> None:
        self._change("fill", _fill(item.color))
        self._write(f"BT {MM_PER_PT:.6f} 0 0 {-MM_PER_PT:.6f} {item.x:.2f} {item.y:.2f} Tm")
        for font, codes in self._runs(item.text, item.bold):
            self._change("font", f"{font} {item.size_pt:.3f} Tf")
            self._write(f"<{codes.hex()}> Tj")
        self._write("ET")

    def _polygon(self, item: Polygon) -> None:
        path = _path(item.points[0], tuple((point,) for point in item.points[1:]))
        if isinstance(item.fill, Gradient):
            xs = [x for x, _ in item.points]
            self._write(f"q {path} W n")
            self._shade(item.fill, min(xs), max(xs))
            self._write("Q")
        else:
            self._shape(path, item.fill, item.stroke)

    def _shape(self, path: str, fill: str | None, stroke: Stroke | None) -> None:
        if fill is not None:
            self._change("fill", _fill(fill))
        if stroke is not None:
            self._change("pen", _pen(stroke))
        self._write(f"{path} {_PAINTED[fill is not None, stroke is not None]}")

    def _clip(self, path: str, items: Sequence[Primitive]) -> None:
        before = self._set.copy()
        self._write(f"q {path} W n")
        self.paint(items)
        self._write("Q")
        self._set = before


_LINE = "{:.2f} {:.2f} m {:.2f} {:.2f} l".format
_RECTANGLE = "{:.2f} {:.2f} {:.2f} {:.2f} re".format
_PAINTED = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
"""The operator that ends a path, by whether it is filled and outlined."""


def _box(box: Box) -> str:
    return _path(*outline(box)) if any(box.radii) else _rectangle(box.rect)


def _rectangle(rect: Rect) -> str:
    return _RECTANGLE(rect.x, rect.y, rect.width, rect.height)


def _path(start: Point, steps: Sequence[PathStep]) -> str:
    numbers = [value for step in steps for point in step for value in point]
    return _path_form(tuple(map(len, steps)))(*start, *numbers)


@cache
def _path_form(counts: tuple[int, ...]) -> Callable[..., str]:
    """Return what writes a closed path: a line for a step of one point, a curve for one of three."""
    point = "{:.2f} {:.2f} "
    return (f"{point}m " + "".join(point * count + ("c " if count == 3 else "l ") for count in counts) + "h").format


@cache
def _fill(color: str) -> str:
    return f"{_rgb(color)} rg"


@cache
def _pen(stroke: Stroke) -> str:
    dash = " ".join(f"{part:.3f}" for part in stroke.dash or ())
    return f"{_rgb(stroke.color)} RG {stroke.width:.3f} w [{dash}] 0 d"


def _rgb(color: str) -> str:
    return " ".join(f"{int(color[place : place + 2], 16) / 255:.4f}" for place in (1, 3, 5))
