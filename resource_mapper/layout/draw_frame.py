"""What frames the cards on every sheet: heading, axis, coverage strip, legend and source."""

from collections.abc import Callable, Collection, Sequence
from typing import Literal

from resource_mapper.domain.axis import BANDS
from resource_mapper.domain.color import mix
from resource_mapper.domain.dates import format_date
from resource_mapper.domain.worksheet import SOURCE_LINE, Worksheet
from resource_mapper.layout.display_list import Box, DisplayList, Gradient, Lines, Polygon, Primitive, Stroke
from resource_mapper.layout.draw_card import DOTS, draw_stale
from resource_mapper.layout.draw_links import HEAD_WIDTH, LINK_COLOR, WIDTH
from resource_mapper.layout.form import ON_PAPER, Form
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import AXIS, BODY, COVERAGE, FOOTER, HEADING, LABELS, AxisScale
from resource_mapper.layout.pen import hatch, heart, rounded, text_at, text_centred, text_ending
from resource_mapper.layout.route_links import HEAD
from resource_mapper.layout.style import (
    AXIS_STOPS,
    COLOR,
    COVERAGE_FULL,
    COVERAGE_PALE,
    INK,
    MUTED,
    PAPER,
    RULE,
    WISH_EDGE,
    WISH_FILL,
    Style,
)
from resource_mapper.layout.typesetting import fit_line, printable

FIELD_GAP = 2.0
ARROW_BODY = 9.0
ARROW_HEAD = 6.0
FOOTER_LINE = 4.2
"""Height of each of two lines at the foot, where legend and source do not fit beside each other."""
LEGEND_INDENT = 12.0
LEGEND_BESIDE = 18.0
"""Sample of an entry, and room behind its words."""

Sign = Literal["natural", "link", "aim", "gap"]
"""What the legend explains only where it is on the page."""
_Entry = tuple[str, Callable[[Rect, Style], DisplayList]]
"""Words of the legend, and what draws their sample."""

HeadingField = tuple[str, str, float]
"""Label, value, width in mm."""


def heading_fields(worksheet: Worksheet, hidden: Collection[str] = ()) -> tuple[HeadingField, ...]:
    """Return the boxes at the right of the heading, but for the hidden ones."""
    heading = worksheet.heading
    day = format_date(heading.made_on, heading.calendar) if heading.made_on else ""
    fields = (
        ("市町村", heading.municipality, 30.0),
        ("圏域", heading.area, 38.0),
        ("会議", heading.meeting, 50.0),
        ("作成日", day, 42.0),
    )
    return tuple(field for field in fields if field[0] not in hidden)


def draw_heading(
    worksheet: Worksheet, fields: Sequence[HeadingField], measurer: TextMeasurer, style: Style = COLOR
) -> DisplayList:
    """Return title, subtitle and the boxes; what is too long is set smaller, then shortened."""
    items: list[Primitive] = []
    left = HEADING.right - sum(width for _, _, width in fields) - FIELD_GAP * max(0, len(fields) - 1)
    room = left - HEADING.x - 6
    title = fit_line(printable(worksheet.heading.title, measurer), room, 20, 11, measurer, bold=True)
    subtitle = fit_line(printable(worksheet.heading.subtitle, measurer), room, style.pt(9.5), style.pt(7), measurer)
    items.append(text_at(HEADING.x, HEADING.y + 5, title.lines[0], title.size_pt, INK, bold=True))
    items.append(text_at(HEADING.x, HEADING.y + 13, subtitle.lines[0], subtitle.size_pt, MUTED))
    for label, value, width in fields:
        box = Rect(left, HEADING.y + 1.5, width, 13)
        items.append(rounded(box, 1.2, PAPER, Stroke(RULE, 0.3)))
        items.append(text_at(left + 2, box.y + 3.1, label, style.pt(7), MUTED))
        line = fit_line(printable(value, measurer), width - 4, 11, style.pt(7), measurer)
        items.append(text_at(left + 2, box.y + 8.8, line.lines[0], line.size_pt, INK))
        left += width + FIELD_GAP
    return tuple(items)


