"""A card as primitives: a pill that lies on its range, with mark, name and flag."""

import math
from collections.abc import Sequence

from resource_mapper.domain.category import Mark
from resource_mapper.domain.color import mix, readable_on
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.card import FLAG_PAD, LINE_PITCH, MARK_GAP
from resource_mapper.layout.display_list import Box, DisplayList, Lines, Point, Polygon, Primitive, Stroke
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.patterns import pattern
from resource_mapper.layout.pen import heart, mark, rounded, text_at, text_centred
from resource_mapper.layout.style import COLOR, GREY, INK, MUTED, PAPER, STALE, WISH_EDGE, WISH_FILL, Style, color_of

RADIUS = 1.7
OVAL_RADIUS = 4.5
"""Largest radius of an oval card's ends: a name of two lines keeps clear of the curve."""
OVAL_STEPS = 8
"""Straight pieces for a quarter of a circle: 0.02 mm beside the curve at the most."""
BAR = 0.95
"""Height of the bar under a range, in full colour."""
MONO_BAR = 1.5
"""The same bar as a pattern: two of its steps must show."""
CORNER = 0.5
"""How far a pattern keeps from the rounded ends of the pill."""
OVAL_CORNER = 0.75
"""The same for an oval, as a share of its radius."""
OUTLINE = 0.3
RANGE_TINT = 0.24
LEAST_CLOCK, CLOCK_SHARE = 1.2, 0.38
"""Radius of the mark of 確認が古い: the least in mm, and as a share of the card's type."""
THINNEST_BAR = 0.4
"""A range without width still shows."""

NATURAL_BAR = 0.55
"""Height of the bar of 自然な支え合い: a light card, without a tint."""
DOTS = (0.35, 0.85)
"""Its outline."""

_DASHED = {Status.WANTED.value, Status.PREPARING.value}
_CLOSED = {Status.PAUSED.value, Status.ENDED.value}


def draw_card(card: CardBox, worksheet: Worksheet, measurer: TextMeasurer, style: Style = COLOR) -> DisplayList:
    """Return a card's primitives, from back to front."""
    category = worksheet.category_of(card.resource)
    closed = card.resource.status in _CLOSED
    color = style.line(GREY if closed else color_of(category))
    dash = (1.4, 1.0) if card.resource.status in _DASHED else DOTS if card.resource.is_natural else None
    return (
        rounded(card.pill, radius_of(card), PAPER),
        *_served(card, color, style),
        rounded(card.pill, radius_of(card), None, Stroke(color, OUTLINE, dash)),
        *_content(card, category.mark if category else None, color, measurer, style, closed=closed),
        *(_clock(card, style) if card.stale else ()),
    )


def radius_of(card: CardBox) -> float:
    """Return the radius of a card's corners: half its height where it has round ends and is low."""
    return min(card.pill.height / 2, OVAL_RADIUS) if _has_round_ends(card) else RADIUS


def _has_round_ends(card: CardBox) -> bool:
    return card.oval or card.resource.is_natural


def stale_radius(size_pt: float) -> float:
    """Return the radius of the mark of 確認が古い beside type of a size."""
    return max(LEAST_CLOCK, size_pt * MM_PER_PT * CLOCK_SHARE)


def draw_stale(x: float, y: float, radius: float, style: Style = COLOR) -> DisplayList:
    """Return the mark of 確認が古い around a point: a small clock, the same in colour and in black."""
    ink = style.line(STALE)
    face = rounded(Rect(x - radius, y - radius, 2 * radius, 2 * radius), radius, PAPER, Stroke(ink, radius * 0.22))
    hands = ((x, y - radius * 0.62, x, y + radius * 0.08), (x - radius * 0.04, y, x + radius * 0.5, y))
    return face, Lines(hands, Stroke(ink, radius * 0.22))


def _clock(card: CardBox, style: Style) -> DisplayList:
    place = clock_of(card)
    return draw_stale(place.centre_x, place.centre_y, place.width / 2, style)


def clock_of(card: CardBox) -> Rect:
    """Return where the mark of 確認が古い lies: around the middle of the curve at a pill's upper right corner."""
    inward, radius = radius_of(card) * (1 - math.sqrt(0.5)), stale_radius(card.face.size_pt)
    return Rect(card.pill.right - inward - radius, card.pill.y + inward - radius, 2 * radius, 2 * radius)


def _served(card: CardBox, color: str, style: Style) -> Sequence[Primitive]:
    if style.mono:
        return _patterned_range(card, style)
    return _oval_range(card, color) if _has_round_ends(card) else _range(card, color)


def _oval_range(card: CardBox, color: str) -> tuple[Polygon, Polygon]:
    """Return an oval's range in full colour and the tint over it, cut to the curve of its ends."""
    pill = card.pill
    left, right = max(card.range_left, pill.x), min(card.range_right, pill.right)
    width = max(right - left, THINNEST_BAR)
    left = min(left, pill.right - width)
    whole = _slice(pill, radius_of(card), left, left + width)
    natural = card.resource.is_natural
    tint = tuple((x, min(y, pill.bottom - (NATURAL_BAR if natural else BAR))) for x, y in whole)
    return Polygon(whole, color), Polygon(tint, PAPER if natural else mix(color, PAPER, RANGE_TINT))


