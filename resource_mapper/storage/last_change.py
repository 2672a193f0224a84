"""Who changed a workbook last, and when, as far as the file says."""

import re
import zlib
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from xml.sax.saxutils import unescape
from zipfile import BadZipFile, ZipFile

_MOST_BYTES = 65_536
_CLOSE = timedelta(minutes=10)
"""Between the time that the office program wrote and that of the file: shared drives have clocks of their own."""
_MODIFIED = re.compile(r"<dcterms:modified[^>]{0,200}>([^<]{1,40})</dcterms:modified>")
_LAST_BY = re.compile(r"<cp:lastModifiedBy>([^<]{1,200})</cp:lastModifiedBy>")


def last_change(path: Path, zone: tzinfo | None) -> tuple[datetime | None, str]:
    """Return the time of the last change and the name that the office program wrote; None and nothing if unknown.

    The name counts only where that program's time is the file's: a program that changed it since may not have said who.
    """
    try:
        changed_at = datetime.fromtimestamp(path.stat().st_mtime, zone)
    except (OSError, ValueError, OverflowError):
        return None, ""
    try:
        with ZipFile(path) as package, package.open("docProps/core.xml") as part:
            told = part.read(_MOST_BYTES).decode("utf-8", "replace")
    except (OSError, BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return changed_at, ""
    found = _LAST_BY.search(told)
    name = unescape(found[1]) if found and _is_of(told, changed_at) else ""
    return changed_at, "".join(char for char in name if char.isprintable()).strip()


def _is_of(told: str, changed_at: datetime) -> bool:
    """Whether what a file tells of its last change is of that time; one that tells no time is believed."""
    found = _MODIFIED.search(told)
    if found is None:
        return True
    try:
        modified = datetime.fromisoformat(found[1].strip())
    except ValueError:
        return True
    if modified.tzinfo is None:
        modified = modified.replace(tzinfo=UTC)
    return abs(modified - changed_at.astimezone(UTC)) <= _CLOSE
