"""What a context menu is about: the thing on the sheet under a point."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF

from resource_mapper.domain.axis import Band, band_at
from resource_mapper.domain.coverage import Gap, gaps
from resource_mapper.domain.edits import Place
from resource_mapper.layout.boxes import RowBox, SheetLayout
from resource_mapper.layout.page import AXIS
from resource_mapper.ui.canvas.scene import SheetScene


class TargetKind(Enum):
    """Which menu it is."""

    CARD = auto()
    ROW = auto()
    AXIS = auto()
    GAP = auto()
    PLACE = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """A card, a row's label, the axis, an empty stretch, or just a place."""

    kind: TargetKind
    where: Place
    row: RowBox
    band: Band
    gap: Gap | None = None
    """For `GAP` only."""


def target_at(scene: SheetScene, point: QPointF) -> Target | None:
    """Return what lies at a scene point; None where there is no sheet."""
    where, row, layout = scene.place_at(point), scene.row_at(point), scene.layout
    if where is None or row is None or layout is None:
        return None
    _, x, y = scene.page_point(point)
    gap = gap_at(layout, row, where.position)
    if scene.card_under(point) is not None:
        kind = TargetKind.CARD
    elif row.label.contains(x, y) and not layout.lens.is_free:
        kind = TargetKind.ROW
    elif AXIS.contains(x, y):
        kind = TargetKind.AXIS
    else:
        kind = TargetKind.GAP if gap is not None and row.body.contains(x, y) else TargetKind.PLACE
    return Target(kind, where, row, band_at(where.position), gap if kind is TargetKind.GAP else None)


def gap_at(layout: SheetLayout, row: RowBox, position: float) -> Gap | None:
    """Return the hatched stretch of a row that holds a place on the axis."""
    if not row.gaps:
        return None
    band = band_at(position)
    return next((gap for gap in gaps_of(layout, row) if band in gap.bands), None)


def gaps_of(layout: SheetLayout, row: RowBox | None = None) -> list[Gap]:
    """Return the gaps of a row, or of the sheet; a sheet without cards has none to speak of."""
    if not layout.worksheet.placed:
        return []
    found = gaps(layout.worksheet, layout.lens)
    return [gap for gap in found if row is None or gap.row.id == row.row.id]
