"""あるべき姿: aims, the town as it should be, and what parts it from the town as it is."""

from dataclasses import replace

import pytest

from resource_mapper.domain.axis import Span
from resource_mapper.domain.coverage import coverage
from resource_mapper.domain.should_be import (
    Way,
    as_it_should_be,
    coverage_as_it_should_be,
    is_ahead,
    set_aim,
    shortfalls,
    stretch_aim,
)
from resource_mapper.domain.vocabulary import Status
from tests.helpers.factories import make_resource, make_worksheet

SALON = make_resource("サロン", (0.2, 0.6), id="salon", category="salon")


def test_an_aim_is_kept_beside_the_range_and_taken_back_where_both_are_the_same():
    sheet = set_aim(make_worksheet(SALON), {"salon"}, Span(0.2, 0.9))
    assert (sheet.resources[0].span, sheet.resources[0].aim) == (SALON.span, Span(0.2, 0.9))
    assert is_ahead(sheet.resources[0])
    for nothing in (None, SALON.span):
        assert set_aim(sheet, {"salon"}, nothing) == make_worksheet(SALON)


def test_stretching_begins_at_the_range_that_is_and_goes_on_from_the_aim():
    sheet = stretch_aim(make_worksheet(SALON), "salon", "right", 0.9)
    sheet = stretch_aim(sheet, "salon", "left", 0.1)
    assert sheet.resources[0].aim == Span(0.1, 0.9)
    assert sheet.resources[0].span == SALON.span
    assert stretch_aim(sheet, "gone", "left", 0.5) is sheet


def test_a_card_that_waits_has_no_aim():
    sheet = make_worksheet(make_resource("x", None, id="x"))
    assert set_aim(sheet, {"x"}, Span(0, 1)) is sheet


def test_the_town_as_it_should_be_has_wishes_fulfilled_and_nothing_that_ended():
    cards = [make_resource(status, (0, 0.3), status=status) for status in Status]
    ahead = replace(SALON, aim=Span(0.2, 0.9))
    there = as_it_should_be(make_worksheet(*cards, ahead))
    assert {each.name for each in there.resources} == {*Status, "サロン"} - {Status.ENDED}
    assert all(each.counts for each in there.resources)
    assert there.resources[-1].span == Span(0.2, 0.9)
    assert coverage_as_it_should_be([ahead])[-4] == 1
    assert coverage([ahead])[-4] == 0
    assert coverage_as_it_should_be(cards) == coverage(there.resources[:-1])


@pytest.mark.parametrize(
    ("aim", "way", "words"),
    [
        ((0.2, 0.9), Way.WIDEN, "「サロン」を要介護に近い人に広げる"),
        ((0.2, 0.62), Way.WIDEN, "「サロン」の対象の幅を広げる"),
        ((0.7, 0.9), Way.CHANGE, "「サロン」の対象を「要介護」に変える"),
    ],
)
def test_an_aim_says_what_is_to_be_done(aim, way, words):
    one = shortfalls(make_worksheet(replace(SALON, aim=Span(*aim))))[0]
    assert (one.way, one.words, one.ids) == (way, words, ("salon",))
    assert one.reason.startswith("いまは「")


@pytest.mark.parametrize(
    ("status", "ways"),
    [("あったらいいな", [Way.CREATE]), ("準備中", [Way.START]), ("休止", [Way.RESUME]), ("ある", []), ("終了", [])],
)
def test_what_is_not_there_yet_is_a_difference(status, ways):
    sheet = make_worksheet(make_resource("会", (0, 1), status=status, category="salon"))
    assert [each.way for each in shortfalls(sheet) if each.ids] == ways


def test_a_hole_is_a_difference_only_as_long_as_nobody_has_wished_for_something_there():
    def holes(*cards):
        return {each.gap.row.id: each.words for each in shortfalls(make_worksheet(*cards)) if each.gap}

    assert holes(SALON)["salon"] == "要介護に近い人が使える 高齢者サロン系 がない"
    wish = make_resource("夢", (0.7, 0.9), category="salon", status="あったらいいな")
    assert "salon" not in holes(SALON, wish)
    assert "salon" not in holes(replace(SALON, aim=Span(0.2, 0.9)))
    assert holes() == {}
