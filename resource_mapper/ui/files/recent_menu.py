"""最近使ったファイル as a menu, filled when it opens."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from resource_mapper.ui.call import Call
from resource_mapper.ui.settings import SettingsStore


class RecentMenu(QMenu):
    """The files used last, newest first. Whether they are still there is found out when one is chosen."""

    def __init__(self, settings: SettingsStore, open_path: Callable[[Path], None], parent: QWidget) -> None:
        """List the files of the settings; a chosen one is handed to `open_path`."""
        super().__init__("最近使ったファイル", parent)
        self.setObjectName("recentMenu")
        self._settings = settings
        self._open_path = open_path
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for number, text in enumerate(self._settings.settings.recent_files, start=1):
            action = self.addAction(f"&{number}  {Path(text).name.replace('&', '&&')}")
            action.setObjectName(f"recentFile{number}")
            action.setToolTip(text)
            action.setStatusTip(text)
            action.triggered.connect(Call(self._open_path, Path(text)))
        if self.isEmpty():
            self.addAction("まだありません").setEnabled(False)
