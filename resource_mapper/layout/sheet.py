"""The worksheet laid out: members by row, one type size for all, then pages."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from resource_mapper.domain.coverage import coverage, gaps
from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.lens import UNSET, Lens, Row, lens_of
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.should_be import coverage_as_it_should_be
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox, PageBox, SheetLayout, SheetOptions
from resource_mapper.layout.card import MIN_PT, CardFaces, detail_of
from resource_mapper.layout.form import Form
from resource_mapper.layout.free import place_free_page
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import AxisScale
from resource_mapper.layout.rows import (
    ROOMY_ROWS,
    THIN_ROW,
    PackedRow,
    RowFacts,
    Setting,
    pack_row,
    paginate,
    place_page,
    row_facts,
)

STEP_PT = 0.5
DETAIL_FLOOR_PT = 9.0
"""Smallest type size at which cards carry a second line."""

MANY_PAGES = 12
"""A sheet this long is not read for its type; the smallest size saves the search for a better one."""

KEPT_CARDS = 50_000
"""Cards in packed rows that a `Layouter` keeps: 1,000 cards through all lenses at all sizes that are tried."""

DEFAULT_OPTIONS = SheetOptions()

_RowKey = tuple[object, ...]
_Pack = Callable[[Row, Sequence[Resource], Setting], PackedRow]


def layout_sheet(worksheet: Worksheet, measurer: TextMeasurer, options: SheetOptions = DEFAULT_OPTIONS) -> SheetLayout:
    """Lay a worksheet out through its lens on A3 pages. The same input always gives the same output."""
    return Layouter(measurer).layout(worksheet, options)


class Layouter:
    """Lays out one worksheet after another; what did not change since is not worked out again.

    Its memory is only that: the result is the same whatever was laid out before.
    """

    def __init__(self, measurer: TextMeasurer) -> None:
        """Begin without a memory."""
        self._measurer = measurer
        self._faces: dict[str, CardFaces] = {}
        self._rows: dict[_RowKey, PackedRow] = {}

    def layout(self, worksheet: Worksheet, options: SheetOptions = DEFAULT_OPTIONS) -> SheetLayout:
        """Lay a worksheet out through its lens on A3 pages."""
        layout = _layout(worksheet, options, partial(self._packed, options.detail))
        self._forget()
        return layout

    def _packed(self, detail: str, row: Row, resources: Sequence[Resource], setting: Setting) -> PackedRow:
        # Resources are known by identity: comparing all their fields would cost more than packing them. A packed row
        # keeps its resources alive, so that no other one can take over an identity while the row is kept.
        key = (detail, row, setting, *map(id, resources))
        packed = self._rows.pop(key, None)
        if packed is None:
            faces = self._faces.setdefault(detail, CardFaces(self._measurer, detail))
            packed = pack_row(row, resources, faces, setting)
        self._rows[key] = packed  # last: the latest used
        return packed

    def _forget(self) -> None:
        """Drop the rows that were used longest ago, until no more than `KEPT_CARDS` cards are kept."""
        kept = sum(1 + len(packed.cards) for packed in self._rows.values())
        while kept > KEPT_CARDS:
            kept -= 1 + len(self._rows.pop(next(iter(self._rows))).cards)


def _layout(worksheet: Worksheet, options: SheetOptions, pack: _Pack) -> SheetLayout:
    lens = lens_of(worksheet)
    scale = AxisScale(mirrored=worksheet.mirrored)
    members = _members(worksheet, lens, options)
    form = options.form
    least = form.min_row if len(members) <= ROOMY_ROWS else THIN_ROW * form.min_pt / MIN_PT

    def packed(size_pt: float, *, detailed: bool) -> list[PackedRow]:
        setting = Setting(scale, size_pt, detailed, least, form, options.show_aims)
        return [pack(row, resources, setting) for row, resources in members.items()]

    # On an empty sheet everything is a gap: hatching all of it would say nothing.
    hatched = _gap_stretches(worksheet, lens, scale) if options.show_gaps and worksheet.placed else {}
    facts = {row.id: row_facts(resources, hatched.get(row.id, [])) for row, resources in members.items()}
    shown = [resource for resources in members.values() for resource in resources]
    size_pt, detailed = _choose_size(
        packed, form, has_details=form.is_whole and any(detail_of(each, options.detail) for each in shown)
    )
    pages = _pages(packed(size_pt, detailed=detailed), facts, is_free=lens.is_free)
    ahead = coverage_as_it_should_be(shown) if options.show_aims else ()
    layout = SheetLayout(worksheet, lens, scale, pages, size_pt, detailed, options, coverage(shown), ahead)
    return marked(layout, options.freshness) if options.freshness else layout


def _pages(rows: list[PackedRow], facts: dict[str, RowFacts], *, is_free: bool) -> tuple[PageBox, ...]:
    if is_free:
        return (place_free_page(rows[0], facts[rows[0].row.id]),)
    parts = paginate(rows)
    return tuple(
        place_page(index, page_parts, facts, only_page=len(parts) == 1) for index, page_parts in enumerate(parts)
    )


def marked(layout: SheetLayout, freshness: Freshness | None) -> SheetLayout:
    """Return a layout whose stale cards carry a mark, and no other: it lies on a card's edge, so that none moves."""

    def with_mark(card: CardBox) -> CardBox:
        stale = freshness is not None and freshness.is_stale(card.resource)
        return card if card.stale == stale else card._replace(stale=stale)

    pages = tuple(replace(page, cards=tuple(map(with_mark, page.cards))) for page in layout.pages)
    return replace(layout, pages=pages, options=replace(layout.options, freshness=freshness))


