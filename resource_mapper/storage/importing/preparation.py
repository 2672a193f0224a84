"""Everything an import would do, worked out before it is done: for a preview, in one go, away from the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from resource_mapper.domain.suggest import Suggestion, suggest
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.vocabulary import Nature
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.field_labels import field_label
from resource_mapper.storage.importing.describe import COMPARED_ORDER, value_in_words
from resource_mapper.storage.importing.list_import import ImportResult, run_plan
from resource_mapper.storage.importing.plan import ImportChoices, Plan, make_plan
from resource_mapper.storage.importing.table_file import Reading, Table, read_tables, tables_of_text
from resource_mapper.storage.importing.towns import MANY_ROWS
from resource_mapper.storage.importing.update import ListComparison, compare_with_list

PREVIEW_ROWS = 200
_NOTHING = ListComparison((), (), (), ())
_NO_RESULT = ImportResult((), (), (), ())


@dataclass(frozen=True, slots=True)
class Source:
    """Where a list comes from: a file, or text from the clipboard."""

    name: str
    path: Path | None = None
    text: str = ""

    def read(self, reading: Reading) -> list[Table]:
        """Return its tables.

        Raises:
            UserFacingError: it cannot be read.
        """
        if self.path is not None:
            return read_tables(self.path, reading)
        return tables_of_text(self.text, self.name, reading.separator)


@dataclass(frozen=True, slots=True)
class Preview:
    """The first records as text: field names, and a row of values per record."""

    fields: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


TextRow = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreparedRows:
    """What there is to see, as text: suggestions and changes in the order of their keys, the others as they come."""

    suggestions: tuple[TextRow, ...] = ()
    changes: tuple[TextRow, ...] = ()
    change_keys: tuple[tuple[str, str], ...] = ()
    """(ID, field) per row of `changes`."""
    gone: tuple[TextRow, ...] = ()
    skipped: tuple[TextRow, ...] = ()
    notes: tuple[TextRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """An import, ready to be shown and done. `waits_for_town`: too many towns in it to read them all unasked."""

    plan: Plan
    waits_for_town: bool = False
    result: ImportResult = _NO_RESULT
    comparison: ListComparison = _NOTHING
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    preview: Preview = field(default_factory=Preview)
    rows: PreparedRows = field(default_factory=PreparedRows)


def prepare(
    name: str,
    tables: Sequence[Table],
    choices: ImportChoices,
    worksheet: Worksheet,
    *,
    every_town: bool = False,
    report: Callable[[float], None] = lambda _share: None,
) -> Prepared:
    """Work an import out.

    Args:
        name: of the file, for 出典.
        tables: what is in it, at least one with a row.
        choices: what the user has settled.
        worksheet: what it would be imported into.
        every_town: whether to read a long list of many towns although none is chosen.
        report: told the share done; what it raises ends the work.
    """
    plan = make_plan(name, tables, choices)
    report(0.0)
    if not plan.has_names:
        return Prepared(plan)
    if plan.towns and not choices.town and not every_town and plan.row_count > MANY_ROWS:
        return Prepared(plan, waits_for_town=True)
    done = 0

    def step(rows: int) -> None:
        nonlocal done
        done += rows
        report(0.9 * done / max(plan.row_count, 1))

    result = run_plan(plan, step)
    comparison = compare_with_list(worksheet, result)
    report(0.95)
    found = {new.id: said for new in comparison.new if (said := suggest(new, worksheet.categories))}
    labels = worksheet.category_labels
    rows = _rows(result, comparison, found, labels)
    return Prepared(plan, False, result, comparison, found, _preview(result, labels), rows)


def _rows(
    result: ImportResult, comparison: ListComparison, found: Mapping[str, Suggestion], labels: Mapping[str, str]
) -> PreparedRows:
    names = {new.id: new.name for new in comparison.new}
    changes = [(change, name) for change in comparison.changed for name in change.fields]
    several = len({row.table for row in result.skipped}) > 1
    return PreparedRows(
        tuple((names[new_id], said.in_words(labels)) for new_id, said in found.items()),
        tuple(
            (c.before.name, field_label(n), *(value_in_words(n, getattr(r, n), labels) for r in (c.before, c.after)))
            for c, n in changes
        ),
        tuple((change.before.id, name) for change, name in changes),
        tuple(
            (r.name, value_in_words("address", r.address, labels, ""), clean_line(r.schedule)) for r in comparison.gone
        ),
        tuple((f"{row.table} {row.row}" if several else str(row.row), row.reason, row.text) for row in result.skipped),
        tuple((note,) for note in result.notes),
    )


def _preview(result: ImportResult, labels: Mapping[str, str]) -> Preview:
    resources = result.resources[:PREVIEW_ROWS]
    unasked = {"contact_public", "source", *({"status"} - result.fields)}
    if not any(resource.nature == Nature.NATURAL for resource in resources):
        unasked.add("nature")  # what nobody has said of any of them
    fields = tuple(
        name
        for name in COMPARED_ORDER
        if name not in unasked and any(getattr(r, name) not in ("", (), None) for r in resources)
    )
    rows = tuple(tuple(value_in_words(name, getattr(r, name), labels, "") for name in fields) for r in resources)
    return Preview(fields, rows)
