"""The worksheet laid out: numbers for one card, rules for many."""

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain import edits
from resource_mapper.domain.axis import Span
from resource_mapper.domain.lens import LENSES, UNSET, lens_of
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout import sheet
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.card import CardFaces
from resource_mapper.layout.form import ON_PAPER
from resource_mapper.layout.page import BODY, LABELS, AxisScale
from resource_mapper.layout.rows import CARD_GAP, ROOMY_ROWS, THIN_ROW, PackedRow, RowPart, Setting, pack_row, paginate
from resource_mapper.layout.sheet import Layouter, layout_sheet
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fonts import real_measurer
from tests.helpers.square_measurer import CountingMeasurer, SquareMeasurer
from tests.helpers.strategies import drawable_worksheets

SQUARE = SquareMeasurer()
FACES = CardFaces(SQUARE)
SIZES = (7, 7.5, 8, 8.5, 9, 9.5, 10, 10.5, 11)
SLACK = 1e-9
LENS_IDS = [lens.id for lens in LENSES]
TOWNS = [(number, lens) for number in (3, 40, 300) for lens in LENS_IDS]


def _town(number, lens="category", **values):
    return make_worksheet(*many_resources(number, seed=number), lens=lens, **values)


def _shown(worksheet):
    return [resource for resource in worksheet.placed if resource.status != "終了" or worksheet.lens == "status"]


def _cards_by_lane(page):
    lanes = defaultdict(list)
    for card in page.cards:
        lanes[card.row_id, card.lane].append(card)
    return {key: sorted(cards, key=lambda card: card.pill.x) for key, cards in lanes.items()}


def _check_rows(layout):
    """Check what holds for any layout with rows."""
    for page in layout.pages:
        for upper, lower in pairwise(page.rows):
            assert upper.body.bottom < lower.body.y
        for row in page.rows:
            assert BODY.y - SLACK <= row.body.y
            assert row.body.bottom <= BODY.bottom + SLACK
            assert (row.label.x, row.label.y, row.label.height) == (LABELS.x, row.body.y, row.body.height)
            for upper, lower in pairwise(row.lanes):
                assert lower.top - (upper.top + upper.height) >= CARD_GAP - SLACK
        lanes = {(row.row.id, lane.index): lane for row in page.rows for lane in row.lanes}
        for key, cards in _cards_by_lane(page).items():
            for left, right in pairwise(cards):
                assert right.pill.x - left.pill.right >= CARD_GAP - SLACK
            for card in cards:
                assert BODY.x - SLACK <= card.pill.x
                assert card.pill.right <= BODY.right + SLACK
                assert lanes[key].top - SLACK <= card.pill.y
                assert card.pill.bottom <= lanes[key].top + lanes[key].height + SLACK
        for row in page.rows:
            for lane in row.lanes[:1] + row.lanes[-1:]:
                assert row.body.y <= lane.top
                assert lane.top + lane.height <= row.body.bottom


def _check_cards(layout):
    """Check that every card to be shown is there once, in its row, with its range where the data say."""
    worksheet = layout.worksheet
    assert Counter(card.resource.id for card in layout.cards) == Counter(r.id for r in _shown(worksheet))
    for card in layout.cards:
        assert card.row_id == layout.lens.row_of(worksheet, card.resource)
        ends = (card.resource.span.left, card.resource.span.right)
        assert (card.range_left, card.range_right) == pytest.approx(layout.scale.stretch(*ends))
        assert card.pill.x <= card.range_left + SLACK
        assert card.range_right <= card.pill.right + SLACK


def test_one_card_by_exact_numbers():
    worksheet = make_worksheet(make_resource("体操", (0.2, 0.6), category="hobby"))
    layout = layout_sheet(worksheet, SQUARE)
    (page,) = layout.pages
    (card,) = page.cards
    assert layout.size_pt == 11
    # six rows of 13.5 and five gaps of 1.6 leave 216 − 89 = 127, 21.17 more for each row
    assert [row.body.height for row in page.rows] == [pytest.approx(34.667, abs=0.001)] * 6
    assert [row.body.y for row in page.rows] == pytest.approx([46 + 36.2667 * number for number in range(6)], abs=0.001)
    # 50 + 0.2 × 360 = 122; the name (2 × 3.88 + mark) is shorter than the range of 144 mm
    assert (card.pill.x, card.pill.width) == pytest.approx((122, 144))
    # 1.95 × 3.8806 = 7.567 high, in the middle of the first row: 46 + 34.667 / 2
    assert (card.pill.height, card.pill.centre_y) == pytest.approx((7.567, 63.333), abs=0.001)
    assert card.centre == pytest.approx((194, 63.333), abs=0.001)


