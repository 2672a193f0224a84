"""Tables of plain text, some with a tick per row. They are models: a hundred thousand rows cost nothing."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from resource_mapper.ui.model_index import Index

Row = tuple[str, ...]
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class RowsModel(QAbstractTableModel):
    """Rows of text under headings."""

    def __init__(self, headings: Sequence[str] = (), parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._headings = tuple(headings)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Iterable[Row], headings: Sequence[str] | None = None) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._headings = self._headings if headings is None else tuple(headings)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's heading."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, also as its tool tip."""
        return self.rows[index.row()][index.column()] if role in _TEXT else None


class TickModel(RowsModel):
    """Rows with a tick in the first column."""

    ticks_changed = Signal()

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(headings, parent)
        self._ticked: list[bool] = []

    def show_ticked(self, rows: Iterable[Row], ticked: bool) -> None:
        """Show other rows, all with a tick or none."""
        found = tuple(rows)
        self._ticked = [ticked] * len(found)  # before anybody sees the rows
        self.show(found)

    @property
    def count(self) -> int:
        """How many rows have a tick."""
        return sum(self._ticked)

    @property
    def ticks(self) -> Sequence[bool]:
        """Whether each row has a tick."""
        return self._ticked

    def is_ticked(self, row: int) -> bool:
        """Whether a row has a tick."""
        return self._ticked[row]

    def tick(self, rows: Iterable[int], ticked: bool) -> None:
        """Set or take the ticks of some rows."""
        for row in rows:
            self._ticked[row] = ticked
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self.ticks_changed.emit()

    def tick_all(self, ticked: bool) -> None:
        """Set or take all ticks."""
        self.tick(range(len(self.rows)), ticked)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first cell be ticked."""
        return super().flags(index) | (
            Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else Qt.ItemFlag.NoItemFlags
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text or tick."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if self._ticked[index.row()] else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set or take a tick."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
