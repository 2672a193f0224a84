"""The order of reading, and the way of the arrow keys."""

from itertools import pairwise

import pytest
from hypothesis import given

from resource_mapper.layout.reading_order import Direction, neighbour, reading_order
from resource_mapper.layout.sheet import layout_sheet
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.square_measurer import SquareMeasurer
from tests.helpers.strategies import drawable_worksheets

SQUARE = SquareMeasurer()
DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")


def _names(cards):
    return "".join(card.resource.name for card in cards)


@pytest.fixture
def town():
    """A and B side by side, C below them, D and E in the next row."""
    return layout_sheet(
        make_worksheet(
            make_resource("E", (0.6, 0.8), id="E", category="salon"),
            make_resource("C", (0.1, 0.9), id="C", category="hobby", lane=1),
            make_resource("B", (0.6, 0.9), id="B", category="hobby", lane=0),
            make_resource("A", (0.0, 0.3), id="A", category="hobby", lane=0),
            make_resource("D", (0.0, 0.2), id="D", category="salon"),
        ),
        SQUARE,
    )


def test_cards_are_read_row_by_row_lane_by_lane_from_left_to_right(town):
    assert _names(reading_order(town)) == "ABCDE"


def test_in_free_placement_from_top_to_bottom():
    cards = [make_resource(name, (0.1, 0.5), free_y=height) for name, height in (("下", 0.9), ("上", 0.1), ("中", 0.5))]
    assert _names(reading_order(layout_sheet(make_worksheet(*cards, lens="free"), SQUARE))) == "上中下"


@pytest.mark.parametrize("lens", ["category", "free"])
def test_a_long_sheet_is_read_page_by_page(lens):
    layout = layout_sheet(make_worksheet(*many_resources(300), lens=lens), SQUARE)
    order = reading_order(layout)
    assert {card.resource.id for card in order} == {card.resource.id for card in layout.cards}
    places = [(card.page, card.pill.centre_y, card.pill.x) for card in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("here", "found"),
    [
        # left, right, up, down; a dot where there is nothing
        ("A", ".B.C"),
        ("B", "AC.C"),
        ("C", "BDBE"),
        ("D", "CEC."),
        ("E", "D.C."),
    ],
)
def test_arrow_keys_go_to_the_neighbours(town, here, found):
    cards = [neighbour(town, here, direction) for direction in DIRECTIONS]
    assert "".join(card.resource.name if card else "." for card in cards) == found


@pytest.mark.parametrize("current", [None, "gone"])
def test_without_a_current_card_the_first_is_next(town, current):
    assert [_names([neighbour(town, current, direction)]) for direction in DIRECTIONS] == ["A"] * 4


def test_on_an_empty_sheet_there_is_nowhere_to_go():
    assert neighbour(layout_sheet(make_worksheet(), SQUARE), None, "right") is None


@given(drawable_worksheets())
def test_right_reads_every_card_once_and_left_reads_it_backwards(worksheet):
    layout = layout_sheet(worksheet, SQUARE)
    order = [card.resource.id for card in reading_order(layout)]
    for before, after in pairwise(order):
        forwards, backwards = neighbour(layout, before, "right"), neighbour(layout, after, "left")
        assert forwards
        assert backwards
        assert (forwards.resource.id, backwards.resource.id) == (after, before)
    if order:
        assert neighbour(layout, order[0], "left") is None
        assert neighbour(layout, order[-1], "right") is None


@given(drawable_worksheets())
def test_up_and_down_change_the_height(worksheet):
    layout = layout_sheet(worksheet, SQUARE)
    for card in layout.cards:
        above, below = (neighbour(layout, card.resource.id, direction) for direction in ("up", "down"))
        assert above is None or (above.page, above.pill.centre_y) < (card.page, card.pill.centre_y)
        assert below is None or (below.page, below.pill.centre_y) > (card.page, card.pill.centre_y)
