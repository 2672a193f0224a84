"""The main window: puts canvas, panels, actions and status bar together, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

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
from resource_mapper.ui.dialogs import Dialogs
from resource_mapper.ui.docks.panel_dock import PanelDock
from resource_mapper.ui.document import Document
from resource_mapper.ui.file_actions import FileActions
from resource_mapper.ui.file_drop import dropped_file
from resource_mapper.ui.filter_bar import FilterBar
from resource_mapper.ui.find_actions import FindActions
from resource_mapper.ui.find_bar import FindBar
from resource_mapper.ui.lazy import if_made
from resource_mapper.ui.menu_table import MENUS, SUBMENUS
from resource_mapper.ui.panels.gaps_panel import GapsPanel
from resource_mapper.ui.panels.side_panel import SidePanel
from resource_mapper.ui.presenting.meeting_actions import MeetingActions
from resource_mapper.ui.presenting.screen_menu import ScreenMenu
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.recent_menu import RecentMenu
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.status_bar import StatusBar
from resource_mapper.ui.tasks import BackgroundTasks
from resource_mapper.ui.toolbar import MainToolbar
from resource_mapper.ui.view_aims import ViewAims
from resource_mapper.ui.view_filter import ViewFilter
from resource_mapper.ui.view_freshness import ViewFreshness
from resource_mapper.ui.window_actions import WindowActions
from resource_mapper.ui.window_display import WindowDisplay
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


@dataclass(frozen=True, slots=True)
class Parts:
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
        self._closing = False
        self._close_when_idle = False
        self._shown = False
        self._make(parts)
        self._build()
        self._connect()
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
        self.files = FileActions(self.document, parts.dialogs, self.tasks, parts.settings, parts.measurer, parts.clock)
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
        self._build_menus()

    def _build_menus(self) -> None:
        submenus: dict[str, QMenu] = {"recentMenu": RecentMenu(self.parts.settings, self.files.open_path, self)}
        submenus["screenMenu"] = ScreenMenu(self.meeting, self)
        for name, title, entries in SUBMENUS:
            submenus[name] = QMenu(title, self)
            submenus[name].setObjectName(name)
            self.actions_by_id.fill_menu(submenus[name], entries, {})
        for name, title, entries in MENUS:
            menu = self.menuBar().addMenu(title)
            menu.setObjectName(name)
            self.actions_by_id.fill_menu(menu, entries, submenus)

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

    # Connecting

    def _connect(self) -> None:
        self.side.quick_add.names_entered.connect(self.cards.add_names)
        self.side.quick_add.hinted.connect(self.status.show_note)
        self.cards.hinted.connect(self.status.show_note)
        tray = self.side.tray
        tray.drag_began.connect(self.view.begin_from_tray)
        tray.drag_moved.connect(self.view.drag_to)
        tray.drag_ended.connect(self.view.drop_at)
        tray.drag_cancelled.connect(self.view.cancel_gesture)
        tray.activated_card.connect(self.commands.open_card)
        tray.place_wanted.connect(self.commands.place_cards)
        self.view.card_activated.connect(self.commands.open_card)
        self.view.card_wanted.connect(self.commands.go_to_quick_add)
        self.gaps.gap_chosen.connect(self.view.show_gap)
        self.gaps.cards_chosen.connect(self.finding.reveal_all)
        self.gaps.wish_wanted.connect(self.commands.add_wish)
        self.gaps.concern_wanted.connect(self.commands.raise_finding)
        self.view.hinted.connect(self.status.show_hint)
        self.view.zoom_changed.connect(self.status.show_zoom)
        self.status.zoom_wanted.connect(self.view.set_zoom)
        self.status.fit_wanted.connect(self.view.fit_width)
        self.status.everything_wanted.connect(self.filter.clear)
        self.toolbar.lens_chosen.connect(self.cards.set_lens)
        self.tasks.busy_changed.connect(self._close_if_it_waited)
        self.files.beginning.connect(self.commands.finish_typing)
        self.document.changed.connect(self.show_workspace)
        self.document.replaced.connect(self.show_workspace)
        self.files.saved.connect(self.status.show_saved)
        self.files.banner_wanted.connect(self._show_banner_of)
        self.files.banner_done.connect(self.hide_banner)
        self.tasks.progressed.connect(self.status.show_progress)
        self.tasks.cancellable_changed.connect(self.status.show_cancel)
        self.status.cancel_wanted.connect(self.tasks.cancel)

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

    def _show_banner_of(self, key: str, text: str, actions: Sequence[BannerAction]) -> None:
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
        self.commands.finish_typing()
        if self.tasks.is_busy:
            self._close_when_idle = True
            event.ignore()
        elif self.document.is_dirty and not self._closing:
            event.ignore()
            self.files.before_closing(self._close_for_good)
        else:
            self._shut_down()
            event.accept()

    def _close_if_it_waited(self, busy: bool) -> None:
        if not busy and self._close_when_idle:
            self._close_when_idle = False
            QTimer.singleShot(0, self, self.close)  # after the answer of the work has been shown

    def _close_for_good(self) -> None:
        self._closing = True
        QTimer.singleShot(0, self, self.close)  # not now: Qt ignores a `close` within a `closeEvent`

    def _shut_down(self) -> None:
        self.meeting.end()
        self.view.cancel_gesture()
        self.parts.settings.update(geometry=window_place.remembered(self))
        self.parts.settings.update(layout=self.workspace.remembered(), arrangement=self.workspace.arrangement.value)
        if panel := if_made(self, "list"):
            panel.view.columns.remember()
        self.document.undo_stack.blockSignals(True)
        self.document.blockSignals(True)
        self.tasks.shut_down()
        self.files.shut_down()
        self.scene.shut_down()
