"""What the eye is led to: an area that lights up for a moment, and a free place near the middle."""

from PySide6.QtCore import QObject, QPoint, QRectF, QTimer
from PySide6.QtWidgets import QGraphicsView

from resource_mapper.ui.canvas.marks import BandItem
from resource_mapper.ui.canvas.scene import SheetScene

FLASH_MS = 1400


class Flash(QObject):
    """Shows a band for a moment."""

    def __init__(self, band: BandItem, parent: QObject) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._band = band
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(band.hide)

    def show_over(self, area: QRectF) -> None:
        """Light an area of the scene up."""
        self._band.show_over(area)
        self._timer.start()


def free_middle(view: QGraphicsView, scene: SheetScene) -> QPoint:
    """Return a pixel near a view's middle with no card under it: the menu asked for there is the sheet's."""
    middle = view.viewport().rect().center()
    places = (middle + QPoint(0, step * side) for step in range(0, middle.y(), 8) for side in (1, -1))
    return next((place for place in places if scene.card_under(view.mapToScene(place)) is None), middle)
