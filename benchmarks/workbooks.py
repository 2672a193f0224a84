"""Workbooks: reading and writing a long list, against calamine and openpyxl with the same cells."""

from functools import cache

from benchmarks.bare_workbook import list_rows, read_rows, write_rows
from benchmarks.measure import alternate, timed
from benchmarks.report import Comparison, Report, Scale
from benchmarks.town import town
from resource_mapper.storage.workbook.reader import read_workbook
from resource_mapper.storage.workbook.writer import write_workbook


@cache
def workbook(rows: int) -> bytes:
    """Return a workbook of the app's, to be read."""
    return write_workbook(town(rows))


def read(scale: Scale) -> Report:
    """Measure reading a workbook of the app's."""
    data = workbook(scale.rows)
    series = alternate(
        timed(lambda: read_workbook(data, "rows.xlsx")), timed(lambda: read_rows(data)), scale.slow_rounds
    )
    row = Comparison(
        f"read a workbook of {scale.rows:,} rows", "python-calamine, the list's cells only", *series, target=3
    )
    note = (
        "reading: beyond taking the cells the app checks the package before anything is parsed (bombs, DTDs, size), "
        "reads the settings, and makes each row a checked resource: headings by name, words, ranges, dates, IDs."
    )
    return Report((row,), (note,))


def write(scale: Scale) -> Report:
    """Measure writing one."""
    worksheet = town(scale.rows)
    rows = list_rows(worksheet)
    series = alternate(
        timed(lambda: write_workbook(worksheet)),
        timed(lambda: write_rows(rows)),
        scale.very_slow_rounds,
        warm_up=False,
    )
    row = Comparison(
        f"write a workbook of {scale.rows:,} rows", "openpyxl write-only, the list's cells only", *series, target=1.5
    )
    note = (
        "writing: beyond the list's values the app writes a style to each cell, a table, drop-downs, print settings, "
        "and the other sheets; of ワークシート, which is drawn with cells, six pages at most."
    )
    return Report((row,), (note,))
