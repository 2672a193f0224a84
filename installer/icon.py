"""The program's icon as the system wants it: `python installer/icon.py OUT.ico` (or .icns), from its drawing."""

import os
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from resource_mapper.paths import icon_path

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256, 512)
"""Pixels; each is drawn on its own, so that small ones are sharp. A .ico holds them up to 256."""


def write_icon(target: Path) -> None:
    """Draw every size and put them into one file."""
    drawn = [_draw(size) for size in SIZES]
    largest = drawn[-1] if target.suffix == ".icns" else drawn[-2]
    target.parent.mkdir(parents=True, exist_ok=True)
    largest.save(target, sizes=[(size, size) for size in SIZES if size <= 256], append_images=drawn)


def _draw(size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(icon_path("app"))).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs ask for bytes, which it refuses
    return Image.open(BytesIO(buffer.data().data()))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    write_icon(Path(sys.argv[1]))
