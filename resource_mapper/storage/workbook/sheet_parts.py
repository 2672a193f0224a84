"""Where in the package a workbook's sheets are."""

from typing import Any
from xml.etree import ElementTree

from resource_mapper.storage.zip_parts import Package

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
"""Begins the names of a workbook's elements."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def sheet_parts(package: Package) -> dict[str, str]:
    """Return sheet name → path of its part in the package; nothing where its parts do not tell."""

    def tree(name: str) -> Any:  # noqa: ANN401 an element
        return ElementTree.fromstring(package.content(name))  # noqa: S314 the guard refuses entities

    if _BOOK not in package or _RELATIONS not in package:
        return {}
    try:
        relations, book = tree(_RELATIONS), tree(_BOOK)
    except ElementTree.ParseError:  # the fast reader may get along with it all the same
        return {}
    targets = {each.get("Id"): str(each.get("Target")) for each in relations}
    found = {}
    for sheet in book.iter(f"{MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        found[str(sheet.get("name"))] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found