def _members(worksheet: Worksheet, lens: Lens, options: SheetOptions) -> dict[Row, list[Resource]]:
    """Return the drawn resources by row; 「未設定」 only where one lies there, or nowhere else.

    What has ended is drawn only where 状況 makes the rows, unless asked for.
    """
    ended = options.show_ended or lens.field == "status"
    row_of = lens.sorter(worksheet)
    rows = lens.rows(worksheet)
    members: dict[str, list[Resource]] = {row.id: [] for row in rows}
    for resource in worksheet.resources:
        if resource.span is not None and (ended or resource.status != Status.ENDED) and options.only(resource):
            members[row_of(resource)].append(resource)
    return {row: members[row.id] for row in rows if row.id != UNSET or members[UNSET] or len(rows) == 1}


def _choose_size(packed: Callable[..., list[PackedRow]], form: Form, *, has_details: bool) -> tuple[float, bool]:
    """Return the largest type size that takes no more pages than the smallest; a second line if it costs nothing."""

    def pages(size_pt: float, *, detailed: bool = False) -> int:
        return len(paginate(packed(size_pt, detailed=detailed)))

    fewest = pages(form.min_pt)
    if fewest > MANY_PAGES:
        return form.min_pt, False
    low, high = 0, round((form.max_pt - form.min_pt) / STEP_PT)
    while low < high:
        middle = (low + high + 1) // 2
        if pages(form.min_pt + middle * STEP_PT) == fewest:
            low = middle
        else:
            high = middle - 1
    size_pt = form.min_pt + low * STEP_PT
    detailed = (
        has_details and size_pt >= DETAIL_FLOOR_PT * form.min_pt / MIN_PT and pages(size_pt, detailed=True) == fewest
    )
    return size_pt, detailed


def _gap_stretches(worksheet: Worksheet, lens: Lens, scale: AxisScale) -> dict[str, list[tuple[float, float]]]:
    """Return, by row, the stretches of x to hatch."""
    stretches: dict[str, list[tuple[float, float]]] = {}
    if not lens.is_free:
        for gap in gaps(worksheet, lens):
            stretches.setdefault(gap.row.id, []).append(scale.stretch(gap.bands[0].start, gap.bands[-1].end))
    return stretches
