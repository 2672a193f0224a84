"""Earlier saves of a document (以前の保存): what a save replaced, kept beside it in a folder of their own.

They lie beside the document and not in the user's own folder, because there the same people may read them as the
document itself, a colleague finds them too, and no copy of a shared list stays behind on one person's computer.
"""

import contextlib
import os
import re
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.safe_file import write_atomically

FOLDER = "（バックアップ）"
MOST_KEPT = 5
_LONGEST_STEM = 60
"""Characters of the document's name that a copy's name begins with; the rest would break the system's limits."""
_TAIL = re.compile(r"（(?:以前の保存|前の版)(\d{4,}) (\d{4})-(\d\d)-(\d\d) (\d\d)時(\d\d)分(\d\d)秒）")


@dataclass(frozen=True, slots=True)
class EarlierSave:
    """What one save replaced. `number` gives the order: it grows even where the clock is put back."""

    path: Path
    number: int
    kept_at: datetime
    """Local time when it was replaced, as the clock then showed; without time zone."""
    size: int
    """In bytes."""


def earlier_saves(document: Path) -> tuple[EarlierSave, ...]:
    """Return the earlier saves of a document, newest first; none where the folder cannot be read."""
    found: list[EarlierSave] = []
    with contextlib.suppress(OSError):
        for path in (document.parent / FOLDER).iterdir():
            save = _earlier_save(path, document)
            if save is not None:
                found.append(save)
    return tuple(sorted(found, key=lambda save: save.number, reverse=True))


def keep_replaced(document: Path, content: bytes, now: datetime) -> bool:
    """Keep what a save is about to replace, and only the newest five; return whether it is kept.

    That no copy can be kept is no reason not to save. A content that the newest copy has already is not kept again.
    """
    try:
        before = earlier_saves(document)
        if before and before[0].size == len(content) and before[0].path.read_bytes() == content:
            return True
        folder = document.parent / FOLDER
        folder.mkdir(exist_ok=True)
        number = before[0].number + 1 if before else 1
        tail = f"（以前の保存{number:04d} {now:%Y-%m-%d %H}時{now:%M}分{now:%S}秒）"
        write_atomically(folder / f"{_stem(document)}{tail}{document.suffix}", content)
        for old in earlier_saves(document)[MOST_KEPT:]:
            old.path.unlink(missing_ok=True)
    except (OSError, UserFacingError):
        return False
    return True


def _earlier_save(path: Path, document: Path) -> EarlierSave | None:
    """Take a file's name apart; None for one that is no earlier save of the document."""
    stem = os.path.normcase(_stem(document))
    if not os.path.normcase(path.name).startswith(stem) or path.suffix.lower() != document.suffix.lower():
        return None
    tail = _TAIL.fullmatch(path.stem[len(_stem(document)) :])
    if tail is None:
        return None
    number, *parts = (int(part) for part in tail.groups())
    try:
        year, month, day, hour, minute, second = parts
        kept_at = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 # as the clock on the wall showed
        return EarlierSave(path, number, kept_at, path.stat().st_size)
    except (OSError, ValueError):
        return None


def _stem(document: Path) -> str:
    stem = document.stem
    if len(stem) <= _LONGEST_STEM:
        return stem
    return f"{stem[:_LONGEST_STEM]}~{zlib.crc32(os.path.normcase(stem).encode()):08x}"
