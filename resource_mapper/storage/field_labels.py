"""What people call what a record says, also where it is no field of its own: as the columns of 資源一覧 do."""

from resource_mapper.domain.differing import AIM, EXTRA, SPAN
from resource_mapper.domain.fields import FIELD
from resource_mapper.storage.workbook.schema import AIM_WORDS, PREPRINTED, WORDS


def field_label(name: str) -> str:
    """Return what the list calls a field, a range, or (after `EXTRA`) a column of the user's."""
    if name.startswith(EXTRA):
        return name.removeprefix(EXTRA)
    if name == SPAN:
        return WORDS
    if name == AIM:
        return AIM_WORDS
    return FIELD[name].label if name in FIELD else PREPRINTED
