"""C型の前後: beside each 通所C・訪問C from which no arrow leads on, a flag that says so in words (deck p18)."""

from dataclasses import dataclass

from resource_mapper.domain.linking import without_onward_link
from resource_mapper.layout.boxes import CardBox, SheetLayout
from resource_mapper.layout.display_list import DisplayList, Stroke
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import BODY
from resource_mapper.layout.pen import rounded, text_centred
from resource_mapper.layout.style import INK, WISH_EDGE, WISH_FILL

WORDS = "行き先がまだありません"
GAP, PAD = 1.2, 1.4
SIZE_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag at a card, on its page."""

    resource_id: str
    page: int
    area: Rect
    items: DisplayList


def onward_flags(layout: SheetLayout, measurer: TextMeasurer) -> tuple[Flag, ...]:
    """Return the flags of a layout."""
    ids = {each.id for each in without_onward_link(layout.worksheet)}
    return tuple(_flag(card, layout, measurer) for card in layout.cards if card.resource.id in ids)


def _flag(card: CardBox, layout: SheetLayout, measurer: TextMeasurer) -> Flag:
    size_pt = max(layout.options.form.min_pt, card.face.size_pt * SIZE_SHARE)
    width, height = measurer.width(WORDS, size_pt) + 2 * PAD, size_pt * MM_PER_PT * 1.6
    pill = card.pill
    if pill.right + GAP + width <= BODY.right:
        x = pill.right + GAP
    elif pill.x - GAP - width >= BODY.x:
        x = pill.x - GAP - width
    else:  # the card leaves no room beside it
        x = pill.right - width
    area = Rect(x, pill.centre_y - height / 2, width, height)
    words = text_centred(area.centre_x, area.centre_y, WORDS, size_pt, INK, measurer)
    return Flag(card.resource.id, card.page, area, (rounded(area, 1.0, WISH_FILL, Stroke(WISH_EDGE, 0.35)), words))
