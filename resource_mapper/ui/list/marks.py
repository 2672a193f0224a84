"""The marks of the categories (● ■ ▲ …) as small icons."""

from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from resource_mapper.domain.category import Mark
from resource_mapper.layout.pen import mark
from resource_mapper.ui.qt_painter import QtPainter

SIZE = 14
_SCALE = 3
"""Drawn larger than shown, for screens of any density."""


_painter = cache(QtPainter)


@cache
def mark_icon(shape: Mark, color: str) -> QIcon:
    """Return a category's mark in its colour."""
    pixmap = QPixmap(QSize(SIZE * _SCALE, SIZE * _SCALE))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    _painter().paint(painter, (mark(shape, SIZE / 2, SIZE / 2, SIZE - 3, color),))
    painter.end()
    return QIcon(pixmap)
