"""Where on the axis the next card will lie: a range to be moved and stretched, by mouse and by keys."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from resource_mapper.domain.axis import BANDS, Span, clamp, span_in_words
from resource_mapper.layout.style import AXIS_STOPS
from resource_mapper.ui.canvas.keys import STEP
from resource_mapper.ui.look.theme import ACCENT, TEXT, current_theme, scaled

HEIGHT, BAR, GRIP = 56, 18, 10


class AxisSlider(QWidget):
    """The axis as on the sheet with one range on it. Arrows move it, with Shift its right end."""

    span_changed = Signal(object)
    """The new `Span`, by mouse or key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin over 元気."""
        super().__init__(parent)
        self._span = Span(BANDS[0].start, BANDS[0].end)
        self._mirrored = False
        self._held: tuple[str, float, Span] | None = None
        self.setObjectName("axisSlider")
        self.setToolTip("帯をドラッグすると、状態像の範囲が動きます。端をドラッグすると、幅が変わります")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_span(self._span, mirrored=False)

    def show_span(self, span: Span, *, mirrored: bool) -> None:
        """Show a range without telling of it."""
        self._span, self._mirrored = span, mirrored
        self.setAccessibleName(f"状態像の範囲：{span_in_words(span)}")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(scaled(480), scaled(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or stretch the range."""
        by = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        by = -by if self._mirrored else by
        widen = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._tell(self._span.with_right(self._span.right + by) if widen else self._span.moved_to(self._span.left + by))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the range, or one of its ends; beside it, it comes to the pointer."""
        at = self._position(event.position().x())
        grip = scaled(GRIP) / max(self._room().width(), 1)
        if abs(at - self._span.left) < grip:
            part = "left"
        elif abs(at - self._span.right) < grip:
            part = "right"
        else:
            part = "all"
            if not self._span.left < at < self._span.right:
                self._tell(self._span.moved_to(at - self._span.width / 2))
        self._held = part, at, self._span

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        if self._held is None:
            return
        part, start, span = self._held
        at = self._position(event.position().x())
        if part == "all":
            self._tell(span.moved_to(span.left + at - start))
        else:
            self._tell(span.with_left(at) if part == "left" else span.with_right(at))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def _tell(self, span: Span) -> None:
        if span != self._span:
            self.show_span(span, mirrored=self._mirrored)
            self.span_changed.emit(span)

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(scaled(GRIP), scaled(4), -scaled(GRIP), -scaled(4))

    def _x(self, position: float) -> float:
        room = self._room()
        return room.left() + (1 - position if self._mirrored else position) * room.width()

    def _position(self, x: float) -> float:
        room = self._room()
        share = clamp((x - room.left()) / max(room.width(), 1))
        return 1 - share if self._mirrored else share

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axis, names of the bands, and the range with its ends."""
        painter, room = QPainter(self), self._room()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = QRectF(room.left(), room.top(), room.width(), room.height() - scaled(BAR))
        self._paint_axis(painter, axis)
        self._paint_bands(painter, axis)
        self._paint_range(painter, axis.bottom())
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_theme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_axis(self, painter: QPainter, axis: QRectF) -> None:
        gradient = QLinearGradient(self._x(0), 0, self._x(1), 0)
        for at, color in AXIS_STOPS:
            gradient.setColorAt(at, QColor(color))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(axis, 4, 4)

    def _paint_bands(self, painter: QPainter, axis: QRectF) -> None:
        """Write the names of the bands, shorter ones where there is little room."""
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(TEXT))
        for band in BANDS:
            left, right = sorted((self._x(band.start), self._x(band.end)))
            fits = painter.fontMetrics().horizontalAdvance(band.label) < right - left
            words = band.label if fits else band.short_label
            painter.drawText(QRectF(left, axis.top(), right - left, axis.height()), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_range(self, painter: QPainter, top: float) -> None:
        left, right = sorted((self._x(self._span.left), self._x(self._span.right)))
        bar = QRectF(left, top + 3, max(right - left, 4), scaled(BAR) - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_theme().accent))
        painter.drawRoundedRect(bar, 5, 5)
        painter.setBrush(QColor(ACCENT))
        painter.setPen(QPen(QColor("#FFFFFF"), 2))
        for x in (bar.left(), bar.right()):
            painter.drawEllipse(QRectF(x - 6, bar.center().y() - 6, 12, 12))
