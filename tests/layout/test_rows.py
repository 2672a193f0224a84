"""Rows by exact numbers. With a square font at 10 pt a one-line card is 1.95 × 3.528 = 6.879 mm high."""

import pytest

from resource_mapper.domain.lens import Row
from resource_mapper.layout.card import CardFaces
from resource_mapper.layout.form import ON_PAPER
from resource_mapper.layout.page import BODY, AxisScale
from resource_mapper.layout.rows import (
    CARD_GAP,
    PackedRow,
    RowFacts,
    RowPart,
    Setting,
    pack_row,
    paginate,
    place_page,
    range_of,
    row_facts,
)
from tests.helpers.factories import make_resource
from tests.helpers.square_measurer import MM_PER_EM_PT, SquareMeasurer

EM = 10 * MM_PER_EM_PT
CARD = 1.95 * EM
BESIDE = 0.72 * EM + 0.9 + 3.2
PLAIN = AxisScale()
NO_FACTS = {"": RowFacts(0, 0, ()), **{letter: RowFacts(0, 0, ()) for letter in "abcdefgh"}}


def _pack(*resources, scale=PLAIN, size_pt=10.0):
    return pack_row(Row("a", "行"), resources, CardFaces(SquareMeasurer()), Setting(scale, size_pt))


def _row(name, *heights):
    return PackedRow(Row(name, name), (), heights)


def _sketch(pages):
    """Return pages as text: 「a0-3 b0-1」 is lanes 0–2 of row a, then lane 0 of row b."""
    return [" ".join(f"{part.packed.row.id}{part.first}-{part.last}" for part in parts) for parts in pages]


def test_a_name_shorter_than_its_range_leaves_the_pill_as_wide_as_the_range():
    card = _pack(make_resource("体操", (0.2, 0.6))).cards[0]
    assert (card.left, card.right) == pytest.approx((122, 266))  # 50 + 0.2 × 360, 50 + 0.6 × 360
    assert (card.range_left, card.range_right) == pytest.approx((122, 266))


def test_a_longer_name_makes_the_pill_grow_evenly():
    card = _pack(make_resource("あ" * 10, (0.5, 0.51))).cards[0]
    needed = 10 * EM + BESIDE
    assert card.right - card.left == pytest.approx(needed)  # 35.28 + 6.64 = 41.92
    assert (card.left + card.right) / 2 == pytest.approx(231.8)  # 50 + 0.505 × 360
    assert (card.range_left, card.range_right) == pytest.approx((230, 233.6))


@pytest.mark.parametrize(("span", "left", "right"), [((0, 0.01), 50, 91.92), ((0.99, 1), 368.08, 410)])
def test_a_pill_stays_between_the_ends_of_the_axis(span, left, right):
    card = _pack(make_resource("あ" * 10, span)).cards[0]
    assert (card.left, card.right) == pytest.approx((left, right), abs=0.01)


def test_mirrored_ranges_run_from_the_right():
    assert range_of(make_resource(span=(0.1, 0.3)), AxisScale(mirrored=True)) == pytest.approx((302, 374))
    # 410 − 0.3 × 360 = 302, 410 − 0.1 × 360 = 374


@pytest.mark.parametrize(("gap_mm", "lanes"), [(1.5, 1), (1.3, 2)])
def test_cards_nearer_than_1_4_mm_do_not_share_a_lane(gap_mm, lanes):
    # ranges to 0.3 and from 0.3 on; the scale is such that a thousandth is 0.1 mm
    scale = AxisScale(x0=0, width=100)
    gap = gap_mm / 100
    packed = _pack(make_resource("体", (0, 0.3)), make_resource("操", (0.3 + gap, 0.8)), scale=scale)
    assert len(packed.lane_heights) == lanes


def test_a_wish_for_a_lane_is_kept():
    packed = _pack(make_resource("一", (0, 0.5), lane=1), make_resource("二", (0.2, 0.7)), make_resource("三", (0, 1)))
    assert [card.lane for card in packed.cards] == [1, 0, 2]


def test_a_lane_is_as_high_as_its_highest_card():
    packed = _pack(make_resource("短い", (0, 0.3)), make_resource("あ" * 30, (0.5, 0.6)), make_resource("次", (0, 0.4)))
    # the second name takes two lines: (1.95 + 1.22) × 3.528
    assert packed.lane_heights == pytest.approx((3.17 * EM, CARD))


def test_a_row_needs_its_lanes_their_gaps_and_padding():
    part = RowPart(_row("a", 6, 7, 8), 0, 3)
    assert part.height == pytest.approx(27.4)  # 6 + 7 + 8 + 2 × 1.4 + 2 × 1.8
    assert RowPart(_row("a", 6, 7, 8), 1, 3).height == pytest.approx(20)  # 7 + 8 + 1.4 + 3.6
    assert RowPart(_row("a"), 0, 0).height == ON_PAPER.min_row
    assert RowPart(_row("a", 6), 0, 1).height == ON_PAPER.min_row  # 6 + 3.6 < 13.5


