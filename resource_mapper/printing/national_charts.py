"""The three charts of 全国との比較, drawn into any rectangle: on paper with the others, on a screen one at a time.

The town's own figures are dark and solid, those of the country pale and outlined; each carries its number. No verdict
is drawn: no red, no order but that of the source.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from resource_mapper.domain.national_comparison import (
    MARK,
    ActivityRow,
    Participation,
    ServiceGroup,
    ServiceRow,
    percent_words,
)
from resource_mapper.domain.national_table import own_count
from resource_mapper.layout.display_list import Box, DisplayList, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.patterns import pattern
from resource_mapper.layout.pen import text_at, text_centred
from resource_mapper.layout.style import INK, MUTED, RULE, Style
from resource_mapper.layout.typesetting import fit_line, printable, wrap

OWN, NATIONAL, NATIONAL_EDGE = "#0F766E", "#C9DDF0", "#3F6F9F"
HATCH = 1
"""Number of the pattern that stands for the country on a monochrome copy."""
SMALL = 0.84
"""Size of small words and footnotes, as a share of the type."""
LEADING = 1.35
SIGN = 3.0
"""Room in mm for the sign before a number of the town's own."""
UNKNOWN = ("まだ", "分かり", "ません")
LEAST_TOP = 8.0
"""Per cent that the axis of 参加率 reaches at the least, as on the deck."""


@dataclass(frozen=True, slots=True)
class Look:
    """What charts are drawn with: the font, the inks, and the size of ordinary type."""

    measurer: TextMeasurer
    style: Style
    pt: float

    @property
    def small(self) -> float:
        """Size of small words."""
        return self.pt * SMALL

    @property
    def line(self) -> float:
        """Height of a line of ordinary type in mm."""
        return self.pt * MM_PER_PT * LEADING

    def width(self, text: str, share: float = 1.0) -> float:
        """Return the width of words in mm; `share` is that of the ordinary size."""
        return self.measurer.width(text, self.pt * share)


Chart = Callable[[Rect, Look], DisplayList]


def panel(area: Rect, title: str, notes: Sequence[str], chart: Chart, look: Look) -> DisplayList:
    """Return a chart under its title and legend, its footnotes below it."""
    pitch = look.small * MM_PER_PT * LEADING
    lines = [
        line for note in notes for line in wrap(printable(note, look.measurer), area.width, look.small, look.measurer)
    ]
    head, foot = 2.0 * look.line, len(lines) * pitch
    items: list[Primitive] = [text_at(area.x, area.y + look.line / 2, title, look.pt * 1.15, INK, bold=True)]
    items.extend(chart(Rect(area.x, area.y + head, area.width, area.height - head - foot - 2), look))
    for number, line in enumerate(lines):
        items.append(text_at(area.x, area.bottom - foot + (number + 0.5) * pitch, line, look.small, MUTED))
    return tuple(items)


def legend(right: float, y: float, look: Look) -> DisplayList:
    """Return what dark and pale mean, ending at `right`."""
    items: list[Primitive] = []
    for words, draw in (("全国", national_bar), ("わがまち", own_bar)):
        right -= look.width(words)
        items.append(text_at(right, y, words, look.pt, INK))
        right -= 9
        items.extend(draw(Rect(right, y - 1.6, 7, 3.2), look.style))
        right -= 6
    return tuple(items)


def own_bar(rect: Rect, style: Style) -> DisplayList:
    """Return a bar of the town's own."""
    return (Box(rect, style.line(OWN)),)


def national_bar(rect: Rect, style: Style) -> DisplayList:
    """Return a bar of the country."""
    edge = Box(rect, None, Stroke(style.line(NATIONAL_EDGE), 0.25))
    return (pattern(HATCH, rect, INK), edge) if style.mono else (Box(rect, NATIONAL), edge)


# 総合事業


