"""Unsaved work (保存されていない作業), kept in the user's own folder until it is saved or given up.

Each running program has one file and a lock on it. A file without a lock belongs to a program that ended before its
work was safe; the next start offers it. The first line is about the file, the others are the worksheet.
"""

import contextlib
import json
import os
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.file_lock import FileLock
from resource_mapper.storage.json_text import parse_json
from resource_mapper.storage.safe_file import digest_of, read_bytes, write_atomically
from resource_mapper.storage.worksheet_text import WorksheetWriter, read_worksheet

FORMAT = 1
_AT_ONCE = 1_000
_SUFFIX, _DAMAGED, _SAVING = ".recovery", ".damaged", ".saving"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where unsaved work belongs to: its file and that file's hash as last read or saved; both None if untitled."""

    path: Path | None = None
    digest: str | None = None


def _pieces(lines: Sequence[str]) -> Iterator[bytes]:
    """Yield lines as bytes, so many at a time: a call for all of them would hold the window up."""
    for first in range(0, len(lines), _AT_ONCE):
        yield ("\n" * bool(first) + "\n".join(lines[first : first + _AT_ONCE])).encode()


class RecoverySlot:
    """The place of one running program. `write` is not for several threads at once."""

    def __init__(self, folder: Path, session: str) -> None:
        """Use a file of one's own in a folder; nothing is written before `write`."""
        self._folder = folder
        self.file = folder / f"{session}{_SUFFIX}"
        self._lock: FileLock | None = None
        self._holding = threading.Lock()
        self._writer = WorksheetWriter()

    def write(self, worksheet: Worksheet, origin: Origin, now: datetime) -> None:
        """Keep unsaved work, in the place of what was kept before.

        Raises:
            UserFacingError: it cannot be written; what was kept before is still there.
            OSError: the folder cannot be made.
        """
        self._hold()
        body = list(_pieces(self._writer.lines(worksheet)))
        about = {
            "format": FORMAT,
            "path": None if origin.path is None else str(origin.path),
            "digest": origin.digest,
            "written_at": now.isoformat(timespec="seconds"),
            "resources": len(worksheet.resources),
            "sum": digest_of(*body),
        }
        write_atomically(self.file, (json.dumps(about).encode(), b"\n", *body))

    def note_saving(self, path: Path, digest: str) -> None:
        """Note what a save is about to put in the document's place.

        If the program ends between that move and the next `write`, the file is known as its own, not somebody else's.

        Raises:
            UserFacingError: it cannot be written.
            OSError: the folder cannot be made.
        """
        self._hold()
        write_atomically(self.file.with_suffix(_SAVING), json.dumps({"path": str(path), "digest": digest}).encode())

    def _hold(self) -> None:
        """Take the lock, once."""
        with self._holding:
            if self._lock is None:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._lock = FileLock.acquire(_lock_of(self.file))

    def remove(self) -> None:
        """Drop what was kept: it is saved, or the user gave it up."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the lock at the end of the program; what is still kept will be offered."""
        if self._lock is not None:
            if not self.file.exists():
                with contextlib.suppress(OSError):
                    self.file.with_suffix(_SAVING).unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                self._lock.release()
            self._lock = None


@dataclass(frozen=True, slots=True)
class Leftover:
    """Unsaved work of a program that has ended. Whoever holds it has the lock: nobody else is offered it."""

    file: Path
    origin: Origin
    written_at: datetime
    resources: int
    lock: FileLock

    def worksheet(self) -> Worksheet:
        """Return the work.

        Raises:
            UserFacingError: it cannot be read; the file stays.
        """
        try:
            _, lines = _read(self.file)
            return read_worksheet(lines)
        except (OSError, ValueError) as error:
            raise UserFacingError(f"残っていた作業を読めませんでした。消さずに残してあります：{self.file}") from error

    def release(self) -> None:
        """Leave it for the next time."""
        with contextlib.suppress(OSError):
            self.lock.release()

    def remove(self) -> None:
        """Drop it: it is safe elsewhere by now, or the user gave it up."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)
            self.file.with_suffix(_SAVING).unlink(missing_ok=True)
        self.release()


@dataclass(frozen=True, slots=True)
class Found:
    """What earlier programs left: work that can be offered, newest first, and files that cannot be read."""

    leftovers: tuple[Leftover, ...] = ()
    damaged: tuple[Path, ...] = ()
    """Where those files lie now, out of the way of the next search."""


def find_leftovers(folder: Path) -> Found:
    """Return the unsaved work of programs that have ended. The caller releases or removes each."""
    leftovers: list[Leftover] = []
    damaged: list[Path] = []
    for file, lock in _abandoned(folder):
        try:
            about, _ = _read(file)
            origin = _origin(about, file)
            written_at = datetime.fromisoformat(about["written_at"]).astimezone()
            leftovers.append(Leftover(file, origin, written_at, int(about["resources"]), lock))
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            damaged.append(_put_aside(file))
            lock.release()
    return Found(tuple(sorted(leftovers, key=lambda each: each.written_at, reverse=True)), tuple(damaged))


def _abandoned(folder: Path) -> Iterator[tuple[Path, FileLock]]:
    """Find the files whose programs have ended, with the locks on them."""
    try:
        files = sorted({path.with_suffix(_SUFFIX) for path in folder.iterdir() if path.suffix in (_SUFFIX, _SAVING)})
    except OSError:
        return
    for file in files:
        with contextlib.suppress(OSError):
            lock = FileLock.acquire(_lock_of(file))
            if lock is not None and file.exists():
                yield file, lock
            elif lock is not None:  # dealt with by another program meanwhile, or nothing but a note of a save
                file.with_suffix(_SAVING).unlink(missing_ok=True)
                lock.release()


def _read(file: Path) -> tuple[dict[str, Any], list[str]]:
    """Return what is said about the work, and its lines.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not whole, or of a newer program.
    """
    head, _, body = file.read_bytes().partition(b"\n")
    about: Any = parse_json(head)
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise ValueError("written by another version")
    if about.get("sum") != digest_of(body):
        raise ValueError("not whole")
    return about, body.decode().split("\n")


def _origin(about: dict[str, Any], file: Path) -> Origin:
    """Return where work belongs to; where a save was just done when the program ended, with the hash of that save."""
    if about["path"] is None:
        return Origin()
    path, digest = Path(about["path"]), about["digest"]
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, UserFacingError):
        saving = parse_json(file.with_suffix(_SAVING).read_bytes())
        if saving["path"] == about["path"] and digest_of(read_bytes(path)) == saving["digest"]:
            return Origin(path, saving["digest"])
    return Origin(path, digest)


def _put_aside(file: Path) -> Path:
    """Give a file that cannot be read another name and keep it."""
    aside = file.with_suffix(_DAMAGED)
    try:
        os.replace(file, aside)  # noqa: PTH105 # an earlier one of the same session is the same work
    except OSError:
        return file
    return aside


def _lock_of(file: Path) -> Path:
    return file.with_suffix(".lock")
