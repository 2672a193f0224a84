"""Where finished pages go: a printer, pictures, drawings. PDFs are made by `printing.pdf_painter`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.storage.safe_file import write_atomically
from resource_mapper.ui.picture import paint_pages, png_bytes
from resource_mapper.ui.printing.svg import svg_bytes
from resource_mapper.ui.qt_painter import QtPainter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MM_PER_INCH = 25.4
DPI = 300
LARGEST_PX = 12_000
"""Longest side of a picture; A1 and A0 come out with fewer dots an inch."""
NO_MARGINS = QMarginsF(0, 0, 0, 0)


def page_picture(page: DrawnPage, painter_of_sheets: QtPainter, dpi: float = DPI) -> QImage:
    """Return a page as a picture."""
    longest = max(page.width, page.height) / MM_PER_INCH
    width = page.width / MM_PER_INCH * min(dpi, LARGEST_PX / longest)
    return paint_pages((page,), round(width), painter_of_sheets)


def save_pictures(pages: Sequence[DrawnPage], path: Path) -> list[Path]:
    """Write one PNG a page: the first under the name given, the others with a number behind it."""
    painter_of_sheets = QtPainter()  # its own: this runs on a worker
    return _save_each(pages, path, lambda page: png_bytes(page_picture(page, painter_of_sheets)))


def save_drawings(pages: Sequence[DrawnPage], path: Path) -> list[Path]:
    """Write one SVG a page, text as outlines, so that it looks the same wherever it is opened."""
    painter_of_sheets = QtPainter()
    return _save_each(pages, path, lambda page: svg_bytes(page, painter_of_sheets))


def _save_each(pages: Sequence[DrawnPage], path: Path, make: "_Maker") -> list[Path]:
    paths = [path] + [path.with_stem(f"{path.stem}_{number}") for number in range(2, len(pages) + 1)]
    for page, target in zip(pages, paths, strict=True):
        write_atomically(target, make(page))
    return paths


if TYPE_CHECKING:
    from collections.abc import Callable

    _Maker = Callable[[DrawnPage], bytes]


def page_layout(page: DrawnPage) -> QPageLayout:
    """Return the paper a page needs, named if it is a usual one, with no margins of the printer's own."""
    across = page.width > page.height
    short, long = sorted((page.width, page.height))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, NO_MARGINS, QPageLayout.Unit.Millimeter)


def print_pages(pages: Sequence[DrawnPage], printer: "QPrinter", painter_of_sheets: QtPainter) -> None:
    """Send pages to a printer as vectors, each on its own paper, at 100 %."""
    printer.setFullPage(True)
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    chosen = pages[first - 1 : last]
    printer.setPageLayout(page_layout(chosen[0]))
    painter = QPainter(printer)
    try:
        for number, page in enumerate(chosen):
            if number:
                printer.setPageLayout(page_layout(page))
                printer.newPage()
            painter.resetTransform()
            painter.scale(printer.logicalDpiX() / MM_PER_INCH, printer.logicalDpiY() / MM_PER_INCH)
            painter_of_sheets.paint(painter, page.items)
    finally:
        painter.end()
