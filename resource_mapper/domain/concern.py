"""課題: one thing that lies between the town as it should be and the town as it is (deck p28)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from operator import attrgetter

from resource_mapper.domain.fields import Field, Kind
from resource_mapper.domain.resource import FIRST_YEAR, new_id
from resource_mapper.domain.text import (
    are_clean_lines,
    are_clean_texts,
    clean_line,
    clean_text,
    fitted,
    fold,
    is_storable,
)


class ConcernState(StrEnum):
    """How far a 課題 has come; other words are kept as typed."""

    OPEN = "これから"
    UNDER_WAY = "取り組み中"
    DONE = "できた"
    DROPPED = "見送り"


DEGREES = ("高", "中", "低")
"""Of 優先度 and 難易度 (deck p29); neither has to be said."""

CONCERN_CHOICES: dict[str, tuple[str, ...]] = {"priority": DEGREES, "difficulty": DEGREES, "state": tuple(ConcernState)}
"""Words offered for the choice fields."""

CONCERN_FIELDS = (
    Field("title", "課題", Kind.LINE),
    Field("reason", "根拠", Kind.TEXT),
    Field("priority", "優先度", Kind.CHOICE),
    Field("difficulty", "難易度", Kind.CHOICE),
    Field("who", "役割分担", Kind.TEXT),
    Field("due", "期限", Kind.DATE),
    Field("state", "状態", Kind.CHOICE),
    Field("raised_at", "出た会議", Kind.LINE),
    Field("note", "備考", Kind.TEXT),
)
"""Every field but the cards it rests on and the ID, in the order of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """A 課題: what is to be done, why, by whom, by when; carried from meeting to meeting.

    `grounds` are IDs of resources that it rests on, `reason` says the rest in words; `who` is free text (役割分担);
    `raised_at` names the meeting where it came up.
    """

    id: str
    title: str
    grounds: tuple[str, ...] = ()
    reason: str = ""
    priority: str = ""
    difficulty: str = ""
    who: str = ""
    due: date | None = None
    state: str = ConcernState.OPEN
    raised_at: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what could not be stored and read back.

        Raises:
            ValueError: with the field's label, for developers; readers and editors clean their input first.
        """
        if not self.id or not self.title or clean_line(self.id) != self.id:
            raise ValueError("ID or 課題 is missing")
        for field in () if are_clean_lines(_LINES(self)) and are_clean_texts(_TEXTS(self)) else CONCERN_FIELDS:
            value = getattr(self, field.name)
            if isinstance(value, str):
                clean = clean_text if field.kind is Kind.TEXT else clean_line
                if clean(value) != value or not is_storable(value):
                    raise ValueError(f"{field.label}: {value!r} cannot be stored")
        if self.due is not None and self.due.year < FIRST_YEAR:
            raise ValueError(f"期限 {self.due}")
        if fitting_grounds(self.grounds) != self.grounds:
            raise ValueError("grounds are doubled or too many")

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do (できた, 見送り)."""
        return self.state in (ConcernState.DONE, ConcernState.DROPPED)

    def without_grounds(self, gone: Iterable[tuple[str, str]]) -> "Concern":
        """Return it after cards (ID, name) have gone: their names stay, as words of the 根拠."""
        names = [name for key, name in gone if key in self.grounds]
        keys = {key for key, _ in gone}
        reason = with_line(self.reason, "".join(f"「{name}」" for name in names))
        return replace(self, grounds=tuple(key for key in self.grounds if key not in keys), reason=reason)


_LINES: Callable[[Concern], tuple[str, ...]] = attrgetter(
    *(field.name for field in CONCERN_FIELDS if field.kind in (Kind.LINE, Kind.CHOICE))
)
_TEXTS: Callable[[Concern], tuple[str, ...]] = attrgetter(*(f.name for f in CONCERN_FIELDS if f.kind is Kind.TEXT))
"""Checked all at once, one by one only where something seems wrong."""


def new_concern_id() -> str:
    """Return a fresh ID."""
    return new_id("k")


def fitting_grounds(ids: Iterable[str]) -> tuple[str, ...]:
    """Return IDs once each, as many as one cell can hold (about 2,500)."""
    found = tuple(dict.fromkeys(ids))
    lines = "\n".join(found)
    return found if is_storable(lines) else found[: fitted(lines).count("\n")]


def with_line(text: str, line: str) -> str:
    """Return a text with one more line, unless it says so already or no cell could hold it."""
    if not line or line in text.split("\n"):
        return text
    longer = f"{text}\n{line}" if text else line
    return longer if is_storable(longer) else text


def canonical(field: str, word: str) -> str:
    """Return the offered word that a typed one means, else the typed one."""
    return next((known for known in CONCERN_CHOICES.get(field, ()) if fold(known) == fold(word)), word)
