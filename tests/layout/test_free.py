"""自由配置: cards where they were put, and 整列."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain import edits
from resource_mapper.domain.axis import Span
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.free import arranged_heights
from resource_mapper.layout.page import BODY, LABELS
from resource_mapper.layout.sheet import layout_sheet
from tests.helpers.factories import make_resource, many_resources
from tests.helpers.square_measurer import SquareMeasurer
from tests.helpers.strategies import spans

SQUARE = SquareMeasurer()
SLACK = 1e-9


def _free(*resources, **values):
    return Worksheet(resources=resources, lens="free", **values)


def _centres(worksheet):
    return {card.resource.id: card.pill.centre_y for card in layout_sheet(worksheet, SQUARE).cards}


def _overlapping(layout):
    return [
        (one.resource.name, other.resource.name)
        for one, other in combinations(layout.cards, 2)
        if one.pill.x < other.pill.right - SLACK
        and other.pill.x < one.pill.right - SLACK
        and one.pill.y < other.pill.bottom - SLACK
        and other.pill.y < one.pill.bottom - SLACK
    ]


def _arranged(worksheet):
    heights = arranged_heights(layout_sheet(worksheet, SQUARE))
    for resource_id, height in heights.items():
        worksheet = edits.change(worksheet, {resource_id}, free_y=height)
    return worksheet


def test_a_card_lies_at_the_height_it_was_put():
    centres = _centres(_free(make_resource(id="a", free_y=0.25), make_resource(id="b", free_y=0.5)))
    assert centres == pytest.approx({"a": 100, "b": 154})  # 46 + 0.25 × 216, 46 + 0.5 × 216


@pytest.mark.parametrize(("free_y", "centre"), [(0.0, 46 + 7.567 / 2), (1.0, 262 - 7.567 / 2)])
def test_a_card_at_the_edge_stays_on_the_sheet(free_y, centre):
    # a card at 11 pt is 1.95 × 3.88 = 7.567 high
    assert _centres(_free(make_resource(id="a", free_y=free_y)))["a"] == pytest.approx(centre, abs=0.001)


def test_cards_without_a_height_are_spread_over_the_page():
    worksheet = _free(*(make_resource(str(number), (0.2, 0.8), id=str(number)) for number in range(3)))
    # three lanes: 46 + (0.5, 1.5, 2.5) × 72
    assert _centres(worksheet) == pytest.approx({"0": 82, "1": 154, "2": 226})


def test_there_is_one_page_and_one_field_however_many_cards():
    layout = layout_sheet(_free(*many_resources(300)), SQUARE)
    (page,) = layout.pages
    (row,) = page.rows
    assert (row.body, row.label, row.lanes, row.gaps) == (BODY, LABELS, (), ())
    assert {card.page for card in page.cards} == {page.index} == {0}
    assert len(page.cards) == sum(r.status != "終了" for r in many_resources(300))
    for card in page.cards:
        assert BODY.y - SLACK <= card.pill.y
        assert card.pill.bottom <= BODY.bottom + SLACK


def test_nothing_to_arrange():
    assert arranged_heights(layout_sheet(_free(), SQUARE)) == {}


def test_arranging_parts_two_cards_at_one_place():
    worksheet = _free(make_resource(id="a", free_y=0.5), make_resource(id="b", free_y=0.5))
    assert len(_overlapping(layout_sheet(worksheet, SQUARE))) == 1
    assert _overlapping(layout_sheet(_arranged(worksheet), SQUARE)) == []


crowds = st.lists(st.tuples(spans, st.integers(0, 1000)), max_size=14).map(
    lambda places: _free(
        *(
            make_resource(f"体操{number}", (span.left, span.right), id=str(number), free_y=height / 1000)
            for number, (span, height) in enumerate(places)
        )
    )
)


@given(crowds)
def test_after_arranging_no_two_cards_overlap(worksheet):
    # 14 cards, each 7.567 + 1.4 high at 11 pt, need at most 125 of the page's 216 mm
    assert _overlapping(layout_sheet(_arranged(worksheet), SQUARE)) == []


def test_arranging_a_crowded_foot_uses_the_room_above():
    # 23 cards one above the other on the left, as many as the page holds, and 12 in one place at its foot
    column = [make_resource("左", (0.0, 0.1), id=f"l{i}", free_y=(i + 0.5) / 23) for i in range(23)]
    foot = [make_resource("右", (0.8, 0.9), id=f"r{i}", free_y=1.0) for i in range(12)]
    assert _overlapping(layout_sheet(_arranged(_free(*column, *foot)), SQUARE)) == []


@given(crowds)
def test_arranging_moves_no_card_sideways(worksheet):
    places = {card.resource.id: card.pill.x for card in layout_sheet(worksheet, SQUARE).cards}
    arranged = _arranged(worksheet)
    assert {card.resource.id: card.pill.x for card in layout_sheet(arranged, SQUARE).cards} == places
    assert [r.span for r in arranged.resources] == [r.span for r in worksheet.resources]


@given(crowds)
def test_heights_are_shares_of_the_page(worksheet):
    heights = arranged_heights(layout_sheet(worksheet, SQUARE))
    assert heights.keys() == {r.id for r in worksheet.resources}
    assert all(0 < height < 1 for height in heights.values())


def test_a_card_above_another_stays_above():
    worksheet = _free(
        make_resource(id="low", span=(0.2, 0.6), free_y=0.52), make_resource(id="high", span=(0.3, 0.7), free_y=0.48)
    )
    heights = arranged_heights(layout_sheet(worksheet, SQUARE))
    assert heights["high"] < heights["low"]


def test_the_free_lens_forgets_no_range():
    (card,) = layout_sheet(_free(make_resource(span=(0.2, 0.6), free_y=0.1)), SQUARE).cards
    assert card.resource.span == Span(0.2, 0.6)
    assert (card.range_left, card.range_right) == pytest.approx((122, 266))
