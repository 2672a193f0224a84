"""つながり: hand-over links by ID, with the names beside them for readers."""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet as Sheet

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.list_sheet import HEADER_STYLE
from resource_mapper.storage.workbook.schema import LINK_HEADINGS
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
