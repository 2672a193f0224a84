"""What two records of the same resource differ in, field by field, and whose value is proposed."""

from dataclasses import dataclass
from enum import StrEnum

from resource_mapper.domain.fields import FIELD, FIELDS, Kind
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import MAX_CELL_UNITS, fold

ORIGIN = "統合元"
"""Heading of the column that says which worksheets a resource has come from."""
ORIGIN_SEPARATOR = "、"
TEXT_SEPARATOR = "／"
"""Joins both texts where both are kept."""

SPAN, AIM = "span", "aim"
COMPARED = (*(each.name for each in FIELDS), SPAN, AIM, "preprinted")
"""What two records of one resource may differ in. The sub-row and the height of the card are no facts."""

EXTRA = "extra:"
"""Begins the name of a field that stands for a column of the user's; the heading follows."""


class Keep(StrEnum):
    """Whose value is kept; the words are those of the report."""

    LEFT = "左"
    RIGHT = "右"
    BOTH = "両方"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field in which two records of the same resource differ."""

    field: str
    proposed: Keep
    """What is kept unless somebody decides otherwise: a value rather than nothing, else the newer record's."""
    is_conflict: bool
    """Whether both sides say something."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The same resource in both worksheets; the right one already speaks of the left one's categories."""

    left: Resource
    right: Resource
    differences: tuple[FieldDifference, ...]


def can_keep_both(pair: Pair, field_name: str) -> bool:
    """Whether both values fit into one field: texts and lists of words do; a date or a range is one or the other."""
    if field_name not in FIELD or FIELD[field_name].kind not in (Kind.TEXT, Kind.CHOICES):
        return False
    return len(str(_both(pair, field_name))) <= MAX_CELL_UNITS // 2  # any character may count twice


def value_of(resource: Resource, field_name: str) -> object:
    """Return what a resource says in a compared field; None for a column of the user's that it leaves empty."""
    if field_name.startswith(EXTRA):
        return dict(resource.extra).get(field_name.removeprefix(EXTRA))
    return getattr(resource, field_name)


def field_differences(left: Resource, right: Resource) -> tuple[FieldDifference, ...]:
    """Return what two records of one resource differ in, and whose value is proposed."""
    newer = _newer(left, right)
    found = []
    extra = dict.fromkeys(EXTRA + heading for heading, _ in (*left.extra, *right.extra) if heading != ORIGIN)
    for name in (*COMPARED, *extra):
        ours, theirs = value_of(left, name), value_of(right, name)
        if _comparable(ours) != _comparable(theirs):
            both_speak = not _is_empty(ours) and not _is_empty(theirs)
            found.append(FieldDifference(name, newer if both_speak else _filled(ours), both_speak))
    return tuple(found)


def _newer(left: Resource, right: Resource) -> Keep:
    """Return the side that was confirmed later; the left one where that is unknown."""
    if right.confirmed_on and (left.confirmed_on is None or right.confirmed_on > left.confirmed_on):
        return Keep.RIGHT
    return Keep.LEFT


def _filled(ours: object) -> Keep:
    return Keep.RIGHT if _is_empty(ours) else Keep.LEFT


def _is_empty(value: object) -> bool:
    return value is None or value == "" or value == ()


def _comparable(value: object) -> object:
    return fold(value) if isinstance(value, str) else value


def value_kept(name: str, pair: Pair, keep: Keep) -> object:
    """Return the right side's value, or both joined.

    Raises:
        ValueError: both are wanted of a field that holds one.
    """
    if keep == Keep.RIGHT:
        return value_of(pair.right, name)
    if not can_keep_both(pair, name):
        raise ValueError(f"{name} holds one value only")
    return _both(pair, name)


def _both(pair: Pair, name: str) -> object:
    ours, theirs = value_of(pair.left, name), value_of(pair.right, name)
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        return tuple(dict.fromkeys((*ours, *theirs)))
    return TEXT_SEPARATOR.join(str(text) for text in (ours, theirs) if text)
