"""The list as one part of the window: model, view and what is done with them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.commands.card_actions import CardActions
from resource_mapper.ui.document import Document
from resource_mapper.ui.finding.view_filter import ViewFilter
from resource_mapper.ui.list.list_actions import ListActions
from resource_mapper.ui.list.list_view import ListView
from resource_mapper.ui.list.table_model import ResourceTable
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.view_freshness import ViewFreshness


class ListPanel(QWidget):
    """資源一覧, under the sheet or in its place."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        view_filter: ViewFilter,
        freshness: ViewFreshness,
        cards: CardActions,
        dialogs: Dialogs,
        settings: SettingsStore,
    ) -> None:
        """Show a document's resources."""
        super().__init__()
        self.setObjectName("listPanel")
        self.table = ResourceTable(document, view_filter, freshness, self)
        self.view = ListView(self.table, selection, settings)
        self.actions_on_cells = ListActions(self.table, self.view, cards, dialogs)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def set_menu(self, menu: QMenu) -> None:
        """Offer a menu on the cells."""
        self._menu = menu
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)

    def _show_menu(self, position: QPoint) -> None:
        self._menu.popup(self.view.viewport().mapToGlobal(position))
