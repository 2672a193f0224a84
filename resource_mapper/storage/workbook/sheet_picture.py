"""ワークシート: the sheet drawn with cells, one page on A3, for readers who have only Excel.

Merged ranges and fills, no shapes: shapes drift with the printer driver and are lost by other programs.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from openpyxl.worksheet.cell_range import CellRange

from resource_mapper.domain.axis import BANDS
from resource_mapper.domain.color import WHITE, mix, under_white
from resource_mapper.domain.coverage import coverage
from resource_mapper.domain.dates import format_date
from resource_mapper.domain.lens import Row, lens_of
from resource_mapper.domain.packing import Interval, pack
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import SOURCE_LINE, Worksheet
from resource_mapper.storage.workbook import sheet_xml
from resource_mapper.storage.workbook.sheet_setup import PAPER_A3, ExcelSheet, print_across, set_widths, text_width
from resource_mapper.storage.workbook.styles import CellStyle, Styles

AXIS_COLUMNS = 72
"""Columns of the axis: 5 mm each on A3, three to a step of the 資源の厚み strip."""
FIRST = 2
LAST = FIRST + AXIS_COLUMNS - 1
UNITS_PER_COLUMN = 2.3
"""Half-width characters of card text that fit one column."""
ROWS_HEIGHT = 960.0
"""Height in points that makes the rows fill an A3 page at this width."""
MIN_LINE, MAX_LINE, TWO_LINES, THREE_LINES = 18.0, 42.0, 34.0, 48.0
ONE_PAGE = 80
"""Lines of cards that can still be read when all is shrunk to one page; longer sheets go over several."""
MOST_LINES = 300
"""Lines that are drawn at most: six pages. Nobody reads thousands of cards off a sheet of cells."""
MOST_CARDS = 2_000
"""Cards of a row that are looked at to fill its lines."""
NOTE = "この面は「資源一覧」から作った図です。保存のたびに作り直すので、直すときは「資源一覧」を直してください。"
PLAIN = "#6B7280"
_AXIS_FILLS = ("#BFE3D0", "#FBE7B5", "#F6CBC7")
_WISHED = {Status.WANTED.value: "（ほしい）", Status.PREPARING.value: "（準備中）", Status.PAUSED.value: "（休止）"}


@dataclass(frozen=True, slots=True)
class _Bar:
    """A card as cells: columns `first … last`, counted from 0."""

    resource: Resource
    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Strip:
    """One row of the sheet: what it stands for, its cards, their lanes, and how many cards found no room."""

    row: Row
    bars: Sequence[_Bar]
    lanes: Sequence[int]
    served: int
    hidden: int = 0

    @property
    def lines(self) -> int:
        return max(self.lanes, default=0) + 1


def write_picture(sheet: ExcelSheet, worksheet: Worksheet, styles: Styles) -> sheet_xml.SheetRows:
    """Set the sheet up and return its rows: the worksheet through its lens."""
    strips = _fitted([_strip(row, members, worksheet) for row, members in _members(worksheet)])
    lines = sum(strip.lines for strip in strips)
    painter = _Painter(worksheet, styles, min(max(ROWS_HEIGHT / lines, MIN_LINE), MAX_LINE))
    painter.heading()
    painter.axis()
    top = 5
    for strip in strips:
        top = painter.row(top, strip)
    painter.foot(painter.coverage(top), sum(strip.hidden for strip in strips))
    _set_up(sheet, one_page=lines <= ONE_PAGE)
    for area in painter.merged_areas:
        sheet.merged_cells.ranges.add(area)  # not `merge_cells`, which makes an object of every cell
    return sheet_xml.SheetRows(painter.rows())


def _members(worksheet: Worksheet) -> list[tuple[Row, list[Resource]]]:
    lens = lens_of(worksheet)
    row_of = lens.sorter(worksheet)
    members: dict[str, list[Resource]] = {row.id: [] for row in lens.rows(worksheet)}
    for resource in worksheet.placed:
        if resource.status != Status.ENDED:
            members[row_of(resource)].append(resource)
    return [(row, members[row.id]) for row in lens.rows(worksheet)]


def _strip(row: Row, members: Sequence[Resource], worksheet: Worksheet) -> _Strip:
    bars = [_bar(resource, worksheet) for resource in members[:MOST_CARDS]]
    served = sum(resource.counts for resource in members)
    return _Strip(row, bars, _lanes(bars), served, len(members) - len(bars))


def _fitted(strips: Sequence[_Strip]) -> list[_Strip]:
    """Leave out what is too much: each row gets an even share of the lines, short rows leave theirs to the others."""
    room, fitted = MOST_LINES, list(strips)
    for done, index in enumerate(sorted(range(len(strips)), key=lambda index: strips[index].lines)):
        strip = strips[index]
        share = min(strip.lines, max(1, room // (len(strips) - done)))
        room -= share
        kept = [(bar, lane) for bar, lane in zip(strip.bars, strip.lanes, strict=True) if lane < share]
        hidden = strip.hidden + len(strip.bars) - len(kept)
        fitted[index] = replace(strip, bars=[bar for bar, _ in kept], lanes=[lane for _, lane in kept], hidden=hidden)
    return fitted


def _lanes(bars: Sequence[_Bar]) -> list[int]:
    return pack([Interval(bar.first, bar.last + 1, bar.resource.lane) for bar in bars])


def _bar(resource: Resource, worksheet: Worksheet) -> _Bar:
    """Return the columns a card takes: its range, grown evenly to both sides until the name fits."""
    category = worksheet.category_of(resource)
    heart = "♡" if resource.is_natural else ""
    text = f"{category.mark if category else ''}{resource.name}{heart}{_WISHED.get(resource.status, '')}"
    span = resource.span
    left, right = (span.left, span.right) if span else (0.0, 0.0)
    if worksheet.mirrored:
        left, right = 1 - right, 1 - left
    first, end = math.floor(left * AXIS_COLUMNS), math.ceil(right * AXIS_COLUMNS)
    needed = min(AXIS_COLUMNS, math.ceil((text_width(text) + 1) / UNITS_PER_COLUMN))
    missing = max(0, needed - (end - first))
    first = min(max(0, first - missing // 2), AXIS_COLUMNS - needed)
    end = max(end, first + needed)
    return _Bar(resource, text, first, min(end, AXIS_COLUMNS) - 1)


def _set_up(sheet: ExcelSheet, *, one_page: bool) -> None:
    sheet.sheet_view.showGridLines = False
    set_widths(sheet, (26, *[2.6] * AXIS_COLUMNS))
    print_across(sheet, PAPER_A3, high=int(one_page))
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = "1:4"
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.4)
    sheet.freeze_panes = "B5"


class _Painter:
    """Fills a grid of cells: style and text by row and column."""

    def __init__(self, worksheet: Worksheet, styles: Styles, line_height: float) -> None:
        self._worksheet = worksheet
        self._styles = styles
        self._line_height = line_height
        self._cells: dict[int, dict[int, tuple[int, str]]] = {}
        self._heights: dict[int, float] = {}
        self.merged_areas: list[CellRange] = []

    def rows(self) -> Iterator[sheet_xml.SheetRow]:
        for number in sorted(self._cells.keys() | self._heights.keys()):
            cells = sorted(self._cells.get(number, {}).items())
            yield sheet_xml.SheetRow(
                number, [(column, style, text) for column, (style, text) in cells], self._heights.get(number)
            )

    def heading(self) -> None:
        heading = self._worksheet.heading
        facts = (heading.municipality, heading.area, heading.meeting)
        day = format_date(heading.made_on, heading.calendar) if heading.made_on else ""
        self._merged(1, 1, LAST, heading.title, CellStyle(size=20, bold=True, align="left"))
        words = "　".join(word for word in (*facts, day) if word)
        self._merged(2, 1, LAST, words, CellStyle(align="left"))
        self._merged(3, 1, LAST, NOTE, CellStyle(size=9, align="left", ink="#4B5563"))
        self._heights[1] = 32

    def axis(self) -> None:
        self._merged(4, 1, 1, "高齢者の状態像", CellStyle(bold=True, align="center"))
        third = AXIS_COLUMNS // 3
        bands = list(zip(BANDS, _AXIS_FILLS, strict=True))
        for position, (band, fill) in enumerate(reversed(bands) if self._worksheet.mirrored else bands):
            first = FIRST + position * third
            self._merged(
                4, first, first + third - 1, band.label, CellStyle(size=13, bold=True, fill=fill, align="center")
            )
        self._heights[4] = 24

    def row(self, top: int, strip: _Strip) -> int:
        """Draw one row of the sheet; return the next free row of cells."""
        category = strip.row.category
        color = category.color if category else PLAIN
        tint = self._styles.number(CellStyle(fill=mix(color, WHITE, 0.08)))
        for line in range(top, top + strip.lines):
            self._heights[line] = self._line_height
            self._cells[line] = dict.fromkeys(range(FIRST, LAST + 1), (tint, ""))
        label = f"{category.mark if category else ''}{strip.row.label}\n{strip.served} か所"
        label += f"\n（図にないもの {strip.hidden}件）" if strip.hidden else ""
        style = CellStyle(bold=True, fill=under_white(color), ink=WHITE, align="center", wrap=True)
        self._merged(top, 1, 1, label, style, rows=strip.lines)
        if strip.lines == 1:
            self._heights[top] = max(self._line_height, THREE_LINES if strip.hidden else TWO_LINES)
        for bar, lane in zip(strip.bars, strip.lanes, strict=True):
            self._card(top + lane, bar)
        self._heights[top + strip.lines] = 5
        return top + strip.lines + 1

    def coverage(self, row: int) -> int:
        """Draw the strip of 資源の厚み; return the next free row of cells."""
        counts = coverage(self._worksheet.placed)
        if self._worksheet.mirrored:
            counts = counts[::-1]
        self._merged(row, 1, 1, "資源の厚み（か所）", CellStyle(bold=True, align="center"))
        width, most = AXIS_COLUMNS // len(counts), max(*counts, 1)
        for step, count in enumerate(counts):
            fill = mix("#8CB4DC", "#EDF3F9", count / most) if count else WHITE
            first = FIRST + step * width
            style = CellStyle(fill=fill, edges="trbl", edge="#FFFFFF" if count else PLAIN, align="center", shrink=True)
            self._merged(row, first, first + width - 1, str(count), style)
        self._heights[row] = 24
        return row + 2

    def foot(self, row: int, hidden: int) -> None:
        """Say what is not shown, and where the form comes from."""
        if hidden:
            words = f"数が多いため、この図には一部だけを載せています。残り{hidden:,}件は「資源一覧」を見てください。"
            self._merged(row, 1, LAST, words, CellStyle(bold=True, align="left"))
            row += 1
        self._merged(row, 1, LAST, SOURCE_LINE, CellStyle(size=9, align="left", ink="#4B5563"))

    def _card(self, row: int, bar: _Bar) -> None:
        category = self._worksheet.category_of(bar.resource)
        color = category.color if category else PLAIN
        wished = bar.resource.status in (Status.WANTED, Status.PREPARING)
        style = CellStyle(
            fill=mix(color, WHITE, 0.25), edges="trbl", edge=color, dashed=wished, align="center", shrink=True
        )
        self._merged(row, FIRST + bar.first, FIRST + bar.last, bar.text, style)

    def _merged(self, row: int, first: int, last: int, text: str, style: CellStyle, rows: int = 1) -> None:
        """Write text into a merged range; lines run round the whole."""
        for line in range(row, row + rows):
            cells = self._cells.setdefault(line, {})
            for column in range(first, last + 1):
                inner = {side for side, at in (("l", first), ("r", last)) if column != at}
                edges = "".join(side for side in style.edges if side not in inner)
                cells[column] = (self._styles.number(replace(style, edges=edges)), "")
        number, _ = self._cells[row][first]
        self._cells[row][first] = (self._styles.fitting(number, text), text)
        if rows > 1 or last > first:
            self.merged_areas.append(CellRange(min_row=row, max_row=row + rows - 1, min_col=first, max_col=last))
