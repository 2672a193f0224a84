"""How rows go from one order to another in few steps, so that selection, scroll and an open editor stay. No Qt."""

from collections.abc import Mapping, Sequence
from typing import Any

MAX_RUNS = 40
"""More runs of rows than this cost a table more than to be shown anew."""


def runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as (first, last) of unbroken runs."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def in_order(rows: Sequence[str], keys: Mapping[str, Any], *, descending: bool) -> list[str]:
    """Return rows sorted by their keys; rows without one come last either way. Equal rows keep their order."""
    filled = [row for row in rows if keys[row] is not None]
    filled.sort(key=keys.__getitem__, reverse=descending)
    return filled + [row for row in rows if keys[row] is None]
