"""`python -m benchmarks.legibility [--write]`: how large the smallest type of 発表 is with ever more cards.

Nothing is timed: the figures follow from the layout alone and are the same on every machine.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.processes import ROOT
from benchmarks.town import town
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.form import ON_WALL
from resource_mapper.layout.measure import load_metrics
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.layout.wall import LEGIBLE_LINES, legible_px, px_per_mm, smallest_type_px
from resource_mapper.paths import font_metrics_path

REPORT = ROOT / "docs" / "legibility.md"
CARDS = (24, 40, 80, 150, 300)
SCREENS = ((1920, 1080), (1366, 768))
SAMPLE_DAY = date(2026, 11, 23)

_PREFACE = """\
# How large the type is on a wall

The smallest type of 発表, in px, the whole page in sight. What is read from five metres is 18 px on a picture of 1,080
lines, and the same share of a picture with fewer. Where cards are too many for that the program says so, and Z
(zoom) makes what is talked about 1.7 to 3 times as large. 24 cards are the sample of the deck (p15); the others are an
invented town with long names. This page is made by `python -m benchmarks.legibility --write`.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a sheet with so many cards comes to: pages, and the smallest type in px on each of `SCREENS`."""

    cards: int
    pages: int
    smallest: tuple[float, ...]


def figures(cards: Iterable[int] = CARDS) -> tuple[Figure, ...]:
    """Work the figures out."""
    measurer = load_metrics(font_metrics_path())
    found = []
    for number in cards:
        layout = layout_sheet(_sheet(number), measurer, SheetOptions(form=ON_WALL))
        smallest = tuple(smallest_type_px(layout, measurer, px_per_mm(*screen)) for screen in SCREENS)
        found.append(Figure(number, len(layout.pages), smallest))
    return tuple(found)


def page(found: Sequence[Figure]) -> str:
    """Return the report."""
    heads = [f"smallest type at {width}×{height}" for width, height in SCREENS]
    lines = [("cards", "pages", *heads), ("--:",) * (2 + len(heads))]
    for figure in found:
        cells = (_px(size, height) for size, (_, height) in zip(figure.smallest, SCREENS, strict=True))
        lines.append((str(figure.cards), str(figure.pages), *cells))
    return "\n".join((_PREFACE, *(f"| {' | '.join(line)} |" for line in lines), ""))


def _sheet(cards: int) -> Worksheet:
    sample = sample_worksheet(SAMPLE_DAY)
    return sample if cards == len(sample.resources) else town(cards)


def _px(size: float, height: float) -> str:
    told = "" if size >= legible_px(height) else ", told"
    share = size * LEGIBLE_LINES / height
    return f"{size:.1f} px (as {share:.1f} of 1,080{told})" if height != LEGIBLE_LINES else f"{size:.1f} px{told}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report; keep it if that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.legibility", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"keep the report in {REPORT.relative_to(ROOT)}")
    report = page(figures())
    print(report)
    if parser.parse_args(arguments).write:
        REPORT.write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()
