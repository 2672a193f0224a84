"""The marks of what has changed between two versions: a sign at the card, and where the card reached before.

Signs are words in shapes of their own, so that a copy in black says the same.
"""

from collections.abc import Iterable, Sequence

from resource_mapper.domain.version_changes import Change, ChangeKind
from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.display_list import DisplayList, Lines, Polygon, Primitive, Stroke
from resource_mapper.layout.draw_card import RADIUS
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import AxisScale
from resource_mapper.layout.pen import rounded, text_at, text_centred
from resource_mapper.layout.style import INK, PAPER, Style

SIGN = 4.2
"""Side of a sign with type of `SIGN_PT`."""
SIGN_PT = 7.5
LEGEND_PT = 8.0
BESIDE, BETWEEN, BRACKET = 1.4, 6.0, 10.5
"""In the legend: from a sign to its words, from entry to entry, room for the sample of a bracket."""
OLD_RANGE = "前の幅"
GAP = 0.9
"""From a pill to the line round it."""
_COLORS = {
    ChangeKind.ADDED: "#0F766E",
    ChangeKind.GONE: "#4B5563",
    ChangeKind.MOVED: "#1D4ED8",
    ChangeKind.CHANGED: "#9A3412",
    ChangeKind.LINKED: "#6B21A8",
}


def draw_changes(
    cards: Iterable[CardBox],
    changes: Sequence[Change],
    scale: AxisScale,
    measurer: TextMeasurer,
    style: Style,
    *,
    old_ranges: bool = True,
) -> DisplayList:
    """Return the marks over the cards of a page; `old_ranges`: also where cards reached before."""
    of_card: dict[str, list[Change]] = {}
    for change in changes:
        of_card.setdefault(change.resource_id, []).append(change)
    items: list[Primitive] = []
    for card in cards:
        found = of_card.get(card.resource.id, [])
        kinds = [kind for kind in ChangeKind if any(change.kind is kind for change in found)]
        if kinds:
            items.extend(_around(card, kinds[0], style))
            items.extend(_old_range(card, found, scale, style) if old_ranges else ())
            side = _side(style)
            x = max(card.pill.x, scale.x0 + side / 2)  # not over the row's label
            for number, kind in enumerate(kinds):
                items.extend(draw_sign(kind, x + number * side * 1.3, card.pill.y, measurer, style))
    return tuple(items)


def legend_width(changes: Sequence[Change], measurer: TextMeasurer, style: Style) -> float:
    """Return how much room `draw_legend` takes."""
    size = style.pt(LEGEND_PT)
    entries = sum(_entry_width(kind, changes, measurer, style) for kind in ChangeKind)
    return entries + BRACKET + measurer.width(OLD_RANGE, size)


def draw_legend(x: float, y: float, changes: Sequence[Change], measurer: TextMeasurer, style: Style) -> DisplayList:
    """Return what the signs mean and how many cards carry each, on one line with its middle at y."""
    side, size = _side(style), style.pt(LEGEND_PT)
    items: list[Primitive] = []
    for kind in ChangeKind:
        items.extend(draw_sign(kind, x + side / 2, y, measurer, style))
        items.append(text_at(x + side + BESIDE, y, _count_words(kind, changes), size, INK))
        x += _entry_width(kind, changes, measurer, style)
    items.append(Lines(_bracket(x, x + 9, y), Stroke(style.line(_COLORS[ChangeKind.MOVED]), 0.5)))
    items.append(text_at(x + BRACKET, y, OLD_RANGE, size, INK))
    return tuple(items)


def _count_words(kind: ChangeKind, changes: Sequence[Change]) -> str:
    return f"{kind.words} {len({change.resource_id for change in changes if change.kind is kind})}件"


def _entry_width(kind: ChangeKind, changes: Sequence[Change], measurer: TextMeasurer, style: Style) -> float:
    return _side(style) + BESIDE + measurer.width(_count_words(kind, changes), style.pt(LEGEND_PT)) + BETWEEN


def _side(style: Style) -> float:
    """Return the side of a sign: it grows with its type on a sheet that will be reduced."""
    return SIGN * style.pt(SIGN_PT) / SIGN_PT


def draw_sign(kind: ChangeKind, x: float, y: float, measurer: TextMeasurer, style: Style) -> DisplayList:
    """Return a sign around a point: circle, square, diamond, tag or arrow by kind, with its word."""
    color, half = style.line(_COLORS[kind]), _side(style) / 2
    edge, box = Stroke(PAPER if not style.mono else INK, 0.3), Rect(x - half, y - half, 2 * half, 2 * half)
    fill, ink = style.fill(color), PAPER if not style.mono else INK
    match kind:
        case ChangeKind.ADDED:
            shape: Primitive = rounded(box, half, fill, edge)
        case ChangeKind.GONE:
            shape = rounded(box, 0.2, fill, edge)
        case ChangeKind.MOVED:
            reach = half * 1.4
            shape = Polygon(((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)), fill, edge)
        case ChangeKind.LINKED:
            back, tip = x - half * 1.3, x + half * 1.4
            corners = ((back, y - half), (x + half, y - half), (tip, y), (x + half, y + half), (back, y + half))
            shape = Polygon(corners, fill, edge)
        case _:
            shape = rounded(box, 1.4, fill, edge)
    size = style.pt(SIGN_PT if kind is not ChangeKind.MOVED else SIGN_PT - 0.5)
    return shape, text_centred(x, y, kind.value, size, ink, measurer, bold=True)


def _around(card: CardBox, kind: ChangeKind, style: Style) -> DisplayList:
    """Return a line round a card, dashed where it is no longer there."""
    dash = (1.0, 1.0) if kind is ChangeKind.GONE else None
    return (rounded(card.pill.inset(-GAP / 2), RADIUS + GAP / 2, None, Stroke(style.line(_COLORS[kind]), 0.6, dash)),)


def _old_range(card: CardBox, changes: Sequence[Change], scale: AxisScale, style: Style) -> DisplayList:
    """Return a bracket over a card from where to where it reached before, if that was elsewhere."""
    for change in changes:
        was, now = (each.span if each else None for each in (change.before, change.after))
        if change.kind is ChangeKind.MOVED and was is not None and was != now:
            left, right = scale.stretch(was.left, was.right)
            bracket = _bracket(left, right, card.pill.y - GAP * 1.3)
            return Lines(bracket, Stroke(PAPER, 1.2)), Lines(
                bracket, Stroke(style.line(_COLORS[ChangeKind.MOVED]), 0.5)
            )
    return ()


def _bracket(left: float, right: float, y: float) -> tuple[tuple[float, float, float, float], ...]:
    return (left, y, right, y), (left, y - 1.1, left, y + 1.1), (right, y - 1.1, right, y + 1.1)
