"""The same list again: which of its records are new, which changed and in what, which are gone. Nothing is deleted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from resource_mapper.domain.category import DEFAULT_CATEGORIES
from resource_mapper.domain.fields import FIELDS
from resource_mapper.domain.resource import DEFAULT_CHOICES, Resource
from resource_mapper.domain.suggest import Suggestion, accept
from resource_mapper.domain.text import fold, is_storable
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.importing.list_import import ImportResult

CHANGEABLE = (*(field.name for field in FIELDS if field.name != "source"), "span")
"""Fields that a list may change. 出典 stays what it was: it says where a record came from first."""

Key = Callable[[Resource], str | tuple[object, ...] | None]


@dataclass(frozen=True, slots=True)
class Changed:
    """A record of the worksheet that the list has otherwise: as it is, as it would be, and the fields that differ."""

    before: Resource
    after: Resource
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListComparison:
    """What a list would do to a worksheet. `same` are as they were; `gone` came from the list and are in it no more."""

    new: tuple[Resource, ...]
    changed: tuple[Changed, ...]
    same: tuple[Resource, ...]
    gone: tuple[Resource, ...]


def compare_with_list(worksheet: Worksheet, result: ImportResult) -> ListComparison:
    """Match the records of a list with those of a worksheet, each once (see `_KEYS`), and say what differs.

    What the list leaves empty stays as it is, and so do the lines of 備考 that the list does not have.
    """
    listed = [_at_home(resource, worksheet) for resource in result.resources]
    pairs, new = _matched(worksheet.resources, listed)
    resources = {resource.id: resource for resource in worksheet.resources}
    changed, same = [], []
    for old_id, found in pairs:
        old = resources[old_id]
        after = _updated(old, found, result.fields)
        fields = tuple(name for name in CHANGEABLE if getattr(after, name) != getattr(old, name))
        if fields:
            changed.append(Changed(old, after, fields))
        else:
            same.append(old)
    gone = _gone(worksheet.resources, {old_id for old_id, _ in pairs}, result.resources)
    return ListComparison(tuple(new), tuple(changed), tuple(same), gone)


def _at_home(resource: Resource, worksheet: Worksheet) -> Resource:
    """Return a record with its 分類 as the worksheet knows it: by its own labels, or in words if it has none such."""
    word = next((each.label for each in DEFAULT_CATEGORIES if each.id == resource.category), resource.category)
    known = any(category.id == resource.category for category in worksheet.categories)
    category = resource.category if known or not word else worksheet.category_id(word)
    return resource if category == resource.category else replace(resource, category=category)


def apply_comparison(
    worksheet: Worksheet,
    comparison: ListComparison,
    refused: Collection[tuple[str, str]] = (),
    suggestions: Mapping[str, Suggestion] | None = None,
    mark: Callable[[Suggestion], str] = lambda _suggestion: "",
) -> Worksheet:
    """Return the worksheet with the new records at its end and the changes made.

    Args:
        worksheet: the one that was compared.
        comparison: what came of it.
        refused: changes not to make, (ID, field).
        suggestions: what to take over for new records, by ID.
        mark: the line for 備考 of a suggestion that nobody has confirmed.
    """
    after = {change.before.id: _without(change, refused) for change in comparison.changed}
    given = suggestions or {}
    new = [accept(r, given[r.id], mark(given[r.id])) if r.id in given else r for r in comparison.new]
    return worksheet.with_resources([*(after.get(r.id, r) for r in worksheet.resources), *new])


def _without(change: Changed, refused: Collection[tuple[str, str]]) -> Resource:
    kept = {name: getattr(change.before, name) for name in change.fields if (change.before.id, name) in refused}
    return replace(change.after, **kept) if kept else change.after


def _matched(
    existing: Iterable[Resource], found: Iterable[Resource]
) -> tuple[list[tuple[str, Resource]], list[Resource]]:
    """Return pairs (ID in the worksheet, record of the list) and the records left over, in the order of the list."""
    waiting = {resource.id: resource for resource in existing}
    rest = {resource.id: resource for resource in found}
    order = {resource_id: position for position, resource_id in enumerate(rest)}
    pairs: list[tuple[str, Resource]] = []
    for key in _KEYS:
        for old_id, resource in _pairs_by(key, waiting, rest):
            pairs.append((old_id, resource))
            del waiting[old_id], rest[resource.id]
    pairs.sort(key=lambda pair: order[pair[1].id])
    return pairs, list(rest.values())


def _pairs_by(key: Key, waiting: Mapping[str, Resource], rest: Mapping[str, Resource]) -> list[tuple[str, Resource]]:
    """Return the pairs with the same key, in order; names alone (a string) must be unique and in no contradiction."""
    if not waiting or not rest:
        return []
    old, new = _index(key, waiting.values()), _index(key, rest.values())
    pairs = []
    for value, resources in new.items():
        others = old.get(value, [])
        if isinstance(value, str) and (len(others) != 1 or len(resources) != 1 or _contradict(*others, *resources)):
            continue
        pairs += [(other.id, resource) for other, resource in zip(others, resources, strict=False)]
    return pairs


def _index(key: Key, resources: Iterable[Resource]) -> dict[Hashable, list[Resource]]:
    index: dict[Hashable, list[Resource]] = defaultdict(list)
    for resource in resources:
        if (value := key(resource)) is not None:
            index[value].append(resource)
    return index


def _contradict(one: Resource, other: Resource) -> bool:
    """Whether two records of one name say that they are in different places."""
    pairs = ((getattr(one, name), getattr(other, name)) for name in ("place", "address", "district"))
    return any(a and b and fold(a) != fold(b) for a, b in pairs)


def _source_of(resource: Resource) -> tuple[str, str]:
    """Return list and number of 「通いの場.csv No.12」; the number is empty where there is none."""
    line = resource.source.partition("\n")[0]
    name, mark, number = line.rpartition(" No.")
    return (fold(name), fold(number)) if mark else (fold(line), "")


def _source_id(resource: Resource) -> tuple[str, str] | None:
    source = _source_of(resource)
    return source if source[1] else None


def _with_name(key: Key) -> Key:
    """Return a key that is good only together with the name."""

    def both(resource: Resource) -> tuple[object, ...] | None:
        value = key(resource)
        return (fold(resource.name), value) if value else None

    return both


def _number(resource: Resource) -> str:
    return _source_of(resource)[1]


def _renamed(resource: Resource) -> tuple[object, ...] | None:
    where = fold(resource.address or resource.place)
    return (*source, where) if where and (source := _source_id(resource)) else None


_KEYS: tuple[Key, ...] = (
    _with_name(_source_id),
    _with_name(lambda resource: fold(resource.address + resource.place)),
    _with_name(lambda resource: fold(resource.address)),
    _with_name(lambda resource: fold(resource.place)),
    _with_name(_number),
    lambda resource: fold(resource.name),
    _renamed,
)
"""By what two records are the same, the surest first. Numbers alone say little: many lists number their rows anew."""


def _gone(existing: Iterable[Resource], matched: Collection[str], found: Iterable[Resource]) -> tuple[Resource, ...]:
    """Return the records that the list brought once and has no more.

    They come from a list of the same name, or from one most of whose records are in this one (under a newer name).
    """
    names = {_source_of(resource)[0] for resource in found}
    total: Counter[str] = Counter()
    here: Counter[str] = Counter()
    sources = {resource.id: _source_of(resource)[0] for resource in existing}
    for resource_id, name in sources.items():
        total[name] += 1
        here[name] += resource_id in matched
    same_list = {name for name, count in total.items() if name and (name in names or 2 * here[name] > count)}
    return tuple(r for r in existing if r.id not in matched and sources[r.id] in same_list)


def _updated(old: Resource, found: Resource, listed: frozenset[str]) -> Resource:
    """Return a record with what the list says of it."""
    values: dict[str, Any] = {}
    for name in CHANGEABLE:
        value = getattr(found, name)
        if name == "note":
            values[name] = _merged_note(old.note, value)
        elif value not in ("", (), None) and (name in listed or value != DEFAULT_CHOICES.get(name)):
            values[name] = value
    return replace(old, source=old.source or found.source, **values)


def _merged_note(old: str, new: str) -> str:
    """Return 備考 with the lines of the list: 「見出し：…」 in the place of the old one, others added once."""
    lines = old.split("\n") if old else []
    for line in new.split("\n") if new else []:
        head, colon, _ = line.partition("：")
        places = [i for i, other in enumerate(lines) if colon and other.startswith(f"{head}：")]
        if line in lines:
            continue
        if len(places) == 1:
            lines[places[0]] = line
        else:
            lines.append(line)
    merged = "\n".join(lines)
    return merged if is_storable(merged) else old
