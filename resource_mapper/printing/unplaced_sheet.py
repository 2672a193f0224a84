"""The cards that have no place on the axis yet, so that no name is missing on paper."""

from collections.abc import Sequence

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.display_list import DisplayList, Primitive, Stroke
from resource_mapper.layout.draw_card import draw_stale, stale_radius
from resource_mapper.layout.draw_frame import draw_footer, draw_heading, heading_fields
from resource_mapper.layout.draw_sheet import layout_style
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import COVERAGE, HEADING
from resource_mapper.layout.pen import mark, rounded, text_at
from resource_mapper.layout.style import INK, MUTED, PAPER, Style, color_of
from resource_mapper.layout.typesetting import fit_name, printable

COLUMNS = 4
ROWS = 21
TOP = 48.0
PITCH = 10.6
CARD_HEIGHT = 8.8
COLUMN_GAP = 4.0
NAME_PT = 9.5
SMALL_PT = 7.0
PER_PAGE = COLUMNS * ROWS


def waiting_pages(layout: SheetLayout) -> list[tuple[Resource, ...]]:
    """Return the cards that the pages after those of a layout list: what fits on one page each."""
    waiting = tuple(filter(layout.options.only, layout.worksheet.unplaced))
    return [waiting[first : first + PER_PAGE] for first in range(0, len(waiting), PER_PAGE)]


def draw_unplaced(
    layout: SheetLayout, resources: Sequence[Resource], page: int, pages: int, measurer: TextMeasurer
) -> DisplayList:
    """Return one page of waiting cards, column by column, in the style of a layout; pages count from 1."""
    worksheet, style, freshness = layout.worksheet, layout_style(layout), layout.options.freshness
    hidden = layout.options.hidden_fields
    items: list[Primitive] = [*draw_heading(worksheet, heading_fields(worksheet, hidden), measurer, style)]
    words = f"まだ置いていない資源（{len(worksheet.unplaced)}件）"
    items.append(text_at(HEADING.x, 36, words, 13, INK, bold=True))
    hint = "状態像がまだ決まっていません。どのような方が使えるかを話し合って、ワークシートに置きましょう。"
    items.append(text_at(HEADING.x, 42.5, hint, style.pt(8.5), MUTED))
    width = (HEADING.width - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS
    for index, resource in enumerate(resources):
        column, row = divmod(index, ROWS)
        place = Rect(HEADING.x + column * (width + COLUMN_GAP), TOP + row * PITCH, width, CARD_HEIGHT)
        items.extend(_waiting_card(worksheet, resource, place, measurer, style))
        if freshness is not None and freshness.is_stale(resource):
            items.extend(draw_stale(place.right - 0.5, place.y + 0.5, stale_radius(NAME_PT), style))
    assert place.bottom <= COVERAGE.bottom  # noqa: S101 the constants above fill the page, not more
    items.extend(draw_footer(page, pages, measurer, style, legend=False))
    return tuple(items)


def _waiting_card(
    worksheet: Worksheet, resource: Resource, place: Rect, measurer: TextMeasurer, style: Style
) -> list[Primitive]:
    category = worksheet.category_of(resource)
    color = color_of(category)
    items: list[Primitive] = [rounded(place, 1.7, PAPER, Stroke(color, 0.3))]
    left = place.x + 2.2
    if category:
        items.append(mark(category.mark, left + 1.4, place.centre_y, 2.6, color))
        left += 4.2
    name = fit_name(
        printable(resource.name, measurer), place.right - left - 2, style.pt(NAME_PT), style.pt(SMALL_PT), measurer
    )
    pitch = name.size_pt * MM_PER_PT * 1.15
    y = place.centre_y - pitch * (len(name.lines) - 1) / 2
    for line in name.lines:
        items.append(text_at(left, y, line, name.size_pt, INK))
        y += pitch
    return items
