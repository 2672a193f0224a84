"""One row of somebody else's list → one resource."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from resource_mapper.domain.axis import Span, span_from_words, span_in_words
from resource_mapper.domain.category import DEFAULT_CATEGORIES
from resource_mapper.domain.dates import parse_date
from resource_mapper.domain.fields import FIELD, FIELDS, Field, Kind
from resource_mapper.domain.resource import Resource, new_id
from resource_mapper.domain.text import clean, clean_line, fitted, fold
from resource_mapper.domain.vocabulary import CONTACT_INTERNAL, CONTACT_PUBLIC, Nature, Status, vocabulary
from resource_mapper.storage.importing.cell_values import (
    cell_value,
    ranges,
    read_choice,
    read_choices,
    read_count,
    read_share,
    told,
)
from resource_mapper.storage.importing.header_row import ForeignColumn, Header

_CATEGORY_IDS = {fold(category.label): category.id for category in DEFAULT_CATEGORIES}
_LONGEST_CHOICE = 30
_PUT_TOGETHER = frozenset(("address", "schedule", "target", "note"))
"""Fields that several columns may say something about."""


def category_id(word: str) -> str | None:
    """Return the ID of the default category that a word names."""
    return _CATEGORY_IDS.get(fold(word))


class RecordReader:
    """Reads the rows below one header. `told` are the unknown columns whose values go to 備考."""

    def __init__(self, header: Header, told: Iterable[ForeignColumn], source: str, has_categories: bool) -> None:
        """Take what all rows share; `has_categories` says that 分類 is what this program means by it."""
        self._columns: dict[str, tuple[ForeignColumn, ...]] = {"told": tuple(told)}
        for role in {column.rule.role for column in header.columns}:
            self._columns[role] = header.having(role)
        self._source = source
        self._is_own = header.is_own
        self._keeps_categories = has_categories or self._is_own
        self._row: Sequence[str] = ()
        self._moved: list[str] = []
        self._cut: list[str] = []
        self._frequency = ""
        self._district = ""
        self._special: dict[str, Callable[[], str]] = {
            "category": self._category,
            "source": self._source_text,
            "contact_public": self._contact_public,
            "nature": self._nature,
        }
        fields = [field for field in FIELDS[1:] if field.name not in _PUT_TOGETHER]
        self._fields = [field for field in fields if field.name in {*self._columns, *self._special}]
        self._absent = {field.name: self._field(field) for field in fields if field not in self._fields}

    def name(self, row: Sequence[str]) -> str:
        """Return what stands in the column of names."""
        self._row = row
        return clean_line(self._cell(self._columns["name"][0]))

    def read(self, row: Sequence[str], section: str) -> tuple[Resource, tuple[str, ...]]:
        """Return the resource of a row that has a name, and the labels of fields that had to be cut.

        Args:
            row: the cells.
            section: the district or town that the row belongs to, if its own cells do not say so.

        Raises:
            ValueError: a value that cannot be stored.
        """
        self._row = row
        self._moved, self._cut = [], []
        self._frequency, self._district = "", section
        values: dict[str, Any] = {"name": self._fit("name", self.name(row)), **self._absent}
        for field in self._fields:
            own = self._special.get(field.name)
            values[field.name] = self._field(field) if own is None else own()
        values["district"] = values["district"] or self._district
        values["address"] = self._fit("address", self._address())
        values["schedule"] = self._fit("schedule", self._schedule())
        values["target"] = self._fit("target", self._target())
        values["note"] = self._fit("note", self._note(values["name"]))
        return Resource(id=new_id(), span=self._span(), **values), tuple(self._cut)

    def _having(self, role: str) -> tuple[ForeignColumn, ...]:
        return self._columns.get(role, ())

    def _cell(self, column: ForeignColumn) -> str:
        return cell_value(self._row[column.index]) if column.index < len(self._row) else ""

    def _cells(self, role: str) -> list[str]:
        return [self._cell(column) for column in self._having(role)]

    def _filled(self, role: str) -> list[tuple[ForeignColumn, str]]:
        return [(column, text) for column in self._having(role) if (text := self._cell(column))]

    def _fit(self, name: str, text: str) -> str:
        if not text:
            return ""
        text = clean(text)
        short = fitted(text)
        if short != text:
            self._cut.append(FIELD[name].label)
        return short

    def _move(self, column: ForeignColumn, text: str) -> None:
        self._moved.append(f"{column.label}：{text}")

    def _field(self, field: Field) -> str | int | date | tuple[str, ...] | None:
        if field.kind is Kind.TEXT:
            return self._fit(field.name, "\n".join(self._lines(field.name)))
        if field.kind is Kind.CHOICES:
            return self._choices(field.name)
        filled = self._filled(field.name)
        if field.kind is Kind.CHOICE:
            return self._choice(field.name, filled)
        for column, text in filled[1:]:
            if text != filled[0][1]:
                self._move(column, text)
        if field.kind is Kind.LINE:
            return self._fit(field.name, clean_line(filled[0][1])) if filled else ""
        if not filled:
            return None
        return self._day(*filled[0]) if field.kind is Kind.DATE else self._count(*filled[0])

    def _lines(self, role: str) -> list[str]:
        """Return the values of a role's columns; all but the main one say where they come from."""
        columns = sorted(self._having(role), key=lambda column: column.rule.labelled)
        lines: list[str] = []
        for column in columns:
            text = self._cell(column)
            if text and text not in lines:
                plain = column is columns[0] and not column.rule.labelled
                lines.append(text if plain else _labelled(column, text))
        return lines

    def _count(self, column: ForeignColumn, text: str) -> int | None:
        number, is_all = read_count(text)
        if not is_all:
            self._move(column, text)
        return number

    def _day(self, column: ForeignColumn, text: str) -> date | None:
        day = parse_date(text)
        if day is None:
            self._move(column, text)
        return day

    def _choices(self, name: str) -> tuple[str, ...]:
        words: dict[str, None] = {}
        for column, text in self._filled(name):
            found = read_choices(name, text)
            if found is None:
                self._move(column, text)
            words.update(dict.fromkeys(found or ()))
        return tuple(words)

    def _choice(self, name: str, filled: list[tuple[ForeignColumn, str]]) -> str:
        default = Status.AVAILABLE.value if name == "status" else ""
        if not filled:
            asked = any(column.heading.endswith("有無") for column in self._having(name))
            return "不明" if name == "transport" and asked else default
        column, text = filled[0]
        if self._is_own:
            return self._fit(name, vocabulary().canonical(name, clean_line(text)))
        word, is_same = read_choice(name, text)
        if name == "transport" and column.heading.endswith("有無"):
            return word if is_same else "不明"
        if name == "frequency" and word != clean_line(text):
            self._frequency = text
            return word
        if name == "area_level" and not is_same:
            self._district = self._district or clean_line(text)
            return ""
        if name == "status" and text.isdecimal():
            return default
        if (name == "status" and not is_same) or len(word) > _LONGEST_CHOICE or text.isdecimal():
            self._move(column, text)
            return default
        return word

    def _category(self) -> str:
        for column, text in self._filled("category"):
            word = clean_line(text)
            if found := category_id(word):
                return found
            if self._keeps_categories:
                return self._fit("category", word)
            self._move(column, text)
        return ""

    def _nature(self) -> str:
        """Return 種別: other lists mean anything by that heading, so only the one word counts."""
        natural = any(_nature_in(text) == Nature.NATURAL for _, text in self._filled("kind"))
        return Nature.NATURAL if natural else Nature.ORGANISED

    def _contact_public(self) -> str:
        words = [clean_line(text) for text in self._cells("contact_public")]
        return CONTACT_PUBLIC if self._is_own and CONTACT_PUBLIC in words else CONTACT_INTERNAL

    def _source_text(self) -> str:
        if given := "\n".join(self._lines("source")):
            return self._fit("source", given)
        number = "-".join(dict.fromkeys(clean_line(text) for text in self._cells("id") if text))
        return self._fit("source", f"{self._source} No.{number}" if number and not self._is_own else self._source)

    def _address(self) -> str:
        lines = self._lines("address") or ["".join(clean_line(text) for text in self._cells("address_piece"))]
        for building in self._cells("building"):
            if fold(building) not in fold(lines[0]):
                lines[0] = f"{lines[0]} {building}".strip()
        return "\n".join(lines)

    def _schedule(self) -> str:
        """Put together what many columns say about when: 「毎週 木曜 10:00〜11:30」, then what else to know."""
        texts = self._lines("schedule")
        parts = [self._frequency, *self._cells("weekday")]
        parts += ranges(self._cells("date_from"), self._cells("date_to"))
        parts += [*texts[:1], *self._cells("time"), *ranges(self._cells("time_from"), self._cells("time_to"))]
        parts = [part for part in dict.fromkeys(parts) if part]
        first = ("\n" if any("\n" in part for part in parts) else " ").join(parts)
        notes = [_labelled(c, t) if c.rule.labelled else t for c, t in self._filled("schedule_note")]
        return "\n".join(line for line in (first, *texts[1:], *self._hours(), *notes) if line)

    def _hours(self) -> list[str]:
        days: dict[str, list[str]] = {}
        for column in self._having("hours"):
            ends = days.setdefault(column.rule.day, ["", ""])
            ends[column.rule.end == "終了"] = self._cell(column)
        return [f"{day} {hours}" for day, ends in days.items() for hours in ranges(ends[:1], ends[1:])]

    def _target(self) -> str:
        return "\n".join([*self._lines("target"), *ranges(self._cells("target_from"), self._cells("target_to"))])

    def _note(self, name: str) -> str:
        lines = [
            _labelled(column, text) if column.rule.labelled else text
            for column, text in self._filled("note")
            if text != name
        ]
        lines += [
            _labelled(column, text)
            for role in ("kind", "told")
            for column, text in self._filled(role)
            if role != "kind" or _nature_in(text) is None
        ]
        return "\n".join(dict.fromkeys((*lines, *self._moved)))

    def _span(self) -> Span | None:
        """Return the range, only from columns meant for it; a changed word wins over the numbers."""
        words = next(iter(self._cells("span_words")), "")
        by_words = span_from_words(words)
        ends = [read_share(text) for role in ("span_left", "span_right") for text in self._cells(role)[:1]]
        if len(ends) < 2 or ends[0] is None or ends[1] is None:
            return by_words
        span = Span(min(ends[0], ends[1]), max(ends[0], ends[1]))
        return by_words if by_words is not None and words != span_in_words(span) else span


def _nature_in(text: str) -> Nature | None:
    return next((nature for nature in Nature if fold(nature) == fold(text)), None)


def _labelled(column: ForeignColumn, text: str) -> str:
    return told(column.label, text)
