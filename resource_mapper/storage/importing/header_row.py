"""Where a table's headings stand, and which of its columns hold what: below titles, on one line or two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from resource_mapper.domain.text import clean_line
from resource_mapper.storage.importing.headings import Rule, find_rule, find_word, heading_key, is_own_list
from resource_mapper.storage.importing.table import Table

SEARCH_ROWS = 60
"""The headings stand among the first rows that hold something."""
_SAMPLE_ROWS = 300

_SIGNS_OF_A_LIST = frozenset(
    ("reading", "operator", "place", "address", "schedule", "activities", "target", "fee", "capacity")
) | {"participants", "contact", "url", "frequency", "transport"}
"""Fields that tell a list of places or groups from a table of figures."""
_SIGNS_OF_A_TIMETABLE = frozenset(("schedule", "weekday", "time", "time_from"))
_UNKNOWN = Rule("", exact=False)
_NOT_A_NAME = re.compile(r"[\d\s.,:/年月日時分%±\-－~〜～()]*|https?://\S*")
_NUMBERS = re.compile(r"-?[\d.,]+%?")


@dataclass(frozen=True, slots=True)
class ForeignColumn:
    """One column of a list: its place, its heading as written, and what is to be done with it (role "": unknown)."""

    index: int
    heading: str
    rule: Rule

    @property
    def label(self) -> str:
        """The heading to write where a value is told as 「見出し：値」."""
        return self.rule.label or self.heading


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a list: the rows (positions in the table) they take up, and the columns."""

    first: int
    last: int
    columns: tuple[ForeignColumn, ...]

    @property
    def is_own(self) -> bool:
        """Whether this program wrote the list."""
        return is_own_list(column.heading for column in self.columns)

    def having(self, role: str) -> tuple[ForeignColumn, ...]:
        """Return the columns with a role, from left to right."""
        return tuple(column for column in self.columns if column.rule.role == role)


def find_header(table: Table) -> Header | None:
    """Return the headings of a list of names, with exactly one column for the names; None if there is no such list.

    The best understood headings win, but of several lists one below the other the first is returned.
    """
    found = [(header, chosen) for header in _candidates(table) if (chosen := _with_names_chosen(header, table))]
    best = max((header for header, _ in found), key=_score, default=None)
    for header, chosen in found:
        if best and (header is best or _is_list_above(header, best)):
            return chosen
    return None


def _is_list_above(header: Header, best: Header) -> bool:
    return header.last + 1 < best.first and 2 * _score(header) >= _score(best)


def header_at(table: Table, position: int) -> Header | None:
    """Return the headings that stand in a row of a table, if they are those of a list of names."""
    header = _make_header(position, position, list(map(clean_line, table.rows[position])), None)
    return _with_names_chosen(header, table) if header else None


def header_from(table: Table, position: int) -> Header:
    """Return the headings that begin in a row which somebody has pointed at, list of names or not.

    They may go on in the next row. Where no column looks like names, none holds them.
    """
    found = [
        (header, chosen)
        for header in _candidates(table, position, position + 1)
        if (chosen := _with_names_chosen(header, table, must_be_list=False))
    ]
    if found:
        return max(found, key=lambda pair: _score(pair[0]))[1]
    columns = _header_columns(_single(list(map(clean_line, table.rows[position]))))
    return Header(position, position, tuple(_settled(column, None) for column in columns))


def likely_header(table: Table) -> Header:
    """Return the headings to begin with in a table that is no list of names: the first row nearly as wide as any."""
    rows = table.rows[:SEARCH_ROWS]
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    return header_from(table, next(index for index, count in enumerate(filled) if 4 * count >= 3 * max(filled)))


def is_header_like(row: Sequence[str]) -> bool:
    """Whether a row within a list is a row of headings again: nearly all cells are known words, one of them a name."""
    rules = [find_word(cell) for cell in row if cell.strip()]
    known = [rule for rule in rules if rule]
    return len(known) >= 2 and 4 * len(known) >= 3 * len(rules) and any(rule.role == "name" for rule in known)


def _candidates(table: Table, first: int = 0, end: int = SEARCH_ROWS) -> Iterator[Header]:
    rows = table.rows[: end + 1]
    for position, row in enumerate(rows[first:end], start=first):
        if header := _make_header(position, position, list(map(clean_line, row)), None):
            yield header
        adjacent = position + 1 < len(rows) and table.numbers[position + 1] == table.numbers[position] + 1
        if adjacent and len(row) > 1:
            lower = list(map(clean_line, rows[position + 1]))
            if header := _make_header(position, position + 1, list(map(clean_line, row)), lower):
                yield header


def _make_header(first: int, last: int, upper: list[str], lower: list[str] | None) -> Header | None:
    headings = _single(upper) if lower is None else _joined(upper, lower)
    columns = _header_columns(headings)
    names = [column.index for column in columns if column.rule.role == "name"]
    if lower is not None and any(_is_data(lower, index, upper) for index in names):
        return None
    header = Header(first, last, columns)
    return header if names or _places_for_names(header) else None


def _header_columns(headings: Sequence[tuple[str, Rule]]) -> tuple[ForeignColumn, ...]:
    return tuple(ForeignColumn(index, heading, rule) for index, (heading, rule) in enumerate(headings) if heading)


