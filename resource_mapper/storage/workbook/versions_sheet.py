"""版: the named versions in long form: name and day of the version, then the row as in 資源一覧."""

from collections.abc import Iterator

from resource_mapper.domain.fields import Kind
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.list_sheet import HEADER_STYLE, PAGES_WIDE, all_columns, column_style
from resource_mapper.storage.workbook.rows import Cell, resource_cells
from resource_mapper.storage.workbook.schema import VERSION_DATE, VERSION_NAME, Column
from resource_mapper.storage.workbook.sheet_setup import PAPER_A3, ExcelSheet, print_across, set_widths
from resource_mapper.storage.workbook.sheet_xml import SheetRow, SheetRows
from resource_mapper.storage.workbook.styles import Styles


def write_versions(sheet: ExcelSheet, worksheet: Worksheet, styles: Styles) -> SheetRows:
    """Set the sheet up and return its rows."""
    columns = _columns(worksheet)
    set_widths(sheet, (column.width for column in columns))
    sheet.freeze_panes = "D2"
    print_across(sheet, PAPER_A3, wide=PAGES_WIDE)
    return SheetRows(_rows(worksheet, columns, styles))


def _columns(worksheet: Worksheet) -> tuple[Column, ...]:
    return (Column(VERSION_NAME, 20.0), Column(VERSION_DATE, 12.0, kind=Kind.DATE), *all_columns(worksheet))


def _rows(worksheet: Worksheet, columns: tuple[Column, ...], styles: Styles) -> Iterator[SheetRow]:
    header = styles.number(HEADER_STYLE)
    numbers = [styles.number(column_style(column)) for column in columns]
    yield SheetRow(1, [(column, header, each.label) for column, each in enumerate(columns, start=1)], 32)
    row = 1
    for version in worksheet.versions:
        for resource in version.resources or (None,):  # an empty version is a row, too
            row += 1
            cells: list[Cell] = [version.name, version.made_on]
            if resource is not None:
                found = resource_cells(resource, worksheet)
                cells += [found.get(column.label) for column in columns[2:]]
            yield SheetRow(
                row,
                [
                    (index, styles.fitting(style, cell), cell)
                    for index, (style, cell) in enumerate(zip(numbers, cells, strict=False), start=1)
                    if cell is not None
                ],
            )
