"""What stands in the cells of the list, and what a cell makes of text that somebody typed or pasted. No Qt."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from resource_mapper.domain.axis import SPAN_WORDS, Span, span_from_words, span_in_words
from resource_mapper.domain.collation import SortKey, sort_key
from resource_mapper.domain.dates import format_date, parse_date
from resource_mapper.domain.edits import DROP_WIDTH
from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.fields import Kind
from resource_mapper.domain.resource import (
    CHOICES_SEPARATORS,
    DEFAULT_CHOICES,
    MAX_COUNT,
    Resource,
)
from resource_mapper.domain.text import clean_line, clean_text, fold, is_storable, parse_count
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.rows import cell_text, field_cell
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
from resource_mapper.ui.words import refusal_words

UNPLACED = "未配置"

_LEFTS, _RIGHTS = (LEFT, AIM_LEFT), (RIGHT, AIM_RIGHT)
_HIDDEN = (LANE, FREE_Y, ID)
"""Columns of the workbook that mean nothing to a reader of the list."""
_SEPARATORS = re.compile(f"[{CHOICES_SEPARATORS}\n]")
_RANGE = re.compile(r"(?:.*\()?([0-9.]+)%?[~〜-]([0-9.]+)%?\)?")
_YES = {fold(word) for word in (PREPRINTED_YES, "はい", "○", "〇", "1", "true", "yes")}
_NO = {fold(word) for word in ("", "いいえ", "×", "0", "false", "no")}


class CellError(UserFacingError):
    """A cell cannot take a text; the message says why."""


def columns_of(worksheet: Worksheet) -> tuple[Column, ...]:
    """Return the columns of the list: those of the workbook that people fill in, then the user's own."""
    own = tuple(column for column in COLUMNS if column.label not in _HIDDEN)
    return own + tuple(Column(heading, 16.0, None, Kind.TEXT) for heading in worksheet.extra_headings)


def choices_of(column: Column, worksheet: Worksheet) -> tuple[str, ...] | None:
    """Return the words to choose among; None for a cell that takes any text or several words."""
    if column.label == WORDS:
        return (UNPLACED, *SPAN_WORDS)
    if column.label == PREPRINTED:
        return ("", PREPRINTED_YES)
    if column.kind is not Kind.CHOICE or column.field is None:
        return None
    if column.field == "category":
        return ("", *(category.label for category in worksheet.categories))
    words = vocabulary().labels(column.field, worksheet.wording)
    return words if column.field in DEFAULT_CHOICES else ("", *words)


def text_of(resource: Resource, column: Column, worksheet: Worksheet) -> str:
    """Return a cell's text as it is edited and copied; `with_text` takes it back unchanged."""
    if column.field is None:
        return _special_text(resource, column)
    value = field_cell(resource, column, worksheet)
    return value if isinstance(value, str) else cell_text(value)


def shown_text(resource: Resource, column: Column, worksheet: Worksheet) -> str:
    """Return what a cell shows: on one line, days by the calendar of the sheet."""
    if column.kind is Kind.DATE and isinstance(day := getattr(resource, column.field or ""), date):
        return format_date(day, worksheet.heading.calendar)
    text = text_of(resource, column, worksheet)
    return text.replace("\n", " ⏎ ") if "\n" in text else text


def order_of(resource: Resource, column: Column, worksheet: Worksheet) -> Any:  # noqa: ANN401 alike within a column
    """Return what a column is sorted by, None for an empty cell: 名称 by its reading, choices by their list."""
    if column.field == "name":
        return sort_key(resource.reading or resource.name)
    if column.label in (WORDS, *_LEFTS, *_RIGHTS):
        span = _range_of(resource, column)
        ends = None if span is None else (span.left, span.right)
        return ends[::-1] if ends and column.label in _RIGHTS else ends
    if column.kind in (Kind.COUNT, Kind.DATE):
        return getattr(resource, column.field or "")
    text = text_of(resource, column, worksheet)
    if not text:
        return None
    return order_among(text, choices_of(column, worksheet) or ())


def order_among(text: str, words: tuple[str, ...]) -> tuple[int, SortKey]:
    """Return what a text is sorted by: words to choose among by their list, others after them."""
    return (words.index(text) if text in words else len(words), sort_key(text))


def with_text(resource: Resource, column: Column, text: str, worksheet: Worksheet) -> Resource:
    """Return the resource with a cell filled in.

    Raises:
        CellError: the cell cannot take the text.
    """
    if text == text_of(resource, column, worksheet):
        return resource
    if column.field is None:
        return _with_special(resource, column, text)
    read = _READERS[column.kind]
    return replace(resource, **{column.field: read(column.field, text, worksheet)})


def _storable(text: str) -> str:
    if not is_storable(text):
        raise CellError(refusal_words.TEXT_TOO_LONG)
    return text


def _line(field: str, text: str, _worksheet: Worksheet) -> str:
    line = _storable(clean_line(text))
    if field == "name" and not line:
        raise CellError(refusal_words.NAME_NEEDED)
    return line


