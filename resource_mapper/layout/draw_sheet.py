"""A laid-out page as a display list: frame, rows, then cards. Screen and paper both draw exactly this."""

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import PageBox, RowBox, SheetLayout
from resource_mapper.layout.display_list import Box, DisplayList, Primitive, Stroke
from resource_mapper.layout.draw_aims import NOW_HEIGHT, draw_aims, draw_coverage_ahead
from resource_mapper.layout.draw_card import draw_card
from resource_mapper.layout.draw_frame import (
    Sign,
    draw_axis,
    draw_band_borders,
    draw_coverage,
    draw_footer,
    draw_heading,
    heading_fields,
)
from resource_mapper.layout.draw_links import draw_links
from resource_mapper.layout.form import ON_PAPER, Form
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.notes import draw_note, note_boxes
from resource_mapper.layout.page import COVERAGE
from resource_mapper.layout.patterns import pattern
from resource_mapper.layout.pen import hatch, mark, rounded, text_at, text_centred, text_ending
from resource_mapper.layout.style import COLOR, INK, MUTED, PAPER, RULE, Style, color_of, style_of
from resource_mapper.layout.typesetting import break_evenly, breaks_well, fit_line, fit_name, printable, shorten, wrap

THREE_LINES = 20 / 9.5
"""Height of a label block with three lines and a count, in mm for each pt of type."""
BODY_TINT = 0.10
GAP_TINT = 0.30
KEY_INDENT = 5.5
PATTERN_STRIP = 3.6
"""Width of the pattern at the left of a label in monochrome."""


def draw_page(layout: SheetLayout, page: PageBox, measurer: TextMeasurer, pages: int | None = None) -> DisplayList:
    """Return everything on a page, from back to front. `pages` is the total to print beside the page number."""
    style = layout_style(layout)
    cards = [item for card in page.cards for item in draw_card(card, layout.worksheet, measurer, style)]
    links = draw_links(page, layout.worksheet.links, measurer, style)
    boxes = note_boxes(layout, measurer) if layout.options.show_notes else ()
    notes = [item for box in boxes if box.page == page.index for item in draw_note(box, style)]
    return (*draw_background(layout, page, measurer, pages), *cards, *links, *notes)


def draw_background(
    layout: SheetLayout, page: PageBox, measurer: TextMeasurer, pages: int | None = None
) -> DisplayList:
    """Return everything on a page but its cards."""
    worksheet, style = layout.worksheet, layout_style(layout)
    form = layout.options.form
    items: list[Primitive] = [*draw_axis(layout.scale, measurer, style, form)]
    for row in page.rows:
        items.extend(draw_body(layout, row, measurer, style))
    items.extend(draw_band_borders(layout.scale))
    items.extend(draw_aims(page.cards, worksheet, style))
    if form.is_whole:
        items[:0] = draw_heading(worksheet, heading_fields(worksheet, layout.options.hidden_fields), measurer, style)
        items.extend(_draw_foot(layout, page, measurer, style, pages))
    return tuple(items)


def _draw_foot(
    layout: SheetLayout, page: PageBox, measurer: TextMeasurer, style: Style, pages: int | None
) -> DisplayList:
    """Return what stands under the rows: 資源の厚み, legend and source."""
    items: list[Primitive] = []
    if layout.options.show_coverage:
        ahead = layout.coverage_ahead
        height = NOW_HEIGHT if ahead else COVERAGE.height
        items.extend(draw_coverage(layout.coverage, layout.scale, measurer, style, height))
        if ahead:
            items.extend(draw_coverage_ahead(ahead, layout.coverage, layout.scale, measurer, style))
    total = pages or len(layout.pages)
    freshness = layout.options.freshness
    stale = freshness.age.label if freshness else ""
    signs = _signs(layout, page)
    items.extend(draw_footer(page.index + 1, total, measurer, style, legend=True, signs=signs, stale=stale))
    return tuple(items)


def _signs(layout: SheetLayout, page: PageBox) -> tuple[Sign, ...]:
    """Return what a page shows that needs a word in the legend."""
    ids = {card.resource.id for card in page.cards}
    there: dict[Sign, bool] = {
        "natural": any(card.resource.is_natural for card in page.cards),
        "link": any(link.source in ids and link.target in ids for link in layout.worksheet.links),
        "aim": layout.options.show_aims,
        "gap": any(row.gaps for row in page.rows),
    }
    return tuple(sign for sign, shown in there.items() if shown)


def layout_style(layout: SheetLayout) -> Style:
    """Return the style that a layout was made for."""
    return style_of(layout.worksheet, mono=layout.options.mono, floor_pt=layout.options.form.min_pt)


def draw_body(layout: SheetLayout, row: RowBox, measurer: TextMeasurer, style: Style) -> DisplayList:
    """Return what lies under the cards of a row: the row itself, or the field of 自由配置."""
    form = layout.options.form
    if layout.lens.is_free:
        return draw_free_body(layout.worksheet, row, measurer, style, form=form)
    return draw_row(row, measurer, style, form)


def draw_row(row: RowBox, measurer: TextMeasurer, style: Style = COLOR, form: Form = ON_PAPER) -> DisplayList:
    """Return a row's tinted body, hatched gaps and label block."""
    color = color_of(row.row.category)
    body = Box(row.body, PAPER, Stroke(RULE, 0.2)) if style.mono else Box(row.body, style.tint(color, BODY_TINT))
    hatching = MUTED if style.mono else style.tint(color, GAP_TINT)
    return (
        body,
        *(hatch(gap, hatching, pitch=2.6) for gap in row.gaps),
        *draw_label(row, _count_words(row), measurer, style, form),
    )


