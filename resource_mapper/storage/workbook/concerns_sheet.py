"""課題: one row for each, to be worked on in Excel and printed on A4."""

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from resource_mapper.domain.concern import CONCERN_CHOICES, Concern
from resource_mapper.domain.text import fitted, is_storable
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.list_sheet import HEADER_STYLE, SPARE_ROWS, column_style
from resource_mapper.storage.workbook.rows import Cell
from resource_mapper.storage.workbook.schema import CONCERN_CARD_IDS, CONCERN_COLUMNS, ID, Column
from resource_mapper.storage.workbook.sheet_setup import PAPER_A4, ExcelSheet, print_across, set_widths, text_width
from resource_mapper.storage.workbook.sheet_xml import SheetRow, SheetRows
from resource_mapper.storage.workbook.styles import Styles

LINE_PT, ROW_PAD_PT, MAX_ROW_PT = 18.0, 4.0, 409.0
"""Excel knows no higher row."""
RULE = "#C3CAD3"
_HIDDEN = {CONCERN_CARD_IDS, ID}
"""Columns that mean nothing to a reader; the sheet is known by them."""


def write_concerns(sheet: ExcelSheet, worksheet: Worksheet, styles: Styles) -> SheetRows:
    """Set the sheet up and return its rows."""
    set_widths(sheet, (column.width for column in CONCERN_COLUMNS))
    last_row = len(worksheet.concerns) + 1 + SPARE_ROWS
    for number, column in enumerate(CONCERN_COLUMNS, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].hidden = column.label in _HIDDEN
        words = CONCERN_CHOICES.get(column.field or "")
        if words:
            listed = DataValidation(
                type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=False
            )
            listed.add(f"{letter}2:{letter}{last_row}")
            sheet.add_data_validation(listed)
    print_across(sheet, PAPER_A4)
    sheet.freeze_panes, sheet.print_title_rows = "B2", "1:1"
    return SheetRows(_rows(worksheet, styles))


def _rows(worksheet: Worksheet, styles: Styles) -> Iterator[SheetRow]:
    names = {resource.id: resource.name for resource in worksheet.resources} if worksheet.concerns else {}
    header = styles.number(HEADER_STYLE)
    numbers = [
        styles.number(replace(column_style(column), wrap=True, edges="b", edge=RULE)) for column in CONCERN_COLUMNS
    ]
    yield SheetRow(1, [(number, header, column.label) for number, column in enumerate(CONCERN_COLUMNS, start=1)], 32)
    for row, concern in enumerate(worksheet.concerns, start=2):
        cells = [_cell(concern, column.label, column.field, names) for column in CONCERN_COLUMNS]
        filled = [(number, style, cell) for number, (style, cell) in enumerate(zip(numbers, cells, strict=True), 1)]
        lines = max(_lines_of(cell, column) for cell, column in zip(cells, CONCERN_COLUMNS, strict=True))
        height = min(lines * LINE_PT + ROW_PAD_PT, MAX_ROW_PT)
        written = [(number, styles.fitting(style, cell), cell) for number, style, cell in filled]
        yield SheetRow(row, written, height, is_fixed=False)


def _lines_of(cell: Cell, column: Column) -> int:
    """Return on how many lines a text stands in its column: not every program finds a row's height by itself."""
    if not isinstance(cell, str) or column.label in _HIDDEN:
        return 1
    room = max(column.width - 1, 1)
    return sum(max(1, math.ceil(text_width(part) / room)) for part in cell.split("\n"))


def _cell(concern: Concern, label: str, field: str | None, names: dict[str, str]) -> Cell:
    if label == ID:
        return concern.id
    if field is None and label == CONCERN_CARD_IDS:
        return "\n".join(concern.grounds)
    if field is None:
        return _as_many_as_fit([names[key] for key in concern.grounds])
    value: str | date | None = getattr(concern, field)
    return value or None


def _as_many_as_fit(names: list[str]) -> str:
    """Return names, one on a line, as a cell holds them; thousands of cards are known by their IDs all the same."""
    joined = "\n".join(names)
    return joined if is_storable(joined) else fitted(joined).rpartition("\n")[0]
