"""The files used last, as a list on the start page."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from resource_mapper.ui.files.recent_files import RecentFile, when
from resource_mapper.ui.look.theme import current_theme, scaled
from resource_mapper.ui.model_index import Index
from resource_mapper.ui.words import messages

FileRole, DetailRole = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class _FileDelegate(QStyledItemDelegate):
    """Draws a file on two lines: its name, and where it lies and when it was changed."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(scaled(200), 2 * option.fontMetrics.height() + scaled(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # a start without files does well without

        theme, rect = current_theme(), option.rect
        states = QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (states.State_Selected | states.State_MouseOver):
            focused = bool(option.state & states.State_HasFocus)
            painter.setPen(QPen(QColor(theme.accent), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_pale if option.state & states.State_Selected else theme.hover))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        missing = index.data(FileRole).is_missing
        room = rect.adjusted(scaled(10), scaled(6), -scaled(10), -scaled(6))
        line = QRect(room.x(), room.y(), room.width(), room.height() // 2)
        for words, color, elide in (
            (index.data(), theme.placeholder if missing else theme.text, Qt.TextElideMode.ElideRight),
            (index.data(DetailRole), theme.placeholder if missing else theme.text_soft, Qt.TextElideMode.ElideMiddle),
        ):
            painter.setPen(QColor(color))
            shown = option.fontMetrics.elidedText(words, elide, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            line = line.translated(0, line.height())
        painter.restore()


class RecentList(QListWidget):
    """The files used last. A click or Enter opens one, Delete takes it out of the list."""

    opened = Signal(object)
    """Path of a file that is (or may be) there."""
    removed = Signal(object)
    """Path of a file to be forgotten."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setObjectName("recentList")
        self.setAccessibleName("最近使ったファイル")
        self.setAccessibleDescription("Enter で開き、Delete で一覧から外します")
        self.setItemDelegate(_FileDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._open)

    def show_files(self, files: Sequence[RecentFile], now: datetime) -> None:
        """Show files, newest first."""
        row = max(self.currentRow(), 0)
        self.clear()
        for file in files:
            item = QListWidgetItem(file.path.stem, self)
            where = str(file.path.parent)
            state = messages.FILE_MISSING if file.is_missing else when(file.changed, now) if file.changed else ""
            detail = f"{state}　{where}" if state else where
            item.setData(FileRole, file)
            item.setData(DetailRole, detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{file.path.stem}　{detail}")
            item.setToolTip(str(file.path))
        if files:
            self.setCurrentRow(min(row, len(files) - 1))

    @property
    def current(self) -> RecentFile | None:
        """The file that the cursor is on."""
        return self.currentItem().data(FileRole) if self.currentRow() >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete forgets."""
        file = self.current
        if file is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentItem())
        elif file is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(file.path)
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        file: RecentFile = item.data(FileRole)
        if not file.is_missing:
            self.opened.emit(file.path)
