"""What the actions of the file do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resource_mapper.domain.town import TOWNS
from resource_mapper.ui.call import Call
from resource_mapper.ui.commands.handler import Handler

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow


class FileCommands(QObject):
    """New, open, save, end."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window

    def handlers(self) -> dict[str, Handler]:
        """Return what each action calls, by its ID."""
        window, files = self._window, self._window.files
        return {
            "showStart": window.show_start,
            "newFile": files.new,
            "openSample": files.open_sample,
            **{f"openTown_{town.id}": Call(files.open_town, town.id) for town in TOWNS},
            "openFile": files.open,
            "saveFile": files.save,
            "saveFileAs": files.save_as,
            "openVersion": files.open_earlier_save,
            "openLeftWork": files.offer_left_work,
            "quit": window.close,
        }
