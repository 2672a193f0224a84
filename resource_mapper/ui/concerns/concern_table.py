"""The list of 課題 as Qt's table model: the document's own, in their order or a column's, with a row to add one."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from resource_mapper.domain.concern import Concern, new_concern_id
from resource_mapper.domain.concerns import add_concerns, change_concerns, present_meeting
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.schema import Column
from resource_mapper.ui.concerns.concern_cells import (
    COLUMNS,
    TITLE_FIRST,
    order_of,
    read_cell,
    shown_text,
    text_of,
    value_from,
    words_for,
)
from resource_mapper.ui.concerns.concern_edits import write_concern_cells
from resource_mapper.ui.document import Document
from resource_mapper.ui.list.cell_edits import TypedCell
from resource_mapper.ui.list.cells import CellError
from resource_mapper.ui.list.moving_rows import MovingRows
from resource_mapper.ui.list.row_order import in_order
from resource_mapper.ui.model_index import NOWHERE, Index

_Role = Qt.ItemDataRole
NEW_CONCERN = "＋ 新しい課題"
Shows = Callable[[Concern], bool]


class ConcernTable(MovingRows):
    """Rows are 課題 that the filter shows, the last one adds another. Sorting never touches the document.

    Rows stay while somebody works: an edit neither sorts them anew nor filters them away; choosing an order or a
    filter does.
    """

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Show a document's 課題."""
        super().__init__(parent)
        self._document = document
        self._shows: Shows = _everything
        self._concerns: dict[str, Concern] = {}
        self._names: dict[str, str] = {}
        self._sorted_by: tuple[Column, bool] | None = None
        document.changed.connect(self._follow)
        document.replaced.connect(self._show_anew)
        self._show_anew()

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, in order."""
        return COLUMNS

    @property
    def is_sorted(self) -> bool:
        """Whether the rows are in another order than that of the document."""
        return self._sorted_by is not None

    def words_for(self, column: Column) -> tuple[str, ...] | None:
        """Return the words to choose among in a column."""
        return words_for(column)

    def concern_at(self, row: int) -> Concern | None:
        """Return the 課題 of a row, None for the row that adds one."""
        concern_id = self.id_at(row)
        return None if concern_id is None else self._concerns[concern_id]

    def show_only(self, shows: Shows) -> None:
        """Show the 課題 that a filter wants."""
        self._shows = shows
        self._go_to(self._wanted())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; -1 is the document's own order."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._sorted_by = (COLUMNS[column], descending) if 0 <= column < len(COLUMNS) else None
        self._go_to(self._wanted())

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        """Return a column's label, or a row's number."""
        if role != _Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section].label if section < len(COLUMNS) else None
        return str(section + 1) if section < len(self._rows) else "＋"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited; cards are easier chosen on the sheet, but their names can be written, too."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows, what is edited, its tooltip."""
        column, concern = COLUMNS[index.column()], self.concern_at(index.row())
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if concern is None:
            return self._data_of_new_row(column, role)
        if role == _Role.DisplayRole:
            return shown_text(concern, column, self._names, self._document.worksheet.heading.calendar)
        if role == _Role.EditRole:
            return text_of(concern, column, self._names)
        if role == _Role.ToolTipRole:
            return text_of(concern, column, self._names) or None
        if role == _Role.AccessibleTextRole:
            shown = shown_text(concern, column, self._names, self._document.worksheet.heading.calendar)
            return f"{concern.title} {column.label} {shown}"
        return None

    def _data_of_new_row(self, column: Column, role: int) -> Any:  # noqa: ANN401
        if column.field == "title" and role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return NEW_CONCERN
        return "" if role in (_Role.DisplayRole, _Role.EditRole) else None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ANN401
        """Write one cell as one undo step; a title in the last row adds a 課題."""
        column, concern, text = COLUMNS[index.column()], self.concern_at(index.row()), str(value)
        if role != _Role.EditRole or (concern is None and not text.strip()) or self.problem_with(index, text):
            return False
        worksheet = self._document.worksheet
        if concern is None:
            title = str(value_from(column, text))
            fresh = Concern(id=new_concern_id(), title=title, raised_at=present_meeting(worksheet))
            self._document.edit(f"課題「{title}」を書く", add_concerns(worksheet, [fresh]))
        else:
            after = change_concerns(worksheet, {concern.id}, **read_cell(column, text, concern, worksheet))
            self._document.edit(f"課題「{concern.title}」の{column.label}を変える", after)
        return True

    def write(self, text: str, cells: Sequence[tuple[int, int, str]]) -> tuple[str, ...]:
        """Write texts into cells (row, column, text) as one undo step called `text`; rows below the last become 課題.

        Return what could not be taken, in words.
        """
        texts = [TypedCell(self.id_at(row) or row, COLUMNS[column], words) for row, column, words in cells]
        worksheet, refusals = write_concern_cells(self._document.worksheet, texts)
        self._document.edit(text, worksheet)
        return refusals

    def problem_with(self, index: Index, text: str) -> str:
        """Return why a cell cannot take a text, in words; nothing where it can."""
        column, concern = COLUMNS[index.column()], self.concern_at(index.row())
        if concern is None and (column.field != "title" or not text.strip()):
            return TITLE_FIRST if text.strip() else ""
        try:
            _ = (
                value_from(column, text)
                if concern is None
                else read_cell(column, text, concern, self._document.worksheet)
            )
        except CellError as why:
            return str(why)
        return ""

    # Following the document

    def _show_anew(self) -> None:
        self.beginResetModel()
        self._take(self._document.worksheet)
        self._rows, self._places = self._wanted(), None
        self.endResetModel()

    def _take(self, worksheet: Worksheet) -> None:
        self._concerns = {each.id: each for each in worksheet.concerns}
        grounds = {key for each in worksheet.concerns for key in each.grounds}
        self._names = {each.id: each.name for each in worksheet.resources if each.id in grounds}

    def _wanted(self) -> list[str]:
        """Return the rows as filter and order want them."""
        rows = [key for key, each in self._concerns.items() if self._shows(each)]
        if self._sorted_by is None:
            return rows
        column, descending = self._sorted_by
        keys = {key: order_of(self._concerns[key], column, self._names) for key in rows}
        return in_order(rows, keys, descending=descending)

    def _follow(self, before: Worksheet, after: Worksheet) -> None:
        there, known, gone = set(self._rows), {each.id for each in before.concerns}, self._concerns
        self._take(after)
        wanted = [each.id for each in after.concerns if each.id in there or self._is_new(each, known)]
        if self.is_sorted:
            kept = [key for key in self._rows if key in self._concerns]
            wanted = kept + [key for key in wanted if key not in there]
        self._concerns = gone | self._concerns
        self._go_to(wanted)
        self._take(after)
        self.dataChanged.emit(self.index(0, 0), self.index(len(wanted), len(COLUMNS) - 1))

    def _is_new(self, concern: Concern, known: set[str]) -> bool:
        return concern.id not in known and self._shows(concern)


def _everything(_concern: Concern) -> bool:
    return True
