"""Cell styles of a workbook by description: each is made once and shared by all its cells."""

from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE, is_date_format
from openpyxl.worksheet.worksheet import Worksheet

FONT = "游ゴシック"
TEXT = "@"
DATE = "yyyy/mm/dd"
MOMENT = "yyyy/mm/dd hh:mm"
CLOCK = "h:mm"
HOURS = "[h]:mm:ss"
GENERAL = "General"
QUOTED = frozenset("=+-@")
"""First characters of text that Excel would take for a formula when it is typed again."""
_SIDES = {"t": "top", "r": "right", "b": "bottom", "l": "left"}


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell looks. Colours are `#RRGGBB`; `edges` names the sides that have a line, of `trbl`."""

    number_format: str = TEXT
    size: float = 11
    bold: bool = False
    ink: str = "#1A2230"
    fill: str = ""
    edges: str = ""
    edge: str = ""
    dashed: bool = False
    align: str = ""
    wrap: bool = False
    shrink: bool = False


class Styles:
    """The numbers by which a book's cells name their styles."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 openpyxl's stubs do not know a book's styles
        """Add styles to a book."""
        self._book = book
        self._scratch: Any = Cell(Worksheet(book), 1, 1)
        self._numbers: dict[CellStyle, int] = {}
        self._variants: dict[tuple[int, str], int] = {}

    def number(self, style: CellStyle) -> int:
        """Return the number of a style, made now if it is new."""
        if style not in self._numbers:
            self._numbers[style] = self._make(style)
        return self._numbers[style]

    def array(self, style: CellStyle) -> StyleArray:
        """Return openpyxl's own form of a style."""
        array: StyleArray = copy(self._book._cell_styles[self.number(style)])
        return array

    def fitting(self, number: int, value: object) -> int:
        """Return the style, or the nearest in which the value is read back as what it is.

        A day needs a format of days, a number any other; text that looks like a formula gets the hidden apostrophe.
        """
        if isinstance(value, str):
            return self._variant(number, "quoted") if value[:1] in QUOTED else number
        if isinstance(value, datetime):
            return self._variant(number, MOMENT)
        if isinstance(value, date):
            return self._variant(number, DATE)
        if isinstance(value, (time, timedelta)):
            return self._variant(number, HOURS if isinstance(value, timedelta) else CLOCK)
        return number if value is None or isinstance(value, bool) else self._variant(number, GENERAL)

    def _variant(self, number: int, kind: str) -> int:
        if (number, kind) not in self._variants:
            array = copy(self._book._cell_styles[number])
            if kind == "quoted":
                array.quotePrefix = 1
            elif is_date_format(self._format(array.numFmtId)) != (kind != GENERAL):
                array.numFmtId = self._format_number(kind)
            self._variants[number, kind] = self._book._cell_styles.add(array)
        return self._variants[number, kind]

    def _format(self, number: int) -> str:
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return BUILTIN_FORMATS.get(number, GENERAL)
        return str(self._book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])

    def _format_number(self, code: str) -> int:
        self._scratch.number_format = code
        return int(self._scratch._style.numFmtId)

    def _make(self, style: CellStyle) -> int:
        cell = self._scratch
        cell.font = Font(name=FONT, size=style.size, bold=style.bold, color=style.ink[1:])
        cell.fill = PatternFill("solid", fgColor=style.fill[1:]) if style.fill else PatternFill()
        line = Side(style="dashed" if style.dashed else "thin", color=style.edge[1:]) if style.edges else None
        cell.border = Border(**{_SIDES[side]: line for side in style.edges})  # type: ignore[arg-type] # its stub is mistaken
        cell.alignment = Alignment(
            horizontal=style.align or None, vertical="center", wrap_text=style.wrap, shrink_to_fit=style.shrink
        )
        cell.number_format = style.number_format
        return int(self._book._cell_styles.add(copy(cell._style)))  # the scratch cell goes on changing
