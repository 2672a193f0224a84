"""Opens, places and closes the editors of cells. Enter and Escape during a conversion belong to the input method."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from resource_mapper.domain.fields import Kind
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.storage.workbook.schema import Column
from resource_mapper.ui.call import Call
from resource_mapper.ui.list.cell_editors import (
    MIN_TEXT_WIDTH,
    CellChoice,
    CellChoices,
    CellEditor,
    CellLine,
    CellText,
    show_problem,
)
from resource_mapper.ui.list.pinned_column import PinnedTable
from resource_mapper.ui.look.theme import current_theme
from resource_mapper.ui.model_index import Index

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Step(Enum):
    """Where to go from a cell."""

    DOWN = auto()
    UP = auto()
    RIGHT = auto()
    LEFT = auto()


def step_of(event: QKeyEvent) -> Step | None:
    """Return where a key leads: Enter down, Tab right, with Shift the other way."""
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return None
    if event.key() in _ENTER:
        return Step.UP if back else Step.DOWN
    if event.key() == Qt.Key.Key_Backtab:
        return Step.LEFT
    return (Step.LEFT if back else Step.RIGHT) if event.key() == Qt.Key.Key_Tab else None


class EditedTable(Protocol):
    """What the delegate asks of a table model."""

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, in order."""

    def words_for(self, column: Column) -> tuple[str, ...] | None:
        """Return the words to choose among in a column; None where any text will do."""

    def problem_with(self, index: Index, text: str) -> str:
        """Return why a cell cannot take a text, in words; nothing where it can."""


class CellDelegate(QStyledItemDelegate):
    """Edits cells of a table."""

    finished = Signal(object)
    """A cell was left by Enter or Tab: a `Step`."""

    def __init__(self, table: EditedTable, parent: QAbstractItemView) -> None:
        """Edit a table's cells."""
        super().__init__(parent)
        self._table = table
        self._view = parent
        self.newest: CellEditor | None = None
        """The editor opened last; it may be closed by now."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return an editor for a cell."""
        column = self._table.columns[index.column()]
        words = self._table.words_for(column)
        editor: CellEditor
        if words is not None:
            editor = CellChoice(words, parent)
            editor.activated.connect(Call(self.finish, editor, None))
        elif column.kind is Kind.CHOICES:
            editor = CellChoices(vocabulary().labels(column.field or ""), parent)
            editor.menu().setObjectName("cellMenu")
            editor.menu().aboutToHide.connect(Call(self.finish, editor, None))
        else:
            editor = CellText(parent) if column.kind is Kind.TEXT else CellLine(parent)
        editor.setObjectName("cellEditor")
        editor.setAccessibleName(column.label)
        self.newest = editor
        editor.setProperty("cell", QPersistentModelIndex(index))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's text, unless something is being written there already."""
        if isinstance(editor, CellEditor) and not editor.property("shown"):
            editor.setProperty("shown", True)
            editor.show_text(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write the cell."""
        if isinstance(editor, CellEditor):
            model.setData(index, editor.value())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the editor over its cell; one for several lines reaches beyond it, but never out of the view."""
        rect = option.rect
        room = self._view.viewport().rect()
        if isinstance(editor, CellText) and room.intersects(rect):
            rect.setWidth(max(rect.width(), MIN_TEXT_WIDTH))
            rect.setHeight(max(rect.height(), editor.wanted_height()))
            rect.moveRight(min(rect.right(), max(room.right(), rect.width())))
            rect.moveBottom(min(rect.bottom(), max(room.bottom(), rect.height())))
        editor.setGeometry(rect)
        if isinstance(self._view, PinnedTable):
            self._view.tuck_under(editor, index.column())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Remember that an editor is closed: its list of words may still tell that it has gone."""
        editor.setProperty("closed", True)
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab write and go on, Escape leaves the cell as it was, Alt+Enter breaks the line."""
        if isinstance(watched, CellEditor):
            guard = watched.guard
            if event.type() == QEvent.Type.FocusOut and guard is not None:
                guard.finish()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if guard is not None and guard.composing:
                    return False
                return self._press(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, editor: CellEditor, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
        elif step := step_of(event):
            self.finish(editor, step)
        elif event.key() in _ENTER and isinstance(editor, CellText):
            editor.insertPlainText("\n")
        else:
            return False
        return True

    def finish(self, editor: CellEditor, step: Step | None) -> None:
        """Write the cell and go on; a text that the cell cannot take stays, and is told."""
        if editor.property("closed"):
            return
        problem = self._table.problem_with(editor.property("cell"), editor.value())
        show_problem(editor, problem)
        if not problem:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            if step is not None:
                self.finished.emit(step)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Frame the current cell: its colour alone would not do."""
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if focused:
            painter.save()
            painter.setPen(QPen(QColor(current_theme().accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()
