"""Which columns of the list are shown and how wide: the user's wish, remembered between sessions."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from resource_mapper.ui.list.table_model import ResourceTable
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.settings import SettingsStore

PX_PER_CHARACTER, MAX_WIDTH, MIN_WIDTH = 7.5, 230, 40
ICON_WIDTH = 26
"""Room for the mark of 確認が古い beside a day."""
KEPT = "名称"
"""The column that cannot be hidden: without it nobody knows which row is which."""


class ListColumns:
    """Dresses a view's header, and offers a menu on it."""

    def __init__(self, view: QTableView, table: ResourceTable, settings: SettingsStore) -> None:
        """Apply what was remembered."""
        self._view = view
        self._table = table
        self._settings = settings
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self.show_menu)
        header.setMinimumSectionSize(MIN_WIDTH)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._menu = QMenu(view)
        self._menu.setObjectName("columnMenu")
        self._menu.triggered.connect(self._switch)
        table.modelReset.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Give every column its width, and hide those that are not wanted."""
        widths, hidden = dict(self._settings.settings.list_widths), self._settings.settings.list_hidden
        for number, column in enumerate(self._table.columns):
            room = ICON_WIDTH if column.field == "confirmed_on" else 0
            usual = scaled(min(column.width * PX_PER_CHARACTER + 24, MAX_WIDTH) + room)
            self._view.setColumnWidth(number, max(widths.get(column.label, usual), MIN_WIDTH))
            self._view.setColumnHidden(number, column.label in hidden and column.label != KEPT)

    def remember(self) -> None:
        """Keep widths and hidden columns for the next time."""
        labels = [column.label for column in self._table.columns]
        view = self._view
        widths = dict(self._settings.settings.list_widths)
        widths |= {label: view.columnWidth(n) for n, label in enumerate(labels) if not view.isColumnHidden(n)}
        hidden = tuple(label for n, label in enumerate(labels) if view.isColumnHidden(n))
        self._settings.update(list_widths=tuple(widths.items()), list_hidden=hidden)

    def show_menu(self, position: QPoint) -> None:
        """Offer all columns with check marks."""
        self._menu.clear()
        self._menu.addAction("すべての列を出す").setObjectName("showAllColumns")
        self._menu.addSeparator()
        for number, column in enumerate(self._table.columns):
            action = self._menu.addAction(column.label.replace("&", "&&"))
            action.setObjectName(f"showColumn{number}")
            action.setData(number)
            action.setCheckable(True)
            action.setChecked(not self._view.isColumnHidden(number))
            action.setEnabled(column.label != KEPT)
        self._menu.popup(self._view.horizontalHeader().viewport().mapToGlobal(position))

    def _switch(self, action: QAction) -> None:
        number = action.data()
        for column in range(len(self._table.columns)) if number is None else (number,):
            self._view.setColumnHidden(column, number is not None and not action.isChecked())
        self.remember()
