"""Finding words in resources: width, case, katakana, small kana, long vowels and hyphens do not count."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from resource_mapper.domain.fields import FIELDS, Kind
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import fold_kana
from resource_mapper.domain.vocabulary import Wording, vocabulary
from resource_mapper.domain.worksheet import Worksheet

_BETWEEN = "\0"
"""Stands between fields, so that no word is found across two of them; `fold` leaves it alone."""

_KEY = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖぢづ", "あいうえおつやゆよわかけじず", "ー-・")
_TEXTS = {Kind.LINE, Kind.TEXT}
_SEARCHED = tuple(field for field in FIELDS if field.kind in _TEXTS and field.name != "category")
_CHOSEN = tuple(field.name for field in FIELDS if field.kind is Kind.CHOICE and field.name != "category")
_SEVERAL = tuple(field.name for field in FIELDS if field.kind is Kind.CHOICES)


def search_key(text: str) -> str:
    """Return the key by which text is searched; text that is nothing but marks keeps them."""
    return _folded(text) or fold_kana(text)


@lru_cache(maxsize=1 << 14)
def _folded(text: str) -> str:
    """Fold; kept, because places, times and contacts stand in many resources of a list."""
    return fold_kana(text).translate(_KEY)


@lru_cache(maxsize=64)
def query_words(query: str) -> tuple[str, ...]:
    """Return the keys of the words of a query, which spaces of any width part."""
    return tuple(search_key(word) for word in query.split())


_kept: dict[int, tuple[Resource, tuple[str, Wording], str]] = {}
"""What resources say, by their identity: hashing all their fields would cost more than looking for a word."""
_MOST_KEPT = 1 << 17


def search_text(resource: Resource, category: str, wording: Wording) -> str:
    """Return the key of everything a resource says in words; `category` is the label of its 分類."""
    known = _kept.get(id(resource))
    if known is not None and known[0] is resource and known[1] == (category, wording):
        return known[2]
    if len(_kept) >= _MOST_KEPT:
        _kept.clear()
    text = _said(resource, category, wording)
    _kept[id(resource)] = resource, (category, wording), text  # the resource stays alive, and with it its identity
    return text


def _said(resource: Resource, category: str, wording: Wording) -> str:
    parts: list[Any] = [getattr(resource, field.name) for field in _SEARCHED]
    parts += [category, *(vocabulary().label(name, getattr(resource, name), wording) for name in _CHOSEN)]
    parts += [word for name in _SEVERAL for word in getattr(resource, name)]
    parts += [value for _, value in resource.extra if isinstance(value, str)]
    return _BETWEEN.join(_folded(part) for part in parts if part)


def prepare_search(worksheet: Worksheet) -> None:
    """Fold what all resources say, so that the first word looked for is found as fast as the others."""
    for resource in worksheet.resources:
        says(resource, (), worksheet)


def says(resource: Resource, words: Sequence[str], worksheet: Worksheet) -> bool:
    """Whether a resource holds every word (see `query_words`), each in any of its fields."""
    text = search_text(resource, worksheet.category_label(resource), worksheet.wording)
    return all(word in text for word in words)


def find(worksheet: Worksheet, query: str) -> tuple[str, ...]:
    """Return the IDs of the resources that hold every word of a query, in the worksheet's order."""
    words = query_words(query)
    return tuple(r.id for r in worksheet.resources if says(r, words, worksheet)) if words else ()
