"""Furnishes the main window: puts canvas, panels, actions and status bar into its frame, and nothing else."""

from typing import NamedTuple

from PySide6.QtCore import Qt

from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.ui.accessibility import canvas as accessible_canvas
from resource_mapper.ui.accessibility.events import CanvasEvents
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.canvas.deeds import CanvasDeeds
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.commands.action_set import Actions
from resource_mapper.ui.commands.card_actions import CardActions
from resource_mapper.ui.docks.panel_dock import PanelDock
from resource_mapper.ui.document import Document
from resource_mapper.ui.files.file_actions import FileActions
from resource_mapper.ui.files.file_parts import FileParts
from resource_mapper.ui.finding.filter_bar import FilterBar
from resource_mapper.ui.finding.find_actions import FindActions
from resource_mapper.ui.finding.find_bar import FindBar
from resource_mapper.ui.finding.view_filter import ViewFilter
from resource_mapper.ui.panels.gaps_panel import GapsPanel
from resource_mapper.ui.panels.side_panel import SidePanel
from resource_mapper.ui.presenting.meeting_actions import MeetingActions
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.tasks import BackgroundTasks
from resource_mapper.ui.window.banner import Banners
from resource_mapper.ui.window.closing import Closing
from resource_mapper.ui.window.connections import connect_parts
from resource_mapper.ui.window.main_window import MainWindow
from resource_mapper.ui.window.status_bar import StatusBar
from resource_mapper.ui.window.toolbar import MainToolbar
from resource_mapper.ui.window.view_aims import ViewAims
from resource_mapper.ui.window.view_freshness import ViewFreshness
from resource_mapper.ui.window.window_actions import WindowActions
from resource_mapper.ui.window.window_display import WindowDisplay
from resource_mapper.ui.window.window_menus import fill_menus
from resource_mapper.ui.window.workspace import Workspace

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


class Parts(NamedTuple):
    """What the window is furnished with."""

    document: Document
    dialogs: Dialogs
    measurer: TextMeasurer
    painter: QtPainter


def furnish(window: MainWindow, parts: Parts) -> None:
    """Put into a window all that one works with; it shows the document's worksheet."""
    window.parts = parts
    window.document = parts.document
    parts.dialogs.parent = window
    _make(window, parts)
    _arrange(window)
    fill_menus(window)
    connect_parts(window)
    window.display = WindowDisplay(window)
    window.finding.hint.watch(window.side.quick_add)
    window.finding.watch_name(window.view.name_editor)
    window.commands.arrange_as(window.settings.settings.arrangement, go_there=False)
    accessible_canvas.install()
    window.spoken = CanvasEvents(window.view, window.document)
    window.show_furnished()


def _make(window: MainWindow, parts: Parts) -> None:
    document = parts.document
    window.selection = Selection(window)
    window.tasks = BackgroundTasks(window)
    window.scene = SheetScene(parts.painter, parts.measurer)
    window.view = SheetView(window.scene, document, window.selection)
    window.side = SidePanel(window.selection, parts.painter)
    window.gaps = GapsPanel()
    window.workspace = Workspace(window.view)
    window.status = StatusBar()
    window.banners = Banners()
    window.file_parts = FileParts(document, parts.dialogs, window.tasks, window.settings, window.clock)
    window.files = FileActions(window.file_parts, parts.measurer)
    window.cards = CardActions(document, window.selection, parts.dialogs)
    window.filter = ViewFilter(document, lambda: window.clock().date(), window)
    window.freshness = ViewFreshness(window.settings, lambda: window.clock().date(), window)
    window.aims = ViewAims(window)
    window.deeds = CanvasDeeds(window.view, document, window.selection)
    window.find_bar = FindBar()
    window.finding = FindActions(window)
    window.meeting = MeetingActions(window)
    window.commands = WindowActions(window)
    window.actions_by_id = Actions(window, window.commands.handlers())
    window.view.menu_wanted.connect(window.show_first_menu)
    window.filter_bar = FilterBar(document, window.filter)
    window.toolbar = MainToolbar(window.actions_by_id, window.filter_bar)
    window.closing = Closing(window)


def _arrange(window: MainWindow) -> None:
    window.setAcceptDrops(True)
    window.view.setAcceptDrops(False)  # files are the window's
    window.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    workspace = window.workspace
    workspace.offer_list(lambda: window.list)
    workspace.add_dock(PanelDock("side", "資源を加える", window.side), LEFT, shown=True)
    workspace.add_dock(PanelDock("gaps", "気づき", window.gaps), LEFT, shown=True)
    workspace.add_dock(PanelDock("inspector", "詳細", lambda: window.inspector), RIGHT, shown=False)
    workspace.add_dock(PanelDock("crosstab", "数の表", lambda: window.crosstab), RIGHT, shown=False)
    workspace.add_dock(PanelDock("history", "履歴", lambda: window.history), RIGHT, shown=False)
    workspace.add_dock(PanelDock("concerns", "課題の一覧", lambda: window.concerns), BOTTOM, shown=False)
    window.add_page(workspace)
    window.put_on_top(window.find_bar)
    window.put_on_top(window.banners)
    window.addToolBar(window.toolbar)
    window.setStatusBar(window.status)
