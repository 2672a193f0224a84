"""Who changed a workbook last, and when, as far as the file says."""

import re
import zlib
from datetime import datetime, tzinfo
from pathlib import Path
from xml.sax.saxutils import unescape
from zipfile import BadZipFile, ZipFile

_MOST_BYTES = 65_536
_LAST_BY = re.compile(r"<cp:lastModifiedBy>([^<]{1,200})</cp:lastModifiedBy>")


def last_change(path: Path, zone: tzinfo | None) -> tuple[datetime | None, str]:
    """Return the time of the last change and the name that the office program wrote; None and nothing if unknown."""
    try:
        changed_at = datetime.fromtimestamp(path.stat().st_mtime, zone)
    except (OSError, ValueError, OverflowError):
        return None, ""
    try:
        with ZipFile(path) as package, package.open("docProps/core.xml") as part:
            found = _LAST_BY.search(part.read(_MOST_BYTES).decode("utf-8", "replace"))
    except (OSError, BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return changed_at, ""
    name = unescape(found[1]) if found else ""
    return changed_at, "".join(char for char in name if char.isprintable()).strip()
