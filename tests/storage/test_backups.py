"""Earlier versions: kept beside the document, five of them, in order whatever the clock says."""

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from resource_mapper.storage.backups import FOLDER, earlier_saves, keep_replaced

NOON = datetime(2026, 11, 23, 12, 0, 0)  # noqa: DTZ001 # as a clock on the wall


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "○○市.xlsx"


def contents(document: Path) -> list[bytes]:
    return [version.path.read_bytes() for version in earlier_saves(document)]


def test_the_newest_five_are_kept_newest_first(document: Path) -> None:
    for number in range(8):
        assert keep_replaced(document, b"%d" % number, NOON + timedelta(minutes=number))
    assert contents(document) == [b"7", b"6", b"5", b"4", b"3"]
    newest = earlier_saves(document)[0]
    assert (newest.kept_at, newest.size) == (NOON + timedelta(minutes=7), 1)
    assert newest.path.name == "○○市（以前の保存0008 2026-11-23 12時07分00秒）.xlsx"
    assert newest.path.parent == document.parent / FOLDER


def test_a_clock_put_back_changes_neither_order_nor_what_is_kept(document: Path) -> None:
    for number, days in enumerate((0, 3650, -400, -400, 1, 0)):
        assert keep_replaced(document, b"%d" % number, NOON + timedelta(days=days))
    assert contents(document) == [b"5", b"4", b"3", b"2", b"1"]


def test_the_same_content_is_kept_once(document: Path) -> None:
    for _ in range(3):
        assert keep_replaced(document, b"same", NOON)
    assert contents(document) == [b"same"]


def test_copies_that_were_called_otherwise_before_are_still_known(document: Path) -> None:
    folder = document.parent / FOLDER
    folder.mkdir()
    (folder / "○○市（前の版0007 2026-11-22 12時00分00秒）.xlsx").write_bytes(b"old")
    assert keep_replaced(document, b"new", NOON)
    assert contents(document) == [b"new", b"old"]


def test_documents_in_one_folder_do_not_share_versions(tmp_path: Path) -> None:
    names = (
        "a.xlsx",
        "a（以前の保存0001 2026-11-23 12時00分00秒）.xlsx",
        "ab.xlsx",
        "あ" * 80 + "い.xlsx",
        "あ" * 80 + ".xlsx",
    )
    for name in names:
        assert keep_replaced(tmp_path / name, name.encode(), NOON), name
    for name in names:
        assert contents(tmp_path / name) == [name.encode()]


def test_files_of_other_people_in_the_folder_are_left_alone(document: Path) -> None:
    folder = document.parent / FOLDER
    folder.mkdir()
    (folder / "○○市 わたしの控え.xlsx").write_bytes(b"mine")
    (folder / "○○市（前の版0001 2026-99-23 12時00分00秒）.xlsx").write_bytes(b"no date")
    for number in range(7):
        keep_replaced(document, b"%d" % number, NOON)
    assert (folder / "○○市 わたしの控え.xlsx").read_bytes() == b"mine"
    assert len(list(folder.iterdir())) == 7


def test_no_room_for_a_copy_is_no_reason_to_stop(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert not keep_replaced(document, b"x", NOON)
    assert earlier_saves(document) == ()


def test_a_file_where_the_folder_should_be(document: Path) -> None:
    (document.parent / FOLDER).write_bytes(b"")
    assert not keep_replaced(document, b"x", NOON)
    assert earlier_saves(document) == ()
