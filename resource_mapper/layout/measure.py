"""How wide text is: the plain sum of the font's advance widths, the same on screen and on paper.

The font files that the project builds carry no shaping features (hatch_build.py), so the sum is what both
Qt and reportlab draw.
"""

import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from resource_mapper.layout.geometry import MM_PER_PT


class TextMeasurer(Protocol):
    """What the layout needs to know of a font."""

    def width(self, text: str, size_pt: float, *, bold: bool = False) -> float:
        """Return the width of one line in mm."""

    def has(self, char: str) -> bool:
        """Whether the font can draw a character."""


Advance = Callable[[int], float | None]
"""From a code point to its width as a share of the type size, None for a character that cannot be drawn."""


class FontMetrics:
    """Advance widths of the regular and the bold font."""

    def __init__(self, regular: Advance, bold: Advance) -> None:
        """Take what tells the width of a character; each is asked for once."""
        self._advances = {False: cache(regular), True: cache(bold)}
        self._width_em = lru_cache(maxsize=65_536)(self._sum)

    def width(self, text: str, size_pt: float, *, bold: bool = False) -> float:
        """Return the width of one line in mm."""
        return self._width_em(text, bold) * size_pt * MM_PER_PT

    def has(self, char: str) -> bool:
        """Whether both weights can draw a character."""
        code = ord(char)
        return None not in (self._advances[False](code), self._advances[True](code))

    def _sum(self, text: str, bold: bool) -> float:
        advances = map(self._advances[bold], map(ord, text))
        return sum(1.0 if advance is None else advance for advance in advances)


def load_metrics(path: Path) -> FontMetrics:
    """Read the table that the font build writes (`metrics.json`): runs of [first, last, advance] per weight."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    return FontMetrics(_advance_in(raw["Regular"], raw["unitsPerEm"]), _advance_in(raw["Bold"], raw["unitsPerEm"]))


def _advance_in(runs: Sequence[tuple[int, int, int]], units_per_em: int) -> Advance:
    """Return what finds a character's width in the runs: no sheet has more than a few of the 16,000 characters."""
    firsts = [first for first, *_ in runs]

    def advance(code: int) -> float | None:
        place = bisect_right(firsts, code) - 1
        if place < 0 or code > runs[place][1]:
            return None
        return runs[place][2] / units_per_em

    return advance
