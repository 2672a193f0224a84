"""What a point of the scene means on the sheet, and where things of the sheet lie in the scene."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from resource_mapper.domain.coverage import Gap
from resource_mapper.domain.edits import Place
from resource_mapper.layout.boxes import RowBox, SheetLayout
from resource_mapper.layout.locate import locate
from resource_mapper.layout.make_room import row_of
from resource_mapper.layout.page import HEADING
from resource_mapper.ui.canvas.paper import PAGE_PITCH


class Spot(NamedTuple):
    """What a point of the scene means: page, place, and the row it counts to."""

    page: int
    where: Place
    row: RowBox


class SceneSpace(QGraphicsScene):
    """Pages one below the other, one scene unit = 1 mm."""

    def __init__(self) -> None:
        """Begin without a sheet."""
        super().__init__()
        self.layout: SheetLayout | None = None

    def page_point(self, point: QPointF) -> tuple[int, float, float]:
        """Return the page of a scene point, and x and y on it."""
        pages = len(self.layout.pages) if self.layout else 0
        page = min(max(int(point.y() // PAGE_PITCH), 0), max(pages - 1, 0))
        return page, point.x(), point.y() - page * PAGE_PITCH

    def is_on_heading(self, point: QPointF) -> bool:
        """Whether a scene point lies on the title or the boxes beside it; a sheet on a wall has none."""
        _, x, y = self.page_point(point)
        return self.layout is not None and self.layout.options.form.is_whole and HEADING.contains(x, y)

    def scene_point(self, page: int, x: float, y: float) -> QPointF:
        """Return a point of a page in scene coordinates."""
        return QPointF(x, y + page * PAGE_PITCH)

    def place_at(self, point: QPointF) -> Place | None:
        """Return what a scene point means on the sheet: the inverse of layout."""
        return locate(self.layout, *self.page_point(point)) if self.layout else None

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return what a scene point means, and the row (its part on the page) that it counts to."""
        if self.layout is None:
            return None
        page, x, y = self.page_point(point)
        where = locate(self.layout, page, x, y)
        return Spot(page, where, row_of(self.layout.pages[page], where.row_id))

    def row_at(self, point: QPointF) -> RowBox | None:
        """Return the row that a scene point counts to."""
        spot = self.spot_at(point)
        return spot.row if spot else None

    def gap_area(self, gap: Gap) -> QRectF | None:
        """Return where a gap lies."""
        if self.layout is None:
            return None
        x0, x1 = self.layout.scale.stretch(gap.bands[0].start, gap.bands[-1].end)
        for page in self.layout.pages:
            for row in page.rows:
                if row.row.id == gap.row.id:
                    return QRectF(x0, row.body.y + page.index * PAGE_PITCH, x1 - x0, row.body.height)
        return None
