"""Rows of the list by the resources' IDs, which come, go and move as Qt wants to be told."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Signal

from resource_mapper.ui.list.row_order import MAX_RUNS, runs
from resource_mapper.ui.model_index import NOWHERE, Index


class MovingRows(QAbstractTableModel):
    """A row for each ID, and a last one that adds another."""

    rearranged = Signal()
    """Rows have come, gone or moved."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._rows: list[str] = []
        self._places: dict[str, int] | None = None
        """Rows by ID, made when asked for."""
        self.is_rearranging = False
        """While rows come, go or move: what Qt then tells of its selection was nobody's wish."""

    @property
    def ids(self) -> Sequence[str]:
        """The resources' IDs, in the order of their rows."""
        return self._rows

    def id_at(self, row: int) -> str | None:
        """Return the ID of the resource of a row, None for the row that adds one."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, resource_id: str) -> int | None:
        """Return a resource's row, None where it is not shown."""
        if self._places is None:
            self._places = {key: row for row, key in enumerate(self._rows)}
        return self._places.get(resource_id)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows, the last one included."""
        return 0 if parent.isValid() else len(self._rows) + 1

    def _go_to(self, wanted: list[str]) -> None:
        """Go from the rows as they are to others."""
        if wanted != self._rows:
            self.is_rearranging = True
            self._move_rows(wanted)
            self.is_rearranging = False
            self.rearranged.emit()

    def _move_rows(self, wanted: list[str]) -> None:
        """Take out, reorder, put in."""
        old, new = set(self._rows), set(wanted)
        out = runs([number for number, row in enumerate(self._rows) if row not in new])
        in_ = runs([number for number, row in enumerate(wanted) if row not in old])
        if len(out) + len(in_) > MAX_RUNS:
            self.beginResetModel()
            self._rows, self._places = wanted, None
            self.endResetModel()
            return
        for first, last in reversed(out):
            self.beginRemoveRows(NOWHERE, first, last)
            del self._rows[first : last + 1]
            self._places = None
            self.endRemoveRows()
        self._reorder([row for row in wanted if row in old])
        for first, last in in_:
            self.beginInsertRows(NOWHERE, first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self._places = None
            self.endInsertRows()

    def _reorder(self, rows: list[str]) -> None:
        if rows == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        place = {row: number for number, row in enumerate(rows)}
        after = [
            self.index(place[self._rows[index.row()]] if index.row() < len(rows) else len(rows), index.column())
            for index in before
        ]
        self._rows, self._places = rows, None
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
