"""`python -m benchmarks [NAME …]`: measure, print one table; `--write` keeps it in RESULTS.md."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from benchmarks.machine import machine, versions
from benchmarks.report import FULL, QUICK, Comparison, Report, Scale, table

BENCHMARKS = {
    "start-up": "start_up.run",
    "print": "printing.run",
    "layout": "growth.run",
    "draw": "drawing.run",
    "canvas": "canvas.run",
    "read": "workbooks.read",
    "write": "workbooks.write",
    "rows": "workbooks.growth",
    "save": "saving.run",
    "open": "opening.run",
    "country": "country.run",
    "memory": "memory.run",
    "packaged": "packaged.run",
}
"""Name → function; loaded only when it is its turn."""

RESULTS = Path(__file__).with_name("RESULTS.md")
_PREFACE = """\
# What it costs

Each job of the app against the bare library doing the same, in turns in the same run: the ratio is what counts, the
times are for orientation. Resources are made up, with most fields filled, and always the same. This page is made by
`python -m benchmarks --write`; nothing fails when a target is missed.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmarks that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"which ones to run: {', '.join(BENCHMARKS)}")
    parser.add_argument("--quick", action="store_true", help="tiny sizes: only shows that they work")
    parser.add_argument("--write", action="store_true", help=f"keep the table in {RESULTS.name}")
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # the same with and without a screen
    if unknown := [name for name in options.names if name not in BENCHMARKS]:
        parser.error(f"unknown: {', '.join(unknown)}")
    if options.write and (options.quick or options.names):
        parser.error("--write keeps whole runs only")
    reports = _run(options.names or list(BENCHMARKS), QUICK if options.quick else FULL)
    comparisons = [row for report in reports for row in report.comparisons]
    notes = [note for report in reports for note in report.notes]
    print("\n".join((table(comparisons), "", *(f"- {note}" for note in notes))))
    if options.write:
        RESULTS.write_text(_page(comparisons, notes), encoding="utf-8")


def _run(names: Sequence[str], scale: Scale) -> list[Report]:
    reports = []
    for name in names:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        reports.append(_function(BENCHMARKS[name])(scale))
        print(table(reports[-1].comparisons), file=sys.stderr, flush=True)  # a whole run takes minutes
    return reports


def _function(place: str) -> Callable[[Scale], Report]:
    module, _, name = place.partition(".")
    function: Callable[[Scale], Report] = getattr(importlib.import_module(f"benchmarks.{module}"), name)
    return function


def _page(comparisons: Sequence[Comparison], notes: Sequence[str]) -> str:
    today = datetime.now().astimezone().date()
    facts = (f"- Measured on: {machine()}", f"- With: {versions()}", f"- Date: {today:%Y-%m-%d}")
    return "\n".join((_PREFACE, *facts, "", table(comparisons), "", "Notes:", "", *(f"- {note}" for note in notes), ""))


if __name__ == "__main__":
    main()
