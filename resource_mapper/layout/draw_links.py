"""つながり as arrows over the cards of a page, with their words: the same on screen, on paper and in black."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from resource_mapper.domain.link import Link
from resource_mapper.layout.boxes import CardBox, PageBox
from resource_mapper.layout.display_list import DisplayList, Point, Polygon, Primitive, Stroke
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.pen import rounded, text_centred
from resource_mapper.layout.route_links import HEAD, Obstacles, Path, route
from resource_mapper.layout.style import COLOR, INK, PAPER, Style
from resource_mapper.layout.typesetting import printable, shorten

Arrow = tuple[Link, DisplayList]
LINK_COLOR = "#3B4A5E"
WIDTH, HALO = 0.7, 0.55
HEAD_WIDTH = 2.6
ROUNDING = 1.6
"""Radius of a way's corners."""
WORDS_PT, MAX_WORDS = 7.5, 46.0
"""Type size of the words, and the width in mm from which they are shortened."""
_QUARTER = 6
"""Straight pieces of a rounded corner."""


def draw_links(page: PageBox, links: Iterable[Link], measurer: TextMeasurer, style: Style = COLOR) -> DisplayList:
    """Return the arrows between the cards of a page; links that lead off the page are left to lists."""
    return tuple(item for _, items in arrows(page.cards, links, measurer, style) for item in items)


def arrows(
    cards: Sequence[CardBox], links: Iterable[Link], measurer: TextMeasurer, style: Style = COLOR
) -> tuple[Arrow, ...]:
    """Return each arrow between some cards by itself, for a canvas that moves one without the others."""
    boxes = {card.resource.id: card for card in cards}
    on_page = [link for link in links if link.source in boxes and link.target in boxes]
    if not on_page:
        return ()
    obstacles = Obstacles.of(cards)
    taken: list[Path] = []
    drawn = []
    for link in on_page:
        way = route(boxes[link.source], boxes[link.target], obstacles, taken)
        taken.append(way)
        names = [area for _, area in obstacles.names]
        drawn.append((link, draw_arrow(way, link.words, names, measurer, style)))
    return tuple(drawn)


def draw_arrow(way: Path, words: str, names: Sequence[Rect], measurer: TextMeasurer, style: Style) -> DisplayList:
    """Return one arrow: a light border, so that it stands out from what it crosses, the line, the head, the words."""
    color = style.line(LINK_COLOR) if not style.mono else INK
    line, head = _line_and_head(way)
    ribbon, tip = _ribbon(line, WIDTH / 2), Polygon(head, color, Stroke(PAPER, HALO / 2))
    items: list[Primitive] = [Polygon(_ribbon(line, WIDTH / 2 + HALO), PAPER), tip, Polygon(ribbon, color)]
    return (*items, *_words(way, words, names, measurer)) if words else tuple(items)


def _line_and_head(way: Path) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return the line without the stretch that the head covers, corners rounded, and the head."""
    (x0, y0), (x, y) = way[-2:]
    length = math.hypot(x - x0, y - y0) or 1.0
    dx, dy = (x - x0) / length, (y - y0) / length
    reach, half = min(HEAD, length), HEAD_WIDTH / 2
    base = x - dx * reach, y - dy * reach
    head = ((x, y), (base[0] - dy * half, base[1] + dx * half), (base[0] + dy * half, base[1] - dx * half))
    end = x - dx * reach * 0.8, y - dy * reach * 0.8
    return _rounded((*way[:-1], end)), head


def _rounded(way: Path) -> tuple[Point, ...]:
    points: list[Point] = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        radius = min(ROUNDING, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        for number in range(_QUARTER + 1):
            share = number / _QUARTER
            points.append(
                (
                    (1 - share) ** 2 * start[0] + 2 * share * (1 - share) * corner[0] + share**2 * end[0],
                    (1 - share) ** 2 * start[1] + 2 * share * (1 - share) * corner[1] + share**2 * end[1],
                )
            )
    points.append(way[-1])
    return tuple(point for point, last in zip(points, [None, *points], strict=False) if point != last)


def _towards(point: Point, other: Point, distance: float) -> Point:
    length = math.dist(point, other) or 1.0
    return point[0] + (other[0] - point[0]) * distance / length, point[1] + (other[1] - point[1]) * distance / length


def _ribbon(line: Sequence[Point], half: float) -> tuple[Point, ...]:
    """Return the outline of a line of some width (a painter's own lines would show their joints)."""
    left, right = [], []
    for number, (x, y) in enumerate(line):
        before, after = line[max(number - 1, 0)], line[min(number + 1, len(line) - 1)]
        length = math.dist(before, after) or 1.0
        nx, ny = (before[1] - after[1]) / length * half, (after[0] - before[0]) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return (*left, *reversed(right))


def _words(way: Path, words: str, names: Sequence[Rect], measurer: TextMeasurer) -> DisplayList:
    """Return the words on the longest stretch, where they hide the fewest names."""
    text = shorten(printable(words, measurer), MAX_WORDS, WORDS_PT, measurer)
    width, height = measurer.width(text, WORDS_PT) + 2.0, WORDS_PT * MM_PER_PT * 1.35
    stretches = sorted(pairwise(way), key=lambda ends: -math.dist(*ends))
    places = [
        Rect(x0 + (x1 - x0) * share - width / 2, y0 + (y1 - y0) * share - height / 2, width, height)
        for (x0, y0), (x1, y1) in stretches
        for share in (0.5, 0.3, 0.7)
    ]
    place = min(places, key=lambda area: sum(map(area.overlaps, names)))
    return (
        rounded(place, 0.8, PAPER, Stroke(LINK_COLOR, 0.2)),
        text_centred(place.centre_x, place.centre_y, text, WORDS_PT, INK, measurer),
    )
