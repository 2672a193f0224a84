"""What a heading in somebody else's list means: the rules of `synonyms.toml`, checked at load."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from resource_mapper.domain.fields import FIELDS
from resource_mapper.domain.text import fold
from resource_mapper.storage.workbook.schema import LEFT, RIGHT, WORDS

PARTS: Mapping[str, str | None] = {
    "id": "source",
    "building": "address",
    "address_piece": "address",
    "hours": "schedule",
    "weekday": "schedule",
    "date_from": "schedule",
    "date_to": "schedule",
    "time": "schedule",
    "time_from": "schedule",
    "time_to": "schedule",
    "schedule_note": "schedule",
    "target_from": "target",
    "target_to": "target",
    "kind": "note",
    "span_words": "span",
    "span_left": "span",
    "span_right": "span",
    "drop": None,
}
"""Roles that are no field themselves, and the field that takes their values."""

_OWN_SIGNS = frozenset(
    (
        "実施主体の種類",
        "支え方",
        "生活支援の種類",
        "総合事業の類型",
        "担い手の人数",
        "連絡先の公開",
        "最終確認日",
        LEFT,
        RIGHT,
    )
)
"""Labels that hardly any list but this program's own has."""
_OWN_SIGNS_ENOUGH = 4

_MARKS = re.compile(r"""[_・/\\「」『』【】〔〕\[\]<>{}:;。、,.*※●○◎■□◆◇★☆▼▽△▲#|"'!?~-]""")
_DASH_BEFORE_END = re.compile(r"ー(?=開始|終了)")
_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKETS_THAT_MATTER = re.compile(r"\([^()]*(かな|がな|カナ|ガナ|よみ|ヨミ|読み|開始|終了|通称|略称)[^()]*\)")
_NUMBERED = re.compile(r"^\(?\d{1,2}\)?(?=\D)")
_MAX_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Rule:
    """What to do with a column.

    `rank` orders the columns that may hold the names, the best first; `weak` ones need other signs of a list.
    `day` and `end` (開始, 終了) belong to the role `hours`.
    """

    role: str
    labelled: bool = False
    label: str = ""
    otherwise: str = ""
    weak: bool = False
    rank: int = 0
    exact: bool = True
    day: str = ""
    end: str = ""

    @property
    def field(self) -> str | None:
        """The field of a resource that takes the values, None if none does."""
        return PARTS.get(self.role, self.role)


@dataclass(frozen=True, slots=True)
class _Rules:
    words: dict[str, Rule] = field(default_factory=dict)
    patterns: list[tuple[re.Pattern[str], Rule]] = field(default_factory=list)


def heading_key(text: str) -> str:
    """Return a heading for comparison: `fold`, and no marks around or between its words."""
    return _MARKS.sub("", _DASH_BEFORE_END.sub("", fold(text)))


def find_word(text: str) -> Rule | None:
    """Return the rule for a heading that is one of the known words, in brackets or out of them, numbered or not."""
    if len(text) > _MAX_LENGTH:
        return None
    words = _rules().words
    key = heading_key(text)
    bare = key if _BRACKETS_THAT_MATTER.search(key) else _BRACKETS.sub("", key)
    for candidate in (key, bare, _NUMBERED.sub("", key), _NUMBERED.sub("", bare)):
        if found := words.get(candidate):
            return found
    return None


def find_rule(text: str) -> Rule | None:
    """Return the rule for a heading, by word or by pattern; None for one that is not understood."""
    if found := find_word(text):
        return found
    if len(text) > _MAX_LENGTH:
        return None
    key = heading_key(text)
    for pattern, rule in _rules().patterns:
        if match := pattern.search(key):
            groups = match.groupdict()
            return replace(rule, day=groups.get("day", ""), end=groups.get("end", ""))
    return None


def is_own_list(headings: Iterable[str]) -> bool:
    """Whether these are the headings of a list that this program wrote."""
    keys = {heading_key(text) for text in headings}
    return len(keys & {heading_key(label) for label in _OWN_SIGNS}) >= _OWN_SIGNS_ENOUGH


@cache
def _rules() -> _Rules:
    source = files("resource_mapper.storage.importing").joinpath("synonyms.toml")
    return _parse(tomllib.loads(source.read_text(encoding="utf-8")))


def _parse(raw: dict[str, Any]) -> _Rules:
    """Check the schema of the data file and build the rules.

    Raises:
        ValueError: the file is not what the program expects (a fault of the build, not of the user).
    """
    rules = _Rules()
    for rank, (label, role) in enumerate(_own_labels().items()):
        rules.words[heading_key(label)] = Rule(role, rank=rank, otherwise="note")
    known = {field.name for field in FIELDS} | PARTS.keys()
    for number, entry in enumerate(raw["heading"], start=1):
        words, patterns = entry.pop("words", []), entry.pop("patterns", [])
        rule = Rule(**entry)
        if {rule.role, rule.otherwise or "note"} - known:
            raise ValueError(f"synonyms.toml: unknown role in {entry}")
        for place, word in enumerate(words):
            _add(rules, heading_key(word), replace(rule, rank=1000 * number + place))
        for pattern in patterns:
            rules.patterns.append((re.compile(pattern), replace(rule, rank=1000 * number, exact=False)))
    return rules


def _own_labels() -> dict[str, str]:
    labels = {field.label: field.name for field in FIELDS if field.name != "nature"}  # 種別 is a common word
    return labels | {WORDS: "span_words", LEFT: "span_left", RIGHT: "span_right"}


def _add(rules: _Rules, key: str, rule: Rule) -> None:
    other = rules.words.setdefault(key, rule)
    if other.role != rule.role or not key:
        raise ValueError(f"synonyms.toml: {key!r} stands for {other.role} and {rule.role}")
