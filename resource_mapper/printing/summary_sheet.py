"""集計と空白: counts of each row and band, the gaps in words, and how the resources spread over 圏域 and 実施主体."""

from collections.abc import Callable, Sequence

from resource_mapper.domain.axis import BANDS
from resource_mapper.domain.coverage import gap_sentence, gaps
from resource_mapper.domain.crosstab import CrosstabCell, CrosstabRow, crosstab
from resource_mapper.domain.lens import LENS, Lens, lens_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import Box, DisplayList, DrawnPage, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.pen import hatch, mark, text_at, text_centred
from resource_mapper.layout.style import INK, MUTED, PAPER, RULE, Style, style_of
from resource_mapper.layout.typesetting import printable, shorten
from resource_mapper.printing.flow import MARGIN, Flow
from resource_mapper.printing.options import Paper, PrintOptions
from resource_mapper.printing.selecting import subtitle

HEADING_PT, HEADING_HEIGHT = 11.5, 9.0
PT, ROW = 9.5, 8.0
LABEL_SHARE = 0.36
SHADE = "#8CB4DC"
FURTHER = ("area_level", "operator_kind")
"""Lenses whose counts follow that of the sheet itself."""


def summary_pages(worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions) -> tuple[DrawnPage, ...]:
    """Return the figures on upright paper."""
    size = options.size(Paper.A4, landscape=False)
    flow = Flow(size, "地域資源の集計と空白", subtitle(worksheet, len(worksheet.resources), options), measurer)
    style = style_of(worksheet, mono=options.mono)
    own = lens_of(worksheet)
    lens = own if not own.is_free else LENS["category"]
    _table(flow, worksheet, lens, style)
    flow.skip(4)
    _gaps(flow, worksheet, lens)
    for lens_id in FURTHER:
        if lens_id != lens.id and any(getattr(each, lens_id) for each in worksheet.placed):
            flow.skip(5)
            _table(flow, worksheet, LENS[lens_id], style)
    return flow.pages()


def _gaps(flow: Flow, worksheet: Worksheet, lens: Lens) -> None:
    found = gaps(worksheet, lens)
    flow.add(HEADING_HEIGHT, _heading(f"気づき（空白 {len(found)}）"), with_next=ROW)
    for gap in found:
        flow.paragraph(f"・{gap_sentence(gap, lens)}", PT)
    if not found:
        flow.paragraph("どの行も、どの状態像の人も使えます。", PT, MUTED)


def _heading(text: str) -> Callable[[float], DisplayList]:
    return lambda y: (text_at(MARGIN, y + HEADING_HEIGHT / 2, text, HEADING_PT, INK, bold=True),)


def _table(flow: Flow, worksheet: Worksheet, lens: Lens, style: Style) -> None:
    """Set one table: rows of a lens, columns of bands, and each row's own count."""
    table = crosstab(worksheet, lens)
    most = max((cell.available for row in table.rows for cell in row.cells), default=0)
    rest = (len(table.rows) + 2) * ROW
    rest = rest if HEADING_HEIGHT + rest <= flow.area.height else 3 * ROW
    flow.add(HEADING_HEIGHT, _heading(f"{lens.label} × 状態像（か所）"), with_next=rest)
    flow.repeat(ROW, _head(flow, lens))
    for number, row in enumerate(table.rows, start=1):
        is_last = number == len(table.rows)  # the sum never stands alone on a page
        flow.add(ROW, _row(flow, row, most, style), with_next=ROW if is_last else 0.0)
    flow.repeat(0.0, None)
    flow.add(ROW, _sum(flow, (*table.totals, table.total)))


def _columns(flow: Flow) -> list[Rect]:
    """Return the label's column, one for each band, and that of the total, as rectangles of one row."""
    width = flow.area.width
    label = width * LABEL_SHARE
    each = (width - label) / (len(BANDS) + 1)
    return [Rect(MARGIN, 0, label, ROW)] + [
        Rect(MARGIN + label + number * each, 0, each, ROW) for number in range(len(BANDS) + 1)
    ]


def _head(flow: Flow, lens: Lens) -> Callable[[float], DisplayList]:
    def draw(y: float) -> DisplayList:
        columns = _columns(flow)
        items: list[Primitive] = [text_at(MARGIN + 1, y + ROW / 2, lens.label, PT, INK, bold=True)]
        for column, label in zip(columns[1:], (*(band.label for band in BANDS), "実か所"), strict=True):
            items.append(text_centred(column.centre_x, y + ROW / 2, label, PT, INK, flow.measurer, bold=True))
        items.append(Lines(((MARGIN, y + ROW, MARGIN + flow.area.width, y + ROW),), Stroke(INK, 0.4)))
        return tuple(items)

    return draw


def _row(flow: Flow, row: CrosstabRow, most: int, style: Style) -> Callable[[float], DisplayList]:
    def draw(y: float) -> DisplayList:
        columns = _columns(flow)
        items: list[Primitive] = []
        left = MARGIN + 1
        if row.row.category:
            items.append(mark(row.row.category.mark, left + 1.5, y + ROW / 2, 3.0, style.line(row.row.category.color)))
            left += 5
        label = shorten(printable(row.row.label, flow.measurer), columns[0].right - left - 1, PT, flow.measurer)
        items.append(text_at(left, y + ROW / 2, label, PT, INK))
        for column, cell in zip(columns[1:], (*row.cells, row.total), strict=True):
            place = Rect(column.x + 0.4, y + 0.4, column.width - 0.8, ROW - 0.8)
            is_band = column is not columns[-1]
            items.extend(_cell(place, cell, most if is_band else 0, flow.measurer, style, empty_is_gap=is_band))
        items.append(Lines(((MARGIN, y + ROW, MARGIN + flow.area.width, y + ROW),), Stroke(RULE, 0.2)))
        return tuple(items)

    return draw


def _cell(
    place: Rect, cell: CrosstabCell, most: int, measurer: TextMeasurer, style: Style, *, empty_is_gap: bool
) -> DisplayList:
    items: list[Primitive] = []
    if empty_is_gap and not cell.available:
        items.append(hatch(place, MUTED, pitch=2.4))
        items.append(Box(Rect(place.centre_x - 9, place.y + 1, 18, place.height - 2), PAPER))
    elif most and not style.mono:
        items.append(Box(place, style.tint(SHADE, 0.15 + 0.6 * cell.available / most)))
    words = f"{cell.available}" + (f"（ほしい {cell.wanted}）" if cell.wanted else "")
    items.append(text_centred(place.centre_x, place.centre_y, words, PT, INK, measurer))
    return tuple(items)


def _sum(flow: Flow, cells: Sequence[CrosstabCell]) -> Callable[[float], DisplayList]:
    def draw(y: float) -> DisplayList:
        items: list[Primitive] = [text_at(MARGIN + 1, y + ROW / 2, "合計", PT, INK, bold=True)]
        for column, cell in zip(_columns(flow)[1:], cells, strict=True):
            words = str(cell.available)
            items.append(text_centred(column.centre_x, y + ROW / 2, words, PT, INK, flow.measurer, bold=True))
        return tuple(items)

    return draw
