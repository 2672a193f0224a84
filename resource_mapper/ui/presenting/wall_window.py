"""The window of a wall: the sheet and nothing else, but for words that go away by themselves."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.wall import LEGIBLE_PX, legible_px, px_per_mm, smallest_type_px
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.presenting import presenting_words
from resource_mapper.ui.presenting.page_sign import EDGE
from resource_mapper.ui.presenting.screens import Screen
from resource_mapper.ui.presenting.scribe_panel import ScribePanel
from resource_mapper.ui.presenting.wall_view import WallView

NOTE_MS = 8000
SETTLE_MS = 500
"""The system gives a window the whole screen a little after it was asked to."""


class WallWindow(QWidget):
    """Fills a screen with a view. Says how to go on at the beginning, and when the type has become small."""

    closed = Signal()

    def __init__(self, view: WallView, panel: ScribePanel, measurer: TextMeasurer, parent: QWidget) -> None:
        """Hold a view and, hidden, a line to add cards with; the parent is the window whose document it shows."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("wallWindow")
        self.setWindowTitle("発表 ─ 地域資源ワークシート")
        self.view = view
        self.panel = panel
        self._measurer = measurer
        self._told: SheetLayout | None = None
        self._is_legible = True
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(view, 1)
        column.addWidget(panel)
        panel.hide()
        panel.watch_duplicates(self)
        panel.leave_wanted.connect(self._close_line)
        view.card_wanted.connect(self._open_line)
        self.help = _overlay(self, "wallHelp", presenting_words.PRESENT_KEYS)
        self.help.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.note = _overlay(self, "wallNote", presenting_words.PRESENT_HINT)
        self._note_timer = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._note_timer.timeout.connect(self.note.hide)
        self._settle_timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle_timer.timeout.connect(self.tell_legibility)
        view.leave_wanted.connect(self._leave)
        view.help_wanted.connect(self._toggle_help)
        view.setFocus()

    def put_on_top(self, bar: QWidget) -> None:
        """Put a bar over the sheet; whoever brought it takes it away."""
        self._column.insertWidget(0, bar)

    def show_on(self, screen: Screen) -> None:
        """Fill a screen."""
        self.setGeometry(screen.area)
        real = next((one for one in QGuiApplication.screens() if one.name() == screen.name), None)
        if real is not None:
            self.setScreen(real)
        self.showFullScreen()
        self.activateWindow()
        self.view.setFocus()
        self.tell(presenting_words.PRESENT_HINT)
        self._settle_timer.start()

    def smallest_px(self) -> float:
        """Return the size of the smallest type on the wall, the whole page in sight."""
        layout = self.view.sheet.layout
        scale = px_per_mm(self.width(), self.height())
        return smallest_type_px(layout, self._measurer, scale) if layout is not None else LEGIBLE_PX

    def tell_legibility(self) -> None:
        """Say once that type has become too small to be read from afar, and what helps."""
        was, self._is_legible = self._is_legible, self.smallest_px() >= legible_px(self.height())
        if was and not self._is_legible:
            self.tell(presenting_words.SMALL_TYPE)

    def tell(self, words: str) -> None:
        """Show something over the sheet for a while."""
        self.note.setText(words)
        self.note.show()
        self._place()
        self._note_timer.start()

    def _open_line(self) -> None:
        self.note.hide()
        self.panel.show()
        self.panel.line.setFocus()

    def _close_line(self) -> None:
        self.panel.hide()
        self.view.setFocus()

    def _leave(self) -> None:
        """Put the keys away first, where they are in sight."""
        if self.help.isVisible():
            self._toggle_help()
        else:
            self.close()

    def _toggle_help(self) -> None:
        self.note.hide()
        self.help.setVisible(self.help.isHidden())
        self._place()

    def _place(self) -> None:
        bottom, sign = self.view.geometry().bottom() - EDGE, self.view.sign
        for label in (self.help, self.note):
            self._fit(label)
            left = (self.width() - label.width()) // 2
            if sign.isVisible() and left + label.width() > sign.x():
                bottom = min(bottom, sign.y() - EDGE)
            label.move(left, bottom - label.height())
            label.raise_()
            bottom -= label.height() + EDGE if label.isVisible() else 0

    def _fit(self, label: QLabel) -> None:
        """Give words their size, in smaller type where they are wider than the wall."""
        label.setStyleSheet("")
        label.adjustSize()
        room = self.width() - 2 * EDGE
        if label.width() > room:
            label.setStyleSheet(f"font-size: {label.fontInfo().pixelSize() * room // label.width()}px")
            label.adjustSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words at the lower edge."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """A drag does not outlive the window's turn."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.view.cancel_gesture()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being written, and say that it is over."""
        self.view.name_editor.commit()
        self.view.cancel_gesture()
        self._note_timer.stop()
        self._settle_timer.stop()
        super().closeEvent(event)
        self.closed.emit()


def _overlay(parent: QWidget, name: str, words: str) -> QLabel:
    label = QLabel(words, parent)
    label.setObjectName(name)
    label.setProperty("role", "wall")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMargin(scaled(8))
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.hide()
    return label
