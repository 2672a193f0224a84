"""How the cards of a row would make room for others: what is shown while a card is still held."""

from collections.abc import Sequence
from typing import NamedTuple

from resource_mapper.domain.packing import Interval, pack
from resource_mapper.layout.boxes import PageBox, RowBox, SheetLayout
from resource_mapper.layout.rows import CARD_GAP, MAX_CARD_GAP, ROW_PAD


class Claim(NamedTuple):
    """What a card wants of a row: the stretch of x its pill takes, its height, and a sub-row if it has a wish."""

    id: str
    left: float
    right: float
    height: float
    lane: int | None


def claims_of(layout: SheetLayout, page: PageBox, row_id: str) -> list[Claim]:
    """Return the claims of a row's cards on a page, in the order in which they are packed.

    Of a row that goes over several pages every card keeps its sub-row: only a whole row can be packed anew.
    """
    row = row_of(page, row_id)
    first = row.lanes[0].index if row.lanes else 0
    split = sum(other.row.id == row_id for one in layout.pages for other in one.rows) > 1
    return [
        Claim(
            card.resource.id,
            card.pill.x,
            card.pill.right,
            card.pill.height,
            card.lane - first if split else card.resource.lane,
        )
        for card in page.cards
        if card.row_id == row_id
    ]


def make_room(page: PageBox, row_id: str, claims: Sequence[Claim]) -> dict[str, float]:
    """Return, by ID, y of the middle of each card (mm on the page) once all claims are met within the row as it is.

    Lanes are those that `pack_row` will give. The row keeps its height while a card is held: where they need more,
    lanes move closer together, and overlap evenly in the end.
    """
    row = row_of(page, row_id)
    lanes = pack([Interval(claim.left, claim.right + CARD_GAP, claim.lane) for claim in claims])
    heights = [0.0] * (max(lanes, default=-1) + 1)
    for claim, lane in zip(claims, lanes, strict=True):
        heights[lane] = max(heights[lane], claim.height)
    middles = _middles(row, heights, _usual_gap(page))
    return {claim.id: middles[lane] for claim, lane in zip(claims, lanes, strict=True)}


def row_of(page: PageBox, row_id: str) -> RowBox:
    """Return a row, or the part of it that lies on a page."""
    for row in page.rows:  # plain, because a drag asks at every step
        if row.row.id == row_id:
            return row
    raise KeyError(row_id)


def _middles(row: RowBox, heights: Sequence[float], gap: float) -> list[float]:
    joints = len(heights) - 1
    if joints > 0:
        gap = min(gap, (row.body.height - 2 * ROW_PAD - sum(heights)) / joints)
    y = row.body.y + (row.body.height - sum(heights) - gap * joints) / 2
    middles = []
    for height in heights:
        middles.append(y + height / 2)
        y += height + gap
    return middles


def _usual_gap(page: PageBox) -> float:
    """Return the gap between the lanes of a page; the widest there may be where no row has two."""
    for row in page.rows:
        for upper, lower in zip(row.lanes, row.lanes[1:], strict=False):
            return lower.top - upper.top - upper.height
    return MAX_CARD_GAP
