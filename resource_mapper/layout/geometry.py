"""Rectangles and lengths. Every length is in mm, origin top left, unless its name says otherwise."""

from typing import NamedTuple

MM_PER_PT = 25.4 / 72


class Rect(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """y of the lower side."""
        return self.y + self.height

    @property
    def centre_x(self) -> float:
        """x of the middle."""
        return self.x + self.width / 2

    @property
    def centre_y(self) -> float:
        """y of the middle."""
        return self.y + self.height / 2

    def inset(self, dx: float, dy: float | None = None) -> "Rect":
        """Return the rectangle made smaller on all sides."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def overlaps(self, other: "Rect") -> bool:
        """Whether the insides share a point."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
