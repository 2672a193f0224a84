"""Rows of cards: packed on lanes, spread over pages, given their mm."""

from collections.abc import Sequence
from typing import NamedTuple

from resource_mapper.domain.lens import Row
from resource_mapper.domain.packing import Interval, pack
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.should_be import is_ahead
from resource_mapper.domain.vocabulary import Status
from resource_mapper.layout.boxes import CardBox, LaneBox, PageBox, RowBox
from resource_mapper.layout.card import CardFace, CardFaces
from resource_mapper.layout.form import ON_PAPER, Form
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.page import BODY, LABELS, ROW_GAP, AxisScale

CARD_GAP = 1.4
MAX_CARD_GAP = 4.4
ROW_PAD = 1.8
THIN_ROW = 6.4
"""Height that a label and its count need side by side; a lens with more than `ROOMY_ROWS` rows has such rows, to stay
on one page."""
ROOMY_ROWS = 8
MAX_STRETCH = 2.5
"""On the pages of a long sheet a row grows to this multiple of what it needs, not over the whole page."""


class Setting(NamedTuple):
    """How the rows of a sheet are set, the same for all of them."""

    scale: AxisScale
    size_pt: float
    detailed: bool = False
    """Whether cards have a second line."""
    least: float = ON_PAPER.min_row
    """Height in mm of a row without cards."""
    form: Form = ON_PAPER
    aims: bool = False
    """Whether there is room for where cards should reach, too."""


class LanedCard(NamedTuple):
    """A card with its place along the axis and its lane; `left` and `right` are the pill's sides."""

    resource: Resource
    face: CardFace
    left: float
    right: float
    range_left: float
    range_right: float
    aim: tuple[float, float] | None
    lane: int

    def box(self, row_id: str, page: int, centre_y: float) -> CardBox:
        """Return the card put at a height."""
        pill = Rect(self.left, centre_y - self.face.height / 2, self.right - self.left, self.face.height)
        ends = self.range_left, self.range_right
        return CardBox(self.resource, row_id, self.lane, page, pill, *ends, self.face, aim=self.aim)


class PackedRow(NamedTuple):
    """A row's cards on lanes, before the row has a place on a page."""

    row: Row
    cards: tuple[LanedCard, ...]
    lane_heights: tuple[float, ...]
    least: float = ON_PAPER.min_row
    """Height it has even without cards."""


class RowPart(NamedTuple):
    """The lanes `first … last - 1` of a row, as they go on one page."""

    packed: PackedRow
    first: int
    last: int

    @property
    def heights(self) -> tuple[float, ...]:
        """Heights of its lanes."""
        return self.packed.lane_heights[self.first : self.last]

    @property
    def joints(self) -> int:
        """Number of gaps between its lanes."""
        return max(0, len(self.heights) - 1)

    @property
    def height(self) -> float:
        """The least height it needs."""
        return max(self.packed.least, sum(self.heights) + self.joints * CARD_GAP + 2 * ROW_PAD)


def pack_row(row: Row, resources: Sequence[Resource], faces: CardFaces, setting: Setting) -> PackedRow:
    """Put placed resources on lanes."""
    scale, size_pt, detailed, least, form, aims = setting
    places = []
    for resource in resources:
        left, right = range_of(resource, scale)
        face = faces.face(resource, right - left, size_pt, detailed=detailed, form=form)
        aim = _aim_of(resource, scale) if aims else None
        places.append((resource, face, *_pill_extent(left, right, face.width, scale), left, right, aim))
    wanted = [
        Interval(min(left, aim[0]) if aim else left, (max(right, aim[1]) if aim else right) + CARD_GAP, card.lane)
        for card, _, left, right, _, _, aim in places
    ]
    lanes = pack(wanted)
    cards = tuple(LanedCard(*place, lane) for place, lane in zip(places, lanes, strict=True))
    heights = [0.0] * (max(lanes, default=-1) + 1)
    for card in cards:
        heights[card.lane] = max(heights[card.lane], card.face.height)
    return PackedRow(row, cards, tuple(heights), least)


def range_of(resource: Resource, scale: AxisScale) -> tuple[float, float]:
    """Return x of both sides of a placed resource's range, as seen."""
    assert resource.span is not None  # noqa: S101 only placed resources are laid out
    return scale.stretch(resource.span.left, resource.span.right)


