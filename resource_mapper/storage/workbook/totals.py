"""The totals row that Excel puts below a table when it is asked to: it is no resource."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from zipfile import ZipInfo

from resource_mapper.storage.workbook.schema import LIST_SHEET
from resource_mapper.storage.workbook.sheet_parts import sheet_parts
from resource_mapper.storage.zip_parts import part_name, read_part, zip_parts

_TABLE = re.compile(rb"""Target=["'][^"']*?(tables/[^"'/]+\.xml)["']""")
_TOTALS = re.compile(rb"""<(?:\w+:)?table\b[^>]*?\stotalsRowCount=["']1["']""")
_LAST_ROW = re.compile(rb"""<(?:\w+:)?table\b[^>]*?\sref=["'][A-Z$]+\d+:[A-Z$]+(\d+)["']""")


def totals_rows(data: bytes) -> frozenset[int]:
    """Return the numbers of the rows of 資源一覧 (from 1) that hold totals; `data` has passed the guard."""
    parts = {part_name(part): part for part in zip_parts(data)}
    tables = [name for name in parts if name.startswith("xl/tables/")]
    if not any(_TOTALS.search(read_part(data, parts[name])) for name in tables):
        return frozenset()
    listed = PurePosixPath(sheet_parts(data).get(LIST_SHEET, "xl/none"))
    relations = _content(data, parts, f"{listed.parent}/_rels/{listed.name}.rels")
    contents = [_content(data, parts, f"xl/{target.decode()}") for target in _TABLE.findall(relations)]
    found = (_LAST_ROW.search(content) for content in contents if _TOTALS.search(content))
    return frozenset(int(last[1]) for last in found if last)


def _content(data: bytes, parts: Mapping[str, ZipInfo], name: str) -> bytes:
    return read_part(data, parts[name]) if name in parts else b""
