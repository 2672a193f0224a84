"""A table whose first column stays in sight while the others scroll under it.

One view, not two on top of each other: selection, editors, focus and what screen readers are told stay those of Qt.
Only four things change: the first column is painted at the left edge, points there mean it, no cell is brought
into sight under it, and what is open in a cell lies under it.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from resource_mapper.ui.look.theme import current_theme
from resource_mapper.ui.model_index import Index

MOST_SHARE = 0.5
"""Of the view's width: a column that is wider than this scrolls with the others."""
EDGE_PX = 2
"""Width of the line between the pinned column and what scrolls under it."""
NOTHING_SEEN = QRegion(-2, -2, 1, 1)
"""Of an editor that is covered whole: an empty region would mean that all of it is seen."""
GRIP_PX = 4
"""How near its right edge the pinned heading is taken to be made wider."""


class PinnedTable(QTableView):
    """Keeps its first column in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with a header that keeps its first heading in sight, too."""
        super().__init__(parent)
        self._plain = False
        """While cells lie for Qt where they would without pinning: it reckons with keys by their middles."""
        self._mouse: QPoint | None = None
        """Where the mouse is while Qt deals with it."""
        self._start = QPersistentModelIndex()
        """Where a selection by mouse began."""
        header = PinnedHeader(self)
        self.setHorizontalHeader(header)
        header.sectionResized.connect(self._refresh_all)

    @property
    def pinned_width(self) -> int:
        """How many pixels of the left edge the first column covers; 0 while it is where it belongs."""
        return self.columnWidth(0) if self.horizontalHeader().offset() > 0 and self._can_pin() else 0

    def _can_pin(self) -> bool:
        return self.columnWidth(0) <= self.viewport().width() * MOST_SHARE

    # Where cells are

    def visualRect(self, index: Index) -> QRect:
        """Return where a cell is seen."""
        rect = super().visualRect(index)
        if index.isValid() and index.column() == 0 and not self._plain and self.pinned_width:
            rect.moveLeft(0)
        return rect

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the cell that is seen at a point."""
        if not self._plain and 0 <= point.x() < self.pinned_width:
            row = self.rowAt(point.y())
            return self.model().index(row, 0) if row >= 0 else QModelIndex()
        return super().indexAt(point)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight: the pinned column is there already, the others must not end up under it."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() == 0 and self._can_pin():
            bar.setValue(before)
        elif (covered := self.pinned_width - self.columnViewportPosition(index.column())) > 0:
            bar.setValue(bar.value() - covered)

    # What mouse and keys do

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a selection begins."""
        self._mouse = event.position().toPoint()
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._start = QPersistentModelIndex(self.indexAt(self._mouse))
        elif not self._start.isValid():
            self._start = QPersistentModelIndex(self.currentIndex())
        super().mousePressEvent(event)
        self._mouse = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Remember where a selection reaches."""
        self._mouse = event.position().toPoint()
        super().mouseMoveEvent(event)
        self._mouse = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Qt reckon with cells side by side."""
        self._plain = True
        try:
            super().keyPressEvent(event)
        finally:
            self._plain = False
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._start = QPersistentModelIndex(self.currentIndex())
        if self.pinned_width:
            self.updateEditorGeometries()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the cells between where the mouse began and where it is, whatever lies under the pinned column."""
        if self._mouse is None or not self.pinned_width or not self._start.isValid():
            super().setSelection(rect, command)
            return
        start, end = self._start, self.indexAt(self._mouse)
        if end.isValid():
            rows, columns = sorted((start.row(), end.row())), sorted((start.column(), end.column()))
            model = self.model()
            cells = QItemSelection(model.index(rows[0], columns[0]), model.index(rows[1], columns[1]))
            self.selectionModel().select(cells, command)

    # What is seen

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the first column over what has scrolled under it."""
        super().paintEvent(event)
        area = self._pinned_area()
        if area.width() and event.region().intersects(area):
            painter = QPainter(self.viewport())
            painter.setClipRect(area)
            self._paint_pinned(painter, area)
            painter.end()

    def _paint_pinned(self, painter: QPainter, area: QRect) -> None:
        theme = current_theme()
        painter.fillRect(area, QColor(theme.surface))
        last = self.rowAt(area.bottom())
        for row in range(max(self.rowAt(0), 0), (last if last >= 0 else self.model().rowCount() - 1) + 1):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            index = self.model().index(row, 0)
            self.itemDelegateForIndex(index).paint(
                painter, self._option(index, QRect(0, top, area.width() - 1, height - 1)), index
            )
            painter.fillRect(QRect(0, top + height - 1, area.width(), 1), QColor(theme.line))
        painter.fillRect(QRect(area.right() + 1 - EDGE_PX, 0, EDGE_PX, area.height()), QColor(theme.border))

    def _option(self, index: QModelIndex, rect: QRect) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = rect
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            option.state |= QStyle.StateFlag.State_HasFocus
        return option

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint the pinned column, which Qt has moved with the rest, where it belongs."""
        super().scrollContentsBy(dx, dy)
        if dx:
            width = self.columnWidth(0) + abs(dx) + 1
            for viewport in (self.viewport(), self.horizontalHeader().viewport()):
                viewport.update(QRect(0, 0, width, viewport.height()))
            self.updateEditorGeometries()

    def tuck_under(self, editor: QWidget, column: int) -> None:
        """Let only that part of a cell's editor be seen which does not lie under the pinned column."""
        area = self._pinned_area().translated(-editor.pos()) if column else QRect()
        if area.intersects(editor.rect()):
            seen = QRegion(editor.rect()).subtracted(QRegion(area))
            editor.setMask(NOTHING_SEEN if seen.isEmpty() else seen)
        else:
            editor.clearMask()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Show it in the pinned column."""
        super().selectionChanged(selected, deselected)
        self._refresh_pinned()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Show it in the pinned column."""
        super().currentChanged(current, previous)
        self._refresh_pinned()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        """Show it in the pinned column."""
        super().dataChanged(top_left, bottom_right, roles)
        self._refresh_pinned()

    def _pinned_area(self) -> QRect:
        return QRect(0, 0, self.pinned_width, self.viewport().height())

    def _refresh_pinned(self) -> None:
        if self.pinned_width:
            self.viewport().update(self._pinned_area())

    def _refresh_all(self) -> None:
        if self.pinned_width:
            self.viewport().update()
            self.horizontalHeader().viewport().update()


