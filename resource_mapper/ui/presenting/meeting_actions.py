"""会議: begins and ends showing the sheet on a wall."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from resource_mapper.domain.lens import LENSES
from resource_mapper.layout.form import ON_PAPER, ON_WALL
from resource_mapper.ui.accessibility.events import CanvasEvents
from resource_mapper.ui.canvas.deeds import CanvasDeeds
from resource_mapper.ui.presenting.screens import Screen, present_screens, wall_among

if TYPE_CHECKING:
    from resource_mapper.ui.presenting.scribe_window import ScribeWindow
    from resource_mapper.ui.presenting.wall_view import WallView
    from resource_mapper.ui.presenting.wall_window import WallWindow
    from resource_mapper.ui.window.main_window import MainWindow

ROOMY = QSize(1320, 620)
"""Larger than this the scribe's window need not be where the sheet is on another screen."""
BESIDE = 48
"""Room around the scribe's window on its screen, in px."""
KEYS_ON_WALL = (
    "present",
    "scribe",
    "undo",
    "redo",
    "saveFile",
    "copyCards",
    "cutCards",
    "pasteCards",
    "duplicateCards",
    "deleteCards",
    "selectAll",
    "carryCards",
    "moveCards",
    "addNote",
    "showAround",
    "stepOn",
    "stepBack",
    "lookBack",
    "mirror",
    *(f"lens_{lens.id}" for lens in LENSES),
)
"""Actions whose keys work in the windows of a meeting, too."""


class MeetingActions(QObject):
    """Holds the windows of a meeting. Nothing of the document is theirs."""

    def __init__(self, window: "MainWindow") -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self.screens: Callable[[], tuple[Screen, ...]] = present_screens
        """Which screens there are; asked each time."""
        self.wall: WallWindow | None = None
        self.scribe_window: ScribeWindow | None = None
        system = QGuiApplication.instance()
        if isinstance(system, QGuiApplication):
            system.screenRemoved.connect(self._share_the_screen_left)

    # What the windows of a meeting show

    def places_for_bars(self) -> "tuple[tuple[WallWindow | ScribeWindow, bool], ...]":
        """Return the windows of the meeting, and whether a bar over it is to be worked there: not before all eyes."""
        wall = [(self.wall, self.scribe_window is None)] if self.wall is not None else []
        return (*wall, *([(self.scribe_window, True)] if self.scribe_window is not None else []))

    def enable_lines(self, *, enabled: bool) -> None:
        """Let cards be added by the lines of the meeting, or not."""
        for one in (self.wall, self.scribe_window):
            if one is not None:
                one.panel.setEnabled(enabled)

    def focus_or(self, otherwise: QWidget) -> None:
        """Give the focus back: to the scribe's line or the wall where they are open, else to the main window's part."""
        if self.scribe_window is not None:
            self.scribe_window.panel.line.setFocus()
        elif self.wall is not None:
            self.wall.view.setFocus()
        else:
            otherwise.setFocus()

    # Screens

    @property
    def chosen_screen(self) -> str:
        """Name of the screen chosen for the wall; empty where the program chooses."""
        return self._window.settings.settings.wall_screen

    def choose_screen(self, name: str) -> None:
        """Choose the screen for the wall."""
        self._window.settings.update(wall_screen=name)
        if self.wall is not None:
            self.wall.show_on(self._screen())

    def _screen(self) -> Screen:
        return wall_among(self.screens(), self.chosen_screen, self._window.geometry())

    # 発表 and 書記

    def present(self) -> None:
        """Show the sheet on a whole screen, or end that."""
        if self.wall is not None and self.scribe_window is None:
            self.end()
        else:
            self._begin()
            self._open_wall()

    def scribe(self) -> None:
        """Let the scribe write while others talk and see the sheet, or end that."""
        if self.scribe_window is not None:
            self.end()
            return
        from resource_mapper.ui.presenting.scribe_panel import ScribePanel
        from resource_mapper.ui.presenting.scribe_window import ScribeWindow

        self._begin()
        window, screens = self._window, self.screens()
        panel = ScribePanel(window.document, window.selection)
        if len(screens) > 1:
            self._open_wall()
        view = self._make_view() if self.wall is None else None
        self.scribe_window = ScribeWindow(panel, view, window)
        self.scribe_window.addActions([window.actions_by_id[key] for key in KEYS_ON_WALL])
        self.scribe_window.closed.connect(self.end)
        wall = self._screen()
        own = next((screen for screen in screens if screen != wall), wall)
        room = own.area.adjusted(BESIDE, BESIDE, -BESIDE, -BESIDE)
        self.scribe_window.setGeometry(QRect(room.topLeft(), room.size().boundedTo(ROOMY)))
        if view is not None:
            self.scribe_window.showMaximized()
        self.scribe_window.show()
        self.scribe_window.activateWindow()

    def _share_the_screen_left(self) -> None:
        """Bring the sheet to the scribe when its screen is unplugged; the line goes on where it was."""
        before = self.scribe_window
        if before is not None and self.wall is not None and len(self.screens()) < 2:
            panel = before.panel
            self.end()
            self.scribe()
            after = self.scribe_window
            if after is not None:
                after.panel.go_on_from(panel)

    def end(self) -> None:
        """Close the windows of the meeting and give the sheet back to the main one, as it is printed."""
        self._window.commands.look_back.end()
        left = [one for one in (self.scribe_window, self.wall) if one is not None]
        self.scribe_window = self.wall = None
        for one in left:
            one.close()
            if one.view is not None:
                one.view.setScene(None)
            one.deleteLater()
        if left:
            self._window.scene.hold_back(frozenset())
            self._window.display.lay_out_for(ON_PAPER)
            self._window.activateWindow()
            self._window.view.setFocus()

    def _begin(self) -> None:
        self._window.commands.look_back.end()
        self.end()
        self._window.commands.finish_typing()
        self._window.show_workspace()
        self._window.selection.set([])
        self._window.display.lay_out_for(ON_WALL)

    def _open_wall(self) -> None:
        from resource_mapper.ui.presenting.scribe_panel import ScribePanel
        from resource_mapper.ui.presenting.wall_window import WallWindow

        window = self._window
        panel = ScribePanel(window.document, window.selection, with_entries=False)
        self.wall = WallWindow(self._make_view(), panel, window.parts.measurer, window)
        window.document.changed.connect(self.wall.tell_legibility)
        self.wall.addActions([window.actions_by_id[key] for key in KEYS_ON_WALL])
        self.wall.closed.connect(self.end)
        self.wall.show_on(self._screen())

    def _make_view(self) -> "WallView":
        from resource_mapper.ui.canvas.menus.canvas_menus import CanvasMenus
        from resource_mapper.ui.presenting.wall_view import WallView

        window = self._window
        view = WallView(window.scene, window.document, window.selection)
        deeds = CanvasDeeds(view, window.document, window.selection)
        CanvasMenus(view, window.scene, deeds, window.actions_by_id, view.add_entries)
        CanvasEvents(view, window.document)
        view.wish_wanted.connect(deeds.add_wish)
        view.around_wanted.connect(window.actions_by_id["showAround"].trigger)
        view.aims_wanted.connect(window.actions_by_id["showAims"].trigger)
        window.aims.changed.connect(view.follow_layout)
        view.card_activated.connect(view.edit_name)
        view.gesture_running.connect(window.display.update_enabled)
        return view
