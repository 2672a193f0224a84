"""One resource ↔ one row of 資源一覧: plain cell values by column label, and what could not be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from resource_mapper.domain.axis import Span, span_from_words, span_in_words
from resource_mapper.domain.dates import parse_date
from resource_mapper.domain.fields import Kind
from resource_mapper.domain.resource import (
    CHOICES_SEPARATOR,
    CHOICES_SEPARATORS,
    DEFAULT_CHOICES,
    FIRST_YEAR,
    MAX_COUNT,
    MAX_LANE,
    ExtraCell,
    Resource,
)
from resource_mapper.domain.text import MAX_CELL_UNITS, clean_line, clean_text, fitted
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.schema import (
    AIM_LEFT,
    AIM_RIGHT,
    COLUMNS,
    FREE_Y,
    ID,
    LANE,
    LEFT,
    PREPRINTED,
    PREPRINTED_YES,
    RIGHT,
    WORDS,
    Column,
)

Cell = ExtraCell | None
Rows = Sequence[Sequence[Cell]]
"""A sheet as it is read; an empty cell is "" or None."""

NAMELESS = "（名称なし）"
TOO_LONG = f"長すぎるので、{MAX_CELL_UNITS}文字より後ろは読み込めませんでした"

_SEPARATORS = str.maketrans(dict.fromkeys(f"{CHOICES_SEPARATORS}\n", CHOICES_SEPARATOR))


def resource_cells(resource: Resource, worksheet: Worksheet) -> dict[str, Cell]:
    """Return a resource's cells by column label; empty ones are left out."""
    cells: dict[str, Cell] = {}
    for column in COLUMNS:
        if column.field is not None:
            cells[column.label] = field_cell(resource, column, worksheet)
    if resource.span is not None:
        cells[WORDS] = span_in_words(resource.span)
        cells[LEFT] = to_percent(resource.span.left)
        cells[RIGHT] = to_percent(resource.span.right)
    if resource.aim is not None:
        cells[AIM_LEFT] = to_percent(resource.aim.left)
        cells[AIM_RIGHT] = to_percent(resource.aim.right)
    cells[LANE] = None if resource.lane is None else resource.lane + 1
    cells[FREE_Y] = None if resource.free_y is None else to_percent(resource.free_y)
    cells[PREPRINTED] = PREPRINTED_YES if resource.preprinted else None
    cells[ID] = resource.id
    cells.update(resource.extra)
    return {label: value for label, value in cells.items() if value not in (None, "")}


def field_cell(resource: Resource, column: Column, worksheet: Worksheet) -> Cell:
    """Return the cell of a column that holds a field: a choice by its word, several in one text."""
    value: Any = getattr(resource, column.field or "")
    if column.field == "category":
        return worksheet.category_label(resource)
    if column.kind is Kind.CHOICES:
        return CHOICES_SEPARATOR.join(value)
    if column.kind is Kind.CHOICE:
        return vocabulary().label(column.field or "", value, worksheet.wording)
    return value  # type: ignore[no-any-return]


def to_percent(share: float) -> int | float:
    """Return a share of 1 as it stands in a cell."""
    to_percent = round(share * 100, 1)
    return int(to_percent) if to_percent.is_integer() else to_percent


@dataclass(frozen=True, slots=True)
class CellProblem:
    """Something in a row that could not be taken as it stands; nothing is lost (see the message)."""

    column: str
    message: str


def read_resource(
    cells: Mapping[str, Cell], extra: Mapping[str, Cell], resource_id: str, worksheet: Worksheet
) -> tuple[Resource, tuple[CellProblem, ...]]:
    """Build a resource from the cells of a row, by column label.

    A value that does not fit its column (a count such as 「約20」) moves to 備考 and is reported. A cell that is
    missing means the field's default, an empty one nothing. `worksheet` gives the categories.
    """
    reader = _CarefulReader(cells, worksheet)
    values = {column.field: reader.field(column) for column in COLUMNS if column.field}
    if not values["name"]:
        values["name"] = NAMELESS
        reader.report("名称", f"名称がないので「{NAMELESS}」としました")
    values["span"] = reader.span()
    values["aim"] = reader.aim()
    values["lane"] = reader.lane()
    values["free_y"] = reader.share(FREE_Y)
    values["preprinted"] = bool(cells.get(PREPRINTED))
    values["note"] = reader.note(str(values["note"]))
    values["extra"] = tuple((label, extra_value(value)) for label, value in extra.items() if value not in (None, ""))
    return Resource(id=resource_id, **values), tuple(reader.problems)


