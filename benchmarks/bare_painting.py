"""The yardstick for drawing on the screen: a flat list of QPainter calls, and nothing but making those calls."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRawFont,
)

from resource_mapper.layout.display_list import Box, Clip, Gradient, Lines, Polygon, Primitive, Stroke, Text, outline
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.paths import font_path

Call = tuple[str, tuple[Any, ...]]
"""A method of QPainter with its arguments."""
GLYPH_PX = 100.0


def flatten(items: Sequence[Primitive]) -> list[Call]:
    """Return the calls that draw primitives; pens, brushes, paths and glyphs are ready. The unit is the mm."""
    return list(_Flat().calls(items))


def draw(painter: QPainter, calls: Sequence[Call]) -> None:
    """Make the calls."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for name, arguments in calls:
        getattr(painter, name)(*arguments)


class _Flat:
    """Turns primitives into calls."""

    def __init__(self) -> None:
        hinting = QFont.HintingPreference.PreferNoHinting
        self._fonts = {bold: QRawFont(str(font_path(bold=bold)), GLYPH_PX, hinting) for bold in (False, True)}

    def calls(self, items: Sequence[Primitive]) -> Iterator[Call]:
        for item in items:
            match item:
                case Text():
                    yield from self._text(item)
                case Box():
                    yield from _look(item.fill, item.stroke)
                    yield _box(item)
                case Polygon():
                    yield from _look(item.fill, item.stroke)
                    yield "drawPolygon", (QPolygonF([QPointF(x, y) for x, y in item.points]),)
                case Lines():
                    yield from _look(None, item.stroke)
                    for x0, y0, x1, y1 in item.segments:
                        yield "drawLine", (QPointF(x0, y0), QPointF(x1, y1))
                case Clip():
                    yield "save", ()
                    yield "setClipRect", (_rect(item.rect), Qt.ClipOperation.IntersectClip)
                    yield from self.calls(item.items)
                    yield "restore", ()

    def _text(self, item: Text) -> Iterator[Call]:
        scale = item.size_pt * MM_PER_PT / GLYPH_PX
        yield "save", ()
        yield "translate", (item.x, item.y)
        yield "scale", (scale, scale)
        yield "setPen", (QColor(item.color),)
        yield "drawGlyphRun", (QPointF(0, 0), self._glyphs(item))
        yield "restore", ()

    def _glyphs(self, item: Text) -> QGlyphRun:
        font = self._fonts[item.bold]
        indexes = font.glyphIndexesForString(item.text)
        positions, x = [], 0.0
        for advance in font.advancesForGlyphIndexes(indexes):
            positions.append(QPointF(x, 0))
            x += advance.x()
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes(indexes)
        run.setPositions(positions)
        return run


def _look(fill: str | Gradient | None, stroke: Stroke | None) -> Iterator[Call]:
    yield "setPen", (_pen(stroke) if stroke else QPen(Qt.PenStyle.NoPen),)
    yield "setBrush", (_brush(fill),)


def _pen(stroke: Stroke) -> QPen:
    pen = QPen(QColor(stroke.color), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if stroke.dash:
        pen.setDashPattern([part / stroke.width for part in stroke.dash])
    return pen


def _brush(fill: str | Gradient | None) -> QBrush:
    if isinstance(fill, Gradient):
        gradient = QLinearGradient(50, 0, 410, 0)
        for place, color in fill.stops:
            gradient.setColorAt(place, QColor(color))
        return QBrush(gradient)
    return QBrush(QColor(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush)


def _box(box: Box) -> Call:
    if not any(box.radii):
        return "drawRect", (_rect(box.rect),)
    start, steps = outline(box)
    path = QPainterPath(QPointF(*start))
    for step in steps:
        if len(step) == 1:
            path.lineTo(*step[0])
        else:
            path.cubicTo(*(QPointF(*point) for point in step))
    path.closeSubpath()
    return "drawPath", (path,)


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
