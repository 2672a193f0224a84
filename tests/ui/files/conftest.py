"""A document on disk, and a window that has it open."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk


@pytest.fixture
def book(tmp_path: Path, book_content: bytes) -> Path:
    """The sample as a workbook on disk."""
    path = tmp_path / "○○市 第3回.xlsx"
    path.write_bytes(book_content)
    return path


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, book: Path) -> Path:
    """The sample, opened from disk."""
    window.files.open_path(book)
    desk.wait_idle(qtbot, window)
    assert window.document.path == book
    return book
