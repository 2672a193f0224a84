"""資源一覧: an Excel table, one row per resource; what the user changed about its looks stays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

from resource_mapper.domain.fields import Kind
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.cells import put
from resource_mapper.storage.workbook.old_list import OldList, OldRow
from resource_mapper.storage.workbook.rows import Cell, resource_cells
from resource_mapper.storage.workbook.schema import (
    AIM_LEFT,
    AIM_RIGHT,
    COLUMNS,
    FREE_Y,
    LANE,
    LEFT,
    RIGHT,
    SETTINGS_SHEET,
    Column,
)
from resource_mapper.storage.workbook.sheet_setup import PAPER_A3, ExcelSheet, print_across
from resource_mapper.storage.workbook.sheet_xml import Formula, SheetRow, SheetRows
from resource_mapper.storage.workbook.styles import DATE, GENERAL, TEXT, CellStyle, Styles

SPARE_ROWS = 500
"""Rows below the list that have drop-downs, too, for people who add resources in Excel."""
LAST_ROW = 1_048_576
PAGES_WIDE = 3
"""Sheets of A3 side by side that the list's columns are printed on; on one they would be too small to read."""
HEADER_STYLE = CellStyle(bold=True, ink="#FFFFFF", fill="#0F766E", wrap=True)

_NUMBER_COLUMNS = {LEFT, RIGHT, AIM_LEFT, AIM_RIGHT, LANE, FREE_Y}
_NO_OLD_ROW = OldRow()


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column of the sheet: what it holds, its number from 1, and the style of its cells."""

    column: Column
    number: int
    style: int


def extra_headings(worksheet: Worksheet) -> tuple[str, ...]:
    """Return the user's columns: the known ones, and those that only cells tell of."""
    versions = (resource for version in worksheet.versions for resource in version.resources)
    used = (heading for resource in (*worksheet.resources, *versions) for heading, _ in resource.extra)
    return tuple(dict.fromkeys((*worksheet.extra_headings, *used)))


def all_columns(worksheet: Worksheet) -> tuple[Column, ...]:
    """Return the columns in the order of a new sheet."""
    return (*COLUMNS, *(Column(heading, 16.0, kind=Kind.TEXT) for heading in extra_headings(worksheet)))


def column_style(column: Column) -> CellStyle:
    """Return the look of a column's cells."""
    number_format = TEXT if is_text(column) else DATE if column.kind is Kind.DATE else GENERAL
    return CellStyle(number_format, wrap=column.kind is Kind.TEXT)


def is_text(column: Column) -> bool:
    """Whether a column's cells are text in Excel's eyes."""
    return column.label not in _NUMBER_COLUMNS and column.kind not in (Kind.COUNT, Kind.DATE)