def draw_axis(scale: AxisScale, measurer: TextMeasurer, style: Style = COLOR, form: Form = ON_PAPER) -> DisplayList:
    """Return the arrow 元気 → 虚弱 → 要介護に近い状態像 with its labels; the arrow points at 要介護."""
    top, bottom = AXIS.centre_y - ARROW_BODY / 2, AXIS.centre_y + ARROW_BODY / 2
    left, right, shoulder = AXIS.x, AXIS.right, AXIS.right - ARROW_HEAD
    points = [
        (left, top),
        (shoulder, top),
        (shoulder, AXIS.y),
        (right, AXIS.centre_y),
        (shoulder, AXIS.bottom),
        (shoulder, bottom),
        (left, bottom),
    ]
    stops: tuple[tuple[float, str], ...] = AXIS_STOPS
    if scale.mirrored:
        points = [(left + right - x, y) for x, y in points]
        stops = tuple((1 - offset, color) for offset, color in reversed(stops))
    items: list[Primitive] = [
        text_at(LABELS.x, AXIS.centre_y, "高齢者の状態像", form.axis_pt, INK, bold=True),
        Polygon(tuple(points), PAPER, Stroke(INK, 0.4)) if style.mono else Polygon(tuple(points), Gradient(stops)),
    ]
    for band in BANDS:
        x = scale.x((band.start + band.end) / 2)
        items.append(text_centred(x, AXIS.centre_y, band.label, form.band_pt, INK, measurer, bold=True))
    return tuple(items)


def draw_band_borders(scale: AxisScale) -> DisplayList:
    """Return the dashed lines at 1/3 and 2/3, from the axis down through the rows."""
    segments = tuple((scale.x(b.end), AXIS.bottom + 0.8, scale.x(b.end), BODY.bottom) for b in BANDS[:-1])
    return (Lines(segments, Stroke("#7B8794", 0.25, (1.2, 1.2))),)


def draw_coverage(
    counts: Sequence[int],
    scale: AxisScale,
    measurer: TextMeasurer,
    style: Style = COLOR,
    height: float = COVERAGE.height,
) -> DisplayList:
    """Return the 資源の厚み strip: one cell a step, the count in it, holes hatched."""
    items: list[Primitive] = [text_at(LABELS.x, COVERAGE.y + 3.2, "資源の厚み", 10, INK, bold=True)]
    if height == COVERAGE.height:
        items.append(text_at(LABELS.x, COVERAGE.y + 7.8, "状態像ごとの か所数", style.pt(7), MUTED))
    most = max(*counts, 1)
    width = COVERAGE.width / len(counts)
    for step, count in enumerate(counts):
        x, _ = scale.stretch(step / len(counts), (step + 1) / len(counts))
        cell = Rect(x + 0.2, COVERAGE.y, width - 0.4, height)
        if count or not any(counts):
            ground = style.fill(mix(COVERAGE_FULL, COVERAGE_PALE, count / most))
            items.append(Box(cell, ground, Stroke(INK, 0.2) if style.mono else None))
        else:
            items.extend((Box(cell, PAPER, Stroke(RULE, 0.2)), hatch(cell, MUTED, pitch=1.6)))
            items.append(rounded(Rect(cell.centre_x - 2.4, cell.centre_y - 2.4, 4.8, 4.8), 2.4, PAPER))
        items.append(text_centred(cell.centre_x, cell.centre_y, str(count), style.pt(9.5), INK, measurer))
    return tuple(items)


def draw_footer(
    page: int,
    pages: int,
    measurer: TextMeasurer,
    style: Style = COLOR,
    *,
    legend: bool,
    signs: Collection[Sign] = (),
    stale: str = "",
    own_legend: float = 0.0,
) -> DisplayList:
    """Return legend, source line and page number, from 1.

    The legend has entries for the `signs` that are there, and one for the mark of 確認が古い with the words of `stale`.
    `own_legend` is the width of a legend that the caller draws instead (at the height that `foot_lines` gives).
    """
    entries = _entries(signs, stale) if legend else ()
    legend_width = _legend_width(entries, measurer, style) if legend else own_legend
    legend_y, source_y = foot_lines(legend_width, page, pages, measurer, style)
    return (
        *(_draw_legend(entries, legend_y, measurer, style) if legend else ()),
        text_ending(FOOTER.right, source_y, f"{page} / {pages}", style.pt(8), MUTED, measurer),
        text_at(_source_left(page, pages, measurer, style), source_y, SOURCE_LINE, style.pt(7), MUTED),
    )


