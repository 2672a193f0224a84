"""Where in the package a workbook's sheets are."""

from typing import Any
from xml.etree import ElementTree

from resource_mapper.storage.zip_parts import part_name, read_part, zip_parts

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheet_parts(data: bytes) -> dict[str, str]:
    """Return sheet name → path of its part in the package; nothing where its parts do not tell."""
    parts = {part_name(part): part for part in zip_parts(data)}

    def tree(name: str) -> Any:  # noqa: ANN401 an element
        return ElementTree.fromstring(read_part(data, parts[name]))  # noqa: S314 the guard refuses entities

    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= parts.keys():
        return {}
    try:
        relations, book = tree("xl/_rels/workbook.xml.rels"), tree("xl/workbook.xml")
    except ElementTree.ParseError:  # the fast reader may get along with it all the same
        return {}
    targets = {each.get("Id"): str(each.get("Target")) for each in relations}
    found = {}
    for sheet in book.iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        found[str(sheet.get("name"))] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found
