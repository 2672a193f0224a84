"""Telling a worksheet from any other file, to know what to do with one that was dropped onto the window."""

from pathlib import Path

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.safe_file import read_bytes
from resource_mapper.storage.workbook.reader import sheet_names
from resource_mapper.storage.workbook.schema import LIST_SHEET


def is_worksheet(path: Path) -> bool:
    """Return whether a file is a workbook with our list in it; anything else is somebody's list to be imported.

    Raises:
        UserFacingError: it cannot be read.
    """
    if path.suffix.lower() != ".xlsx":
        return False
    data = read_bytes(path)
    try:
        return LIST_SHEET in sheet_names(data, path.name)
    except UserFacingError:
        return True  # opening it will say what is wrong
