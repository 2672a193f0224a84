"""分類 × 状態像: the counts of the sheet as a table. A cell selects its cards; an empty one can be wished for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.axis import BANDS
from resource_mapper.domain.crosstab import Crosstab, CrosstabCell, crosstab
from resource_mapper.domain.lens import UNSET, lens_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.look.theme import current_theme, scaled
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.widgets.window_button import WindowButton
from resource_mapper.ui.words import messages

TOTAL = "計"
MIN_WIDTH_PX, MIN_TABLE_PX = 330, 160
HEADER_LETTERS = 7


class CrosstabPanel(QWidget):
    """Rows of the present lens, columns the bands; the last row and column count every card once."""

    cards_chosen = Signal(list)
    """IDs of the cards of a cell."""
    wish_wanted = Signal(object)
    """The `Gap` of the current cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("crosstabPanel")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: Crosstab | None = None
        self._worksheet = Worksheet()
        self._table = QTableWidget(0, len(BANDS) + 1)
        self._set_up_table()
        self._legend = label(messages.crosstab_legend(0), "hint")
        self._wish = WindowButton(messages.ADD_WISH)
        self._wish.setObjectName("crosstabWish")
        self._wish.setToolTip("選んだ升目に「あったらいいな」のカードを置きます")
        self._wish.clicked.connect(self._want)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 10)
        column.addWidget(self._legend)
        column.addWidget(self._table, 1)
        column.addWidget(self._wish)
        self._show_offer()

    def _set_up_table(self) -> None:
        table = self._table
        table.setObjectName("crosstabTable")
        table.setAccessibleName("行と状態像ごとの数")
        table.setAccessibleDescription("升目を選ぶと、そのカードを選びます")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setSizeAdjustPolicy(QTableWidget.SizeAdjustPolicy.AdjustToContents)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalHeaderLabels([*(band.short_label for band in BANDS), TOTAL])
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setMinimumSectionSize(24)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setObjectName("crosstabBands")
        table.verticalHeader().setObjectName("crosstabRows")
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.setHighlightSections(False)
            header.setAccessibleName("見出し")
            header.setSectionsClickable(False)
        table.cellClicked.connect(self._choose)
        table.cellActivated.connect(self._choose)
        table.currentCellChanged.connect(self._show_offer)

    def show_worksheet(self, worksheet: Worksheet) -> None:
        """Count again, if it is seen; the table is left alone while it says the same."""
        self._worksheet = worksheet
        if self.isVisible():
            self._count()

    def showEvent(self, event: QShowEvent) -> None:
        """Count what has changed while nobody saw it."""
        super().showEvent(event)
        self._count()

    def refresh_look(self) -> None:
        """Draw at the size and in the colours of the theme."""
        self.setMinimumWidth(scaled(MIN_WIDTH_PX))
        self._table.setMinimumHeight(scaled(MIN_TABLE_PX))
        if self._shown is not None:
            self._fill(self._shown)

    def _count(self) -> None:
        counted = crosstab(self._worksheet, lens_of(self._worksheet))
        if counted != self._shown:
            self._shown = counted
            self._fill(counted)
        self._show_offer()

    def _fill(self, counted: Crosstab) -> None:
        self._legend.setText(messages.crosstab_legend(len(counted.natural)))
        table = self._table
        table.setRowCount(len(counted.rows) + 1)
        table.setVerticalHeaderLabels([*(_header(row.row.label) for row in counted.rows), TOTAL])
        for index, row in enumerate(counted.rows):
            empty = bool(row.row.id) or lens_of(self._worksheet).is_free
            for at, cell in enumerate((*row.cells, row.total)):
                table.setItem(index, at, _item(row.row.label, at, cell, gap=empty and at < len(BANDS)))
        for at, cell in enumerate((*counted.totals, counted.total)):
            table.setItem(len(counted.rows), at, _item("全体", at, cell, gap=False))

    def _cell(self, row: int, at: int) -> CrosstabCell | None:
        if self._shown is None or row < 0 or at < 0:
            return None
        if row < len(self._shown.rows):
            counted = self._shown.rows[row]
            return (*counted.cells, counted.total)[at]
        return (*self._shown.totals, self._shown.total)[at]

    def _choose(self, row: int, at: int) -> None:
        cell = self._cell(row, at)
        if cell is not None:
            self.cards_chosen.emit(list(cell.ids))

    def _can_wish(self) -> bool:
        row, at = self._table.currentRow(), self._table.currentColumn()
        if self._shown is None or not (0 <= row < len(self._shown.rows) and 0 <= at < len(BANDS)):
            return False
        return self._shown.rows[row].row.id != UNSET or lens_of(self._worksheet).is_free

    def _show_offer(self) -> None:
        self._wish.setEnabled(self._can_wish())

    def _want(self) -> None:
        if self._shown is not None and self._can_wish():
            self.wish_wanted.emit(self._shown.rows[self._table.currentRow()].gap(self._table.currentColumn()))


def _header(words: str) -> str:
    """Return a row's label on lines short enough for a narrow panel."""
    return "\n".join(words[at : at + HEADER_LETTERS] for at in range(0, len(words), HEADER_LETTERS))


def _item(row: str, at: int, cell: CrosstabCell, *, gap: bool) -> QTableWidgetItem:
    words = messages.crosstab_cell(cell.available, cell.wanted, gap=gap)
    item = QTableWidgetItem(words)
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    column = BANDS[at].short_label if at < len(BANDS) else TOTAL
    spoken = f"{row}　{column}　ある {cell.available}、あったらいいな {cell.wanted}"
    item.setToolTip(spoken)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    if gap and not cell.available:
        item.setForeground(QColor(current_theme().error))
    return item
