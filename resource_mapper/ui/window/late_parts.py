"""Parts of the window that a start does not make, since they are out of sight: how each is made, and put in its place.

Each is a `cached_property` of the window, and imported only here.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from resource_mapper.ui.commands.menu_table import LIST_MENU

if TYPE_CHECKING:
    from resource_mapper.ui.concerns.concern_panel import ConcernPanel
    from resource_mapper.ui.docks.crosstab_panel import CrosstabPanel
    from resource_mapper.ui.docks.history_panel import HistoryPanel
    from resource_mapper.ui.list.list_panel import ListPanel
    from resource_mapper.ui.panels.inspector import Inspector
    from resource_mapper.ui.window.main_window import MainWindow
    from resource_mapper.ui.window.start_page import StartPage


def inspector(window: "MainWindow") -> "Inspector":
    """Return 詳細."""
    from resource_mapper.ui.panels.inspector import Inspector

    panel = Inspector(window.document, window.selection, window.workspace.dock("inspector").widget())
    window.finding.watch_name(panel.name_field)
    window.workspace.dock("inspector").take(panel)
    return panel


def history(window: "MainWindow") -> "HistoryPanel":
    """Return 履歴."""
    from resource_mapper.ui.docks.history_panel import HistoryPanel

    panel = HistoryPanel(window.document)
    panel.setEnabled(window.display.is_idle)
    window.workspace.dock("history").take(panel)
    return panel


def crosstab(window: "MainWindow") -> "CrosstabPanel":
    """Return 数の表."""
    from resource_mapper.ui.docks.crosstab_panel import CrosstabPanel

    panel = CrosstabPanel()
    panel.wish_wanted.connect(window.commands.add_wish)
    panel.cards_chosen.connect(window.selection.set)
    panel.show_worksheet(window.display.worksheet)
    panel.refresh_look()
    panel.setEnabled(window.display.is_idle)
    window.workspace.dock("crosstab").take(panel)
    return panel


def concerns(window: "MainWindow") -> "ConcernPanel":
    """Return 課題の一覧."""
    from resource_mapper.ui.concerns.concern_panel import ConcernPanel

    panel = ConcernPanel(window.document)
    panel.command_wanted.connect(window.commands.jobs.concerns.do)
    panel.refresh_look()
    window.workspace.dock("concerns").take(panel)
    return panel


def resource_list(window: "MainWindow") -> "ListPanel":
    """Return 資源一覧, at its place under the sheet."""
    from resource_mapper.ui.list.list_panel import ListPanel

    dialogs = window.parts.dialogs
    panel = ListPanel(
        window.document, window.selection, window.filter, window.freshness, window.cards, dialogs, window.settings
    )
    menu = QMenu(window)
    menu.setObjectName("listMenu")
    window.actions_by_id.fill_menu(menu, LIST_MENU, {})
    panel.set_menu(menu)
    panel.view.hinted.connect(window.status.show_note)
    panel.view.name_opened.connect(window.finding.watch_name)
    panel.setEnabled(not window.display.is_past)
    window.workspace.set_list(panel)
    return panel


def start_page(window: "MainWindow") -> "StartPage":
    """Return はじめの画面."""
    from resource_mapper.ui.window.start_page import StartPage

    page = StartPage(window.settings, window.clock)
    page.chosen.connect(window.choose)
    page.file_chosen.connect(window.open_path)
    page.return_wanted.connect(window.show_workspace)
    page.refresh_look()
    window.add_page(page)
    return page
