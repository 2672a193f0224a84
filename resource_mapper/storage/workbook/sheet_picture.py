"""ワークシート: the sheet drawn with cells, one page on A3, for readers who have only Excel.

Merged ranges and fills, no shapes: shapes drift with the printer driver and are lost by other programs.
"""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from resource_mapper.domain.axis import BANDS
from resource_mapper.domain.color import WHITE, mix, under_white
from resource_mapper.domain.coverage import coverage
from resource_mapper.domain.dates import format_date
from resource_mapper.domain.lens import Row, lens_of
from resource_mapper.domain.packing import Interval, pack
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import SOURCE_LINE, Worksheet
from resource_mapper.storage.workbook.cells import put

STEPS = 72
"""Columns of the axis: 5 mm each on A3, three to a step of the 資源の厚み strip."""
FIRST = 2
LAST = FIRST + STEPS - 1
UNITS_PER_COLUMN = 2.3
"""Half-width characters of card text that fit one column."""
ROWS_HEIGHT = 960.0
"""Height in points that makes the rows fill an A3 page at this width."""
MIN_LINE, MAX_LINE, TWO_LINES = 18.0, 42.0, 34.0
NOTE = "この面は「資源一覧」から作った図です。保存のたびに作り直すので、直すときは「資源一覧」を直してください。"
PLAIN = "#6B7280"
PAPER_A3 = 8
_AXIS_FILLS = ("#BFE3D0", "#FBE7B5", "#F6CBC7")
_WISHED = {Status.WANTED.value: "（ほしい）", Status.PREPARING.value: "（準備中）", Status.PAUSED.value: "（休止）"}


@dataclass(frozen=True, slots=True)
class _Bar:
    """A card as cells: columns `first … last`, counted from 0."""

    resource: Resource
    text: str
    first: int
    last: int


def write_picture(sheet: Sheet, worksheet: Worksheet, font: str) -> None:
    """Draw the worksheet through its lens."""
    rows = [(row, bars, _lanes(bars)) for row, bars in _rows(worksheet)]
    lines = sum(max(lanes, default=0) + 1 for _, _, lanes in rows)
    painter = _Painter(sheet, worksheet, font, min(max(ROWS_HEIGHT / lines, MIN_LINE), MAX_LINE))
    painter.heading()
    painter.axis()
    top = 5
    for row, bars, lanes in rows:
        top = painter.row(top, row, bars, lanes)
    painter.foot(painter.coverage(top))
    painter.set_up()


def _rows(worksheet: Worksheet) -> list[tuple[Row, list[_Bar]]]:
    lens = lens_of(worksheet)
    row_of = lens.sorter(worksheet)
    members: dict[str, list[_Bar]] = {row.id: [] for row in lens.rows(worksheet)}
    for resource in worksheet.placed:
        if resource.status != Status.ENDED:
            members[row_of(resource)].append(_bar(resource, worksheet))
    return [(row, members[row.id]) for row in lens.rows(worksheet)]


def _lanes(bars: Sequence[_Bar]) -> list[int]:
    return pack([Interval(bar.first, bar.last + 1, bar.resource.lane) for bar in bars])


