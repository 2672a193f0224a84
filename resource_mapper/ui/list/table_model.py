"""The list as Qt's table model: the document's own resources, in an order of its own, with a row to add one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.schema import Column
from resource_mapper.ui.document import Document
from resource_mapper.ui.finding.view_filter import ViewFilter
from resource_mapper.ui.list.cell_edits import TypedCell, write_cells
from resource_mapper.ui.list.cells import CellError, choices_of, columns_of, order_of, shown_text, text_of, with_text
from resource_mapper.ui.list.marks import mark_icon, stale_icon
from resource_mapper.ui.list.moving_rows import MovingRows
from resource_mapper.ui.list.row_order import MAX_RUNS, in_order, runs
from resource_mapper.ui.model_index import NOWHERE, Index
from resource_mapper.ui.window.view_freshness import ViewFreshness
from resource_mapper.ui.words import messages, refusal_words
from resource_mapper.ui.words.field_tips import field_tip

_Role = Qt.ItemDataRole
MANY = 2_000
"""So many rows that come or go at once are not worth following one by one."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FIGURES = {
    "状態像（左端）",
    "状態像（右端）",
    "あるべき姿（左端）",
    "あるべき姿（右端）",
    "定員",
    "参加者数",
    "担い手の人数",
}
"""Columns of numbers, which stand at the right."""


