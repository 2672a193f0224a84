"""Somebody else's list (`.csv`, `.xlsx`, or a `.zip` of them) → resources, and an account of every row and column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line
from resource_mapper.storage.importing.columns import match_columns
from resource_mapper.storage.importing.plan import ImportChoices, Plan, make_plan, notes_on_tables
from resource_mapper.storage.importing.table_file import Reading, Table, read_tables
from resource_mapper.storage.importing.table_import import ColumnMatch, Skipped, TableImport, import_table
from resource_mapper.storage.importing.towns import TownNames

__all__ = ["ColumnMatch", "ImportChoices", "ImportResult", "Reading", "Skipped", "import_list", "run_plan"]

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

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the list has a column for."""
        return frozenset(match.field for match in self.columns if match.field)


def import_list(path: Path, reading: Reading | None = None, choices: ImportChoices | None = None) -> ImportResult:
    """Read a list. Ranges and categories are taken only from columns that are meant for them, never guessed.

    Raises:
        UserFacingError: the file cannot be read, or no list of names is in it.
    """
    name = clean_line(path.name)
    tables = read_tables(path, reading)
    if not any(table.rows for table in tables):
        raise UserFacingError(_NO_LIST.format(name=name))
    plan = make_plan(name, tables, choices)
    if not (plan.is_list and plan.has_names):
        raise UserFacingError(_NO_LIST.format(name=name))
    result = run_plan(plan)
    if not result.resources:
        heading = next(column.heading for column in plan.columns if column.field == "name")
        raise UserFacingError(_NO_ROWS.format(name=name, heading=heading))
    return result


def run_plan(plan: Plan, step: Callable[[int], None] = lambda _rows: None) -> ImportResult:
    """Read the rows of a plan that has names; `step` is told how many rows are done since it was told last."""
    several = len(plan.parts) > 1
    imports = []
    towns = TownNames(() if plan.choices.town else plan.towns)
    for table, header in plan.parts:
        source = " ".join(filter(None, (plan.name, clean_line(table.name) if several else "", plan.choices.town)))
        if "name" in match_columns(table, header, plan.choices.columns).fields:
            imports.append((table, import_table(table, header, source, plan.choices.columns, step, towns)))
    return _merged(imports, notes_on_tables(plan), several)


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