def services_chart(groups: Sequence[ServiceGroup]) -> Chart:
    """Return the chart of services: what the town has, and the share of towns that run each."""

    def draw(area: Rect, look: Look) -> DisplayList:
        height = area.height / sum(len(group.rows) + 1 for group in groups)
        bars_x = area.x + area.width * 0.56
        own_x = bars_x - 2 - max(_own_width(row, look) for group in groups for row in group.rows)
        items: list[Primitive] = []
        y = area.y
        for group in groups:
            items.append(text_at(area.x, y + height * 0.55, group.label, look.pt, INK, bold=True))
            y += height
            items.append(Lines(((area.x, y, area.right, y),), Stroke(INK, 0.3)))
            for row in group.rows:
                place = Rect(area.x, y, area.width, height)
                items.extend(_label(row, Rect(place.x + 1, y, own_x - place.x - 4, height), look))
                items.extend(_own(row, own_x, place.centre_y, look))
                items.extend(_national(row, Rect(bars_x, y, area.right - bars_x, height), look))
                y += height
                items.append(Lines(((area.x, y, area.right, y),), Stroke(RULE, 0.2)))
        return tuple(items)

    return draw


def _own_width(row: ServiceRow, look: Look) -> float:
    return SIGN + look.measurer.width(own_count(row.own, row.wanted), look.pt, bold=True)


def _own(row: ServiceRow, x: float, y: float, look: Look) -> DisplayList:
    """Return how many resources of a type the town has, with a sign where it has any."""
    words = own_count(row.own, row.wanted)
    if not row.own:
        return (text_at(x + SIGN, y, words, look.pt, MUTED),)
    sign = own_bar(Rect(x, y - 1.7, 1.6, 3.4), look.style)
    return (*sign, text_at(x + SIGN, y, words, look.pt, INK, bold=True))


def _national(row: ServiceRow, place: Rect, look: Look) -> DisplayList:
    """Return the country's bar with its number; a broken line where the number of towns says otherwise."""
    share = row.national
    length = (place.width - look.width("99.9％※（9,999市町村）") - 2) / 100
    bar = Rect(place.x, place.centre_y - place.height * 0.28, length * share.percent, place.height * 0.56)
    items: list[Primitive] = [*national_bar(bar, look.style)]
    computed = bar.right
    if not share.agrees:
        computed = place.x + length * share.computed
        items.append(Lines(((computed, bar.y - 0.6, computed, bar.bottom + 0.6),), Stroke(INK, 0.35, (1.0, 0.6))))
    value = percent_words(share.percent) + ("" if share.agrees else MARK)
    end = max(bar.right, computed) + 1.5
    items.append(text_at(end, place.centre_y, value, look.pt, INK))
    towns = f"（{share.towns:,}市町村）"
    items.append(text_at(end + look.width(value), place.centre_y, towns, look.small, MUTED))
    return tuple(items)


def _label(row: ServiceRow, place: Rect, look: Look) -> DisplayList:
    """Return the name of a type, what it is behind it or, where rows are high, below it."""
    if not row.words:
        line = fit_line(row.label, place.width, look.pt, look.small, look.measurer)
        return (text_at(place.x, place.centre_y, line.lines[0], line.size_pt, INK),)
    if place.height > 1.8 * look.line:
        words = fit_line(row.words, place.width, look.small, look.small * 0.8, look.measurer)
        return (
            text_at(place.x, place.centre_y - look.line * 0.48, row.label, look.pt, INK),
            text_at(place.x, place.centre_y + look.line * 0.48, words.lines[0], words.size_pt, MUTED),
        )
    left = place.x + look.width(f"{row.label}　")
    words = fit_line(row.words, place.right - left, look.small, look.small * 0.8, look.measurer)
    return (
        text_at(place.x, place.centre_y, row.label, look.pt, INK),
        text_at(left, place.centre_y, words.lines[0], words.size_pt, MUTED),
    )


# 通いの場


def activities_chart(rows: Sequence[ActivityRow]) -> Chart:
    """Return the chart of what is done at 通いの場: two bars for each 活動内容."""
    most = max(max(row.national_percent, row.own_percent or 0.0) for row in rows)

    def draw(area: Rect, look: Look) -> DisplayList:
        left = area.x + max(look.width(row.label) for row in rows) + 3
        length = area.right - left - look.width("わがまち 99.9％（999か所）")
        height = area.height / len(rows)
        items: list[Primitive] = []
        for number, row in enumerate(rows):
            place = Rect(area.x, area.y + number * height, area.width, height)
            items.append(text_at(place.x, place.centre_y, row.label, look.pt, INK))
            items.extend(_pair(row, Rect(left, place.y, length, height), length / most, look))
        items.append(Lines(((left, area.y, left, area.bottom),), Stroke(INK, 0.3)))
        return tuple(items)

    return draw


