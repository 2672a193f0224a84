"""A worksheet as an `.xlsx` that makes sense to somebody who has only Excel (workbook.md). Made anew at each save."""

from collections.abc import Iterable, Sequence
from copy import copy
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from resource_mapper.domain.axis import SPAN_WORDS
from resource_mapper.domain.fields import Kind
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.cells import SheetCell, put, put_styled
from resource_mapper.storage.workbook.rows import resource_cells
from resource_mapper.storage.workbook.schema import (
    COLUMNS,
    FREE_Y,
    LANE,
    LEFT,
    LIST_SHEET,
    OWN_SHEETS,
    PICTURE_SHEET,
    PREPRINTED,
    PREPRINTED_YES,
    RIGHT,
    SETTINGS_SHEET,
    WORDS,
    Column,
)
from resource_mapper.storage.workbook.settings_sheet import write_settings
from resource_mapper.storage.workbook.sheet_picture import write_picture

FONT = "游ゴシック"
SPARE_ROWS = 500
"""Rows below the list that have drop-downs, too, for people who add resources in Excel."""
PAPER_A3 = 8
PAGES_WIDE = 3
"""Sheets of A3 side by side that the list's columns are printed on; on one they would be too small to read."""

_HEADER_FILL = PatternFill("solid", fgColor="0F766E")
_HEADER_FONT = Font(name=FONT, size=11, bold=True, color="FFFFFF")
_NUMBER_COLUMNS = {LEFT, RIGHT, LANE, FREE_Y}


def write_workbook(worksheet: Worksheet, previous: bytes | None = None) -> bytes:
    """Return the workbook. Sheets of `previous` that are not the program's own are carried over.

    Raises:
        ValueError: a value cannot be stored (the model refuses such values before).
    """
    book = _book(previous)
    headings = _extra_headings(worksheet)
    list_sheet = book.create_sheet(LIST_SHEET, 0)
    _write_list(list_sheet, worksheet, headings)
    write_picture(book.create_sheet(PICTURE_SHEET, 1), worksheet, FONT)
    choices = write_settings(book.create_sheet(SETTINGS_SHEET, 2), worksheet, FONT, _choice_lists(worksheet))
    _add_drop_downs(list_sheet, choices, len(worksheet.resources))
    book.active = 0
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _book(previous: bytes | None) -> Workbook:
    if previous is None:
        book = Workbook()
        book.remove(book.worksheets[0])
    else:
        book = load_workbook(BytesIO(previous))
        for name in OWN_SHEETS:
            if name in book.sheetnames:
                del book[name]
    book._named_styles["Normal"].font = Font(name=FONT, size=11)  # type: ignore[attr-defined] # no public way
    book.properties.title = "地域資源ワークシート"
    book.properties.creator = "地域資源ワークシート"
    return book


def _extra_headings(worksheet: Worksheet) -> tuple[str, ...]:
    used = (heading for resource in worksheet.resources for heading, _ in resource.extra)
    return tuple(dict.fromkeys((*worksheet.extra_headings, *used)))


def _write_list(sheet: Sheet, worksheet: Worksheet, extra_headings: Sequence[str]) -> None:
    columns = (*COLUMNS, *(Column(heading, 16.0, kind=Kind.TEXT) for heading in extra_headings))
    _write_header(sheet, columns)
    styles = _body_styles(sheet, columns)
    positions = {column.label: index for index, column in enumerate(columns, start=1)}
    for row, resource in enumerate(worksheet.resources, start=2):
        for label, value in resource_cells(resource, worksheet).items():
            index = positions[label]
            if label in extra_headings:
                put(sheet.cell(row, index), value)
            else:
                put_styled(sheet.cell(row, index), value, styles[index])
    last_row = max(len(worksheet.resources) + 1, 2)
    table = Table(displayName="資源一覧表", ref=f"A1:{get_column_letter(len(columns))}{last_row}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight15", showRowStripes=True)
    sheet.add_table(table)
    _set_up_print(sheet)


def _write_header(sheet: Sheet, columns: Sequence[Column]) -> None:
    for index, column in enumerate(columns, start=1):
        cell = sheet.cell(1, index)
        put(cell, column.label)
        cell.font, cell.fill = _HEADER_FONT, _HEADER_FILL
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width = column.width
        if _is_text(column):
            dimension.number_format = "@"
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "B2"


def _is_text(column: Column) -> bool:
    return column.label not in _NUMBER_COLUMNS and column.kind not in (Kind.COUNT, Kind.DATE)


def _body_styles(sheet: Sheet, columns: Sequence[Column]) -> dict[int, object]:
    """Return one shared style per column."""
    styles: dict[int, object] = {}
    for index, column in enumerate(columns, start=1):
        cell: SheetCell = sheet.cell(2, index)
        cell.font = Font(name=FONT, size=11)
        cell.alignment = Alignment(vertical="center", wrap_text=column.kind is Kind.TEXT)
        cell.number_format = "@" if _is_text(column) else "yyyy/mm/dd" if column.kind is Kind.DATE else "General"
        styles[index] = copy(cell._style)
    return styles


def _set_up_print(sheet: Sheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = PAPER_A3
    sheet.page_setup.fitToWidth = PAGES_WIDE
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr] # made with the sheet
    sheet.print_title_rows = "1:1"
    sheet.print_title_cols = "A:A"
    sheet.oddFooter.center.text = "&P / &N"  # type: ignore[union-attr] # made with the sheet


def _choice_lists(worksheet: Worksheet) -> dict[str, Iterable[str]]:
    """Return the words of every drop-down by column label."""
    lists: dict[str, Iterable[str]] = {WORDS: SPAN_WORDS, PREPRINTED: (PREPRINTED_YES,)}
    for column in COLUMNS:
        if column.field == "category":
            lists[column.label] = [category.label for category in worksheet.categories]
        elif column.field and column.kind is Kind.CHOICE:
            lists[column.label] = vocabulary().labels(column.field, worksheet.wording)
    return lists


def _add_drop_downs(sheet: Sheet, references: dict[str, str], rows: int) -> None:
    """Offer the lists below each heading; other words may still be typed."""
    for index, column in enumerate(COLUMNS, start=1):
        if reference := references.get(column.label):
            letter = get_column_letter(index)
            validation = DataValidation(type="list", formula1=reference, allow_blank=True, showErrorMessage=False)
            validation.add(f"{letter}2:{letter}{rows + 1 + SPARE_ROWS}")
            sheet.add_data_validation(validation)
