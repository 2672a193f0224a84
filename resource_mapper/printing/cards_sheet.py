"""切り取りカード: each resource as a card to cut out, to be laid on a large sheet by hand."""

from collections.abc import Iterable

from resource_mapper.domain.axis import span_in_words
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Nature, Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.card import FLAGS
from resource_mapper.layout.display_list import Box, DisplayList, DrawnPage, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.patterns import pattern
from resource_mapper.layout.pen import mark, rounded, text_at, text_centred
from resource_mapper.layout.style import INK, MUTED, PAPER, RULE, WISH_EDGE, WISH_FILL, Style, color_of, style_of
from resource_mapper.layout.typesetting import fit_name, printable, shorten, wrap_evenly
from resource_mapper.printing.options import LEAST_MARGIN, Paper, PrintOptions
from resource_mapper.printing.selecting import contact, groups, shown

CROP = 5.0
STRIPE = 4.0
PAD = 4.0
NAME_PT, NAME_FLOOR_PT, TEXT_PT, LABEL_PT = 16.0, 9.0, 9.0, 8.0
NAME_TOP, NAME_SHARE = 10.0, 0.36
"""Where the room for the name begins, and its share of the height."""
FACT_PITCH = TEXT_PT * MM_PER_PT * 1.4

Grid = tuple[Rect, ...]


def cards_pages(worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions) -> tuple[DrawnPage, ...]:
    """Return pages of cards with crop marks, category by category; spare empty ones at the end."""
    size, places = _grid(options)
    style = style_of(worksheet, mono=options.mono)
    ordered: list[Resource | None] = [
        each for group in groups(worksheet, shown(worksheet, options), "category") for each in group.resources
    ]
    ordered += [None] * options.spare_cards
    pages: list[DrawnPage] = []
    for first in range(0, len(ordered) or 1, len(places)):
        items = [*_crop_marks(places)]
        for resource, place in zip(ordered[first : first + len(places)] or [None], places, strict=False):
            items.extend(_card(worksheet, resource, place, measurer, options, style))
        pages.append(DrawnPage(*size, tuple(items), f"{len(pages) + 1} 切り取りカード"))
    return tuple(pages)


def _grid(options: PrintOptions) -> tuple[tuple[float, float], Grid]:
    """Return the paper's size, upright or across as more cards fit, and where the cards lie, row by row."""
    paper = options.paper or Paper.A4
    return max((_grid_on(paper.size(landscape=turned), options) for turned in (False, True)), key=lambda g: len(g[1]))


