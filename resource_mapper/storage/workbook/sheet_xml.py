"""Rows of cells as sheet XML, and workbooks saved with them: openpyxl makes an object of every cell, this a string."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.writer.excel import ExcelWriter

from resource_mapper.storage.workbook.cells import escaped
from resource_mapper.storage.workbook.rows import Cell

_ROW = re.compile(rb'<row r="(\d+)"')
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')
_ROWS_AT_ONCE = 500
_SHORT = 40
"""Characters of a text that is likely to come again: a town's list repeats most of its words."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and what it comes to, for programs that only show."""

    text: str
    """Without the equals sign."""
    value: Any = None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number, (column from 1, style, value) for each cell from left to right, and its height in points.

    A height that is not fixed is only a beginning: Excel finds its own once somebody writes into the row.
    """

    number: int
    cells: Iterable[tuple[int, int, "Cell | Formula"]]
    height: float | None = None
    is_fixed: bool = True


class SheetRows:
    """The rows of a sheet from one row on; those above are openpyxl's."""

    def __init__(self, rows: Iterable[SheetRow], first: int = 1) -> None:
        """Take rows in order; they are read once, when the book is saved."""
        self.rows = rows
        self.first = first


def row_xml(row: SheetRow) -> str:
    """Return a row. Text stays text, whatever it begins with; cells without a value keep their style."""
    fixed = ' customHeight="1"' if row.is_fixed else ""
    height = "" if row.height is None else f' ht="{row.height:g}"{fixed}'
    cells = "".join(f'<c r="{_letters(column)}{row.number}"{_tail(style, value)}' for column, style, value in row.cells)
    return f'<row r="{row.number}"{height}>{cells}</row>'


def save_book(book: Workbook, rows: Mapping[str, SheetRows]) -> bytes:
    """Return a book as a file; the sheets named in `rows` get these rows."""
    buffer = BytesIO()
    parts = {f"xl/worksheets/sheet{number}.xml": sheet.title for number, sheet in enumerate(book.worksheets, start=1)}
    with _Archive(buffer, {part: rows[title] for part, title in parts.items() if title in rows}) as archive:
        ExcelWriter(book, archive).save()
    return buffer.getvalue()


class _Archive(ZipFile):
    """A zip file that fills in rows while openpyxl writes its sheets."""

    def __init__(self, buffer: BytesIO, rows: Mapping[str, SheetRows]) -> None:
        super().__init__(buffer, "w", ZIP_DEFLATED)
        self._rows = rows

    def write(self, filename: Any, arcname: Any = None, *args: Any, **options: Any) -> None:  # noqa: ANN401 as its base
        if arcname not in self._rows:
            return super().write(filename, arcname, *args, **options)
        with open(filename, "rb") as file:  # noqa: PTH123 openpyxl gives a plain name
            content = file.read()
        with self.open(arcname, "w", force_zip64=True) as part:
            for piece in _with_rows(content, self._rows[arcname]):
                part.write(piece)
        return None


def _with_rows(content: bytes, rows: SheetRows) -> Iterator[bytes]:
    content = content.replace(b"<sheetData />", b"<sheetData></sheetData>").replace(
        b"<sheetData/>", b"<sheetData></sheetData>"
    )
    end = content.index(b"</sheetData>")
    below = (found.start() for found in _ROW.finditer(content, 0, end) if int(found[1]) >= rows.first)
    yield _DIMENSION.sub(b"", content[: next(below, end)])
    pieces: list[str] = []
    for row in rows.rows:
        pieces.append(row_xml(row))
        if len(pieces) >= _ROWS_AT_ONCE:
            yield "".join(pieces).encode()
            pieces.clear()
    yield "".join(pieces).encode()
    yield content[end:]


def _tail(style: int, value: "Cell | Formula") -> str:
    if isinstance(value, str):
        if not value:
            return f' s="{style}"/>'
        return f' s="{style}" {_repeated(value) if len(value) <= _SHORT else _inline(value)}'
    if value is None:
        return f' s="{style}"/>'
    if isinstance(value, bool):
        return f' s="{style}" t="b"><v>{value:d}</v></c>'
    if isinstance(value, Formula):
        return f' s="{style}"{_formula(value)}'
    if isinstance(value, (date, time, timedelta)):
        value = to_excel(value)  # type: ignore[no-untyped-call]
    return f' s="{style}"><v>{value!r}</v></c>'


def _formula(formula: Formula) -> str:
    text = f"<f>{escape(formula.text)}</f>"
    if isinstance(formula.value, str):
        return f' t="str">{text}<v>{escape(formula.value)}</v></c>'
    if isinstance(formula.value, bool):
        return f' t="b">{text}<v>{formula.value:d}</v></c>'
    return f">{text}</c>" if formula.value is None else f">{text}<v>{formula.value!r}</v></c>"


def _inline(text: str) -> str:
    """Return the rest of a text cell."""
    space = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f't="inlineStr"><is><t{space}>{escape(escaped(text))}</t></is></c>'


_repeated = lru_cache(maxsize=8192)(_inline)


@lru_cache(maxsize=1024)
def _letters(column: int) -> str:
    return get_column_letter(column)
