"""設定: heading, view, categories and format version, and the lists behind the drop-downs."""

from collections.abc import Iterable, Sequence

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from resource_mapper.domain.category import Category
from resource_mapper.domain.lens import LENSES, lens_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook import schema
from resource_mapper.storage.workbook.cells import put
from resource_mapper.storage.workbook.rows import Cell
from resource_mapper.storage.workbook.sheet_setup import PAPER_A4, ExcelSheet, print_across, set_widths


def write_settings(
    sheet: ExcelSheet, worksheet: Worksheet, font: str, choices: dict[str, Iterable[str]]
) -> dict[str, str]:
    """Fill the sheet; return, by column label, the reference to the list behind its drop-down."""
    heading = worksheet.heading
    items: list[tuple[str, Cell, str]] = [
        (schema.VERSION_ITEM, schema.FORMAT_VERSION, "書き換えないでください"),
        (schema.TITLE_ITEM, heading.title, ""),
        (schema.SUBTITLE_ITEM, heading.subtitle, ""),
        (schema.MUNICIPALITY_ITEM, heading.municipality, ""),
        (schema.AREA_ITEM, heading.area, ""),
        (schema.MEETING_ITEM, heading.meeting, ""),
        (schema.MADE_ON_ITEM, heading.made_on, ""),
        (schema.CALENDAR_ITEM, heading.calendar.value, "和暦 または 西暦"),
        (schema.ELDERLY_ITEM, heading.elderly, "人数。書いてあれば「全国との比較」に参加率が出ます"),
        (schema.LENS_ITEM, lens_of(worksheet).label, "・".join(lens.label for lens in LENSES)),
        (schema.MIRRORED_ITEM, schema.SIDE_RIGHT if worksheet.mirrored else schema.SIDE_LEFT, "元気を 左 または 右 に"),
        (schema.WORDING_ITEM, schema.WORDING_WORDS[worksheet.wording], " または ".join(schema.WORDING_WORDS.values())),
    ]
    _write_headings(sheet, 1, 1, ("項目", "値", "説明"), font)
    for row, item in enumerate(items, start=2):
        for column, value in enumerate(item, start=1):
            put(sheet.cell(row, column), value)
    _write_categories(sheet, len(items) + 3, worksheet.categories, font)
    sheet.print_area = f"A1:D{len(items) + 3 + len(worksheet.categories)}"
    print_across(sheet, PAPER_A4)
    set_widths(sheet, (16, 44, 36, 12))
    return _write_choices(sheet, choices, font)


def _write_categories(sheet: ExcelSheet, top: int, categories: Sequence[Category], font: str) -> None:
    _write_headings(sheet, top, 1, schema.CATEGORY_HEADINGS, font)
    for row, category in enumerate(categories, start=top + 1):
        for column, value in enumerate((category.id, category.label, category.mark.value, category.color), start=1):
            put(sheet.cell(row, column), value)
        sheet.cell(row, 4).font = Font(name=font, color=category.color[1:], bold=True)


def _write_choices(sheet: ExcelSheet, choices: dict[str, Iterable[str]], font: str) -> dict[str, str]:
    references = {}
    for column, (label, words) in enumerate(choices.items(), start=schema.CHOICES_COLUMN):
        letter = get_column_letter(column)
        _write_headings(sheet, 1, column, (f"選択肢：{label}",), font)
        set_widths(sheet, [22], first=column)
        row = 1
        for row, word in enumerate(words, start=2):
            put(sheet.cell(row, column), word)
        references[label] = f"{schema.SETTINGS_SHEET}!${letter}$2:${letter}${row}"
    return references


def _write_headings(sheet: ExcelSheet, row: int, column: int, labels: Sequence[str], font: str) -> None:
    for index, label in enumerate(labels, start=column):
        cell = sheet.cell(row, index)
        put(cell, label)
        cell.font = Font(name=font, size=11, bold=True)
        cell.fill = PatternFill("solid", fgColor="E6EFEE")
        cell.alignment = Alignment(vertical="center")
