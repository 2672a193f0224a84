"""Buttons and keys by which pages are made larger and smaller."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton

from resource_mapper.ui.look.icons import icon

_ZOOMS = (
    ("ZoomOut", "縮小", "zoom-out", "Ctrl+-"),
    ("ZoomIn", "拡大", "zoom-in", "Ctrl++"),
    ("ZoomPage", "1枚全体を見る", "fit-page", "Ctrl+0"),
)


def zoom_buttons(
    window: str, zoom_out: Callable[[], None], zoom_in: Callable[[], None], fit_page: Callable[[], None]
) -> list[QToolButton]:
    """Return the buttons of a window, whose word begins their names."""
    buttons = []
    for (name, words, picture, keys), deed in zip(_ZOOMS, (zoom_out, zoom_in, fit_page), strict=True):
        button = QToolButton()
        button.setObjectName(f"{window}{name}")
        button.setAccessibleName(words)
        button.setToolTip(f"{words}（{keys}）")
        button.setIcon(icon(picture))
        button.setShortcut(QKeySequence(keys))
        button.clicked.connect(deed)
        buttons.append(button)
    return buttons
