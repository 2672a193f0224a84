"""版の比較: two states of the list on one sheet, with marks at what has changed."""

from collections.abc import Callable
from dataclasses import replace

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.version import ListState
from resource_mapper.domain.version_changes import Change, ChangeKind, compare_states, count_words
from resource_mapper.domain.versioning import NOW, in_words, state_of
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.display_list import DrawnPage, Primitive
from resource_mapper.layout.draw_card import draw_card
from resource_mapper.layout.draw_changes import draw_changes, draw_legend, legend_width
from resource_mapper.layout.draw_frame import (
    draw_axis,
    draw_band_borders,
    draw_coverage,
    draw_footer,
    draw_heading,
    foot_lines,
    heading_fields,
)
from resource_mapper.layout.draw_links import draw_links
from resource_mapper.layout.draw_sheet import draw_body, layout_style
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import FOOTER, SHEET
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.layout.style import Style
from resource_mapper.printing.options import DEFAULT, PrintOptions

NO_VERSIONS = "残した版がまだないため、くらべられません"


def compare_pages(
    worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions = DEFAULT
) -> tuple[DrawnPage, ...]:
    """Return the later state with what is gone laid over it, marked.

    Raises:
        UserFacingError: there is no version of a name that was asked for.
    """
    names = chosen_names(worksheet, options)
    before, after = (_state(worksheet, name) for name in names)
    changes = compare_states(worksheet, before, after)
    both, gone = _both(worksheet, names, before, after, changes)
    layout = layout_sheet(both, measurer, replace(options.on_sheet, show_ended=True, only=_shown(gone)))
    style = layout_style(layout)
    pages = []
    for page in layout.pages:
        items: list[Primitive] = [*draw_heading(both, heading_fields(both, options.hidden_fields), measurer, style)]
        items.extend(draw_axis(layout.scale, measurer, style, options.form))
        for row in page.rows:
            items.extend(draw_body(layout, row, measurer, style))
        items.extend(draw_band_borders(layout.scale))
        items.extend(draw_coverage(layout.coverage, layout.scale, measurer, style))
        for card in page.cards:
            items.extend(draw_card(_without_flag(card) if card.resource.id in gone else card, both, measurer, style))
        items.extend(draw_links(page, both.links, measurer, style))
        items.extend(draw_changes(page.cards, changes, layout.scale, measurer, style))
        items.extend(_foot(changes, page.index + 1, len(layout.pages), measurer, style))
        pages.append(DrawnPage(SHEET.width, SHEET.height, tuple(items), f"{page.index + 1} 版の比較"))
    return tuple(pages)


def _foot(
    changes: tuple[Change, ...], page: int, pages: int, measurer: TextMeasurer, style: Style
) -> tuple[Primitive, ...]:
    """Return what the signs mean, source line and page number."""
    width = legend_width(changes, measurer, style)
    y, _ = foot_lines(width, page, pages, measurer, style)
    signs = draw_legend(FOOTER.x, y, changes, measurer, style)
    return *signs, *draw_footer(page, pages, measurer, style, legend=False, own_legend=width)


def chosen_names(worksheet: Worksheet, options: PrintOptions) -> tuple[str, str]:
    """Return the states to compare: the one kept last and いま, unless the options name others."""
    last = worksheet.versions[-1].name if worksheet.versions else NOW
    return options.compare_from or last, options.compare_to or NOW


def _state(worksheet: Worksheet, name: str) -> ListState:
    state = state_of(worksheet, name)
    if state is None:
        raise UserFacingError(f"「{name}」という版は、このワークシートに残っていません。")
    return state


def _both(
    worksheet: Worksheet, names: tuple[str, str], before: ListState, after: ListState, changes: tuple[Change, ...]
) -> tuple[Worksheet, frozenset[str]]:
    """Return a worksheet with the cards of both states and the links that are new, and the IDs of what is gone.

    What is gone counts no more.
    """
    gone = {change.resource_id: change.before for change in changes if change.kind is ChangeKind.GONE and change.before}
    ghosts = [replace(each, status=Status.ENDED) for each in gone.values()]
    there = [each for each in after.resources if each.id not in gone]
    was, now = (in_words(worksheet, name) for name in names)
    subtitle = f"{was} と {now} をくらべる　{count_words(changes)}"
    heading = replace(worksheet.heading, subtitle=subtitle if worksheet.versions else NO_VERSIONS)
    fresh = _fresh_links(before, after)
    bare = replace(worksheet.without_resources(), notes=(), versions=(), heading=heading)
    both = replace(bare, resources=(*there, *ghosts), links=fresh)
    return both, frozenset(gone)


def _fresh_links(before: ListState, after: ListState) -> tuple[Link, ...]:
    if before.links is None or after.links is None:
        return ()
    known = {link.ends for link in before.links}
    return tuple(link for link in after.links if link.ends not in known)


def _shown(gone: frozenset[str]) -> Callable[[Resource], bool]:
    """Return what to draw: all but what had ended before."""
    return lambda resource: resource.status != Status.ENDED or resource.id in gone


def _without_flag(card: CardBox) -> CardBox:
    """Return a card that is gone, which has not always ended, without the word for that."""
    return card._replace(face=card.face._replace(flag="", flag_width=0.0))
