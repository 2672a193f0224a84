"""Screen and paper are the same sheet: one display list, whoever paints it, the same picture."""

from dataclasses import replace
from datetime import date

import numpy as np
import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.measure import FontMetrics, load_metrics
from resource_mapper.paths import font_metrics_path
from resource_mapper.printing.options import PrintOptions
from resource_mapper.printing.pdf_painter import paint_pdf
from resource_mapper.printing.sheets import sheet_pages
from resource_mapper.ui.picture import paint_pages
from resource_mapper.ui.printing.output import page_picture
from resource_mapper.ui.printing.svg import svg_bytes
from resource_mapper.ui.qt_painter import QtPainter
from tests.helpers.factories import make_worksheet, many_resources

PX_PER_MM = 4
FINER = 3
"""Both are painted this much finer and averaged: PDF readers put small glyphs on whole pixels, paper does not."""
STRONG = 96
"""Difference of grey values that the eye sees as another picture, not as another way of smoothing edges."""

SAMPLE = sample_worksheet(date(2026, 11, 23))
SHEETS_TO_COMPARE = {
    "sample": ("worksheet", SAMPLE, False),
    "mirrored": ("worksheet", replace(SAMPLE, mirrored=True), False),
    "free": ("worksheet", replace(SAMPLE, lens="free"), False),
    "by status": ("worksheet", replace(SAMPLE, lens="status"), False),
    "blank": ("blank", SAMPLE, False),
    "dense": ("worksheet", make_worksheet(*many_resources(90)), False),
    "copier": ("worksheet", SAMPLE, True),
    "cards": ("cards", SAMPLE, False),
    "cards, copier": ("cards", SAMPLE, True),
    "summary, copier": ("summary", SAMPLE, True),
    "list": ("list", SAMPLE, False),
}


@pytest.fixture(scope="module")
def measurer() -> FontMetrics:
    return load_metrics(font_metrics_path())


def on_screen(page: DrawnPage) -> np.ndarray:
    image = paint_pages((page,), round(page.width * PX_PER_MM * FINER), QtPainter())
    return averaged(grey_values(image))


def on_paper(page: DrawnPage) -> np.ndarray:
    document = pypdfium2.PdfDocument(paint_pdf((page,), "test"))
    try:
        # A hair less, because the reader rounds the page's size up to whole pixels.
        bitmap = document[0].render(scale=PX_PER_MM * FINER * 25.4 / 72 * (1 - 1e-6), grayscale=True)
        return averaged(bitmap.to_numpy().reshape(bitmap.height, -1))
    finally:
        document.close()


def averaged(fine: np.ndarray) -> np.ndarray:
    height, width = fine.shape
    return fine.reshape(height // FINER, FINER, width // FINER, FINER).mean(axis=(1, 3))


def ink_box(grey: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.nonzero(grey < 200)
    return int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", SHEETS_TO_COMPARE)
def test_the_same_picture(name: str, measurer: FontMetrics) -> None:
    sheet_id, worksheet, mono = SHEETS_TO_COMPARE[name]
    page = sheet_pages(worksheet, sheet_id, measurer, PrintOptions(mono=mono))[0]
    screen, paper = on_screen(page), on_paper(page)
    assert screen.shape == paper.shape == (page.height * PX_PER_MM, page.width * PX_PER_MM)
    assert np.abs(np.subtract(ink_box(screen), ink_box(paper))).max() <= 1
    strongly_different = np.abs(screen - paper) > STRONG
    assert strongly_different.mean() < 0.0005, f"{strongly_different.mean():.3%} of the pixels differ strongly"


def test_a_difference_would_be_seen(qapp: QGuiApplication, measurer: FontMetrics) -> None:
    page = sheet_pages(SAMPLE, "worksheet", measurer)[0]
    fewer: Worksheet = SAMPLE.with_resources(SAMPLE.resources[1:])
    other = sheet_pages(fewer, "worksheet", measurer)[0]
    assert (np.abs(on_screen(page) - on_paper(other)) > STRONG).mean() > 0.001


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("mono", [False, True])
def test_the_drawing_for_other_programs_is_the_same_picture(measurer: FontMetrics, mono: bool) -> None:
    """SVG, and the picture in the print window's thumbnails and on the clipboard."""
    page = sheet_pages(SAMPLE, "worksheet", measurer, PrintOptions(mono=mono))[0]
    scale = PX_PER_MM * FINER
    image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QSvgRenderer(svg_bytes(page, QtPainter())).render(painter)
    painter.end()
    drawing, copied = (averaged(grey_values(each)) for each in (image, page_picture(page, QtPainter(), scale * 25.4)))
    assert drawing.shape == copied.shape
    different = np.abs(drawing - copied) > STRONG
    assert different.mean() < 0.0005, f"{different.mean():.3%} of the pixels differ strongly"


def grey_values(image: QImage) -> np.ndarray:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].astype(int)
