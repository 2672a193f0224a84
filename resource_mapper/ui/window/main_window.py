"""The main window: a frame with the start page, into which `furnishing` puts all that one works with."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from resource_mapper.ui.commands.menu_table import MENUS
from resource_mapper.ui.files.file_drop import dropped_file
from resource_mapper.ui.look.appearance import Appearance
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window import late_parts, window_place
from resource_mapper.ui.window.lazy import if_made
from resource_mapper.ui.window.opening import Opening
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.ui.accessibility.events import CanvasEvents
    from resource_mapper.ui.canvas.deeds import CanvasDeeds
    from resource_mapper.ui.canvas.scene import SheetScene
    from resource_mapper.ui.canvas.view import SheetView
    from resource_mapper.ui.commands.action_set import Actions
    from resource_mapper.ui.commands.card_actions import CardActions
    from resource_mapper.ui.concerns.concern_panel import ConcernPanel
    from resource_mapper.ui.docks.crosstab_panel import CrosstabPanel
    from resource_mapper.ui.docks.history_panel import HistoryPanel
    from resource_mapper.ui.document import Document
    from resource_mapper.ui.files.file_actions import FileActions
    from resource_mapper.ui.files.file_parts import FileParts
    from resource_mapper.ui.finding.filter_bar import FilterBar
    from resource_mapper.ui.finding.find_actions import FindActions
    from resource_mapper.ui.finding.find_bar import FindBar
    from resource_mapper.ui.finding.view_filter import ViewFilter
    from resource_mapper.ui.list.list_panel import ListPanel
    from resource_mapper.ui.method.method_actions import MethodActions
    from resource_mapper.ui.panels.gaps_panel import GapsPanel
    from resource_mapper.ui.panels.inspector import Inspector
    from resource_mapper.ui.panels.side_panel import SidePanel
    from resource_mapper.ui.presenting.meeting_actions import MeetingActions
    from resource_mapper.ui.selection import Selection
    from resource_mapper.ui.tasks import BackgroundTasks
    from resource_mapper.ui.window.banner import Banner, BannerAction, Banners
    from resource_mapper.ui.window.closing import Closing
    from resource_mapper.ui.window.furnishing import Parts
    from resource_mapper.ui.window.start_page import StartPage
    from resource_mapper.ui.window.status_bar import StatusBar
    from resource_mapper.ui.window.toolbar import MainToolbar
    from resource_mapper.ui.window.view_aims import ViewAims
    from resource_mapper.ui.window.view_freshness import ViewFreshness
    from resource_mapper.ui.window.window_actions import WindowActions
    from resource_mapper.ui.window.window_display import WindowDisplay
    from resource_mapper.ui.window.workspace import Workspace


class MainWindow(QMainWindow):
    """The window of one document. The start page needs no more than the frame; everything else comes by `furnish`."""

    # What furnishing brings
    parts: "Parts"
    document: "Document"
    selection: "Selection"
    tasks: "BackgroundTasks"
    scene: "SheetScene"
    view: "SheetView"
    side: "SidePanel"
    gaps: "GapsPanel"
    workspace: "Workspace"
    status: "StatusBar"
    banners: "Banners"
    file_parts: "FileParts"
    files: "FileActions"
    cards: "CardActions"
    filter: "ViewFilter"
    freshness: "ViewFreshness"
    aims: "ViewAims"
    deeds: "CanvasDeeds"
    find_bar: "FindBar"
    finding: "FindActions"
    meeting: "MeetingActions"
    commands: "WindowActions"
    actions_by_id: "Actions"
    filter_bar: "FilterBar"
    toolbar: "MainToolbar"
    closing: "Closing"
    display: "WindowDisplay"
    spoken: "CanvasEvents"

    def __init__(self, settings: SettingsStore, clock: Callable[[], datetime]) -> None:
        """Build the frame."""
        look = Appearance(settings)  # before there is a window: one that is undressed misses what size its type has
        super().__init__()
        look.setParent(self)
        self.look = look
        self.settings = settings
        self.clock = clock
        self.is_furnished = False
        self._is_arranged = False
        self._wish = ""
        self.opening = Opening(self)
        self.setObjectName("mainWindow")
        self.setWindowTitle(messages.title(None, read_only=False))
        self.setMinimumSize(800, 440)
        self._stack = QStackedWidget()
        self._stack.setObjectName("centralStack")
        middle = QWidget()
        self._column = column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.menus = {name: self.menuBar().addMenu(title) for name, title, _ in MENUS}
        for name, menu in self.menus.items():
            menu.setObjectName(name)

    def show_furnished(self) -> None:
        """Show what furnishing has brought: it stays behind the start page where that is shown."""
        self.is_furnished = True
        for bar in (self.toolbar, self.status):
            bar.setVisible(not self.is_at_start)
        if self.is_at_start:
            self.display.update_enabled()
        self._arrange()

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
        from resource_mapper.ui.method.method_actions import MethodActions

        return MethodActions(self)

    def show_first_menu(self, position: QPoint) -> None:
        """Make the canvas's menus, which serve the view by themselves from then on."""
        from resource_mapper.ui.canvas.menus.canvas_menus import CanvasMenus

        self.view.menu_wanted.disconnect(self.show_first_menu)
        CanvasMenus(self.view, self.scene, self.deeds, self.actions_by_id).show_at(position)

    # Showing

    @property
    def is_at_start(self) -> bool:
        """Whether the start page is shown instead of the work, or what is seen before that."""
        return self._stack.currentWidget() is not if_made(self, "workspace")

    def take_place(self) -> None:
        """Show the window where it was when the program was last closed, maximized the first time."""
        if window_place.restore(self, self.settings.settings.geometry):
            self.show()
        else:
            self.resize(1366, 768)
            self.showMaximized()

    def show_start(self) -> None:
        """Show the start page; the document stays as it is and can be returned to."""
        if not self.is_furnished:
            self._stack.setCurrentWidget(self.start)
            self.start.begin(can_return=False)
            return
        self.commands.finish_typing()
        self._stack.setCurrentWidget(self.start)
        for bar in (self.toolbar, self.status):
            bar.hide()
        self._show_method(shown=False)
        self.start.begin(can_return=bool(self.document.worksheet.resources or self.document.path))
        self.display.update_enabled()

    def choose(self, action_id: str) -> None:
        """Do what the start page offers, as soon as it can be done: the program may still be starting."""
        self._wish = action_id
        self.grant_wish()

    def grant_wish(self) -> None:
        """Do what was wished for on the start page, if that can be done now."""
        if self._wish and self.is_furnished and self.is_at_start and not self.tasks.is_busy:
            action, self._wish = self.actions_by_id[self._wish], ""
            action.trigger()

    def open_path(self, path: Path) -> None:
        """Open a file from the start page."""
        if self.is_furnished:
            self.files.open_path(path)

    def show_workspace(self) -> None:
        """Show the work."""
        self._wish = ""
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

    def show_banner(self, text: str, actions: "Sequence[BannerAction]" = (), key: str = "message") -> "Banner":
        """Show a message above the work that stays until it is dealt with.

        `actions` are verbs with what they do; the banner goes away once one is chosen. A banner takes the place of the
        one with the same key (`readOnly`, `recovered`, …).
        """
        return self.banners.show_banner(text, actions, key)

    def add_page(self, page: QWidget) -> None:
        """Add what can be shown instead of the work."""
        self._stack.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show what can be shown instead of the work."""
        self._stack.setCurrentWidget(page)

    def put_on_top(self, bar: QWidget) -> None:
        """Put a bar over the work; whoever brought it takes it away."""
        self._column.insertWidget(0, bar)

    def hide_banner(self, key: str = "message") -> None:
        """Put a message away."""
        self.banners.hide_banner(key)

    def show_banner_of(self, key: str, text: str, actions: "Sequence[BannerAction]") -> None:
        """Show a message as a signal tells it."""
        self.show_banner(text, actions, key)

    # Window events

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the panels at the first showing."""
        super().showEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Arrange the panels, once they are there and the width is known."""
        if self._is_arranged or not self.is_furnished or not self.isVisible():
            return
        self._is_arranged = True
        self.workspace.restore(self.settings.settings.layout, self.width())
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
        if self.is_furnished:
            self.closing.decide(event)