def _text(_field: str, text: str, _worksheet: Worksheet) -> str:
    return _storable(clean_text(text))


def _choice(field: str, text: str, worksheet: Worksheet) -> str:
    line = _storable(clean_line(text)) or DEFAULT_CHOICES.get(field, "")
    return worksheet.category_id(line) if field == "category" else vocabulary().canonical(field, line)


def split_words(text: str) -> list[str]:
    """Return the words of a cell that takes several, parted by commas or line breaks."""
    return [word for part in _SEPARATORS.split(text) if (word := clean_line(part))]


def _choices(field: str, text: str, _worksheet: Worksheet) -> tuple[str, ...]:
    words = split_words(_storable(clean_text(text)))
    return tuple(dict.fromkeys(vocabulary().canonical(field, word) for word in words))


def _count(_field: str, text: str, _worksheet: Worksheet) -> int | None:
    if not clean_line(text):
        return None
    number = parse_count(text)
    if number is None or number > MAX_COUNT:
        raise CellError(refusal_words.COUNT_NEEDED)
    return number


def _date(_field: str, text: str, _worksheet: Worksheet) -> date | None:
    line = clean_line(text)
    day = parse_date(line)
    if line and day is None:
        raise CellError(refusal_words.DATE_NEEDED)
    return day


_READERS: dict[Kind, Callable[[str, str, Worksheet], Any]] = {
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.COUNT: _count,
    Kind.DATE: _date,
}


def _special_text(resource: Resource, column: Column) -> str:
    span = _range_of(resource, column)
    if column.label == WORDS:
        return span_in_words(span) if span else UNPLACED
    if column.label in (*_LEFTS, *_RIGHTS):
        return f"{(span.left if column.label in _LEFTS else span.right) * 100:.1f}".removesuffix(".0") if span else ""
    if column.label == PREPRINTED:
        return PREPRINTED_YES if resource.preprinted else ""
    return cell_text(dict(resource.extra).get(column.label))


def _with_special(resource: Resource, column: Column, text: str) -> Resource:
    line = clean_line(text)
    if column.label == WORDS:
        return _with_span(resource, _span(line))
    if column.label in (LEFT, RIGHT):
        return _with_span(resource, _span_with_end(resource.span, line, left=column.label == LEFT))
    if column.label in (AIM_LEFT, AIM_RIGHT):
        return replace(resource, aim=_aim_with_end(resource, line, left=column.label == AIM_LEFT))
    if column.label == PREPRINTED:
        if fold(line) not in _YES | _NO:
            raise CellError(refusal_words.YES_OR_EMPTY)
        return replace(resource, preprinted=fold(line) in _YES)
    others = tuple(cell for cell in resource.extra if cell[0] != column.label)
    return replace(resource, extra=_extra(resource, column.label, _storable(clean_text(text)), others))


def _range_of(resource: Resource, column: Column) -> Span | None:
    return resource.aim if column.label in (AIM_LEFT, AIM_RIGHT) else resource.span


def _aim_with_end(resource: Resource, line: str, *, left: bool) -> Span | None:
    """Move one end of あるべき姿, which begins as the range that is; nothing takes it back."""
    return _span_with_end(resource.aim or resource.span, line, left=left) if line else None


def _extra(resource: Resource, label: str, text: str, others: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the user's own cells with one changed; a number stays a number, and the cells keep their order."""
    labels = [heading for heading, _ in resource.extra]
    value: str | float = text
    if isinstance(dict(resource.extra).get(label), float | int) and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        value = float(text)
    if not text:
        return others
    if label not in labels:
        return (*others, (label, value))
    at = labels.index(label)
    return (*others[:at], (label, value), *others[at:])


def _with_span(resource: Resource, span: Span | None) -> Resource:
    if span is None:
        return replace(resource, span=None, lane=None, free_y=None)
    return replace(resource, span=span)


def _span(line: str) -> Span | None:
    """Read 状態像: a word, or two numbers; nothing takes the card off the paper."""
    if not line or fold(line) == fold(UNPLACED):
        return None
    if found := _RANGE.fullmatch(unicodedata.normalize("NFKC", line)):
        left, right = sorted(_share(part) for part in found.groups())
        return Span(left, right)
    span = span_from_words(line)
    if span is None:
        raise CellError(refusal_words.span_needed(SPAN_WORDS))
    return span


def _span_with_end(span: Span | None, line: str, *, left: bool) -> Span | None:
    """Move one end; the other gives way, so that both ends can be pasted one after the other. Nothing moves nothing."""
    if not line:
        return span
    share = _share(line)
    if span is None:
        return Span(0.0, DROP_WIDTH).moved_to(share if left else share - DROP_WIDTH)
    return Span(share, max(span.right, share)) if left else Span(min(span.left, share), share)


def _share(line: str) -> float:
    try:
        number = float(fold(line).removesuffix("%"))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 100:
        raise CellError(refusal_words.SHARE_NEEDED)
    return number / 100
