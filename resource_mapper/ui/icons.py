"""The app's own icons: SVG outlines recoloured for the theme at load."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resource_mapper.paths import icon_path
from resource_mapper.ui.theme import TEXT

SIZES = (20, 24, 32, 40)
DISABLED = "#9AA5B1"


@cache
def icon(name: str) -> QIcon:
    """Return an icon in the text colour, paler when disabled."""
    source = icon_path(name).read_text(encoding="utf-8")
    result = QIcon()
    for size in SIZES:
        result.addPixmap(_pixmap(source, TEXT, size), QIcon.Mode.Normal)
        result.addPixmap(_pixmap(source, DISABLED, size), QIcon.Mode.Disabled)
    return result


def _pixmap(source: str, color: str, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", color).encode()))
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
