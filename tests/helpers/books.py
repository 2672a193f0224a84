"""Workbooks as other programs leave them: changed through openpyxl, or part by part."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from openpyxl import load_workbook


def saved(book: Any) -> bytes:
    """Return what openpyxl makes of a book."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def edited(data: bytes, edit: Callable[[Any], object]) -> bytes:
    """Return a workbook after somebody has opened it, worked on it and saved it."""
    book = load_workbook(BytesIO(data))
    edit(book)
    return saved(book)


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file by name, in their order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file with these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def repacked(data: bytes, changes: Mapping[str, bytes | None], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file with other, further or (None) fewer parts."""
    parts = {**unpacked(data), **changes}
    return zipped({name: content for name, content in parts.items() if content is not None}, compression)
