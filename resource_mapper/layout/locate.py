"""The inverse of layout: from a point on a page back to meaning. A drop asks here and nowhere else."""

from resource_mapper.domain.edits import Place
from resource_mapper.layout.boxes import CardBox, PageBox, SheetLayout
from resource_mapper.layout.page import BODY


def locate(layout: SheetLayout, page: int, x: float, y: float) -> Place:
    """Return row, place on the axis and sub-row of a point; a point outside the rows counts as the nearest inside.

    A point below a row's last card means a new sub-row at the end.
    """
    box = layout.pages[min(max(page, 0), len(layout.pages) - 1)]
    position = layout.scale.position(x)
    if layout.lens.is_free:
        return Place(box.rows[0].row.id, position, free_y=min(max((y - BODY.y) / BODY.height, 0.0), 1.0))
    row = min(box.rows, key=lambda row: max(row.body.y - y, y - row.body.bottom, 0.0))
    lane = None
    if row.lanes:
        nearest = min(row.lanes, key=lambda lane: abs(lane.top + lane.height / 2 - y))
        below_last = y > row.lanes[-1].top + row.lanes[-1].height
        lane = row.lanes[-1].index + 1 if below_last else nearest.index
    return Place(row.row.id, position, lane)


def card_at(page: PageBox, x: float, y: float) -> CardBox | None:
    """Return the topmost card under a point."""
    return next((card for card in reversed(page.cards) if card.pill.contains(x, y)), None)
