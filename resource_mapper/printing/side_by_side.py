"""Two states of the sheet, each on pages of its own, with marks in both at what has changed between them."""

from collections.abc import Sequence

from resource_mapper.domain.version import ListState
from resource_mapper.domain.version_changes import Change, compare_states
from resource_mapper.domain.versioning import as_it_stood, state_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.draw_changes import draw_changes
from resource_mapper.layout.draw_sheet import draw_page, layout_style
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import SHEET
from resource_mapper.layout.sheet import layout_sheet

Pages = tuple[DrawnPage, ...]


def side_by_side(
    worksheet: Worksheet, before: str, after: str, measurer: TextMeasurer
) -> tuple[Pages, Pages, tuple[Change, ...]]:
    """Return the pages of both states (names of versions, or いま) and what has changed from one to the other."""
    states = [state_of(worksheet, name) or ListState() for name in (before, after)]
    changes = compare_states(worksheet, *states)
    left = _pages(as_it_stood(worksheet, before), changes, measurer, old_ranges=False)
    return left, _pages(as_it_stood(worksheet, after), changes, measurer, old_ranges=True), changes


def _pages(sheet: Worksheet, changes: Sequence[Change], measurer: TextMeasurer, *, old_ranges: bool) -> Pages:
    layout = layout_sheet(sheet, measurer)
    style = layout_style(layout)
    return tuple(
        DrawnPage(
            SHEET.width,
            SHEET.height,
            (
                *draw_page(layout, page, measurer),
                *draw_changes(page.cards, changes, layout.scale, measurer, style, old_ranges=old_ranges),
            ),
            f"{page.index + 1}",
        )
        for page in layout.pages
    )
