"""What is drawn upon a picture: the frame and title that the system would give a window, and numbered marks."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

BORDER, BAR, TITLE, MARK = QColor("#9AA5B1"), QColor("#E8EBEF"), QColor("#1F2937"), QColor("#C2410C")
BAR_PX, ROUND_PX, BADGE_PX = 30, 6, 24


def framed(image: QImage, title: str = "") -> QImage:
    """Return a picture with a thin edge, below a bar with the title where there is one."""
    bar = BAR_PX if title else 0
    out = QImage(image.width() + 2, image.height() + bar + 2, QImage.Format.Format_RGB32)
    out.fill(QColor("#FFFFFF"))
    painter = QPainter(out)
    painter.drawImage(1, bar + 1, image)
    if title:
        painter.fillRect(0, 0, out.width(), bar + 1, BAR)
        painter.setFont(_font(13))
        painter.setPen(TITLE)
        painter.drawText(QRect(12, 0, out.width() - 60, bar), int(Qt.AlignmentFlag.AlignVCenter), title)
        painter.setPen(QPen(TITLE, 1.3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPoint(out.width() - 20, bar // 2 + 1)
        for turn in (1, -1):
            painter.drawLine(middle + QPoint(-5, -5 * turn), middle + QPoint(5, 5 * turn))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(BORDER)
    painter.drawRect(0, 0, out.width() - 1, out.height() - 1)
    painter.end()
    return out


def marked(image: QImage, areas: Sequence[QRect], *, numbers: bool = True, first: int = 1) -> QImage:
    """Return a picture with areas (in its pixels) framed in orange, numbered in their order."""
    out = image.copy()
    painter = QPainter(out)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, area in enumerate(areas, start=first):
        box = QRectF(area.adjusted(-4, -4, 4, 4)).intersected(QRectF(out.rect().adjusted(2, 2, -2, -2)))
        painter.setPen(QPen(MARK, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, ROUND_PX, ROUND_PX)
        if numbers:
            _draw_badge(painter, str(number), box, QRectF(out.rect()))
    painter.end()
    return out


def _draw_badge(painter: QPainter, text: str, box: QRectF, within: QRectF) -> None:
    badge = QRectF(box.left() - BADGE_PX / 2, box.top() - BADGE_PX / 2, BADGE_PX, BADGE_PX)
    badge.moveLeft(max(badge.left(), within.left() + 1))
    badge.moveTop(max(badge.top(), within.top() + 1))
    painter.setPen(QPen(QColor("#FFFFFF"), 2))
    painter.setBrush(MARK)
    painter.drawEllipse(badge)
    font = _font(14)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), text)


def _font(pixels: int) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    return font
