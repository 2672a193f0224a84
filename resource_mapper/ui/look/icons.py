"""The app's own icons: SVG outlines drawn in the colours and at the size that are asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resource_mapper.paths import icon_path
from resource_mapper.ui.look.theme import THEMES, current_theme


def icon(name: str) -> QIcon:
    """Return an icon in the colour of the text, paler when disabled; fetch it again when the theme changes."""
    return _icon(name, current_theme().id)


@cache
def _icon(name: str, theme_id: str) -> QIcon:
    return QIcon(_Outline(name, theme_id))


class _Outline(QIconEngine):
    """Draws when first asked: a start asks for a few of all icons, each at one size and in one colour."""

    def __init__(self, name: str, theme_id: str) -> None:
        super().__init__()
        self._name, self._theme_id = name, theme_id
        self._clones: list[QIconEngine] = []

    def clone(self) -> QIconEngine:
        """Return the same again; Qt does not keep what Python lets go of."""
        self._clones.append(_Outline(self._name, self._theme_id))
        return self._clones[-1]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw in the density of what is painted on."""
        density = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, density))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw for a screen with one dot to the pixel."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        """Draw for a screen with `scale` dots to the pixel."""
        return _pixmap(self._name, self._theme_id, mode == QIcon.Mode.Disabled, size.width(), size.height(), scale)


@cache
def _pixmap(name: str, theme_id: str, disabled: bool, width: int, height: int, scale: float) -> QPixmap:
    theme = THEMES[theme_id]
    color = theme.disabled if disabled else theme.text
    source = icon_path(name).read_text(encoding="utf-8").replace("currentColor", color)
    pixmap = QPixmap(QSize(width, height) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return pixmap
