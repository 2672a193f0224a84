"""Who has a document open: a small hidden file beside it, as office programs make one, so that people do not collide.

It only warns. What protects the content is the comparison of hashes at each save.
"""

import contextlib
import json
import os
import time
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from resource_mapper.storage.json_text import parse_json
from resource_mapper.storage.machine import is_running, machine_name, user_name

STALE_AFTER = timedelta(hours=12)
"""Nobody works on one file for longer; such an owner file was left behind by a computer that broke down."""
_WRITING_S = 10.0
_BEGINNING, _END = "~$", ".owner"
_EXCEL_NAME_AT = 55
"""Byte at which Excel writes the length of the name and the name in UTF-16 (as LibreOffice's source describes it)."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who has a document open. Empty text where the file does not say."""

    user: str
    since: datetime
    program: str = ""
    """Another program's name; nothing for this one."""
    host: str = ""
    pid: int = 0
    session: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is another window on this computer."""
        return bool(self.host) and self.host == machine_name()


def other_owner(document: Path, session: str, now: datetime) -> Owner | None:
    """Return somebody else who has the document open, as far as can be told; None if the way is free."""
    own = _read(owner_path(document)) or _just_begun(owner_path(document), now)
    for owner in (own, _excel_owner(document, now), _office_owner(document, now)):
        if owner is not None and owner.session != session and not _is_stale(owner, now):
            return owner
    return None


def take(document: Path, session: str, now: datetime) -> Owner | None:
    """Put down that this session has the document open; return None, or the owner that was quicker.

    Where the file cannot be written (a read-only folder) nobody is told, which harms nobody.
    """
    path = owner_path(document)
    mine = Owner(user_name(), now, "", machine_name(), os.getpid(), session)
    content = json.dumps({**asdict(mine), "since": now.isoformat()}, ensure_ascii=True).encode()
    for _ in range(2):
        if (other := other_owner(document, session, now)) is not None:
            return other
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        except FileExistsError:
            with contextlib.suppress(OSError):
                path.unlink()  # stale, or this session's own
            continue
        except OSError:
            return None
        with os.fdopen(descriptor, "wb") as file, contextlib.suppress(OSError):
            file.write(content)
        _hide(path)
        return None
    return other_owner(document, session, now)


def release(document: Path, session: str) -> None:
    """Take this session's owner file away; anybody else's stays."""
    path = owner_path(document)
    owner = _read(path)
    if owner is not None and owner.session == session:
        with contextlib.suppress(OSError):
            path.unlink()


def owner_path(document: Path) -> Path:
    """Return where the owner file of a document lies. Its name differs from Excel's own, which is never touched."""
    return document.with_name(f"{_BEGINNING}{document.name}{_END}")


def _is_stale(owner: Owner, now: datetime) -> bool:
    """Whether an owner file was left behind: its program has ended, or it is older (or, by a wrong clock, newer)."""
    if owner.is_here and not is_running(owner.pid):
        return True
    return abs(now - owner.since) > STALE_AFTER


def _read(path: Path) -> Owner | None:
    """Return the owner that a file of ours names, None if there is none or it makes no sense."""
    try:
        raw = parse_json(path.read_bytes())
        since = datetime.fromisoformat(raw["since"])
        texts = {name: str(raw[name])[:80] for name in ("user", "host", "session")}
        return Owner(since=since if since.tzinfo else since.astimezone(), pid=int(raw["pid"]), **texts)
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None


def _just_begun(path: Path, now: datetime) -> Owner | None:
    """Take a file without sense for one that is being written, unless it has been there for a while."""
    with contextlib.suppress(OSError):
        if abs(time.time() - path.stat().st_mtime) < _WRITING_S:
            return Owner("", now)
    return None


def _excel_owner(document: Path, now: datetime) -> Owner | None:
    """Read Excel's own owner file."""
    path = document.with_name(f"~${document.name}")
    try:
        data = path.read_bytes()[:400]
        since = _modified(path, now)
    except FileNotFoundError:
        return None
    except OSError:  # held so firmly that it cannot even be read: Excel is at work right now
        return Owner("", now, "Excel")
    return Owner(_utf16(data, _EXCEL_NAME_AT), since, "Excel")


def _utf16(data: bytes, at: int) -> str:
    """Return a text that follows its length (in characters, 16 bits)."""
    length = int.from_bytes(data[at : at + 2], "little")
    text = data[at + 2 : at + 2 + 2 * min(length, 60)].decode("utf-16-le", "ignore")
    return "".join(char for char in text if char.isprintable()).strip()


def _office_owner(document: Path, now: datetime) -> Owner | None:
    """Read LibreOffice's owner file: `,user,host,time,…;`."""
    path = document.with_name(f".~lock.{document.name}#")
    try:
        parts = path.read_text(encoding="utf-8", errors="replace").split(",")
        return Owner((parts[0] or parts[1])[:80] if len(parts) > 1 else "", _modified(path, now), "LibreOffice")
    except OSError:
        return None


def _modified(path: Path, now: datetime) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, now.tzinfo)


def _hide(path: Path) -> None:
    """Hide a file on Windows; elsewhere it is small and short-lived."""
    if os.name == "nt":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.windll.kernel32.SetFileAttributesW(str(path), 0x2)  # type: ignore[attr-defined,unused-ignore]
