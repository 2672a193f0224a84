"""The list of 課題 as Qt's table model: the document's own, in their order, with a row to add one."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from resource_mapper.domain.concern import Concern, new_concern_id
from resource_mapper.domain.concerns import add_concerns, change_concerns, present_meeting
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.schema import CONCERN_CARDS, Column
from resource_mapper.ui.concerns.concern_cells import COLUMNS, grounds_from, shown_text, text_of, value_from, words_for
from resource_mapper.ui.document import Document
from resource_mapper.ui.list.cells import CellError

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
NEW_CONCERN = "＋ 新しい課題"
TITLE_FIRST = "先に課題を入れてください"
Shows = Callable[[Concern], bool]


class ConcernTable(QAbstractTableModel):
    """Rows are 課題 that the filter shows, the last one adds another.

    Rows stay while somebody works: an edit does not filter them away, choosing a filter does.
    """

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Show a document's 課題."""
        super().__init__(parent)
        self._document = document
        self._shows: Shows = _everything
        self._rows: list[Concern] = []
        self._names: dict[str, str] = {}
        document.changed.connect(self._follow)
        document.replaced.connect(self._show_anew)
        self._show_anew()

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, in order."""
        return COLUMNS

    @property
    def concerns(self) -> Sequence[Concern]:
        """The 課題 in their rows."""
        return self._rows

    def words_for(self, column: Column) -> tuple[str, ...] | None:
        """Return the words to choose among in a column."""
        return words_for(column)

    def concern_at(self, row: int) -> Concern | None:
        """Return the 課題 of a row, None for the row that adds one."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, concern_id: str) -> int | None:
        """Return the row of a 課題, None where it is not shown."""
        return next((row for row, each in enumerate(self._rows) if each.id == concern_id), None)

    def show_only(self, shows: Shows) -> None:
        """Show the 課題 that a filter wants."""
        self._shows = shows
        self._show_anew()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows, the last one included."""
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        """Return a column's label, or a row's number."""
        if role != _Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section].label if section < len(COLUMNS) else None
        return str(section + 1) if section < len(self._rows) else "＋"

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell can be edited; cards are easier chosen on the sheet, but their names can be written, too."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
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

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ANN401
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
            after = change_concerns(worksheet, {concern.id}, **self._read(column, text, concern))
            self._document.edit(f"課題「{concern.title}」の{column.label}を変える", after)
        return True

    def _read(self, column: Column, text: str, concern: Concern) -> dict[str, Any]:
        """Return the field that a cell holds, as a text says it."""
        if column.label == CONCERN_CARDS:
            return {"grounds": grounds_from(text, concern, self._document.worksheet)}
        return {column.field or "": value_from(column, text)}

    def problem_with(self, index: _Index, text: str) -> str:
        """Return why a cell cannot take a text, in words; nothing where it can."""
        column, concern = COLUMNS[index.column()], self.concern_at(index.row())
        if concern is None and (column.field != "title" or not text.strip()):
            return TITLE_FIRST if text.strip() else ""
        try:
            _ = value_from(column, text) if concern is None else self._read(column, text, concern)
        except CellError as why:
            return str(why)
        return ""

    # Following the document

    def _show_anew(self) -> None:
        self.beginResetModel()
        self._take([each for each in self._document.worksheet.concerns if self._shows(each)])
        self.endResetModel()

    def _take(self, rows: list[Concern]) -> None:
        grounds = {key for each in rows for key in each.grounds}
        self._names = {each.id: each.name for each in self._document.worksheet.resources if each.id in grounds}
        self._rows = rows

    def _follow(self, before: Worksheet, after: Worksheet) -> None:
        there, known = {each.id for each in self._rows}, {each.id for each in before.concerns}
        wanted = [each for each in after.concerns if each.id in there or (each.id not in known and self._shows(each))]
        old, new = [each.id for each in self._rows], [each.id for each in wanted]
        if new[: len(old)] == old and len(new) > len(old):
            self.beginInsertRows(_NOWHERE, len(old), len(new) - 1)
            self._take(wanted)
            self.endInsertRows()
        elif new == old:
            self._take(wanted)
        else:
            self.beginResetModel()
            self._take(wanted)
            self.endResetModel()
            return
        self.dataChanged.emit(self.index(0, 0), self.index(len(new), len(COLUMNS) - 1))


def _everything(_concern: Concern) -> bool:
    return True