def _slice(rect: Rect, radius: float, left: float, right: float) -> tuple[Point, ...]:
    """Return the part between two x of a rectangle with round corners, clockwise."""
    ends = [rect.x + radius * (1 - math.cos(math.pi / 2 * step / OVAL_STEPS)) for step in range(OVAL_STEPS + 1)]
    ends += [rect.x + rect.right - x for x in ends]
    xs = sorted({left, right, *(x for x in ends if left < x < right)})

    def drop(x: float) -> float:
        inward = radius - min(x - rect.x, rect.right - x)
        return radius - math.sqrt(max(0.0, radius**2 - inward**2)) if inward > 0 else 0.0

    return (*((x, rect.y + drop(x)) for x in xs), *((x, rect.bottom - drop(x)) for x in reversed(xs)))


def _range(card: CardBox, color: str) -> tuple[Box, Box]:
    """Return the range's bar in full colour and the tint over it."""
    pill = card.pill
    left, right = max(card.range_left, pill.x), min(card.range_right, pill.right)
    at_left = max(0.0, RADIUS - (left - pill.x))
    at_right = max(0.0, RADIUS - (pill.right - right))
    width = max(right - left, THINNEST_BAR)
    bar = Rect(min(left, pill.right - width), pill.y, width, pill.height)
    tint = Rect(bar.x, bar.y, bar.width, bar.height - BAR)
    foot_left, foot_right = min(at_left, 0.8), min(at_right, 0.8)
    return (
        Box(bar, color, None, (at_left, at_right, at_right, at_left)),
        Box(tint, mix(color, PAPER, RANGE_TINT), None, (at_left, at_right, foot_right, foot_left)),
    )


def _patterned_range(card: CardBox, style: Style) -> DisplayList:
    """Return the range's bar in the category's pattern, closed off at the top and at both ends."""
    pill = card.pill
    left, right = max(card.range_left, pill.x), min(card.range_right, pill.right)
    width = max(right - left, THINNEST_BAR)
    bar = Rect(min(left, pill.right - width), pill.bottom - MONO_BAR, width, MONO_BAR)
    corner = radius_of(card) * OVAL_CORNER if _has_round_ends(card) else CORNER
    at_left, at_right = max(0.0, corner - (bar.x - pill.x)), max(0.0, corner - (pill.right - bar.right))
    inner = Rect(bar.x + at_left, bar.y, max(THINNEST_BAR, bar.width - at_left - at_right), bar.height - OUTLINE / 2)
    number = style.patterns.get(card.resource.category)
    filled = () if number is None else (pattern(number, inner, INK),)
    top = inner if _has_round_ends(card) else bar
    return (*filled, Lines(((top.x, bar.y, top.right, bar.y),), Stroke(INK, 0.2)))


def _content(
    card: CardBox, kind: Mark | None, color: str, measurer: TextMeasurer, style: Style, *, closed: bool
) -> list[Primitive]:
    """Return mark, lines of the name, flag and second line, centred on the pill."""
    face, pill = card.face, card.pill
    ground = style.tint(color, RANGE_TINT)
    ink = readable_on(ground, MUTED, INK) if closed else INK
    pitch = face.size_pt * MM_PER_PT * LINE_PITCH
    detail_pitch = face.detail_pt * MM_PER_PT * LINE_PITCH if face.detail else 0.0
    beside = face.mark_size + MARK_GAP
    group = beside + face.text_width + sum(MARK_GAP + width for width in (face.heart, face.flag_width) if width)
    left = pill.centre_x - group / 2
    middle = pill.centre_y - (MONO_BAR if style.mono else BAR) / 2 - detail_pitch / 2
    items: list[Primitive] = []
    if kind is not None:
        items.append(mark(kind, left + face.mark_size / 2, middle, face.mark_size, color))
    text_centre = left + beside + face.text_width / 2
    y = middle - pitch * (len(face.lines) - 1) / 2
    for line, width in zip(face.lines, face.line_widths, strict=True):
        items.append(text_centred(text_centre, y, line, face.size_pt, ink, measurer))
        if closed:
            items.append(Lines(((text_centre - width / 2, y, text_centre + width / 2, y),), Stroke(MUTED, 0.25)))
        y += pitch
    if face.heart:
        items.append(heart(left + beside + face.text_width + MARK_GAP, middle, face.heart, color))
    if face.flag:
        items.extend(_flag(card, left + group - face.flag_width, middle, style))
    if face.detail:
        y = middle + pitch * (len(face.lines) - 1) / 2 + (pitch + detail_pitch) / 2
        soft = readable_on(ground, MUTED, INK)
        items.append(text_centred(pill.centre_x, y, face.detail, face.detail_pt, soft, measurer))
    return items


def _flag(card: CardBox, left: float, middle: float, style: Style) -> list[Primitive]:
    face = card.face
    height = face.flag_pt * MM_PER_PT * 1.4
    wish = card.resource.status == Status.WANTED
    fill, edge = (style.fill(WISH_FILL), style.line(WISH_EDGE)) if wish else (PAPER, style.line(MUTED))
    return [
        rounded(Rect(left, middle - height / 2, face.flag_width, height), 0.8, fill, Stroke(edge, 0.2)),
        text_at(left + FLAG_PAD, middle, face.flag, face.flag_pt, INK),
    ]
