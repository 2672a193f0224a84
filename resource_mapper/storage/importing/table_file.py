"""Any `.csv`, `.xlsx` or `.zip` of them → tables of text. What cannot be read says so, in plain words."""

from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from zipfile import ZipInfo

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.importing.csv_text import (
    UnreadableTextError,
    decode_text,
    find_encoding,
    find_separator,
    parse_rows,
)
from resource_mapper.storage.importing.excel_tables import excel_tables
from resource_mapper.storage.importing.table import Table, make_table
from resource_mapper.storage.package_guard import Content, check_package, is_workbook, refusal, sniff
from resource_mapper.storage.safe_file import read_bytes
from resource_mapper.storage.zip_parts import (
    DamagedZipError,
    LockedZipError,
    OversizedZipError,
    part_name,
    read_part,
    zip_parts,
)

__all__ = ["Reading", "Table", "read_tables", "tables_of_text"]

MAX_TEXT_BYTES = 100_000_000
MAX_LISTS_IN_ZIP = 100

_EXCEL_ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb")
_LIST_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")

_NOT_TEXT = (
    "文字の表（CSV）として読み込めません。ファイルは変更していません。"
    "Excelで開けるときは、「Excel ブック（.xlsx）」で保存してから、もう一度お試しください。"
)
_NO_CLIPBOARD_TABLE = "コピーした内容を表として読み込めません。表の範囲を選び直してコピーしてください。"
_TOO_LARGE = (
    "大きすぎるため読み込めません。ファイルは変更していません。"
    "必要な行だけを別のファイルに保存してから、もう一度お試しください。"
)
_ZIP_DAMAGED = (
    "壊れているか、途中で切れているため開けません。ファイルは変更していません。"
    "元のファイルをもう一度コピーするか、送り直してもらってください。"
)
_ZIP_LOCKED = (
    "パスワードがかかっているため開けません。ファイルは変更していません。"
    "中のファイルを取り出してから、もう一度お試しください。"
)
_ZIP_OVERSIZED = (
    "中身が異常に大きくふくらむ作りになっているため、安全のため開きませんでした。ファイルは変更していません。"
    "心当たりがあるときは、中のファイルを取り出してから、もう一度お試しください。"
)
_ZIP_EMPTY = (
    "中に一覧のファイル（CSVやExcelブック）が見つかりません。ファイルは変更していません。"
    "ZIPの中のZIPやフォルダーは、取り出してから、もう一度お試しください。"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read separated text; what is empty is found out."""

    encoding: str = ""
    separator: str = ""


def read_tables(path: Path, reading: Reading | None = None) -> list[Table]:
    """Return the tables of a file: one for separated text, one per sheet of a workbook, all of them for a zip.

    Raises:
        UserFacingError: the file is not there, cannot be read, or holds no tables.
    """
    data = read_bytes(path)
    reading = reading or Reading()
    if path.suffix.lower() == ".zip" and sniff(data) is Content.ZIP and not is_workbook(data):
        return _archive_tables(data, path.name, reading)
    return _tables(data, path.name, reading)


def tables_of_text(text: str, name: str, separator: str = "") -> list[Table]:
    """Return the one table that text from the clipboard holds.

    Raises:
        UserFacingError: it is no table.
    """
    try:
        return [_table(text.replace("\r\n", "\n").replace("\r", "\n"), name, Reading("", separator))]
    except UnreadableTextError as error:
        raise UserFacingError(_NO_CLIPBOARD_TABLE) from error


def _tables(data: bytes, name: str, reading: Reading) -> list[Table]:
    content = sniff(data)
    if content is Content.ZIP:
        return excel_tables(data, name)
    if name.lower().endswith(_EXCEL_ENDINGS):
        check_package(data, name)
    if content in (Content.TEXT, Content.UNKNOWN):  # a stray control character makes no text binary
        return [_text_table(data, name, reading)]
    raise refusal(name, content)


def _text_table(data: bytes, name: str, reading: Reading) -> Table:
    if len(data) > MAX_TEXT_BYTES:
        raise refusal(name, _TOO_LARGE)
    encoding = reading.encoding or find_encoding(data)
    try:
        text, unreadable = decode_text(data, reading.encoding)
        notes = (f"読めない文字が{unreadable}か所あり、「\ufffd」になっています。",) if unreadable else ()
        table = _table(text, name, reading)
    except UnreadableTextError as error:
        raise refusal(name, _NOT_TEXT) from error
    return replace(table, encoding=encoding, notes=(*notes, *table.notes))


def _table(text: str, name: str, reading: Reading) -> Table:
    separator = reading.separator or find_separator(text)
    return replace(make_table(name, parse_rows(text, separator)), separator=separator)


def _archive_tables(data: bytes, name: str, reading: Reading) -> list[Table]:
    """Return the tables of all lists in a zip; one that cannot be read is told in a note, unless it is the only one."""
    lists, nested = _archive_parts(data, name)
    tables: list[Table] = []
    refusals = [UserFacingError(f"ZIPの中のZIP「{inner}」は読み込んでいません。") for inner in nested]
    for inner, part in lists:
        try:
            tables.extend(_inner_tables(read_part(data, part), PurePosixPath(inner).name, reading))
        except DamagedZipError:
            refusals.append(refusal(inner, _ZIP_DAMAGED))
        except UserFacingError as error:
            refusals.append(error)
    if not tables:
        raise refusals[-1] if refusals else refusal(name, _ZIP_EMPTY)
    return [replace(tables[0], notes=(*tables[0].notes, *map(str, refusals))), *tables[1:]]


def _archive_parts(data: bytes, name: str) -> tuple[list[tuple[str, ZipInfo]], list[str]]:
    """Return the lists in a zip, and the names of zips within it."""
    try:
        parts = [(part_name(part), part) for part in zip_parts(data)]
    except DamagedZipError as error:
        raise refusal(name, _ZIP_DAMAGED) from error
    except LockedZipError as error:
        raise refusal(name, _ZIP_LOCKED) from error
    except OversizedZipError as error:
        raise refusal(name, _ZIP_OVERSIZED) from error
    lists = [(inner, part) for inner, part in parts if _is_list(inner)]
    nested = [PurePosixPath(inner).name for inner, _ in parts if inner.lower().endswith(".zip")]
    if not lists:
        raise refusal(name, _ZIP_EMPTY)
    if len(lists) > MAX_LISTS_IN_ZIP:
        raise refusal(name, _ZIP_OVERSIZED)
    return lists, nested


def _is_list(inner: str) -> bool:
    lower = inner.lower()
    hidden = lower.startswith("__macosx/") or PurePosixPath(lower).name.startswith((".", "~$"))
    return lower.endswith(_LIST_ENDINGS) and not hidden


def _inner_tables(data: bytes, name: str, reading: Reading) -> list[Table]:
    tables = _tables(data, name, reading)
    if name.lower().endswith(_EXCEL_ENDINGS):
        return [replace(table, name=f"{name} {table.name}") for table in tables]
    return tables
