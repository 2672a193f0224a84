"""Resources as table text (tab-separated, as Excel copies it): what the clipboard carries."""

import csv
import re
from collections.abc import Sequence
from io import StringIO

from resource_mapper.domain.resource import Resource, new_id
from resource_mapper.domain.text import clean, clean_line, fold
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.rows import cell_text, read_resource, resource_cells
from resource_mapper.storage.workbook.schema import COLUMN_BY_KEY, COLUMNS, ID

_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|[^\t\n]*')
"""A cell as Excel puts it on the clipboard."""


def table_text(resources: Sequence[Resource], worksheet: Worksheet) -> str:
    """Return resources as rows under the headings of 資源一覧; columns that are empty throughout are left out."""
    rows = [resource_cells(resource, worksheet) for resource in resources]
    labels = [c.label for c in COLUMNS if c.label != ID and any(c.label in row for row in rows)]
    out = StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerow(labels)
    writer.writerows([cell_text(row.get(label)) for label in labels] for row in rows)
    return out.getvalue()


def table_rows(text: str) -> list[list[str]]:
    """Return the cells of pasted text; a cell stands in quotation marks where it has line breaks of its own.

    Excel writes a quotation mark at a cell's beginning as it is, so that one alone means nothing.
    """
    text = clean(text).removesuffix("\n")
    rows: list[list[str]] = [[]] if text else []
    at = 0
    while text and at <= len(text) and (found := _CELL.match(text, at)):
        rows[-1].append(found[0] if found[1] is None else found[1].replace('""', '"'))
        at = found.end() + 1
        if text[at - 1 : at] == "\n":
            rows.append([])
    return rows


def resources_from_table_text(text: str, worksheet: Worksheet) -> list[Resource]:
    """Return the resources in pasted text, with fresh IDs.

    Rows under the headings of 資源一覧 give whole records; any other text gives a card per line, named by its
    first cell.
    """
    rows = [row for row in table_rows(text) if any(cell.strip() for cell in row)]
    if not rows:
        return []
    if labels := _labels(rows):
        return [_whole(row, labels, worksheet) for row in rows[1:]]
    names = [clean_line(next(cell for cell in row if cell.strip())) for row in rows]
    return [Resource(id=new_id(), name=name) for name in names if name]


def loses_cells(text: str) -> bool:
    """Whether pasted text without the headings of 資源一覧 holds cells besides those that would become names."""
    rows = [row for row in table_rows(text) if any(cell.strip() for cell in row)]
    return not _labels(rows) and any(sum(bool(cell.strip()) for cell in row) > 1 for row in rows)


def _labels(rows: Sequence[Sequence[str]]) -> list[str | None]:
    """Return the columns of 資源一覧 where the first row names them, 名称 among them; else nothing."""
    columns = [COLUMN_BY_KEY.get(fold(cell)) for cell in rows[0]] if len(rows) > 1 else []
    has_name = any(column is not None and column.field == "name" for column in columns)
    return [column.label if column else None for column in columns] if has_name else []


def _whole(row: Sequence[str], labels: Sequence[str | None], worksheet: Worksheet) -> Resource:
    cells = {label: cell for label, cell in zip(labels, row, strict=False) if label and cell}
    return read_resource(cells, {}, new_id(), worksheet)[0]
