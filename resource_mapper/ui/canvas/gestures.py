"""What a hand does on the sheet, one object per gesture: start, move, end or cancel.

During a gesture only items move. Its end makes exactly one edit, its cancelling none.
"""

from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF

from resource_mapper.domain.axis import BANDS, Span, place_in_words, span_in_words
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import RowBox
from resource_mapper.ui.canvas import canvas_words

BORDERS = (0.0, *(band.end for band in BANDS))
PULL = 0.008
"""How near a border of a band pulls: 2.9 mm on paper."""


def snapped(position: float) -> float:
    """Return the border of a band near a place on the axis, else the place."""
    nearest = min(BORDERS, key=lambda border: abs(border - position))
    return nearest if abs(nearest - position) <= PULL else position


def landing_words(row: RowBox | None, span: Span) -> str:
    """Return where a card would land: its row, where its range begins, and the range."""
    return canvas_words.landing(row.row.label if row else "", place_in_words(span.left), span_in_words(span))


class Outcome(NamedTuple):
    """The edit a gesture ends in: its name in the undo list, and the worksheet after it."""

    text: str
    worksheet: Worksheet


class Pointer(NamedTuple):
    """Where the pointer is (scene coordinates), and what the keys held with it ask for."""

    point: QPointF
    free: bool = False
    """Alt: do not snap to the borders of the bands."""
    straight: bool = False
    """Shift: keep the row or the place, whichever the pointer has left less."""
    copying: bool = False
    """Ctrl: leave the cards where they are and drop copies."""


class Gesture(Protocol):
    """A gesture under way."""

    scrolls_outside: bool
    """Whether a pointer beside the view scrolls it; a card from the tray first has to reach the sheet."""

    def update(self, pointer: Pointer) -> str:
        """Follow the pointer; return where it is, in words."""

    def finish(self, pointer: Pointer, worksheet: Worksheet) -> Outcome | None:
        """End at a point; None where nothing comes of it."""

    def cancel(self) -> None:
        """Put everything back."""
