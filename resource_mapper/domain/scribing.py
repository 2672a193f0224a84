"""What a scribe writes in one line: 「2 いきいきサロン」「サロン：いきいきサロン」「いきいきサロン ＠虚弱」.

A digit, or the beginning of a word for it with 「：」, chooses the 分類; what follows 「＠」 the 状態像, the 状況
or the 種別. What a line does not say stays as it was for the line before.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from resource_mapper.domain.axis import SPAN_WORDS, Span, span_from_words
from resource_mapper.domain.category import Category
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line, fold
from resource_mapper.domain.vocabulary import Nature, Status
from resource_mapper.domain.wishes import WISH_STEPS
from resource_mapper.domain.worksheet import Worksheet

FIRST_SPAN = Span(0.0, 1 / 3)
SCRIBED_STATUSES: tuple[str, ...] = WISH_STEPS[::-1]
"""ある, 準備中, あったらいいな: what a scribe chooses among, in the order of the list."""
_DIGIT = re.compile(r"([0-9０-９]{1,2})[ 　]+(?=\S)")
_WORD = re.compile(r"([^：:]{1,20})[：:][ 　]*(?=\S)")
_STATUS_WORDS = {
    "ある": Status.AVAILABLE,
    "あったらいいな": Status.WANTED,
    "ほしい": Status.WANTED,
    "準備中": Status.PREPARING,
}
_NATURE_WORDS = {
    "自然な支え合い": Nature.NATURAL,
    "支え合い": Nature.NATURAL,
    "宝物": Nature.NATURAL,
    "資源": Nature.ORGANISED,
}
_AT = re.compile(r"(?<=[^ 　])[ 　]*[@＠]([^@＠ 　]+)$")


@dataclass(frozen=True, slots=True)
class Draft:
    """What the next card will be, but for its name."""

    category: str = ""
    span: Span = FIRST_SPAN
    status: str = SCRIBED_STATUSES[0]
    nature: str = Nature.ORGANISED

    def next_status(self) -> "Draft":
        """Return the draft with the next of `SCRIBED_STATUSES`."""
        at = SCRIBED_STATUSES.index(self.status) + 1 if self.status in SCRIBED_STATUSES else 0
        return replace(self, status=SCRIBED_STATUSES[at % len(SCRIBED_STATUSES)])

    def next_category(self, categories: Iterable[Category], by: int = 1) -> "Draft":
        """Return the draft with the next 分類, past the last one none."""
        ids = ["", *(category.id for category in categories)]
        at = ids.index(self.category) if self.category in ids else 0
        return replace(self, category=ids[(at + by) % len(ids)])

    def moved(self, by: float) -> "Draft":
        """Return the draft with its range moved along the axis."""
        return replace(self, span=self.span.moved_to(self.span.left + by))

    def widened(self, by: float) -> "Draft":
        """Return the draft with the end of its range moved."""
        return replace(self, span=self.span.with_right(self.span.right + by))

    @classmethod
    def of(cls, resource: Resource) -> "Draft":
        """Return what a resource is."""
        return cls(resource.category, resource.span or FIRST_SPAN, resource.status, resource.nature)

    def resource(self, resource_id: str, name: str) -> Resource:
        """Return the card."""
        return Resource(
            id=resource_id,
            name=name,
            category=self.category,
            span=self.span,
            status=self.status,
            nature=self.nature,
        )


def read_line(text: str, draft: Draft, worksheet: Worksheet) -> tuple[str, Draft]:
    """Return the name that a line holds, and the draft as the line changes it; the name is empty where none is yet.

    What is no 分類, 状態像, 状況 or 種別 belongs to the name.
    """
    line = clean_line(text)
    for pattern, category_for in ((_DIGIT, _by_number), (_WORD, _by_word)):
        found = pattern.match(line)
        category = category_for(found[1], worksheet.categories) if found else None
        if found and category is not None:
            line, draft = line[found.end() :], replace(draft, category=category.id)
            break
    while (found := _AT.search(line)) and (changed := _at(found[1], draft)) is not None:
        line, draft = line[: found.start()], changed
    return line, draft


def _by_number(digits: str, categories: tuple[Category, ...]) -> Category | None:
    number = int(digits)
    return categories[number - 1] if 1 <= number <= len(categories) else None


def _by_word(word: str, categories: tuple[Category, ...]) -> Category | None:
    """Return the only category whose label holds a word; the one that begins with it goes first."""
    key = fold(word)
    for matches in (
        [category for category in categories if fold(category.label).startswith(key)],
        [category for category in categories if key in fold(category.label)],
    ):
        if len(matches) == 1:
            return matches[0]
    return None


def _at(word: str, draft: Draft) -> Draft | None:
    span = next((span_from_words(known) for known in SPAN_WORDS if fold(known) == fold(word)), None)
    if span is not None:
        return replace(draft, span=span)
    nature = next((nature for known, nature in _NATURE_WORDS.items() if fold(known) == fold(word)), None)
    if nature is not None:
        return replace(draft, nature=nature)
    status = next((status for known, status in _STATUS_WORDS.items() if fold(known) == fold(word)), None)
    return replace(draft, status=status) if status is not None else None
