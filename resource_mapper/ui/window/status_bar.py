"""The status bar: counts, pages and type size; where a drag would land; saved or not; zoom."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QSlider,
    QStatusBar,
    QStyle,
    QStyleOption,
    QStylePainter,
    QToolButton,
    QWidget,
)

from resource_mapper.domain.vocabulary import Status
from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.printing.unplaced_sheet import waiting_pages
from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.widgets.elided_label import ElidedLabel
from resource_mapper.ui.words import messages

MIN_PERCENT, MAX_PERCENT = 25, 400
NOTE_MS = 8000
_PADDING_PX = 6
"""Left and right of words in the bar, as the style sheet has it."""


class StatusBar(QStatusBar):
    """Shows; decides nothing."""

    zoom_wanted = Signal(float)
    fit_wanted = Signal()
    cancel_wanted = Signal()
    everything_wanted = Signal()
    """The filter is to be taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the parts."""
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setSizeGripEnabled(False)
        self._summary = ElidedLabel()
        self._summary.setObjectName("summaryLabel")
        self._shown = _button("filterStatusButton", "すべて表示する", "絞り込みをやめて、すべて表示します")
        self._shown.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._shown.clicked.connect(self.everything_wanted)
        self._shown.hide()
        self._filters = False
        self._counted, self._hidden_notes = "", ""
        self.messageChanged.connect(self._make_way)
        self._dirty, self._saved_words = False, ""
        self._saved = QLabel()
        self._saved.setObjectName("savedLabel")
        self._busy = self._make_busy()
        self._cancel = _button("cancelWorkButton", "中止", "いまの作業を中止します。ファイルは前のままです。")
        self._cancel.clicked.connect(self.cancel_wanted)
        self._cancel.hide()
        self._fit = _button("fitWidthStatusButton", "幅に合わせる", "紙の幅を画面に合わせます（Ctrl+9）")
        self._fit.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fit.clicked.connect(self.fit_wanted)
        self._slider = self._make_slider()
        self._percent = QLabel()
        self._percent.setObjectName("zoomLabel")
        self.addWidget(self._shown)
        self.addWidget(self._summary, 1)
        for widget in (self._busy, self._cancel, self._saved, self._fit, self._slider, self._percent):
            self.addPermanentWidget(widget)
        self.refresh_look()

    def _make_busy(self) -> QProgressBar:
        bar = QProgressBar()
        bar.setObjectName("busyBar")
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.hide()
        return bar

    def _make_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName("zoomSlider")
        slider.setAccessibleName("表示の大きさ")
        slider.setToolTip("シートを大きく、小さく表示します")
        slider.setRange(MIN_PERCENT, MAX_PERCENT)
        slider.valueChanged.connect(self._tell_zoom)
        return slider

    def refresh_look(self) -> None:
        """Draw icon and widths for the present theme and size."""
        self._shown.setIcon(icon("filter"))
        self._shown.setIconSize(QSize(scaled(16), scaled(16)))
        self._fit.setIcon(icon("fit-width"))
        self._fit.setIconSize(QSize(scaled(16), scaled(16)))
        self._slider.setFixedWidth(scaled(120))
        self._percent.setMinimumWidth(scaled(48))
        self._busy.setMaximumWidth(scaled(120))

    def show_summary(self, layout: SheetLayout) -> None:
        """Show counts, and what the sheet takes on paper; a sheet laid out for a wall says nothing of that."""
        statuses = [resource.status for resource in layout.worksheet.resources]
        some = map(statuses.count, (Status.PREPARING, Status.WANTED, Status.ENDED))
        self._counted = messages.counted(len(statuses), *some)
        if layout.options.form.is_whole:
            self._counted += messages.on_paper(len(layout.pages), len(waiting_pages(layout)), layout.size_pt)
        self._summary.setText(self._counted + self._hidden_notes)

    def show_hidden_notes(self, count: int) -> None:
        """Show that there are 付箋 which are out of sight."""
        self._hidden_notes = messages.hidden_notes(count) if count else ""
        self._summary.setText(self._counted + self._hidden_notes)

    def show_filter(self, total: int, shown: int | None) -> None:
        """Show how many of all the filter shows; None where there is none."""
        self._filters = shown is not None
        if shown is not None:
            self._shown.setText(messages.filtered(total, shown))
        self._make_way(self.currentMessage())

    def show_hint(self, hint: str) -> None:
        """Show where a gesture stands; nothing hides it."""
        if hint:
            self.showMessage(hint)
        else:
            self.clearMessage()

    def message_in_sight(self) -> str:
        """Return the message as far as there is room for it, with 「…」 where it goes on."""
        area = self._message_area()
        return self.fontMetrics().elidedText(self.currentMessage(), Qt.TextElideMode.ElideRight, area.width())

    def _message_area(self) -> QRect:
        """Return where a message stands: where counts begin, up to what always shows."""
        left = (self._shown if self._filters else self._summary).x() + scaled(_PADDING_PX)
        fixed = (self._busy, self._cancel, self._saved, self._fit)
        right = min((each.x() for each in fixed if each.isVisible()), default=self.width())
        return QRect(left, 0, right - left - scaled(_PADDING_PX), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a message with 「…」 where there is no room for all of it; Qt would cut it off within a letter."""
        if not self.currentMessage():
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOption()
        option.initFrom(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, option)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        role = self.foregroundRole()
        painter.drawItemText(self._message_area(), side, option.palette, True, self.message_in_sight(), role)

    def _make_way(self, message: str) -> None:
        """Hide what a message takes the place of: Qt shows it again when it lays the bar out anew."""
        self._summary.setVisible(not message)
        self._shown.setVisible(self._filters and not message)

    def show_note(self, note: str) -> None:
        """Show something for a while."""
        self.showMessage(note, NOTE_MS)

    def show_saved(self, time: str) -> None:
        """Remember when the document was saved; nothing for one that was not."""
        self._saved_words = messages.saved_at(time) if time else ""
        self._show_saved_state()

    def show_dirty(self, dirty: bool) -> None:
        """Show that there is something to save, or when it was saved."""
        self._dirty = dirty
        self._show_saved_state()

    def _show_saved_state(self) -> None:
        self._saved.setText(messages.UNSAVED if self._dirty else self._saved_words)

    def show_busy(self, busy: bool) -> None:
        """Show that work is under way."""
        self._busy.setVisible(busy)

    def show_progress(self, label: str, percent: int) -> None:
        """Show what is under way and how much of it is done; -1 where that is not known."""
        self._busy.setRange(0, 0 if percent < 0 else 100)
        self._busy.setValue(percent)
        self._busy.setAccessibleName(label)
        self._busy.setToolTip(label)

    def show_cancel(self, possible: bool) -> None:
        """Offer to call off what is under way."""
        self._cancel.setVisible(possible)

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom without asking for it."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(zoom * 100))
        self._slider.blockSignals(False)
        self._percent.setText(f"{zoom * 100:.0f}%")

    def _tell_zoom(self, percent: int) -> None:
        self.zoom_wanted.emit(percent / 100)


def _button(name: str, text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setToolTip(tip)
    return button
