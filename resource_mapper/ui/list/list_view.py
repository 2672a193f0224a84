"""資源一覧: rows and cells worked as in Excel, on the document's own data."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QItemSelectionRange, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QTableView, QToolButton, QWidget

from resource_mapper.ui import messages
from resource_mapper.ui.list.cell_delegate import CellDelegate, Step, step_of
from resource_mapper.ui.list.clipboard import Area
from resource_mapper.ui.list.list_columns import ListColumns
from resource_mapper.ui.list.pinned_column import PinnedTable
from resource_mapper.ui.list.row_order import runs
from resource_mapper.ui.list.sorting import offer_sorting, sort_by_current
from resource_mapper.ui.list.table_model import ResourceTable
from resource_mapper.ui.panels.typing_guard import TypingGuard
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.theme import scaled

ROW_HEIGHT = 30
_MOVES = {Step.DOWN: (1, 0), Step.UP: (-1, 0), Step.RIGHT: (0, 1), Step.LEFT: (0, -1)}
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


class ListView(PinnedTable):
    """The table. Arrows walk, Enter goes down, Tab right, typing or F2 edits; Ctrl+Tab leaves the table."""

    command_wanted = Signal(str)
    """A key asks for a command of `ListActions`."""
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
        super().__init__(parent)
        self._table = table
        self._selection = selection
        self._showing = True  # until all is set up: a table without rows chosen is nobody's wish
        self.setModel(table)
        self._delegate = CellDelegate(table, self)
        self._delegate.finished.connect(self.step)
        self.setItemDelegate(self._delegate)
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
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        self.verticalHeader().setObjectName("listRows")
        self.verticalHeader().setAccessibleName("行の番号")
        header = self.horizontalHeader()
        header.setObjectName("listHeadings")
        header.setSectionsMovable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        offer_sorting(self)

    def _fit_rows(self) -> None:
        self.verticalHeader().setMinimumSectionSize(scaled(ROW_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    # What is chosen

    def shown_columns(self) -> list[int]:
        """Return the columns in sight, from left to right."""
        header = self.horizontalHeader()
        every = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in every if not header.isSectionHidden(column)]

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

    def put_cursor(self, row: int, column: int) -> None:
        """Choose one cell, whatever keys are held."""
        index = self._table.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def edit_name(self) -> None:
        """Write in the name of the current row."""
        row = self.currentIndex().row()
        if row >= 0:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.put_cursor(row, 0)
            self.edit(self.currentIndex())

    def finish_editing(self) -> None:
        """Write what is being typed into a cell.

        During the first conversion of a cell the view keeps the focus (Qt hands it on), so that none is lost.
        """
        if self.state() != QAbstractItemView.State.EditingState:
            return
        for guard in self.findChildren(TypingGuard):
            guard.finish()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.state() == QAbstractItemView.State.EditingState and self._delegate.newest is not None:
            self._delegate.finish(self._delegate.newest, None)

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

    # Keys

    def event(self, event: QEvent) -> bool:
        """Take those keys that mean something else here than on the sheet before the window's shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._command(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or ask for what a key stands for."""
        command = self._command(event)
        if command == "edit":
            self.edit(self.currentIndex())
        elif command == "sort":
            sort_by_current(self)
        elif command:
            self.command_wanted.emit(command)
        elif (step := step_of(event)) is not None:
            self.step(step)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._leave(forward=event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> str | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return _OWN_KEYS.get((Qt.Key(event.key()), modifiers))

    def step(self, step: Step) -> None:
        """Go to the next cell; from the last one of a row to the first of the next, from the last one of all away."""
        current = self.currentIndex()
        down, across = _MOVES[step]
        columns = self.shown_columns()
        if not columns:
            return
        place = columns.index(current.column()) + across if current.column() in columns else 0
        row = current.row() + down
        if not 0 <= place < len(columns):
            row, place = (row + 1, 0) if place > 0 else (row - 1, len(columns) - 1)
        if 0 <= row < self._table.rowCount():
            self.put_cursor(row, columns[place])
        elif step in (Step.LEFT, Step.RIGHT):
            self._leave(forward=step is Step.RIGHT)

    def _leave(self, *, forward: bool) -> None:
        QWidget.focusNextPrevChild(self, forward)  # the table's own would only walk its cells

    def edit(self, *args: Any) -> Any:  # noqa: ANN401 Qt overloads it
        """Open a cell's editor; a list of words opens at once."""
        if len(args) == 1 and (self.state() == QAbstractItemView.State.EditingState or not args[0].isValid()):
            return None  # Qt would only warn
        before = self._delegate.newest
        opened = super().edit(*args)
        if self._delegate.newest is not before:
            self._open_words()
        return opened

    def _open_words(self) -> None:
        editor = self._delegate.newest
        if isinstance(editor, QLineEdit) and self._table.columns[self.currentIndex().column()].field == "name":
            self.name_opened.emit(editor)
        if isinstance(editor, QComboBox):
            editor.showPopup()
        elif isinstance(editor, QToolButton):
            editor.menu().popup(editor.mapToGlobal(editor.rect().bottomLeft()))  # `showMenu` would wait for it

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.put_cursor(0, 0)

    def _go_to_added(self, resource_id: str) -> None:
        row = self._table.row_of(resource_id)
        if row is not None:
            self.put_cursor(row, max(self.currentIndex().column(), 0))
