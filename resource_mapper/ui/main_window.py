"""The main window: puts canvas, panels, actions and status bar together, and nothing else."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.ui import late_parts, window_place
from resource_mapper.ui.accessibility import canvas as accessible_canvas
from resource_mapper.ui.accessibility.events import CanvasEvents
from resource_mapper.ui.action_set import Actions
from resource_mapper.ui.appearance import Appearance
from resource_mapper.ui.banner import Banner, BannerAction, Banners
from resource_mapper.ui.canvas.deeds import CanvasDeeds
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.card_actions import CardActions
from resource_mapper.ui.closing import Closing
from resource_mapper.ui.connections import connect_parts
from resource_mapper.ui.dialogs import Dialogs
from resource_mapper.ui.docks.panel_dock import PanelDock
from resource_mapper.ui.document import Document
from resource_mapper.ui.files.file_actions import FileActions
from resource_mapper.ui.files.file_drop import dropped_file
from resource_mapper.ui.files.file_parts import FileParts
from resource_mapper.ui.finding.filter_bar import FilterBar
from resource_mapper.ui.finding.find_actions import FindActions
from resource_mapper.ui.finding.find_bar import FindBar
from resource_mapper.ui.finding.view_filter import ViewFilter
from resource_mapper.ui.lazy import if_made
from resource_mapper.ui.panels.gaps_panel import GapsPanel
from resource_mapper.ui.panels.side_panel import SidePanel
from resource_mapper.ui.presenting.meeting_actions import MeetingActions
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.status_bar import StatusBar
from resource_mapper.ui.tasks import BackgroundTasks
from resource_mapper.ui.toolbar import MainToolbar
from resource_mapper.ui.view_aims import ViewAims
from resource_mapper.ui.view_freshness import ViewFreshness
from resource_mapper.ui.window_actions import WindowActions
from resource_mapper.ui.window_display import WindowDisplay
from resource_mapper.ui.window_menus import build_menus
from resource_mapper.ui.workspace import Workspace

if TYPE_CHECKING:
    from resource_mapper.ui.concerns.concern_panel import ConcernPanel
    from resource_mapper.ui.docks.crosstab_panel import CrosstabPanel
    from resource_mapper.ui.docks.history_panel import HistoryPanel
    from resource_mapper.ui.list.list_panel import ListPanel
    from resource_mapper.ui.method_actions import MethodActions
    from resource_mapper.ui.panels.inspector import Inspector
    from resource_mapper.ui.start_page import StartPage

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


class Parts(NamedTuple):
    """What the window is built from; made in `app`, or by a test."""

    document: Document
    dialogs: Dialogs
    settings: SettingsStore
    measurer: TextMeasurer
    painter: QtPainter
    clock: Callable[[], datetime]


class MainWindow(QMainWindow):
    """The window of one document."""

    def __init__(self, parts: Parts) -> None:
        """Build the window; it shows the document's worksheet."""
        super().__init__()
        self.parts = parts
        self.document = parts.document
        self.selection = Selection(self)
        self.tasks = BackgroundTasks(self)
        self.look = Appearance(parts.settings, self)
        parts.dialogs.parent = self
        self._shown = False
        self._make(parts)
        self.closing = Closing(self)
        self._build()
        connect_parts(self)
        self.display = WindowDisplay(self)
        self.finding.hint.watch(self.side.quick_add)
        self.finding.watch_name(self.view.name_editor)
        self.commands.arrange_as(parts.settings.settings.arrangement)
        accessible_canvas.install()
        self._spoken = CanvasEvents(self.view, self.document)

    # Building

    def _make(self, parts: Parts) -> None:
        self.scene = SheetScene(parts.painter, parts.measurer)
        self.view = SheetView(self.scene, self.document, self.selection)
        self.side = SidePanel(self.selection, parts.painter)
        self.gaps = GapsPanel()
        self.workspace = Workspace(self.view)
        self.status = StatusBar()
        self.file_parts = FileParts(self.document, parts.dialogs, self.tasks, parts.settings, parts.clock)
        self.files = FileActions(self.file_parts, parts.measurer)
        self.cards = CardActions(self.document, self.selection, parts.dialogs)
        self.filter = ViewFilter(self.document, self._today, self)
        self.freshness = ViewFreshness(parts.settings, self._today, self)
        self.aims = ViewAims(self)
        self.deeds = CanvasDeeds(self.view, self.document, self.selection)
        self.find_bar = FindBar()
        self.finding = FindActions(self)
        self.meeting = MeetingActions(self)
        self.commands = WindowActions(self)
        self.actions_by_id = Actions(self, self.commands.handlers())
        self.view.menu_wanted.connect(self._show_first_menu)
        self.filter_bar = FilterBar(self.document, self.filter)
        self.toolbar = MainToolbar(self.actions_by_id, self.filter_bar)

    def _build(self) -> None:
        self.setObjectName("mainWindow")
        self.setMinimumSize(900, 560)
        self.setAcceptDrops(True)
        self.view.setAcceptDrops(False)  # files are the window's
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.workspace.offer_list(lambda: self.list)
        self.workspace.add_dock(PanelDock("side", "資源を加える", self.side), LEFT, shown=True)
        self.workspace.add_dock(PanelDock("gaps", "気づき", self.gaps), LEFT, shown=True)
        self.workspace.add_dock(PanelDock("inspector", "詳細", lambda: self.inspector), RIGHT, shown=False)
        self.workspace.add_dock(PanelDock("crosstab", "数の表", lambda: self.crosstab), RIGHT, shown=False)
        self.workspace.add_dock(PanelDock("history", "履歴", lambda: self.history), RIGHT, shown=False)
        self.workspace.add_dock(PanelDock("concerns", "課題の一覧", lambda: self.concerns), BOTTOM, shown=False)
        self.banners = Banners()
        self._stack = QStackedWidget()
        self._stack.setObjectName("centralStack")
        self._stack.addWidget(self.workspace)
        middle = QWidget()
        self._column = column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self.find_bar)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.addToolBar(self.toolbar)
        self.setStatusBar(self.status)
        build_menus(self)

    # Parts out of sight at the start

    @cached_property
    def inspector(self) -> "Inspector":
        """詳細."""
        return late_parts.inspector(self)

    @cached_property
    def history(self) -> "HistoryPanel":
        """履歴."""
        return late_parts.history(self)

    @cached_property
    def crosstab(self) -> "CrosstabPanel":
        """数の表."""
        return late_parts.crosstab(self)

    @cached_property
    def concerns(self) -> "ConcernPanel":
        """課題の一覧."""
        return late_parts.concerns(self)

    @cached_property
    def list(self) -> "ListPanel":
        """資源一覧, at its place under the sheet."""
        return late_parts.resource_list(self)

    @cached_property
    def start(self) -> "StartPage":
        """はじめの画面."""
        return late_parts.start_page(self)

    @cached_property
    def method(self) -> "MethodActions":
        """ガイド, with its strip."""
        from resource_mapper.ui.method_actions import MethodActions

        return MethodActions(self)

    def _show_first_menu(self, position: QPoint) -> None:
        """Make the canvas's menus, which serve the view by themselves from then on."""
        from resource_mapper.ui.canvas.menus.canvas_menus import CanvasMenus

        self.view.menu_wanted.disconnect(self._show_first_menu)
        CanvasMenus(self.view, self.scene, self.deeds, self.actions_by_id).show_at(position)

    # Showing

    @property
    def is_at_start(self) -> bool:
        """Whether the start page is shown instead of the work."""
        return self._stack.currentWidget() is if_made(self, "start")

    def take_place(self) -> None:
        """Show the window where it was when the program was last closed, maximized the first time."""
        if window_place.restore(self, self.parts.settings.settings.geometry):
            self.show()
        else:
            self.resize(1366, 768)
            self.showMaximized()

    def show_start(self) -> None:
        """Show the start page; the document stays as it is and can be returned to."""
        self.commands.finish_typing()
        self._stack.setCurrentWidget(self.start)
        for bar in (self.toolbar, self.status):
            bar.hide()
        self._show_method(shown=False)
        self.start.begin(can_return=bool(self.document.worksheet.resources or self.document.path))
        self.display.update_enabled()

    def show_workspace(self) -> None:
        """Show the work."""
        if self.is_at_start:
            self._stack.setCurrentWidget(self.workspace)
            for bar in (self.toolbar, self.status):
                bar.show()
            self._show_method(shown=True)
            self.side.quick_add.setFocus()
            self.display.update_enabled()

    def _show_method(self, *, shown: bool) -> None:
        if method := if_made(self, "method"):
            method.strip.setVisible(shown and method.strip.is_open)

    def show_banner(self, text: str, actions: Sequence[BannerAction] = (), key: str = "message") -> Banner:
        """Show a message above the work that stays until it is dealt with.

        `actions` are verbs with what they do; the banner goes away once one is chosen. A banner takes the place of the
        one with the same key (`readOnly`, `recovered`, …).
        """
        return self.banners.show_banner(text, actions, key)

    def add_page(self, page: QWidget) -> None:
        """Add what can be shown instead of the work."""
        self._stack.addWidget(page)

    def put_on_top(self, bar: QWidget) -> None:
        """Put a bar over the work; whoever brought it takes it away."""
        self._column.insertWidget(0, bar)

    def hide_banner(self, key: str = "message") -> None:
        """Put a message away."""
        self.banners.hide_banner(key)

    def _today(self) -> date:
        return self.parts.clock().date()

    def show_banner_of(self, key: str, text: str, actions: Sequence[BannerAction]) -> None:
        """Show a message as a signal tells it."""
        self.show_banner(text, actions, key)

    # Window events

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the panels at the first showing, when the width is known."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            self.workspace.restore(self.parts.settings.settings.layout, self.width())
            self.view.show_top()
            if not self.is_at_start:
                self.side.quick_add.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that could be opened or imported."""
        if dropped_file(event.mimeData()) is not None and not self.tasks.is_busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import a file."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(
                0, self, lambda: self.files.take(path, self.commands.jobs.importing.import_path)
            )  # let the drop end

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once the work is safe."""
        self.closing.decide(event)