def foot_lines(
    legend_width: float, page: int, pages: int, measurer: TextMeasurer, style: Style = COLOR
) -> tuple[float, float]:
    """Return y of the middle of the legend and of the source: one line, or two where they do not fit side by side."""
    if FOOTER.x + legend_width <= _source_left(page, pages, measurer, style):
        return FOOTER.centre_y, FOOTER.centre_y
    return FOOTER.y + FOOTER_LINE / 2, FOOTER.bottom - FOOTER_LINE / 2


def _source_left(page: int, pages: int, measurer: TextMeasurer, style: Style) -> float:
    right = FOOTER.right - measurer.width(f"{page} / {pages}", style.pt(8)) - 5
    return right - measurer.width(SOURCE_LINE, style.pt(7))


def _legend_width(entries: Sequence[_Entry], measurer: TextMeasurer, style: Style) -> float:
    return LEGEND_INDENT + sum(LEGEND_BESIDE + measurer.width(words, style.pt(8)) for words, _ in entries)


def _entries(signs: Collection[Sign], stale: str) -> tuple[_Entry, ...]:
    marks = ((stale, _sample_stale),) if stale else ()
    return (*_ALWAYS, *(entry for sign, entry in _WHERE_THERE.items() if sign in signs), *marks)


def _draw_legend(entries: Sequence[_Entry], y: float, measurer: TextMeasurer, style: Style) -> list[Primitive]:
    items: list[Primitive] = [text_at(FOOTER.x, y, "凡例", style.pt(9), INK, bold=True)]
    x = FOOTER.x + LEGEND_INDENT
    for words, draw_sample in entries:
        items.extend(draw_sample(Rect(x, y - 2.1, 10, 4.2), style))
        items.append(text_at(x + 12, y, words, style.pt(8), INK))
        x += LEGEND_BESIDE + measurer.width(words, style.pt(8))
    return items


def _sample_available(pill: Rect, style: Style) -> DisplayList:
    return (rounded(pill, 1.4, PAPER, Stroke(style.line(MUTED), 0.3)),)


def _sample_wanted(pill: Rect, style: Style) -> DisplayList:
    return (rounded(pill, 1.4, style.fill(WISH_FILL), Stroke(style.line(WISH_EDGE), 0.3, (1.4, 1.0))),)


def _sample_range(pill: Rect, style: Style) -> DisplayList:
    served = Rect(pill.x + 2, pill.bottom - 0.9, pill.width - 4, 0.9)
    return rounded(pill, 1.4, PAPER, Stroke(style.line(RULE), 0.3)), Box(served, style.line(MUTED))


def _sample_gap(pill: Rect, style: Style) -> DisplayList:
    return Box(pill, PAPER, Stroke(style.line(RULE), 0.2)), hatch(pill, MUTED)


def _sample_natural(pill: Rect, style: Style) -> DisplayList:
    color = style.line(MUTED)
    outline = rounded(pill, pill.height / 2, PAPER, Stroke(color, 0.3, DOTS))
    return outline, heart(pill.centre_x - 1.3, pill.centre_y, 2.6, color)


def _sample_link(pill: Rect, style: Style) -> DisplayList:
    color, y = style.line(LINK_COLOR), pill.centre_y
    shaft = Box(Rect(pill.x, y - WIDTH / 2, pill.width - HEAD * 0.8, WIDTH), color)
    base = pill.right - HEAD
    return shaft, Polygon(((pill.right, y), (base, y - HEAD_WIDTH / 2), (base, y + HEAD_WIDTH / 2)), color)


def _sample_aim(pill: Rect, style: Style) -> DisplayList:
    color = style.line(MUTED)
    frame = rounded(pill, 1.6, PAPER, Stroke(color, 0.4, (1.8, 1.1)))
    return frame, rounded(
        Rect(pill.x + 0.6, pill.y + 0.6, pill.width * 0.5, pill.height - 1.2), 1.2, PAPER, Stroke(color, 0.3)
    )


def _sample_stale(pill: Rect, style: Style) -> DisplayList:
    return draw_stale(pill.right - 2.1, pill.centre_y, 1.5, style)


_ALWAYS: tuple[_Entry, ...] = (
    ("今ある資源", _sample_available),
    ("これからほしい資源・準備中", _sample_wanted),
    ("下線＝対象とする状態像の幅", _sample_range),
)
_WHERE_THERE: dict[Sign, _Entry] = {
    "natural": ("自然な支え合い", _sample_natural),
    "link": ("つながり", _sample_link),
    "aim": ("点線の枠＝あるべき姿", _sample_aim),
    "gap": ("空白", _sample_gap),
}
