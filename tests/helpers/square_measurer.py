"""A font whose every character is one em wide, so that widths can be worked out in the head."""

from collections.abc import Collection

MM_PER_EM_PT = 25.4 / 72


class SquareMeasurer:
    """Measures n characters at s pt as n × s × 25.4 / 72 mm; `missing` are the characters it cannot draw."""

    def __init__(self, missing: Collection[str] = ()) -> None:
        self._missing = frozenset(missing)

    def width(self, text: str, size_pt: float, *, bold: bool = False) -> float:
        return len(text) * size_pt * MM_PER_EM_PT

    def has(self, char: str) -> bool:
        return char not in self._missing


class CountingMeasurer(SquareMeasurer):
    """Counts how often it was asked: the layout's cost without a clock."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def width(self, text: str, size_pt: float, *, bold: bool = False) -> float:
        self.asked += 1
        return super().width(text, size_pt, bold=bold)
