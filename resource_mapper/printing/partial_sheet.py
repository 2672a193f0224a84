"""穴あきシート: cards marked 「印刷済み」 are printed, the others are blank pills to fill in, each where it lies."""

from dataclasses import replace

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.display_list import DisplayList, DrawnPage, Lines, Primitive, Stroke
from resource_mapper.layout.draw_card import draw_card, radius_of
from resource_mapper.layout.draw_frame import draw_axis, draw_band_borders, draw_heading
from resource_mapper.layout.draw_sheet import draw_body, layout_style
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import FOOTER, SHEET
from resource_mapper.layout.pen import rounded, text_at
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.layout.style import INK, PAPER, Style
from resource_mapper.printing.blank_sheet import DOTS, writing_fields
from resource_mapper.printing.options import DEFAULT, PrintOptions

HOW = "空いている枠に、当てはまる資源の名前を書きましょう。枠の幅は、使える方の状態の幅です。"


def partial_pages(
    worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions = DEFAULT
) -> tuple[DrawnPage, ...]:
    """Return the sheet with its names left out, but for the pre-printed cards."""
    layout = layout_sheet(worksheet, measurer, replace(options.on_sheet, show_gaps=False, show_coverage=False))
    style = layout_style(layout)
    pages = []
    for page in layout.pages:
        items: list[Primitive] = [*draw_heading(worksheet, writing_fields(worksheet, options), measurer, style)]
        items.extend(draw_axis(layout.scale, measurer, style, options.form))
        for row in page.rows:
            items.extend(draw_body(layout, row, measurer, style))
        items.extend(draw_band_borders(layout.scale))
        for card in page.cards:
            whole = card.resource.preprinted
            items.extend(draw_card(card, worksheet, measurer, style) if whole else _blank(card, worksheet, style))
        items.append(text_at(FOOTER.x, FOOTER.centre_y, HOW, style.pt(9), INK))
        pages.append(DrawnPage(SHEET.width, SHEET.height, tuple(items), f"{page.index + 1} 穴あきシート"))
    return tuple(pages)


def _blank(card: CardBox, worksheet: Worksheet, style: Style) -> DisplayList:
    """Return an empty pill in the colour of its category, with a line to write on."""
    category = worksheet.category_of(card.resource)
    edge = style.line(category.color if category else INK)
    line = card.pill.bottom - card.pill.height * 0.24
    return (
        rounded(card.pill, radius_of(card), PAPER, Stroke(edge, 0.3)),
        Lines(((card.pill.x + 2.5, line, card.pill.right - 2.5, line),), DOTS),
    )
