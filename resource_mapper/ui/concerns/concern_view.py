"""The table of 課題: arrows walk, Enter goes down, Tab right, typing or F2 edits."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView, QWidget

from resource_mapper.ui.concerns.concern_cells import COLUMNS
from resource_mapper.ui.concerns.concern_table import ConcernTable
from resource_mapper.ui.list.cell_delegate import CellDelegate, Step, step_of
from resource_mapper.ui.list.clipboard import Area
from resource_mapper.ui.list.sorting import offer_sorting, sort_by_current
from resource_mapper.ui.theme import scaled

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
_MOVES = {Step.DOWN: (1, 0), Step.UP: (-1, 0), Step.RIGHT: (0, 1), Step.LEFT: (0, -1)}


class ConcernView(QTableView):
    """Shows a `ConcernTable`."""

    command_wanted = Signal(str)
    """`remove`, `up` or `down`, for the chosen rows; `paste` or `clear`, for the chosen cells."""

    def __init__(self, table: ConcernTable, parent: QWidget | None = None) -> None:
        """Show a table."""
        super().__init__(parent)
        self._table = table
        self.setModel(table)
        self._delegate = CellDelegate(table, self)
        self._delegate.finished.connect(self.step)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self.refresh_look()

    def _set_up(self) -> None:
        self.setObjectName("concernList")
        self.setAccessibleDescription("1行が1つの課題です。Excel のように書けます")
        self.setAccessibleName("課題の一覧")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setObjectName("concernRows")
        self.verticalHeader().setAccessibleName("行の番号")
        header = self.horizontalHeader()
        header.setObjectName("concernHeadings")
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        offer_sorting(self)

    def refresh_look(self) -> None:
        """Give rows and columns the size that the type asks for."""
        self.verticalHeader().setMinimumSectionSize(scaled(ROW_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
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

    def put_cursor(self, row: int, column: int) -> None:
        """Choose one cell, whatever keys are held."""
        index = self._table.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def finish_editing(self) -> None:
        """Write what is being typed into a cell."""
        if self.state() == QAbstractItemView.State.EditingState and self._delegate.newest is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._delegate.finish(self._delegate.newest, None)

    def sort_by_current(self) -> None:
        """Put the rows in the order of the current column, the other way round, or as they were."""
        sort_by_current(self)

    def event(self, event: QEvent) -> bool:
        """Take those keys that mean something else here than on the sheet before the window's shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _command(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or do what a key stands for."""
        command = _command(event)
        if command:
            self.do(command)
        elif (step := step_of(event)) is not None:
            self.step(step)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            QWidget.focusNextPrevChild(self, event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def do(self, command: str) -> None:
        """Do what a key or an entry of a menu stands for."""
        own = {
            "edit": self._edit_current,
            "copy": self._copy,
            "selectAll": self.selectAll,
            "sort": self.sort_by_current,
        }
        if command in own:
            own[command]()
        elif command == "clear" and 0 in self.chosen_area().columns:  # a 課題 without a title is none
            self.command_wanted.emit("remove")
        else:
            self.command_wanted.emit(command)

    def step(self, step: Step) -> None:
        """Go to the next cell, from the last one of a row to the first of the next; beyond the table away from it."""
        down, across = _MOVES[step]
        row, column = self.currentIndex().row() + down, self.currentIndex().column() + across
        if not 0 <= column < len(COLUMNS):
            row, column = (row + 1, 0) if column > 0 else (row - 1, len(COLUMNS) - 1)
        if 0 <= row < self._table.rowCount():
            self.put_cursor(row, column)
        elif step in (Step.LEFT, Step.RIGHT):
            QWidget.focusNextPrevChild(self, step is Step.RIGHT)

    def edit(self, *args: Any) -> Any:  # noqa: ANN401 Qt overloads it
        """Open a cell's editor; a list of words opens at once."""
        if len(args) == 1 and (self.state() == QAbstractItemView.State.EditingState or not args[0].isValid()):
            return None  # Qt would only warn
        before = self._delegate.newest
        opened = super().edit(*args)
        editor = self._delegate.newest
        if editor is not before and isinstance(editor, QComboBox):
            editor.showPopup()
        return opened

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.put_cursor(0, 0)

    def _edit_current(self) -> None:
        self.edit(self.currentIndex())

    def _copy(self) -> None:
        """Put the chosen cells on the clipboard as a table."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectionModel().selectedIndexes(), key=lambda each: (each.row(), each.column())):
            rows.setdefault(index.row(), []).append(" ".join(str(index.data() or "").split()))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))


def _command(event: QKeyEvent) -> str | None:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _OWN_KEYS.get((Qt.Key(event.key()), modifiers))
