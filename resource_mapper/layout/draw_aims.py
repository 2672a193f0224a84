"""あるべき姿 over what is: a dashed line round the range that a card should serve, under the cards (deck p28)."""

from collections.abc import Iterable, Sequence

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.display_list import Box, DisplayList, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import COVERAGE, LABELS, AxisScale
from resource_mapper.layout.pen import rounded, text_at, text_centred
from resource_mapper.layout.style import INK, MUTED, PAPER, RULE, WISH_EDGE, WISH_FILL, Style, color_of

REACH = 0.6
"""How far the line keeps from the pill, so that it shows also where a card should serve fewer people."""
RADIUS = 2.2
AIM_WIDTH, AIM_DASH = 0.45, (1.8, 1.1)
THINNEST = 2.0
AHEAD = Rect(COVERAGE.x, COVERAGE.y + 6.9, COVERAGE.width, 6.0)
"""The second line of the 資源の厚み, above the legend."""
NOW_HEIGHT = 6.3
"""Height of the first line where there is a second one."""


def draw_aims(cards: Iterable[CardBox], worksheet: Worksheet, style: Style) -> DisplayList:
    """Return the lines; the cards are drawn over them."""
    items: list[Primitive] = []
    for card in cards:
        if card.aim is not None:
            color = color_of(worksheet.category_of(card.resource))
            items.extend(_aim(card, card.aim, style.line(color)))
    return tuple(items)


def aim_box(card: CardBox, aim: tuple[float, float]) -> Rect:
    """Return where the line round a card's aim lies."""
    width = max(aim[1] - aim[0], THINNEST)
    left = (aim[0] + aim[1] - width) / 2
    return Rect(left, card.pill.y - REACH, width, card.pill.height + 2 * REACH)


def _aim(card: CardBox, aim: tuple[float, float], color: str) -> DisplayList:
    box, pill, stroke = aim_box(card, aim), card.pill, Stroke(color, AIM_WIDTH, AIM_DASH)
    frame = rounded(box, RADIUS, PAPER, stroke)
    if box.x <= pill.right and pill.x <= box.right:
        return (frame,)
    ends = (pill.right, box.x) if pill.right < box.x else (box.right, pill.x)
    return frame, Lines(((ends[0], pill.centre_y, ends[1], pill.centre_y),), stroke)


def draw_coverage_ahead(
    ahead: Sequence[int], now: Sequence[int], scale: AxisScale, measurer: TextMeasurer, style: Style
) -> DisplayList:
    """Return the 資源の厚み as it should be; the steps that differ from now are framed and bold."""
    items: list[Primitive] = [text_at(LABELS.x, AHEAD.centre_y, "あるべき姿では", 10, INK, bold=True)]
    width = AHEAD.width / len(ahead)
    for step, (count, before) in enumerate(zip(ahead, now, strict=True)):
        x, _ = scale.stretch(step / len(ahead), (step + 1) / len(ahead))
        cell, differs = Rect(x + 0.2, AHEAD.y, width - 0.4, AHEAD.height), count != before
        stroke = Stroke(style.line(WISH_EDGE), 0.35, AIM_DASH) if differs else Stroke(style.line(RULE), 0.2)
        items.append(Box(cell, style.fill(WISH_FILL) if differs else PAPER, stroke))
        ink = INK if differs else style.line(MUTED)
        words = text_centred(cell.centre_x, cell.centre_y, str(count), style.pt(9), ink, measurer, bold=differs)
        items.append(words)
    return tuple(items)
