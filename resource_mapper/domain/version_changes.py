"""What has changed between two states of the list: added, gone, moved, changed, each in words for a meeting."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from resource_mapper.domain.axis import Span, bands_of, place_in_words, span_in_words
from resource_mapper.domain.dates import format_date
from resource_mapper.domain.fields import FIELDS, Field
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import CHOICES_SEPARATOR, Resource
from resource_mapper.domain.version import ListState
from resource_mapper.domain.vocabulary import Status, vocabulary
from resource_mapper.domain.worksheet import Worksheet

MAX_QUOTED = 24
"""Characters of a value that a sentence quotes; notes may be pages long."""
_UNQUOTED = {"contact"}
"""Fields whose value stays out of the words: a list of changes is shown and handed out."""


class ChangeKind(StrEnum):
    """What has happened to a resource; the value is the sign on the sheet."""

    ADDED = "新"
    GONE = "減"
    MOVED = "動"
    CHANGED = "変"
    LINKED = "矢"

    @property
    def words(self) -> str:
        """What the sign means."""
        return _MEANINGS[self]


_MEANINGS = {
    ChangeKind.ADDED: "加わった",
    ChangeKind.GONE: "なくなった",
    ChangeKind.MOVED: "動いた",
    ChangeKind.CHANGED: "内容が変わった",
    ChangeKind.LINKED: "つながりが変わった",
}


_Told = tuple[ChangeKind, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that has changed about one resource."""

    kind: ChangeKind
    sentence: str
    before: Resource | None
    after: Resource | None

    @property
    def resource_id(self) -> str:
        """The resource, which may be in one of the states only."""
        found = self.after or self.before
        return found.id if found else ""


def compare_states(worksheet: Worksheet, before: ListState, after: ListState) -> tuple[Change, ...]:
    """Return what has changed from one state to another, resources by kind, each in the order of its state; then links.

    The same resource is the one with the same ID. What has ended (終了) counts as gone, what is taken up again as
    added. Moved is another range, or another row of the worksheet's lens.

    Of links nothing is told where one of the states does not know them. A link that went with its resource is no
    news; one that came with a new resource is.
    """
    found = _resource_changes(worksheet, before.resources, after.resources)
    if before.links is None or after.links is None:
        return found
    return (*found, *_link_changes(before, after, before.links, after.links))


def count_words(changes: Iterable[Change]) -> str:
    """Return how many resources of each kind there are: 「加わった 2・なくなった 1」."""
    ids: dict[ChangeKind, set[str]] = {kind: set() for kind in ChangeKind}
    for change in changes:
        ids[change.kind].add(change.resource_id)
    words = "・".join(f"{kind.words} {len(found)}" for kind, found in ids.items() if found)
    return words or "変わったところはありません"


def _resource_changes(
    worksheet: Worksheet, before: Iterable[Resource], after: Iterable[Resource]
) -> tuple[Change, ...]:
    old, new = {each.id: each for each in before}, {each.id: each for each in after}
    found = [change for key, was in old.items() for change in _changes(worksheet, was, new.get(key))]
    found += [Change(ChangeKind.ADDED, _added(each), None, each) for key, each in new.items() if key not in old]
    order = tuple(ChangeKind)
    return tuple(sorted(found, key=lambda change: order.index(change.kind)))


def _link_changes(
    before: ListState, after: ListState, old: tuple[Link, ...], new: tuple[Link, ...]
) -> Iterator[Change]:
    was, now = ({each.id: each for each in state.resources} for state in (before, after))
    words = {each.ends: each.words for each in old}
    there = {each.ends for each in new}
    for link in old:
        if link.ends not in there and link.source in now and link.target in now:
            sentence = f"{_way(link, now)}へのつながりがなくなりました{_said(link.words)}"
            yield Change(ChangeKind.LINKED, sentence, was[link.source], now[link.source])
    for link in new:
        said = words.get(link.ends)
        if said is None:
            sentence = f"{_way(link, now)}へのつながりができました{_said(link.words)}"
        elif said != link.words:
            sentence = _value_words(_way(link, now)[1:-1], "つながりのことば", said, link.words)
        else:
            continue
        yield Change(ChangeKind.LINKED, sentence, was.get(link.source), now[link.source])


def _way(link: Link, there: Mapping[str, Resource]) -> str:
    return f"「{there[link.source].name}」から「{there[link.target].name}」"


def _said(words: str) -> str:
    return f"（{_quoted(words)}）" if words else ""


def _changes(worksheet: Worksheet, was: Resource, now: Resource | None) -> Iterator[Change]:
    if now is None:
        yield Change(ChangeKind.GONE, f"「{was.name}」が一覧からなくなりました", was, None)
    elif was != now:
        told = (*_status_change(was, now), *_reach_changes(was, now), *_said_changes(worksheet, was, now))
        yield from (Change(kind, sentence, was, now) for kind, sentence in told)