class PinnedHeader(QHeaderView):
    """Headings of a `PinnedTable`: the first one is painted at the left, and pressed and pulled there."""

    def __init__(self, table: PinnedTable) -> None:
        """Behave like the header that a table has of its own."""
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._shift = 0
        """How far from where Qt has it the heading is seen that is pressed."""
        self._pulled: int | None = None
        """Where at the edge of the pinned heading it is pulled: px from the edge."""
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the first heading over what has scrolled under it."""
        super().paintEvent(event)
        width = self._table.pinned_width
        if width:
            area = QRect(0, 0, width, self.viewport().height())
            painter = QPainter(self.viewport())
            painter.fillRect(area, QColor(current_theme().chrome))
            self.paintSection(painter, area, 0)
            painter.fillRect(QRect(width - EDGE_PX, 0, EDGE_PX, area.height()), QColor(current_theme().border))
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the pinned heading or its edge, or another one."""
        if self._is_at_edge(event) and event.button() == Qt.MouseButton.LeftButton:
            self._pulled = event.position().toPoint().x() - self.sectionSize(0)
            return
        self._shift = self._shift_at(event)
        super().mousePressEvent(self._where_it_lies(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull at the pinned heading's edge, or at another one; Qt's own header lets nothing be pulled out of sight."""
        if self._pulled is not None:
            self.resizeSection(0, max(event.position().toPoint().x() - self._pulled, self.minimumSectionSize()))
        elif event.buttons() or event.position().x() >= self._table.pinned_width + GRIP_PX:
            super().mouseMoveEvent(self._where_it_lies(event) if event.buttons() else event)
        elif self._is_at_edge(event):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a press or a pull."""
        if self._pulled is None:
            super().mouseReleaseEvent(self._where_it_lies(event))
        self._pulled, self._shift = None, 0

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit the pinned column, or another one, to what stands in it."""
        if self._is_at_edge(event):
            self.sectionHandleDoubleClicked.emit(0)
            return
        self._shift = self._shift_at(event)
        super().mouseDoubleClickEvent(self._where_it_lies(event))

    def _is_at_edge(self, event: QMouseEvent) -> bool:
        """Whether the mouse is at the pinned heading's edge, by which it is made wider."""
        width = self._table.pinned_width
        return bool(width) and abs(event.position().x() - width) <= GRIP_PX

    def _shift_at(self, event: QMouseEvent) -> int:
        """Return how far from where Qt has it the heading under the mouse is seen."""
        return self.offset() if event.position().x() < self._table.pinned_width else 0

    def _where_it_lies(self, event: QMouseEvent) -> QMouseEvent:
        if not self._shift:
            return event
        place = event.position() - QPointF(self._shift, 0)
        return QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