def test_two_cards_that_meet_take_two_lanes():
    worksheet = make_worksheet(
        make_resource("一", (0.2, 0.6), category="hobby"), make_resource("二", (0.5, 0.9), category="hobby")
    )
    page = layout_sheet(worksheet, SQUARE).pages[0]
    # needed: 2 × 7.567 + 1.4 + 3.6 = 20.134, others 13.5; spare 216 − 8 − 87.634 = 120.37; the joint grows to 4.4,
    # so the first row needs 23.134; 117.37 / 6 = 19.561 more for each row
    assert page.rows[0].body.height == pytest.approx(42.695, abs=0.001)
    assert page.rows[1].body.height == pytest.approx(33.061, abs=0.001)
    # lanes: 46 + (42.695 − 15.134 − 4.4) / 2 = 57.580; 57.580 + 7.567 + 4.4 = 69.548
    assert [card.pill.y for card in page.cards] == pytest.approx([57.580, 69.548], abs=0.001)


def test_an_empty_worksheet_has_one_page_of_equal_rows():
    layout = layout_sheet(Worksheet(), SQUARE)
    (page,) = layout.pages
    assert page.cards == ()
    assert len({round(row.body.height, 6) for row in page.rows}) == 1
    assert page.rows[-1].body.bottom == pytest.approx(BODY.bottom)
    assert layout.coverage == (0,) * 24


def test_the_sample_fits_one_page():
    layout = layout_sheet(sample_worksheet(), real_measurer())
    assert len(layout.pages) == 1
    assert layout.size_pt >= 9
    assert layout.shortened == ()
    _check_rows(layout)
    _check_cards(layout)


@given(drawable_worksheets())
def test_any_worksheet_keeps_the_rules(worksheet):
    layout = layout_sheet(worksheet, SQUARE)
    _check_cards(layout)
    if not layout.lens.is_free:
        _check_rows(layout)


@pytest.mark.parametrize(("number", "lens"), TOWNS)
def test_a_towns_worksheet_keeps_the_rules(number, lens):
    layout = layout_sheet(_town(number, lens), real_measurer())
    _check_cards(layout)
    if lens != "free":
        _check_rows(layout)


def test_300_resources_go_over_pages_and_every_card_is_on_one():
    layout = layout_sheet(_town(300), real_measurer())
    assert len(layout.pages) > 1
    pages = {card.resource.id: card.page for card in layout.cards}
    assert Counter(pages.values()) == Counter({page.index: len(page.cards) for page in layout.pages})
    assert [page.index for page in layout.pages] == list(range(len(layout.pages)))
    assert all(card.page == page.index for page in layout.pages for card in page.cards)


@given(drawable_worksheets())
def test_the_same_input_gives_the_same_output(worksheet):
    assert layout_sheet(worksheet, SQUARE) == layout_sheet(worksheet, SQUARE)


def _pages_at(worksheet, size_pt, *, detailed=False):
    lens, scale = lens_of(worksheet), AxisScale(mirrored=worksheet.mirrored)
    members = {
        row: [r for r in _shown(worksheet) if lens.row_of(worksheet, r) == row.id] for row in lens.rows(worksheet)
    }
    drawn = [row for row in members if row.id != UNSET or members[row] or len(members) == 1]
    least = ON_PAPER.min_row if len(drawn) <= ROOMY_ROWS else THIN_ROW
    setting = Setting(scale, size_pt, detailed, least)
    rows = [pack_row(row, members[row], FACES, setting) for row in drawn]
    return len(paginate(rows))


def _largest_size(worksheet):
    """Return the largest type that takes no more pages than 7 pt does."""
    fewest = _pages_at(worksheet, 7)
    return max(size for size in SIZES if _pages_at(worksheet, size) == fewest)


@pytest.mark.parametrize("number", [1, 20, 30, 40, 50, 60, 80, 120, 300])
def test_the_type_is_the_largest_that_costs_no_page(number):
    worksheet = _town(number)
    layout = layout_sheet(worksheet, SQUARE)
    assert layout.size_pt == _largest_size(worksheet)
    assert len(layout.pages) == _pages_at(worksheet, 7)


def test_a_sheet_of_very_many_pages_is_set_in_7_pt():
    layout = layout_sheet(_town(2000), SQUARE)
    assert len(layout.pages) > 12
    assert (layout.size_pt, layout.detailed) == (7, False)


def test_the_type_sizes_in_between_are_used():
    assert len({layout_sheet(_town(number), SQUARE).size_pt for number in range(10, 90, 5)}) > 3


