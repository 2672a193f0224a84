"""What keys and menus do to the chosen cells: each is one edit of the document."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from resource_mapper.storage.workbook.table_text import table_rows
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.commands.card_actions import CardActions
from resource_mapper.ui.list.clipboard import block_text, has_headings, spread, target
from resource_mapper.ui.list.list_view import ListView
from resource_mapper.ui.list.table_model import ResourceTable
from resource_mapper.ui.words import refusal_words


class ListActions(QObject):
    """Copies, pastes, fills, empties and removes."""

    def __init__(self, table: ResourceTable, view: ListView, cards: CardActions, dialogs: Dialogs) -> None:
        """Act on the chosen cells of a view."""
        super().__init__(view)
        self._table = table
        self._view = view
        self._cards = cards
        self._dialogs = dialogs
        view.command_wanted.connect(self.do)
        view.refused.connect(self._tell)

    def do(self, command: str) -> None:
        """Do what a key asks for."""
        commands = {
            "copy": self.copy,
            "cut": self.cut,
            "paste": self.paste,
            "clear": self.clear,
            "fillDown": self.fill_down,
            "removeRows": self._cards.delete,
            "selectAll": self._view.selectAll,
        }
        commands[command]()

    def copy(self) -> None:
        """Copy the chosen cells; whole rows go with their headings, as cards do on the sheet."""
        area = self._view.chosen_area()
        if not area.rows:
            return
        if len(area.columns) == len(self._view.shown_columns()) and self._view.chosen_cells():
            self._cards.copy()
            return
        chosen = set(self._view.chosen_cells())
        rows = [
            [self._table.text_at(row, column) if (row, column) in chosen else "" for column in area.columns]
            for row in area.rows
            if row < len(self._table.ids)
        ]
        QGuiApplication.clipboard().setText(block_text(rows))

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Empty the chosen cells; names stay, since a resource without one is nobody's."""
        cells = [(row, column, "") for row, column in self._view.chosen_cells()]
        if len(cells) > 1:
            cells = [cell for cell in cells if self._table.columns[cell[1]].field != "name"]
        self._table.write(cells)

    def fill_down(self) -> None:
        """Copy the first chosen row into those below it; a single row takes what stands above it."""
        area = self._view.chosen_area()
        rows = [row for row in area.rows if row < len(self._table.ids)]
        if len(rows) == 1:
            rows.insert(0, rows[0] - 1)
        if len(rows) > 1 and rows[0] >= 0:
            texts = [self._table.text_at(rows[0], column) for column in area.columns]
            self._table.write(spread([texts], type(area)(tuple(rows[1:]), area.columns)))

    def paste(self) -> None:
        """Paste a block of cells from the current cell on; rows below the last become resources.

        Rows under headings (名称, 分類 …) are whole records and are added, wherever the cursor is.
        """
        block = table_rows(QGuiApplication.clipboard().text())
        area = self._view.chosen_area()
        if not block or not area.rows:
            return
        if has_headings(block):
            self._cards.paste()
            return
        last = len(self._table.ids)
        columns = self._view.shown_columns()
        where = target(block, area, last, columns)
        cells = [cell for cell in spread(block, where) if cell[0] < last or cell[2].strip()]
        self._table.write(cells)

    def _tell(self, refusals: Sequence[str]) -> None:
        """Say what could not be taken: one cell beside the work, several in a window."""
        if len(refusals) == 1:
            self._view.hinted.emit(refusals[0])
            return
        self._dialogs.tell(refusal_words.refused(len(refusals)), refusal_words.some(refusals))
