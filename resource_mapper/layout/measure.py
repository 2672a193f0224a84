"""How wide text is: the plain sum of the font's advance widths, the same on screen and on paper.

The font files that the project builds carry no shaping features (hatch_build.py), so the sum is what both
Qt and reportlab draw.
"""

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from resource_mapper.layout.geometry import MM_PER_PT


class TextMeasurer(Protocol):
    """What the layout needs to know of a font."""

    def width(self, text: str, size_pt: float, *, bold: bool = False) -> float:
        """Return the width of one line in mm."""

    def has(self, char: str) -> bool:
        """Whether the font can draw a character."""


class FontMetrics:
    """Advance widths of the regular and the bold font, from code point to share of the type size."""

    def __init__(self, regular: dict[int, float], bold: dict[int, float]) -> None:
        """Take the tables; a character that is not in them cannot be drawn."""
        self._advances = {False: regular, True: bold}
        self._width_em = lru_cache(maxsize=65_536)(self._sum)

    def width(self, text: str, size_pt: float, *, bold: bool = False) -> float:
        """Return the width of one line in mm."""
        return self._width_em(text, bold) * size_pt * MM_PER_PT

    def has(self, char: str) -> bool:
        """Whether both weights can draw a character."""
        code = ord(char)
        return code in self._advances[False] and code in self._advances[True]

    def _sum(self, text: str, bold: bool) -> float:
        advances = self._advances[bold]
        return sum(advances.get(ord(char), 1.0) for char in text)


def load_metrics(path: Path) -> FontMetrics:
    """Read the table that the font build writes (`metrics.json`): runs of [first, last, advance] per weight."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    return FontMetrics(_expand(raw["Regular"], raw["unitsPerEm"]), _expand(raw["Bold"], raw["unitsPerEm"]))


def _expand(runs: Iterable[tuple[int, int, int]], units_per_em: int) -> dict[int, float]:
    advances: dict[int, float] = {}
    for first, last, advance in runs:
        advances.update(dict.fromkeys(range(first, last + 1), advance / units_per_em))
    return advances
