"""What of the sheet people are to look at: how far it is built up, and what is spotlit. State without widgets."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from resource_mapper.domain.axis import BANDS
from resource_mapper.domain.coverage import gaps
from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.page import ROW_GAP, SHEET
from resource_mapper.layout.wall import PageArea, Subject, Veil, lit, row_ids, veil_of_bands, veil_of_rows
from resource_mapper.ui.canvas.paper import PAGE_PITCH
from resource_mapper.ui.qt_painter import qrect

ROWS, BANDS_TOO = "rows", "bands"
CORNER = 1.7
BESIDE = ROW_GAP / 2
"""How far a cover reaches beyond what it hides: to the middle between two rows."""


class Showing:
    """Steps and subjects over whatever the layout is now; a layout that changes takes nothing away from it."""

    def __init__(self, layout: Callable[[], SheetLayout | None]) -> None:
        """Begin with the whole sheet and nothing spotlit."""
        self._layout = layout
        self._way = ""
        self._step = 0
        self.subject: Subject | None = None
        self._paths: tuple[SheetLayout | None, object, QPainterPath, QPainterPath] | None = None

    # Building up

    def build(self, way: str) -> None:
        """Begin anew, row by row or band by band: nothing is there yet."""
        self._way, self._step, self.subject = way, 0, None

    def forward(self) -> None:
        """Show the next row or band; without a way, the first row."""
        if not self._way:
            self.build(ROWS)
        self._step = min(self._step + 1, self._steps())

    def back(self) -> None:
        """Take the last row or band away again."""
        if not self._way:
            self._way, self._step = ROWS, self._steps(ROWS)
        self._step = max(self._step - 1, 0)

    def show_all(self) -> None:
        """Show the whole sheet."""
        self._way, self._step = "", 0

    def _steps(self, way: str = "") -> int:
        layout = self._layout()
        return len(BANDS) if (way or self._way) == BANDS_TOO else len(row_ids(layout)) if layout is not None else 0

    @property
    def newest(self) -> QRectF | None:
        """What the last step has brought, in scene coordinates."""
        return bounds(self._veil().newest)

    def _veil(self) -> Veil:
        layout = self._layout()
        if not self._way or layout is None:
            return Veil((), (), ())
        return (veil_of_bands if self._way == BANDS_TOO else veil_of_rows)(layout, self._step)

    # Spotlight

    def light(self, subject: Subject | None) -> None:
        """Spotlight a subject; the same one again, or None, takes the spotlight away."""
        self.subject = None if subject == self.subject else subject

    def next_gap(self, by: int) -> None:
        """Spotlight the next gap in reading order, or the one before (`by` = -1); past the ends it begins again."""
        layout = self._layout()
        found = gaps(layout.worksheet, layout.lens) if layout is not None and layout.worksheet.placed else ()
        self._next([Subject("gap", gap=gap) for gap in found], by)

    def next_row(self, by: int) -> None:
        """Spotlight the next row, or the one before; past the ends it begins again."""
        layout = self._layout()
        self._next([Subject("row", row) for row in row_ids(layout)] if layout is not None else [], by)

    def _next(self, subjects: Sequence[Subject], by: int) -> None:
        if subjects:
            first = 0 if by > 0 else -1
            at = subjects.index(self.subject) + by if self.subject in subjects else first
            self.subject = subjects[at % len(subjects)]

    @property
    def lit(self) -> QRectF | None:
        """Where the spotlight lies, in scene coordinates."""
        layout = self._layout()
        if layout is None or self.subject is None:
            return None
        areas = lit(layout, self.subject)
        return bounds(areas[1:] if self.subject.gap is not None else areas)  # of a gap not the row's label

    # As paths

    def hidden_path(self) -> QPainterPath:
        """Return what is covered, in scene coordinates."""
        return self._both()[0]

    def dimmed_path(self) -> QPainterPath:
        """Return what is dimmed, in scene coordinates."""
        return self._both()[1]

    def _both(self) -> tuple[QPainterPath, QPainterPath]:
        layout, state = self._layout(), (self._way, self._step, self.subject)
        if self._paths is None or self._paths[0] is not layout or self._paths[1] != state:
            self._paths = layout, state, self._hidden(), self._dimmed()
        return self._paths[2], self._paths[3]

    def _hidden(self) -> QPainterPath:
        veil = self._veil()
        return path_of(veil.hidden, BESIDE, 0.0).subtracted(path_of(veil.shown)) if veil.hidden else QPainterPath()

    def _dimmed(self) -> QPainterPath:
        layout = self._layout()
        bright = lit(layout, self.subject) if layout is not None and self.subject is not None else ()
        if not bright or layout is None:
            return QPainterPath()
        desk = QPainterPath()
        height = len(layout.pages) * PAGE_PITCH
        desk.addRect(QRectF(-SHEET.width, -SHEET.height, 3 * SHEET.width, height + 2 * SHEET.height))
        return desk.subtracted(path_of(bright))


def path_of(areas: tuple[PageArea, ...], beyond: float = 0.0, corner: float = CORNER) -> QPainterPath:
    """Return areas as one path in scene coordinates."""
    path = QPainterPath()
    for area in areas:
        piece = QPainterPath()
        piece.addRoundedRect(_in_scene(area).adjusted(-beyond, -beyond, beyond, beyond), corner, corner)
        path = path.united(piece)
    return path


def bounds(areas: tuple[PageArea, ...]) -> QRectF | None:
    """Return the rectangle around areas of their first page, in scene coordinates; None for none."""
    rect = QRectF()
    for area in areas:
        if area.page == areas[0].page:
            rect = rect.united(_in_scene(area))
    return rect if areas else None


def _in_scene(area: PageArea) -> QRectF:
    return qrect(area.rect).translated(0, area.page * PAGE_PITCH)
