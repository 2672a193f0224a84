"""An `.xlsx` → worksheet: by heading, never by position; whatever cannot be taken is reported, nothing dropped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.resource import Resource, new_id
from resource_mapper.domain.text import clean_line, fold
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.package_guard import check_package
from resource_mapper.storage.workbook.rows import Cell, cell_text, read_resource
from resource_mapper.storage.workbook.schema import (
    COLUMN_BY_KEY,
    FORMAT_VERSION,
    ID,
    LIST_SHEET,
    OWN_SHEETS,
    SETTINGS_SHEET,
)
from resource_mapper.storage.workbook.settings_sheet import read_settings

HEADER_SEARCH_ROWS = 20
"""The heading may have moved down: somebody may put a title above the list."""
MAX_ROWS = 100_000
MAX_COLUMNS = 300


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a workbook worth a look: sheet, row (from 1, 0 for the whole sheet), column label, message."""

    sheet: str
    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class ReadWorkbook:
    """A worksheet as read, what was healed on the way, and the names of the user's own sheets."""

    worksheet: Worksheet
    problems: tuple[Problem, ...]
    foreign_sheets: tuple[str, ...]


def read_workbook(data: bytes, name: str) -> ReadWorkbook:
    """Read a workbook that this program wrote, also after edits in Excel or LibreOffice.

    Raises:
        UserFacingError: the file is damaged, no workbook, not one of ours, or of a newer format.
    """
    check_package(data, name)
    book = _open(data, name)
    names = list(book.sheet_names)
    if LIST_SHEET not in names:
        raise UserFacingError(
            f"「{name}」には「{LIST_SHEET}」のシートがないため、ワークシートとして開けません。ファイルは変更していません。"
            "ほかの一覧を使うときは「取り込む」をお使いください。"
        )
    settings = read_settings(_rows(book, SETTINGS_SHEET) if SETTINGS_SHEET in names else [])
    if (settings.version or 0) > FORMAT_VERSION:
        raise UserFacingError(
            f"「{name}」は、新しい版のソフトで作られています（形式の版 {settings.version}）。"
            "ファイルは変更していません。ソフトを新しくしてから、もう一度お試しください。"
        )
    worksheet, problems = _ListReader(settings.worksheet, name).read(_rows(book, LIST_SHEET))
    healed = [Problem(SETTINGS_SHEET, row, "値", message) for row, message in settings.problems]
    foreign = tuple(sheet for sheet in names if sheet not in OWN_SHEETS)
    return ReadWorkbook(worksheet, (*healed, *problems), foreign)


def _open(data: bytes, name: str) -> Any:  # noqa: ANN401 calamine's workbook type is private to its module
    from python_calamine import CalamineWorkbook  # a compiled module: loaded only when a file is read

    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except Exception as error:  # the reader's own exceptions have no common base
        raise damaged(name) from error


def damaged(name: str) -> UserFacingError:
    """Return the message for a workbook whose parts cannot be read."""
    return UserFacingError(
        f"「{name}」は壊れているため読み込めません。ファイルは変更していません。"
        "Excelで開けるときは、開いて保存し直してください。開けないときは、バックアップをお使いください。"
    )


def _rows(book: Any, sheet: str) -> list[list[Cell]]:  # noqa: ANN401 see `_open`
    try:
        found = book.get_sheet_by_name(sheet)
        rows = found.to_python(skip_empty_area=False, nrows=MAX_ROWS)
    except Exception as error:  # see `_open`
        raise damaged(sheet) from error
    return [row[:MAX_COLUMNS] for row in rows]


class _ListReader:
    """Reads 資源一覧."""

    def __init__(self, worksheet: Worksheet, name: str) -> None:
        self._worksheet = worksheet
        self._name = name
        self._problems: list[Problem] = []
        self._ids: set[str] = set()

    def read(self, rows: Sequence[Sequence[Cell]]) -> tuple[Worksheet, tuple[Problem, ...]]:
        header = self._find_header(rows)
        own, extra = self._columns(rows[header], header + 1)
        resources = []
        for number, row in enumerate(rows[header + 1 :], start=header + 2):
            if any(cell not in (None, "") for cell in row):
                resources.append(self._resource(number, row, own, extra))
        headings = tuple(extra.values())
        worksheet = replace(self._worksheet, resources=tuple(resources), extra_headings=headings)
        return worksheet, tuple(self._problems)

    def _find_header(self, rows: Sequence[Sequence[Cell]]) -> int:
        for index, row in enumerate(rows[:HEADER_SEARCH_ROWS]):
            keys = {fold(cell_text(cell)) for cell in row}
            if fold("名称") in keys and len(keys & COLUMN_BY_KEY.keys()) >= 2:
                return index
        raise UserFacingError(
            f"「{self._name}」の「{LIST_SHEET}」に「名称」の見出しが見つかりません。ファイルは変更していません。"
            "見出しの行を元に戻してから、もう一度お試しください。"
        )

    def _columns(self, header: Sequence[Cell], number: int) -> tuple[dict[int, str], dict[int, str]]:
        """Return the program's columns and the user's, by position."""
        own: dict[int, str] = {}
        extra: dict[int, str] = {}
        for index, cell in enumerate(header):
            label = clean_line(cell_text(cell))
            column = COLUMN_BY_KEY.get(fold(label))
            if column is not None and column.label not in own.values():
                own[index] = column.label
            elif label:
                extra[index] = _unique(label, {*extra.values(), *own.values()})
                if column is not None:
                    self._report(number, label, "同じ見出しの列が2つあるので、左の列を使いました")
        return own, extra

    def _resource(self, number: int, row: Sequence[Cell], own: dict[int, str], extra: dict[int, str]) -> Resource:
        cells = {label: row[index] for index, label in own.items() if index < len(row)}
        extras = {label: row[index] for index, label in extra.items() if index < len(row)}
        resource, problems = read_resource(cells, extras, self._take_id(number, cells.get(ID)), self._worksheet)
        for problem in problems:
            self._report(number, problem.column, problem.message)
        return resource

    def _take_id(self, number: int, cell: Cell) -> str:
        """Return the row's ID; a row without one (added in Excel) and a copied row get a fresh one."""
        wanted = clean_line(cell_text(cell))
        if wanted in self._ids:
            self._report(number, ID, "同じIDの行があるので、新しいIDを付けました（行の写しとして扱います）")
        if not wanted or wanted in self._ids:
            wanted = new_id()
        self._ids.add(wanted)
        return wanted

    def _report(self, row: int, column: str, message: str) -> None:
        self._problems.append(Problem(LIST_SHEET, row, column, message))


def _unique(label: str, taken: set[str]) -> str:
    number = 2
    unique = label
    while unique in taken:
        unique = f"{label} ({number})"
        number += 1
    return unique
