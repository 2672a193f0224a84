"""An `.xlsx` → worksheet: by heading, never by position; whatever cannot be taken is reported, nothing dropped."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, TypeVar

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.package_guard import check_package
from resource_mapper.storage.workbook.columns import (
    HEADER_SEARCH_ROWS,
    find_header,
    match_columns,
)
from resource_mapper.storage.workbook.concerns_reader import read_concerns
from resource_mapper.storage.workbook.links_reader import read_links, read_version_links
from resource_mapper.storage.workbook.list_reader import ListReader
from resource_mapper.storage.workbook.notes_reader import read_notes
from resource_mapper.storage.workbook.problem import Problem
from resource_mapper.storage.workbook.rows import Rows
from resource_mapper.storage.workbook.schema import (
    CONCERNS_SHEET,
    FORMAT_VERSION,
    LINKS_SHEET,
    LIST_SHEET,
    NOTES_SHEET,
    SETTINGS_SHEET,
    VERSION_LINKS_SHEET,
    VERSIONS_SHEET,
)
from resource_mapper.storage.workbook.settings_reader import WorkbookSettings, read_settings
from resource_mapper.storage.workbook.totals import totals_rows
from resource_mapper.storage.workbook.versions_reader import read_versions
from resource_mapper.storage.zip_parts import Package

MAX_ROWS = 200_000
MAX_COLUMNS = 300
_OPENED, _TAKEN = 0.15, 0.4
"""Shares of the work: when the package is checked, and when the cells are taken (measured with 10,000 rows)."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadWorkbook:
    """A worksheet as read, and what was healed on the way."""

    worksheet: Worksheet
    problems: tuple[Problem, ...]


def read_workbook(data: bytes, name: str, report: Callable[[float], object] = float) -> ReadWorkbook:
    """Read a workbook that this program wrote, also after edits in Excel or LibreOffice.

    Args:
        data: the file.
        name: what it is called in messages.
        report: told the share done (0–1); what it raises ends the work.

    Raises:
        UserFacingError: the file is damaged, no workbook, not one of ours, or of a newer format.
    """
    book = _open(data, name)
    report(_OPENED)
    names = list(book.sheet_names)
    if LIST_SHEET not in names:
        raise _no_list(name)

    def rows(sheet: str) -> Rows:
        with _damage_told(name):
            return _rows(book, sheet, name) if sheet in names else []

    settings = read_settings(rows(SETTINGS_SHEET))
    if (settings.version or 0) > FORMAT_VERSION:
        raise _too_new(name, settings.version or 0)
    with _damage_told(name):
        left_out = totals_rows(Package(data))
    listed = ListReader(LIST_SHEET, settings, left_out, lambda share: report(_TAKEN + (1 - _TAKEN) * share))
    return _read(rows, settings, listed, name)


def _read(rows: Callable[[str], Rows], settings: WorkbookSettings, listed: ListReader, name: str) -> ReadWorkbook:
    problems = _Problems(Problem(SETTINGS_SHEET, row, "値", message) for row, message in settings.problems)
    resources, headings = listed.read(rows(LIST_SHEET), name)
    problems.extend(listed.problems)
    links = problems.apart(read_links(rows(LINKS_SHEET), resources))
    notes = problems.apart(read_notes(rows(NOTES_SHEET), settings.worksheet))
    concerns = problems.apart(read_concerns(rows(CONCERNS_SHEET), resources))
    kept = problems.apart(read_versions(rows(VERSIONS_SHEET), settings))
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
    return ReadWorkbook(worksheet, tuple(problems))


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
