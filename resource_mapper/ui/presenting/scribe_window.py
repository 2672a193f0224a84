"""The scribe's window: the panel, and above it the sheet where there is no second screen for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resource_mapper.ui.panels.typing_guard import finish_typing
from resource_mapper.ui.presenting.scribe_panel import ScribePanel
from resource_mapper.ui.presenting.wall_view import WallView


class ScribeWindow(QWidget):
    """Holds a panel; `view` is None where the sheet is on a wall."""

    closed = Signal()

    def __init__(self, panel: ScribePanel, view: WallView | None, parent: QWidget) -> None:
        """Put the parts together; the line has the focus."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("scribeWindow")
        self.setWindowTitle("書記 ─ 地域資源ワークシート")
        self.panel = panel
        self.view = view
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if view is not None:
            column.addWidget(view, 1)
            view.leave_wanted.connect(panel.line.setFocus)
            view.card_wanted.connect(panel.line.setFocus)
        column.addWidget(panel, 0 if view is not None else 1)
        panel.leave_wanted.connect(self.close)
        panel.watch_duplicates(self)
        panel.line.setFocus()

    def put_on_top(self, bar: QWidget) -> None:
        """Put a bar over everything; whoever brought it takes it away."""
        self._column.insertWidget(0, bar)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is over; what stands in the line and was not entered is no card."""
        finish_typing()
        super().closeEvent(event)
        self.closed.emit()
