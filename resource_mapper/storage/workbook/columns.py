"""Which column of a sheet holds what: found by heading, folded, never by position."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resource_mapper.domain.text import clean_line, fold
from resource_mapper.storage.workbook.rows import Cell, cell_text
from resource_mapper.storage.workbook.schema import COLUMN_BY_KEY, COLUMNS, FORMAT_VERSION

HEADER_SEARCH_ROWS = 20
"""The heading may have moved down: somebody may put a title above the list."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The program's columns and the user's: position from 0 → label."""

    own: dict[int, str]
    extra: dict[int, str]
    doubled: tuple[str, ...] = ()
    """Headings of the program's that stand there twice; the left column counts."""


def find_header(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return the position of the row of headings."""
    for index, row in enumerate(rows[:HEADER_SEARCH_ROWS]):
        keys = {fold(cell_text(cell)) for cell in row}
        if fold("名称") in keys and len(keys & COLUMN_BY_KEY.keys()) >= 2:
            return index
    return None


def match_columns(header: Sequence[Cell], nameless: Sequence[int] = (), version: int = FORMAT_VERSION) -> Columns:
    """Tell the columns by their headings; `nameless` ones hold something all the same and get a heading.

    A heading that the program has used only since a later format `version` is the user's, and gets a number behind it.
    """
    later = {column.label for column in COLUMNS if column.since > version}
    own: dict[int, str] = {}
    extra: dict[int, str] = {}
    doubled = []
    for index, cell in enumerate(header):
        label = clean_line(cell_text(cell)) or ("見出しなし" if index in nameless else "")
        column = COLUMN_BY_KEY.get(fold(label))
        if column is not None and column.label not in {*own.values(), *later}:
            own[index] = column.label
        elif label:
            extra[index] = _unique(label, {*extra.values(), *own.values(), *later})
            if column is not None and column.label not in later:
                doubled.append(label)
    return Columns(own, extra, tuple(doubled))


def nameless_columns(header: Sequence[Cell], filled: Iterable[int]) -> list[int]:
    """Return positions without a heading that hold something, or that stand between columns with headings."""
    named = [index for index, cell in enumerate(header) if clean_line(cell_text(cell))]
    if not named:
        return []
    return sorted(({*filled} | {*range(named[0], named[-1])}) - {*named})


def _unique(label: str, taken: set[str]) -> str:
    number = 2
    unique = label
    while unique in taken:
        unique = f"{label} ({number})"
        number += 1
    return unique
