"""The way of an arrow from card to card: of a few simple ways the one that crosses the fewest names, then cards."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.display_list import Point
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.page import BODY

Path = tuple[Point, ...]
"""Corners of a way, each straight across or straight down from the one before."""

HEAD = 2.4
"""Length of an arrow's head; the last stretch must hold it."""
CLEAR = 1.2
"""A way keeps this far from what it must not touch."""
_OFFSETS = (3.2, 5.2, 7.6)
"""How far a way swings out beside two cards."""
_ACROSS_NAME, _ACROSS_CARD, _ALONG_ARROW, _CRAMPED, _OUTSIDE = 40.0, 4.0, 14.0, 60.0, 80.0
_BEND, _LENGTH = 1.5, 0.04


class Obstacles(NamedTuple):
    """What lies on a page: cards, the names on them, and the ways that are taken already."""

    pills: tuple[tuple[str, Rect], ...]
    names: tuple[tuple[str, Rect], ...]

    @classmethod
    def of(cls, cards: Iterable[CardBox]) -> "Obstacles":
        """Return the obstacles that cards are."""
        cards = tuple(cards)
        pills = tuple((card.resource.id, card.pill) for card in cards)
        return cls(pills, tuple((card.resource.id, name_area(card)) for card in cards))


def name_area(card: CardBox) -> Rect:
    """Return where mark, name and flag of a card stand."""
    width = min(card.face.width + 2 * CLEAR, card.pill.width)
    return Rect(card.pill.centre_x - width / 2, card.pill.y, width, card.pill.height)


def route(source: CardBox, target: CardBox, obstacles: Obstacles, taken: Sequence[Path] = ()) -> Path:
    """Return the best way between two cards of a page; the same cards always give the same way."""
    own = {source.resource.id, target.resource.id}
    pills = [rect for key, rect in obstacles.pills if key not in own]
    names = [rect for _, rect in obstacles.names]

    def cost(way: Path) -> float:
        stretches = tuple(pairwise(way))
        length = sum(abs(x1 - x0) + abs(y1 - y0) for (x0, y0), (x1, y1) in stretches)
        (x0, y0), (x1, y1) = stretches[-1]
        total = _BEND * (len(way) - 2) + _LENGTH * length
        total += _CRAMPED if abs(x1 - x0) + abs(y1 - y0) < HEAD * 1.2 else 0.0
        total += sum(_OUTSIDE for x, y in way if not BODY.contains(x, y))
        for stretch in stretches:
            area = _around(stretch)
            total += _ACROSS_NAME * sum(map(area.overlaps, names)) + _ACROSS_CARD * sum(map(area.overlaps, pills))
            total += _ALONG_ARROW * sum(_runs_along(stretch, other) for other in taken)
        return total

    return min(_ways(source.pill, target.pill), key=cost)


def _ways(source: Rect, target: Rect) -> Iterator[Path]:
    """Yield ways to choose from: straight, with one corner, with two."""
    yield from _beside(source, target)
    yield from _between(source, target)
    down = target.centre_y > source.centre_y
    leave, arrive = (source.bottom, target.y) if down else (source.y, target.bottom)
    if abs(source.centre_y - target.centre_y) < min(source.height, target.height) / 2:
        return  # side by side: nothing goes down into the other one
    for x in _samples(max(source.x, target.x), min(source.right, target.right)):
        yield (x, leave), (x, arrive)
    for x in _samples(target.x, target.right):
        if not source.x <= x <= source.right:
            side = source.right if x > source.right else source.x
            yield (side, source.centre_y), (x, source.centre_y), (x, arrive)
    for x in _samples(source.x, source.right):
        if not target.x <= x <= target.right:
            side = target.right if x > target.right else target.x
            yield (x, leave), (x, target.centre_y), (side, target.centre_y)


def _beside(source: Rect, target: Rect) -> Iterator[Path]:
    """Yield the ways out of a side of one card and round into the same side of the other."""
    for offset in _OFFSETS:
        for x, leave, arrive in (
            (max(source.right, target.right) + offset, source.right, target.right),
            (min(source.x, target.x) - offset, source.x, target.x),
        ):
            yield (leave, source.centre_y), (x, source.centre_y), (x, target.centre_y), (arrive, target.centre_y)


def _between(source: Rect, target: Rect) -> Iterator[Path]:
    """Yield the ways out of a side of one card and into the facing side of the other, where there is room between."""
    for leave, arrive in ((source.right, target.x), (source.x, target.right)):
        towards = 1 if leave == source.right else -1
        if (arrive - leave) * towards < 2 * HEAD:
            continue
        if source.centre_y == target.centre_y:
            yield (leave, source.centre_y), (arrive, target.centre_y)
        for share in (0.25, 0.5, 0.75):
            x = leave + (arrive - leave) * share
            yield (leave, source.centre_y), (x, source.centre_y), (x, target.centre_y), (arrive, target.centre_y)


def _samples(left: float, right: float, count: int = 7) -> Iterator[float]:
    """Yield places between two x, not at the very ends."""
    if right - left > 2 * CLEAR:
        for number in range(count):
            yield left + CLEAR + (right - left - 2 * CLEAR) * number / (count - 1)


def _around(stretch: tuple[Point, Point]) -> Rect:
    (x0, y0), (x1, y1) = stretch
    half = CLEAR / 2
    # Not lengthened: a way that ends at a card's edge does not cross the card.
    dx, dy = (half, 0.0) if x0 == x1 else (0.0, half)
    return Rect(min(x0, x1) - dx, min(y0, y1) - dy, abs(x1 - x0) + 2 * dx, abs(y1 - y0) + 2 * dy)


def _runs_along(stretch: tuple[Point, Point], other: Path) -> bool:
    """Whether a stretch lies upon one of another way, so that two arrows would look like one."""
    area = _around(stretch)
    across = stretch[0][1] == stretch[1][1]
    return any((one[1] == two[1]) == across and area.overlaps(_around((one, two))) for one, two in pairwise(other))
