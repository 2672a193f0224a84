"""What stands in the cells of the list of 課題, and what a cell makes of text. No Qt."""

from dataclasses import replace
from datetime import date
from typing import Any

from resource_mapper.domain.concern import CONCERN_CHOICES, Concern, canonical
from resource_mapper.domain.dates import format_date, parse_date
from resource_mapper.domain.fields import Kind
from resource_mapper.domain.resource import FIRST_YEAR
from resource_mapper.domain.text import clean_line, clean_text, is_storable
from resource_mapper.domain.worksheet import Calendar
from resource_mapper.storage.workbook.rows import cell_text
from resource_mapper.storage.workbook.schema import CONCERN_CARD_IDS, CONCERN_CARDS, CONCERN_COLUMNS, ID, Column
from resource_mapper.ui import messages
from resource_mapper.ui.list.cells import CellError

COLUMNS = tuple(column for column in CONCERN_COLUMNS if column.label not in (CONCERN_CARD_IDS, ID))
TITLE_NEEDED = "課題を入れてください"


def words_for(column: Column) -> tuple[str, ...] | None:
    """Return the words to choose among; None for a cell that takes any text."""
    words = CONCERN_CHOICES.get(column.field or "")
    return words if words is None or column.field == "state" else ("", *words)


def text_of(concern: Concern, column: Column, names: dict[str, str]) -> str:
    """Return a cell's text as it is edited; `names` are those of the cards by ID."""
    if column.label == CONCERN_CARDS:
        return "、".join(names.get(key, "") for key in concern.grounds)
    value: Any = getattr(concern, column.field or "")
    return value if isinstance(value, str) else cell_text(value)


def shown_text(concern: Concern, column: Column, names: dict[str, str], calendar: Calendar) -> str:
    """Return what a cell shows: days by the calendar of the sheet."""
    if column.kind is Kind.DATE and concern.due is not None:
        return format_date(concern.due, calendar)
    return text_of(concern, column, names)


def value_from(column: Column, text: str) -> str | date | None:
    """Return what a text means in a column.

    Raises:
        CellError: the cell cannot take it; the message says why.
    """
    if column.kind is Kind.DATE:
        return _day(text)
    value = clean_text(text) if column.kind is Kind.TEXT else clean_line(text)
    if not is_storable(value):
        raise CellError(messages.TEXT_TOO_LONG)
    if column.field == "title" and not value:
        raise CellError(TITLE_NEEDED)
    return canonical(column.field or "", value)


def with_text(concern: Concern, column: Column, text: str) -> Concern:
    """Return the 課題 with a cell filled in.

    Raises:
        CellError: the cell cannot take the text.
    """
    return replace(concern, **{column.field or "": value_from(column, text)})  # type: ignore[arg-type]


def _day(text: str) -> date | None:
    line = clean_line(text)
    day = parse_date(line)
    if line and (day is None or day.year < FIRST_YEAR):
        raise CellError(messages.DATE_NEEDED)
    return day
