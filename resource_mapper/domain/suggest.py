"""Suggesting 分類, 状態像 and 頻度 from the words of a list: always with the reason, never as a fact.

The rules are data (`suggest.toml`), checked at load. Whoever takes a suggestion over has seen it first.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from resource_mapper.domain.axis import Span, span_from_words, span_in_words
from resource_mapper.domain.category import DEFAULT_CATEGORIES, Category
from resource_mapper.domain.frequency import frequency_in
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import fold

SUGGESTED_MARK = "（提案）"
"""How a line in 備考 begins that marks values nobody has confirmed."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a resource might be: a category's ID (may be empty), a range (may be missing), the word that says so.

    And how often it might be, with the words about when that say so (both may be empty).
    """

    category: str
    span: Span | None
    word: str
    frequency: str = ""
    when: str = ""

    def in_words(self, labels: Mapping[str, str]) -> str:
        """Return 「体操」とあるので 住民主体の通いの場、元気〜虚弱; `labels` are those of the categories, by ID."""
        what = [labels.get(self.category, ""), span_in_words(self.span) if self.span else ""]
        parts = ((self.word, "、".join(filter(None, what))), (self.when, self.frequency))
        return "。".join(f"「{word}」とあるので {said}" for word, said in parts if said)


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    against: re.Pattern[str] | None
    words: Mapping[str, str]
    category: str
    span: Span | None


def suggest(resource: Resource, categories: Iterable[Category] = DEFAULT_CATEGORIES) -> Suggestion | None:
    """Return what the words of a resource speak for, of what is not settled yet; None where they say nothing.

    Only categories that the worksheet has are suggested.
    """
    found = _by_words(resource, categories) or Suggestion("", None, "")
    often = None if resource.frequency else frequency_in(resource.schedule)
    if often is not None:
        found = replace(found, when=often[0], frequency=often[1])
    return found if found.category or found.span or found.frequency else None


def _by_words(resource: Resource, categories: Iterable[Category]) -> Suggestion | None:
    if resource.category and resource.span:
        return None
    known = {category.id for category in categories}
    for text in (resource.name, "\n".join((*resource.activities, resource.note))):
        if found := _first_match(fold(text)):
            rule, word = found
            category = rule.category if not resource.category and rule.category in known else ""
            span = rule.span if resource.span is None else None
            return Suggestion(category, span, word)
    return None


def accept(resource: Resource, suggestion: Suggestion, mark: str = "") -> Resource:
    """Return a resource with a suggestion taken over; `mark` is a line for 備考 where nobody has confirmed it."""
    return replace(
        resource,
        category=resource.category or suggestion.category,
        span=resource.span or suggestion.span,
        frequency=resource.frequency or suggestion.frequency,
        note="\n".join(filter(None, (resource.note, mark))),
    )


def _first_match(text: str) -> tuple[_Rule, str] | None:
    for rule in _rules():
        found = rule.pattern.search(text)
        if found and not (rule.against and rule.against.search(text)):
            return rule, rule.words[found.group()]
    return None


@cache
def _rules() -> tuple[_Rule, ...]:
    source = Path(__file__).with_name("suggest.toml")
    return _parse(tomllib.loads(source.read_text(encoding="utf-8")))


def _parse(raw: dict[str, Any]) -> tuple[_Rule, ...]:
    """Check the schema of the data file and build the rules.

    Raises:
        ValueError: the file is not what the program expects (a fault of the build, not of the user).
    """
    known = {category.id for category in DEFAULT_CATEGORIES}
    rules = []
    for entry in raw["rule"]:
        span, category = span_from_words(entry.get("span", "")), entry.get("category", "")
        if entry.keys() - {"words", "unless", "span", "category"} or not entry.get("words"):
            raise ValueError(f"suggest.toml: {entry}")
        if (category and category not in known) or ("span" in entry and span is None) or not (category or span):
            raise ValueError(f"suggest.toml: unknown category or range in {entry}")
        words = {fold(word): word for word in entry["words"]}
        rules.append(_Rule(_any_of(words), _any_of(map(fold, entry.get("unless", ()))), words, category, span))
    return tuple(rules)


def _any_of(words: Iterable[str]) -> Any:  # noqa: ANN401 a pattern, or None for no words at all
    """Return the pattern that finds any of some words, the longer before the shorter; None for none."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None
