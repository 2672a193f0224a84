"""Blocks of cells on the clipboard, as Excel writes and reads them. No Qt."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from resource_mapper.domain.text import fold
from resource_mapper.storage.workbook.schema import COLUMN_BY_KEY


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells: rows and columns of the table, in the order in which they are seen."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]


def block_text(rows: Sequence[Sequence[str]]) -> str:
    """Return cells as tab-separated text; cells with line breaks or tabs stand in quotation marks."""
    out = StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def has_headings(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names columns, 名称 among them: then the rows are whole records."""
    known = [COLUMN_BY_KEY.get(fold(cell)) for cell in rows[0]] if rows else []
    return len(rows) > 1 and any(column is not None and column.field == "name" for column in known)


def target(block: Sequence[Sequence[str]], area: Area, last_row: int, columns: Sequence[int]) -> Area:
    """Return where a block goes: all of the chosen area where it fits in a whole number of times.

    Otherwise as many cells as it has, from the area's first one on, beyond the last row but not the last column.
    """
    height, width = len(block), max(len(row) for row in block)
    if len(area.rows) % height == 0 and len(area.columns) % width == 0:
        return area
    first, at = area.rows[0], list(columns).index(area.columns[0])
    rows = area.rows if len(area.rows) == height else tuple(range(first, min(first, last_row) + height))
    return Area(rows, tuple(columns[at : at + width]))


def spread(block: Sequence[Sequence[str]], area: Area) -> list[tuple[int, int, str]]:
    """Return (row, column, text) for the cells of an area, the block repeated over it; missing ones are left out."""
    width = max(len(row) for row in block)
    cells = []
    for down, row in enumerate(area.rows):
        texts = block[down % len(block)]
        for across, column in enumerate(area.columns):
            if across % width < len(texts):
                cells.append((row, column, texts[across % width]))
    return cells