def _grid_on(size: tuple[float, float], options: PrintOptions) -> tuple[tuple[float, float], Grid]:
    width, height = options.card_size.sides
    columns, rows = (int((side - 2 * LEAST_MARGIN) // card) for side, card in zip(size, (width, height), strict=True))
    left, top = (size[0] - columns * width) / 2, (size[1] - rows * height) / 2
    return size, tuple(
        Rect(left + column * width, top + row * height, width, height)
        for row in range(rows)
        for column in range(columns)
    )


def _crop_marks(places: Grid) -> Iterable[Primitive]:
    """Return short lines outside the cards, and hairlines between them, so that one cut serves two cards."""
    xs = sorted({place.x for place in places} | {place.right for place in places})
    ys = sorted({place.y for place in places} | {place.bottom for place in places})
    left, right, top, bottom = xs[0], xs[-1], ys[0], ys[-1]
    marks = [(x, y0, x, y1) for x in xs for y0, y1 in ((top - CROP, top - 1), (bottom + 1, bottom + CROP))]
    marks += [(x0, y, x1, y) for y in ys for x0, x1 in ((left - CROP, left - 1), (right + 1, right + CROP))]
    inner = [(x, top, x, bottom) for x in xs] + [(left, y, right, y) for y in ys]
    return Lines(tuple(marks), Stroke(INK, 0.2)), Lines(tuple(inner), Stroke(RULE, 0.15, (1.0, 1.5)))


def _card(
    worksheet: Worksheet,
    resource: Resource | None,
    place: Rect,
    measurer: TextMeasurer,
    options: PrintOptions,
    style: Style,
) -> DisplayList:
    if resource is None:
        return _empty_card(place)
    category = worksheet.category_of(resource)
    color = color_of(category)
    stripe = Rect(place.x + 1, place.y + 1, STRIPE, place.height - 2)
    items: list[Primitive] = []
    if not style.mono:
        items.append(Box(stripe, color))
    elif category:
        items.append(pattern(style.patterns[category.id], stripe, INK))
    left, right = stripe.right + PAD, place.right - PAD
    y = place.y + 6.5
    if category:
        items.append(mark(category.mark, left + 1.5, y, 3.0, style.line(color)))
        room = right - left - 4.5 - _flag_width(resource, measurer)
        label = shorten(printable(category.label, measurer), room, LABEL_PT, measurer)
        items.append(text_at(left + 4.5, y, label, LABEL_PT, MUTED))
    items.extend(_flag(resource, right, y, measurer, style))
    items.extend(_name(resource, Rect(left, place.y + NAME_TOP, right - left, place.height * NAME_SHARE), measurer))
    items.extend(_facts(resource, left, right, place, measurer, options))
    return tuple(items)


def _name(resource: Resource, room: Rect, measurer: TextMeasurer) -> DisplayList:
    name = fit_name(printable(resource.name, measurer), room.width, NAME_PT, NAME_FLOOR_PT, measurer)
    pitch = name.size_pt * MM_PER_PT * 1.2
    first = room.centre_y - pitch * (len(name.lines) - 1) / 2
    return tuple(
        text_at(room.x, first + number * pitch, line, name.size_pt, INK) for number, line in enumerate(name.lines)
    )


def _facts(
    resource: Resource, left: float, right: float, place: Rect, measurer: TextMeasurer, options: PrintOptions
) -> DisplayList:
    """Return the lowest lines of a card: who it is for, when, where, and the contact if it may be shown."""
    facts = (
        span_in_words(resource.span) if resource.span else "",
        resource.schedule or resource.frequency,
        resource.place or resource.address,
        contact(resource, options),
    )
    texts = [text for fact in facts if (text := printable(" ".join(fact.split()), measurer))]
    bottom = place.bottom - 4.5
    room = int((bottom - (place.y + NAME_TOP + place.height * NAME_SHARE)) / FACT_PITCH) + 1
    lines: list[str] = []
    for number, text in enumerate(texts, start=1):
        broken = wrap_evenly(text, right - left, TEXT_PT, measurer)
        most = room - len(lines) - (len(texts) - number)  # the facts that follow have a line each
        kept = broken if len(broken) <= most else [*broken[: most - 1], "".join(broken[most - 1 :])]
        lines.extend(shorten(line, right - left, TEXT_PT, measurer) for line in kept)
    first = bottom - FACT_PITCH * (len(lines) - 1)
    return tuple(text_at(left, first + number * FACT_PITCH, line, TEXT_PT, INK) for number, line in enumerate(lines))


def _flag_words(resource: Resource) -> str:
    return FLAGS.get(resource.status, Nature.NATURAL.value if resource.is_natural else "")


def _flag_width(resource: Resource, measurer: TextMeasurer) -> float:
    """Return how much of a line a card's flag takes, with the air before it."""
    words = _flag_words(resource)
    return measurer.width(words, LABEL_PT) + 3 + 1.5 if words else 0.0


def _flag(resource: Resource, right: float, y: float, measurer: TextMeasurer, style: Style) -> DisplayList:
    if not (words := _flag_words(resource)):
        return ()
    width = measurer.width(words, LABEL_PT) + 3
    fill, edge = (WISH_FILL, WISH_EDGE) if resource.status == Status.WANTED else (PAPER, MUTED)
    box = Rect(right - width, y - 2.2, width, 4.4)
    return (
        rounded(box, 1.0, style.fill(fill), Stroke(style.line(edge), 0.25)),
        text_centred(box.centre_x, box.centre_y, words, LABEL_PT, INK, measurer),
    )


def _empty_card(place: Rect) -> DisplayList:
    """Return a card to write on: name, when and where."""
    left, right = place.x + PAD + 1, place.right - PAD
    items: list[Primitive] = []
    for share, label in ((0.38, "名前"), (0.64, "いつ・どこで"), (0.86, "どんな人が")):
        y = place.y + place.height * share
        items.append(text_at(left, y - 2.2, label, LABEL_PT - 1, MUTED))
        items.append(Lines(((left, y + 1.5, right, y + 1.5),), Stroke(MUTED, 0.2, (0.3, 1.1))))
    return tuple(items)
