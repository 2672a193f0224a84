"""One row of somebody else's list → one resource."""

from collections.abc import Iterable, Sequence
from typing import Any

from resource_mapper.domain.axis import Span, span_from_words, span_in_words
from resource_mapper.domain.category import DEFAULT_CATEGORIES
from resource_mapper.domain.fields import FIELDS, Kind
from resource_mapper.domain.resource import Resource, new_id
from resource_mapper.domain.text import clean_line, fold
from resource_mapper.domain.vocabulary import CONTACT_PUBLIC, Status
from resource_mapper.storage.cell_values import (
    cell_value,
    fitted,
    read_choice,
    read_choices,
    read_count,
    read_day,
    read_flag,
)
from resource_mapper.storage.header_row import Column, Header

_SPECIAL = frozenset(("name", "category", "source", "address", "schedule", "target", "note", "contact_public"))
_CATEGORY_IDS = {fold(category.label): category.id for category in DEFAULT_CATEGORIES}
_DASH = "〜"


class RowReader:
    """Reads the rows below one header; `told` are the unknown columns whose values go to 備考."""

    def __init__(self, header: Header, told: Iterable[Column], source: str, has_categories: bool) -> None:
        """Take what all rows share."""
        self._header = header
        self._roles: dict[str, list[Column]] = {}
        for column in header.columns:
            self._roles.setdefault(column.rule.role, []).append(column)
        self._roles["told"] = list(told)
        self._source = source
        self._is_own = header.is_own
        self._has_categories = has_categories or self._is_own
        self._row: tuple[str, ...] = ()
        self._moved: list[str] = []

    def name(self, row: Sequence[str]) -> str:
        """Return what stands in the column of names."""
        column = self._roles["name"][0]
        return clean_line(cell_value(row[column.index])) if column.index < len(row) else ""
