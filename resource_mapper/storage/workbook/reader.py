"""An `.xlsx` → worksheet: by heading, never by position; whatever cannot be taken is reported, nothing dropped."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any, TypeVar

from resource_mapper.domain.dates import parse_date
from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.resource import FIRST_YEAR, Resource, new_id
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.version import Version
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.package_guard import check_package
from resource_mapper.storage.workbook.columns import (
    HEADER_SEARCH_ROWS,
    Columns,
    find_header,
    match_columns,
    nameless_columns,
)
from resource_mapper.storage.workbook.concerns_reader import read_concerns
from resource_mapper.storage.workbook.links_reader import read_links, read_version_links
from resource_mapper.storage.workbook.made_sheets import has_signs
from resource_mapper.storage.workbook.notes_reader import read_notes
from resource_mapper.storage.workbook.problem import Problem
from resource_mapper.storage.workbook.row_reader import RowReader
from resource_mapper.storage.workbook.rows import Cell, cell_text
from resource_mapper.storage.workbook.schema import (
    CONCERNS_SHEET,
    FORMAT_VERSION,
    ID,
    LINKS_SHEET,
    LIST_SHEET,
    NOTES_SHEET,
    OWN_SHEETS,
    SETTINGS_SHEET,
    SHEET_SIGNS,
    VERSION_DATE,
    VERSION_LINKS_SHEET,
    VERSION_NAME,
    VERSIONS_SHEET,
)
from resource_mapper.storage.workbook.settings_reader import WorkbookSettings, read_settings
from resource_mapper.storage.workbook.totals import totals_rows
from resource_mapper.storage.zip_parts import Package

MAX_ROWS = 200_000
MAX_COLUMNS = 300
_EMPTY_STATUS_MEANS_NOTHING = 2
"""Format version from which on an empty 状況 is no default (see `schema`)."""

Rows = Sequence[Sequence[Cell]]
T = TypeVar("T")


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
    book = _open(data, name)
    names = list(book.sheet_names)
    if LIST_SHEET not in names:
        raise _no_list(name)

    @cache
    def rows(sheet: str) -> Rows:
        with _damage_told(name):
            return _rows(book, sheet, name) if sheet in names else []

    settings = read_settings(rows(SETTINGS_SHEET))
    if (settings.version or 0) > FORMAT_VERSION:
        raise _too_new(name, settings.version or 0)
    problems = _Problems(Problem(SETTINGS_SHEET, row, "値", message) for row, message in settings.problems)
    with _damage_told(name):
        listed = _ListReader(LIST_SHEET, settings, totals_rows(Package(data)))
    resources, headings = listed.read(rows(LIST_SHEET), name)
    problems.extend(listed.problems)
    links = problems.apart(read_links(rows(LINKS_SHEET), resources))
    notes = problems.apart(read_notes(rows(NOTES_SHEET), settings.worksheet))
    concerns = problems.apart(read_concerns(rows(CONCERNS_SHEET), resources))
    kept = problems.apart(_read_versions(rows(VERSIONS_SHEET), settings))
    versions = problems.apart(read_version_links(rows(VERSION_LINKS_SHEET), kept))
    worksheet = replace(
        settings.worksheet,
        resources=resources,
        extra_headings=headings,
        links=links,
        notes=notes,
        versions=versions,
        concerns=concerns,
    )
    return ReadWorkbook(worksheet, tuple(problems), tuple(each for each in names if not _is_ours(each, rows)))


class _Problems(list[Problem]):
    """What was healed on the way."""

    def apart(self, found: tuple[T, Iterable[Problem]]) -> T:
        """Take note of what was healed; return what was read."""
        read, healed = found
        self.extend(healed)
        return read


def _no_list(name: str) -> UserFacingError:
    return UserFacingError(
        f"「{name}」には「{LIST_SHEET}」のシートがないため、ワークシートとして開けません。ファイルは変更していません。"
        "ほかの一覧を使うときは「取り込む」をお使いください。"
    )


def _too_new(name: str, version: int) -> UserFacingError:
    return UserFacingError(
        f"「{name}」は、新しい版のソフトで作られています（形式の版 {version}）。"
        "ファイルは変更していません。ソフトを新しくしてから、もう一度お試しください。"
    )


def _is_ours(sheet: str, rows: Callable[[str], Rows]) -> bool:
    signs = SHEET_SIGNS.get(sheet, ())
    return sheet in OWN_SHEETS and (not signs or has_signs(signs, map(cell_text, next(iter(rows(sheet)), ()))))


def sheet_names(data: bytes, name: str) -> list[str]:
    """Return the names of a workbook's sheets.

    Raises:
        UserFacingError: the file is damaged or no workbook.
    """
    return list(_open(data, name).sheet_names)


def own_columns(data: bytes, name: str) -> tuple[int, dict[int, str]]:
    """Return the row of the headings of 資源一覧 (from 1), and position (from 0) → label of the program's columns.

    Raises:
        UserFacingError: the file is damaged or no workbook.
    """
    book = _open(data, name)
    with _damage_told(name):
        rows = book.get_sheet_by_name(LIST_SHEET).to_python(skip_empty_area=False, nrows=HEADER_SEARCH_ROWS)
    header = find_header(rows)
    return (0, {}) if header is None else (header + 1, match_columns(rows[header]).own)


def damaged(name: str) -> UserFacingError:
    """Return the message for a workbook whose parts cannot be read."""
    return UserFacingError(
        f"「{clean_line(name)}」は壊れているため読み込めません。ファイルは変更していません。"
        "Excelで開けるときは、開いて保存し直してください。開けないときは、バックアップをお使いください。"
    )


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """Tell of damage in plain words: the fast reader's exceptions have no common base, its panics are none at all."""
    try:
        yield
    except (UserFacingError, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:
        raise damaged(name) from error


def _open(data: bytes, name: str) -> Any:  # noqa: ANN401 calamine's workbook type is private to its module
    from python_calamine import CalamineWorkbook  # a compiled module: loaded only when a file is read

    check_package(data, name)
    with _damage_told(name):
        return CalamineWorkbook.from_filelike(BytesIO(data))


def _rows(book: Any, sheet: str, name: str) -> Rows:  # noqa: ANN401 see `_open`
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False, nrows=MAX_ROWS + 1)
    if len(rows) > MAX_ROWS:
        raise UserFacingError(
            f"「{name}」の「{sheet}」は行が多すぎるため開けません（{MAX_ROWS:,}行まで）。ファイルは変更していません。"
            "地区ごとなどに分けると、開けるようになります。"
        )
    return [row[:MAX_COLUMNS] for row in rows] if rows and len(rows[0]) > MAX_COLUMNS else rows


