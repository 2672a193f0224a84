"""The rows of a list that were left out, as a CSV that Excel opens."""

from collections.abc import Iterable

from resource_mapper.storage.csv_report import csv_bytes
from resource_mapper.storage.importing.table_import import Skipped

HEADINGS = ("一覧", "行", "取り込まなかった理由", "行の内容")


def skipped_report(skipped: Iterable[Skipped]) -> bytes:
    """Return the rows left out, with reasons."""
    return csv_bytes([HEADINGS, *((row.table, str(row.row), row.reason, row.text) for row in skipped)])
