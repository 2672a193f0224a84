"""What stands in the cells of the list of 課題, and what a cell makes of text. No Qt."""

from collections import Counter
from datetime import date
from typing import Any

from resource_mapper.domain.concern import CONCERN_CHOICES, Concern, canonical, fitting_grounds
from resource_mapper.domain.dates import format_date, parse_date
from resource_mapper.domain.fields import Kind
from resource_mapper.domain.text import clean_line, clean_text, fold, is_storable
from resource_mapper.domain.worksheet import Calendar, Worksheet
from resource_mapper.storage.workbook.rows import cell_text
from resource_mapper.storage.workbook.schema import CONCERN_CARD_IDS, CONCERN_CARDS, CONCERN_COLUMNS, ID, Column
from resource_mapper.ui.list.cells import CellError, order_among, split_words
from resource_mapper.ui.words import refusal_words

COLUMNS = tuple(column for column in CONCERN_COLUMNS if column.label not in (CONCERN_CARD_IDS, ID))
TITLE_NEEDED = "課題を入れてください"
TITLE_FIRST = "先に課題を入れてください"


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


def order_of(concern: Concern, column: Column, names: dict[str, str]) -> Any:  # noqa: ANN401 alike within a column
    """Return what a column is sorted by, None for an empty cell: 優先度 from 高 on, 期限 from the nearest on."""
    if column.kind is Kind.DATE:
        return concern.due
    text = text_of(concern, column, names)
    return order_among(text, words_for(column) or ()) if text else None


def value_from(column: Column, text: str) -> str | date | None:
    """Return what a text means in a column.

    Raises:
        CellError: the cell cannot take it; the message says why.
    """
    if column.kind is Kind.DATE:
        return _day(text)
    value = clean_text(text) if column.kind is Kind.TEXT else clean_line(text)
    if not is_storable(value):
        raise CellError(refusal_words.TEXT_TOO_LONG)
    if column.field == "title" and not value:
        raise CellError(TITLE_NEEDED)
    return canonical(column.field or "", value)


def read_cell(column: Column, text: str, concern: Concern, worksheet: Worksheet) -> dict[str, Any]:
    """Return the field of a 課題 that a cell holds, as a text says it.

    Raises:
        CellError: the cell cannot take it; the message says why.
    """
    if column.label == CONCERN_CARDS:
        return {"grounds": grounds_from(text, concern, worksheet)}
    return {column.field or "": value_from(column, text)}


def grounds_from(text: str, concern: Concern, worksheet: Worksheet) -> tuple[str, ...]:
    """Return the cards that a text names: those that were named before, and others that have a name of their own.

    Raises:
        CellError: a name is that of no card, or of several.
    """
    names = {each.id: each.name for each in worksheet.resources}
    kept = []
    for key in sorted(concern.grounds, key=lambda key: -len(names[key])):  # a name may be part of another one
        if names[key] in text:
            text = text.replace(names[key], "\n", 1)
            kept.append(key)
    known = Counter(map(fold, names.values()))
    by_name = {fold(name): key for key, name in names.items() if known[fold(name)] == 1}
    added = split_words(text)
    unknown = "".join(f"「{line}」" for line in added if fold(line) not in by_name)
    if unknown:
        raise CellError(f"{unknown}は一覧にないか、同じ名前の資源がいくつかあります。シートで選んで加えてください")
    ordered = [key for key in concern.grounds if key in kept]
    return fitting_grounds((*ordered, *(by_name[fold(line)] for line in added)))


def _day(text: str) -> date | None:
    line = clean_line(text)
    day = parse_date(line)
    if line and day is None:
        raise CellError(refusal_words.DATE_NEEDED)
    return day
