"""The filled worksheet: its laid-out pages, then those of the cards that have no place yet."""

from dataclasses import replace

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.draw_sheet import draw_page
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import SHEET
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.printing.options import DEFAULT, PrintOptions
from resource_mapper.printing.unplaced_sheet import draw_unplaced, waiting_pages


def worksheet_pages(
    worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions = DEFAULT
) -> tuple[DrawnPage, ...]:
    """Return the pages of the filled sheet; every resource's name is on one of them."""
    layout = layout_sheet(worksheet, measurer, sheet_options(options))
    waiting = waiting_pages(layout)
    total = len(layout.pages) + len(waiting)
    drawn = [draw_page(layout, page, measurer, total) for page in layout.pages]
    names = [f"{layout.lens.label}で並べたワークシート"] * len(drawn)
    for number, resources in enumerate(waiting, start=len(drawn) + 1):
        drawn.append(draw_unplaced(layout, resources, number, total, measurer))
        names.append("まだ置いていない資源")
    return tuple(
        DrawnPage(SHEET.width, SHEET.height, items, f"{number} {name}")
        for number, (items, name) in enumerate(zip(drawn, names, strict=True), start=1)
    )


def sheet_options(options: PrintOptions) -> SheetOptions:
    """Return what a print's options mean for the layout."""
    return replace(
        options.on_sheet,
        show_aims=options.aims,
        hidden_fields=options.hidden_fields,
        freshness=options.freshness if options.mark_stale else None,
        show_notes=options.notes,
        show_ended=Status.ENDED in options.statuses,
        only=lambda resource: _is_chosen(resource, options),
    )


def _is_chosen(resource: Resource, options: PrintOptions) -> bool:
    return not options.statuses or resource.status in options.statuses
