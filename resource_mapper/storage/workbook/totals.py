"""The totals row that Excel puts below a table when it is asked to: it is no resource."""

import re
from pathlib import PurePosixPath

from resource_mapper.storage.workbook.schema import LIST_SHEET
from resource_mapper.storage.workbook.sheet_parts import sheet_parts
from resource_mapper.storage.zip_parts import Package

_TABLE = re.compile(rb"""Target=["'][^"']*?(tables/[^"'/]+\.xml)["']""")
_TOTALS = re.compile(rb"""<(?:\w+:)?table\b[^>]*?\stotalsRowCount=["']1["']""")
_LAST_ROW = re.compile(rb"""<(?:\w+:)?table\b[^>]*?\sref=["'][A-Z$]+\d+:[A-Z$]+(\d+)["']""")


def totals_rows(package: Package) -> frozenset[int]:
    """Return the numbers of the rows of 資源一覧 (from 1) that hold totals."""
    tables = [name for name in package.names if name.startswith("xl/tables/")]
    if not any(_TOTALS.search(package.content(name)) for name in tables):
        return frozenset()
    listed = PurePosixPath(sheet_parts(package).get(LIST_SHEET, "xl/none"))
    relations = package.content(f"{listed.parent}/_rels/{listed.name}.rels")
    contents = [package.content(f"xl/{target.decode()}") for target in _TABLE.findall(relations)]
    found = (_LAST_ROW.search(content) for content in contents if _TOTALS.search(content))
    return frozenset(int(last[1]) for last in found if last)
