"""A ring that goes with the pointer, large enough to be followed from the last row."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

RADIUS = 30
_INK, _HALO, _GLOW = QColor("#B42318"), QColor(255, 255, 255, 220), QColor(255, 214, 0, 70)


class PointerSpot(QWidget):
    """Lies over a view and takes no events."""

    def __init__(self, view: QWidget) -> None:
        """Begin hidden."""
        super().__init__(view)
        self.setObjectName("pointerSpot")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._at = QPoint(-RADIUS, -RADIUS)
        self.hide()

    def toggle(self) -> None:
        """Show or hide the ring."""
        self.setVisible(self.isHidden())
        self.raise_()

    def follow(self, at: QPoint) -> None:
        """Go with the pointer."""
        before, self._at = self._at, at
        for centre in (before, at):
            self.update(centre.x() - 2 * RADIUS, centre.y() - 2 * RADIUS, 4 * RADIUS, 4 * RADIUS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring: red, between two of white that part it from any ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(_GLOW)
        painter.setPen(QPen(_HALO, 9))
        painter.drawEllipse(self._at, RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_INK, 4))
        painter.drawEllipse(self._at, RADIUS, RADIUS)
