"""The towns in a list of many: 通いの場オープンデータ of a prefecture or of the whole country holds thousands."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from resource_mapper.domain.text import clean_line, fold
from resource_mapper.storage.importing.header_row import Header
from resource_mapper.storage.importing.headings import heading_key
from resource_mapper.storage.importing.table import Table

_PREFECTURE = frozenset(map(heading_key, ("都道府県名", "都道府県", "県名", "所在地_都道府県")))
_TOWN = frozenset(
    heading_key(word)
    for word in (
        "市区町村名",
        "市区町村",
        "市町村名",
        "市町村",
        "区市町村名",
        "区市町村",
        "市名",
        "自治体名",
        "管轄市町村名",
        "地方公共団体名",
        "所在地_市区町村",
    )
)
MANY_ROWS = 2_000
"""A list of several towns with more rows than this is nobody's own: the town is chosen before anything is read."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town in a list: prefecture (may be missing), name, and how many rows it has."""

    prefecture: str
    name: str
    rows: int

    @property
    def key(self) -> str:
        """What the town is called in full."""
        return f"{self.prefecture}{self.name}"


def towns_of(parts: Sequence[tuple[Table, Header]]) -> tuple[Town, ...]:
    """Return the towns of some lists in the order of the file; nothing where there are not at least two."""
    counts: dict[tuple[str, str], int] = {}
    for table, header in parts:
        indexes = _town_columns(header)
        if indexes is None:
            continue
        for row in table.rows[header.last + 1 :]:
            key = _town_in(row, indexes)
            if key[1]:
                counts[key] = counts.get(key, 0) + 1
    return tuple(Town(*key, rows) for key, rows in counts.items()) if len(counts) > 1 else ()


class TownNames:
    """What the towns of a list are called in 地区: two of one name in several prefectures in full."""

    def __init__(self, towns: Sequence[Town]) -> None:
        """Take the towns of the whole list; none where one of them was chosen, or there is but one."""
        often = Counter(town.name for town in towns)
        self._names = {(t.prefecture, t.name): t.key if often[t.name] > 1 else t.name for t in towns}

    def columns(self, header: Header) -> frozenset[int]:
        """Return the columns that a row's town is read from."""
        indexes = _town_columns(header) if self._names else None
        return frozenset(index for index in indexes or () if index is not None)

    def reader(self, header: Header) -> Callable[[Sequence[str]], str]:
        """Return what tells the town of a row; nothing where the list has no column for it."""
        indexes = _town_columns(header) if self._names else None
        if indexes is None:
            return lambda _row: ""
        return lambda row: self._names.get(_town_in(row, indexes), "")


def only_town(table: Table, header: Header, key: str) -> Table:
    """Return a table with the headings and the rows of one town."""
    indexes = _town_columns(header)
    if indexes is None:
        return table
    kept = [
        position
        for position, row in enumerate(table.rows)
        if position <= header.last or "".join(_town_in(row, indexes)) == key
    ]
    return replace(
        table,
        rows=tuple(table.rows[position] for position in kept),
        numbers=tuple(table.numbers[position] for position in kept),
    )


def find_towns(towns: Sequence[Town], words: str) -> list[Town]:
    """Return the towns whose name or prefecture contains what was typed; an exact name comes first."""
    key = fold(words)
    found = [town for town in towns if key in fold(town.key)]
    exact = [town for town in found if key in (fold(town.name), fold(town.key))]
    return [*exact, *(town for town in found if town not in exact)]


def _town_columns(header: Header) -> tuple[int | None, int] | None:
    prefecture = town = None
    for column in header.columns:
        key = heading_key(column.heading)
        if key in _PREFECTURE and prefecture is None:
            prefecture = column.index
        elif key in _TOWN and town is None and column.rule.role != "name":
            town = column.index
    return None if town is None else (prefecture, town)


def _town_in(row: Sequence[str], indexes: tuple[int | None, int]) -> tuple[str, str]:
    prefecture, town = indexes
    return _cell(row, prefecture), _cell(row, town)


def _cell(row: Sequence[str], index: int | None) -> str:
    return clean_line(row[index]) if index is not None and index < len(row) else ""
