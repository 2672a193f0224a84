"""Values into openpyxl cells, so that text stays text."""

import re
from datetime import date, datetime
from typing import Any

from resource_mapper.storage.workbook.rows import Cell

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Readers decode `_x0041_` to A; the underscore itself is written as `_x005F_`."""

SheetCell = Any
"""openpyxl's cell: its stubs do not know the style object that cells share."""


def put(cell: SheetCell, value: Cell) -> None:
    """Write a value in its own format; text stays text, whatever it begins with (=, +, -, @, #N/A)."""
    if isinstance(value, str):
        cell.number_format = "@"
    elif isinstance(value, date):
        cell.number_format = "yyyy/mm/dd hh:mm" if isinstance(value, datetime) else "yyyy/mm/dd"
    _fill(cell, value)


def _fill(cell: SheetCell, value: Cell) -> None:
    number_format = cell.number_format
    if isinstance(value, str):
        cell.value = _ESCAPE.sub("_x005F_", value)
        cell.data_type = "s"
        if value[:1] in "=+-@":
            cell.quotePrefix = True  # so that F2 and Enter in Excel do not turn it into a formula
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = number_format  # openpyxl puts its own in place
