"""Workbooks: reading and writing a long list, against calamine and openpyxl with the same cells."""

from collections.abc import Callable
from functools import cache, partial

from benchmarks.bare_workbook import list_rows, read_rows, write_rows
from benchmarks.measure import alternate, at_work, timed
from benchmarks.report import MICROSECONDS, Comparison, Report, Scale
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
    ours, bare = at_work(lambda: read_workbook(data, "rows.xlsx")), at_work(lambda: read_rows(data))
    series = alternate(timed(ours), timed(bare), scale.slow_rounds)
    row = Comparison(
        f"read a workbook of {scale.rows:,} rows", "python-calamine, the list's cells only", *series, target=3
    )
    note = (
        "reading: beyond taking the cells the app checks the package before anything is parsed (bombs, DTDs, size), "
        "reads the settings, and makes each row a checked resource: headings by name, words, ranges, dates, IDs. "
        "Reading and writing run on both sides as the app's jobs do, with a rest from Python's search for garbage."
    )
    return Report((row,), (note,))


def write(scale: Scale) -> Report:
    """Measure writing one."""
    worksheet = town(scale.rows)
    rows = list_rows(worksheet)
    series = alternate(
        timed(at_work(lambda: write_workbook(worksheet))),
        timed(at_work(lambda: write_rows(rows))),
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


def growth(scale: Scale) -> Report:
    """Measure whether the time per row stays the same in lists a hundred times as long; whole runs only."""
    if not scale.whole:
        return Report((), ())
    few, many = 1_000, 100_000
    jobs: tuple[tuple[str, Callable[[int], Callable[[], object]]], ...] = (
        ("read", lambda rows: partial(read_workbook, workbook(rows), "rows.xlsx")),
        ("write", lambda rows: partial(write_workbook, town(rows))),
    )
    return Report(tuple(_growth(name, job(many), job(few), many, few) for name, job in jobs), ())


def _growth(name: str, long: Callable[[], object], short: Callable[[], object], many: int, few: int) -> Comparison:
    long_s, short_s = timed(at_work(long)), timed(at_work(short))
    series = alternate(lambda: long_s() / many, lambda: short_s() / few, 1)
    job = f"{name} a workbook of {many:,} rows, per row"
    return Comparison(job, f"the same with {few:,} rows", *series, MICROSECONDS, target=1.2)
