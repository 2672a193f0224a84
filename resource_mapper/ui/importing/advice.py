"""What is said below an import that has been worked out, and what is wrong with its columns."""

from resource_mapper.storage.importing.plan import Plan
from resource_mapper.storage.importing.preparation import Prepared
from resource_mapper.ui.importing import import_words


def advice(plan: Plan) -> str:
    """Return what should be chosen otherwise; nothing where all is well."""
    if not plan.has_names:
        return import_words.NAMES_NEEDED
    return "" if plan.is_list else import_words.NO_LIST


def explanation(prepared: Prepared, new: int, changed: int, suggestions: str) -> str:
    """Return what will become of the records, or why there are none; `suggestions` says how many are taken."""
    if prepared.waits_for_town:
        return import_words.TOWN_NEEDED
    if not prepared.plan.has_names:
        return import_words.NAMES_WANTED
    if not new and not changed:
        return import_words.ALL_SAME if prepared.comparison.same else import_words.NOTHING_NEW
    return f"{suggestions}{import_words.WHERE_TO}" if new else suggestions