def _bar(resource: Resource, worksheet: Worksheet) -> _Bar:
    """Return the columns a card takes: its range, grown evenly to both sides until the name fits."""
    category = worksheet.category_of(resource)
    text = f"{category.mark if category else ''}{resource.name}{_WISHED.get(resource.status, '')}"
    span = resource.span
    left, right = (span.left, span.right) if span else (0.0, 0.0)
    if worksheet.mirrored:
        left, right = 1 - right, 1 - left
    first, end = math.floor(left * STEPS), math.ceil(right * STEPS)
    needed = min(STEPS, math.ceil((_units(text) + 1) / UNITS_PER_COLUMN))
    missing = max(0, needed - (end - first))
    first = min(max(0, first - missing // 2), STEPS - needed)
    end = max(end, first + needed)
    return _Bar(resource, text, first, min(end, STEPS) - 1)


def _units(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


class _Painter:
    def __init__(self, sheet: Sheet, worksheet: Worksheet, font: str, line_height: float) -> None:
        self._sheet = sheet
        self._worksheet = worksheet
        self._font = font
        self._line_height = line_height

    def heading(self) -> None:
        heading = self._worksheet.heading
        facts = (heading.municipality, heading.area, heading.meeting)
        day = format_date(heading.made_on, heading.calendar) if heading.made_on else ""
        self._merged(1, 1, LAST, heading.title, size=20, bold=True, align="left")
        words = "　".join(word for word in (*facts, day) if word)
        self._merged(2, 1, LAST, words, size=11, align="left")
        self._sheet.row_dimensions[1].height = 32

    def axis(self) -> None:
        self._merged(4, 1, 1, "高齢者の状態像", bold=True)
        third = STEPS // 3
        bands = list(zip(BANDS, _AXIS_FILLS, strict=True))
        for position, (band, fill) in enumerate(reversed(bands) if self._worksheet.mirrored else bands):
            first = FIRST + position * third
            self._merged(4, first, first + third - 1, band.label, size=13, bold=True, fill=fill)
        self._sheet.row_dimensions[4].height = 24

    def row(self, top: int, row: Row, bars: Sequence[_Bar], lanes: Sequence[int]) -> int:
        """Draw one row of the sheet; return the next free row of cells."""
        color = row.category.color if row.category else PLAIN
        count = max(lanes, default=0) + 1
        tint = PatternFill("solid", fgColor=mix(color, WHITE, 0.08)[1:])
        for line in range(top, top + count):
            self._sheet.row_dimensions[line].height = self._line_height
            for column in range(FIRST, LAST + 1):
                self._sheet.cell(line, column).fill = tint
        served = sum(bar.resource.counts for bar in bars)
        label = f"{row.category.mark if row.category else ''}{row.label}\n{served} か所"
        self._merged(
            top, 1, 1, label, rows=count, bold=True, fill=under_white(color), ink=WHITE, size=11, align="center"
        )
        if count == 1:
            self._sheet.row_dimensions[top].height = max(self._line_height, TWO_LINES)
        for bar, lane in zip(bars, lanes, strict=True):
            self._card(top + lane, bar)
        self._sheet.row_dimensions[top + count].height = 5
        return top + count + 1

    def coverage(self, row: int) -> int:
        counts = coverage(self._worksheet.placed)
        if self._worksheet.mirrored:
            counts = counts[::-1]
        self._merged(row, 1, 1, "資源の厚み（か所）", bold=True)
        width, most = STEPS // len(counts), max(*counts, 1)
        for step, count in enumerate(counts):
            fill = mix("#8CB4DC", "#EDF3F9", count / most) if count else WHITE
            first = FIRST + step * width
            self._merged(row, first, first + width - 1, str(count), fill=fill, edge="#FFFFFF" if count else PLAIN)
        self._sheet.row_dimensions[row].height = 24
        return row + 2

    def foot(self, row: int) -> None:
        self._merged(row, 1, LAST, f"{NOTE}　{SOURCE_LINE}", size=9, align="left", ink="#4B5563")

    def set_up(self) -> None:
        sheet = self._sheet
        sheet.sheet_view.showGridLines = False
        sheet.column_dimensions["A"].width = 26
        for column in range(FIRST, LAST + 1):
            sheet.column_dimensions[get_column_letter(column)].width = 2.6
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = PAPER_A3
        sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
        sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr] # made with the sheet
        sheet.print_options.horizontalCentered = True
        for side in ("left", "right", "top", "bottom"):
            setattr(sheet.page_margins, side, 0.4)
        sheet.freeze_panes = "B5"

    def _card(self, row: int, bar: _Bar) -> None:
        category = self._worksheet.category_of(bar.resource)
        color = category.color if category else PLAIN
        wished = bar.resource.status in (Status.WANTED, Status.PREPARING)
        self._merged(
            row,
            FIRST + bar.first,
            FIRST + bar.last,
            bar.text,
            fill=mix(color, WHITE, 0.25),
            edge=color,
            edge_style="dashed" if wished else "thin",
        )

    def _merged(
        self,
        row: int,
        first: int,
        last: int,
        text: str,
        *,
        rows: int = 1,
        size: float = 11,
        bold: bool = False,
        fill: str | None = None,
        ink: str = "#1A2230",
        edge: str | None = None,
        edge_style: Literal["thin", "dashed"] = "thin",
        align: str = "center",
    ) -> None:
        """Write text into a merged range with a fill and, if `edge` is given, a border all round."""
        cell = self._sheet.cell(row, first)
        put(cell, text)
        cell.font = Font(name=self._font, size=size, bold=bold, color=ink[1:])
        shrink = align == "center" and "\n" not in text
        cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text="\n" in text, shrink_to_fit=shrink)
        pattern = PatternFill("solid", fgColor=fill[1:]) if fill else None
        side = Side(style=edge_style, color=edge[1:]) if edge else None
        for column in range(first, last + 1):
            part = self._sheet.cell(row, column)
            if pattern:
                part.fill = pattern
            if side:
                part.border = Border(
                    top=side,
                    bottom=side,
                    left=side if column == first else None,
                    right=side if column == last else None,
                )
        if rows > 1 or last > first:
            self._sheet.merge_cells(start_row=row, end_row=row + rows - 1, start_column=first, end_column=last)
