"""What a sheet is besides its cells: widths of columns, the paper it is printed on."""

from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

from openpyxl.utils import get_column_letter

PAPER_A3, PAPER_A4 = 8, 9
"""Excel's numbers for them."""

ExcelSheet = Any
"""openpyxl's sheet: its stubs do not know all of a page's set-up."""


def set_widths(sheet: ExcelSheet, widths: Iterable[float], first: int = 1) -> None:
    """Make columns so many characters wide, from one column (from 1) on."""
    for number, width in enumerate(widths, start=first):
        sheet.column_dimensions[get_column_letter(number)].width = width


def print_across(sheet: ExcelSheet, paper: int, *, wide: int = 1, high: int = 0, numbered: bool = True) -> None:
    """Have a sheet printed on landscape paper, on so many pages side by side and below each other (0: as needed)."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = wide, high
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if numbered:
        sheet.oddFooter.center.text = "&P / &N"


def text_width(text: str) -> int:
    """Return the width of a text in halves of a kanji, as Excel counts the width of columns."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)
