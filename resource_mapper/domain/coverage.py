"""資源の厚み and 空白: how many resources serve each part of the axis, and where none does."""

from collections.abc import Iterable
from dataclasses import dataclass

from resource_mapper.domain.axis import BANDS, Band, Span, bands_of
from resource_mapper.domain.lens import Lens, Row
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet

STEPS = 24
"""Steps of the coverage strip (worksheet.md)."""


def coverage(resources: Iterable[Resource], steps: int = STEPS) -> tuple[int, ...]:
    """Count, for each step of the axis, the resources (状況 = ある) whose range holds the step's middle."""
    edges = [0] * (steps + 1)
    for resource in resources:
        if resource.span is not None and resource.counts:
            # Middles lie at (i + 0.5) / steps: the first one not before `left`, the first one after `right`.
            edges[_middles_before(resource.span.left, steps)] += 1
            edges[_middles_before(resource.span.right, steps, inclusive=True)] -= 1
    counts, running = [], 0
    for change in edges[:-1]:
        running += change
        counts.append(running)
    return tuple(counts)


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

    A band counts as served when a resource reaches into it. 自由配置 has one row, 「未設定」 none; of the rows by
    状況 only 「ある」 can have gaps.
    """
    found: list[Gap] = []
    members: dict[str, list[Resource]] = {}
    for resource in worksheet.placed:
        members.setdefault(lens.row_of(worksheet, resource), []).append(resource)
    for row in lens.rows(worksheet):
        serves = row.id == Status.AVAILABLE if lens.field == "status" else bool(row.id) or lens.is_free
        if serves:
            found.extend(_row_gaps(row, members.get(row.id, [])))
    return tuple(found)


def _row_gaps(row: Row, resources: list[Resource]) -> list[Gap]:
    runs: list[list[Band]] = []
    previous: Band | None = None
    for band in BANDS:
        if any(resource.counts and reaches(resource, band) for resource in resources):
            previous = None
            continue
        if previous is None:
            runs.append([])
        runs[-1].append(band)
        previous = band
    return [Gap(row, tuple(run), _count_wanted(resources, run)) for run in runs]


def _count_wanted(resources: list[Resource], bands: list[Band]) -> int:
    return sum(
        resource.status == Status.WANTED and any(reaches(resource, band) for band in bands) for resource in resources
    )


def reaches(resource: Resource, band: Band) -> bool:
    """Whether a placed resource serves any part of a band."""
    return resource.span is not None and band in bands_of(resource.span)


def gap_sentence(gap: Gap, lens: Lens) -> str:
    """Return the gap in words: 「虚弱の人が使える 介護予防・生活支援サービス がありません」."""
    if len(gap.bands) == len(BANDS):
        sentence = f"{_what(gap, lens)} がまだありません"
    else:
        sentence = f"{'・'.join(band.people for band in gap.bands)}が使える {_what(gap, lens)} がありません"
    return f"{sentence}（あったらいいな {gap.wanted}件）" if gap.wanted else sentence


def _what(gap: Gap, lens: Lens) -> str:
    if lens.is_free:
        return "資源"
    if gap.row.category is not None:
        return gap.row.label
    return f"{lens.label}「{gap.row.label}」の資源"
