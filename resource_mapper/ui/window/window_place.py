"""Place and size of windows: the main one between sessions, on a screen that is there; dialogs within theirs."""

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from resource_mapper.ui.look.theme import scaled

GRIP = 80
"""Pixels of the window's upper edge that must be on a screen, so that a hand can take it."""
FRAME_PX = 40, 60
"""What a dialog leaves of the screen for the frame that the system draws."""


def remembered(window: QWidget) -> str:
    """Return place and size as text for the settings."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore(window: QWidget, text: str) -> bool:
    """Put a window where it was, wholly onto a screen; False for nothing remembered, or nothing that makes sense."""
    state = QByteArray.fromBase64(text.encode("ascii", "ignore"))
    if state.isEmpty() or not window.restoreGeometry(state):
        return False
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not window.isMaximized() and screens:
        window.setGeometry(on_screen(window.geometry(), screens))
    return True


def on_screen(wanted: QRect, screens: list[QRect]) -> QRect:
    """Return a place that can be reached: the wanted one, or one of its size on the first screen, no larger than it."""
    edge = QRect(wanted.x(), wanted.y(), wanted.width(), 1)
    for screen in screens:
        seen = screen.intersected(edge)
        if seen.width() >= min(GRIP, wanted.width()) and seen.height() and wanted.width() <= screen.width():
            return QRect(wanted.topLeft(), wanted.size().boundedTo(screen.size()))
    size = wanted.size().boundedTo(screens[0].size())
    place = QRect(screens[0].topLeft(), size)
    place.moveCenter(screens[0].center())
    return place


def resize_in_screen(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog a size, in pixels at 100 %, that grows with the type but no further than the screen has room.

    A screen of 1920×1080 at 150 % has room for 1280×720, less the task bar.
    """
    room = dialog.screen().availableSize()
    dialog.resize(min(scaled(width), room.width() - FRAME_PX[0]), min(scaled(height), room.height() - FRAME_PX[1]))
