"""The app's own icons: SVG outlines drawn in the colours and at the size of the present theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resource_mapper.paths import icon_path
from resource_mapper.ui.theme import THEMES, current_scale, current_theme

SIZES = (16, 20, 24, 32, 40)
"""At 100 %; the largest are for screens with twice the dots."""


def icon(name: str) -> QIcon:
    """Return an icon in the colour of the text, paler when disabled; fetch it again when the theme changes."""
    return _icon(name, current_theme().id, current_scale())


@cache
def _icon(name: str, theme_id: str, scale: float) -> QIcon:
    source = icon_path(name).read_text(encoding="utf-8")
    theme = THEMES[theme_id]
    result = QIcon()
    for size in SIZES:
        for color, mode in ((theme.text, QIcon.Mode.Normal), (theme.disabled, QIcon.Mode.Disabled)):
            result.addPixmap(_pixmap(source, color, round(size * scale)), mode)
    return result


def _pixmap(source: str, color: str, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", color).encode()))
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
