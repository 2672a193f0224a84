"""What the jobs around a file work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.document import Document
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.tasks import BackgroundTasks


@dataclass(frozen=True, slots=True)
class FileParts:
    """Parts of a window, or of a program without one."""

    document: Document
    dialogs: Dialogs
    tasks: BackgroundTasks
    settings: SettingsStore
    clock: Callable[[], datetime]
    """Gives the local time."""

    @property
    def recovery_folder(self) -> Path:
        """Where all runs of the program keep unsaved work."""
        return self.settings.folder / "recovery"
