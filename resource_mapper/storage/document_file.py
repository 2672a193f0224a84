"""The document on disk: a worksheet read from and saved to one `.xlsx`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.backups import keep_replaced
from resource_mapper.storage.package_guard import check_package
from resource_mapper.storage.safe_file import digest_of, read_bytes, write_atomically
from resource_mapper.storage.workbook.problem import CarryingError, Problem
from resource_mapper.storage.workbook.reader import read_workbook

Build = Callable[[Worksheet, bytes | None, str], bytes]
"""What makes the workbook's content from a worksheet, the file it replaces and that file's name: `build_workbook`, or
something that lets another process do so."""


class ChangedOnDiskError(UserFacingError):
    """Somebody else saved the file since it was opened; `digest` is that of what is there now."""

    def __init__(self, message: str, digest: str) -> None:
        """Remember what is there now, so that the user can decide to replace just that."""
        super().__init__(message)
        self.digest = digest


class NotCarriedError(UserFacingError):
    """What the user made in a workbook cannot be carried over; nothing has been written."""


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A worksheet, what was healed on reading, and the hash by which a change from outside is noticed."""

    worksheet: Worksheet
    problems: tuple[Problem, ...]
    digest: str


def open_document(path: Path, report: Callable[[float], object] = float) -> OpenedDocument:
    """Read a workbook; `report` is told the share done (0–1), and what it raises ends the work.

    Raises:
        UserFacingError: it cannot be read, or is not one of ours.
    """
    data = read_bytes(path)
    found = read_workbook(data, path.name, report)
    return OpenedDocument(found.worksheet, found.problems, digest_of(data))


def save_document(
    worksheet: Worksheet,
    path: Path,
    known_digest: str | None = None,
    build: Build | None = None,
    before_replacing: Callable[[bytes | None, str], object] | None = None,
) -> str:
    """Save a worksheet, carrying over the user's own sheets of the file it replaces; return the new hash.

    Args:
        worksheet: what to save.
        path: where to.
        known_digest: the file's hash as last read or saved; None to overwrite whatever is there.
        build: makes the content; `build_workbook` in this process if left out.
        before_replacing: called with the old content and the new hash when all is safely on disk, just before the move.

    Raises:
        ChangedOnDiskError: the file is not the one last read or saved. It is left alone.
        UserFacingError: it could not be written. The old file is as it was.
    """
    old = _content(path)
    if known_digest is not None:
        _refuse_other(old, known_digest, path)
    data = (build or build_workbook)(worksheet, old if known_digest else None, path.name)

    def settle() -> None:
        if known_digest is not None:  # making the content takes a while, and somebody else may have been quicker
            _refuse_other(_content(path), known_digest, path)
        if before_replacing is not None:
            before_replacing(old, digest_of(data))

    write_atomically(path, data, settle)
    return digest_of(data)


def save_and_keep(
    worksheet: Worksheet, path: Path, *, source: Path | None = None, known_digest: str | None = None
) -> bool:
    """Save without anybody to ask; what is replaced is kept as an earlier version. Return whether it could be.

    Args:
        worksheet: what to save.
        path: where to.
        source: the workbook that it comes from, whose own sheets come along; none for a new one.
        known_digest: as for `save_document`.

    Raises:
        UserFacingError: as for `save_document`.
    """
    origin = read_bytes(source) if source is not None else None
    kept = True

    def build(worksheet: Worksheet, _replaced: bytes | None, name: str) -> bytes:
        return build_workbook(worksheet, origin, name)

    def keep(old: bytes | None, _digest: str) -> None:
        nonlocal kept
        kept = old is None or keep_replaced(path, old, datetime.now().astimezone())

    save_document(worksheet, path, known_digest, build, keep)
    return kept


def build_workbook(worksheet: Worksheet, old: bytes | None, name: str) -> bytes:
    """Return the content of the workbook; touches no file, so that any process may do it.

    Args:
        worksheet: what to write.
        old: the file that it comes from; what the user made in it is carried over.
        name: of the file to write, for messages.

    Raises:
        NotCarriedError: what the user made cannot be carried over.
    """
    from resource_mapper.storage.workbook.writer import write_workbook  # openpyxl takes half a second: not to open

    if old is not None:
        check_package(old, name)
    try:
        return write_workbook(worksheet, old)
    except CarryingError as error:
        raise NotCarriedError(
            f"「{name}」にExcelで加えられたものを引き継げないため、まだ保存していません。元のファイルはそのままです。"
            "別の名前で保存してください。"
        ) from error


def _content(path: Path) -> bytes | None:
    return read_bytes(path) if path.is_file() else None


def _refuse_other(content: bytes | None, known_digest: str, path: Path) -> None:
    if content is not None and digest_of(content) != known_digest:
        raise ChangedOnDiskError(
            f"「{path.name}」は、開いたあとにほかの人が書き換えています。まだ保存していません。", digest_of(content)
        )
