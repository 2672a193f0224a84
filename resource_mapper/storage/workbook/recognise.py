"""Telling a worksheet from any other file, to know what to do with one that was dropped onto the window."""

from io import BytesIO
from pathlib import Path

from resource_mapper.storage.safe_file import read_bytes
from resource_mapper.storage.workbook.schema import LIST_SHEET


def is_worksheet(path: Path) -> bool:
    """Return whether a file is a workbook with our list in it; anything else is somebody's list to be imported.

    Raises:
        UserFacingError: it cannot be read.
    """
    if path.suffix.lower() != ".xlsx":
        return False
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        return LIST_SHEET in CalamineWorkbook.from_filelike(BytesIO(read_bytes(path))).sheet_names
    except CalamineError:
        return True  # opening it will say what is wrong
