"""Many cells of the list of 課題 written at once: one new worksheet, and in words what could not be taken. No Qt."""

from collections.abc import Sequence
from dataclasses import replace

from resource_mapper.domain.concern import Concern, ConcernState, new_concern_id
from resource_mapper.domain.concerns import add_concerns, change_concerns, present_meeting
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.schema import Column
from resource_mapper.ui.concerns.concern_cells import TITLE_FIRST, read_cell, value_from
from resource_mapper.ui.list.cell_edits import TypedCell
from resource_mapper.ui.list.cells import CellError
from resource_mapper.ui.words import refusal_words

_SHOWN = 20


def write_concern_cells(worksheet: Worksheet, cells: Sequence[TypedCell]) -> tuple[Worksheet, tuple[str, ...]]:
    """Write texts into cells whose rows are IDs of 課題, or numbers of new rows; return what was refused, too.

    A new row becomes a 課題 where it has a title.
    """
    there = {concern.id: concern for concern in worksheet.concerns}
    touched: dict[str | int, Concern] = {}
    refusals: list[str] = []
    for cell in sorted(cells, key=lambda cell: (isinstance(cell.row, int), cell.column.field != "title")):
        before = touched.get(cell.row) or (there.get(cell.row) if isinstance(cell.row, str) else None)
        try:
            touched[cell.row] = _written(before, cell.column, cell.text, worksheet)
        except CellError as why:
            refusals.append(_refusal(before, cell, str(why)))
    new = [touched[key] for key in sorted(key for key in touched if isinstance(key, int))]
    for concern_id, concern in ((key, each) for key, each in touched.items() if isinstance(key, str)):
        worksheet = change_concerns(worksheet, {concern_id}, **{name: getattr(concern, name) for name in _FIELDS})
    return add_concerns(worksheet, new), tuple(refusals)


_FIELDS = tuple(name for name in Concern.__dataclass_fields__ if name != "id")


def _written(concern: Concern | None, column: Column, text: str, worksheet: Worksheet) -> Concern:
    if concern is None:
        if column.field != "title" or not text.strip():
            raise CellError(TITLE_FIRST)
        title = str(value_from(column, text))
        return Concern(id=new_concern_id(), title=title, raised_at=present_meeting(worksheet))
    text = ConcernState.OPEN if column.field == "state" and not text.strip() else text
    return replace(concern, **read_cell(column, text, concern, worksheet))


def _refusal(concern: Concern | None, cell: TypedCell, why: str) -> str:
    text = clean_line(cell.text)
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return refusal_words.refusal(concern.title if concern else "新しい課題", cell.column.label, shown, why)