@given(drawable_worksheets(max_resources=30))
def test_no_larger_type_would_have_cost_no_page(worksheet):
    layout = layout_sheet(worksheet, SQUARE)
    if not layout.lens.is_free:
        assert layout.size_pt == _largest_size(worksheet)


@pytest.mark.parametrize(
    ("number", "detailed"), [pytest.param(3, True, id="few cards"), pytest.param(60, False, id="many cards")]
)
def test_a_second_line_is_drawn_only_where_it_costs_no_size(number, detailed):
    worksheet = make_worksheet(*(r for r in many_resources(number, seed=5) if r.schedule))
    layout = layout_sheet(worksheet, SQUARE)
    assert layout.detailed == detailed
    pages = _pages_at(worksheet, layout.size_pt, detailed=True)
    assert detailed == (layout.size_pt >= 9 and pages == len(layout.pages))
    assert all(bool(card.face.detail) == detailed for card in layout.cards)


def _parts_by_row(layout):
    parts = defaultdict(list)
    for page in layout.pages:
        for row in page.rows:
            parts[row.row.id].append(row)
    return parts


@pytest.mark.parametrize(("number", "lens"), [(150, "category"), (300, "category"), (300, "status"), (700, "support")])
def test_rows_are_split_only_where_they_alone_overflow_a_page(number, lens):
    layout = layout_sheet(_town(number, lens), SQUARE)
    assert len(layout.pages) > 1
    for parts in _parts_by_row(layout).values():
        heights = tuple(lane.height for part in parts for lane in part.lanes)
        needed = RowPart(PackedRow(parts[0].row, (), heights), 0, len(heights)).height
        assert (len(parts) > 1) == (needed > BODY.height)
        assert [part.continued for part in parts] == [False, *(True for _ in parts[1:])]
        assert [lane.index for part in parts for lane in part.lanes] == list(range(len(heights)))


def test_rows_keep_the_lenses_order_over_pages():
    layout = layout_sheet(_town(300), SQUARE)
    seen = [row.row.id for page in layout.pages for row in page.rows]
    assert list(dict.fromkeys(seen)) == [row.id for row in layout.lens.rows(layout.worksheet)]


@given(drawable_worksheets())
def test_the_mirrored_view_is_the_same_sheet_seen_from_behind(worksheet):
    plain = layout_sheet(Worksheet(resources=worksheet.resources, lens=worksheet.lens), SQUARE)
    mirrored = layout_sheet(Worksheet(resources=worksheet.resources, lens=worksheet.lens, mirrored=True), SQUARE)
    ranges = {card.resource.id: card for card in plain.cards}
    assert mirrored.coverage == plain.coverage
    for card in mirrored.cards:
        twin = ranges[card.resource.id]
        assert (card.range_left, card.range_right) == pytest.approx((460 - twin.range_right, 460 - twin.range_left))
        assert card.pill.x + card.pill.right == pytest.approx(460 - twin.pill.x + 460 - twin.pill.right)


def test_moving_one_card_moves_no_card_of_another_row_sideways():
    worksheet = _town(40)
    moved = worksheet.resources[7]
    after = worksheet.with_resources(
        make_resource(r.name, (0.0, 0.1), id=r.id, category=r.category, status=r.status) if r is moved else r
        for r in worksheet.resources
    )
    places = {card.resource.id: (card.pill.x, card.lane) for card in layout_sheet(worksheet, SQUARE).cards}
    changed = {
        card.resource.category
        for card in layout_sheet(after, SQUARE).cards
        if places.get(card.resource.id) != (card.pill.x, card.lane)
    }
    assert changed <= {moved.category}


def test_a_waiting_card_is_not_on_the_sheet():
    assert layout_sheet(make_worksheet(make_resource(span=None)), SQUARE).cards == ()


def test_ended_cards_are_drawn_only_when_asked_for_or_where_they_have_a_row():
    worksheet = make_worksheet(make_resource(status="終了"), make_resource(status="休止"))
    assert [card.resource.status for card in layout_sheet(worksheet, SQUARE).cards] == ["休止"]
    shown = layout_sheet(worksheet, SQUARE, SheetOptions(show_ended=True))
    assert [card.resource.status for card in shown.cards] == ["終了", "休止"]
    by_status = layout_sheet(edits.set_lens(worksheet, "status"), SQUARE)
    assert [card.resource.status for card in by_status.cards] == ["休止", "終了"]


