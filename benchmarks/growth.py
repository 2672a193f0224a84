"""Layout: does the time per card stay about the same on long sheets, and does an edit cost little among many cards?"""

from collections.abc import Callable
from itertools import cycle
from math import log

from benchmarks.measure import Measure, alternate, timed
from benchmarks.report import MICROSECONDS, Comparison, Report, Scale
from benchmarks.town import town
from resource_mapper.domain import edits
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.measure import TextMeasurer, load_metrics
from resource_mapper.layout.sheet import Layouter, layout_sheet
from resource_mapper.paths import font_metrics_path

_NOTES = (
    (
        "layout: the target is the growth per card of an n log n method. Up to a few pages the type size is searched "
        "for, which lays the sheet out several times; a very long sheet is laid out at the smallest size at once."
    ),
    (
        "layout again: as the window does, with what the layout before has worked out; a lens counts when it has been "
        "shown before."
    ),
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
    for number in others[-2:]:
        for job, variants in (("after moving one card", _moved), ("after a change of lens", _through_lenses)):
            ours, fresh = _again(variants(town(number)), measurer), _afresh(variants(town(number)), measurer)
            series = alternate(ours, fresh, scale.rounds)
            rows.append(Comparison(f"lay out {number:,} cards again {job}", "the same without a memory", *series))
    return Report(tuple(rows), _NOTES)


def _per_card(number: int, measurer: TextMeasurer) -> Measure:
    worksheet = town(number)
    whole = timed(lambda: layout_sheet(worksheet, measurer))
    return lambda: whole() / number


def _moved(worksheet: Worksheet) -> Callable[[], Worksheet]:
    """Return worksheets of which each has another card moved."""
    ids = cycle([resource.id for resource in worksheet.resources[:50]])
    return lambda: edits.move(worksheet, {next(ids)}, 0.05)


def _through_lenses(worksheet: Worksheet) -> Callable[[], Worksheet]:
    shown = cycle([edits.set_lens(worksheet, lens.id) for lens in LENSES])
    return lambda: next(shown)


def _again(following: Callable[[], Worksheet], measurer: TextMeasurer) -> Measure:
    layouter = Layouter(measurer)
    for _ in LENSES:
        layouter.layout(following())
    return _on_each(following, layouter.layout)


def _afresh(following: Callable[[], Worksheet], measurer: TextMeasurer) -> Measure:
    return _on_each(following, lambda worksheet: layout_sheet(worksheet, measurer))


def _on_each(following: Callable[[], Worksheet], work: Callable[[Worksheet], object]) -> Measure:
    """Return the measure of a job on the next worksheet; making that one does not count."""

    def measure() -> float:
        worksheet = following()
        return timed(lambda: work(worksheet))()

    return measure
