"""会議: begins and ends showing the sheet on a wall."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resource_mapper.domain.lens import LENSES
from resource_mapper.layout.form import PAPER, WALL
from resource_mapper.ui.accessibility.events import CanvasEvents
from resource_mapper.ui.canvas.deeds import CanvasDeeds
from resource_mapper.ui.canvas.menus.canvas_menus import CanvasMenus
from resource_mapper.ui.presenting.screens import Screen, present_screens, wall_among
from resource_mapper.ui.presenting.wall_view import WallView
from resource_mapper.ui.presenting.wall_window import WallWindow

if TYPE_CHECKING:
    from resource_mapper.ui.main_window import MainWindow

KEYS_ON_WALL = (
    "present",
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
    "stepOn",
    "stepBack",
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

    # Screens

    @property
    def chosen_screen(self) -> str:
        """Name of the screen chosen for the wall; empty where the program chooses."""
        return self._window.parts.settings.settings.wall_screen

    def choose_screen(self, name: str, _checked: bool = False) -> None:
        """Choose the screen for the wall."""
        self._window.parts.settings.update(wall_screen=name)
        if self.wall is not None:
            self.wall.show_on(self._screen())

    def _screen(self) -> Screen:
        return wall_among(self.screens(), self.chosen_screen, self._window.geometry())

    # 発表

    def present(self) -> None:
        """Show the sheet on a whole screen, or end that."""
        if self.wall is not None:
            self.end()
            return
        self._window.commands.finish_typing()
        self._window.show_workspace()
        self._window.selection.set([])
        self.wall = self._open_wall()
        self.wall.show_on(self._screen())

    def end(self) -> None:
        """Close what is open."""
        if self.wall is not None:
            self.wall.close()

    def _open_wall(self) -> WallWindow:
        window = self._window
        window.display.lay_out_for(WALL)
        view = WallView(window.scene, window.document, window.selection)
        deeds = CanvasDeeds(view, window.document, window.selection)
        CanvasMenus(view, window.scene, deeds, window.actions_by_id, view.add_entries)
        CanvasEvents(view, window.document)
        view.wish_wanted.connect(deeds.add_wish)
        view.card_activated.connect(view.edit_name)
        view.gesture_running.connect(window.display.update_enabled)
        wall = WallWindow(view, window.parts.measurer, window)
        window.document.changed.connect(wall.tell_legibility)
        wall.addActions([window.actions_by_id[key] for key in KEYS_ON_WALL])
        wall.closed.connect(self._after_wall)
        return wall

    def _after_wall(self) -> None:
        """Give the sheet back to the window as it is printed."""
        wall, self.wall = self.wall, None
        if wall is not None:
            wall.view.setScene(None)
            wall.deleteLater()
            self._window.display.lay_out_for(PAPER)
            self._window.activateWindow()
            self._window.view.setFocus()
