"""A chooser of values by their words, and what the widgets of the print window say."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

TICKED = "✓"
V = TypeVar("V")


class ValueCombo(QComboBox, Generic[V]):
    """A chooser that hands back the very values it was given (Qt would make plain strings of a StrEnum)."""

    def __init__(self, words: Mapping[V, str], current: V | None = None) -> None:
        """Offer values by their words."""
        super().__init__()
        self._values = tuple(words)
        self.addItems(list(words.values()))
        if current in self._values:
            self.setCurrentIndex(self._values.index(current))

    def value(self) -> V:
        """Return what is chosen."""
        return self._values[self.currentIndex()]


def said(widget: "QComboBox | QCheckBox | QSpinBox") -> str:
    """Return what a widget says, as it is remembered."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return str(widget.value()) if isinstance(widget, QSpinBox) else TICKED if widget.isChecked() else ""
