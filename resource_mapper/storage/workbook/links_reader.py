"""つながり: what the sheet of hand-over links says. Apart from the writing, so that opening needs no openpyxl."""

from collections.abc import Sequence

from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import MAX_CELL_UNITS, clean_line, fold, utf16_length
from resource_mapper.storage.workbook.problem import Problem
from resource_mapper.storage.workbook.rows import Cell, cell_text
from resource_mapper.storage.workbook.schema import LINK_HEADINGS, LINKS_SHEET


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
