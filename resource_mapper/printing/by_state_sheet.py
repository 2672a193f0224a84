"""状態像別のご案内: one leaflet per band with the places that can be recommended (for ケアマネジャー and 包括)."""

from collections.abc import Callable

from resource_mapper.domain.axis import BANDS, Band
from resource_mapper.domain.coverage import reaches
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import Box, DisplayList, DrawnPage, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.pen import mark, text_at
from resource_mapper.layout.style import INK, MUTED, RULE, Style, color_of, style_of
from resource_mapper.layout.typesetting import printable, shorten, wrap_phrases
from resource_mapper.printing.flow import MARGIN, Flow
from resource_mapper.printing.options import Paper, PrintOptions
from resource_mapper.printing.selecting import Group, contact, groups, subtitle

NAME_PT, TEXT_PT, GROUP_PT = 11.0, 9.0, 11.5
NAME_HEIGHT, GROUP_HEIGHT, SPACE = 6.4, 9.5, 2.6
PITCH = TEXT_PT * MM_PER_PT * 1.35
INDENT = 6.0
UNKNOWN = "不明"
"""A choice of 送迎 that tells the reader nothing."""


def by_state_pages(worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions) -> tuple[DrawnPage, ...]:
    """Return the leaflets on upright paper, one after the other; only what is there today (状況 = ある).

    自然な支え合い are left out: nobody can be referred to tea among neighbours, and a leaflet may end it.
    """
    style = style_of(worksheet, mono=options.mono)
    pages: list[DrawnPage] = []
    for band in BANDS:
        organised = (each for each in worksheet.placed if each.counts and not each.is_natural)
        serving = tuple(each for each in organised if reaches(each, band))
        pages.extend(_leaflet(worksheet, band, serving, measurer, options, style))
    return tuple(pages)


def _leaflet(
    worksheet: Worksheet,
    band: Band,
    serving: tuple[Resource, ...],
    measurer: TextMeasurer,
    options: PrintOptions,
    style: Style,
) -> tuple[DrawnPage, ...]:
    size = options.size(Paper.A4, landscape=False)
    words = subtitle(worksheet, len(serving), options)
    flow = Flow(size, f"{band.people}に紹介できる所", words, measurer)
    if not serving:
        flow.skip(4)
        flow.paragraph("紹介できる所は、まだ書き出されていません。", 11, MUTED)
    for group in groups(worksheet, serving, options.group_by):
        lines = _lines(group.resources[0], flow, options)
        flow.add(GROUP_HEIGHT, _group_line(group, style, flow), with_next=_height(lines))
        for resource in group.resources:
            lines = _lines(resource, flow, options)
            flow.add(_height(lines), _entry(printable(resource.name, measurer), lines, flow))
    return flow.pages()


def _lines(resource: Resource, flow: Flow, options: PrintOptions) -> list[str]:
    """Return what is said below a name: when and where, then what it costs and how to come."""
    facts = (
        ("", resource.schedule or resource.frequency),
        ("場所：", " ".join(part for part in (resource.place, resource.address) if part)),
        ("参加費：", resource.fee),
        ("送迎：", resource.transport if resource.transport != UNKNOWN else ""),
        ("対象：", resource.target),
        ("連絡先：", contact(resource, options)),
    )
    phrases = [printable(label + " ".join(value.split()), flow.measurer) for label, value in facts if value.strip()]
    return wrap_phrases(phrases, flow.area.width - INDENT, TEXT_PT, flow.measurer)


def _height(lines: list[str]) -> float:
    return NAME_HEIGHT + len(lines) * PITCH + SPACE


def _entry(name: str, lines: list[str], flow: Flow) -> Callable[[float], DisplayList]:
    def draw(y: float) -> DisplayList:
        fitted = shorten(name, flow.area.width - INDENT, NAME_PT, flow.measurer, bold=True)
        items: list[Primitive] = [text_at(MARGIN + INDENT, y + NAME_HEIGHT / 2, fitted, NAME_PT, INK, bold=True)]
        for number, line in enumerate(lines):
            items.append(text_at(MARGIN + INDENT, y + NAME_HEIGHT + (number + 0.5) * PITCH, line, TEXT_PT, INK))
        bottom = y + _height(lines) - SPACE / 2
        items.append(Lines(((MARGIN + INDENT, bottom, MARGIN + flow.area.width, bottom),), Stroke(RULE, 0.2)))
        return tuple(items)

    return draw


def _group_line(group: Group, style: Style, flow: Flow) -> Callable[[float], DisplayList]:
    category, color = group.category, color_of(group.category)

    def draw(y: float) -> DisplayList:
        middle = y + GROUP_HEIGHT / 2 + 1
        bar = Rect(MARGIN, middle - 2.6, 1.4, 5.2)
        items: list[Primitive] = [Box(bar, style.line(color))]
        if category:
            items.append(mark(category.mark, MARGIN + 4.6, middle, 3.4, style.line(color)))
        label = f"{printable(group.label, flow.measurer)}（{len(group.resources)}）"
        items.append(text_at(MARGIN + 8, middle, label, GROUP_PT, INK, bold=True))
        return tuple(items)

    return draw
