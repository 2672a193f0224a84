"""Which choices of a print concern which sheets, so that a window can say what a choice is for."""

from collections.abc import Collection

from resource_mapper.printing.sheets import SHEETS

_LAID_OUT = ("worksheet", "blank", "partial", "compare")
_WITH_MARGIN = tuple(sheet.id for sheet in SHEETS.values() if sheet.has_margin)

SHEETS_OF: dict[str, tuple[str, ...]] = {
    "lens": (*_LAID_OUT, "summary"),
    "shrink": _LAID_OUT,
    "landscape": ("list", "by-state", "summary", "concerns", "calls"),
    "margin": _WITH_MARGIN,
    "detail": _LAID_OUT,
    "statuses": ("worksheet", "cards", "list"),
    "contacts": ("cards", "list", "by-state"),
    "freshness": ("worksheet", "calls"),
    "mark_stale": ("worksheet",),
    "internal_contacts": ("calls",),
    "group_by": ("list", "by-state"),
    "card_size": ("cards",),
    "spare_cards": ("cards",),
    "hidden_fields": _LAID_OUT,
    "notes": ("worksheet",),
    "aims": ("worksheet",),
    "copying_allowed": _WITH_MARGIN,
    "ruler": _WITH_MARGIN,
    "compare_from": ("compare",),
    "compare_to": ("compare",),
}
"""Names of choices (of `PrintOptions`, and `lens`) with the sheets they change. A choice not named here is for all."""


def concerns_any(choice: str, sheet_ids: Collection[str]) -> bool:
    """Whether a choice changes at least one of some sheets."""
    return choice not in SHEETS_OF or any(sheet_id in SHEETS_OF[choice] for sheet_id in sheet_ids)
