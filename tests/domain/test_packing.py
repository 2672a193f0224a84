"""Packing on lanes: no overlap, wishes kept where free, few moved, cheap."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.packing import Interval, pack

intervals = st.builds(
    lambda start, width, wish: Interval(start, start + width, wish),
    st.integers(0, 40).map(float),
    st.integers(1, 20).map(float),
    st.none() | st.integers(0, 6),
)
lists = st.lists(intervals, max_size=25)
without_wishes = st.lists(intervals.map(lambda item: Interval(item.start, item.end)), max_size=25)


def _overlap(one, other):
    return one.start < other.end and other.start < one.end


@given(lists)
def test_intervals_on_one_lane_do_not_overlap(items):
    lanes = pack(items)
    for i, one in enumerate(items):
        for j in range(i):
            assert lanes[i] != lanes[j] or not _overlap(one, items[j])


@given(lists)
def test_lanes_are_counted_from_0_without_empty_ones(items):
    assert set(pack(items)) == set(range(len(set(pack(items)))))


@given(lists)
def test_the_same_input_gives_the_same_output(items):
    assert pack(items) == pack(list(items))


def _naive(items):
    """Follow the rules of `pack` word for word, comparing every pair."""
    lanes: dict[int, int] = {}
    for i in sorted(range(len(items)), key=lambda i: items[i].wish is None):
        taken = {lane for j, lane in lanes.items() if _overlap(items[i], items[j])}
        wish = items[i].wish or 0
        lanes[i] = min(set(range(len(items) + wish + 1)) - taken, key=lambda lane: (abs(lane - wish), lane))
    rank = {lane: position for position, lane in enumerate(sorted(set(lanes.values())))}
    return [rank[lanes[i]] for i in range(len(items))]


@given(lists)
def test_lanes_are_those_of_the_rules_applied_naively(items):
    assert pack(items) == _naive(items)


@given(without_wishes)
def test_without_wishes_there_are_as_few_lanes_as_in_a_gantt_chart(items):
    # given in the order of their beginnings, first fit needs no more lanes than intervals meet at one point
    items = sorted(items, key=lambda item: item.start)
    deepest = max((sum(other.start <= item.start < other.end for other in items) for item in items), default=0)
    assert len(set(pack(items))) == deepest


@given(without_wishes.filter(bool), intervals)
def test_moving_the_last_card_moves_no_other(items, moved):
    elsewhere = [*items[:-1], Interval(moved.start, moved.end)]
    assert pack(items)[:-1] == pack(elsewhere)[:-1]


def test_nothing_to_pack():
    assert pack([]) == []


@pytest.mark.parametrize(
    ("items", "lanes"),
    [
        pytest.param([(0, 5, None), (5, 9, None)], [0, 0], id="touching is not overlapping"),
        pytest.param([(0, 6, None), (5, 9, None)], [0, 1], id="the first keeps the upper lane"),
        pytest.param([(0, 5, 1), (0, 5, 0)], [1, 0], id="wishes are kept where free"),
        pytest.param([(0, 5, 1), (0, 5, None), (0, 5, None)], [1, 0, 2], id="the others fill up from the top"),
        pytest.param([(0, 5, 0), (0, 5, 1), (0, 5, 2), (0, 5, 2)], [0, 1, 2, 3], id="the nearest free lane below"),
        pytest.param([(0, 5, 2), (6, 9, 1), (0, 5, 2)], [1, 0, 0], id="of two as near, the upper"),
        pytest.param([(0, 5, None), (0, 5, 0)], [1, 0], id="wishes come first"),
        pytest.param([(0, 5, 900)], [0], id="empty lanes are closed up"),
        pytest.param([(0, 5, 1), (0, 5, 7)], [0, 1], id="order of lanes outlives closing up"),
    ],
)
def test_table_of_lanes(items, lanes):
    assert pack([Interval(*item) for item in items]) == lanes


def _calls(number):
    """Count the calls that packing makes: its cost without a clock."""
    count = 0

    def hook(frame, event, arg):
        nonlocal count
        count += event in ("call", "c_call")

    items = [Interval(i * 7919 % number, i * 7919 % number + 12.0, i % 9 if i % 3 else None) for i in range(number)]
    before = sys.getprofile()
    sys.setprofile(hook)
    try:
        pack(items)
    finally:
        sys.setprofile(before)
    return count


def test_cost_grows_hardly_faster_than_the_number_of_cards():
    # n log n: 4 × (log 4000 / log 1000 = 1.2) = 4.8; comparing all pairs would be 16
    assert _calls(4000) / _calls(1000) < 6
