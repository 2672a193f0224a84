"""A table as somebody's file holds it: rows of text, before anybody knows what the columns mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MAX_ROWS = 300_000
"""More than the 通いの場 of the whole country (113,886)."""
MAX_COLUMNS = 300
MAX_EMPTY_ROWS = 200
"""After so many empty rows a table has ended."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, or one separated file.

    `rows` are those that hold something, without the empty cells at their ends; `numbers` are their row numbers
    in the file, from 1, as Excel shows them. `hidden` sheets are lists behind drop-downs and the like.
    `notes` say in Japanese what could not be read. `encoding` and `separator` are those of separated text.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    hidden: bool = False
    notes: tuple[str, ...] = ()
    encoding: str = ""
    separator: str = ""


def make_table(
    name: str, numbered: Iterable[tuple[int, Sequence[str]]], *, hidden: bool = False, notes: Iterable[str] = ()
) -> Table:
    """Build a table from numbered rows, within the limits; what lies beyond them is told in `notes`."""
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    told = list(notes)
    widest = last = 0
    for number, cells in numbered:
        widest = max(widest, len(cells))
        row = _trimmed(cells[:MAX_COLUMNS])
        if not row:
            continue
        if rows and number - last > MAX_EMPTY_ROWS:
            told.append(f"空白の行が{MAX_EMPTY_ROWS}行より長く続いたため、{number}行目から後は読み込んでいません。")
            break
        if len(rows) == MAX_ROWS:
            told.append(f"{MAX_ROWS:,}行をこえたため、{number}行目から後は読み込んでいません。")
            break
        rows.append(row)
        numbers.append(number)
        last = number
    if widest > MAX_COLUMNS:
        told.append(f"列が{MAX_COLUMNS}をこえたため、それより右の列は読み込んでいません。")
    return Table(name, tuple(rows), tuple(numbers), hidden, tuple(told))


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return tuple(cells[:end])
