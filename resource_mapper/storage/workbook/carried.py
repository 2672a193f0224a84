"""The workbook that is about to be saved over: what the user made in it is carried over."""

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count, islice

from openpyxl import Workbook, load_workbook

from resource_mapper.storage.workbook.made_sheets import made_sheets
from resource_mapper.storage.workbook.problem import CarryingError
from resource_mapper.storage.workbook.schema import LIST_SHEET, MADE_SHEETS
from resource_mapper.storage.workbook.sheet_parts import sheet_parts
from resource_mapper.storage.zip_parts import Package

_ROW = re.compile(rb"<row[\s>]")
_STYLED = re.compile(rb'<c r="([A-Z]+)\d+" s="(\d+)"')
_ROW_HEIGHT = re.compile(rb'<row [^>]*customHeight="1"')
_KEPT_ROWS = 25
"""Rows of the list that are looked at when all rows look alike: titles, headings, the first resource."""

_KEPT_EMPTY_ROWS = 1_000
"""Rows below the last cell that holds something whose looks are kept."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A loaded workbook without the sheets that are made anew."""

    book: Workbook
    with_rows: bool
    """Whether all rows of 資源一覧 were loaded, or only the first ones."""
    order: tuple[str, ...]
    """All sheets, as they stood."""
    hidden: tuple[str, ...]
    """Those of the sheets made anew that the user had hidden."""


def load_carried(data: bytes, *, has_own_columns: bool) -> Carried:
    """Load a workbook of ours that is about to be saved over.

    Rows are loaded only where they hold something of the user's: openpyxl takes seconds for 10,000 of them.
    The bytes have passed the guard when they were opened.

    Args:
        data: the workbook as it is on disk.
        has_own_columns: whether the user added columns to the list.

    Raises:
        CarryingError: openpyxl cannot read it, or it has no 資源一覧.
    """
    package = Package(data)
    sheets = sheet_parts(package)
    if LIST_SHEET not in sheets:
        raise CarryingError
    listed = sheets[LIST_SHEET]
    has_relations = listed.replace("sheets/", "sheets/_rels/") + ".rels" in package
    with_rows = has_own_columns or has_relations or _is_dressed(package.content(listed))
    made = made_sheets(package)
    shortened = {sheets[name]: 0 for name in made}
    if not with_rows:
        shortened[listed] = _KEPT_ROWS
    buffer = _light(package, sheets, shortened)
    try:
        book = load_workbook(buffer, rich_text=True)
    except Exception as error:  # openpyxl's own exceptions have no common base
        raise CarryingError from error
    for name in set(MADE_SHEETS).intersection(book.sheetnames) - {*made}:
        _rename(book, name, _name_beside(name, book.sheetnames))
    order = tuple(book.sheetnames)
    hidden = tuple(name for name in made if book[name].sheet_state != "visible")
    for name in made:
        del book[name]
    return Carried(book, with_rows, order, hidden)


def _light(package: Package, sheets: Mapping[str, str], shortened: Mapping[str, int]) -> BytesIO:
    """Return the workbook with fewer rows: of some sheets as many as given, of the others none at an empty end."""

    def pieces(name: str) -> Iterable[bytes]:
        if name in shortened:
            return [_shortened(package.content(name), shortened[name])]
        return [_without_empty_end(package.content(name))] if name in sheets.values() else package.pieces(name)

    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as light:
        for name in package.names:
            with light.open(name, "w", force_zip64=True) as target:
                target.writelines(pieces(name))
    buffer.seek(0)
    return buffer


def _name_beside(name: str, taken: Sequence[str]) -> str:
    """Return the name that a sheet of the user's gets where the program needs its own."""
    names = (f"{name}（元のシート{number}）" for number in count(2))
    return next(each for each in (f"{name}（元のシート）", *islice(names, len(taken))) if each not in taken)


def _rename(book: Workbook, name: str, new_name: str) -> None:
    """Call a sheet of the user's otherwise, also in the formulas that refer to it."""
    book[name].title = new_name
    reference = re.compile(rf"(?<![\w'])(?:'{re.escape(name)}'|{re.escape(name)})!")
    for sheet in book.worksheets:
        for cell in sheet._cells.values():  # `iter_rows` would make cells of every place
            if cell.data_type == "f" and isinstance(cell.value, str):
                cell.value = reference.sub(f"'{new_name}'!", cell.value)


def _is_dressed(content: bytes) -> bool:
    """Whether single cells or rows of the list look different from the others of their column."""
    rows = [found.start() for found, _ in zip(_ROW.finditer(content), range(_KEPT_ROWS), strict=False)]
    styles: dict[bytes, set[bytes]] = {}
    body = content[rows[1] :] if len(rows) > 1 else b""
    for letters, number in set(_STYLED.findall(body)):
        styles.setdefault(letters, set()).add(number)
    return any(len(numbers) > _USUAL_STYLES for numbers in styles.values()) or bool(_ROW_HEIGHT.search(body))


_USUAL_STYLES = 2
"""Of a column: that of its cells, and the same with the hidden apostrophe."""


def _without_empty_end(content: bytes) -> bytes:
    """Return a sheet without the rows far below its last cell: by mistake, a million of them are formatted."""
    end = content.find(b"</sheetData>")
    last = max(content.rfind(mark, 0, max(end, 0)) for mark in (b"<v", b"<is", b"<f", b"<sheetData"))
    starts = (found.start() for found in _ROW.finditer(content, max(last, 0), max(end, 0)))
    cut = next(islice(starts, _KEPT_EMPTY_ROWS, None), None)
    return content if cut is None else content[:cut] + content[end:]


def _shortened(content: bytes, rows: int) -> bytes:
    """Return a sheet with its first rows only."""
    end = content.find(b"</sheetData>")
    starts = [found.start() for found in _ROW.finditer(content, 0, max(end, 0))]
    return content if end < 0 or len(starts) <= rows else content[: starts[rows]] + content[end:]
