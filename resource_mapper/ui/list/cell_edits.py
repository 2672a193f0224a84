"""Many cells written at once: one new worksheet, and in words what could not be taken. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from resource_mapper.domain.edits import add
from resource_mapper.domain.resource import Resource, new_id
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.schema import Column
from resource_mapper.ui.list.cells import CellError, with_text
from resource_mapper.ui.words import messages, refusal_words, undo_words

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A text for a cell. `row` is a resource's ID, or the number of a new row below the last."""

    row: str | int
    column: Column
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing cells: the worksheet, the undo step's text, new IDs, refusals in words."""

    worksheet: Worksheet
    text: str
    added: tuple[str, ...]
    refusals: tuple[str, ...]


def write_cells(worksheet: Worksheet, cells: Sequence[TypedCell]) -> Written:
    """Write texts into cells. What a cell cannot take is reported; everything else is taken.

    A new row becomes a resource where it has a name.
    """
    there = {resource.id: resource for resource in worksheet.resources}
    touched: dict[str | int, Resource] = {}
    labels: set[str] = set()
    refusals: list[str] = []
    for cell in sorted(cells, key=lambda cell: (isinstance(cell.row, int), cell.column.field != "name")):
        before = touched.get(cell.row) or (there.get(cell.row) if isinstance(cell.row, str) else None)
        try:
            after = with_text(before or _new(cell), cell.column, cell.text, worksheet)
        except CellError as why:
            refusals.append(_refusal(before, cell, str(why)))
            continue
        touched[cell.row] = after
        if before is not after:
            labels.add(cell.column.label)
    changed = {key: r for key, r in touched.items() if isinstance(key, str) and r != there[key]}
    new = [touched[key] for key in sorted(key for key in touched if isinstance(key, int))]
    result = worksheet.with_resources(changed.get(r.id, r) for r in worksheet.resources)
    text = _words([*changed.values()], new, labels)
    return Written(add(result, new), text, tuple(r.id for r in new), tuple(refusals))


def _new(cell: TypedCell) -> Resource:
    if cell.column.field != "name":
        raise CellError(refusal_words.NAME_FIRST)
    return Resource(id=new_id(), name="＋")


def _refusal(resource: Resource | None, cell: TypedCell, why: str) -> str:
    name = resource.name if resource else messages.NEW_RESOURCE
    text = clean_line(cell.text)
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return refusal_words.refusal(name, cell.column.label, shown, why)


def _words(changed: Sequence[Resource], new: Sequence[Resource], labels: set[str]) -> str:
    if new and not changed:
        return undo_words.added([resource.name for resource in new])
    label = labels.pop() if len(labels) == 1 else messages.CONTENT
    count = len(changed) + len(new)
    return undo_words.changed(label, count, changed[0].name) if changed else ""