class ListSheet:
    """Writes 資源一覧 into a new sheet or, with `old`, into that of the workbook as it was."""

    def __init__(self, sheet: ExcelSheet, worksheet: Worksheet, styles: Styles, old: OldList | None) -> None:
        """Settle which column goes where."""
        self._sheet = sheet
        self._worksheet = worksheet
        self._styles = styles
        self._old = old
        self._extra = set(extra_headings(worksheet))
        self.header = old.header if old else 1
        self.places = self._places()
        self.ranges = {place.column.label: self._range(place.number) for place in self.places}
        """Column label → the range of its cells, now and for rows to come."""

    def write(self) -> SheetRows:
        """Write everything but the rows, and return those."""
        self._write_header()
        if self._old is None:
            self._set_up()
        self._add_table()
        if self._old is not None:
            self._old.put_notes_back(self._sheet, self._numbers())
        return SheetRows(self._rows(), first=self.header + 1)

    def add_drop_downs(self, references: Mapping[str, str]) -> None:
        """Offer lists below headings, unless the user put something of their own there; other words may be typed."""
        if self._old is not None:
            self._old.keep_other_validations(self._sheet, SETTINGS_SHEET, self._last_row + SPARE_ROWS)
        taken = [area for each in self._sheet.data_validations.dataValidation for area in each.sqref.ranges]
        for place in self.places:
            reference = references.get(place.column.label)
            if reference is None or any(area.min_col <= place.number <= area.max_col for area in taken):
                continue
            letter = get_column_letter(place.number)
            validation = DataValidation(type="list", formula1=reference, allow_blank=True, showErrorMessage=False)
            validation.add(f"{letter}{self.header + 1}:{letter}{self._last_row + SPARE_ROWS}")
            self._sheet.add_data_validation(validation)

    @property
    def _last_row(self) -> int:
        return self.header + max(len(self._worksheet.resources), 1)

    def _places(self) -> list[PlacedColumn]:
        wanted = {column.label: column for column in all_columns(self._worksheet)}
        if self._old is None:
            return [self._place(column, number) for number, column in enumerate(wanted.values(), start=1)]
        places = [
            self._place(wanted.get(label) or Column(label, 16.0, kind=Kind.TEXT), number)
            for number, label in sorted(self._old.columns.items())
        ]
        there = {place.column.label for place in places}
        number = max(self._old.columns)
        for column in wanted.values():
            if column.label not in there and self._is_needed(column):
                number += 1
                places.append(self._place(column, number))
        return places

    def _place(self, column: Column, number: int) -> PlacedColumn:
        style = self._old.styles.get(number) if self._old else None
        return PlacedColumn(column, number, self._styles.number(column_style(column)) if style is None else style)

    def _is_needed(self, column: Column) -> bool:
        """Whether a column that somebody deleted has to come back, because there is something to put into it."""
        return any(column.label in resource_cells(resource, self._worksheet) for resource in self._worksheet.resources)

    def _numbers(self) -> dict[str, int]:
        return {resource.id: number for number, resource in enumerate(self._worksheet.resources, self.header + 1)}

    def _range(self, number: int) -> str:
        letter = get_column_letter(number)
        return f"{self._sheet.title}!${letter}${self.header + 1}:${letter}${LAST_ROW}"

    def _write_header(self) -> None:
        known = self._old.columns if self._old else {}
        for place in self.places:
            cell = self._sheet.cell(self.header, place.number)
            if place.number in known:
                if not isinstance(cell.value, str) or clean_line(cell.value) != cell.value or not cell.value:
                    put(cell, place.column.label)  # a table needs headings that are text, on one line
                continue
            put(cell, place.column.label)
            cell._style = self._styles.array(HEADER_STYLE)
            dimension = self._sheet.column_dimensions[get_column_letter(place.number)]
            dimension.width = place.column.width
            dimension._style = self._styles.array(column_style(place.column))

    def _set_up(self) -> None:
        sheet = self._sheet
        sheet.row_dimensions[1].height = 32
        sheet.freeze_panes = "B2"
        print_across(sheet, PAPER_A3, wide=PAGES_WIDE)
        sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"

    def _add_table(self) -> None:
        if self._old is not None:
            self._old.remove_table(self._sheet)
        first, last = min(p.number for p in self.places), max(p.number for p in self.places)
        area = f"{get_column_letter(first)}{self.header}:{get_column_letter(last)}{self._last_row}"
        table: Any = Table(displayName="資源一覧表", ref=area)
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight15", showRowStripes=True)
        table._initialise_columns()  # else openpyxl makes a cell of every place
        for column, number in zip(table.tableColumns, range(first, last + 1), strict=True):
            column.name = str(self._sheet.cell(self.header, number).value)
        self._sheet.add_table(table)

    def _rows(self) -> Iterator[SheetRow]:
        for number, resource in enumerate(self._worksheet.resources, start=self.header + 1):
            old = self._old.row_of(resource) if self._old else _NO_OLD_ROW
            yield SheetRow(number, self._cells(resource, number, old), old.height)

    def _cells(self, resource: Resource, number: int, old: OldRow) -> Iterator[tuple[int, int, Cell | Formula]]:
        values = resource_cells(resource, self._worksheet)
        for place in self.places:
            value = values.get(place.column.label)
            style = old.styles.get(place.number)
            if value is not None:
                fitting = self._styles.fitting(place.style if style is None else style, value)
                formula = old.formulas.get(place.number) if place.column.label in self._extra else None
                yield place.number, fitting, Formula(formula.moved_to(number), value) if formula else value
            elif style is not None:
                yield place.number, style, None
