"""One table of somebody else's list → resources; every row that is left out is reported with its reason."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line, fold
from resource_mapper.storage.importing.cell_values import cell_value, is_code, is_place_on_map
from resource_mapper.storage.importing.header_row import Column, Header, header_at, is_header_like
from resource_mapper.storage.importing.headings import find_word
from resource_mapper.storage.importing.row_reader import RowReader, category_id
from resource_mapper.storage.importing.table import Table

MAX_TOLD_COLUMNS = 6
"""Unknown columns whose values go to 備考; more would bury what people wrote there themselves."""
_MAX_TOLD_LENGTH = 60
_SAMPLE_ROWS = 2_000
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


def import_table(table: Table, header: Header, source: str) -> TableImport:
    """Read the rows below a header; `source` is what 出典 says of all of them."""
    return _TableImporter(table, header, source).run()


class _TableImporter:
    """Goes down a table, row by row; a second list below the first may have headings of its own."""

    def __init__(self, table: Table, header: Header, source: str) -> None:
        self._table = table
        self._source = source
        self._result = TableImport()
        self._seen: dict[tuple[str, ...], int] = {}
        self._section = ""
        self._start(header)

    def _start(self, header: Header) -> None:
        rows = self._table.rows[header.last + 1 : header.last + 1 + _SAMPLE_ROWS]
        self._header = replace(header, columns=tuple(_without_coordinates(column, rows) for column in header.columns))
        told = _told_columns(self._header, rows)
        words = [text for column in header.having("category") for text in _values(column, rows)]
        has_categories = any(category_id(word) for word in words)
        self._reader = RowReader(self._header, told, self._source, has_categories)
        self._describe(told, rows, has_categories)

    def run(self) -> TableImport:
        previous: Sequence[str] = ()
        for position in range(self._header.last + 1, len(self._table.rows)):
            row = _with_dittos_resolved(self._table.rows[position], previous)
            previous = row
            if reason := self._why_not(position, row):
                text = " ".join(clean_line(cell) for cell in row if cell.strip())
                number = self._table.numbers[position]
                self._result.skipped.append(Skipped(self._table.name, number, reason, text[:_SHOWN_LENGTH]))
        self._note_repeated_names()
        return self._result

    def _why_not(self, position: int, row: Sequence[str]) -> str:
        """Take a row over; or return why not."""
        if reason := self._why_no_resource(position, row):
            return reason
        number = self._table.numbers[position]
        key = tuple(cell.strip() for cell in row)
        if key in self._seen:
            return f"{self._seen[key]}行目とまったく同じ内容です"
        self._seen[key] = number
        try:
            resource, cut = self._reader.read(row, self._section)
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

    def _describe(self, told: Sequence[Column], rows: Sequence[Sequence[str]], has_categories: bool) -> None:
        """Say what becomes of each column."""
        left_out = []
        for column in self._header.columns:
            taken = self._field_of(column, told, has_categories)
            match = ColumnMatch(column.heading, taken)
            if match not in self._result.columns:
                self._result.columns.append(match)
            if taken is None and not self._header.is_own and _values(column, rows):
                left_out.append(column.heading)
        if told:
            headings = "、".join(column.heading for column in told)
            self._result.notes.append(f"行き先のない列は、備考に「見出し：値」の形で入れました：{headings}")
        if left_out:
            self._result.notes.append(f"取り込まなかった列：{'、'.join(left_out)}")

    def _field_of(self, column: Column, told: Sequence[Column], has_categories: bool) -> str | None:
        role = column.rule.role
        if not role:
            return "note" if column in told else None
        if role == "category" and not (has_categories or self._header.is_own):
            return "note"
        if (role == "address_piece" and self._header.having("address")) or (role == "id" and self._header.is_own):
            return None
        return column.rule.field

    def _note_repeated_names(self) -> None:
        names = [resource.name for resource in self._result.resources]
        if len(names) >= 10 and 2 * len(set(names)) <= len(names):
            self._result.notes.append(
                "同じ名称の行がたくさんあります。回ごとや日ごとの一覧のときは、取り込んだあとで1枚にまとめてください。"
            )


def _told_columns(header: Header, rows: Sequence[Sequence[str]]) -> list[Column]:
    """Return the unknown columns that are worth a line in 備考: words, not figures or codes, and short ones."""
    worth = []
    for column in header.columns:
        values = [] if column.rule.role else _values(column, rows)
        if _most(is_code, values):
            continue
        if sorted(map(len, values))[len(values) // 2] <= _MAX_TOLD_LENGTH:
            worth.append(column)
    return worth[:MAX_TOLD_COLUMNS]


def _without_coordinates(column: Column, rows: Sequence[Sequence[str]]) -> Column:
    values = _values(column, rows) if column.rule.role in ("", "place", "address", "note", "kind") else []
    if values and _most(is_place_on_map, values):
        return replace(column, rule=replace(column.rule, role="drop"))
    return column


def _most(is_so: Callable[[str], bool], values: Sequence[str]) -> bool:
    return 5 * sum(map(is_so, values)) >= 4 * len(values)


def _values(column: Column, rows: Iterable[Sequence[str]]) -> list[str]:
    return [text for row in rows if column.index < len(row) and (text := cell_value(row[column.index]))]


def _with_dittos_resolved(row: Sequence[str], previous: Sequence[str]) -> Sequence[str]:
    """Replace 〃 and 同上 by what stands above."""
    if not _DITTO.intersection(row):
        return row
    return tuple(
        (previous[index] if index < len(previous) else "") if cell in _DITTO else cell for index, cell in enumerate(row)
    )
