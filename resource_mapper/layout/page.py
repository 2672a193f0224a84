"""The paper and its fixed parts."""

from dataclasses import dataclass

from resource_mapper.domain.axis import clamp
from resource_mapper.layout.geometry import Rect

SHEET = Rect(0, 0, 420, 297)
"""A3 landscape."""
MARGIN = 10.0
"""Office A3 printers cannot print nearer than about 5 mm; nothing that matters lies outside 8."""

HEADING = Rect(10, 10, 400, 17)
AXIS = Rect(50, 30, 360, 13)
LABELS = Rect(10, 46, 38, 216)
BODY = Rect(50, 46, 360, 216)
COVERAGE = Rect(50, 264, 360, 10)
FOOTER = Rect(10, 278, 400, 9)
ROW_GAP = 1.6


@dataclass(frozen=True, slots=True)
class AxisScale:
    """Place on the axis (0–1) ↔ x on the paper. `mirrored` has 元気 on the right."""

    x0: float = AXIS.x
    width: float = AXIS.width
    mirrored: bool = False

    def x(self, position: float) -> float:
        """Return x of a place on the axis."""
        return self.x0 + (1 - position if self.mirrored else position) * self.width

    def position(self, x: float) -> float:
        """Return the place on the axis nearest to x."""
        share = clamp((x - self.x0) / self.width)
        return 1 - share if self.mirrored else share

    def stretch(self, left: float, right: float) -> tuple[float, float]:
        """Return x of the left and of the right side of a range, as seen."""
        ends = self.x(left), self.x(right)
        return min(ends), max(ends)
