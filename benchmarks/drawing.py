"""Drawing: the display list of a sheet into a picture, against QPainter making the same calls from a flat list."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QColor, QImage, QPainter

from benchmarks import bare_painting
from benchmarks.application import application
from benchmarks.measure import alternate, timed
from benchmarks.report import Comparison, Report, Scale
from benchmarks.town import town
from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.display_list import DisplayList
from resource_mapper.layout.draw_sheet import draw_page
from resource_mapper.layout.measure import TextMeasurer, load_metrics
from resource_mapper.layout.page import SHEET
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.paths import font_metrics_path
from resource_mapper.ui.qt_painter import QtPainter

WIDTH_PX = 2400
"""As wide as the command `picture` makes it."""


def run(scale: Scale) -> Report:
    """Measure drawing alone; the display list is ready on both sides."""
    application()
    measurer = load_metrics(font_metrics_path())
    layout = layout_sheet(town(scale.cards), measurer)
    pages = _display_lists(layout, measurer)
    flat = [bare_painting.flatten(page) for page in pages]
    ours = QtPainter()
    series = alternate(
        timed(lambda: _pictures(pages, ours.paint)), timed(lambda: _pictures(flat, bare_painting.draw)), scale.rounds
    )
    both = alternate(
        timed(lambda: _pictures(_display_lists(layout, measurer), ours.paint)),
        timed(lambda: _pictures(flat, bare_painting.draw)),
        scale.rounds,
    )
    jobs, yardstick = f"{scale.cards} cards on {len(pages)} page(s)", "QPainter, the same from a flat list of calls"
    return Report(
        (
            Comparison(f"draw {jobs}: layout → picture", yardstick, *both),
            Comparison("… of which display list → picture", yardstick, *series),
        )
    )


def _display_lists(layout: SheetLayout, measurer: TextMeasurer) -> list[DisplayList]:
    return [draw_page(layout, page, measurer) for page in layout.pages]


def _pictures(pages: Sequence[Sequence[object]], paint: Callable[..., None]) -> None:
    scale = WIDTH_PX / SHEET.width
    for page in pages:
        image = QImage(WIDTH_PX, round(SHEET.height * scale), QImage.Format.Format_RGB32)
        image.fill(QColor("#FFFFFF"))
        painter = QPainter(image)
        painter.scale(scale, scale)
        paint(painter, page)
        painter.end()
