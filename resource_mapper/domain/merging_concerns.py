"""課題 of several worksheets in one list: the same one is one, nothing that somebody wrote is lost."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from resource_mapper.domain.concern import (
    CONCERN_FIELDS,
    Concern,
    ConcernState,
    fitting_grounds,
    new_concern_id,
    with_line,
)

_UNSAID = {"state": ConcernState.OPEN.value}
"""What a field says of itself, besides nothing."""


def concerns_among(concerns: Iterable[Concern], ids: Collection[str]) -> tuple[Concern, ...]:
    """Return the 課題 that rest on some of these cards, without the other cards (they have not gone)."""
    kept = (replace(each, grounds=tuple(key for key in each.grounds if key in ids)) for each in concerns)
    return tuple(each for each in kept if each.grounds)


def joined_concerns(
    ours: Iterable[Concern], theirs: Iterable[Concern], joined_as: Mapping[str, str], origin: str
) -> tuple[Concern, ...]:
    """Return both lists as one. The same ID is the same 課題, unless both sides say different things of it.

    Then both stay, so that people decide; `joined_as` maps the right side's cards, `origin` says where it comes from.
    """
    found = {each.id: each for each in ours}
    for right in theirs:
        right = replace(right, grounds=fitting_grounds(joined_as[key] for key in right.grounds))
        left = found.get(right.id)
        one = _one(left, right) if left is not None else None
        if one is None and any(_is_same_but_for_origin(each, right) for each in found.values()):
            continue  # it has come before
        if left is None or one is None:
            own_id = new_concern_id() if left is not None else right.id
            found[own_id] = replace(right, id=own_id, note=with_line(right.note, f"統合元：{origin}" if origin else ""))
        else:
            found[right.id] = one
    return tuple(found.values())


def _is_same_but_for_origin(there: Concern, right: Concern) -> bool:
    return replace(there, id=right.id, note=right.note) == right


def _one(left: Concern, right: Concern) -> Concern | None:
    """Return both as one, each field from the side that says something; None where both do, and differ."""
    values: dict[str, object] = {"grounds": fitting_grounds((*left.grounds, *right.grounds))}
    for field in CONCERN_FIELDS:
        ours, theirs = getattr(left, field.name), getattr(right, field.name)
        silent = ("", None, _UNSAID.get(field.name))
        if ours != theirs and ours not in silent and theirs not in silent:
            return None
        values[field.name] = theirs if ours in silent and theirs not in silent else ours
    return replace(left, **values)  # type: ignore[arg-type]
