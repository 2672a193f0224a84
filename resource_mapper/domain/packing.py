"""Packing of intervals on lanes, as bars in a Gantt chart: nothing overlaps, wishes are kept where possible."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
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
    occupied = _LaneTree(sorted({edge for item in intervals for edge in (item.start, item.end)}))
    lanes = [0] * len(intervals)
    order = sorted(range(len(intervals)), key=lambda i: intervals[i].wish is None)
    for index in order:
        item = intervals[index]
        lanes[index] = _nearest_zero(occupied.query(item.start, item.end), item.wish or 0, room)
        occupied.add(item.start, item.end, 1 << lanes[index])
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
    """Segment tree over the interval edges: which lanes are taken anywhere in a stretch, as a bit set."""

    def __init__(self, edges: list[float]) -> None:
        self._edges = edges
        self._size = 1 << max(0, (len(edges) - 1)).bit_length()
        self._whole = [0] * (2 * self._size)
        self._any = [0] * (2 * self._size)

    def query(self, start: float, end: float) -> int:
        """Return the lanes taken within `[start, end)`."""
        found = 0
        for node in self._nodes(start, end):
            found |= self._any[node]
            while node := node >> 1:
                found |= self._whole[node]
        return found

    def add(self, start: float, end: float, lanes: int) -> None:
        """Mark lanes as taken within `[start, end)`."""
        for node in self._nodes(start, end):
            self._whole[node] |= lanes
            while node:
                self._any[node] |= lanes
                node >>= 1

    def _nodes(self, start: float, end: float) -> list[int]:
        """Return the tree nodes that make up a stretch."""
        low = bisect_left(self._edges, start) + self._size
        high = bisect_left(self._edges, end) + self._size
        nodes = []
        while low < high:
            if low & 1:
                nodes.append(low)
                low += 1
            if high & 1:
                high -= 1
                nodes.append(high)
            low >>= 1
            high >>= 1
        return nodes
