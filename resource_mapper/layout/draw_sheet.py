"""A laid-out page as a display list: frame, rows, then cards. Screen and paper both draw exactly this."""

from resource_mapper.domain.color import mix, under_white
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import PageBox, RowBox, SheetLayout
from resource_mapper.layout.display_list import Box, DisplayList, Primitive
from resource_mapper.layout.draw_card import draw_card
from resource_mapper.layout.draw_frame import (
    draw_axis,
    draw_band_borders,
    draw_coverage,
    draw_footer,
    draw_heading,
    heading_fields,
)
from resource_mapper.layout.geometry import MM_PER_PT
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.pen import hatch, mark, rounded, text_at, text_centred
from resource_mapper.layout.style import INK, MUTED, PAPER, UNSET_COLOR
from resource_mapper.layout.typesetting import break_in_two, printable, shorten, wrap

LABEL_PT = 9.5
COUNT_PT = 8.0
BODY_TINT = 0.10
GAP_TINT = 0.30
KEY_INDENT = 5.5


def draw_page(layout: SheetLayout, page: PageBox, measurer: TextMeasurer, pages: int | None = None) -> DisplayList:
    """Return everything on a page, from back to front. `pages` is the total to print beside the page number."""
    cards = [item for card in page.cards for item in draw_card(card, layout.worksheet, measurer)]
    return (*draw_background(layout, page, measurer, pages), *cards)


def draw_background(
    layout: SheetLayout, page: PageBox, measurer: TextMeasurer, pages: int | None = None
) -> DisplayList:
    """Return everything on a page but its cards."""
    worksheet = layout.worksheet
    items: list[Primitive] = [*draw_heading(worksheet, heading_fields(worksheet), measurer)]
    items.extend(draw_axis(layout.scale, measurer))
    for row in page.rows:
        items.extend(
            draw_free_body(layout.worksheet, row, measurer) if layout.lens.is_free else draw_row(row, measurer)
        )
    items.extend(draw_band_borders(layout.scale))
    if layout.options.show_coverage:
        items.extend(draw_coverage(layout.coverage, layout.scale, measurer))
    gaps = any(row.gaps for row in page.rows)
    items.extend(draw_footer(page.index + 1, pages or len(layout.pages), measurer, legend=True, gaps=gaps))
    return tuple(items)


def row_color(row: RowBox) -> str:
    """Return the colour a row is tinted with."""
    return row.row.category.color if row.row.category else UNSET_COLOR


def draw_row(row: RowBox, measurer: TextMeasurer) -> DisplayList:
    """Return a row's tinted body, hatched gaps and label block."""
    color = row_color(row)
    return (
        Box(row.body, mix(color, PAPER, BODY_TINT)),
        *(hatch(gap, mix(color, PAPER, GAP_TINT), pitch=2.6) for gap in row.gaps),
        *draw_label(row, _count_words(row), measurer),
    )


def draw_label(row: RowBox, count: str, measurer: TextMeasurer) -> DisplayList:
    """Return a row's label block: mark, name, and a line of small type under it."""
    ground = under_white(row_color(row))
    items: list[Primitive] = [rounded(row.label, 1.5, ground)]
    lines = _label_lines(row, measurer)
    pitch, count_pitch = LABEL_PT * MM_PER_PT * 1.28, COUNT_PT * MM_PER_PT * 1.7 if count else 0.0
    y = row.label.centre_y - (pitch * (len(lines) - 1) + count_pitch) / 2
    beside = _beside(row)
    centre_x = row.label.centre_x + beside / 2
    if row.row.category:
        widest = max(measurer.width(line, LABEL_PT, bold=True) for line in lines)
        middle = y + pitch * (len(lines) - 1) / 2
        items.append(mark(row.row.category.mark, centre_x - widest / 2 - 2.3, middle, 2.9, PAPER, ground))
    for line in lines:
        items.append(text_centred(centre_x, y, line, LABEL_PT, PAPER, measurer, bold=True))
        y += pitch
    if count:
        y += count_pitch - pitch
        items.append(text_centred(row.label.centre_x, y, count, COUNT_PT, PAPER, measurer))
    return tuple(items)


def _beside(row: RowBox) -> float:
    """Return the room that the mark takes beside a label."""
    return 3.8 if row.row.category else 0.0


def _label_lines(row: RowBox, measurer: TextMeasurer) -> list[str]:
    """Return the row's name on one line, on two of like length, or on as many as the row has room for."""
    words = printable(row.row.label, measurer) + ("（つづき）" if row.continued else "")
    width = row.label.width - 3 - _beside(row)
    lines = wrap(words, width, LABEL_PT, measurer, bold=True)
    if len(lines) == 2:
        lines = list(break_in_two(words, LABEL_PT, measurer, width=width, bold=True) or lines)
    most = 3 if row.label.height > 20 else 2
    if len(lines) > most:
        rest = "".join(lines[most - 1 :])
        lines = [*lines[: most - 1], rest]
    return [shorten(line, width, LABEL_PT, measurer, bold=True) for line in lines]


def _count_words(row: RowBox) -> str:
    wished = f"＋ほしい {row.wanted}" if row.wanted else ""
    return f"{row.available} か所{wished}"


def draw_free_body(worksheet: Worksheet, row: RowBox, measurer: TextMeasurer, *, counts: bool = True) -> DisplayList:
    """Return the one field of 自由配置, with the categories as a key at its left (deck p15)."""
    items: list[Primitive] = [Box(row.body, "#F6F7F9")]
    width = row.label.width - KEY_INDENT
    y = row.label.y + 5
    for category in worksheet.categories:
        lines = wrap(printable(category.label, measurer), width, LABEL_PT, measurer)
        lines = [*lines[:1], "".join(lines[1:])] if len(lines) > 2 else lines
        items.append(mark(category.mark, row.label.x + 2, y, 3.2, category.color))
        for line in lines:
            fitted = shorten(line, width, LABEL_PT, measurer)
            items.append(text_at(row.label.x + KEY_INDENT, y, fitted, LABEL_PT, INK))
            y += LABEL_PT * MM_PER_PT * 1.28
        y += 3.5
    if counts:
        items.append(text_at(row.label.x, row.label.bottom - 4, f"{row.available} か所", COUNT_PT, MUTED))
    return tuple(items)
