"""The table of rows × 状態像: how many resources there are, and how many are wished for, in each band of each row."""

from dataclasses import dataclass

from resource_mapper.domain.axis import BANDS, Band, bands_of
from resource_mapper.domain.coverage import COUNTED, Gap
from resource_mapper.domain.lens import Lens, Row
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet

_Reach = tuple[Resource, tuple[Band, ...]]


@dataclass(frozen=True, slots=True)
class CrosstabCell:
    """What one field of the table counts: resources that are there (ある), those wished for, and the IDs of both."""

    available: int
    wanted: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CrosstabRow:
    """One row of the lens: a cell for each band, and one for the whole row, where each resource counts once."""

    row: Row
    cells: tuple[CrosstabCell, ...]
    total: CrosstabCell

    def gap(self, band: int) -> Gap:
        """Return the stretch of a cell, as if it were a gap: a wish may lie there whatever else does."""
        return Gap(self.row, (BANDS[band],), self.cells[band].wanted)


@dataclass(frozen=True, slots=True)
class Crosstab:
    """The table. A resource counts in every band that it reaches into; totals count it once."""

    rows: tuple[CrosstabRow, ...]
    totals: tuple[CrosstabCell, ...]
    """For each band, over all rows."""
    total: CrosstabCell
    natural: tuple[str, ...] = ()
    """IDs of the 自然な支え合い among what is there: they serve their bands, and are told apart beside the table."""


def crosstab(worksheet: Worksheet, lens: Lens) -> Crosstab:
    """Count the placed resources of a worksheet by the rows of a lens and the bands of the axis.

    Only 状況 ある and あったらいいな are counted, whatever the lens.
    """
    counted = [
        (resource, bands_of(resource.span))
        for resource in worksheet.placed
        if resource.status in COUNTED and resource.span is not None
    ]
    members: dict[str, list[_Reach]] = {}
    row_of = lens.sorter(worksheet)
    for reach in counted:
        members.setdefault(row_of(reach[0]), []).append(reach)
    rows = tuple(_row(row, members.get(row.id, [])) for row in lens.rows(worksheet))
    natural = tuple(resource.id for resource, _ in counted if resource.counts and resource.is_natural)
    return Crosstab(rows, tuple(_cell(counted, band) for band in BANDS), _cell(counted), natural)


def _row(row: Row, reaches: list[_Reach]) -> CrosstabRow:
    return CrosstabRow(row, tuple(_cell(reaches, band) for band in BANDS), _cell(reaches))


def _cell(reaches: list[_Reach], band: Band | None = None) -> CrosstabCell:
    here = [resource for resource, bands in reaches if band is None or band in bands]
    wanted = sum(resource.status == Status.WANTED for resource in here)
    return CrosstabCell(len(here) - wanted, wanted, tuple(resource.id for resource in here))
