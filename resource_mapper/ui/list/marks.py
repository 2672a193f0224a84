"""The marks of the categories (● ■ ▲ …) and of 確認が古い as small icons."""

from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from resource_mapper.domain.category import Mark
from resource_mapper.layout.display_list import DisplayList
from resource_mapper.layout.draw_card import draw_stale
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.pen import mark, rounded
from resource_mapper.ui.qt_painter import QtPainter

SIZE = 14
_SCALE = 3
"""Drawn larger than shown, for screens of any density."""


_painter = cache(QtPainter)


@cache
def mark_icon(shape: Mark, color: str) -> QIcon:
    """Return a category's mark in its colour, on a bit of paper: a dark theme would swallow dark colours."""
    paper = rounded(Rect(0, 0, SIZE, SIZE), 3, "#FFFFFF")
    return _icon((paper, mark(shape, SIZE / 2, SIZE / 2, SIZE - 4, color)))


@cache
def stale_icon() -> QIcon:
    """Return the mark of 確認が古い."""
    return _icon(draw_stale(SIZE / 2, SIZE / 2, SIZE / 2 - 1))


def _icon(items: DisplayList) -> QIcon:
    pixmap = QPixmap(QSize(SIZE * _SCALE, SIZE * _SCALE))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    _painter().paint(painter, items)
    painter.end()
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)  # else Qt tints it in a chosen row
    return made
