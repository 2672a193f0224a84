"""つながり: hand-over links by ID, with the names beside them for readers."""

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.worksheet import Worksheet as Sheet

from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import MAX_CELL_UNITS, clean_line, fold, utf16_length
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.list_sheet import HEADER_STYLE
from resource_mapper.storage.workbook.problem import Problem
from resource_mapper.storage.workbook.rows import Cell, cell_text
from resource_mapper.storage.workbook.schema import LINK_HEADINGS, LINKS_SHEET
from resource_mapper.storage.workbook.sheet_xml import Row, SheetRows
from resource_mapper.storage.workbook.styles import Style, Styles

_WIDTHS = (16, 16, 30, 30, 30)


def write_links(sheet: Sheet, worksheet: Worksheet, styles: Styles) -> SheetRows:
    """Set the sheet up and return its rows."""
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    return SheetRows(_rows(worksheet, styles))


def _rows(worksheet: Worksheet, styles: Styles) -> Iterator[Row]:
    names = {resource.id: resource.name for resource in worksheet.resources} if worksheet.links else {}
    header, body = styles.number(HEADER_STYLE), styles.number(Style())
    yield Row(1, [(column, header, label) for column, label in enumerate(LINK_HEADINGS, start=1)])
    for number, link in enumerate(worksheet.links, start=2):
        words = (link.source, link.target, link.words, names[link.source], names[link.target])
        yield Row(number, [(column, styles.fitting(body, word), word) for column, word in enumerate(words, start=1)])


def read_links(
    rows: Sequence[Sequence[Cell]], resources: Sequence[Resource]
) -> tuple[tuple[Link, ...], tuple[Problem, ...]]:
    """Return the links between resources that are there; what cannot be used is told."""
    if not rows:
        return (), ()
    positions = {fold(cell_text(cell)): index for index, cell in reversed(list(enumerate(rows[0])))}
    source, target, words = (positions.get(fold(label), -1) for label in LINK_HEADINGS[:3])
    ids = {resource.id for resource in resources}
    found: dict[tuple[str, str], Link] = {}
    problems = []
    for number, row in enumerate(rows[1:], start=2):
        ends = (_line(row, source), _line(row, target))
        if not any(ends):
            continue
        if not ids.issuperset(ends) or ends[0] == ends[1]:
            problems.append(Problem(LINKS_SHEET, number, "", "つながりの先が資源一覧にないので、使いませんでした"))
        elif ends in found:
            problems.append(Problem(LINKS_SHEET, number, "", "同じつながりが2つあるので、上の行を使いました"))
        else:
            found[ends] = Link(*ends, _line(row, words))
    return tuple(found.values()), tuple(problems)


def _line(row: Sequence[Cell], index: int) -> str:
    line = clean_line(cell_text(row[index])) if 0 <= index < len(row) else ""
    return line if utf16_length(line) <= MAX_CELL_UNITS else line[: MAX_CELL_UNITS // 2].rstrip()
