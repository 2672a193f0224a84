"""資源一覧: rows and cells worked as in Excel, on the document's own data."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QItemSelectionRange, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from resource_mapper.ui.list.cell_delegate import CellDelegate
from resource_mapper.ui.list.cell_editors import CellEditor
from resource_mapper.ui.list.cells_view import CellsView
from resource_mapper.ui.list.clipboard import Area
from resource_mapper.ui.list.list_columns import ListColumns
from resource_mapper.ui.list.pinned_column import PinnedTable
from resource_mapper.ui.list.row_order import runs
from resource_mapper.ui.list.table_model import ResourceTable
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.words import messages

ROW_HEIGHT = 30
_CTRL = Qt.KeyboardModifier.ControlModifier
_OWN_KEYS = {
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "clear",
    (Qt.Key.Key_D, _CTRL): "fillDown",
    (Qt.Key.Key_Minus, _CTRL): "removeRows",
    (Qt.Key.Key_C, _CTRL): "copy",
    (Qt.Key.Key_X, _CTRL): "cut",
    (Qt.Key.Key_V, _CTRL): "paste",
    (Qt.Key.Key_A, _CTRL): "selectAll",
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): "edit",
    (Qt.Key.Key_J, _CTRL): "sort",
}
"""Keys that mean something else here than on the sheet."""


class ListView(CellsView, PinnedTable):
    """The table; its commands are those of `ListActions`."""

    refused = Signal(tuple)
    """What cells could not take, in words."""
    name_opened = Signal(object)
    """A field (`QLineEdit`) for a name has opened in a cell."""
    hinted = Signal(str)
    """A word for the status bar."""

    def __init__(
        self, table: ResourceTable, selection: Selection, settings: SettingsStore, parent: QWidget | None = None
    ) -> None:
        """Show a table; rows with chosen cells are the selection."""
        super().__init__(_OWN_KEYS, parent)
        self._table = table
        self._selection = selection
        self._showing = True  # until all is set up: a table without rows chosen is nobody's wish
        self.setModel(table)
        self._begin(CellDelegate(table, self))
        self._set_up()
        self.columns = ListColumns(self, table, settings)
        table.added.connect(self._go_to_added)
        table.refused.connect(self.refused)
        table.rearranged.connect(self._show_selection)
        table.modelReset.connect(self._show_selection)
        selection.changed.connect(self._show_selection)
        self._show_selection()
        self._showing = False

    def _set_up(self) -> None:
        self.setObjectName("resourceList")
        self.setAccessibleName("資源一覧")
        self.setAccessibleDescription(messages.LIST_KEYS)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self._give_rows(scaled(ROW_HEIGHT))
        self.verticalHeader().setObjectName("listRows")
        header = self.horizontalHeader()
        header.setObjectName("listHeadings")
        header.setSectionsMovable(False)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._give_rows(scaled(ROW_HEIGHT))

    # What is chosen

    def chosen_area(self) -> Area:
        """Return the rows and columns that hold chosen cells; the current cell where none is chosen."""
        parts = self._chosen_parts()
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        columns = {column for part in parts for column in range(part.left(), part.right() + 1)}
        current = self.currentIndex()
        if not rows and current.isValid():
            rows, columns = {current.row()}, {current.column()}
        shown = [column for column in self.shown_columns() if column in columns]
        return Area(tuple(sorted(rows)), tuple(shown))

    def chosen_cells(self) -> list[tuple[int, int]]:
        """Return the chosen cells (row, column) in sight, those of the row that adds one left out."""
        area, model = self.chosen_area(), self.selectionModel()
        last = len(self._table.ids)
        several = len(area.rows) * len(area.columns) > 1
        return [
            (row, column)
            for row in area.rows
            for column in area.columns
            if row < last and (not several or model.isSelected(self._table.index(row, column)))
        ]

    def go_to(self, resource_id: str) -> bool:
        """Make a resource's row the current one and scroll there; False where the filter does not show it."""
        row = self._table.row_of(resource_id)
        if row is None:
            return False
        self.put_cursor(row, max(self.currentIndex().column(), 0))
        return True

    def edit_name(self) -> None:
        """Write in the name of the current row."""
        row = self.currentIndex().row()
        if row >= 0:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.put_cursor(row, 0)
            self.edit(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on another cell enters what is open in this one, a half-done conversion included."""
        self.finish_editing()
        super().mousePressEvent(event)

    # Selection, shared with sheet and tray

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which resources are chosen now."""
        super().selectionChanged(selected, deselected)
        if not self._showing and not self._table.is_rearranging:
            chosen = self._chosen_ids()
            current = self._table.id_at(self.currentIndex().row())
            if current in chosen:
                chosen.remove(current)
                chosen.append(current)
            self._selection.set(chosen)

    def _chosen_parts(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def _chosen_ids(self) -> list[str]:
        rows = {row for part in self._chosen_parts() for row in range(part.top(), part.bottom() + 1)}
        ids = self._table.ids
        return [ids[row] for row in sorted(rows) if row < len(ids)]

    def _show_selection(self) -> None:
        """Choose the rows of what is selected elsewhere, without telling it back."""
        wanted = [row for key in self._selection.ids if (row := self._table.row_of(key)) is not None]
        if self._table.is_rearranging or set(self._chosen_ids()) == {self._table.ids[row] for row in wanted}:
            return
        parts = QItemSelection()
        last_column = self._table.columnCount() - 1
        for first, last in runs(sorted(wanted)):
            parts.select(self._table.index(first, 0), self._table.index(last, last_column))
        self._showing = True
        self.selectionModel().select(parts, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if wanted and not self.hasFocus():
            index = self._table.index(wanted[-1], max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self._showing = False

    def _show_opened(self, editor: CellEditor) -> None:
        if isinstance(editor, QLineEdit) and self._table.columns[self.currentIndex().column()].field == "name":
            self.name_opened.emit(editor)
        super()._show_opened(editor)

    def _go_to_added(self, resource_id: str) -> None:
        row = self._table.row_of(resource_id)
        if row is not None:
            self.put_cursor(row, max(self.currentIndex().column(), 0))
