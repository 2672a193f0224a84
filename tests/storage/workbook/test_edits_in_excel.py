"""Whatever people do to the workbook in Excel arrives; what they did not touch is as it was."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from resource_mapper.domain.axis import span_from_words, span_in_words
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.workbook.reader import read_workbook
from resource_mapper.storage.workbook.schema import ID, LIST_SHEET, PICTURE_SHEET, SUMMARY_SHEET
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers.books import saved

SAMPLE = replace(sample_worksheet(date(2026, 11, 23)), resources=sample_worksheet(date(2026, 11, 23)).resources[:12])


def _light() -> bytes:
    """Return the workbook without the sheets that are only looked at: openpyxl takes its time for them."""
    book = load_workbook(BytesIO(write_workbook(SAMPLE)))
    for name in (PICTURE_SHEET, SUMMARY_SHEET):
        del book[name]
    return saved(book)


DATA = _light()

Grid = list[list[Any]]
"""Headings, then rows of cells."""
Expected = dict[str, Resource]
"""By ID; "" stands for what came without one that counts."""
Edit = Callable[[Grid, Expected, random.Random], None]


def _column(grid: Grid, label: str) -> int:
    return grid[0].index(label)


def _any_row(grid: Grid, expected: Expected, rng: random.Random) -> list[Any]:
    return rng.choice([row for row in grid[1:] if row[_column(grid, ID)] in expected])


def change_a_cell(grid: Grid, expected: Expected, rng: random.Random) -> None:
    row = _any_row(grid, expected, rng)
    label, field = rng.choice((("名称", "name"), ("備考", "note"), ("連絡先", "contact")))
    word = rng.choice(("=1+1", "007", "𠮷野の会", "a\nb" if field == "note" else "ｶﾗｵｹ"))
    row[_column(grid, label)] = word
    identity = row[_column(grid, ID)]
    expected[identity] = replace(expected[identity], **{field: word})  # type: ignore[arg-type]


def empty_the_status(grid: Grid, expected: Expected, rng: random.Random) -> None:
    row = _any_row(grid, expected, rng)
    row[_column(grid, "状況")] = None
    identity = row[_column(grid, ID)]
    expected[identity] = replace(expected[identity], status="")


def change_the_word_of_a_range(grid: Grid, expected: Expected, rng: random.Random) -> None:
    row = _any_row(grid, expected, rng)
    word = rng.choice(("元気", "虚弱", "要介護"))
    row[_column(grid, "状態像")] = word
    identity = row[_column(grid, ID)]
    span = expected[identity].span
    if span is None or span_in_words(span) != word:
        expected[identity] = replace(expected[identity], span=span_from_words(word))


def reorder_columns(grid: Grid, _expected: Expected, rng: random.Random) -> None:
    order = rng.sample(range(len(grid[0])), len(grid[0]))
    grid[:] = [[row[index] for index in order] for row in grid]


def sort_rows(grid: Grid, _expected: Expected, rng: random.Random) -> None:
    rows = grid[1:]
    rng.shuffle(rows)
    grid[1:] = rows


def insert_empty_rows(grid: Grid, _expected: Expected, rng: random.Random) -> None:
    grid.insert(rng.randrange(1, len(grid) + 1), [None] * len(grid[0]))


def delete_a_row(grid: Grid, expected: Expected, rng: random.Random) -> None:
    if len(expected) > 3:
        row = _any_row(grid, expected, rng)
        del expected[row[_column(grid, ID)]]
        grid.remove(row)


def add_a_column(grid: Grid, expected: Expected, rng: random.Random) -> None:
    heading = f"足した列{len(grid[0])}"
    row = _any_row(grid, expected, rng)
    for other in grid:
        other.append(None)
    grid[0][-1], row[-1] = heading, 12.5
    identity = row[_column(grid, ID)]
    expected[identity] = replace(expected[identity], extra=(*expected[identity].extra, (heading, 12.5)))


EDITS = (
    change_a_cell,
    empty_the_status,
    change_the_word_of_a_range,
    reorder_columns,
    sort_rows,
    insert_empty_rows,
    delete_a_row,
    add_a_column,
)


def _with_grid(grid: Grid) -> bytes:
    book: Workbook = load_workbook(BytesIO(DATA))
    sheet = book[LIST_SHEET]
    sheet.delete_rows(1, sheet.max_row)
    for number, row in enumerate(grid, start=1):
        for column, value in enumerate(row, start=1):
            cell: Any = sheet.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.create_sheet("自分のメモ")
    del sheet.tables["資源一覧表"]
    return saved(book)


def _grid() -> Grid:
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(DATA))[LIST_SHEET].iter_rows()]


GRID = _grid()


def _plain(resource: Resource) -> Resource:
    return replace(resource, extra=tuple(sorted(resource.extra)))


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=6), st.integers(0, 10**6))
def test_every_edit_arrives_and_the_rest_is_untouched(edits: list[Edit], seed: int) -> None:
    rng = random.Random(seed)
    grid = [[*row] for row in GRID]
    expected = {resource.id: resource for resource in SAMPLE.resources}
    for edit in edits:
        edit(grid, expected, rng)
    found = read_workbook(_with_grid(grid), "直した.xlsx")
    order = [row[_column(grid, ID)] for row in grid[1:] if row[_column(grid, ID)]]
    assert [_plain(resource) for resource in found.worksheet.resources] == [_plain(expected[each]) for each in order]
    assert found.problems == ()


@settings(max_examples=5, deadline=None)
@given(st.sets(st.integers(1, 12), min_size=1, max_size=4), st.integers(1, 12))
def test_ids_that_were_deleted_or_doubled_are_healed_and_told(deleted: set[int], doubled: int) -> None:
    grid = [[*row] for row in GRID]
    ids = _column(grid, ID)
    copy = [*grid[doubled]]
    for number in deleted:
        grid[number][ids] = None
    grid.append(copy)
    found = read_workbook(_with_grid(grid), "直した.xlsx")
    there = found.worksheet.resources
    wanted = [*SAMPLE.resources, SAMPLE.resources[doubled - 1]]
    assert [replace(each, id="x") for each in there] == [replace(each, id="x") for each in wanted]
    assert len({each.id for each in there}) == len(wanted)
    assert all(there[i].id == SAMPLE.resources[i].id for i in range(12) if i + 1 not in deleted)
    assert len(found.problems) == (doubled not in deleted)
