"""ガイド: where each of its steps leads in a window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resource_mapper.ui.method.method_strip import MethodStrip
from resource_mapper.ui.window.workspace import Arrangement

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow


class MethodActions(QObject):
    """Opens the strip and the places it speaks of. Nothing of it is kept."""

    def __init__(self, window: "MainWindow") -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self.strip = MethodStrip()
        window.put_on_top(self.strip)
        self.strip.deed_wanted.connect(self.do)
        window.document.changed.connect(self._follow)
        window.look.changed.connect(self.strip.refresh_look)
        self._deeds: dict[str, Callable[[], object]] = {
            "write": self._write,
            "place": self._place,
            "look": self._look,
            "talk": self._talk,
            "decide": self._decide,
        }

    def begin(self) -> None:
        """Show the strip above the work."""
        self._window.show_workspace()
        self._follow()
        self.strip.begin()

    def _follow(self, *_: object) -> None:
        self.strip.show_worksheet(self._window.document.worksheet)

    def do(self, step_id: str) -> None:
        """Go where a step is done."""
        self._window.commands.finish_typing()
        self._deeds[step_id]()

    def _write(self) -> None:
        self._window.commands.go_to_quick_add()

    def _place(self) -> None:
        """Go to the cards that wait, else to the sheet."""
        window = self._window
        window.commands.arrange_as(Arrangement.SHEET)
        if window.document.worksheet.unplaced:
            window.workspace.show_panel("side")
            window.side.tray.setFocus()

    def _look(self) -> None:
        self._window.workspace.show_panel("gaps")
        self._window.gaps.setFocus()

    def _talk(self) -> None:
        self._window.actions_by_id["present"].trigger()

    def _decide(self) -> None:
        self._window.workspace.show_panel("concerns")
        self._window.concerns.setFocus()
