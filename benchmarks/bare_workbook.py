"""The yardsticks for workbooks: openpyxl and calamine with the same cells, as plain values."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.rows import Cell, resource_cells
from resource_mapper.storage.workbook.schema import COLUMNS, LIST_SHEET


def list_rows(worksheet: Worksheet) -> list[list[Cell]]:
    """Return heading and cells of 資源一覧, row by row."""
    labels = [column.label for column in COLUMNS]
    rows: list[list[Cell]] = [list(labels)]
    for resource in worksheet.resources:
        cells = resource_cells(resource, worksheet)
        rows.append([cells.get(label) for label in labels])
    return rows


def write_rows(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a workbook of one sheet, written the fastest way openpyxl has."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(LIST_SHEET)
    for row in rows:
        sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read_rows(data: bytes) -> list[list[object]]:
    """Return the cells of 資源一覧 as calamine gives them."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return [list(row) for row in book.get_sheet_by_name(LIST_SHEET).to_python(skip_empty_area=False)]