def _pair(row: ActivityRow, place: Rect, per_cent: float, look: Look) -> DisplayList:
    """Return both bars of an activity, the town's own above."""
    half = place.height * 0.4
    own = Rect(place.x, place.centre_y - half, (row.own_percent or 0.0) * per_cent, half)
    country = Rect(place.x, place.centre_y, row.national_percent * per_cent, half)
    items = [*national_bar(country, look.style)]
    items.append(text_at(country.right + 1.2, country.centre_y, percent_words(row.national_percent), look.small, INK))
    if row.own_percent is not None:
        items.extend(own_bar(own, look.style) if row.own else ())
        words = f"{percent_words(row.own_percent)}（{row.own}か所）" if row.own else "0か所"
        items.append(text_at(own.right + 1.2, own.centre_y, words, look.small, INK, bold=bool(row.own)))
    return tuple(items)


def participation_chart(found: Participation) -> Chart:
    """Return the chart of 参加率: the years of the country as columns, the town's own beside them."""
    rates = [each.percent for each in found.series]
    top = max(LEAST_TOP, math.ceil(max(*rates, found.own_percent or 0.0)))

    def draw(area: Rect, look: Look) -> DisplayList:
        body = Rect(area.x, area.y + look.line, area.width, area.height - 3.2 * look.line)
        pitch = body.width / (len(found.series) + 1.6)
        items: list[Primitive] = []
        for number, each in enumerate(found.series):
            column = _column(body, number * pitch, pitch, each.percent / top)
            items.extend(national_bar(column, look.style))
            items.extend(_words(column, percent_words(each.percent), each.year, f"{each.places:,}", look))
            if each.residents:
                y = body.bottom - body.height * each.residents.percent / top
                items.append(Lines(((column.x, y, column.right, y),), Stroke(INK, 0.3, (1.0, 0.6))))
                inside = f"（{each.residents.percent:.1f}）"
                ground = Rect(column.x + 0.6, y + 0.6, column.width - 1.2, look.line * 0.8)
                items.append(Box(ground, look.style.fill(NATIONAL)))
                items.append(text_centred(column.centre_x, ground.centre_y, inside, look.small, INK, look.measurer))
        items.extend(_own_column(found, body, pitch, top, look))
        items.append(Lines(((body.x, body.bottom, body.right, body.bottom),), Stroke(INK, 0.3)))
        return tuple(items)

    return draw


def _own_column(found: Participation, body: Rect, pitch: float, top: float, look: Look) -> DisplayList:
    left = (len(found.series) + 0.6) * pitch
    places = f"{found.places:,}"
    if found.own_percent is None:
        column = _column(body, left, pitch, 3.2 * look.line / body.height)
        items: list[Primitive] = [Box(column, None, Stroke(MUTED, 0.3, (1.2, 0.8)))]
        for number, words in enumerate(UNKNOWN):
            y = column.y + (number + 0.7) * look.line * 0.9
            items.append(text_centred(column.centre_x, y, words, look.small, MUTED, look.measurer))
        return (*items, *_words(column, "", "わがまち", places, look))
    column = _column(body, left, pitch, found.own_percent / top)
    return (
        *own_bar(column, look.style),
        *_words(column, percent_words(found.own_percent), "わがまち", places, look, bold=True),
    )


def _column(body: Rect, left: float, pitch: float, share: float) -> Rect:
    height = body.height * share
    return Rect(body.x + left + pitch * 0.18, body.bottom - height, pitch * 0.64, height)


def _words(column: Rect, above: str, year: str, places: str, look: Look, *, bold: bool = False) -> DisplayList:
    """Return the number above a column, what it is and how many places there are below."""
    middle, below = column.centre_x, column.bottom
    return (
        text_centred(middle, column.y - look.line * 0.5, above, look.pt, INK, look.measurer, bold=bold),
        text_centred(middle, below + look.line * 0.7, year, look.pt, INK, look.measurer, bold=bold),
        text_centred(middle, below + look.line * 1.6, places, look.small, MUTED, look.measurer),
    )
