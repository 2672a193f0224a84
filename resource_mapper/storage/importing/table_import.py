"""One table of somebody else's list → resources; every row that is left out is reported with its reason."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line, fold
from resource_mapper.storage.importing.columns import Matched, filled_values, match_columns
from resource_mapper.storage.importing.header_row import Header, header_at, is_header_like
from resource_mapper.storage.importing.headings import find_word
from resource_mapper.storage.importing.row_reader import RecordReader
from resource_mapper.storage.importing.table import Table
from resource_mapper.storage.importing.towns import TownNames

_STEP = 500
"""Rows between two reports of progress."""
_SHOWN_LENGTH = 60

_TOTAL = re.compile(r"(合計|小計|総計|総合計|計|累計|総数|平均|total|subtotal)([:(\d].*)?|.{0,8}(小計|合計|総計)")
_REMARK = re.compile(
    r"[※＊*#]|[（(【]?注(意事項|記|[)）:：】\d])|(備考|出典|資料|作成|更新|source|note)[:：]|お?問い?合わ?せ|以下余白|以上$|該当なし$|.*現在[)）]?$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"[【〔［\[＜<《■●◆○□◇▼▽★☆◎]+(?P<name>[^】〕］\]＞>》]*)[】〕］\]＞>》]?|.*(地区|校区|学区|圏域|支部|管内)"
)
_DISTRICT = re.compile(r".*(地区|校区|学区|圏域|支部|管内|地域|町|区)")
_DITTO = frozenset(("〃", "同上", "″", "〟", "”"))


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was not taken over: where it stands, why not, and its beginning."""

    table: str
    row: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A heading and the field of a resource that took its values (None: not taken over)."""

    heading: str
    field: str | None


@dataclass(slots=True)
class TableImport:
    """What came of one table."""

    resources: list[Resource] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    columns: list[ColumnMatch] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def import_table(
    table: Table,
    header: Header,
    source: str,
    chosen: Mapping[str, str] | None = None,
    step: Callable[[int], None] = lambda _rows: None,
    towns: TownNames | None = None,
) -> TableImport:
    """Read the rows below a header.

    Args:
        table: the rows.
        header: its headings, as found.
        source: what 出典 says of all of them.
        chosen: columns that somebody gave another field (see `columns.with_chosen`).
        step: told how many rows are done since it was told last; what it raises ends the reading.
        towns: of a list of several; they go to 地区, unless the list says something else there.
    """
    return _TableImporter(table, header, source, chosen or {}, step, towns or TownNames(())).run()


class _TableImporter:
    """Goes down a table, row by row; a second list below the first may have headings of its own."""

    def __init__(
        self,
        table: Table,
        header: Header,
        source: str,
        chosen: Mapping[str, str],
        step: Callable[[int], None],
        towns: TownNames,
    ) -> None:
        self._table = table
        self._source = source
        self._chosen = chosen
        self._step = step
        self._towns = towns
        self._result = TableImport()
        self._seen: dict[int, int] = {}
        self._section = ""
        self._start(header)

    def _start(self, header: Header) -> None:
        matched = match_columns(self._table, header, self._chosen)
        self._header = matched.header
        self._reader = RecordReader(matched.header, matched.told, self._source, matched.has_categories)
        self._town_of = self._towns.reader(matched.header)
        self._describe(matched)

    def run(self) -> TableImport:
        previous: Sequence[str] = ()
        first = self._header.last + 1
        for position in range(first, len(self._table.rows)):
            row = _with_dittos_resolved(self._table.rows[position], previous)
            previous = row
            if reason := self._why_not(position, row):
                text = " ".join(clean_line(cell) for cell in row if cell.strip())
                number = self._table.numbers[position]
                self._result.skipped.append(Skipped(self._table.name, number, reason, text[:_SHOWN_LENGTH]))
            if (position - first) % _STEP == _STEP - 1:
                self._step(_STEP)
        self._note_repeated_names()
        return self._result

    def _why_not(self, position: int, row: Sequence[str]) -> str:
        """Take a row over; or return why not."""
        if reason := self._why_no_resource(position, row):
            return reason
        number = self._table.numbers[position]
        key = hash(tuple(cell.strip() for cell in row))  # the rows themselves would double the memory
        if key in self._seen:
            return f"{self._seen[key]}行目とまったく同じ内容です"
        self._seen[key] = number
        try:
            resource, cut = self._reader.read(row, self._section or self._town_of(row))
        except ValueError:
            return "保存できない文字か値が入っています"
        self._result.resources.append(resource)
        if cut:
            self._result.notes.append(f"{number}行目の{'・'.join(cut)}は長すぎるため、入るところまでにしました。")
        return ""

    def _why_no_resource(self, position: int, row: Sequence[str]) -> str:
        filled = [text for cell in row if (text := cell.strip())]
        name = self._reader.name(row)
        if not filled:
            return "名称がありません"
        if filled[0].startswith("#"):
            return "「#」で始まる注記の行です"
        again = row == self._table.rows[self._header.last]
        if again or ((find_word(name) or find_word(filled[0])) and is_header_like(row)):
            return self._repeated_header(position)
        if any(_TOTAL.fullmatch(fold(text)) for text in {name, filled[0]}):
            return "合計の行です"
        if len(filled) <= 2 and _REMARK.match(name or filled[0]):
            return "表の外の注記のようです"
        if len(filled) == 1 and len(self._header.columns) > 2 and (section := _SECTION.fullmatch(filled[0])):
            inner = (section["name"] or filled[0]).strip()
            self._section = inner if _DISTRICT.fullmatch(inner) else ""
            return "区切りの行のようです"
        return "" if name else "名称がありません"

    def _repeated_header(self, position: int) -> str:
        again = header_at(self._table, position)
        if again and [column.heading for column in again.columns] != [c.heading for c in self._header.columns]:
            self._start(again)
            return "2つ目からの一覧の見出しの行です"
        return "見出しの行のくり返しです"

    def _describe(self, matched: Matched) -> None:
        """Say what becomes of each column."""
        left_out = []
        towns = self._towns.columns(matched.header)
        for column, taken in zip(matched.header.columns, matched.fields, strict=True):
            match = ColumnMatch(column.heading, taken)
            if match not in self._result.columns:
                self._result.columns.append(match)
            is_left = taken is None and not matched.header.is_own and column.index not in towns
            if is_left and filled_values(column, matched.sample):
                left_out.append(column.heading)
        if matched.told:
            headings = "、".join(column.heading for column in matched.told)
            self._result.notes.append(f"行き先のない列は、備考に「見出し：値」の形で入れました：{headings}")
        if towns:
            self._result.notes.append("市区町村がいくつもある一覧なので、市区町村名を「地区」に入れました。")
        if left_out:
            self._result.notes.append(f"取り込まなかった列：{'、'.join(left_out)}")

    def _note_repeated_names(self) -> None:
        names = [resource.name for resource in self._result.resources]
        if len(names) >= 10 and 2 * len(set(names)) <= len(names):
            self._result.notes.append(
                "同じ名称の行がたくさんあります。回ごとや日ごとの一覧のときは、取り込んだあとで1枚にまとめてください。"
            )


def _with_dittos_resolved(row: Sequence[str], previous: Sequence[str]) -> Sequence[str]:
    """Replace 〃 and 同上 by what stands above."""
    if not _DITTO.intersection(row):
        return row
    return tuple(
        (previous[index] if index < len(previous) else "") if cell in _DITTO else cell for index, cell in enumerate(row)
    )
