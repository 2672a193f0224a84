"""What an action calls, where one function serves several places."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from resource_mapper.ui.window.lazy import if_made

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow

Handler = Callable[..., object]


class CellsOrCards:
    """Does something to the cells of 資源一覧 or 課題の一覧 where they have the focus, else to the cards."""

    def __init__(self, window: "MainWindow", command: str, otherwise: Handler) -> None:
        """Hand `command` to the list (`ListActions.do`, `ConcernView.do`), or call `otherwise`."""
        self._window = window
        self._command = command
        self._otherwise = otherwise

    def __call__(self, _checked: bool = False) -> None:
        """Do it."""
        panel, concerns = if_made(self._window, "list"), if_made(self._window, "concerns")
        if panel and panel.view.hasFocus():
            panel.actions_on_cells.do(self._command)
        elif concerns and concerns.view.hasFocus():
            concerns.view.do(self._command)
        else:
            self._otherwise()


class PanelSwitch:
    """Shows a panel that is hidden, hides one that is shown."""

    def __init__(self, window: "MainWindow", name: str) -> None:
        """Switch the panel of a name."""
        self._window = window
        self._name = name

    def __call__(self, _checked: bool = False) -> None:
        """Do it."""
        workspace = self._window.workspace
        workspace.show_panel(self._name, workspace.dock(self._name).isHidden())
