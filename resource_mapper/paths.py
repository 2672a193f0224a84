"""Where things lie: the app's own files (in a checkout, an installed wheel or a frozen build), and the user's data."""

import os
import sys
from pathlib import Path

DATA_DIR_VARIABLE = "RESOURCE_MAPPER_DATA_DIR"
"""Environment variable that names another folder for the user's data."""
PORTABLE_MARK = "portable.txt"
"""A file of this name beside the program keeps the user's data there, too: on a stick, or in a folder of one's own."""
PORTABLE_DATA = "ResourceMapper-data"

_MISSING = (
    "アプリの部品が見つかりません：{path}\n"
    "資料やデータはそのまま残っています。お手数ですが、アプリを入れ直してください"
    "（ソースコードから使っているときは python3 run.py で作り直せます）。"
)


class ResourceMissingError(FileNotFoundError):
    """A file that belongs to the app is not there; the message is written for the user."""

    def __init__(self, path: Path) -> None:
        """Say which file is missing and what to do."""
        super().__init__(_MISSING.format(path=path))


def resources_dir() -> Path:
    """Return the folder that holds `fonts/` and `icons/`."""
    return _folder("resources", "resources")


def guide_dir() -> Path:
    """Return the folder with the pages of 「使い方」 and their pictures."""
    return _folder("guide", "docs/guide")


def data_dir() -> Path:
    """Return the folder for settings, kept work and the log; it need not exist yet."""
    if chosen := os.environ.get(DATA_DIR_VARIABLE):
        return Path(chosen)
    frozen = getattr(sys, "frozen", False)
    home = Path(sys.executable).parent if frozen else Path(__file__).resolve().parents[1]
    if (home / PORTABLE_MARK).is_file() and os.access(home, os.W_OK):
        return home / PORTABLE_DATA
    import platformdirs

    return Path(platformdirs.user_data_dir("ResourceMapper", appauthor=False))


def font_path(bold: bool = False) -> Path:
    """Return the TrueType file that screen and paper share."""
    return _existing(resources_dir() / "fonts" / f"NotoSansJP-{'Bold' if bold else 'Regular'}.ttf")


def font_metrics_path() -> Path:
    """Return the JSON file with the advance widths of both fonts."""
    return _existing(resources_dir() / "fonts" / "metrics.json")


def icon_path(name: str) -> Path:
    """Return the SVG icon called `name` (without its ending)."""
    return _existing(resources_dir() / "icons" / f"{name}.svg")


def _folder(name: str, in_checkout: str) -> Path:
    """Return a folder that lies in the package, or beside it in a checkout, or in a frozen build."""
    package = Path(__file__).resolve().parent
    places = [package / name, package.parent / in_checkout]
    if frozen := getattr(sys, "_MEIPASS", None):
        places.insert(0, Path(frozen, name))
    for place in places:
        if place.is_dir():
            return place
    raise ResourceMissingError(places[0])


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise ResourceMissingError(path)
    return path
