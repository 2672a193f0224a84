"""`python -m benchmarks.office [--runs N] [--seed N]`: the workbook there and back through LibreOffice.

Each run: the app saves a list, LibreOffice opens it, does a dozen edits that people do, and saves; the app opens that
and saves over it; LibreOffice opens and saves once more; the app reads the end. Every edit must have arrived, every
untouched value must be the same, what was healed must be told, and the user's own sheet must still be there.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from benchmarks.office_edits import OWN_CELLS, OWN_SHEET, Book, desk, work_on
from benchmarks.office_program import Job, is_installed, run_jobs
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.document_file import OpenedDocument, open_document, save_document
from resource_mapper.storage.workbook.schema import LIST_SHEET

EDITS = 12


def run(seeds: Sequence[int], edits: int = EDITS) -> dict[int, list[str]]:
    """Return what was wrong, by seed; nothing where all was well."""
    with tempfile.TemporaryDirectory() as folder:
        return _run(Path(folder), {seed: desk(seed) for seed in seeds}, edits)


def _run(folder: Path, books: dict[int, Book], edits: int) -> dict[int, list[str]]:
    jobs, again = [], []
    for seed, book in books.items():
        first, second = folder / f"{seed}.xlsx", folder / f"{seed}-直した.xlsx"
        save_document(book.worksheet, first)
        work_on(book, edits)
        jobs.append(Job(first, book.steps, second))
        again.append(Job(second, (), folder / f"{seed}-もう一度.xlsx"))
    run_jobs(jobs, LIST_SHEET)
    opened = {seed: open_document(job.target) for seed, job in zip(books, jobs, strict=True)}
    faults = {seed: faults_of(book, opened[seed]) for seed, book in books.items()}
    for seed, job in zip(books, jobs, strict=True):
        save_document(opened[seed].worksheet, job.target, opened[seed].digest)
        faults[seed] += _faults_of_own_sheet(books[seed], job.target.read_bytes())
    run_jobs(again, LIST_SHEET)
    for seed, job in zip(books, again, strict=True):
        twice, once = _in_one_order(open_document(job.target).worksheet), _in_one_order(opened[seed].worksheet)
        faults[seed] += [f"saved again: {fault}" for fault in _unlike(twice, once)]
        faults[seed] += _faults_of_own_sheet(books[seed], job.target.read_bytes())
    return faults


def faults_of(book: Book, opened: OpenedDocument) -> list[str]:
    """Return how what was read differs from what was done."""
    there = opened.worksheet
    faults = [*_faults_of_rows(book, there), *_faults_of_the_rest(book, there)]
    told = Counter(problem.column for problem in opened.problems)
    if told != book.told:
        faults.append(f"told of {dict(told)} instead of {dict(book.told)}")
    return faults


def _faults_of_rows(book: Book, there: Worksheet) -> list[str]:
    faults = []
    found = {resource.id: _plain(resource) for resource in there.resources}
    left = Counter(_nameless(resource) for resource in there.resources if resource.id not in book.expected)
    for identity, wanted in book.expected.items():
        if identity not in found:
            faults.append(f"{identity} is gone")
        elif found[identity] != _plain(wanted):
            faults += (f"{identity}: {fault}" for fault in _unlike(found[identity], _plain(wanted)))
    if left != (wanted_new := Counter(map(_nameless, book.new))):
        faults.append(f"rows without ID: {[*(left - wanted_new)]} instead of {[*(wanted_new - left)]}")
    return faults


def _faults_of_the_rest(book: Book, there: Worksheet) -> list[str]:
    found, wanted = (replace(each, resources=(), links=(), extra_headings=()) for each in (there, book.worksheet))
    links = [] if there.links == book.worksheet.links else [f"links {there.links} instead of {book.worksheet.links}"]
    return [*_unlike(_in_one_order(found), _in_one_order(wanted)), *links]


def _unlike(found: Worksheet | Resource, wanted: Worksheet | Resource) -> list[str]:
    pairs = ((name, getattr(found, name), getattr(wanted, name)) for name in wanted.__dataclass_fields__)
    return [f"{name} {have!r} instead of {want!r}" for name, have, want in pairs if have != want]


def _faults_of_own_sheet(book: Book, data: bytes) -> list[str]:
    if not book.own_sheet:
        return []
    values: Any = load_workbook(BytesIO(data), data_only=True)
    if OWN_SHEET not in values.sheetnames:
        return ["the user's sheet is gone"]
    sheet, formulas = values[OWN_SHEET], load_workbook(BytesIO(data))[OWN_SHEET]
    cells = tuple(sheet.cell(row, 1).value for row in range(1, len(OWN_CELLS) + 1))
    is_same = cells == OWN_CELLS and sheet["B1"].value == 0.1 and formulas["B2"].value == "=B1*3"
    return [] if is_same else [f"the user's sheet: {cells}, {sheet['B1'].value}, {formulas['B2'].value}"]


def _in_one_order(worksheet: Worksheet) -> Worksheet:
    """Return the worksheet without the order of the cells in the user's columns, which may stand anywhere."""
    versions = (replace(each, resources=tuple(map(_plain, each.resources))) for each in worksheet.versions)
    return replace(worksheet, resources=tuple(map(_plain, worksheet.resources)), versions=tuple(versions))


def _plain(resource: Resource) -> Resource:
    return replace(resource, extra=tuple(sorted(resource.extra)))


def _nameless(resource: Resource) -> Resource:
    return replace(_plain(resource), id="any")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.office", description=__doc__)
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--edits", type=int, default=EDITS)
    options = parser.parse_args(arguments)
    if not is_installed():
        print("LibreOffice (soffice) is not installed: nothing was tried", file=sys.stderr)
        return 0
    found = run(range(options.seed, options.seed + options.runs), options.edits)
    wrong = {seed: faults for seed, faults in found.items() if faults}
    for seed, faults in wrong.items():
        print(f"seed {seed}:", *faults, sep="\n  ")
    print(f"{len(found)} workbooks with {options.edits} edits each there and back: {len(wrong)} with faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
