"""Where in the code an error came up, without what it says: messages of errors may quote what the user wrote."""

import traceback
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def error_places(error: BaseException, most: int | None = None) -> str:
    """Return the places in one line, innermost first, `most` at the most, without the folders the program lies in."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    places = [f"{_inside(Path(frame.filename))}:{frame.lineno} {frame.name}" for frame in frames]
    return " < ".join(places[:most])


def _inside(path: Path) -> str:
    return path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name