def test_a_choice_of_cards():
    worksheet = make_worksheet(make_resource("一", category="hobby"), make_resource("二", category="salon"))
    layout = layout_sheet(worksheet, SQUARE, SheetOptions(only=lambda resource: resource.category == "salon"))
    assert [card.resource.name for card in layout.cards] == ["二"]
    assert [row.available for row in layout.pages[0].rows] == [0, 1, 0, 0, 0, 0]
    assert max(layout.coverage) == 1


def test_gaps_of_a_row_are_hatched_from_border_to_border():
    worksheet = make_worksheet(make_resource(span=(0.4, 0.6), category="hobby"))
    row = layout_sheet(worksheet, SQUARE).pages[0].rows[0]
    assert [(gap.x, gap.right) for gap in row.gaps] == [pytest.approx((50, 170)), pytest.approx((290, 410))]
    mirrored = Worksheet(resources=(make_resource(span=(0, 0.3), category="hobby"),), mirrored=True)
    row = layout_sheet(mirrored, SQUARE).pages[0].rows[0]
    assert [(gap.x, gap.right) for gap in row.gaps] == [pytest.approx((50, 290))]
    assert layout_sheet(worksheet, SQUARE, SheetOptions(show_gaps=False)).pages[0].rows[0].gaps == ()


def test_an_empty_sheet_is_not_hatched_all_over():
    assert not [row.gaps for row in layout_sheet(Worksheet(), SQUARE).pages[0].rows if row.gaps]


def test_names_that_do_not_fit_whole_are_reported():
    layout = layout_sheet(make_worksheet(make_resource("体操"), make_resource("あ" * 90, (0.4, 0.5))), SQUARE)
    assert layout.shortened == ("あ" * 90,)


def test_a_range_without_width_is_laid_out_round_its_place():
    worksheet = make_worksheet(make_resource("体操", (0.5, 0.5)))
    (card,) = layout_sheet(worksheet, SQUARE).cards
    assert card.resource.span == Span(0.5, 0.5)
    assert card.pill.centre_x == pytest.approx(230)


def test_cost_grows_hardly_faster_than_the_number_of_cards():
    def cost(number):
        measurer = CountingMeasurer()
        layout_sheet(_town(number), measurer)
        return measurer.asked

    assert cost(800) / cost(200) < 6  # 4 times the cards; all pairs would be 16


_EDITS = st.tuples(st.integers(0, 11), st.sampled_from(("move", "rename", "drop", "lens", "mirror", "remove", "again")))


def _edited(worksheet, number, kind):
    """Return the worksheet after one edit, as the window makes them."""
    ids = {str(number)}
    match kind:
        case "move":
            return edits.move(worksheet, ids, 0.05)
        case "rename":
            return edits.change(worksheet, ids, name="別の名前", schedule="毎週")
        case "drop":
            rows = lens_of(worksheet).rows(worksheet)
            return edits.move(worksheet, ids, 0.0, rows[number % len(rows)].id)
        case "lens":
            return edits.set_lens(worksheet, LENS_IDS[number % len(LENS_IDS)])
        case "mirror":
            return replace(worksheet, mirrored=not worksheet.mirrored)
        case "remove":
            return edits.remove(worksheet, ids)
    return worksheet.with_resources(replace(resource) for resource in worksheet.resources)


@given(drawable_worksheets(), st.lists(_EDITS, max_size=6))
def test_what_was_laid_out_before_makes_no_difference(worksheet, changes):
    layouter = Layouter(SQUARE)
    seen = [worksheet]
    for number, kind in changes:
        seen.append(_edited(seen[-1], number, kind))
    for each in (*seen, *reversed(seen)):  # there, and back by undo
        assert layouter.layout(each) == layout_sheet(each, SQUARE)


def test_an_edit_measures_only_what_is_new():
    measurer = CountingMeasurer()
    layouter = Layouter(measurer)
    worksheet = _town(300)
    layouter.layout(worksheet)
    cold = measurer.asked
    layouter.layout(edits.move(worksheet, {worksheet.resources[5].id}, 0.1))
    assert measurer.asked == cold
    for lens in LENS_IDS:
        layouter.layout(edits.set_lens(worksheet, lens))
    assert measurer.asked < cold * 1.5


def test_what_was_laid_out_long_ago_is_forgotten(monkeypatch):
    monkeypatch.setattr(sheet, "KEPT_CARDS", 100)
    layouter = Layouter(SQUARE)
    for seed in range(5):
        worksheet = make_worksheet(*many_resources(30, seed=seed))
        assert layouter.layout(worksheet) == layout_sheet(worksheet, SQUARE)
        assert sum(len(packed.cards) for packed in layouter._rows.values()) <= 100
