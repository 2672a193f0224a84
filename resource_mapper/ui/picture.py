"""The sheet as a PNG: the same display list through the Qt painter, pages one below the other."""

import os
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.ui.qt_painter import QtPainter

PAGE_GAP = 8.0
"""mm of grey between pages."""
MAX_PIXELS = 400_000_000
"""1.6 GB at four bytes: far above any use, far below what hurts."""


def ensure_gui_application() -> QGuiApplication:
    """Return the running application, or one that needs no display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(sys.argv[:1])


def paint_pages(pages: tuple[DrawnPage, ...], width_px: int, painter_of_sheets: QtPainter) -> QImage:
    """Return all pages in one picture `width_px` wide.

    Raises:
        UserFacingError: the picture would not fit into memory.
    """
    scale = width_px / max(page.width for page in pages)
    height = sum(page.height for page in pages) + PAGE_GAP * (len(pages) - 1)
    if width_px * height * scale > MAX_PIXELS:
        raise UserFacingError(f"絵が大きすぎるため作れませんでした（幅 {width_px}）。--width を小さくしてください。")
    image = QImage(width_px, round(height * scale), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(scale * 1000))
    image.setDotsPerMeterY(round(scale * 1000))
    image.fill(QColor("#D9DDE2"))
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        for page in pages:
            painter.fillRect(0, 0, round(page.width), round(page.height), QColor("#FFFFFF"))
            painter_of_sheets.paint(painter, page.items)
            painter.translate(0, page.height + PAGE_GAP)
    finally:
        painter.end()
    return image


def png_bytes(image: QImage) -> bytes:
    """Return a picture as PNG."""
    array = QByteArray()
    buffer = QBuffer(array)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want bytes for the format
    return bytes(array.data())