def _aim_of(resource: Resource, scale: AxisScale) -> tuple[float, float] | None:
    """Return x of both sides of where a placed resource should reach, None where it does so already."""
    if resource.aim is None or not is_ahead(resource):
        return None
    return scale.stretch(resource.aim.left, resource.aim.right)


def _pill_extent(left: float, right: float, needed: float, scale: AxisScale) -> tuple[float, float]:
    """Grow a range evenly to both sides until its name fits, kept between the ends of the axis."""
    missing = max(0.0, needed - (right - left))
    left, right = left - missing / 2, right + missing / 2
    shift = max(0.0, scale.x0 - left) - max(0.0, right - (scale.x0 + scale.width))
    return left + shift, right + shift


def paginate(rows: Sequence[PackedRow]) -> list[list[RowPart]]:
    """Spread rows over pages: broken between rows, and within a row only where it alone overflows a page."""
    pages: list[list[RowPart]] = [[]]
    free = BODY.height
    for row in rows:
        first = 0
        while first == 0 or first < len(row.lane_heights):
            whole = RowPart(row, first, len(row.lane_heights))
            if pages[-1] and whole.height > free:
                pages.append([])
                free = BODY.height
            part = RowPart(row, first, _lanes_that_fit(row.lane_heights, first, free))
            pages[-1].append(part)
            free -= part.height + ROW_GAP
            first = max(part.last, 1)
    return pages


def _lanes_that_fit(heights: Sequence[float], first: int, free: float) -> int:
    """Return the end of the lanes from `first` that fit; at least one, so that every page moves on."""
    used = 2 * ROW_PAD - CARD_GAP
    last = first
    while last < len(heights) and used + CARD_GAP + heights[last] <= free:
        used += CARD_GAP + heights[last]
        last += 1
    return max(last, min(first + 1, len(heights)))


class RowFacts(NamedTuple):
    """What a row shows besides its cards: counts, and the stretches of x where nothing serves today."""

    available: int
    wanted: int
    gaps: tuple[tuple[float, float], ...]


def row_facts(resources: Sequence[Resource], gaps: Sequence[tuple[float, float]]) -> RowFacts:
    """Count a row's resources."""
    return RowFacts(
        sum(resource.counts for resource in resources),
        sum(resource.status == Status.WANTED for resource in resources),
        tuple(gaps),
    )


def place_page(index: int, parts: Sequence[RowPart], facts: dict[str, RowFacts], *, only_page: bool) -> PageBox:
    """Give rows, lanes and cards their mm; spare height goes first between the cards, then to the rows."""
    gaps_between = ROW_GAP * (len(parts) - 1)
    spare = max(0.0, BODY.height - gaps_between - sum(part.height for part in parts))
    joints = sum(part.joints for part in parts)
    gap = CARD_GAP + (min(MAX_CARD_GAP - CARD_GAP, spare * 0.8 / joints) if joints else 0.0)
    needed = [part.height + (gap - CARD_GAP) * part.joints for part in parts]
    share = max(0.0, BODY.height - gaps_between - sum(needed)) / len(parts)
    rows: list[RowBox] = []
    cards: list[CardBox] = []
    top = BODY.y
    for part, natural in zip(parts, needed, strict=True):
        height = natural + (share if only_page else min(share, natural * (MAX_STRETCH - 1)))
        rows.append(_place_row(part, top, height, gap, facts[part.packed.row.id]))
        middles = {lane.index: lane.top + lane.height / 2 for lane in rows[-1].lanes}
        cards.extend(
            card.box(part.packed.row.id, index, middles[card.lane])
            for card in part.packed.cards
            if card.lane in middles
        )
        top += height + ROW_GAP
    return PageBox(index, tuple(rows), tuple(cards))


def _place_row(part: RowPart, top: float, height: float, gap: float, facts: RowFacts) -> RowBox:
    y = top + (height - sum(part.heights) - gap * part.joints) / 2
    lanes = []
    for index, lane_height in enumerate(part.heights, start=part.first):
        lanes.append(LaneBox(index, y, lane_height))
        y += lane_height + gap
    return RowBox(
        row=part.packed.row,
        label=Rect(LABELS.x, top, LABELS.width, height),
        body=Rect(BODY.x, top, BODY.width, height),
        lanes=tuple(lanes),
        continued=part.first > 0,
        available=facts.available,
        wanted=facts.wanted,
        gaps=tuple(Rect(x0, top, x1 - x0, height) for x0, x1 in facts.gaps),
    )
