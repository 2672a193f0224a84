"""資源の厚み and 空白: how many resources serve each part of the axis, and where none does."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from resource_mapper.domain.axis import BANDS, Band, Span, bands_of
from resource_mapper.domain.lens import LENS, UNSET, Lens, Row
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet

COVERAGE_STEPS = 24
"""Steps of the 資源の厚み strip: eight to a band."""

COUNTED = (Status.AVAILABLE, Status.WANTED)
"""状況 that rows, gaps and tables count: what is there, and what is wished for."""


def coverage(resources: Iterable[Resource], steps: int = COVERAGE_STEPS) -> tuple[int, ...]:
    """Count, for each step of the axis, the resources (状況 = ある) whose range holds the step's middle."""
    return coverage_of((each.span for each in resources if each.span is not None and each.counts), steps)


def coverage_of(spans: Iterable[Span], steps: int = COVERAGE_STEPS) -> tuple[int, ...]:
    """Count, for each step of the axis, the ranges that hold the step's middle."""
    edges = [0] * (steps + 1)
    for span in spans:
        # Middles lie at (i + 0.5) / steps: the first one not before `left`, the first one after `right`.
        edges[_middles_before(span.left, steps)] += 1
        edges[_middles_before(span.right, steps, inclusive=True)] -= 1
    counts, running = [], 0
    for change in edges[:-1]:
        running += change
        counts.append(running)
    return tuple(counts)


@lru_cache(maxsize=4096)  # positions are thousandths
def _middles_before(position: float, steps: int, *, inclusive: bool = False) -> int:
    """Return how many step middles lie before a position (at it, too, if `inclusive`)."""
    scaled = round(position * steps - 0.5, 9)
    whole = int(scaled // 1)
    count = whole + 1 if inclusive or scaled != whole else whole
    return max(0, min(count, steps))


@dataclass(frozen=True, slots=True)
class Gap:
    """A 空白: bands next to each other that nothing in a row serves today.

    `wanted` counts the あったらいいな that lie there.
    """

    row: Row
    bands: tuple[Band, ...]
    wanted: int

    @property
    def span(self) -> Span:
        """The stretch of the axis that is empty."""
        return Span(self.bands[0].start, self.bands[-1].end)


def gaps(worksheet: Worksheet, lens: Lens) -> tuple[Gap, ...]:
    """Return the gaps of every row, top to bottom, left to right.

    A band counts as served when a resource reaches into it. 「未設定」 has no gaps, unless it is all there is;
    neither have the lens's idle rows.
    """
    rows = lens.rows(worksheet)
    spans = {row.id: _RowSpans([], []) for row in rows}
    row_of = lens.sorter(worksheet)
    for resource in worksheet.resources:
        if resource.span is not None and resource.status in COUNTED:
            found = spans[row_of(resource)]
            (found.serving if resource.counts else found.wanted).append(resource.span)
    return tuple(
        gap
        for row in rows
        if (row.id != UNSET or len(rows) == 1) and row.id not in lens.idle_rows
        for gap in _row_gaps(row, spans[row.id])
    )


class _RowSpans(NamedTuple):
    serving: list[Span]
    wanted: list[Span]


def _row_gaps(row: Row, spans: _RowSpans) -> list[Gap]:
    served: set[Band] = set()
    for span in spans.serving:
        if len(served) == len(BANDS):
            return []
        served.update(bands_of(span))
    runs = [tuple(run) for is_served, run in groupby(BANDS, served.__contains__) if not is_served]
    wishes = [set(bands_of(span)) for span in spans.wanted]
    return [Gap(row, run, sum(not wish.isdisjoint(run) for wish in wishes)) for run in runs]


def reaches(resource: Resource, band: Band) -> bool:
    """Whether a placed resource serves any part of a band."""
    return resource.span is not None and band in bands_of(resource.span)


def gap_sentence(gap: Gap, lens: Lens) -> str:
    """Return the gap in words: 「虚弱の人が使える 介護予防・生活支援サービス がありません」."""
    nowhere = len(gap.bands) == len(BANDS)
    what = missing_words(gap, lens)
    sentence = f"{what} がまだありません" if nowhere else f"{what} がありません"
    return f"{sentence}（あったらいいな {gap.wanted}件）" if gap.wanted else sentence


def missing_words(gap: Gap, lens: Lens) -> str:
    """Return what a gap lacks: 「虚弱の人が使える 介護予防・生活支援サービス」."""
    who = people_words(gap)
    return row_words(gap, lens, f"{who}が使える " if who else "")


def people_words(gap: Gap) -> str:
    """Return whom a gap leaves without anything: 「虚弱の人」; nothing where that is everybody."""
    return "" if len(gap.bands) == len(BANDS) else "・".join(band.people for band in gap.bands)


def row_words(gap: Gap, lens: Lens, who: str = "") -> str:
    """Return what a row lacks: 「住民主体の通いの場」, in other lenses 「圏域「小学校区」の資源」; for whom."""
    phrase = LENS["free"].phrase if gap.row.id == UNSET else lens.phrase
    return phrase.format(who=who, lens=lens.label, row=gap.row.label)
