"""The left side of the import: the town where there are several, and which field each column goes to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resource_mapper.ui.importing import import_words
from resource_mapper.ui.importing.column_model import TARGET, ColumnModel, ColumnTable
from resource_mapper.ui.importing.town_picker import TownPicker
from resource_mapper.ui.widgets.dialog_parts import side_button
from resource_mapper.ui.widgets.labels import label


class ColumnPane(QWidget):
    """Shows a model of columns."""

    reset_wanted = Signal()
    """The columns shall go where their headings say."""

    def __init__(self, towns: TownPicker, columns: ColumnModel) -> None:
        """Put the towns above the columns."""
        super().__init__()
        self._columns = columns
        self._table = ColumnTable(columns)
        self._recalled = label(import_words.REMEMBERED, "hint", "recalledColumns", wraps=False)
        self._recalled.hide()
        tip = "列の対応を、見出しから考えたものに戻します"
        self._reset = side_button("resetColumns", "自動に戻す", self.reset_wanted, tip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(towns)
        column.addLayout(self._heading())
        column.addWidget(self._table, 1)

    def show_choice(self, *, chosen: bool, recalled: bool) -> None:
        """Tell whether columns have been chosen by hand, perhaps when such a list was imported before."""
        self._reset.setVisible(chosen)
        self._recalled.setVisible(chosen and recalled)

    def begin(self, first: QWidget | None) -> None:
        """Give the focus to a widget, else to the first column."""
        (first or self._table).setFocus()
        self._table.setCurrentIndex(self._columns.index(0, TARGET))

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label("列を、どの項目に入れるか", "heading", wraps=False))
        row.addStretch(1)
        row.addWidget(self._recalled)
        row.addWidget(self._reset)
        return row
