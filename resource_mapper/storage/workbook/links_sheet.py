"""つながり, 版のつながり: hand-over links by ID, with the names beside them for readers."""

from collections.abc import Iterable, Iterator, Sequence

from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.list_sheet import HEADER_STYLE
from resource_mapper.storage.workbook.schema import LINK_HEADINGS, VERSION_NAME
from resource_mapper.storage.workbook.sheet_setup import PAPER_A4, ExcelSheet, print_across, set_widths
from resource_mapper.storage.workbook.sheet_xml import SheetRow, SheetRows
from resource_mapper.storage.workbook.styles import CellStyle, Styles

_WIDTHS = (16, 16, 30, 30, 30)


def write_links(sheet: ExcelSheet, worksheet: Worksheet, styles: Styles) -> SheetRows:
    """Set the sheet of the present links up and return its rows."""
    _set_up(sheet, _WIDTHS)
    return SheetRows(_rows(LINK_HEADINGS, _lines(worksheet.resources, worksheet.links), styles))


def write_version_links(sheet: ExcelSheet, worksheet: Worksheet, styles: Styles) -> SheetRows:
    """Set the sheet of the versions' links up and return its rows; a version without any is a row, too."""
    _set_up(sheet, (20, *_WIDTHS))
    lines = (
        (version.name, *line)
        for version in worksheet.versions
        if version.links is not None
        for line in (_lines(version.resources, version.links) if version.links else [()])
    )
    return SheetRows(_rows((VERSION_NAME, *LINK_HEADINGS), lines, styles))


def _set_up(sheet: ExcelSheet, widths: Sequence[int]) -> None:
    set_widths(sheet, widths)
    sheet.freeze_panes = "A2"
    print_across(sheet, PAPER_A4)


def _lines(resources: Iterable[Resource], links: Iterable[Link]) -> list[tuple[str, ...]]:
    names = {resource.id: resource.name for resource in resources}
    return [(link.source, link.target, link.words, names[link.source], names[link.target]) for link in links]


def _rows(headings: Sequence[str], lines: Iterable[tuple[str, ...]], styles: Styles) -> Iterator[SheetRow]:
    header, body = styles.number(HEADER_STYLE), styles.number(CellStyle())
    yield SheetRow(1, [(column, header, label) for column, label in enumerate(headings, start=1)])
    for number, line in enumerate(lines, start=2):
        yield SheetRow(
            number, [(column, styles.fitting(body, word), word) for column, word in enumerate(line, start=1)]
        )
