"""Tables that go out as CSV for a spreadsheet: UTF-8 with BOM, and no cell that would run as a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a CSV file that Excel opens in Japanese; a text that looks like a formula begins with '."""
    out = StringIO()
    csv.writer(out).writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
