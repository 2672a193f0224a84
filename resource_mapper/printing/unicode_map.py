"""A repair of reportlab 5.1: characters beyond U+FFFF can be searched and copied in the PDF.

reportlab writes the code point as five hex digits where PDF 1.7 (9.10.3) wants UTF-16BE, so 𠮷 came back as
another character. The replacement only rewrites those entries.
"""

import re
from collections.abc import Sequence

from reportlab.pdfbase import ttfonts

_LONG_ENTRY = re.compile(r"(<[0-9A-F]{2}> )<([0-9A-F]{5,6})>")
_original = ttfonts.makeToUnicodeCMap


def _as_utf16(entry: re.Match[str]) -> str:
    return f"{entry[1]}<{chr(int(entry[2], 16)).encode('utf-16-be').hex().upper()}>"


def _unicode_map(fontname: str, subset: Sequence[int]) -> str:
    return _LONG_ENTRY.sub(_as_utf16, _original(fontname, subset))


def write_surrogates_in_unicode_maps() -> None:
    """Install the repair; calling it again changes nothing."""
    ttfonts.makeToUnicodeCMap = _unicode_map
