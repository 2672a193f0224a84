"""The rows that were left out, as a CSV that Excel opens."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from resource_mapper.storage.importing.table_import import Skipped

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def skipped_report(skipped: Iterable[Skipped]) -> bytes:
    """Return the rows left out, with reasons."""
    return csv_bytes(
        ("一覧", "行", "取り込まなかった理由", "行の内容"),
        ((row.table, str(row.row), row.reason, row.text) for row in skipped),
    )


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV: UTF-8 with a mark, CRLF, nothing that Excel would take for a formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([formula_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def formula_safe(text: str) -> str:
    """Return a cell that Excel shows and does not run: an apostrophe goes before what looks like a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
