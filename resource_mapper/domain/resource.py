"""One local resource (地域資源) as plain data."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from operator import attrgetter
from random import Random
from typing import Any

from resource_mapper.domain.axis import RESOLUTION, Span
from resource_mapper.domain.fields import FIELDS, Kind
from resource_mapper.domain.text import are_clean_lines, are_clean_texts, clean_line, is_storable
from resource_mapper.domain.vocabulary import CONTACT_INTERNAL, CONTACT_PUBLIC, Nature, Status

CHOICES_SEPARATOR = "、"
"""Joins several choices in one cell."""
CHOICES_SEPARATORS = "、,，;；"
"""What parts several choices in a cell that somebody typed; no word of a `CHOICES` field contains any."""

MAX_LANE = 999
MAX_COUNT = 9_999_999
FIRST_YEAR = 1900
"""Excel knows no earlier day."""

ExtraCell = str | float | bool | date | time | timedelta
"""What a cell of a column that the user added may hold."""

DEFAULT_CHOICES = {
    "status": Status.AVAILABLE.value,
    "nature": Nature.ORGANISED.value,
    "contact_public": CONTACT_INTERNAL,
}
"""Choice fields that begin with a word instead of nothing."""

_ID_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_ID_LENGTH = 11
_CHANCE = Random()  # noqa: S311 no secret
"""Begun once with chance of the system: a worker that asked for it row by row would never let the window have its turn,
since Python counts how long that waits anew whenever a system call lets go of its lock."""


def new_id(prefix: str = "r") -> str:
    """Return a fresh ID, that of a resource: 12 characters without look-alikes (54 bits by chance)."""
    return prefix + "".join(_CHANCE.choices(_ID_ALPHABET, k=_ID_LENGTH))


def is_generated_id(text: str) -> bool:
    """Whether `new_id` may have made an ID, so that it means the same resource in every file."""
    return len(text) == _ID_LENGTH + 1 and text.startswith("r") and set(text[1:]) <= set(_ID_ALPHABET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A resource on the sheet, or still in the tray (`span is None`).

    Choice fields hold the word itself (see `vocabulary`); words outside the lists are kept as typed.
    `category` is a category's id, or a word that no category of the worksheet has, or nothing.
    `aim` is the range that it should serve one day (あるべき姿, deck p28); None means the one it has.
    `lane` is the sub-row the card was dropped on, `free_y` its height (0 top – 1 bottom) in 自由配置.
    `preprinted` cards stay on the blank sheet for writing (記入用シート, deck p16).
    `extra` holds the cells of columns that the user added to the list: (heading, value).
    """

    id: str
    name: str
    reading: str = ""
    category: str = ""
    span: Span | None = None
    aim: Span | None = None
    status: str = Status.AVAILABLE
    nature: str = Nature.ORGANISED
    operator: str = ""
    operator_kind: str = ""
    support: str = ""
    area_level: str = ""
    district: str = ""
    place: str = ""
    address: str = ""
    schedule: str = ""
    frequency: str = ""
    activities: tuple[str, ...] = ()
    life_support: tuple[str, ...] = ()
    service_type: str = ""
    target: str = ""
    fee: str = ""
    capacity: int | None = None
    participants: int | None = None
    supporters: int | None = None
    transport: str = ""
    contact: str = ""
    contact_public: str = CONTACT_INTERNAL
    confirmed_on: date | None = None
    confirmed_by: str = ""
    source: str = ""
    url: str = ""
    note: str = ""
    lane: int | None = None
    free_y: float | None = None
    preprinted: bool = False
    extra: tuple[tuple[str, ExtraCell], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what could not be stored and read back.

        Raises:
            ValueError: with the field's label, for developers; readers and editors clean their input first.
        """
        if not self.id or clean_line(self.id) != self.id:
            raise ValueError("ID is missing or not one clean line")
        if not self.name:
            raise ValueError("名称 is missing")
        plain = are_clean_lines(_LINES(self)) and are_clean_texts(_TEXTS(self))
        for field in _OTHERS if plain else FIELDS:
            value = getattr(self, field.name)
            if not _CHECKS[field.kind](value):
                raise ValueError(f"{field.label}: {value!r} cannot be stored")
        for heading, cell in self.extra:
            if not heading or not _is_line(heading) or not _is_extra_cell(cell):
                raise ValueError(f"extra: {heading!r}: {cell!r} cannot be stored")
        if self.lane is not None and not 0 <= self.lane <= MAX_LANE:
            raise ValueError(f"lane {self.lane}")
        if self.free_y is not None:
            object.__setattr__(self, "free_y", round(self.free_y, RESOLUTION) + 0.0)
            if not 0.0 <= self.free_y <= 1.0:
                raise ValueError(f"free_y {self.free_y}")

    @property
    def counts(self) -> bool:
        """Whether the resource covers its part of the axis today (状況 = ある)."""
        return self.status == Status.AVAILABLE

    @property
    def is_natural(self) -> bool:
        """Whether it is support among people themselves (自然な支え合い); it serves its range as any resource does."""
        return self.nature == Nature.NATURAL

    @property
    def public_contact(self) -> str:
        """The contact if it may be shown to everybody, else nothing."""
        return self.contact if self.contact_public == CONTACT_PUBLIC else ""


def _is_line(value: str) -> bool:
    return clean_line(value) == value and is_storable(value)


def _is_text(value: str) -> bool:
    return is_storable(value) and (not value or bool(value.strip()))


@lru_cache(maxsize=4096)  # a list uses few sets of words, over and over
def _are_choices(value: tuple[str, ...]) -> bool:
    if not value:
        return True
    clean = all(word and _is_line(word) and not set(CHOICES_SEPARATORS) & set(word) for word in value)
    return clean and len(set(value)) == len(value) and is_storable(CHOICES_SEPARATOR.join(value))


def _is_count(value: object) -> bool:
    return value is None or (isinstance(value, int) and 0 <= value <= MAX_COUNT)


def _is_day(value: date | None) -> bool:
    return value is None or value.year >= FIRST_YEAR


def _is_extra_cell(value: object) -> bool:
    if isinstance(value, str):
        return _is_text(value)
    return not isinstance(value, float) or math.isfinite(value)


_CHECKS: dict[Kind, Callable[[Any], bool]] = {
    Kind.LINE: _is_line,
    Kind.TEXT: _is_text,
    Kind.CHOICE: _is_line,
    Kind.CHOICES: _are_choices,
    Kind.COUNT: _is_count,
    Kind.DATE: _is_day,
}

_LINES: Callable[[Resource], tuple[str, ...]] = attrgetter(
    *(field.name for field in FIELDS if field.kind in (Kind.LINE, Kind.CHOICE))
)
_TEXTS: Callable[[Resource], tuple[str, ...]] = attrgetter(*(f.name for f in FIELDS if f.kind is Kind.TEXT))
_OTHERS = tuple(field for field in FIELDS if field.kind in (Kind.CHOICES, Kind.COUNT, Kind.DATE))
"""Lines and texts are checked all at once, one by one only where something seems wrong."""
