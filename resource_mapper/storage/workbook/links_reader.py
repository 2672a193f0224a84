"""つながり, 版のつながり: what they say. Apart from the writing, so that opening needs no openpyxl."""

from collections.abc import Sequence
from dataclasses import replace

from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line, fitted, fold
from resource_mapper.domain.version import Version
from resource_mapper.storage.workbook.problem import Problem
from resource_mapper.storage.workbook.rows import Cell, Rows, cell_text
from resource_mapper.storage.workbook.schema import LINK_HEADINGS, LINKS_SHEET, VERSION_LINKS_SHEET, VERSION_NAME

Problems = tuple[Problem, ...]


def read_links(rows: Rows, resources: Sequence[Resource]) -> tuple[tuple[Link, ...], Problems]:
    """Return the links between resources that are there; what cannot be used is told."""
    places = _places(rows, LINK_HEADINGS[:3])
    return _links(rows, range(1, len(rows)), places, resources, LINKS_SHEET)


def read_version_links(rows: Rows, versions: Sequence[Version]) -> tuple[tuple[Version, ...], Problems]:
    """Return the versions with their links; one that has no row here was kept without them."""
    name, *places = _places(rows, (VERSION_NAME, *LINK_HEADINGS[:3]))
    if name < 0:
        return tuple(versions), ()
    numbers: dict[str, list[int]] = {}
    for number in range(1, len(rows)):
        numbers.setdefault(_line(rows[number], name), []).append(number)
    found: list[Version] = []
    problems: list[Problem] = []
    for version in versions:
        links: tuple[Link, ...] | None = None
        if version.name in numbers:
            links, told = _links(rows, numbers[version.name], places, version.resources, VERSION_LINKS_SHEET)
            problems.extend(told)
        found.append(replace(version, links=links))
    return tuple(found), tuple(problems)


def _links(
    rows: Rows, numbers: Sequence[int], places: Sequence[int], resources: Sequence[Resource], sheet: str
) -> tuple[tuple[Link, ...], Problems]:
    """Read some rows (numbers from 0) with source, target and words at their places."""
    source, target, words = places
    ids = {resource.id for resource in resources}
    found: dict[tuple[str, str], Link] = {}
    problems = []
    for number in numbers:
        row = rows[number]
        ends = (_line(row, source), _line(row, target))
        if not any(ends):
            continue
        if not ids.issuperset(ends) or ends[0] == ends[1]:
            problems.append(Problem(sheet, number + 1, "", "つながりの先がないので、使いませんでした"))
        elif ends in found:
            problems.append(Problem(sheet, number + 1, "", "同じつながりが2つあるので、上の行を使いました"))
        else:
            found[ends] = Link(*ends, _line(row, words))
    return tuple(found.values()), tuple(problems)


def _places(rows: Rows, labels: Sequence[str]) -> list[int]:
    """Return the columns of headings, -1 for those that are missing."""
    headings = [fold(cell_text(cell)) for cell in rows[0]] if rows else []
    return [headings.index(fold(label)) if fold(label) in headings else -1 for label in labels]


def _line(row: Sequence[Cell], index: int) -> str:
    return fitted(clean_line(cell_text(row[index]))) if 0 <= index < len(row) else ""
