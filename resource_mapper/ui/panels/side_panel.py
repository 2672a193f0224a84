"""The left panel: quick add on top, then the tray."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.panels.quick_add import QuickAdd
from resource_mapper.ui.panels.tray import Tray
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.words import messages


class SidePanel(QWidget):
    """Where cards come from."""

    def __init__(self, selection: Selection, painter: QtPainter, parent: QWidget | None = None) -> None:
        """Build the panel."""
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.quick_add = QuickAdd()
        self.tray = Tray(selection, painter)
        self._tray_heading = label(role="heading", wraps=False)
        self._tray_empty = label(messages.TRAY_EMPTY, "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.quick_add)
        column.addSpacing(6)
        column.addWidget(self._tray_heading)
        column.addWidget(self._tray_empty)
        column.addWidget(self.tray, 3)
        column.addStretch(0)

    def show_worksheet(self, worksheet: Worksheet) -> None:
        """Show another worksheet."""
        waiting = len(worksheet.unplaced)
        self.tray.show_worksheet(worksheet)
        self._tray_heading.setText(messages.count_badge("未配置", waiting))
        self._tray_empty.setVisible(not waiting)
        self.tray.setVisible(bool(waiting))
