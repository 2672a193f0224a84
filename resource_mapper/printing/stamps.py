"""Small signs on top of a finished page: 「複写可」, and a line by which to check the printer's scale."""

from resource_mapper.layout.display_list import Box, DisplayList, DrawnPage, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.pen import rounded, text_at, text_centred
from resource_mapper.layout.style import INK, PAPER
from resource_mapper.printing.flow import MARGIN
from resource_mapper.printing.options import PrintOptions

EDGE = 5.0
"""Distance from the edge of the paper: what printers just reach."""
STAMPED_MARGIN = 11.5
"""Margin of a reduced sheet at which its foot keeps clear of the signs."""
RULER = 100.0
INTERNAL, INTERNAL_PT = "内部資料", 13.0


def stamped(page: DrawnPage, options: PrintOptions, measurer: TextMeasurer) -> DrawnPage:
    """Return a page with the signs that were asked for, below its content."""
    items: list[Primitive] = []
    if options.copying_allowed:
        box = Rect(page.width - EDGE - 20, page.height - EDGE - 4.6, 16, 4.6)
        items += [
            rounded(box, 1.0, PAPER, Stroke(INK, 0.25)),
            text_centred(box.centre_x, box.centre_y, "複写可", 8, INK, measurer),
        ]
    if options.ruler:
        items += _ruler(EDGE + 5, page.height - EDGE - 2)
    return page._replace(items=(*page.items, *items)) if items else page


def stamped_internal(page: DrawnPage, measurer: TextMeasurer) -> DrawnPage:
    """Return a page of a flow with 「内部資料」 at the right of its title."""
    width = measurer.width(INTERNAL, INTERNAL_PT, bold=True) + 6
    box = Rect(page.width - MARGIN - width, MARGIN - 0.8, width, 8.0)
    sign = (
        Box(box, PAPER, Stroke(INK, 0.6)),
        text_centred(box.centre_x, box.centre_y, INTERNAL, INTERNAL_PT, INK, measurer, bold=True),
    )
    return page._replace(items=(*page.items, *sign))


def _ruler(left: float, y: float) -> DisplayList:
    """Return a line of 100 mm with a tick every 10 mm, whatever the page's own scale is."""
    ticks = tuple((left + at, y - (1.6 if at % 50 == 0 else 0.9), left + at, y) for at in range(0, 101, 10))
    return (
        Lines(((left, y, left + RULER, y), *ticks), Stroke(INK, 0.2)),
        text_at(left + RULER + 2, y - 0.8, "ここまでで10センチ（縮尺の目安）", 7, INK),
    )