def cell_text(value: Cell) -> str:
    """Return what a cell shows: whole numbers without a point, dates as 2026/11/23."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime) and value.time().isoformat() != "00:00:00":
        return f"{value:%Y/%m/%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y/%m/%d}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    return "" if value is None else str(value)


class _CarefulReader:
    """Reads one row; remembers what did not fit."""

    def __init__(self, cells: Mapping[str, Cell], worksheet: Worksheet) -> None:
        self._cells = cells
        self._worksheet = worksheet
        self._moved: list[str] = []
        self.problems: list[CellProblem] = []

    def report(self, column: str, message: str) -> None:
        """Remember a problem."""
        self.problems.append(CellProblem(column, message))

    def field(self, column: Column) -> Any:  # noqa: ANN401 the type follows the column's kind
        """Return the value of a column that holds a field."""
        value = self._cells.get(column.label)
        if column.kind is Kind.COUNT:
            return self._count(column.label, value)
        if column.kind is Kind.DATE:
            return self._date(column.label, value)
        text = cell_text(value)
        if column.kind is Kind.TEXT:
            return self._fitted(column.label, clean_text(text))
        if column.kind is Kind.CHOICES:
            return self._choices(column.field or "", text)
        if value is None:
            return DEFAULT_CHOICES.get(column.field or "", "")
        line = self._fitted(column.label, clean_line(text))
        if column.field == "category":
            return self._worksheet.category_id(line)
        return vocabulary().canonical(column.field or "", line) if column.kind is Kind.CHOICE else line

    def span(self) -> Span | None:
        """Return the range: by its numbers, unless somebody changed the word (then the word wins)."""
        words = cell_text(self._cells.get(WORDS))
        by_words = span_from_words(words)
        if words and by_words is None:
            self._move(WORDS, words, "状態像のことばとして読めません")
        left, right = self.share(LEFT), self.share(RIGHT)
        if by_words is not None and (left is None or right is None):
            return by_words
        span = self._between(left, right, (LEFT, RIGHT))
        return by_words if by_words is not None and span is not None and words != span_in_words(span) else span

    def aim(self) -> Span | None:
        """Return the range that should be (あるべき姿)."""
        return self._between(self.share(AIM_LEFT), self.share(AIM_RIGHT), (AIM_LEFT, AIM_RIGHT))

    def _between(self, left: float | None, right: float | None, labels: tuple[str, str]) -> Span | None:
        if left is None or right is None:
            only = right if left is None else left
            if only is None:
                return None
            what = labels[0].partition("（")[0]
            self.report(labels[left is not None], f"{what}の片方の端がないので、幅のない範囲としました")
            return Span(only, only)
        if left > right:
            self.report(labels[0], "左端が右端より大きいので、入れ替えました")
            left, right = right, left
        return Span(left, right)

    def share(self, label: str) -> float | None:
        """Return a percentage as a share of 1, kept within 0–1."""
        value = self._cells.get(label)
        number = number_in(value)
        if number is None:
            if value not in (None, ""):
                self._move(label, cell_text(value), "0〜100の数として読めません")
            return None
        if not 0 <= number <= 100:
            self.report(label, f"{cell_text(value)} は0〜100の外なので、端にそろえました")
        return round(min(max(number, 0.0), 100.0) / 100, 3)

    def lane(self) -> int | None:
        """Return the sub-row, from 0; it is only a wish, so one that makes no sense is dropped."""
        number = number_in(self._cells.get(LANE))
        return int(number) - 1 if number is not None and 1 <= number <= MAX_LANE + 1 else None

    def note(self, note: str) -> str:
        """Return 備考 with what was moved there."""
        return self._fitted("備考", "\n".join(part for part in (note, *self._moved) if part))

    def _count(self, label: str, value: Cell) -> int | None:
        number = number_in(value)
        if number is not None and number == int(number) and 0 <= number <= MAX_COUNT:
            return int(number)
        if value not in (None, ""):
            self._move(label, cell_text(value), "0以上の整数として読めません")
        return None

    def _date(self, label: str, value: Cell) -> date | None:
        day = day_in(value)
        if day is None and value not in (None, ""):
            self._move(label, cell_text(value), "日付として読めません")
        return day

    def _choices(self, field: str, text: str) -> tuple[str, ...]:
        words = (clean_line(word) for word in text.translate(_SEPARATORS).split(CHOICES_SEPARATOR))
        return tuple(dict.fromkeys(vocabulary().canonical(field, word) for word in words if word))

    def _move(self, label: str, text: str, why: str) -> None:
        self._moved.append(f"{label}：{clean_text(text)}")
        self.report(label, f"「{clean_line(text)}」は{why}。備考に移しました")

    def _fitted(self, label: str, text: str) -> str:
        short = fitted(text)
        if short != text:
            self.report(label, TOO_LONG)
        return short


def day_in(value: Cell) -> date | None:
    """Return the day a cell holds or spells, None where it is none."""
    day = value.date() if isinstance(value, datetime) else value
    if not isinstance(day, date):
        return parse_date(cell_text(value))
    return day if day.year >= FIRST_YEAR else None  # a time alone may come as one of the last days of 1899


def number_in(value: Cell) -> float | None:
    """Return the number a cell holds or spells, None where it is none."""
    if isinstance(value, bool) or value is None or isinstance(value, date):
        return None
    try:
        number = float(clean_line(str(value)).rstrip("%％"))
    except ValueError:
        return None
    return number if number == number and abs(number) != float("inf") else None


def extra_value(value: Cell) -> ExtraCell:
    """Return what a cell of the user's column holds."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return value if value is not None else ""
