"""What the program remembers between sessions: one small JSON file. A broken file means the defaults."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from resource_mapper.domain.age import Age
from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.json_text import parse_json
from resource_mapper.storage.safe_file import write_atomically

MAX_RECENT = 8

THEME_CHOICES = ("system", "light", "dark", "contrast")
UI_SCALES = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default."""

    recent_files: tuple[str, ...] = ()
    last_folder: str = ""
    theme: str = "system"
    """One of `THEME_CHOICES`."""
    ui_scale: int = 100
    """Size of type and controls in per cent, one of `UI_SCALES`."""
    reduced_motion: bool = False
    """Whether nothing glides, whatever the system says."""
    layout: str = ""
    """Places of the panels, as `Workspace.remembered` gives them."""
    geometry: str = ""
    """Place and size of the window."""
    arrangement: str = "sheet"
    """Sheet, list or both."""
    wall_screen: str = ""
    """Name of the screen that the sheet is shown on in a meeting; empty: one beside the window's own."""
    list_widths: tuple[tuple[str, int], ...] = ()
    """Widths of the list's columns in pixels, by heading."""
    list_hidden: tuple[str, ...] = ()
    """Headings of the list's columns that are not shown."""
    show_notes: bool = True
    """Whether 付箋 show on the sheet."""
    mark_stale: bool = False
    """Whether cards that nobody has confirmed for long carry a mark."""
    stale_age: str = Age.YEAR.value
    """From when on a confirmation is old, one of `Age`."""
    confirmed_by: str = ""
    """Name of whoever confirms at this machine (確認者); empty: not asked yet."""
    print_choices: tuple[tuple[str, str], ...] = ()
    """What was chosen in the print window, as its panel gives it."""


class SettingsStore:
    """Loads and saves the settings. A folder that cannot be written to is no reason to stop anybody."""

    def __init__(self, folder: Path) -> None:
        """Use `settings.json` in a folder."""
        self.folder = folder
        self._path = folder / "settings.json"
        self.settings = self._load()

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        text = str(path.absolute())
        others = (other for other in self.settings.recent_files if other != text)
        self.update(recent_files=(text, *others)[:MAX_RECENT], last_folder=str(path.parent))

    def forget_file(self, path: Path) -> None:
        """Take a file that is gone out of the recent ones."""
        text = str(path.absolute())
        self.update(recent_files=tuple(other for other in self.settings.recent_files if other != text))

    def update(self, **values: Any) -> None:  # noqa: ANN401 of the settings' types
        """Change settings and save them; nothing is written where nothing changes."""
        changed = replace(self.settings, **values)
        if changed != self.settings:
            self.settings = changed
            self._save()

    def _load(self) -> Settings:
        try:
            raw = parse_json(self._path.read_text(encoding="utf-8"))
            return Settings(**{name: value for name, value in map(_checked, raw.items()) if name})
        except (OSError, ValueError, AttributeError):
            return Settings()

    def _save(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(asdict(self.settings), ensure_ascii=False, indent=1).encode())
        except (OSError, UserFacingError):
            return


_DEFAULTS = {field.name: field.default for field in fields(Settings)}
_CHOICES: dict[str, tuple[object, ...]] = {"theme": THEME_CHOICES, "ui_scale": UI_SCALES, "stale_age": tuple(Age)}


def _heading(item: Any) -> str:  # noqa: ANN401 whatever the file holds
    return item if isinstance(item, str) else ""


def _width(item: Any) -> tuple[str, int] | None:  # noqa: ANN401 whatever the file holds
    match item:
        case [str(heading), int(width)] if 0 < width < 10_000:
            return heading, width
    return None


def _choice(item: Any) -> tuple[str, str] | None:  # noqa: ANN401 whatever the file holds
    match item:
        case [str(name), str(words)]:
            return name, words
    return None


_TUPLES: dict[str, Callable[[Any], Any]] = {"list_widths": _width, "list_hidden": _heading, "print_choices": _choice}


def _checked(entry: tuple[str, Any]) -> tuple[str, Any]:
    """Return a setting as read from the file, without a name where it makes no sense."""
    name, value = entry
    if name == "recent_files" and isinstance(value, list):
        return name, tuple(text for text in value if isinstance(text, str))[:MAX_RECENT]
    if name in _TUPLES and isinstance(value, list):
        return name, tuple(item for item in map(_TUPLES[name], value) if item)
    good = name in _DEFAULTS and type(value) is type(_DEFAULTS[name]) and value in _CHOICES.get(name, (value,))
    return (name if good else ""), value
