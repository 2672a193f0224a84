"""Several districts' worksheets into one, with nothing merged in silence: who is the same, what differs, what to keep.

`compare_worksheets` finds out, people decide (`Decisions`), `merged` does it. Each step is a pure function.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from resource_mapper.domain.category import MAX_CATEGORIES, Category
from resource_mapper.domain.concern import Concern
from resource_mapper.domain.differing import (
    EXTRA,
    ORIGIN,
    ORIGIN_SEPARATOR,
    SPAN,
    FieldDifference,
    Keep,
    Pair,
    field_differences,
    value_kept,
)
from resource_mapper.domain.link import Link
from resource_mapper.domain.merging_concerns import joined_concerns
from resource_mapper.domain.note import Note, new_note_id
from resource_mapper.domain.resource import Resource, is_generated_id, new_id
from resource_mapper.domain.text import fold
from resource_mapper.domain.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class WorksheetComparison:
    """Two worksheets side by side."""

    left: Worksheet
    """The base, with the categories of both."""
    origin: str
    """Where the right side comes from, in words (a file's name)."""
    pairs: tuple[Pair, ...]
    new: tuple[Resource, ...]
    """Resources that only the right side has."""
    ambiguous: tuple[Resource, ...]
    """Those among `new` whose name, place and 地区 fit several resources, so that nobody but a person can tell."""
    extra_headings: tuple[str, ...]
    links: tuple[Link, ...] = ()
    """What joins the right side's resources."""
    notes: tuple[Note, ...] = ()
    """The right side's 付箋, in the left one's rows."""
    concerns: tuple[Concern, ...] = ()
    """課題 of the right side."""

    @property
    def same(self) -> tuple[Pair, ...]:
        """Pairs without any difference."""
        return tuple(pair for pair in self.pairs if not pair.differences)

    @property
    def differing(self) -> tuple[Pair, ...]:
        """Pairs that differ in something."""
        return tuple(pair for pair in self.pairs if pair.differences)


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people have decided; what is not in here stays as proposed."""

    fields: Mapping[tuple[str, str], Keep] = field(default_factory=dict)
    """(ID of the left resource, field) → whose value."""
    apart: frozenset[str] = frozenset()
    """IDs of left resources whose counterpart is another resource after all and comes in as a card of its own."""


def compare_worksheets(left: Worksheet, right: Worksheet, origin: str) -> WorksheetComparison:
    """Match the resources of two worksheets: by ID, then by name, place and 地区 (folded)."""
    left, translate = _with_categories(left, right.categories)
    incoming = [replace(each, category=translate.get(each.category, each.category)) for each in right.resources]
    partner_of, ambiguous = _matches(left.resources, incoming)
    pairs = tuple(
        Pair(partner_of[each.id], each, field_differences(partner_of[each.id], each))
        for each in incoming
        if each.id in partner_of
    )
    new = tuple(each for each in incoming if each.id not in partner_of)
    headings = tuple(dict.fromkeys((*left.extra_headings, *right.extra_headings, ORIGIN)))
    notes = tuple(replace(each, row=translate.get(each.row, each.row)) for each in right.notes)
    return WorksheetComparison(left, origin, pairs, new, ambiguous, headings, right.links, notes, right.concerns)


def merged(comparison: WorksheetComparison, decisions: Decisions, fresh_id: Callable[[], str] = new_id) -> Worksheet:
    """Return the left worksheet with what came from the right one."""
    by_left = {pair.left.id: pair for pair in comparison.pairs}
    resources = [
        each
        if each.id not in by_left or each.id in decisions.apart
        else _joined(by_left[each.id], decisions, comparison.origin)
        for each in comparison.left.resources
    ]
    apart = [pair.right for pair in comparison.pairs if pair.left.id in decisions.apart]
    taken = {each.id for each in resources}
    joined_as = {pair.right.id: pair.left.id for pair in comparison.pairs}
    for each in (*apart, *comparison.new):
        own_id = each.id if each.id not in taken else fresh_id()
        taken.add(own_id)
        joined_as[each.id] = own_id
        resources.append(_with_origin(replace(each, id=own_id), comparison.origin))
    return replace(
        comparison.left,
        resources=tuple(resources),
        extra_headings=comparison.extra_headings,
        links=_joined_links(comparison, joined_as),
        notes=_joined_notes(comparison),
        concerns=joined_concerns(comparison.left.concerns, comparison.concerns, joined_as, comparison.origin),
    )


def _joined_links(comparison: WorksheetComparison, joined_as: Mapping[str, str]) -> tuple[Link, ...]:
    """Return the links of both sides; where both have the same one, the left one's words, else the right one's."""
    links = {each.ends: each for each in comparison.left.links}
    for each in comparison.links:
        ends = joined_as[each.source], joined_as[each.target]
        if ends[0] != ends[1] and not (ends in links and links[ends].words):
            links[ends] = Link(*ends, each.words)
    return tuple(links.values())


def _joined_notes(comparison: WorksheetComparison) -> tuple[Note, ...]:
    """Return the notes of both sides; the same note with other words hangs there twice, so that no word is lost."""
    notes = {each.id: each for each in comparison.left.notes}
    for each in comparison.notes:
        own = notes.get(each.id)
        if own is None:
            notes[each.id] = each
        elif own.words != each.words:
            copy = replace(each, id=new_note_id())
            notes[copy.id] = copy
    return tuple(notes.values())


def decide_all(comparison: WorksheetComparison, way: str) -> Decisions:
    """Return one decision for every conflict: `newer` as proposed, `left`, `right`, or `apart` (two cards).

    Where only one side says something, that is kept whatever the way.
    """
    conflicts = [
        (pair.left.id, each.field) for pair in comparison.pairs for each in pair.differences if each.is_conflict
    ]
    if way == "apart":
        return Decisions(apart=frozenset(resource_id for resource_id, _ in conflicts))
    if way == "newer":
        return Decisions()
    return Decisions(dict.fromkeys(conflicts, Keep.LEFT if way == "left" else Keep.RIGHT))


def kept(difference: FieldDifference, pair: Pair, decisions: Decisions) -> Keep:
    """Return whose value a field gets."""
    return decisions.fields.get((pair.left.id, difference.field), difference.proposed)


def _matches(left: Iterable[Resource], right: Iterable[Resource]) -> tuple[dict[str, Resource], tuple[Resource, ...]]:
    """Return the left partner by right ID, and the right resources that fit several."""
    left, right = tuple(left), tuple(right)
    by_id = {each.id: each for each in left}
    partner_of = {each.id: by_id[each.id] for each in right if _is_same_by_id(by_id.get(each.id), each)}
    matched = {partner.id for partner in partner_of.values()}
    waiting = [each for each in right if each.id not in partner_of]
    free: dict[tuple[str, ...], list[Resource]] = {}
    for each in left:
        if each.id not in matched:
            free.setdefault(_identity(each), []).append(each)
    claims = Counter(_identity(each) for each in waiting)
    ambiguous = []
    for each in waiting:
        candidates = free.get(_identity(each), [])
        if len(candidates) == 1 and claims[_identity(each)] == 1:
            partner_of[each.id] = candidates[0]
        elif candidates:
            ambiguous.append(each)
    return partner_of, tuple(ambiguous)


def _is_same_by_id(left: Resource | None, right: Resource) -> bool:
    """Whether the ID tells: numbers typed in Excel (1, 2, 3) mean different things in different files."""
    return left is not None and (is_generated_id(left.id) or fold(left.name) == fold(right.name))


def _identity(resource: Resource) -> tuple[str, ...]:
    return fold(resource.name), fold(resource.place), fold(resource.district)


def _joined(pair: Pair, decisions: Decisions, origin: str) -> Resource:
    values: dict[str, object] = {}
    extra: dict[str, object] = dict(pair.left.extra)
    for each in pair.differences:
        keep = kept(each, pair, decisions)
        if keep == Keep.LEFT:
            continue
        value = value_kept(each.field, pair, keep)
        if each.field.startswith(EXTRA):
            extra[each.field.removeprefix(EXTRA)] = value
        else:
            values[each.field] = value
    if values.get(SPAN) is not None and pair.left.span is None:
        values |= {"lane": pair.right.lane, "free_y": pair.right.free_y}
    filled = tuple((heading, cell) for heading, cell in extra.items() if cell is not None)
    return _with_origin(replace(pair.left, extra=filled, **values), origin)  # type: ignore[arg-type]


def _with_origin(resource: Resource, origin: str) -> Resource:
    """Note where a resource came from, after what is noted already."""
    if not origin:
        return resource
    cells = dict(resource.extra)
    before = [word for word in str(cells.get(ORIGIN, "")).split(ORIGIN_SEPARATOR) if word]
    cells[ORIGIN] = ORIGIN_SEPARATOR.join(dict.fromkeys((*before, origin)))
    return replace(resource, extra=tuple(cells.items()))


def _with_categories(left: Worksheet, others: Iterable[Category]) -> tuple[Worksheet, dict[str, str]]:
    """Return the worksheet with the other side's further categories, and what the other's IDs are called in it.

    Where there is no room for another category, its label stays as a word.
    """
    categories = list(left.categories)
    by_label = {fold(category.label): category.id for category in categories}
    translate: dict[str, str] = {}
    for category in others:
        if (known := by_label.get(fold(category.label))) is None and len(categories) < MAX_CATEGORIES:
            taken = {each.id for each in categories}
            known = category.id if category.id not in taken else new_id()
            categories.append(replace(category, id=known))
            by_label[fold(category.label)] = known
        translate[category.id] = known or category.label
    return replace(left, categories=tuple(categories)), translate
