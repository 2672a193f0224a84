"""Where the files that come with the app lie: in a checkout, an installed wheel or a frozen build."""

import sys
from pathlib import Path

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
    package = Path(__file__).resolve().parent
    places = [package / "resources", package.parent / "resources"]
    if frozen := getattr(sys, "_MEIPASS", None):
        places.insert(0, Path(frozen, "resources"))
    for place in places:
        if place.is_dir():
            return place
    raise ResourceMissingError(places[0])


def font_path(bold: bool = False) -> Path:
    """Return the TrueType file that screen and paper share."""
    return _existing(resources_dir() / "fonts" / f"NotoSansJP-{'Bold' if bold else 'Regular'}.ttf")


def font_metrics_path() -> Path:
    """Return the JSON file with the advance widths of both fonts."""
    return _existing(resources_dir() / "fonts" / "metrics.json")


def icon_path(name: str) -> Path:
    """Return the SVG icon called `name` (without its ending)."""
    return _existing(resources_dir() / "icons" / f"{name}.svg")


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise ResourceMissingError(path)
    return path
