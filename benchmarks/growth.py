"""Layout: does the time per card stay about the same from a small sheet to a very long one?"""

from math import log

from benchmarks.measure import Measure, alternate, timed
from benchmarks.report import MICROSECONDS, Comparison, Report, Scale
from benchmarks.town import town
from resource_mapper.layout.measure import TextMeasurer, load_metrics
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.paths import font_metrics_path

_NOTE = (
    "layout: the target is the growth per card of an n log n method. Up to a few pages the type size is searched for, "
    "which lays the sheet out several times; a very long sheet is laid out at the smallest size at once."
)


def run(scale: Scale) -> Report:
    """Measure each size against the smallest."""
    measurer = load_metrics(font_metrics_path())
    smallest, *others = scale.growth
    rows = []
    for number in others:
        series = alternate(_per_card(number, measurer), _per_card(smallest, measurer), scale.rounds)
        rows.append(
            Comparison(
                f"lay out {number:,} cards, per card",
                f"the same with {smallest} cards",
                *series,
                MICROSECONDS,
                target=log(number) / log(smallest),
            )
        )
    return Report(tuple(rows), (_NOTE,))


def _per_card(number: int, measurer: TextMeasurer) -> Measure:
    worksheet = town(number)
    whole = timed(lambda: layout_sheet(worksheet, measurer))
    return lambda: whole() / number
