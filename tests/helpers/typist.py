"""Somebody who writes Japanese: every stroke is sent as it comes, and counted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.helpers import ime

STROKES_A_SECOND = 4
"""An unhurried typist's: 240 a minute."""


class Typist:
    """Works one widget by keys alone."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self.strokes = 0

    @property
    def seconds(self) -> float:
        """How long the strokes so far take."""
        return self.strokes / STROKES_A_SECOND

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys; what is held meanwhile is a stroke, too."""
        for key in keys:
            QTest.keyClick(self._widget, key, held)
        self.strokes += len(keys) + (held != Qt.KeyboardModifier.NoModifier)

    def convert(self, romaji: str, words: str) -> None:
        """Write words through a conversion: each letter, the space bar, Enter."""
        ime.mozc(self._widget, [romaji[:length] for length in range(1, len(romaji) + 1)], [words])
        self.strokes += len(romaji) + 2
