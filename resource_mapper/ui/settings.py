"""What the program remembers between sessions: one small JSON file. A broken file means the defaults."""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import platformdirs

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.safe_file import write_atomically

MAX_RECENT = 8
FOLDER_VARIABLE = "RESOURCE_MAPPER_DATA_DIR"
"""Environment variable that names another folder for settings (portable use, tests)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default."""

    recent_files: tuple[str, ...] = ()
    last_folder: str = ""


def settings_folder() -> Path:
    """Return the folder for the user's settings."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("ResourceMapper", appauthor=False))


class SettingsStore:
    """Loads and saves the settings. A folder that cannot be written to is no reason to stop anybody."""

    def __init__(self, folder: Path) -> None:
        """Use `settings.json` in a folder."""
        self._path = folder / "settings.json"
        self.settings = self._load()

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        text = str(path.absolute())
        others = (other for other in self.settings.recent_files if other != text)
        self._save(replace(self.settings, recent_files=(text, *others)[:MAX_RECENT], last_folder=str(path.parent)))

    def forget_file(self, path: Path) -> None:
        """Take a file that is gone out of the recent ones."""
        text = str(path.absolute())
        recent = tuple(other for other in self.settings.recent_files if other != text)
        self._save(replace(self.settings, recent_files=recent))

    def _load(self) -> Settings:
        try:
            raw = json.loads(self._path.read_text(encoding="utf-8"))
            recent = tuple(text for text in raw.get("recent_files", ()) if isinstance(text, str))[:MAX_RECENT]
            folder = raw.get("last_folder", "")
            return Settings(recent, folder if isinstance(folder, str) else "")
        except (OSError, ValueError, AttributeError, TypeError):
            return Settings()

    def _save(self, settings: Settings) -> None:
        self.settings = settings
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode())
        except (OSError, UserFacingError):
            return