def draw_label(
    row: RowBox, count: str, measurer: TextMeasurer, style: Style = COLOR, form: Form = ON_PAPER
) -> DisplayList:
    """Return a row's label block: mark, name, and a count under or (thin rows) beside it; in monochrome its pattern."""
    ground, ink = style.ground(color_of(row.row.category)), style.on_ground
    items: list[Primitive] = [rounded(row.label, 1.5, ground, Stroke(INK, 0.3) if style.mono else None)]
    if row.row.category and (number := style.patterns.get(row.row.category.id)) is not None:
        strip = Rect(row.label.x + 0.8, row.label.y + 0.8, PATTERN_STRIP, row.label.height - 1.6)
        items.append(pattern(number, strip, INK))
    beside = _beside(row, style)
    lines = _label_lines(row, beside, measurer, form.label_pt)
    pitch, count_pitch = form.label_pt * MM_PER_PT * 1.28, form.count_pt * MM_PER_PT * 1.7 if count else 0.0
    if pitch * len(lines) + count_pitch > row.label.height:
        return (*items, *_thin_label(row, count, style, measurer, form))
    y = row.label.centre_y - (pitch * (len(lines) - 1) + count_pitch) / 2
    centre_x = row.label.centre_x + beside / 2
    if row.row.category:
        widest = max(measurer.width(line, form.label_pt, bold=True) for line in lines)
        middle = y + pitch * (len(lines) - 1) / 2
        items.append(mark(row.row.category.mark, centre_x - widest / 2 - 2.3, middle, 2.9, ink, ground))
    for line in lines:
        items.append(text_centred(centre_x, y, line, form.label_pt, ink, measurer, bold=True))
        y += pitch
    if count:
        y += count_pitch - pitch
        count_x = row.label.centre_x + (PATTERN_STRIP / 2 if beside and style.mono else 0.0)
        items.append(text_centred(count_x, y, count, form.count_pt, ink, measurer))
    return tuple(items)


def _thin_label(row: RowBox, count: str, style: Style, measurer: TextMeasurer, form: Form) -> DisplayList:
    """Return mark, name and, on paper, count on one line; what is wished for is left to the cards."""
    ink, y, right = style.on_ground, row.label.centre_y, row.label.right - 2
    left = row.label.x + 2 + _beside(row, style)
    items: list[Primitive] = []
    if row.row.category:
        items.append(mark(row.row.category.mark, left - 2.3, y, 2.6, ink, style.ground(color_of(row.row.category))))
    if form.is_whole and (count := count.partition("＋")[0]):
        items.append(text_ending(right, y, count, form.label_floor_pt, ink, measurer))
        right -= measurer.width(count, form.label_floor_pt) + 1
    name = fit_line(_label_words(row, measurer), right - left, form.label_pt, form.label_floor_pt, measurer, bold=True)
    return (*items, text_at(left, y, name.lines[0], name.size_pt, ink, bold=True))


def _label_words(row: RowBox, measurer: TextMeasurer) -> str:
    return printable(row.row.label, measurer) + ("（つづき）" if row.continued else "")


def _beside(row: RowBox, style: Style) -> float:
    """Return the room that the mark, and in monochrome the pattern, takes beside a label."""
    return (3.8 + (PATTERN_STRIP if style.mono else 0.0)) if row.row.category else 0.0


def _label_lines(row: RowBox, beside: float, measurer: TextMeasurer, size_pt: float) -> list[str]:
    """Return the row's name on as few even lines as break where phrases end; where none do, on as few as hold it."""
    words = _label_words(row, measurer)
    width = row.label.width - 3 - beside
    lines = wrap(words, width, size_pt, measurer, bold=True)
    most = 3 if row.label.height > THREE_LINES * size_pt else 2
    counts = range(len(lines), most + 1)
    even = [found for n in counts if (found := break_evenly(words, n, size_pt, measurer, width=width, bold=True))]
    if even:
        return list(next((found for found in even if breaks_well(found)), even[0]))
    lines = [*lines[: most - 1], "".join(lines[most - 1 :])] if len(lines) > most else lines
    return [shorten(line, width, size_pt, measurer, bold=True) for line in lines]


def _count_words(row: RowBox) -> str:
    wished = f"＋ほしい {row.wanted}" if row.wanted else ""
    return f"{row.available} か所{wished}"


def draw_free_body(
    worksheet: Worksheet,
    row: RowBox,
    measurer: TextMeasurer,
    style: Style = COLOR,
    *,
    counts: bool = True,
    form: Form = ON_PAPER,
) -> DisplayList:
    """Return the one field of 自由配置, with the categories as a key at its left (deck p15)."""
    items: list[Primitive] = [Box(row.body, style.fill("#F6F7F9"), Stroke(RULE, 0.2) if style.mono else None)]
    width = row.label.width - KEY_INDENT
    y = row.label.y + 5
    for category in worksheet.categories:
        fit = fit_name(printable(category.label, measurer), width, form.label_pt, form.label_pt, measurer)
        items.append(mark(category.mark, row.label.x + 2, y, 3.2, style.line(category.color)))
        for line in fit.lines:
            items.append(text_at(row.label.x + KEY_INDENT, y, line, form.label_pt, INK))
            y += form.label_pt * MM_PER_PT * 1.28
        y += 3.5
    if counts:
        items.append(text_at(row.label.x, row.label.bottom - 4, f"{row.available} か所", form.count_pt, MUTED))
    return tuple(items)
