"""What would be imported, before anything is: which tables, which headings, which column goes where, which town."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from resource_mapper.domain.text import clean_line
from resource_mapper.storage.importing.columns import UNUSED, column_keys, filled_values, match_columns
from resource_mapper.storage.importing.header_row import ForeignColumn, Header, find_header, header_from, likely_header
from resource_mapper.storage.importing.table import Table
from resource_mapper.storage.importing.towns import Town, only_town, towns_of
from resource_mapper.storage.workbook.schema import LIST_SHEET

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the user has settled about a list; what is empty is found out.

    `sheet` is the name of a table (none: every table that is a list), `header_row` the number of a row as the file
    counts it, `columns` column key → field or `UNUSED`, `town` the key of a `Town` (none: all of them).
    """

    sheet: str = ""
    header_row: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    town: str = ""


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """One column: its key, its heading, what stands in it, and the field that takes it (`UNUSED`: none)."""

    key: str
    heading: str
    examples: tuple[str, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The lists to read with their headings, and what there is to choose from.

    `tables` are all tables of the file, `parts` those to be read (of the chosen town, if one is chosen); `is_list`
    tells whether they look like lists of names, or the user has said so by choosing where to read.
    `proposed` are the fields that were found for the columns before the user chose others.
    """

    name: str
    tables: tuple[Table, ...]
    parts: tuple[tuple[Table, Header], ...]
    columns: tuple[PlannedColumn, ...]
    proposed: Mapping[str, str]
    towns: tuple[Town, ...]
    choices: ImportChoices
    is_list: bool

    @property
    def has_names(self) -> bool:
        """Whether a column holds the names, so that there is something to import."""
        return any(column.field == "name" for column in self.columns)

    @property
    def row_count(self) -> int:
        """Rows below the headings."""
        return sum(len(table.rows) - header.last - 1 for table, header in self.parts)

    @property
    def header_row(self) -> int:
        """The number of the (first) row of headings, as the file counts it."""
        table, header = self.parts[0]
        return table.numbers[header.first]


def make_plan(name: str, tables: Sequence[Table], choices: ImportChoices | None = None) -> Plan:
    """Find lists, headings and columns in the tables of a file; `choices` overrule what is found.

    A plan without names (see `Plan.has_names`) is for the user to complete. Needs a table with a row in it.
    """
    choices = choices or ImportChoices()
    found = _chosen_parts(tables, choices) or find_lists(tables)
    whole = found or [_likeliest(tables)]
    towns = towns_of(whole)
    parts = [(only_town(table, header, choices.town), header) for table, header in whole] if choices.town else whole
    proposed = _columns(whole, {})
    return Plan(
        name,
        tuple(tables),
        tuple(parts),
        tuple(_columns(whole, choices.columns)) if choices.columns else tuple(proposed),
        {column.key: column.field for column in proposed},
        towns,
        choices,
        bool(found or choices.columns),
    )


def find_lists(tables: Iterable[Table]) -> list[tuple[Table, Header]]:
    """Return the tables that are lists of names; of this program's own workbooks only 資源一覧.

    Hidden sheets are mostly words for drop-downs: they count only where nothing else does.
    """
    headed = [(table, header) for table in tables if (header := find_header(table))]
    own = [pair for pair in headed if pair[0].name == LIST_SHEET and pair[1].is_own]
    return own or [pair for pair in headed if not pair[0].hidden] or headed


def notes_on_tables(plan: Plan) -> list[str]:
    """Say which tables are not read, and why."""
    used = {table.name for table, _ in plan.parts}
    if plan.choices.sheet or LIST_SHEET in used:
        return []
    unused = [table for table in plan.tables if table.rows and table.name not in used]
    notes = [
        f"「{clean_line(table.name)}」は、"
        + ("非表示のシートなので読み込んでいません。" if table.hidden else "名前の一覧ではないので読み込んでいません。")
        for table in unused
    ]
    return [*notes, *(note for table in unused for note in table.notes)]


def _chosen_parts(tables: Sequence[Table], choices: ImportChoices) -> list[tuple[Table, Header]]:
    """Return the table that the user points at, with the headings in the row that the user points at."""
    if not choices.sheet and choices.header_row is None:
        return []
    lists = find_lists(tables)
    chosen = [table for table in tables if table.name == choices.sheet and table.rows]
    table = next(iter((*chosen, *(table for table, _ in lists), _likeliest(tables)[0])))
    if choices.header_row is None:
        return [(table, find_header(table) or likely_header(table))]
    position = next((i for i, number in enumerate(table.numbers) if number >= choices.header_row), len(table.rows) - 1)
    return [(table, header_from(table, position))]


def _likeliest(tables: Sequence[Table]) -> tuple[Table, Header]:
    table = max(tables, key=lambda table: (bool(table.rows), not table.hidden, len(table.rows)))
    return table, likely_header(table)


def _columns(parts: Sequence[tuple[Table, Header]], chosen: Mapping[str, str]) -> list[PlannedColumn]:
    columns: dict[str, PlannedColumn] = {}
    for table, header in parts:
        matched = match_columns(table, header, chosen)
        keys = column_keys(matched.header.columns)
        for key, column, taken in zip(keys, matched.header.columns, matched.fields, strict=True):
            found = columns.get(key)
            if found is None or not found.examples:
                columns[key] = PlannedColumn(key, column.heading, _examples(column, matched.sample), taken or UNUSED)
    return list(columns.values())


def _examples(column: ForeignColumn, sample: Sequence[Sequence[str]]) -> tuple[str, ...]:
    rows = (row for row in sample[:200] if not row[0].startswith("#"))
    return tuple(dict.fromkeys(map(clean_line, filled_values(column, rows))))[:_EXAMPLES]


def with_column(choices: ImportChoices, plan: Plan, key: str, taken: str) -> ImportChoices:
    """Return the choices after a column was given another field; 名称 moves from the column that had it."""
    columns = {**choices.columns, key: taken}
    if taken == "name":
        for column in plan.columns:
            if column.field == "name" and column.key != key:
                columns[column.key] = UNUSED
    return replace(choices, columns={k: v for k, v in columns.items() if plan.proposed.get(k) != v})