def _status_change(was: Resource, now: Resource) -> Iterator[_Told]:
    ended = was.status == Status.ENDED, now.status == Status.ENDED
    if ended == (False, True):
        yield ChangeKind.GONE, f"「{now.name}」が終了しました"
    elif ended == (True, False):
        yield ChangeKind.ADDED, f"「{now.name}」が再び始まりました（{now.status}）"
    elif was.status != now.status:
        yield ChangeKind.CHANGED, f"「{now.name}」が「{was.status}」から「{now.status}」になりました"


def _reach_changes(was: Resource, now: Resource) -> Iterator[_Told]:
    if was.span != now.span:
        yield ChangeKind.MOVED, f"「{now.name}」{_span_words(was.span, now.span)}"
    if was.aim != now.aim:
        yield ChangeKind.CHANGED, f"「{now.name}」{_aim_words(was.aim, now.aim)}"


def _said_changes(worksheet: Worksheet, was: Resource, now: Resource) -> Iterator[_Told]:
    """Tell of fields, and of the columns that the user added."""
    row_field = lens_of(worksheet).field
    for field in FIELDS:
        if field.name != "status" and getattr(was, field.name) != getattr(now, field.name):
            kind = ChangeKind.MOVED if field.name == row_field else ChangeKind.CHANGED
            yield kind, _field_words(worksheet, field, was, now)
    cells = dict(was.extra), dict(now.extra)
    for heading in dict.fromkeys((*cells[0], *cells[1])):
        before, after = (str(each.get(heading, "")) for each in cells)
        if before != after:
            yield ChangeKind.CHANGED, _value_words(now.name, heading, before, after)


def _added(resource: Resource) -> str:
    state = "" if resource.status == Status.AVAILABLE else f"（{resource.status}）"
    return f"「{resource.name}」が加わりました{state}"


def _span_words(was: Span | None, now: Span | None) -> str:
    """Return how a range has changed, said of the people who can come now."""
    if was is None:
        return f"を「{span_in_words(now)}」に置きました" if now else ""
    if now is None:
        return "を未配置に戻しました"
    old, new = bands_of(was), bands_of(now)
    if old == new:
        ends = place_in_words(now.left), place_in_words(now.right)
        same = ends == (place_in_words(was.left), place_in_words(was.right))
        return "の対象の幅が少し変わりました" if same else f"の対象が「{ends[0]}」から「{ends[1]}」までになりました"
    if old[0] == new[0] and len(new) > len(old):
        return f"が「{new[-1].short_label}」まで使えるようになりました"
    if old[-1] == new[-1] and len(new) > len(old):
        return f"が「{new[0].short_label}」から使えるようになりました"
    return f"の対象が「{span_in_words(was)}」から「{span_in_words(now)}」に変わりました"


def _aim_words(was: Span | None, now: Span | None) -> str:
    """Return how far a resource is to reach one day (あるべき姿)."""
    if now is None:
        return "のあるべき姿が空になりました"
    if was is not None and bands_of(was) == bands_of(now):
        return "のあるべき姿が少し変わりました"
    return f"のあるべき姿が「{span_in_words(now)}」になりました"


def _field_words(worksheet: Worksheet, field: Field, was: Resource, now: Resource) -> str:
    if field.name == "name":
        return f"「{was.name}」の名称が「{now.name}」になりました"
    if field.name in _UNQUOTED:
        return f"「{now.name}」の{field.label}が変わりました"
    return _value_words(now.name, field.label, *(_value(worksheet, field.name, each) for each in (was, now)))


def _value_words(name: str, label: str, was: str, now: str) -> str:
    was, now = _quoted(was), _quoted(now)
    if not was:
        return f"「{name}」の{label}が「{now}」と分かりました"
    if not now:
        return f"「{name}」の{label}（{was}）が空になりました"
    if was == now:  # they differ behind what is quoted
        return f"「{name}」の{label}が変わりました"
    return f"「{name}」の{label}が「{was}」から「{now}」に変わりました"


def _quoted(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= MAX_QUOTED else f"{line[:MAX_QUOTED]}…"


def _value(worksheet: Worksheet, field: str, resource: Resource) -> str:
    """Return what a resource says in a field, as the sheet would."""
    value = getattr(resource, field)
    if field == "category":
        return worksheet.category_label(resource)
    if isinstance(value, tuple):
        return CHOICES_SEPARATOR.join(value)
    if isinstance(value, date):
        return format_date(value, worksheet.heading.calendar)
    return "" if value is None else vocabulary().label(field, str(value), worksheet.wording)
