"""気づき: what the sheet shows, as sentences; under a gap an offer to wish for what is missing."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from resource_mapper.domain.coverage import Gap
from resource_mapper.domain.findings import Finding, findings
from resource_mapper.domain.lens import UNSET, lens_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.look.theme import current_theme, scaled
from resource_mapper.ui.model_index import Index
from resource_mapper.ui.words import messages

PAD_PX = 8
_DOT = "・"
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_GapRole = Qt.ItemDataRole.UserRole
"""Whether an entry is about a gap."""


class _GapDelegate(QStyledItemDelegate):
    """Draws a sentence, wrapped and never cut, and under it the offer."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width() - 2 * self._view.spacing()
        dot, words = _parts(index)
        indent = option.fontMetrics.horizontalAdvance(dot)
        room = QRect(0, 0, width - 2 * scaled(PAD_PX) - indent, 10_000)
        height = option.fontMetrics.boundingRect(room, int(_WRAP), words).height() + 2 * scaled(PAD_PX)
        return QSize(width, height + (self._offer_height() if _is_gap(index) else 0))

    def offer_rect(self, row: QRect) -> QRect:
        """Return where a row shows the offer."""
        width = self._view.fontMetrics().horizontalAdvance(messages.ADD_WISH) + 2 * scaled(PAD_PX)
        height = self._offer_height()
        return QRect(row.left(), row.bottom() - height - scaled(2), min(width, row.width()), height)

    def _offer_height(self) -> int:
        return self._view.fontMetrics().height() + scaled(8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = current_theme(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(theme.accent), 1.5) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_pale))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 6, 6)
        says_something = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.setPen(QColor(theme.text if says_something else theme.text_soft))
        pad = scaled(PAD_PX)
        dot, words = _parts(index)
        indent = option.fontMetrics.horizontalAdvance(dot)
        painter.drawText(row.adjusted(pad, pad, -pad, 0), int(_WRAP), dot)
        painter.drawText(row.adjusted(pad + indent, pad, -pad, 0), int(_WRAP), words)
        if _is_gap(index):
            painter.setPen(QColor(theme.accent))
            room = self.offer_rect(row).adjusted(pad, 0, 0, 0)
            offer = option.fontMetrics.elidedText(messages.ADD_WISH, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), offer)
        painter.restore()


def _nothing_to_say(worksheet: Worksheet) -> str:
    if not worksheet.placed:
        return messages.NO_GAPS_YET
    several = sum(row.id != UNSET for row in lens_of(worksheet).rows(worksheet)) > 1
    return messages.NO_GAPS if several else messages.NO_GAPS_AT_ALL


def _parts(index: Index) -> tuple[str, str]:
    """Return an entry's dot, if it has one, and its words, whose lines begin behind the dot."""
    text = index.data()
    return text[: text.startswith(_DOT)], text.removeprefix(_DOT)


def _is_gap(index: Index) -> bool:
    return bool(index.data(_GapRole))


class GapsPanel(QListWidget):
    """One sentence an entry. A click or Enter shows where the gap is; the offer under it wishes for a card there."""

    gap_chosen = Signal(object)
    """A `Gap`."""
    cards_chosen = Signal(tuple)
    """IDs of the cards that a sentence is about."""
    wish_wanted = Signal(object)
    """A `Gap`; emitted once the click is over, since the list will change."""
    concern_wanted = Signal(object)
    """A `Finding` that shall become a 課題."""
    current_gap_changed = Signal()
    _offer_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._released_at = QPoint()
        self._offers = _GapDelegate(self)
        self.setItemDelegate(self._offers)
        self.itemClicked.connect(self._click)
        self.itemActivated.connect(self._choose)
        self.currentRowChanged.connect(self.current_gap_changed)
        self._offer_clicked.connect(self.wish_wanted, Qt.ConnectionType.QueuedConnection)
        self.setObjectName("gapsList")
        self.setAccessibleName("気づき")
        self.setAccessibleDescription("足りないところの文です。選ぶと、シートのその場所を示します")
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

        self._menu = QMenu(self)
        self._menu.setObjectName("findingMenu")
        self._menu.addAction("課題にする", self._want_concern).setObjectName("findingToConcern")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    @property
    def current_finding(self) -> Finding | None:
        """The sentence that the cursor is on."""
        row = self.currentRow()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    @property
    def current_gap(self) -> Gap | None:
        """The gap that the cursor is on."""
        return self.current_finding.gap if self.current_finding else None

    def show_worksheet(self, worksheet: Worksheet, more: tuple[Finding, ...] = ()) -> int:
        """Show what a worksheet shows, and what else there is to say; return how many sentences there are."""
        self._findings = (*findings(worksheet), *more)
        lines = [f"{_DOT}{finding.sentence}" for finding in self._findings]
        if not lines:
            lines = [_nothing_to_say(worksheet)]
        if lines != [self.item(row).text() for row in range(self.count())]:
            self._fill(lines)
        return len(self._findings)

    def offer_rect(self, row: int) -> QRect:
        """Return where an entry shows its offer, in the viewport."""
        return self._offers.offer_rect(self.visualItemRect(self.item(row)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the offer can be clicked."""
        super().mouseMoveEvent(event)
        over = self._is_offer(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember where, for the click that comes of it."""
        self._released_at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def _fill(self, lines: list[str]) -> None:
        row = self.currentRow()
        self.clear()
        for row_of_line, line in enumerate(lines):
            item = QListWidgetItem(line, self)
            item.setData(_GapRole, bool(self._findings) and self._findings[row_of_line].gap is not None)
            item.setToolTip(line.removeprefix(_DOT))
            if not self._findings:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        if self._findings and row >= 0:
            self.setCurrentRow(min(row, len(lines) - 1))
        self.current_gap_changed.emit()

    def _show_menu(self, position: QPoint) -> None:
        if self.current_finding is not None:
            self._menu.popup(self.viewport().mapToGlobal(position))

    def _want_concern(self) -> None:
        if self.current_finding is not None:
            self.concern_wanted.emit(self.current_finding)

    def _is_offer(self, point: QPoint) -> bool:
        row = self.indexAt(point).row()
        if not 0 <= row < len(self._findings) or self._findings[row].gap is None:
            return False
        return self.offer_rect(row).contains(point)

    def _click(self, item: QListWidgetItem) -> None:
        if self._is_offer(self._released_at):
            self._offer_clicked.emit(self._findings[self.row(item)].gap)
        else:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        row = self.row(item)
        if row >= len(self._findings):
            return
        finding = self._findings[row]
        if finding.gap is not None:
            self.gap_chosen.emit(finding.gap)
        else:
            self.cards_chosen.emit(finding.ids)
