"""The document on disk: a worksheet read from and saved to one `.xlsx`."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.safe_file import read_bytes, write_atomically
from resource_mapper.storage.workbook.reader import Problem, read_workbook
from resource_mapper.storage.workbook.writer import write_workbook

SUFFIX = ".xlsx"


class ChangedOnDiskError(UserFacingError):
    """Somebody else saved the file since it was opened."""


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A worksheet, what was healed on reading, and the hash by which a change from outside is noticed."""

    worksheet: Worksheet
    problems: tuple[Problem, ...]
    digest: str


def open_document(path: Path) -> OpenedDocument:
    """Read a workbook.

    Raises:
        UserFacingError: it cannot be read, or is not one of ours.
    """
    data = read_bytes(path)
    found = read_workbook(data, path.name)
    return OpenedDocument(found.worksheet, found.problems, _digest(data))


def save_document(worksheet: Worksheet, path: Path, known_digest: str | None = None) -> str:
    """Save a worksheet, carrying over the user's own sheets of the file it replaces; return the new hash.

    Args:
        worksheet: what to save.
        path: where to.
        known_digest: the file's hash as last read or saved; None to overwrite whatever is there.

    Raises:
        ChangedOnDiskError: the file is not the one last read or saved. It is left alone.
        UserFacingError: it could not be written. The old file is as it was.
    """
    old = read_bytes(path) if path.is_file() else None
    if old is not None and known_digest is not None and _digest(old) != known_digest:
        raise ChangedOnDiskError(
            f"「{path.name}」は、開いたあとにほかの人が書き換えています。まだ保存していません。"
            "別の名前で保存すると、両方が残ります。"
        )
    data = write_workbook(worksheet, _with_foreign_sheets(old, path.name) if known_digest else None)
    write_atomically(path, data)
    return _digest(data)


def _with_foreign_sheets(data: bytes | None, name: str) -> bytes | None:
    """Return the old workbook if it holds sheets of the user's."""
    return data if data is not None and read_workbook(data, name).foreign_sheets else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
