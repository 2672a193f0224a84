"""The table of 課題: arrows walk, Enter goes down, Tab right, typing or F2 edits."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from resource_mapper.ui.concerns.concern_cells import COLUMNS
from resource_mapper.ui.concerns.concern_table import ConcernTable
from resource_mapper.ui.list.cell_delegate import CellDelegate
from resource_mapper.ui.list.cells_view import CellsView
from resource_mapper.ui.list.clipboard import Area
from resource_mapper.ui.look.theme import scaled

ROW_HEIGHT = 46
"""Two lines."""
PX_PER_CHARACTER = 7.0
_CTRL, _ALT, _NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
_OWN_KEYS = {
    (Qt.Key.Key_Delete, _NONE): "clear",
    (Qt.Key.Key_F2, _NONE): "edit",
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_C, _CTRL): "copy",
    (Qt.Key.Key_A, _CTRL): "selectAll",
    (Qt.Key.Key_J, _CTRL): "sort",
    (Qt.Key.Key_V, _CTRL): "paste",
    **{(key, _CTRL): "nothing" for key in (Qt.Key.Key_X, Qt.Key.Key_D)},
}
"""Keys that mean something else on the sheet, and must not reach its cards from here."""


class ConcernView(CellsView):
    """Shows a `ConcernTable`.

    It asks for `remove`, `up` or `down`, for the chosen rows; `paste` or `clear`, for the chosen cells.
    """

    def __init__(self, table: ConcernTable, parent: QWidget | None = None) -> None:
        """Show a table."""
        super().__init__(_OWN_KEYS, parent)
        self._table = table
        self.setModel(table)
        self._begin(CellDelegate(table, self))
        self._set_up()
        self.refresh_look()

    def _set_up(self) -> None:
        self.setObjectName("concernList")
        self.setAccessibleDescription("1行が1つの課題です。Excel のように書けます")
        self.setAccessibleName("課題の一覧")
        self.setWordWrap(True)
        self.verticalHeader().setObjectName("concernRows")
        header = self.horizontalHeader()
        header.setObjectName("concernHeadings")
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)

    def refresh_look(self) -> None:
        """Give rows and columns the size that the type asks for."""
        self._give_rows(scaled(ROW_HEIGHT))
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, scaled(column.width * PX_PER_CHARACTER + 16))

    def chosen_ids(self) -> list[str]:
        """Return the 課題 of the chosen rows, from top to bottom; that of the current cell where none is chosen."""
        rows = {index.row() for index in self.selectionModel().selectedIndexes()} or {self.currentIndex().row()}
        found = (self._table.concern_at(row) for row in sorted(rows))
        return [concern.id for concern in found if concern is not None]

    def chosen_area(self) -> Area:
        """Return the rows and columns of the chosen cells; the current cell where none is chosen."""
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows = {index.row() for index in chosen if index.isValid()}
        columns = {index.column() for index in chosen if index.isValid()}
        return Area(tuple(sorted(rows)), tuple(sorted(columns)))

    def go_to(self, concern_id: str, *, edit: bool = False) -> None:
        """Make a 課題 the current one; `edit` opens its title."""
        row = self._table.row_of(concern_id)
        if row is None:
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.put_cursor(row, 0)
        if edit:
            self.edit(self.currentIndex())

    def do(self, command: str) -> None:
        """Do what a key or an entry of a menu stands for."""
        if command == "copy":
            self._copy()
        elif command == "selectAll":
            self.selectAll()
        elif command == "clear" and 0 in self.chosen_area().columns:  # a 課題 without a title is none
            super().do("remove")
        else:
            super().do(command)

    def _copy(self) -> None:
        """Put the chosen cells on the clipboard as a table."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectionModel().selectedIndexes(), key=lambda each: (each.row(), each.column())):
            rows.setdefault(index.row(), []).append(" ".join(str(index.data() or "").split()))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))
