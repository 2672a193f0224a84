"""The table of differences: a row per field that differs, and what is to be kept."""

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from resource_mapper.domain.differing import FieldDifference, Keep, Pair, can_keep_both
from resource_mapper.domain.merging import Decisions, WorksheetComparison, kept
from resource_mapper.storage.field_labels import field_label
from resource_mapper.storage.merge_report import value_in_words
from resource_mapper.ui.model_index import Index

APART = "apart"
"""A choice for a whole pair: two resources after all."""

Choice = Keep | str
NAME, FIELD, LEFT, RIGHT, KEPT = range(5)


_LONGEST = 24
"""Characters of a file's name in a heading or on a button."""


def short_name(origin: str) -> str:
    """Return a file's name as headings and buttons show it: its end tells files of a series apart."""
    shown = origin if len(origin) <= _LONGEST else f"{origin[:8]}…{origin[8 - _LONGEST + 1 :]}"
    return f"「{shown}」"


class DifferenceModel(QAbstractTableModel):
    """Rows of (pair, difference), conflicts before gaps that one side fills; `decisions` holds what people chose."""

    def __init__(self, comparison: WorksheetComparison, parent: QObject | None = None) -> None:
        """Show what a comparison found, with what it proposes."""
        super().__init__(parent)
        self._comparison = comparison
        rows = [(pair, each) for pair in comparison.differing for each in pair.differences]
        self._rows: list[tuple[Pair, FieldDifference]] = sorted(rows, key=lambda row: not row[1].is_conflict)
        self.decisions = Decisions()
        self._labels = ("資源", "項目", "このワークシート", short_name(comparison.origin), "採る方")

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of differences."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._labels)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's heading."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._labels[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; the whole of it as tool tip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(*self._rows[index.row()], index.column())
        return None

    def choose(self, rows: list[int], choice: Choice) -> None:
        """Keep one side, both, or take a pair apart, in the given rows; what is not possible stays as it is."""
        fields, apart = dict(self.decisions.fields), set(self.decisions.apart)
        for pair, difference in (self._rows[row] for row in rows):
            if choice == APART:
                apart.add(pair.left.id)
                continue
            apart.discard(pair.left.id)
            if choice != Keep.BOTH or can_keep_both(pair, difference.field):
                fields[pair.left.id, difference.field] = Keep(choice)
        self.decisions = replace(self.decisions, fields=fields, apart=frozenset(apart))
        self.dataChanged.emit(self.index(0, KEPT), self.index(len(self._rows) - 1, KEPT))

    def can_choose(self, rows: list[int], choice: Choice) -> bool:
        """Whether a choice would do something in any of the rows."""
        return bool(rows) and (
            choice != Keep.BOTH or any(can_keep_both(self._rows[row][0], self._rows[row][1].field) for row in rows)
        )

    def _text(self, pair: Pair, difference: FieldDifference, column: int) -> str:
        match column:
            case 0:
                place = f"（{pair.left.place}）" if pair.left.place else ""
                return pair.left.name + place
            case 1:
                return field_label(difference.field)
            case 2 | 3:
                resource = pair.left if column == LEFT else pair.right
                return value_in_words(resource, difference.field, self._comparison.left) or "（空欄）"
            case _:
                return self._kept_words(pair, difference)

    def _kept_words(self, pair: Pair, difference: FieldDifference) -> str:
        if pair.left.id in self.decisions.apart:
            return "別の資源として両方"
        words = {Keep.LEFT: "← このワークシート", Keep.RIGHT: f"→ {self._labels[RIGHT]}", Keep.BOTH: "両方をつなげる"}
        return words[kept(difference, pair, self.decisions)]