class _ListReader:
    """Reads the rows of a sheet like 資源一覧."""

    def __init__(self, sheet: str, settings: WorkbookSettings, left_out: frozenset[int] = frozenset()) -> None:
        self._sheet = sheet
        self._left_out = left_out
        self._worksheet = settings.worksheet
        self._version = FORMAT_VERSION if settings.version is None else settings.version
        self._always_defaults = settings.version is None or settings.version < _EMPTY_STATUS_MEANS_NOTHING
        self.problems: list[Problem] = []

    def read(self, rows: Rows, name: str) -> tuple[tuple[Resource, ...], tuple[str, ...]]:
        """Return the resources and the headings of the user's columns."""
        header = find_header(rows)
        if header is None:
            raise UserFacingError(
                f"「{name}」の「{self._sheet}」に「名称」の見出しが見つかりません。ファイルは変更していません。"
                "見出しの行を元に戻してから、もう一度お試しください。"
            )
        columns = self.columns(rows, header)
        return tuple(self.resources(rows, columns, range(header + 1, len(rows)))), tuple(columns.extra.values())

    def columns(self, rows: Rows, header: int, others: Sequence[int] = ()) -> Columns:
        """Return the columns, without `others` (positions); headings that are missing or doubled are told."""
        titles = ["" if index in others else cell for index, cell in enumerate(rows[header])]
        filled = {index for index, cell in enumerate(titles) if cell in ("", None)} - {*others}
        filled = {index for index in filled if any(row[index] not in ("", None) for row in rows[header + 1 :])}
        nameless = [index for index in nameless_columns(titles, filled) if index not in others]
        columns = match_columns(titles, nameless, self._version)
        for label in columns.doubled:
            self._report(header + 1, label, "同じ見出しの列が2つあるので、左の列を使いました")
        for index in sorted(filled):
            self._report(
                header + 1, columns.extra[index], f"見出しのない列（左から{index + 1}番目）に見出しを付けました"
            )
        return columns

    def resources(self, rows: Rows, columns: Columns, numbers: Sequence[int]) -> Iterator[Resource]:
        """Yield the resources of some rows (numbers from 0)."""
        reader = RowReader(self._worksheet, columns)
        id_column = next((index for index, label in columns.own.items() if label == ID), None)
        used = [*columns.own, *columns.extra]
        ids: set[str] = set()
        for number in numbers:
            row = rows[number]
            if number + 1 in self._left_out or not any(row[index] not in ("", None) for index in used):
                continue
            wanted = "" if id_column is None else clean_line(cell_text(row[id_column]))
            if wanted in ids:
                self._report(number + 1, ID, "同じIDの行があるので、新しいIDを付けました（行のコピーとして扱います）")
            identity = new_id() if not wanted or wanted in ids else wanted
            ids.add(identity)
            resource, problems = reader.read(row, identity, with_defaults=self._always_defaults or not wanted)
            for problem in problems:
                self._report(number + 1, problem.column, problem.message)
            yield resource

    def _report(self, row: int, column: str, message: str) -> None:
        self.problems.append(Problem(self._sheet, row, column, message))


def _read_versions(rows: Rows, settings: WorkbookSettings) -> tuple[tuple[Version, ...], tuple[Problem, ...]]:
    """Return the named versions: rows that follow each other under one name."""
    reader = _ListReader(VERSIONS_SHEET, settings)
    labels = [clean_line(cell_text(cell)) for cell in rows[0]] if rows else []
    if VERSION_NAME not in labels or VERSION_DATE not in labels:
        return (), ()
    places = labels.index(VERSION_NAME), labels.index(VERSION_DATE)
    columns = reader.columns(rows, 0, places)
    groups: dict[str, list[int]] = {}
    days: dict[str, date] = {}
    for number, row in enumerate(rows[1:], start=1):
        name, day = clean_line(cell_text(row[places[0]])), _day(row[places[1]])
        if name and (day or name in days):
            groups.setdefault(name, []).append(number)
            days.setdefault(name, day or date.max)
        elif any(cell not in ("", None) for cell in row):
            message = "版の名前か日付がないので、使いませんでした"
            reader.problems.append(Problem(VERSIONS_SHEET, number + 1, VERSION_NAME, message))
    versions = [
        Version(name, days[name], tuple(reader.resources(rows, columns, numbers))) for name, numbers in groups.items()
    ]
    return tuple(versions), tuple(reader.problems)


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        cell = cell.date()
    day = cell if isinstance(cell, date) else parse_date(cell_text(cell))
    return day if day is not None and day.year >= FIRST_YEAR else None
