"""The log says what went wrong and where, never whose data it was."""

import faulthandler
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from resource_mapper import __version__
from resource_mapper.domain.resource import Resource
from resource_mapper.ui import logbook
from resource_mapper.ui.logbook import Logbook


@pytest.fixture(autouse=True)
def _crash_words_go_back_to_pytest():
    was = faulthandler.is_enabled()
    yield
    if was and sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)


def note_failure(book: Logbook) -> None:
    try:
        Resource(id="", name="山田太郎 080-1234-5678")
    except ValueError as error:
        book.note_error(error)


def test_it_notes_what_ran_where_and_which_error(qapp: QApplication, tmp_path: Path) -> None:
    book = Logbook(tmp_path / "new")
    book.begin()
    note_failure(book)
    book.end()
    log = (tmp_path / "new" / "log.txt").read_text(encoding="utf-8")
    assert f"start: {__version__}" in log
    assert "screens 800×800 (1)" in log
    assert "ValueError: domain/resource.py:" in log
    assert log.splitlines()[-1].endswith("end")
    assert (tmp_path / "new" / "crash.txt").exists()


def test_it_holds_nothing_of_the_users(qapp: QApplication, tmp_path: Path) -> None:
    book = Logbook(tmp_path)
    note_failure(book)
    book.end()
    log = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert "山田" not in log
    assert "1234" not in log
    assert str(Path(__file__).parent) not in log


def test_it_never_grows_beyond_two_files(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logbook, "MAX_BYTES", 2_000)
    book = Logbook(tmp_path)
    for number in range(300):
        book.note(f"line {number}")
    book.end()
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert sizes.keys() == {"log.txt", "log.txt.1"}
    assert max(sizes.values()) <= 2_000
    assert "line 299" in (tmp_path / "log.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["file", "below a file"])
def test_a_folder_that_cannot_be_written_to_stops_nobody(qapp: QApplication, tmp_path: Path, place: str) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    book = Logbook(blocked if place == "file" else blocked / "deeper")
    book.begin()
    note_failure(book)
    book.end()
    assert blocked.read_text() == "no folder"


def test_an_old_crash_file_is_not_kept_for_ever(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "crash.txt").write_bytes(b"x" * (logbook.MAX_BYTES + 1))
    book = Logbook(tmp_path)
    book.begin()
    book.end()
    assert (tmp_path / "crash.txt").stat().st_size == 0
