"""Packing of intervals on lanes, as bars in a Gantt chart: nothing overlaps, wishes are kept where possible."""

from collections.abc import Sequence
from typing import NamedTuple


class Interval(NamedTuple):
    """A half-open stretch `[start, end)` that wants a lane of its own, `wish` if that one is free."""

    start: float
    end: float
    wish: int | None = None


def pack(intervals: Sequence[Interval], room: int | None = None) -> list[int]:
    """Return a lane (0 = top) for each interval; intervals on one lane do not overlap.

    Those with a wish come first, in order, and take the free lane nearest to it (the upper of two); then the
    others, in order, take the first free lane. An interval's lane depends only on those before it, so a
    moved card moves few others. Lanes from `room` on are taken only where nothing else is free. Empty lanes are
    closed up. Cost: O(n log n) operations on bit sets.
    """
    edges = sorted({edge for item in intervals for edge in (item.start, item.end)})
    rank_of = {edge: place for place, edge in enumerate(edges)}
    occupied = _LaneTree(len(edges))
    lanes = [0] * len(intervals)
    order = sorted(range(len(intervals)), key=lambda i: intervals[i].wish is None)
    for index in order:
        item = intervals[index]
        first, end = rank_of[item.start], rank_of[item.end]
        lanes[index] = _nearest_zero(occupied.query(first, end), item.wish or 0, room)
        occupied.add(first, end, 1 << lanes[index])
    rank = {lane: position for position, lane in enumerate(sorted(set(lanes)))}
    return [rank[lane] for lane in lanes]


def _nearest_zero(bits: int, wish: int, room: int | None) -> int:
    """Return the position of the zero bit nearest to `wish`, below `room` if possible; of two, the lower position."""
    shifted = bits >> wish
    above = wish + _lowest_one(~shifted)
    below_bits = ~bits & ((1 << wish) - 1)
    if below_bits:
        below = below_bits.bit_length() - 1
        if wish - below <= above - wish or (room is not None and above >= room):
            return below
    return above


def _lowest_one(bits: int) -> int:
    return (bits & -bits).bit_length() - 1


class _LaneTree:
    """Segment tree over the stretches between edges: which lanes are taken anywhere in some of them, as a bit set.

    The nodes above those that make up a run of stretches are nodes above its first or its last stretch.
    """

    def __init__(self, stretches: int) -> None:
        self._size = 1 << max(0, stretches - 1).bit_length()
        self._whole = [0] * (2 * self._size)
        self._any = [0] * (2 * self._size)

    def query(self, first: int, end: int) -> int:
        """Return the lanes taken within the stretches `first … end - 1`."""
        whole, taken, found = self._whole, self._any, 0
        low, high = first + self._size, end + self._size
        above_first, above_last = low >> 1, (high - 1) >> 1
        while low < high:
            if low & 1:
                found |= taken[low]
                low += 1
            if high & 1:
                high -= 1
                found |= taken[high]
            low >>= 1
            high >>= 1
        while above_first:
            found |= whole[above_first] | whole[above_last]
            above_first >>= 1
            above_last >>= 1
        return found

    def add(self, first: int, end: int, lanes: int) -> None:
        """Mark lanes as taken within the stretches `first … end - 1`, at least one."""
        whole, taken = self._whole, self._any
        low, high = first + self._size, end + self._size
        at_first, at_last = low, high - 1
        while low < high:
            if low & 1:
                whole[low] |= lanes
                taken[low] |= lanes
                low += 1
            if high & 1:
                high -= 1
                whole[high] |= lanes
                taken[high] |= lanes
            low >>= 1
            high >>= 1
        while at_first:
            taken[at_first] |= lanes
            taken[at_last] |= lanes
            at_first >>= 1
            at_last >>= 1
