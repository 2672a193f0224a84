"""Where in the code an error came up, without what it says: messages of errors may quote what the user wrote."""

import traceback
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def error_places(error: BaseException) -> list[str]:
    """Return the places, innermost first, without the folders that the program lies in."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{_inside(Path(frame.filename))}:{frame.lineno} {frame.name}" for frame in reversed(frames)]


def _inside(path: Path) -> str:
    return path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name
