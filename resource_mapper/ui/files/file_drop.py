"""Files dropped onto the window: what can be done with them."""

from pathlib import Path

from PySide6.QtCore import QMimeData

SUFFIXES = (".xlsx", ".csv", ".zip", ".txt", ".tsv")


def dropped_file(data: QMimeData) -> Path | None:
    """Return the one file of a drop that the program could read, None for anything else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() in SUFFIXES else None
