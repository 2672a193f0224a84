"""What benchmarks find, as one table."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.measure import Series


@dataclass(frozen=True, slots=True)
class Unit:
    """How costs are shown: the unit's name and what a measured value (seconds, megabytes) is multiplied by."""

    name: str
    factor: float = 1.0


MS = Unit("ms", 1e3)
MICROSECONDS = Unit("µs", 1e6)
MB = Unit("MB")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of the table: what the app does, what it is compared with, and what each costs."""

    job: str
    yardstick: str
    ours: Series
    bare: Series
    unit: Unit = MS
    target: float | None = None
    """Largest ratio we want; for reading, nothing fails when it is missed."""

    @property
    def ratio(self) -> float:
        """How many times the yardstick's usual cost the app takes."""
        return self.ours.median / self.bare.median


@dataclass(frozen=True, slots=True)
class Report:
    """What one benchmark found, and what one must know to read it."""

    comparisons: tuple[Comparison, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured: numbers of cards and rows, and of rounds for quick, slow and very slow jobs."""

    cards: int
    canvas_cards: tuple[int, ...]
    growth: tuple[int, ...]
    rows: int
    rounds: int
    slow_rounds: int
    very_slow_rounds: int
    steps: int
    """Steps of a drag in one round."""
    quiet_s: float
    """How long to watch an event loop that has nothing to do, or nothing more."""
    whole: bool
    """Whether to compare with the office suite, and to let processes keep their bytecode as an installed app does."""


FULL = Scale(300, (300, 1000, 5000), (100, 300, 1000, 5000), 10_000, 9, 5, 3, 30, 2.0, whole=True)
QUICK = Scale(12, (6,), (5, 10), 10, 1, 1, 1, 2, 0.1, whole=False)

_HEADINGS = ("What is done", "App: median (best)", "Compared with", "its median (best)", "App ÷ compared", "Target")


def table(comparisons: Sequence[Comparison]) -> str:
    """Return the comparisons as a Markdown table that is just as readable in a terminal."""
    lines = [_HEADINGS, *(_cells(comparison) for comparison in comparisons)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
    rule = tuple("-" * width for width in widths)
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |"
        for line in (lines[0], rule, *lines[1:])
    )


def _cells(row: Comparison) -> tuple[str, ...]:
    target = f"≤ {row.target:.2g}" if row.target else ""
    return (row.job, _cost(row.ours, row.unit), row.yardstick, _cost(row.bare, row.unit), f"{row.ratio:.2f}", target)


def _cost(series: Series, unit: Unit) -> str:
    shown = series.times(unit.factor)
    digits = 0 if shown.median >= 100 else 1 if shown.median >= 10 else 2
    return f"{shown.median:,.{digits}f} ({shown.least:,.{digits}f}) {unit.name}"
