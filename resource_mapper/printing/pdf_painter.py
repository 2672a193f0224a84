"""Display lists → PDF. The only place where mm become points and y is turned upwards."""

from collections.abc import Iterable, Sequence
from functools import cache
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
from resource_mapper.paths import font_path
from resource_mapper.printing.unicode_map import write_surrogates_in_unicode_maps

PT_PER_MM = 72 / 25.4

REGULAR = "ResourceMapper-Regular"
BOLD = "ResourceMapper-Bold"


def paint_pdf(pages: Iterable[DrawnPage], title: str) -> bytes:
    """Return a PDF with embedded fonts, exact page boxes, 100 % asked of viewers, and reproducible bytes."""
    _register_fonts()
    buffer = BytesIO()
    # Without an initial font of its own reportlab refers to Helvetica, which is not embedded.
    settings: Any = {"initialFontName": REGULAR, "pageCompression": 1, "lang": "ja-JP", "pdfVersion": (1, 7)}
    canvas = Canvas(buffer, invariant=1, **settings)
    canvas.setTitle(title)
    canvas.setAuthor("地域資源ワークシート")
    canvas.setCreator("Resource Mapper")
    canvas.setSubject("高齢者の心身の状態像に応じた地域の資源")
    for preference, value in (("PrintScaling", "None"), ("DisplayDocTitle", "true")):
        canvas.setViewerPreference(preference, value)
    for number, page in enumerate(pages):
        canvas.setPageSize((page.width * PT_PER_MM, page.height * PT_PER_MM))
        canvas.bookmarkPage(f"page{number}")
        canvas.addOutlineEntry(page.name, f"page{number}", level=0)
        _PagePainter(canvas, page.height).paint(page.items)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _register_fonts() -> None:
    if REGULAR not in pdfmetrics.getRegisteredFontNames():
        write_surrogates_in_unicode_maps()
        pdfmetrics.registerFont(TTFont(REGULAR, str(font_path(bold=False))))
        pdfmetrics.registerFont(TTFont(BOLD, str(font_path(bold=True))))


class _PagePainter:
    """Translates one page's primitives to reportlab calls."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas: Any = canvas
        self._height_pt = height * PT_PER_MM

    def paint(self, items: Sequence[Primitive]) -> None:
        """Draw primitives in order."""
        for item in items:
            match item:
                case Text():
                    self._text(item)
                case Box():
                    self._shape(*outline(item), item.fill, item.stroke)
                case Polygon():
                    self._polygon(item)
                case Lines():
                    self._lines(item)
                case Clip():
                    self._clip(item)

    def _point(self, point: Point) -> Point:
        return point[0] * PT_PER_MM, self._height_pt - point[1] * PT_PER_MM

    def _text(self, item: Text) -> None:
        self._canvas.setFont(BOLD if item.bold else REGULAR, item.size_pt)
        self._canvas.setFillColor(_color(item.color))
        self._canvas.drawString(*self._point((item.x, item.y)), item.text)

    def _polygon(self, item: Polygon) -> None:
        steps = tuple((point,) for point in item.points[1:])
        if isinstance(item.fill, Gradient):
            self._gradient(item, item.fill)
        else:
            self._shape(item.points[0], steps, item.fill, item.stroke)

    def _gradient(self, item: Polygon, fill: Gradient) -> None:
        self._canvas.saveState()
        path = self._path(item.points[0], tuple((point,) for point in item.points[1:]))
        self._canvas.clipPath(path, stroke=0, fill=0)
        left = min(x for x, _ in item.points) * PT_PER_MM
        right = max(x for x, _ in item.points) * PT_PER_MM
        colors, offsets = [_color(color) for _, color in fill.stops], [offset for offset, _ in fill.stops]
        self._canvas.linearGradient(left, 0, right, 0, colors, offsets, extend=False)
        self._canvas.restoreState()

    def _lines(self, item: Lines) -> None:
        self._stroke(item.stroke)
        self._canvas.lines([(*self._point((x0, y0)), *self._point((x1, y1))) for x0, y0, x1, y1 in item.segments])

    def _clip(self, item: Clip) -> None:
        self._canvas.saveState()
        self._canvas.clipPath(self._path(*outline(Box(item.rect))), stroke=0, fill=0)
        self.paint(item.items)
        self._canvas.restoreState()

    def _shape(self, start: Point, steps: Sequence[PathStep], fill: str | None, stroke: Stroke | None) -> None:
        if fill is not None:
            self._canvas.setFillColor(_color(fill))
        if stroke is not None:
            self._stroke(stroke)
        path = self._path(start, steps)
        self._canvas.drawPath(path, stroke=int(stroke is not None), fill=int(fill is not None))

    def _path(self, start: Point, steps: Sequence[PathStep]) -> Any:  # noqa: ANN401 reportlab's paths are untyped
        path = self._canvas.beginPath()
        path.moveTo(*self._point(start))
        for step in steps:
            if len(step) == 1:
                path.lineTo(*self._point(step[0]))
            else:
                path.curveTo(*(value for point in step for value in self._point(point)))
        path.close()
        return path

    def _stroke(self, stroke: Stroke) -> None:
        self._canvas.setStrokeColor(_color(stroke.color))
        self._canvas.setLineWidth(stroke.width * PT_PER_MM)
        self._canvas.setDash([part * PT_PER_MM for part in stroke.dash] if stroke.dash else [])


@cache
def _color(color: str) -> Color:
    return HexColor(color)
