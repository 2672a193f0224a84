"""Rows of 資源一覧 → resources, thousands of them: columns are settled once, words that repeat are read once.

What is plain is read here; a row in which anything is odd goes to `rows.read_resource`, which heals and reports.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from resource_mapper.domain.axis import RESOLUTION, Span, span_in_words
from resource_mapper.domain.fields import Kind
from resource_mapper.domain.resource import (
    CHOICES_SEPARATOR,
    CHOICES_SEPARATORS,
    DEFAULT_CHOICES,
    FIRST_YEAR,
    MAX_COUNT,
    MAX_LANE,
    Resource,
)
from resource_mapper.domain.text import MAX_CELL_UNITS, clean_line, clean_text
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.columns import Columns
from resource_mapper.storage.workbook.rows import Cell, CellProblem, extra_value, read_resource
from resource_mapper.storage.workbook.schema import (
    AIM_LEFT,
    AIM_RIGHT,
    COLUMNS,
    FREE_Y,
    LANE,
    LEFT,
    PREPRINTED,
    RIGHT,
    WORDS,
    Column,
)

_SHORT = MAX_CELL_UNITS // 2
_LIST_SIGNS = frozenset(CHOICES_SEPARATORS + "\n") - {CHOICES_SEPARATOR}

Convert = Callable[[Any], Any]


class _Odd(Exception):  # noqa: N818 not an error
    """A cell needs a closer look."""


class RowReader:
    """Reads the rows of one sheet."""

    def __init__(self, worksheet: Worksheet, columns: Columns) -> None:
        """Settle how each column is read; `worksheet` gives the categories."""
        self._worksheet = worksheet
        self._columns = columns
        places = {label: index for index, label in columns.own.items()}
        self._fields = [
            (column.field, places[column.label], _converter(column, worksheet))
            for column in COLUMNS
            if column.field and column.label in places
        ]
        self._width = max((*columns.own, *columns.extra), default=0) + 1
        self._span = tuple(places.get(label, self._width) for label in (WORDS, LEFT, RIGHT))
        self._aim = tuple(places.get(label, self._width) for label in (AIM_LEFT, AIM_RIGHT))
        self._lane, self._free_y, self._preprinted = (
            places.get(label, self._width) for label in (LANE, FREE_Y, PREPRINTED)
        )
        there = {field for field, _, _ in self._fields}
        self._empty = {field: "" if field in there else word for field, word in DEFAULT_CHOICES.items()}

    def read(
        self, row: Sequence[Cell], resource_id: str, *, with_defaults: bool
    ) -> tuple[Resource, tuple[CellProblem, ...]]:
        """Return a row's resource and what did not fit.

        Args:
            row: the cells; an empty one is "" or None.
            resource_id: the ID it gets.
            with_defaults: whether an empty 状況 or 連絡先の公開 means their default (see `schema`).
        """
        cells = [*row[: self._width], *[""] * (self._width + 1 - len(row))]
        cells[self._width :] = [""]  # stands for the columns that are missing
        try:
            return self._plain(cells, resource_id, with_defaults), ()
        except _Odd:
            return self._carefully(cells, resource_id, with_defaults)

    def _plain(self, cells: Sequence[Cell], resource_id: str, with_defaults: bool) -> Resource:
        values: dict[str, Any] = dict(DEFAULT_CHOICES if with_defaults else self._empty)
        for field, place, convert in self._fields:
            cell = cells[place]
            if cell != "" and cell is not None:
                values[field] = convert(cell)
        if not values.get("name"):
            raise _Odd
        words, left, right = (cells[place] for place in self._span)
        if words != "" or left != "" or right != "":
            values["span"] = _span(words, left, right)
        left, right = (cells[place] for place in self._aim)
        if left != "" or right != "":
            values["aim"] = _between(left, right)
        return Resource(
            id=resource_id,
            lane=_lane(cells[self._lane]),
            free_y=_share(cells[self._free_y]),
            preprinted=bool(cells[self._preprinted]),
            extra=tuple(
                (label, extra_value(cells[index]))
                for index, label in self._columns.extra.items()
                if cells[index] not in (None, "")
            ),
            **values,
        )

    def _carefully(
        self, cells: Sequence[Cell], resource_id: str, with_defaults: bool
    ) -> tuple[Resource, tuple[CellProblem, ...]]:
        own = {label: cells[index] for index, label in self._columns.own.items()}
        if with_defaults:
            own = {label: cell for label, cell in own.items() if cell not in (None, "")}
        extra = {label: cells[index] for index, label in self._columns.extra.items()}
        return read_resource(own, extra, resource_id, self._worksheet)


def _converter(column: Column, worksheet: Worksheet) -> Convert:
    """Return the function that reads a filled cell of a column; it raises `_Odd` where it cannot."""
    if column.kind is Kind.COUNT:
        return _count
    if column.kind is Kind.DATE:
        return _day
    if column.kind is Kind.TEXT:
        return _text
    if column.kind is Kind.CHOICES:
        return lru_cache(maxsize=4096)(_choices_of(column.field or ""))
    if column.field == "category":
        return lru_cache(maxsize=4096)(lambda cell: worksheet.category_id(_line(cell)))
    if column.kind is Kind.CHOICE:
        return lru_cache(maxsize=4096)(lambda cell: vocabulary().canonical(column.field or "", _line(cell)))
    return _line


def _line(cell: Cell) -> str:
    if type(cell) is not str or len(cell) > _SHORT:
        raise _Odd
    return clean_line(cell)


def _text(cell: Cell) -> str:
    if type(cell) is not str or len(cell) > _SHORT:
        raise _Odd
    return clean_text(cell)


def _count(cell: Cell) -> int:
    if type(cell) is float and 0 <= cell <= MAX_COUNT and cell.is_integer():
        return int(cell)
    raise _Odd


def _day(cell: Cell) -> date:
    if type(cell) is date and cell.year >= FIRST_YEAR:
        return cell
    raise _Odd


def _choices_of(field: str) -> Callable[[Cell], tuple[str, ...]]:
    def choices(cell: Cell) -> tuple[str, ...]:
        line = _line(cell)
        if _LIST_SIGNS & set(line):
            raise _Odd
        words = (clean_line(word) for word in line.split(CHOICES_SEPARATOR))
        return tuple(dict.fromkeys(vocabulary().canonical(field, word) for word in words if word))

    return choices


def _lane(cell: Cell) -> int | None:
    if cell == "":
        return None
    if type(cell) is float and 1 <= cell <= MAX_LANE + 1:
        return int(cell) - 1
    raise _Odd


def _share(cell: Cell) -> float | None:
    if cell == "":
        return None
    if type(cell) is float and 0 <= cell <= 100:
        return round(cell / 100, RESOLUTION)
    raise _Odd


@lru_cache(maxsize=16_384, typed=True)
def _span(words: Cell, left: Cell, right: Cell) -> Span:
    """Return the range where word and numbers agree, as they do unless somebody changed one of them."""
    span = _between(left, right)
    if span_in_words(span) != words:
        raise _Odd
    return span


def _between(left: Cell, right: Cell) -> Span:
    if type(left) is not float or type(right) is not float or not 0 <= left <= right <= 100:
        raise _Odd
    return Span(round(left / 100, RESOLUTION), round(right / 100, RESOLUTION))
