"""Somebody else's list (`.csv`, `.xlsx`, or a `.zip` of them) → resources, and an account of every row and column."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line
from resource_mapper.storage.importing.header_row import Header, find_header
from resource_mapper.storage.importing.table_file import Table, read_tables
from resource_mapper.storage.importing.table_import import ColumnMatch, Skipped, TableImport, import_table
from resource_mapper.storage.workbook.schema import LIST_SHEET

__all__ = ["ColumnMatch", "ImportResult", "Skipped", "import_list"]

_NO_LIST = (
    "「{name}」には、名前の一覧が見つかりませんでした。"
    "「名称」「施設名」「団体名」「サロン名」などの見出しがあり、その下に名前が並ぶ表を探しました。ファイルは変更していません。"
    "名前の列の上に「名称」と書き、住所や日時の列にも見出しを付けてから、もう一度お試しください。"
)
_NO_ROWS = (
    "「{name}」には「{heading}」の見出しがありますが、取り込める行がありませんでした。"
    "見出しの下に名前が入っているかお確かめください。ファイルは変更していません。"
)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What a list brought: the resources, the rows left out, where each column went, and what else to know."""

    resources: tuple[Resource, ...]
    skipped: tuple[Skipped, ...]
    columns: tuple[ColumnMatch, ...]
    notes: tuple[str, ...]


def import_list(path: Path) -> ImportResult:
    """Read a list. Ranges and categories are taken only from columns that are meant for them, never guessed.

    Raises:
        UserFacingError: the file cannot be read, or no list of names is in it.
    """
    name = clean_line(path.name)
    tables = read_tables(path)
    found = _lists(tables)
    if not found:
        raise UserFacingError(_NO_LIST.format(name=name))
    several = len(found) > 1
    imports = [
        (table, import_table(table, header, f"{name} {clean_line(table.name)}" if several else name))
        for table, header in found
    ]
    if not any(result.resources for _, result in imports):
        raise UserFacingError(_NO_ROWS.format(name=name, heading=found[0][1].having("name")[0].heading))
    return _merged(imports, _notes_on_tables(tables, [table for table, _ in found]), several)


def _lists(tables: Sequence[Table]) -> list[tuple[Table, Header]]:
    """Return the tables that are lists of names; of this program's own workbooks only 資源一覧.

    Hidden sheets are mostly words for drop-downs: they count only where nothing else does.
    """
    headed = [(table, header) for table in tables if (header := find_header(table))]
    own = [pair for pair in headed if pair[0].name == LIST_SHEET and pair[1].is_own]
    return own or [pair for pair in headed if not pair[0].hidden] or headed


def _notes_on_tables(tables: Sequence[Table], used: Sequence[Table]) -> list[str]:
    if any(table.name == LIST_SHEET for table in used):
        return []
    unused = [table for table in tables if table.rows and table not in used]
    notes = [
        f"「{clean_line(table.name)}」は、"
        + ("非表示のシートなので読み込んでいません。" if table.hidden else "名前の一覧ではないので読み込んでいません。")
        for table in unused
    ]
    return [*notes, *(note for table in unused for note in table.notes)]


def _merged(imports: Sequence[tuple[Table, TableImport]], notes: list[str], several: bool) -> ImportResult:
    told = [
        f"{clean_line(table.name)}：{note}" if several else note
        for table, result in imports
        for note in (*table.notes, *result.notes)
    ]
    return ImportResult(
        tuple(resource for _, result in imports for resource in result.resources),
        tuple(row for _, result in imports for row in result.skipped),
        tuple(dict.fromkeys(match for _, result in imports for match in result.columns)),
        tuple(dict.fromkeys((*told, *notes))),
    )
