"""What 資源一覧 and 課題の一覧 have in common: arrows walk, Enter goes down, Tab right, typing or F2 edits."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView, QToolButton, QWidget

from resource_mapper.ui.list.cell_delegate import CellDelegate, Step, step_of
from resource_mapper.ui.list.cell_editors import CellEditor
from resource_mapper.ui.list.sorting import offer_sorting, sort_by_current
from resource_mapper.ui.panels.typing_guard import TypingGuard

Keys = Mapping[tuple[Qt.Key, Qt.KeyboardModifier], str]
"""What keys ask for that mean something else on the sheet."""
_MOVES = {Step.DOWN: (1, 0), Step.UP: (-1, 0), Step.RIGHT: (0, 1), Step.LEFT: (0, -1)}


class CellsView(QTableView):
    """A table whose cells are written in as in Excel; Ctrl+Tab leaves it."""

    command_wanted = Signal(str)
    """A key asks for a command that the table does not know itself."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        """Begin without a model; `keys` come here before they come to the sheet."""
        super().__init__(parent)
        self._keys = keys
        self._delegate: CellDelegate

    def _begin(self, delegate: CellDelegate) -> None:
        """Edit the cells of the model, which is there by now, with a delegate."""
        self._delegate = delegate
        delegate.finished.connect(self.step)
        self.setItemDelegate(delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setAccessibleName("行の番号")
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        offer_sorting(self)

    def _give_rows(self, height: int) -> None:
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def shown_columns(self) -> list[int]:
        """Return the columns in sight, from left to right."""
        header = self.horizontalHeader()
        every = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in every if not header.isSectionHidden(column)]

    def put_cursor(self, row: int, column: int) -> None:
        """Choose one cell, whatever keys are held."""
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.put_cursor(0, 0)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Take those keys that mean something else here than on the sheet before the window's shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._command(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or do what a key stands for."""
        command = self._command(event)
        if command:
            self.do(command)
        elif (step := step_of(event)) is not None:
            self.step(step)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._leave(forward=event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> str | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get((Qt.Key(event.key()), modifiers))

    def do(self, command: str) -> None:
        """Do what a key or an entry of a menu stands for, or ask for it."""
        if command == "edit":
            self.edit(self.currentIndex())
        elif command == "sort":
            sort_by_current(self)
        else:
            self.command_wanted.emit(command)

    def step(self, step: Step) -> None:
        """Go to the next cell; from the last one of a row to the first of the next, from the last one of all away."""
        current, columns = self.currentIndex(), self.shown_columns()
        if not columns:
            return
        down, across = _MOVES[step]
        place = columns.index(current.column()) + across if current.column() in columns else 0
        row = current.row() + down
        if not 0 <= place < len(columns):
            row, place = (row + 1, 0) if place > 0 else (row - 1, len(columns) - 1)
        if 0 <= row < self.model().rowCount():
            self.put_cursor(row, columns[place])
        elif step in (Step.LEFT, Step.RIGHT):
            self._leave(forward=step is Step.RIGHT)

    def _leave(self, *, forward: bool) -> None:
        QWidget.focusNextPrevChild(self, forward)  # the table's own would only walk its cells

    # Editing

    def edit(self, *args: Any) -> Any:  # noqa: ANN401 Qt overloads it
        """Open a cell's editor; a list of words opens at once."""
        if len(args) == 1 and (self.state() == QAbstractItemView.State.EditingState or not args[0].isValid()):
            return None  # Qt would only warn
        before = self._delegate.newest
        opened = super().edit(*args)
        editor = self._delegate.newest
        if editor is not None and editor is not before:
            self._show_opened(editor)
        return opened

    def _show_opened(self, editor: CellEditor) -> None:
        if isinstance(editor, QComboBox):
            editor.showPopup()
        elif isinstance(editor, QToolButton):
            editor.menu().popup(editor.mapToGlobal(editor.rect().bottomLeft()))  # `showMenu` would wait for it

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
