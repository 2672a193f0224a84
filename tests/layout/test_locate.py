"""From a point back to meaning: the exact inverse of layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain import edits
from resource_mapper.domain.edits import Place
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.locate import card_at, locate
from resource_mapper.layout.page import BODY, SHEET
from resource_mapper.layout.sheet import layout_sheet
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.square_measurer import SquareMeasurer
from tests.helpers.strategies import drawable_worksheets

SQUARE = SquareMeasurer()
anywhere = st.tuples(st.floats(-500, 1000), st.floats(-500, 1000))


def _check_inverse(layout):
    for page in layout.pages:
        for card in page.cards:
            place = locate(layout, page.index, *card.centre)
            assert place.row_id == card.row_id
            assert place.position == pytest.approx(card.resource.span.centre, abs=1e-9)
            if layout.lens.is_free:
                assert place.free_y == pytest.approx((card.pill.centre_y - BODY.y) / BODY.height)
            else:
                assert place.lane == card.lane


@given(drawable_worksheets())
def test_the_centre_of_every_card_gives_back_its_row_range_and_lane(worksheet):
    _check_inverse(layout_sheet(worksheet, SQUARE))


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.id)
def test_it_does_so_on_every_page_of_a_town(lens, mirrored):
    worksheet = make_worksheet(*many_resources(200), lens=lens.id, mirrored=mirrored)
    _check_inverse(layout_sheet(worksheet, SQUARE))


@given(drawable_worksheets(), anywhere, st.integers(-1, 3))
def test_every_point_means_a_place_on_the_sheet(worksheet, point, page):
    layout = layout_sheet(worksheet, SQUARE)
    place = locate(layout, page, *point)
    assert place.row_id in {row.row.id for each in layout.pages for row in each.rows}
    assert 0 <= place.position <= 1
    assert place.free_y is None or 0 <= place.free_y <= 1
    assert (place.free_y is not None) == layout.lens.is_free


ROWS = [(lens.id, row.id) for lens in LENSES for row in lens.rows(Worksheet())]


@pytest.mark.parametrize(("lens", "row_id"), ROWS)
def test_a_card_that_is_dropped_in_a_row_is_drawn_there(lens, row_id):
    worksheet = Worksheet(resources=(make_resource(id="dropped", span=None),), lens=lens)
    layout = layout_sheet(worksheet, SQUARE)
    row = next(row for row in layout.pages[0].rows if row.row.id == row_id)
    place = locate(layout, 0, 194.0, row.body.centre_y)
    (card,) = layout_sheet(edits.place(worksheet, "dropped", place), SQUARE).cards
    assert card.row_id == row_id
    assert card.range_left == pytest.approx(194.0)  # 50 + 0.4 × 360


@pytest.fixture
def two_lanes():
    worksheet = make_worksheet(
        make_resource("一", (0.2, 0.6), category="hobby"), make_resource("二", (0.5, 0.9), category="hobby")
    )
    return layout_sheet(worksheet, SQUARE)


def test_points_outside_count_as_the_nearest_inside(two_lanes):
    assert locate(two_lanes, 0, -100, -100) == Place("hobby", 0.0, 0)
    assert locate(two_lanes, 0, 1000, 1000) == Place("other", 1.0, None)
    assert locate(two_lanes, 99, 230, 1000) == Place("other", 0.5, None)
    assert locate(two_lanes, -1, 230, 0) == Place("hobby", 0.5, 0)


def test_between_two_rows_the_nearer_one_counts(two_lanes):
    first, second = two_lanes.pages[0].rows[:2]
    assert locate(two_lanes, 0, 230, first.body.bottom + 0.7).row_id == "hobby"
    assert locate(two_lanes, 0, 230, second.body.y - 0.7).row_id == "salon"


def test_the_nearest_lane_is_meant_and_below_the_last_a_new_one(two_lanes):
    first, second = two_lanes.pages[0].rows[0].lanes
    row = two_lanes.pages[0].rows[0].body
    heights = [
        row.y,
        first.top + 1,
        first.top + first.height + 1,
        second.top - 1,
        second.top + second.height,
        row.bottom,
    ]
    assert [locate(two_lanes, 0, 230, y).lane for y in heights] == [0, 0, 0, 1, 1, 2]


def test_a_row_without_cards_has_no_lanes(two_lanes):
    assert locate(two_lanes, 0, 230, two_lanes.pages[0].rows[3].body.centre_y).lane is None


def test_mirrored_positions_run_from_the_right():
    layout = layout_sheet(Worksheet(mirrored=True), SQUARE)
    assert locate(layout, 0, 410, 60).position == 0.0
    assert locate(layout, 0, 140, 60).position == pytest.approx(0.75)  # (410 − 140) / 360


@pytest.mark.parametrize(("y", "free_y"), [(46, 0.0), (100, 0.25), (262, 1.0), (0, 0.0), (297, 1.0)])
def test_free_placement_gives_the_height(y, free_y):
    layout = layout_sheet(Worksheet(lens="free"), SQUARE)
    place = locate(layout, 0, 230, y)
    assert (place.row_id, place.position, place.lane) == ("", 0.5, None)
    assert place.free_y == pytest.approx(free_y)


def test_the_topmost_card_under_a_point():
    worksheet = Worksheet(
        resources=(make_resource("下", (0.2, 0.6), free_y=0.5), make_resource("上", (0.4, 0.8), free_y=0.5)),
        lens="free",
    )
    page = layout_sheet(worksheet, SQUARE).pages[0]
    found = [card_at(page, x, y) for x, y in ((150, 154), (230, 154), (150, 100), (SHEET.width, 154))]
    assert [card and card.resource.name for card in found] == ["下", "上", None, None]
