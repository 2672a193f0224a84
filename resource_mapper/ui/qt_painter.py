"""Display lists → QPainter. The only place where mm become scene units (1 : 1) and text becomes glyphs.

Glyphs are placed by the font's plain advance widths, exactly as in the PDF: Qt shapes nothing and reflows nothing.
"""

from collections.abc import Iterable
from functools import lru_cache

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

from resource_mapper.layout.display_list import (
    Box,
    Clip,
    Gradient,
    Lines,
    Polygon,
    Primitive,
    Stroke,
    Text,
    outline,
)
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.paths import font_path

GLYPH_PX = 100.0
"""Size at which glyphs are laid out; drawing scales them, so that no size is rounded to whole pixels."""
LARGEST_GLYPH_PX = 60.0
"""Larger glyphs are filled as outlines: Qt 6.11 draws nothing for a glyph run of a font from a file over 64 px."""


class QtPainter:
    """Translates primitives to QPainter calls."""

    def __init__(self) -> None:
        """Load the fonts; needs a QGuiApplication."""
        hinting = QFont.HintingPreference.PreferNoHinting
        self._fonts = {bold: QRawFont(str(font_path(bold=bold)), GLYPH_PX, hinting) for bold in (False, True)}
        self._glyphs = lru_cache(maxsize=20_000)(self._glyph_run)
        self._outlines = lru_cache(maxsize=500)(self._glyph_outline)
        self._box_paths = lru_cache(maxsize=20_000)(_box_path)

    def paint(self, painter: QPainter, items: Iterable[Primitive]) -> None:
        """Draw primitives in order; the painter's unit is the mm."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for item in items:
            match item:
                case Text():
                    self._text(painter, item)
                case Box():
                    self._box(painter, item)
                case Polygon():
                    self._polygon(painter, item)
                case Lines():
                    self._lines(painter, item)
                case Clip():
                    painter.save()
                    painter.setClipRect(qrect(item.rect), Qt.ClipOperation.IntersectClip)
                    self.paint(painter, item.items)
                    painter.restore()

    def outline(self, text: str, *, bold: bool) -> QPainterPath:
        """Return the outlines of a line of text, its baseline beginning at (0, 0), `GLYPH_PX` a type size."""
        path: QPainterPath = self._outlines(text, bold)
        return path

    def _text(self, painter: QPainter, item: Text) -> None:
        scale = item.size_pt * MM_PER_PT / GLYPH_PX
        painter.save()
        painter.translate(item.x, item.y)
        painter.scale(scale, scale)
        if painter.deviceTransform().m11() * GLYPH_PX > LARGEST_GLYPH_PX:
            painter.fillPath(self._outlines(item.text, item.bold), _color(item.color))
        else:
            painter.setPen(_color(item.color))
            painter.drawGlyphRun(QPointF(0, 0), self._glyphs(item.text, item.bold))
        painter.restore()

    def _glyph_run(self, text: str, bold: bool) -> QGlyphRun:
        font = self._fonts[bold]
        indexes = font.glyphIndexesForString(text)
        positions, x = [], 0.0
        for advance in font.advancesForGlyphIndexes(indexes):
            positions.append(QPointF(x, 0))
            x += advance.x()
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes(indexes)
        run.setPositions(positions)
        return run

    def _glyph_outline(self, text: str, bold: bool) -> QPainterPath:
        run = self._glyphs(text, bold)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for index, position in zip(run.glyphIndexes(), run.positions(), strict=True):
            path.addPath(self._fonts[bold].pathForGlyph(index).translated(position))
        return path

    def _box(self, painter: QPainter, item: Box) -> None:
        painter.setPen(_pen(item.stroke))
        painter.setBrush(QBrush(_color(item.fill)) if item.fill else Qt.BrushStyle.NoBrush)
        if any(item.radii):
            painter.drawPath(self._box_paths(item.rect, item.radii))
        else:
            painter.drawRect(qrect(item.rect))

    def _polygon(self, painter: QPainter, item: Polygon) -> None:
        painter.setPen(_pen(item.stroke))
        painter.setBrush(_brush(item))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in item.points]))

    def _lines(self, painter: QPainter, item: Lines) -> None:
        painter.setPen(_pen(item.stroke))
        for x0, y0, x1, y1 in item.segments:
            painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))


def _box_path(rect: Rect, radii: tuple[float, float, float, float]) -> QPainterPath:
    start, steps = outline(Box(rect, radii=radii))
    path = QPainterPath(QPointF(*start))
    for step in steps:
        if len(step) == 1:
            path.lineTo(*step[0])
        else:
            path.cubicTo(*(QPointF(*point) for point in step))
    path.closeSubpath()
    return path


def qrect(rect: Rect) -> QRectF:
    """Return a rectangle of the layout as Qt's."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


@lru_cache(maxsize=512)
def _color(color: str) -> QColor:
    return QColor(color)


@lru_cache(maxsize=256)
def _pen(stroke: Stroke | None) -> QPen:
    if stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(_color(stroke.color), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if stroke.dash:
        pen.setDashPattern([part / stroke.width for part in stroke.dash])
    return pen


def _brush(item: Polygon) -> QBrush:
    if isinstance(item.fill, Gradient):
        xs = [x for x, _ in item.points]
        gradient = QLinearGradient(min(xs), 0, max(xs), 0)
        for offset, color in item.fill.stops:
            gradient.setColorAt(offset, _color(color))
        return QBrush(gradient)
    return QBrush(_color(item.fill)) if item.fill else QBrush(Qt.BrushStyle.NoBrush)
