"""Measuring two ways of doing one thing, in turns, so that a busy or throttled machine slows both alike."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from resource_mapper import garbage

Result = TypeVar("Result")

Measure = Callable[[], float]
"""Does a job once and returns what it cost: seconds, or megabytes."""


@dataclass(frozen=True, slots=True)
class Series:
    """What several runs of one job cost."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The usual cost."""
        return median(self.values)

    @property
    def least(self) -> float:
        """The cost when nothing else disturbed."""
        return min(self.values)

    def times(self, factor: float) -> "Series":
        """Return the costs in another unit."""
        return Series(tuple(value * factor for value in self.values))


def timed(work: Callable[[], object]) -> Measure:
    """Return a measure of the seconds that `work` takes; letting go of its result does not count."""

    def measure() -> float:
        gc.collect()
        start = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start
        del result
        return seconds

    return measure


def at_work(job: Callable[[], Result]) -> Callable[[], Result]:
    """Return a job as the app runs it, off the window or on the command line: with a rest from Python's collector."""

    def work() -> Result:
        garbage.begin_work()
        try:
            return job()
        finally:
            garbage.end_work()

    return work


def alternate(ours: Measure, bare: Measure, rounds: int, *, warm_up: bool = True) -> tuple[Series, Series]:
    """Run both jobs `rounds` times in turns (A B, B A, A B …); a first run of each, for caches, does not count."""
    if warm_up:
        ours()
        bare()
    costs: dict[bool, list[float]] = {True: [], False: []}
    for number in range(rounds):
        for is_ours in (True, False) if number % 2 == 0 else (False, True):
            costs[is_ours].append(ours() if is_ours else bare())
    return Series(tuple(costs[True])), Series(tuple(costs[False]))
