"""Values into openpyxl cells, so that text stays text."""

import re
from datetime import date, datetime
from typing import Any

from resource_mapper.storage.workbook.rows import Cell
from resource_mapper.storage.workbook.styles import DATE, MOMENT, QUOTED, TEXT

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Readers decode `_x0041_` to A; the underscore itself is written as `_x005F_`."""

SheetCell = Any
"""openpyxl's cell: its stubs do not know the style object that cells share."""


def escaped(text: str) -> str:
    """Return text as it stands in a workbook's XML, so that readers give back what was meant."""
    return _ESCAPE.sub("_x005F_", text)


def put(cell: SheetCell, value: Cell) -> None:
    """Write a value in its own format; text stays text, whatever it begins with (=, +, -, @, #N/A)."""
    if isinstance(value, str):
        cell.value = escaped(value)
        cell.data_type = "s"
        cell.number_format = TEXT
        cell.quotePrefix = value[:1] in QUOTED  # so that F2 and Enter in Excel do not turn it into a formula
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = MOMENT if isinstance(value, datetime) else DATE  # openpyxl puts its own in place
