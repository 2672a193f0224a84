"""全国との比較: three charts on one A3 sheet, or each alone in type for a meeting room."""

from dataclasses import dataclass

from resource_mapper.domain.national import national_figures
from resource_mapper.domain.national_comparison import NationalComparison, compare_with_country
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DisplayList, DrawnPage, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import MARGIN, SHEET
from resource_mapper.layout.pen import text_at
from resource_mapper.layout.style import COLOR, INK, MUTED, RULE, style_of
from resource_mapper.layout.typesetting import fit_line, printable
from resource_mapper.printing.national_charts import (
    Chart,
    Look,
    activities_chart,
    legend,
    panel,
    participation_chart,
    services_chart,
)
from resource_mapper.printing.options import DEFAULT, PrintOptions
from resource_mapper.printing.selecting import subtitle

TITLE = "全国との比較"
COMPUTED = "※の棒の点線は、市町村の数から計算した割合です。"
SHEET_PT, SLIDE_PT = 12.0, 10.0
"""On A3 no type is smaller than 10 pt, so that A4 can still be read."""
LEFT = Rect(MARGIN, 30, 204, 248)
UPPER = Rect(226, 30, 184, 136)
LOWER = Rect(226, 174, 184, 104)
SLIDE = Rect(0, 0, 256, 122)
"""mm of a page for the screen: as wide as screens are beside a title bar and buttons."""
SLIDE_MARGIN = 8.0


@dataclass(frozen=True, slots=True)
class Section:
    """One chart with its words."""

    name: str
    title: str
    chart: Chart
    notes: tuple[str, ...]


def sections(found: NationalComparison) -> tuple[Section, ...]:
    """Return the three charts of a comparison."""
    year = found.year
    clear = all(row.national.agrees for group in found.services for row in group.rows)
    service_notes = found.service_notes if clear else (COMPUTED, *found.service_notes)
    return (
        Section(
            "総合事業",
            f"総合事業のサービス：全国で実施している市町村の割合（{year}）",
            services_chart(found.services),
            service_notes,
        ),
        Section(
            "通いの場の内容",
            f"通いの場の内容（全国は{year}の主な内容）",
            activities_chart(found.activities),
            found.activity_notes,
        ),
        Section(
            "参加率",
            "通いの場の参加率（棒の下の数は、通いの場のか所数）",
            participation_chart(found.participation),
            found.participation_notes,
        ),
    )


def national_pages(
    worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions = DEFAULT
) -> tuple[DrawnPage, ...]:
    """Return all three charts on one A3 sheet."""
    found = compare_with_country(worksheet, national_figures())
    look = Look(measurer, style_of(worksheet, mono=options.mono), SHEET_PT)
    items: list[Primitive] = [*_heading(worksheet, options, look), *_source(found, look)]
    for area, section in zip((LEFT, UPPER, LOWER), sections(found), strict=True):
        items.extend(panel(area, section.title, section.notes, section.chart, look))
    return (DrawnPage(SHEET.width, SHEET.height, tuple(items), f"1 {TITLE}"),)


def national_slides(worksheet: Worksheet, measurer: TextMeasurer) -> tuple[DrawnPage, ...]:
    """Return each chart on a page of its own, for a screen."""
    found = compare_with_country(worksheet, national_figures())
    look = Look(measurer, COLOR, SLIDE_PT)
    area = SLIDE.inset(SLIDE_MARGIN, SLIDE_MARGIN - 2)
    pages = []
    for section in sections(found):
        items = panel(area, section.title, section.notes, section.chart, look)
        sign = legend(area.right, area.y + look.line / 2, look)
        pages.append(DrawnPage(SLIDE.width, SLIDE.height, (*items, *sign), section.name))
    return tuple(pages)


def _heading(worksheet: Worksheet, options: PrintOptions, look: Look) -> DisplayList:
    words = subtitle(worksheet, len(worksheet.resources), options)
    line = fit_line(printable(words, look.measurer), 280, look.small, look.small, look.measurer)
    return (
        text_at(MARGIN, 14, TITLE, 20, INK, bold=True),
        text_at(MARGIN + 66, 14.6, line.lines[0], line.size_pt, MUTED),
        Lines(((MARGIN, 22, SHEET.width - MARGIN, 22),), Stroke(RULE, 0.3)),
        *legend(SHEET.width - MARGIN, 14.6, look),
    )


def _source(found: NationalComparison, look: Look) -> DisplayList:
    line = fit_line(f"出典：{found.source}", SHEET.width - 2 * MARGIN, look.small, look.small, look.measurer)
    return (text_at(MARGIN, SHEET.height - MARGIN - 2, line.lines[0], line.size_pt, MUTED),)
