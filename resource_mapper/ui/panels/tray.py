"""未配置: the cards that have no place on the sheet yet, and the drag that brings them there."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.draw_card import draw_stale
from resource_mapper.layout.pen import mark
from resource_mapper.layout.style import color_of
from resource_mapper.ui.look.theme import LIGHT, current_theme, scaled
from resource_mapper.ui.model_index import NOWHERE, Index
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.words import messages

ResourceRole = Qt.ItemDataRole.UserRole
CategoryRole = Qt.ItemDataRole.UserRole + 1
CARD_HEIGHT = 34
CLOCK_PX = 6
MANY = 2_000
"""Resources from which on Qt is to lay their cards out bit by bit."""
FADED = 0.3


class TrayModel(QAbstractListModel):
    """The unplaced resources of a worksheet, newest last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._worksheet = Worksheet()
        self._resources: tuple[Resource, ...] = ()

    def show(self, worksheet: Worksheet, wanted: frozenset[str] | None = None) -> None:
        """Show a worksheet's unplaced resources, or of those only the wanted ones (IDs)."""
        resources = worksheet.unplaced
        if wanted is not None:
            resources = tuple(resource for resource in resources if resource.id in wanted)
        if (resources, worksheet.categories) == (self._resources, self._worksheet.categories):
            return
        self.beginResetModel()
        self._worksheet = worksheet
        self._resources = resources
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many cards wait."""
        return 0 if parent.isValid() else len(self._resources)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return name, resource or category of a card."""
        if not index.isValid():
            return None
        resource = self._resources[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return resource.name
        if role == ResourceRole:
            return resource
        if role == CategoryRole:
            return self._worksheet.category_of(resource)
        return None

    def row_of(self, resource_id: str) -> int | None:
        """Return a resource's row."""
        return next((row for row, r in enumerate(self._resources) if r.id == resource_id), None)


class _CardDelegate(QStyledItemDelegate):
    """Paints a waiting card like the cards on the paper."""

    def __init__(self, painter: QtPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self._painter = painter
        self.shown: frozenset[str] | None = None
        """What the filter shows, None for all."""
        self.freshness: Freshness | None = None
        """What counts as 確認が古い and carries a mark; None marks nothing."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(scaled(120), scaled(CARD_HEIGHT + 6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        category = index.data(CategoryRole)
        color = color_of(category)
        rect: QRect = option.rect.adjusted(3, 3, -3, -3)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if self.shown is not None and index.data(ResourceRole).id not in self.shown:
            painter.setOpacity(FADED)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().accent if selected else color), 2 if selected else 1.2))
        painter.setBrush(QColor(LIGHT.accent_pale if selected else LIGHT.surface))  # a card is paper in every theme
        painter.drawRoundedRect(rect, 6, 6)
        left = scaled(12)
        if category:
            dot = mark(category.mark, rect.x() + scaled(15), rect.center().y() + 0.5, scaled(10), category.color)
            self._painter.paint(painter, (dot,))
            left = scaled(26)
        if self.freshness is not None and self.freshness.is_stale(index.data(ResourceRole)):
            radius = scaled(CLOCK_PX)
            clock = draw_stale(rect.right() - radius * 0.7, rect.y() + radius * 0.7, radius)
            self._painter.paint(painter, clock)
        painter.setPen(QColor(LIGHT.text))
        room = rect.adjusted(left, 0, -scaled(8), 0)
        name = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()


class Tray(QListView):
    """The list of waiting cards. A drag is sent on to the canvas; no `QDrag` (it cannot be used by touch or tests)."""

    drag_began = Signal(str, str)
    """Resource ID and name."""
    drag_moved = Signal(QPoint)
    """Global pointer position."""
    drag_ended = Signal(QPoint)
    drag_cancelled = Signal()
    activated_card = Signal(str)
    place_wanted = Signal()
    """The selected cards are to go on the sheet."""

    def __init__(self, selection: Selection, painter: QtPainter, parent: QWidget | None = None) -> None:
        """Show the waiting cards; clicks go to the selection."""
        super().__init__(parent)
        self._selection = selection
        self._press: tuple[QPoint, Resource] | None = None
        self._dragging = False
        self.cards = TrayModel(self)
        self.setModel(self.cards)
        self._worksheet = Worksheet()
        self._wanted: frozenset[str] | None = None
        self._delegate = _CardDelegate(painter, self)
        self.setBatchSize(MANY)
        self.setUniformItemSizes(True)  # else Qt asks for the size of every one, and there may be 100,000
        self.setItemDelegate(self._delegate)
        self.setObjectName("tray")
        self.setAccessibleName("未配置のカード")
        self.setToolTip(messages.TRAY_TIP)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        selection.changed.connect(self._show_selection)

    def show_worksheet(self, worksheet: Worksheet) -> None:
        """Show another worksheet's waiting cards."""
        self._worksheet = worksheet
        many = len(worksheet.resources) > MANY
        self.setLayoutMode(QListView.LayoutMode.Batched if many else QListView.LayoutMode.SinglePass)
        self.cards.show(worksheet, self._wanted)
        self._show_selection()

    def show_freshness(self, freshness: Freshness | None) -> None:
        """Mark the cards that nobody has confirmed for long; None marks nothing."""
        if self._delegate.freshness != freshness:
            self._delegate.freshness = freshness
            self.viewport().update()

    def show_filter(self, shown: frozenset[str] | None, *, hides: bool) -> None:
        """Let all cards but these fade, or leave the list; None shows every card."""
        self._delegate.shown = shown
        wanted = shown if hides else None
        if wanted != self._wanted:
            self._wanted = wanted
            self.show_worksheet(self._worksheet)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which card is held."""
        super().mousePressEvent(event)
        resource = self.indexAt(event.position().toPoint()).data(ResourceRole)
        if event.button() == Qt.MouseButton.LeftButton and resource is not None:
            self._press = (event.position().toPoint(), resource)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the pointer has moved far enough; then send it on."""
        position = event.position().toPoint()
        if self._dragging:
            self.drag_moved.emit(event.globalPosition().toPoint())
        elif self._press and (position - self._press[0]).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.drag_began.emit(self._press[1].id, self._press[1].name)
            self.drag_moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag where the pointer is."""
        if self._dragging and event.button() != Qt.MouseButton.LeftButton:
            return
        dragging, self._dragging, self._press = self._dragging, False, None
        self.unsetCursor()
        if dragging:
            self.drag_ended.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a card for editing."""
        resource = self.indexAt(event.position().toPoint()).data(ResourceRole)
        if resource is not None:
            self.activated_card.emit(resource.id)

    def event(self, event: QEvent) -> bool:
        """Here Ctrl+A means all waiting cards, not those on the sheet."""
        asks = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asks and event.matches(QKeySequence.StandardKey.SelectAll):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the drag; Enter puts the selected cards on the sheet, with Alt it opens the current one."""
        resource = self.currentIndex().data(ResourceRole)
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self._cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and resource is not None:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.activated_card.emit(resource.id)
            else:
                if self.cards.row_of(self._selection.current or "") is None:
                    self._selection.set([resource.id])
                self.place_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A drag does not outlive the focus."""
        if self._dragging:
            self._cancel()
        super().focusOutEvent(event)

    def _cancel(self) -> None:
        self._dragging, self._press = False, None
        self.unsetCursor()
        self.drag_cancelled.emit()

    def _tell_selection(self) -> None:
        ids = [index.data(ResourceRole).id for index in self.selectionModel().selectedIndexes()]
        if ids or any(self.cards.row_of(key) is not None for key in self._selection.ids):
            self._selection.set(ids)

    def _show_selection(self) -> None:
        """Select what is selected elsewhere, without telling it back."""
        model = self.selectionModel()
        model.blockSignals(True)
        try:
            model.clearSelection()
            for key in self._selection.ids:
                row = self.cards.row_of(key)
                if row is not None:
                    model.setCurrentIndex(self.cards.index(row), model.SelectionFlag.Select)
                    if key == self._selection.current:
                        self.scrollTo(self.cards.index(row))
        finally:
            model.blockSignals(False)
        self.viewport().update()
