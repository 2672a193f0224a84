"""Which sheets of a workbook are made anew at each save: ours, and not a user's that happens to have such a name.

Only the first rows of a few sheets are looked at; the fast reader would take a second for the whole of a large file.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from resource_mapper.domain.text import fold
from resource_mapper.storage.workbook.schema import MADE_SHEETS, SHEET_SIGNS
from resource_mapper.storage.workbook.sheet_parts import MAIN, sheet_parts
from resource_mapper.storage.zip_parts import Package

_SHARED = "xl/sharedStrings.xml"
"""The part with the texts that cells share."""


def made_sheets(package: Package) -> tuple[str, ...]:
    """Return those sheets of a workbook, in our order; others of these names are the user's."""
    sheets = sheet_parts(package)

    def is_ours(sheet: str) -> bool:
        signs = SHEET_SIGNS.get(sheet)
        return signs is None or has_signs(signs, _first_row(package, sheets[sheet]))

    return tuple(sheet for sheet in MADE_SHEETS if sheet in sheets and is_ours(sheet))


def has_signs(signs: Iterable[str], first_row: Iterable[str]) -> bool:
    """Whether the first row of a sheet has all headings by which one of ours is known (`SHEET_SIGNS`)."""
    return {fold(word) for word in first_row}.issuperset(map(fold, signs))


def _first_row(package: Package, sheet: str) -> list[str]:
    """Return the texts of the first row of a sheet, by its part."""
    row = next(_elements(package.content(sheet), "row"), None)
    words, numbers = [], set()
    for cell in row.iter(f"{MAIN}c") if row is not None else ():
        value = cell.findtext(f"{MAIN}v", "")
        if cell.get("t") == "s" and value.isdecimal():
            numbers.add(int(value))
        else:
            words.append("".join(each.text or "" for each in cell.iter(f"{MAIN}t")) or value)
    if numbers:
        texts = zip(range(max(numbers) + 1), _elements(package.content(_SHARED), "si"), strict=False)
        words += ["".join(t.text or "" for t in text.iter(f"{MAIN}t")) for at, text in texts if at in numbers]
    return words


def _elements(content: bytes, tag: str) -> Any:  # noqa: ANN401 an iterator of elements
    """Yield the elements of a part with some tag, as far as it can be read."""
    try:
        for _, element in ElementTree.iterparse(BytesIO(content)):  # noqa: S314 the guard refuses entities
            if element.tag == f"{MAIN}{tag}":
                yield element
    except ElementTree.ParseError:
        return