def _is_data(lower: list[str], index: int, upper: list[str]) -> bool:
    """Whether a name, not a heading, stands below a heading."""
    text = lower[index] if index < len(lower) else ""
    return bool(text) and text not in upper and find_word(text) is None


def _single(row: list[str]) -> list[tuple[str, Rule]]:
    return [(text, find_rule(text) or _UNKNOWN) for text in row]


def _joined(upper: list[str], lower: list[str]) -> list[tuple[str, Rule]]:
    """Join two lines of headings; an upper one may stand over several lower ones (merged cells)."""
    width = max(len(upper), len(lower))
    upper = [*upper, *[""] * (width - len(upper))]
    lower = [*lower, *[""] * (width - len(lower))]
    joined = []
    over = ""
    for above, below in zip(upper, lower, strict=True):
        over = above or (over if below else "")
        both = " ".join(dict.fromkeys(text for text in (over, below) if text))
        rule = find_word(both) or find_word(below) or find_rule(both) or find_rule(below) or find_rule(over)
        joined.append((both, rule or _UNKNOWN))
    return joined


def _score(header: Header) -> int:
    """Return how much of the headings is understood; a second line must add something."""
    roles: dict[str, int] = {}
    for column in header.columns:
        rule = column.rule
        if rule.role:
            worth = (4 if rule.role == "name" and not rule.weak else 2) if rule.exact else 1
            roles[rule.role] = max(worth, roles.get(rule.role, 0))
    repeated = sum(column.rule.exact for column in header.columns) - len(roles)
    return 2 * sum(roles.values()) + min(max(repeated, 0), 10) - (header.last - header.first)


def _with_names_chosen(header: Header, table: Table, *, must_be_list: bool = True) -> Header | None:
    """Settle which column holds the names; the others that might have get their second meaning."""
    rows = list(islice(table.rows, header.last + 1, header.last + 1 + _SAMPLE_ROWS))
    possible = header.having("name") or _places_for_names(header)
    fitting = [column for column in possible if _are_names(_values(rows, column.index))]
    if not fitting:
        return None
    names = _best(fitting, rows)
    if must_be_list and not _is_list(header, names):
        return None
    columns = tuple(_settled(column, names) for column in header.columns)
    return replace(header, columns=_one_reading(columns, names))


def _places_for_names(header: Header) -> tuple[ForeignColumn, ...]:
    """Return the columns of places, if the list has no names of its own but says when people meet there."""
    is_timetable = any(column.rule.role in _SIGNS_OF_A_TIMETABLE and column.rule.exact for column in header.columns)
    return tuple(column for column in header.having("place") if column.rule.exact) if is_timetable else ()


def _best(columns: list[ForeignColumn], rows: Sequence[Sequence[str]]) -> ForeignColumn:
    """Return the likeliest column; a group that runs many places gives way to the places."""
    ordered = sorted(columns, key=lambda column: (column.rule.weak, column.rule.rank, column.index))
    best = ordered[0]
    if best.rule.otherwise == "operator":
        for other in ordered[1:]:
            if other.rule.otherwise == "place" and 2 * _variety(rows, best) <= _variety(rows, other):
                return other
    return best


def _variety(rows: Sequence[Sequence[str]], column: ForeignColumn) -> int:
    return len(set(_values(rows, column.index)))


def _is_list(header: Header, names: ForeignColumn) -> bool:
    """Whether the other headings speak for a list of places or groups."""
    others = [column.rule for column in header.columns if column is not names and column.rule.role]
    if any(rule.field in _SIGNS_OF_A_LIST or rule.otherwise == "place" for rule in others):
        return True
    if names.rule.weak:
        return False
    return len(header.columns) <= 2 or any(rule.exact for rule in others)


def _settled(column: ForeignColumn, names: ForeignColumn | None) -> ForeignColumn:
    rule = column.rule
    if column is names:
        return replace(column, rule=replace(rule, role="name"))
    if rule.role != "name":
        return column
    labelled = rule.labelled or rule.otherwise == "note"
    return replace(column, rule=replace(rule, role=rule.otherwise, labelled=labelled))


def _one_reading(columns: tuple[ForeignColumn, ...], names: ForeignColumn) -> tuple[ForeignColumn, ...]:
    """Keep the reading of the names; readings of people, operators and streets are dropped."""
    readings = [column for column in columns if column.rule.role == "reading"]
    own = [column for column in readings if heading_key(column.heading).startswith(heading_key(names.heading))]
    plain = [column for column in readings if column.rule.exact]
    near = [column for column in readings if abs(column.index - names.index) == 1]
    kept = next(iter((*own, *plain, *near)), None)
    return tuple(
        replace(column, rule=replace(column.rule, role="drop")) if column in readings and column is not kept else column
        for column in columns
    )


def _values(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    return [text for row in rows if index < len(row) and (text := row[index].strip())]


def _are_names(values: list[str]) -> bool:
    """Whether most values read like names: no figures, dates or addresses of pages, and no headings."""
    if not values:
        return True
    names = sum(not _NOT_A_NAME.fullmatch(value) for value in values)
    words = sum(find_word(value) is not None for value in values[:30])
    return 2 * names >= len(values) and 2 * words < max(len(values[:30]), 3)
