"""A table on pages that fill up: columns by share of the width, cells that wrap, a head on every page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from resource_mapper.layout.display_list import DisplayList, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import MM_PER_PT
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.pen import text_at
from resource_mapper.layout.style import INK, RULE
from resource_mapper.layout.typesetting import printable, shorten, wrap_evenly
from resource_mapper.printing.flow import MARGIN

PT, HEAD_PT = 8.0, 8.0
PITCH = PT * MM_PER_PT * 1.28
PAD = 1.1
HEAD_HEIGHT = 6.0
MOST_LINES = 6
"""A cell longer than this is shortened; the workbook has all of it."""

T = TypeVar("T")


@dataclass(frozen=True)  # without slots: Python 3.11 cannot make `TableColumn[…]` of a frozen class with slots
class TableColumn(Generic[T]):
    """A column: its heading, its share of the width, and what a record says in it."""

    label: str
    share: float
    text: Callable[[T], str]


class PrintedTable(Generic[T]):
    """Draws records as rows; the first column is bold."""

    def __init__(
        self,
        columns: Sequence[TableColumn[T]],
        width: float,
        measurer: TextMeasurer,
        most_lines: int = MOST_LINES,
        least_height: float = 0.0,
    ) -> None:
        """Share a width (mm) out to columns; no row is lower than `least_height` mm."""
        total = sum(column.share for column in columns)
        self._columns = columns
        self._widths = [width * column.share / total for column in columns]
        self._measurer = measurer
        self._most_lines = most_lines
        self._least_height = least_height

    def room(self, column: int) -> tuple[float, float]:
        """Return x of the left and of the right edge of a column, by its number."""
        left = MARGIN + sum(self._widths[:column])
        return left, left + self._widths[column]

    def head(self, y: float) -> DisplayList:
        """Return the headings under a given y."""
        items: list[Primitive] = []
        x = MARGIN
        for column, width in zip(self._columns, self._widths, strict=True):
            items.append(text_at(x + PAD, y + HEAD_HEIGHT / 2, column.label, HEAD_PT, INK, bold=True))
            x += width
        items.append(Lines(((MARGIN, y + HEAD_HEIGHT, x, y + HEAD_HEIGHT),), Stroke(INK, 0.4)))
        return tuple(items)

    def row(self, record: T) -> tuple[float, Callable[[float], DisplayList]]:
        """Return a record's height in mm, and what draws it under a given y."""
        cells = [
            self._lines(column.text(record), width - 2 * PAD)
            for column, width in zip(self._columns, self._widths, strict=True)
        ]
        height = max(self._least_height, max(1, *(len(lines) for lines in cells)) * PITCH + 2 * PAD)

        def draw(y: float) -> DisplayList:
            items: list[Primitive] = []
            x = MARGIN
            for number, (lines, width) in enumerate(zip(cells, self._widths, strict=True)):
                for index, line in enumerate(lines):
                    items.append(text_at(x + PAD, y + PAD + (index + 0.5) * PITCH, line, PT, INK, bold=number == 0))
                x += width
            items.append(Lines(((MARGIN, y + height, x, y + height),), Stroke(RULE, 0.2)))
            return tuple(items)

        return height, draw

    def _lines(self, text: str, room: float) -> list[str]:
        parts = [printable(part, self._measurer) for part in text.splitlines()]
        lines = [line for part in parts for line in wrap_evenly(part, room, PT, self._measurer)]
        if len(lines) > self._most_lines:
            lines = [*lines[: self._most_lines - 1], lines[self._most_lines - 1] + "…"]
        return [shorten(line, room, PT, self._measurer) for line in lines]
