"""The words of the choice fields, loaded from `vocabulary.toml` and checked at load.

A choice is stored as its Japanese word, because the word is the field's own term and workbooks hold it;
only 総合事業の類型 is stored as a code, since two sets of words exist for it (deck p10; 2024 revision).
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from resource_mapper.domain.text import fold


class Status(StrEnum):
    """状況 of a resource: what is there, what is wished for, what is over."""

    AVAILABLE = "ある"
    PREPARING = "準備中"
    WANTED = "あったらいいな"
    PAUSED = "休止"
    ENDED = "終了"


class Nature(StrEnum):
    """種別 of a resource: an organised activity or service, or support that has grown by itself."""

    ORGANISED = "資源"
    NATURAL = "自然な支え合い"


class Wording(StrEnum):
    """Which words name the service types."""

    DECK = "deck"
    REVISED = "revised"


CONTACT_INTERNAL = "内部のみ"
CONTACT_PUBLIC = "公開"


@dataclass(frozen=True, slots=True)
class ServiceType:
    """One kind of service of the 総合事業: its code, and its words by vocabulary."""

    code: str
    labels: dict[Wording, str]
    short: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All choices: field name → words, and the service types."""

    choices: dict[str, tuple[str, ...]]
    service_types: tuple[ServiceType, ...]

    def canonical(self, field: str, word: str) -> str:
        """Return the stored form of a word somebody wrote; a word not in the list comes back as it is."""
        return _lookup(field).get(fold(word), word)

    def is_known(self, field: str, value: str) -> bool:
        """Whether a stored value is one of the field's choices (nothing chosen counts as known)."""
        return not value or value in _lookup(field).values()

    def label(self, field: str, value: str, wording: Wording = Wording.DECK) -> str:
        """Return the word shown for a stored value."""
        if field == "service_type":
            return next((kind.labels[wording] for kind in self.service_types if kind.code == value), value)
        return value

    def short_label(self, field: str, value: str) -> str:
        """Return the word for a stored value where there is little room (「訪問A」), the same in every wording."""
        if field == "service_type":
            return next((kind.short for kind in self.service_types if kind.code == value), value)
        return value

    def values(self, field: str) -> tuple[str, ...]:
        """Return the stored values of a field, in order."""
        if field == "service_type":
            return tuple(kind.code for kind in self.service_types)
        return self.choices[field]

    def labels(self, field: str, wording: Wording = Wording.DECK) -> tuple[str, ...]:
        """Return the words to offer for a field, in order."""
        if field == "service_type":
            return tuple(kind.labels[wording] for kind in self.service_types)
        return self.choices[field]


def _parse(raw: dict[str, Any]) -> Vocabulary:
    """Check the schema of the data file and build the vocabulary.

    Raises:
        ValueError: the file is not what the program expects (a fault of the build, not of the user).
    """
    try:
        choices = {name: tuple(words) for name, words in raw["choices"].items()}
        kinds = tuple(_service_type(entry) for entry in raw["service_types"])
    except KeyError as missing:
        raise ValueError(f"vocabulary.toml: {missing} is missing") from missing
    choices["status"] = tuple(Status)
    choices["nature"] = tuple(Nature)
    for name, words in choices.items():
        if not words or len({fold(word) for word in words}) != len(words):
            raise ValueError(f"vocabulary.toml: choices of {name} are empty or doubled")
    words_of_kinds = [fold(word) for kind in kinds for word in {kind.code, kind.short, *kind.labels.values()}]
    if len(set(words_of_kinds)) != len(words_of_kinds):
        raise ValueError("vocabulary.toml: a service type's code or label is doubled")
    return Vocabulary(choices, kinds)


def _service_type(entry: dict[str, str]) -> ServiceType:
    labels = {wording: entry[wording.value] for wording in Wording}
    return ServiceType(entry["code"], labels, entry.get("short", entry["deck"]))


@cache
def vocabulary() -> Vocabulary:
    """Return the words shipped with the program."""
    import tomllib

    source = Path(__file__).with_name("vocabulary.toml")
    return _parse(tomllib.loads(source.read_text(encoding="utf-8")))


@cache
def _lookup(field: str) -> dict[str, str]:
    """Return folded word → stored value for a field."""
    words = vocabulary()
    if field != "service_type":
        return {fold(word): word for word in words.choices[field]}
    known = {fold(kind.code): kind.code for kind in words.service_types}
    for kind in words.service_types:
        known[fold(kind.short)] = kind.code
        known.update({fold(label): kind.code for label in kind.labels.values()})
    return known
