"""What menus, toolbar and shortcuts call, and the short deeds that several parts of the window ask for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resource_mapper.domain.coverage import Gap
from resource_mapper.domain.findings import Finding
from resource_mapper.ui.commands.card_commands import CardCommands
from resource_mapper.ui.commands.confirm_actions import ConfirmActions
from resource_mapper.ui.commands.file_commands import FileCommands
from resource_mapper.ui.commands.handler import Handler
from resource_mapper.ui.commands.print_commands import PrintCommands
from resource_mapper.ui.commands.view_commands import ViewCommands
from resource_mapper.ui.commands.window_commands import WindowCommands
from resource_mapper.ui.panels.typing_guard import finish_typing
from resource_mapper.ui.versions.look_back import LookBack
from resource_mapper.ui.window.jobs import Jobs
from resource_mapper.ui.window.lazy import if_made
from resource_mapper.ui.window.workspace import Arrangement

if TYPE_CHECKING:
    from resource_mapper.printing.options import PrintOptions
    from resource_mapper.ui.window.main_window import MainWindow


class WindowActions(QObject):
    """Does what menus, toolbar and shortcuts ask for, with the parts of a window."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window
        self.jobs = Jobs(window)
        self.look_back = LookBack(window)
        self.confirming = ConfirmActions(window)
        self._printing = PrintCommands(window)

    def handlers(self) -> dict[str, Handler]:
        """Return what each action calls, by its ID."""
        window = self._window
        groups = (
            FileCommands(window),
            self._printing,
            CardCommands(window),
            ViewCommands(window),
            WindowCommands(window),
            self.jobs,
        )
        return {action_id: handler for group in groups for action_id, handler in group.handlers().items()}

    def open_card(self, resource_id: str) -> None:
        """Show a card in the inspector, the cursor in its name."""
        if resource_id not in self._window.selection.ids:
            self._window.selection.set([resource_id])
        self._window.workspace.show_panel("inspector")
        self._window.inspector.focus_name()

    def finish_typing(self) -> None:
        """Hand over what is being written somewhere."""
        finish_typing()
        self._window.view.name_editor.commit()
        for name in ("list", "concerns"):
            if panel := if_made(self._window, name):
                panel.view.finish_editing()

    def go_to_quick_add(self) -> None:
        """Go to the line for names."""
        self._window.show_workspace()
        self._window.workspace.show_panel("side")
        self._window.side.quick_add.setFocus()

    def add_wish(self, gap: Gap) -> None:
        """Put an あったらいいな into a gap; its name can be written at once."""
        self._window.deeds.add_wish(gap)

    def raise_finding(self, finding: Finding) -> None:
        """Make a 課題 of a sentence of 気づき."""
        self.jobs.concerns.raise_finding(finding)

    def place_cards(self) -> None:
        """Put the selected cards of the tray on the sheet and go there."""
        self._window.cards.place()
        self._window.view.setFocus()
        self._window.view.show_current()

    def arrange_as(self, arrangement: str, *, go_there: bool = True) -> None:
        """Show sheet, list or both; let keys go there, too."""
        workspace = self._window.workspace
        if arrangement != Arrangement.SHEET:
            self.look_back.end()  # the list is that of today
        workspace.arrange(Arrangement(arrangement) if arrangement in list(Arrangement) else Arrangement.SHEET)
        for one in Arrangement:
            self._window.actions_by_id[f"arrange_{one}"].setChecked(one is workspace.arrangement)
        if go_there:
            (self._window.list if workspace.arrangement is Arrangement.LIST else self._window.view).setFocus()
        self._window.display.update_enabled()

    def print_sheets(self, sheets: tuple[str, ...], begin: "PrintOptions | None" = None) -> None:
        """Open the print window with some sheets and options chosen."""
        self._printing.print_sheets(sheets, begin)
