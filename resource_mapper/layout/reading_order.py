"""The order in which cards are read, and who a card's neighbours are: what arrow keys and screen readers follow."""

from typing import Literal

from resource_mapper.layout.boxes import CardBox, SheetLayout

Direction = Literal["left", "right", "up", "down"]


def reading_order(layout: SheetLayout) -> list[CardBox]:
    """Return all cards page by page, row by row, lane by lane, from left to right."""
    rows = {row.row.id: index for page in layout.pages for index, row in enumerate(page.rows)}

    def key(card: CardBox) -> tuple[float, ...]:
        if layout.lens.is_free:
            return card.page, card.pill.centre_y, card.pill.x
        return card.page, rows[card.row_id], card.lane, card.pill.x

    return sorted(layout.cards, key=key)


def neighbour(layout: SheetLayout, resource_id: str | None, direction: Direction) -> CardBox | None:
    """Return the card to go to with an arrow key; the first one where no card is the current one yet.

    Left and right follow the reading order; up and down go to the nearest card of another height.
    """
    order = reading_order(layout)
    ids = [card.resource.id for card in order]
    if resource_id not in ids:
        return order[0] if order else None
    index = ids.index(resource_id)
    if direction in ("left", "right"):
        index += 1 if direction == "right" else -1
        return order[index] if 0 <= index < len(order) else None
    return _vertical(order, order[index], 1 if direction == "down" else -1)


def _vertical(order: list[CardBox], here: CardBox, sign: int) -> CardBox | None:
    def height(card: CardBox) -> tuple[int, float]:
        return card.page * sign, card.pill.centre_y * sign

    beyond = [card for card in order if height(card) > height(here)]
    if not beyond:
        return None
    nearest = min(height(card) for card in beyond)
    lane = [card for card in beyond if height(card) == nearest]
    return min(lane, key=lambda card: abs(card.pill.centre_x - here.pill.centre_x))
