"""What becomes of each column of a list: its field by the headings and by what stands below, or as the user says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from resource_mapper.storage.importing.cell_values import cell_value, is_code, is_place_on_map
from resource_mapper.storage.importing.header_row import ForeignColumn, Header
from resource_mapper.storage.importing.headings import Rule, heading_key
from resource_mapper.storage.importing.row_reader import category_id
from resource_mapper.storage.importing.table import Table

UNUSED = ""
"""Chosen for a column that is not to be taken over."""
MAX_TOLD_COLUMNS = 6
"""Unknown columns whose values go to 備考; more would bury what people wrote there themselves."""
_ROLES = {UNUSED: "drop", "span": "span_words"}
"""Roles for what may be chosen, where they are not the field's own name."""
_MAX_TOLD_LENGTH = 60
_SAMPLE_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Matched:
    """The columns of one header: their fields in order (None: not taken over), and what the row reader needs.

    `told` are unknown columns whose values go to 備考; `has_categories` says that 分類 is what this program means.
    `sample` are the first rows.
    """

    header: Header
    fields: tuple[str | None, ...]
    told: tuple[ForeignColumn, ...]
    has_categories: bool
    sample: Sequence[Sequence[str]]


def column_keys(columns: Iterable[ForeignColumn]) -> list[str]:
    """Return a key per column: the heading for comparison, numbered where it occurs again."""
    seen: dict[str, int] = {}
    keys = []
    for column in columns:
        key = heading_key(column.heading) or column.heading
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return keys


def match_columns(table: Table, header: Header, chosen: Mapping[str, str]) -> Matched:
    """Return what becomes of the columns, where `chosen` (column key → field or `UNUSED`) overrules what was found."""
    sample = table.rows[header.last + 1 : header.last + 1 + _SAMPLE_ROWS]
    found = replace(header, columns=tuple(_without_coordinates(column, sample) for column in header.columns))
    proposed = _matched(found, sample)
    changes = {
        index: chosen[key]
        for index, (key, field) in enumerate(zip(column_keys(found.columns), proposed.fields, strict=True))
        if key in chosen and chosen[key] != (field or UNUSED)
    }
    return _matched(_with_chosen(found, changes), sample) if changes else proposed


def filled_values(column: ForeignColumn, rows: Iterable[Sequence[str]]) -> list[str]:
    """Return what stands below a heading, without empty cells."""
    return [text for row in rows if column.index < len(row) and (text := cell_value(row[column.index]))]


def _matched(header: Header, sample: Sequence[Sequence[str]]) -> Matched:
    told = _told_columns(header, sample)
    words = [text for column in header.having("category") for text in filled_values(column, sample)]
    has_categories = any(category_id(word) for word in words)
    fields = tuple(_field_of(column, header, told, has_categories) for column in header.columns)
    return Matched(header, fields, tuple(told), has_categories, sample)


def _with_chosen(header: Header, changes: Mapping[int, str]) -> Header:
    """Return the header with other rules; only one column holds the names."""
    renamed = "name" in changes.values()
    taken = {column.rule.role for index, column in enumerate(header.columns) if index not in changes}
    columns = []
    for index, column in enumerate(header.columns):
        if index in changes:
            field = changes[index]
            rule = Rule(_ROLES.get(field, field), labelled=field == "note" or field in taken)
            taken.add(field)
            columns.append(replace(column, rule=rule))
        elif renamed and column.rule.role == "name":
            other = column.rule.otherwise or "note"
            columns.append(replace(column, rule=replace(column.rule, role=other, labelled=True)))
        else:
            columns.append(column)
    return replace(header, columns=tuple(columns))


def _field_of(column: ForeignColumn, header: Header, told: Sequence[ForeignColumn], has_categories: bool) -> str | None:
    role = column.rule.role
    if not role:
        return "note" if column in told else None
    if role == "category" and not (has_categories or header.is_own):
        return "note"
    if (role == "address_piece" and header.having("address")) or (role == "id" and header.is_own):
        return None
    return column.rule.field


def _told_columns(header: Header, rows: Sequence[Sequence[str]]) -> list[ForeignColumn]:
    """Return the unknown columns that are worth a line in 備考: words, not figures or codes, and short ones."""
    worth = []
    for column in header.columns:
        values = [] if column.rule.role else filled_values(column, rows)
        if _most(is_code, values):
            continue
        if sorted(map(len, values))[len(values) // 2] <= _MAX_TOLD_LENGTH:
            worth.append(column)
    return worth[:MAX_TOLD_COLUMNS]


def _without_coordinates(column: ForeignColumn, rows: Sequence[Sequence[str]]) -> ForeignColumn:
    values = filled_values(column, rows) if column.rule.role in ("", "place", "address", "note", "kind") else []
    if values and _most(is_place_on_map, values):
        return replace(column, rule=replace(column.rule, role="drop"))
    return column


def _most(is_so: Callable[[str], bool], values: Sequence[str]) -> bool:
    return 5 * sum(map(is_so, values)) >= 4 * len(values)