@pytest.mark.parametrize(
    ("rows", "pages"),
    [
        pytest.param([], [""], id="nothing"),
        pytest.param([_row("a"), _row("b")], ["a0-0 b0-0"], id="empty rows stay"),
        # 100 + 3.6 = 103.6; twice with the gap of 1.6 = 208.8 ≤ 216
        pytest.param([_row("a", 100), _row("b", 100)], ["a0-1 b0-1"], id="two rows on a page"),
        # 105 + 3.6 = 108.6; twice + 1.6 = 218.8 > 216
        pytest.param([_row("a", 105), _row("b", 105)], ["a0-1", "b0-1"], id="broken between rows"),
        # 208.8 used + 1.6 leave 5.6
        pytest.param(
            [_row("a", 100), _row("b", 100), _row("c")], ["a0-1 b0-1", "c0-0"], id="an empty row moves on too"
        ),
        # 70 + 2 × 71.4 + 3.6 = 216.4 > 216: two lanes and one
        pytest.param([_row("a", 70, 70, 70)], ["a0-2", "a2-3"], id="split where it alone overflows"),
        pytest.param(
            [_row("b", 50), _row("a", 70, 70, 70)], ["b0-1", "a0-2", "a2-3"], id="which begins on a page of its own"
        ),
        # 73.6 + 1.6 used; 20 + 3.6 more
        pytest.param([_row("a", 70, 70, 70), _row("b", 20)], ["a0-2", "a2-3 b0-1"], id="the rest shares its page"),
        pytest.param([_row("a", 300, 300)], ["a0-1", "a1-2"], id="a lane that no page holds"),
    ],
)
def test_rows_over_pages(rows, pages):
    assert _sketch(paginate(rows)) == pages


def test_rows_that_fit_exactly_stay_on_their_page():
    # 70 + 70 + 69.6 + 2 × 1.4 + 3.6 = 216
    assert _sketch(paginate([_row("a", 70, 70, 69.6)])) == ["a0-3"]
    # 8 rows of 22 + 3.6 and 7 gaps of 1.6 are 216
    assert _sketch(paginate([_row(name, 22) for name in "abcdefgh"])) == [" ".join(f"{name}0-1" for name in "abcdefgh")]


def test_spare_height_goes_first_between_the_cards_then_to_the_rows():
    page = place_page(0, [RowPart(_row("a", 20, 20), 0, 2), RowPart(_row("b", 20), 0, 1)], NO_FACTS, only_page=True)
    # needed: 20 + 20 + 1.4 + 3.6 = 45, 20 + 3.6 = 23.6; spare 216 − 1.6 − 68.6 = 145.8
    # the one joint grows to 4.4: a needs 48; the rest, 142.8, is shared: 71.4 each
    first, second = page.rows
    assert (first.body.y, first.body.height) == pytest.approx((46, 119.4))
    assert (second.body.y, second.body.height) == pytest.approx((167, 95))  # 46 + 119.4 + 1.6
    assert second.body.bottom == pytest.approx(BODY.bottom)
    # lanes centred: 46 + (119.4 − 40 − 4.4) / 2 = 83.5
    assert [(lane.top, lane.height) for lane in first.lanes] == [
        pytest.approx((83.5, 20)),
        pytest.approx((107.9, 20)),
    ]
    assert (first.label.x, first.label.width, first.label.height) == (10, 38, first.body.height)


def test_little_spare_height_is_shared_among_the_joints():
    page = place_page(0, [RowPart(_row("a", *[20] * 10), 0, 10)], NO_FACTS, only_page=True)
    # needed 200 + 9 × 1.4 + 3.6 = 216.2: nothing spare
    tops = [lane.top for lane in page.rows[0].lanes]
    assert tops[1] - tops[0] == pytest.approx(21.4)
    page = place_page(0, [RowPart(_row("a", *[19] * 10), 0, 10)], NO_FACTS, only_page=True)
    # spare 216 − 206.2 = 9.8; 0.8 × 9.8 / 9 = 0.871 more for each of 9 joints
    tops = [lane.top for lane in page.rows[0].lanes]
    assert tops[1] - tops[0] == pytest.approx(19 + 1.4 + 0.871, abs=0.001)


def test_on_one_of_several_pages_a_row_is_not_stretched_over_the_page():
    page = place_page(1, [RowPart(_row("a", 20), 0, 1)], NO_FACTS, only_page=False)
    assert page.rows[0].body.height == pytest.approx(59)  # 2.5 × 23.6


def test_the_rest_of_a_split_row_says_so_and_keeps_its_lanes_numbers():
    page = place_page(1, [RowPart(_row("a", 20, 20, 20), 2, 3)], NO_FACTS, only_page=False)
    assert page.rows[0].continued
    assert [lane.index for lane in page.rows[0].lanes] == [2]


def test_cards_lie_on_the_middle_of_their_lane():
    packed = _pack(make_resource("一", (0, 0.5)), make_resource("二", (0.2, 0.7)))
    page = place_page(0, [RowPart(packed, 0, 2)], NO_FACTS, only_page=True)
    lanes = page.rows[0].lanes
    assert [card.pill.centre_y for card in page.cards] == pytest.approx([lane.top + lane.height / 2 for lane in lanes])
    assert [(card.pill.x, card.pill.width, card.pill.height) for card in page.cards] == [
        pytest.approx((50, 180, CARD)),
        pytest.approx((122, 180, CARD)),
    ]
    assert page.cards[1].pill.y - page.cards[0].pill.bottom >= CARD_GAP


def test_gaps_are_hatched_over_the_whole_row():
    page = place_page(0, [RowPart(_row("a"), 0, 0)], {"a": RowFacts(2, 1, ((170, 290),))}, only_page=True)
    row = page.rows[0]
    assert (row.available, row.wanted) == (2, 1)
    assert [(gap.x, gap.right, gap.y, gap.bottom) for gap in row.gaps] == [(170, 290, row.body.y, row.body.bottom)]


def test_facts_count_what_is_there_and_what_is_wished_for():
    resources = [
        make_resource(status=status) for status in ("ある", "ある", "あったらいいな", "準備中", "休止", "終了")
    ]
    assert row_facts(resources, [(50, 170)]) == RowFacts(2, 1, ((50, 170),))
