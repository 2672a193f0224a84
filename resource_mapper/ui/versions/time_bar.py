"""見る時: a slider from the oldest version to いま, with words that say which state of the sheet is seen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QVBoxLayout,
)

from resource_mapper.ui.call import Call
from resource_mapper.ui.look.theme import current_theme, scaled
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.widgets.window_button import WindowButton

SLIDER_WIDTH, LEAST_WIDTH = 300, 120
TICK = 6


class TimeBar(QFrame):
    """Stands over a sheet that is looked back on; `with_controls` False only tells."""

    moved = Signal(int)
    """The place on the slider that is wanted, 0 being the oldest version."""
    leave_wanted = Signal()

    def __init__(self, names: Sequence[str], *, with_controls: bool = True) -> None:
        """Begin at the last of the names."""
        super().__init__()
        self.setObjectName("timeBar")
        self._names = tuple(names)
        self._title = label(role="heading", name="timeTitle")
        self._words = label(role="hint", name="timeWords")
        self.slider = self._make_slider()
        self._back = self._step_button("timeBack", "1つ前の会議", -1)
        self._on = self._step_button("timeOn", "1つあとの会議", 1)
        self._leave = WindowButton("いまに戻る")
        self._leave.setObjectName("timeLeave")
        self._leave.setToolTip("いまのシートに戻って、また直せるようにします（Esc）")
        self._leave.clicked.connect(self.leave_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._words)
        row.addLayout(words, 3)
        for widget in (self._back, self.slider, self._on, self._leave):
            row.addWidget(widget, 1 if widget is self.slider else 0)
            widget.setVisible(with_controls)

    def show_state(self, at: int, title: str, words: str) -> None:
        """Show which state is seen, and what has changed until then."""
        self._title.setText(title)
        self._words.setText(words)
        self.slider.blockSignals(True)
        self.slider.setValue(at)
        self.slider.blockSignals(False)
        self.slider.setAccessibleName(f"見る時：{self._names[at]}")
        self.slider.setToolTip(self._names[at])
        self._back.setEnabled(at > 0)
        self._on.setEnabled(at < len(self._names) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, wherever in the bar the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _make_slider(self) -> QSlider:
        slider = _TickedSlider(Qt.Orientation.Horizontal)
        slider.setObjectName("timeSlider")
        slider.setRange(0, len(self._names) - 1)
        slider.setPageStep(1)
        slider.setMinimumWidth(LEAST_WIDTH)
        slider.setMaximumWidth(scaled(SLIDER_WIDTH))
        slider.valueChanged.connect(self.moved)
        return slider

    def _step_button(self, name: str, words: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(f"{words}の時を見ます（{'←' if by < 0 else '→'}）")
        button.setArrowType(Qt.ArrowType.LeftArrow if by < 0 else Qt.ArrowType.RightArrow)
        button.clicked.connect(Call(self._step, by))
        return button

    def _step(self, by: int) -> None:
        self.slider.setValue(self.slider.value() + by)


class _TickedSlider(QSlider):
    """Shows where the handle can rest: a slider that wears a style sheet has no ticks of its own."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a tick at each place, then the slider."""
        option, style = QStyleOptionSlider(), self.style()
        self.initStyleOption(option)
        slider = QStyle.ComplexControl.CC_Slider
        handle = style.subControlRect(slider, option, QStyle.SubControl.SC_SliderHandle, self).width()
        painter = QPainter(self)
        painter.setPen(QPen(QColor(current_theme().text_soft), 2))
        for place in range(self.minimum(), self.maximum() + 1):
            at = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), place, self.width() - handle)
            x = at + handle // 2
            painter.drawLine(x, self.height() // 2 - TICK, x, self.height() // 2 + TICK)
        painter.end()
        super().paintEvent(event)