class ResourceTable(MovingRows):
    """Rows are resources that the filter shows, the last one adds another. Sorting never touches the document.

    Rows stay where they are while somebody works: an edit neither sorts them anew nor filters them away; choosing
    an order or a filter does.
    """

    refused = Signal(tuple)
    """What cells could not take, in words (tuple of str)."""
    added = Signal(str)
    """ID of the resource that came of typing into the last row."""

    def __init__(
        self, document: Document, view_filter: ViewFilter, freshness: ViewFreshness, parent: QObject | None = None
    ) -> None:
        """Show a document's resources in its order."""
        super().__init__(parent)
        self._document = document
        self._filter = view_filter
        self._freshness = freshness
        self._columns = columns_of(document.worksheet)
        self._resources: dict[str, Resource] = {}
        self._sorted_by: tuple[str, bool] | None = None
        self._just_added: frozenset[str] = frozenset()
        self._show_anew()
        document.changed.connect(self._follow)
        document.replaced.connect(self._show_anew)
        view_filter.changed.connect(self._rearrange)
        freshness.changed.connect(self._show_marks)

    # What stands where

    @property
    def worksheet(self) -> Worksheet:
        """The document's worksheet."""
        return self._document.worksheet

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        return self._columns

    def words_for(self, column: Column) -> tuple[str, ...] | None:
        """Return the words to choose among in a column; None where any text will do."""
        return choices_of(column, self._document.worksheet)

    def resource_at(self, row: int) -> Resource | None:
        """Return the resource of a row, None for the row that adds one."""
        return self._resources.get(self._rows[row]) if 0 <= row < len(self._rows) else None

    def text_at(self, row: int, column: int) -> str:
        """Return a cell's text as it is edited and copied."""
        resource = self.resource_at(row)
        return text_of(resource, self._columns[column], self._document.worksheet) if resource else ""

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows, what is edited, its tooltip, its side, its mark."""
        column = self._columns[index.column()]
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column.label in _FIGURES else _LEFT
        resource = self.resource_at(index.row())
        if resource is None:
            return self._data_of_new_row(column, role)
        worksheet = self._document.worksheet
        if role == _Role.DisplayRole:
            return shown_text(resource, column, worksheet)
        if role == _Role.EditRole:
            return text_of(resource, column, worksheet)
        if role == _Role.ToolTipRole:
            return text_of(resource, column, worksheet) or None
        if role == _Role.DecorationRole:
            return self._icon(resource, column)
        if role == _Role.AccessibleTextRole:
            words = f"{resource.name} {column.label} {shown_text(resource, column, worksheet)}"
            return f"{words} {messages.STALE}" if self._is_marked(resource, column) else words
        return None

    def _data_of_new_row(self, column: Column, role: int) -> Any:  # noqa: ANN401
        if column.field != "name":
            return "" if role in (_Role.DisplayRole, _Role.EditRole) else None
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return messages.NEW_RESOURCE
        return "" if role == _Role.EditRole else None

    def _icon(self, resource: Resource, column: Column) -> QIcon | None:
        if column.field == "category":
            category = self._document.worksheet.category_of(resource)
            return mark_icon(category.mark, category.color) if category else None
        return stale_icon() if self._is_marked(resource, column) else None

    def _is_marked(self, resource: Resource, column: Column) -> bool:
        """Whether a cell carries the mark of 確認が古い."""
        marked = self._freshness.marked if column.field == "confirmed_on" else None
        return marked is not None and marked.is_stale(resource)

    def _show_marks(self) -> None:
        column = next(number for number, each in enumerate(self._columns) if each.field == "confirmed_on")
        if self._rows:
            self.dataChanged.emit(self.index(0, column), self.index(len(self._rows) - 1, column))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        """Return a column's label, or a row's number."""
        if orientation is Qt.Orientation.Horizontal:
            label = self._columns[section].label if section < len(self._columns) else ""
            if role in (_Role.DisplayRole, _Role.ToolTipRole) and label:
                return label if role == _Role.DisplayRole else field_tip(label)
        elif role == _Role.DisplayRole:
            return str(section + 1) if section < len(self._rows) else "＋"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable

    # Writing

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ANN401
        """Write one cell."""
        if role != _Role.EditRole or not index.isValid():
            return False
        if index.row() >= len(self._rows) and not str(value).strip():
            return True
        return self.write([(index.row(), index.column(), str(value))])

    def write(self, cells: Sequence[tuple[int, int, str]]) -> bool:
        """Write texts into cells (row, column, text) as one undo step; rows below the last become resources.

        Return whether every cell has taken its text.
        """
        texts = [
            TypedCell(self._rows[row] if row < len(self._rows) else row, self._columns[column], text)
            for row, column, text in cells
        ]
        written = write_cells(self._document.worksheet, texts)
        self._just_added = frozenset(written.added)
        self._document.edit(written.text, written.worksheet)
        self._just_added = frozenset()
        if written.added:
            self.added.emit(written.added[-1])
        if written.refusals:
            self.refused.emit(written.refusals)
        return not written.refusals

    def problem_with(self, index: Index, text: str) -> str:
        """Return why a cell cannot take a text, in words; nothing where it can."""
        resource, column = self.resource_at(index.row()), self._columns[index.column()]
        if resource is None:
            return refusal_words.NAME_FIRST if text.strip() and column.field != "name" else ""
        try:
            with_text(resource, column, text, self._document.worksheet)
        except CellError as why:
            return str(why)
        return ""

    # Following the document

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; -1 is the document's own order."""
        chosen = 0 <= column < len(self._columns)
        self._sorted_by = (self._columns[column].label, order == Qt.SortOrder.DescendingOrder) if chosen else None
        self._rearrange()

    def _show_anew(self) -> None:
        self.beginResetModel()
        worksheet = self._document.worksheet
        self._columns = columns_of(worksheet)
        self._resources = {resource.id: resource for resource in worksheet.resources}
        self._rows, self._places = self._wanted(), None
        self.endResetModel()

    def _rearrange(self) -> None:
        self._go_to(self._wanted())

    def _follow(self, before: Worksheet, after: Worksheet) -> None:
        many = abs(len(after.resources) - len(before.resources)) > MANY
        if many or before.extra_headings != after.extra_headings:
            self._show_anew()
            return
        there, old = {resource.id: resource for resource in after.resources}, self._resources
        rows, shown = set(self._rows), self._filter.matching
        fresh = [key for key in there if key not in rows and (shown is None or key in shown or key in self._just_added)]
        wanted = [row for row in self._rows if row in there] + fresh
        if self._sorted_by is None:
            kept = set(wanted)
            wanted = [resource.id for resource in after.resources if resource.id in kept]
        self._resources = there | {row: old[row] for row in rows - there.keys()}
        self._go_to(wanted)
        self._resources = there
        same_words = (before.categories, before.wording, before.heading) == (
            after.categories,
            after.wording,
            after.heading,
        )
        changed = runs(
            [n for n, row in enumerate(self._rows) if not same_words or there[row] is not old.get(row, there[row])]
        )
        for first, last in changed if len(changed) <= MAX_RUNS else [(0, len(self._rows) - 1)]:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def _wanted(self) -> list[str]:
        """Return the rows as filter and order want them."""
        shown = self._filter.matching
        rows = [resource.id for resource in self._document.worksheet.resources if shown is None or resource.id in shown]
        if self._sorted_by is None:
            return rows
        label, descending = self._sorted_by
        column = next((column for column in self._columns if column.label == label), None)
        if column is None:
            return rows
        worksheet = self._document.worksheet
        keys = {row: order_of(self._resources[row], column, worksheet) for row in rows}
        return in_order(rows, keys, descending=descending)
