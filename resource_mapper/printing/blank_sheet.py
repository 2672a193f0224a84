"""The sheet to write on (deck p16): rows with dotted lines, no cards but those marked 「印刷済み」."""

from dataclasses import replace

from resource_mapper.domain.worksheet import SOURCE_LINE, Worksheet
from resource_mapper.layout.boxes import RowBox
from resource_mapper.layout.display_list import Box, DisplayList, DrawnPage, Lines, Primitive, Stroke
from resource_mapper.layout.draw_card import draw_card
from resource_mapper.layout.draw_frame import HeadingField, draw_axis, draw_band_borders, draw_heading
from resource_mapper.layout.draw_sheet import draw_free_body, draw_label, layout_style
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import COVERAGE, FOOTER, LABELS, SHEET
from resource_mapper.layout.pen import rounded, text_at, text_ending
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.layout.style import INK, MUTED, PAPER, RULE, Style, color_of
from resource_mapper.printing.options import DEFAULT, PrintOptions

LINE_PITCH = 9.0
"""Distance of the dotted writing lines: room for handwriting with a felt pen."""
DOTS = Stroke("#9AA3AE", 0.25, (0.3, 1.1))


def blank_pages(worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions = DEFAULT) -> tuple[DrawnPage, ...]:
    """Return the blank sheet for a worksheet's heading, rows and pre-printed cards."""
    shown = replace(options.on_sheet, show_gaps=False, show_coverage=False, only=lambda resource: resource.preprinted)
    layout = layout_sheet(worksheet, measurer, shown)
    style = layout_style(layout)
    pages = []
    for page in layout.pages:
        items: list[Primitive] = [*draw_heading(worksheet, writing_fields(worksheet, options), measurer, style)]
        items.extend(draw_axis(layout.scale, measurer, style, options.form))
        for row in page.rows:
            if layout.lens.is_free:
                items.extend(draw_free_body(worksheet, row, measurer, style, counts=False, form=options.form))
            else:
                items.extend((_frame(row), *draw_label(row, "", measurer, style, options.form), _writing_lines(row)))
        items.extend(draw_band_borders(layout.scale))
        for card in page.cards:
            items.extend(draw_card(card, worksheet, measurer, style))
        items.extend(_foot(measurer, style))
        pages.append(DrawnPage(SHEET.width, SHEET.height, tuple(items), f"{page.index + 1} 記入用シート"))
    return tuple(pages)


def writing_fields(worksheet: Worksheet, options: PrintOptions = DEFAULT) -> tuple[HeadingField, ...]:
    """Return the boxes of a sheet for a class: town and meeting printed, 班 and 氏名 to write."""
    heading = worksheet.heading
    fields = (
        ("市町村", heading.municipality, 30.0),
        ("会議", heading.meeting, 50.0),
        ("班", "", 22.0),
        ("氏名", "", 50.0),
    )
    return tuple(field for field in fields if field[0] not in options.hidden_fields)


def _frame(row: RowBox) -> Box:
    """Return a row's body: white, so that pencil shows and a monochrome copier has no grey to print."""
    return rounded(row.body, 1.0, PAPER, Stroke(color_of(row.row.category), 0.3))


def _writing_lines(row: RowBox) -> Lines:
    """Return dotted lines spread evenly over a row."""
    count = max(1, int(row.body.height // LINE_PITCH) - 1)
    pitch = row.body.height / (count + 1)
    heights = [row.body.y + pitch * (number + 1) for number in range(count)]
    return Lines(tuple((row.body.x + 3, y, row.body.right - 3, y) for y in heights), DOTS)


def _foot(measurer: TextMeasurer, style: Style) -> DisplayList:
    """Return the box for what was noticed, and the source line."""
    memo = Rect(COVERAGE.x, COVERAGE.y, COVERAGE.width, COVERAGE.height)
    return (
        text_at(LABELS.x, memo.centre_y, "気づいたこと", 10, INK, bold=True),
        rounded(memo, 1.2, PAPER, Stroke(RULE, 0.3)),
        text_at(
            FOOTER.x, FOOTER.centre_y, "書き方：使える方の状態の幅に合わせて、名前を横長に囲みます。", style.pt(8), INK
        ),
        text_ending(FOOTER.right, FOOTER.centre_y, SOURCE_LINE, style.pt(7), MUTED, measurer),
    )
