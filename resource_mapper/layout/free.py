"""自由配置: one page without rows; cards lie at the height they were dropped."""

from resource_mapper.domain.packing import Interval, pack
from resource_mapper.layout.boxes import CardBox, PageBox, RowBox, SheetLayout
from resource_mapper.layout.page import BODY, LABELS
from resource_mapper.layout.rows import CARD_GAP, PackedRow, RowFacts


def place_free_page(packed: PackedRow, facts: RowFacts) -> PageBox:
    """Put cards at their own height; those without one are spread by lane over the height of the page."""
    lanes = len(packed.lane_heights)
    cards = []
    for card in packed.cards:
        share = card.resource.free_y
        share = (card.lane + 0.5) / lanes if share is None else share
        half = card.face.height / 2
        centre_y = min(max(BODY.y + share * BODY.height, BODY.y + half), BODY.bottom - half)
        cards.append(card.box(packed.row.id, 0, centre_y)._replace(oval=True))
    row = RowBox(packed.row, LABELS, BODY, (), continued=False, available=facts.available, wanted=facts.wanted, gaps=())
    return PageBox(0, (row,), tuple(cards))


def arranged_heights(layout: SheetLayout) -> dict[str, float]:
    """Return, for 整列, heights (0–1) by resource ID at which no two cards overlap; x stays.

    Cards keep their order from top to bottom as far as there is room. With more lanes than the page holds
    the lanes are closer than a card is high: the page then overlaps evenly, which is all it can do.
    """
    ordered: list[CardBox] = sorted(layout.cards, key=lambda card: (card.pill.centre_y, card.pill.x))
    if not ordered:
        return {}
    pitch = max(card.pill.height for card in ordered) + CARD_GAP
    room = int((BODY.height + CARD_GAP) // pitch)
    wishes = [min(max(0, int((card.pill.centre_y - BODY.y) / pitch)), room - 1) for card in ordered]
    wanted = [
        Interval(card.pill.x, card.pill.right + CARD_GAP, wish) for card, wish in zip(ordered, wishes, strict=True)
    ]
    lanes = pack(wanted, room)
    count = max(lanes) + 1
    return {card.resource.id: (lane + 0.5) / count for card, lane in zip(ordered, lanes, strict=True)}
