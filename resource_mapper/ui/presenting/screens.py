"""The screens there are, as plain data: which one is the wall, which one stays with the scribe."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication


class Screen(NamedTuple):
    """A screen: its name as the system gives it, and its place."""

    name: str
    area: QRect

    @property
    def words(self) -> str:
        """How it is called in a menu."""
        return f"{self.name}（{self.area.width()}×{self.area.height()}）"


def present_screens() -> tuple[Screen, ...]:
    """Return the screens there are now, the primary one first."""
    primary = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not primary)
    return tuple(Screen(screen.name(), screen.geometry()) for screen in screens)


def wall_among(screens: Sequence[Screen], chosen: str, own: QRect) -> Screen:
    """Return the chosen screen; where it is not there, the widest one that the user's own window does not lie on."""
    others = [screen for screen in screens if not screen.area.contains(own.center())]
    named = [screen for screen in screens if screen.name == chosen]
    widest = sorted(others, key=lambda screen: -screen.area.width())
    return (named or widest or list(screens))[0]
