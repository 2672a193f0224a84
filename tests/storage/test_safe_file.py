"""Saves are all or nothing, and every failure is told in plain words."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage import safe_file
from resource_mapper.storage.safe_file import MAX_BYTES, read_bytes, write_atomically


def left_over(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_a_replaced_one(tmp_path: Path) -> None:
    target = tmp_path / "資源 一覧.xlsx"
    write_atomically(target, b"one")
    write_atomically(target, b"two")
    assert target.read_bytes() == b"two"
    assert left_over(tmp_path) == ["資源 一覧.xlsx"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_permissions_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("code", "word"), [(errno.ENOSPC, "空き"), (errno.EROFS, "権限"), (errno.EIO, "思わぬ")])
def test_a_failing_disk_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, word: str
) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")

    def failing(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(UserFacingError, match=word) as caught:
        write_atomically(target, b"new")
    assert "元のファイルはそのままです" in str(caught.value)
    assert target.read_bytes() == b"old"
    assert left_over(tmp_path) == ["a.xlsx"]


def test_a_real_full_device_is_told(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(UserFacingError):
        write_atomically(full / "a.xlsx", b"x")
    assert left_over(tmp_path) == []


def test_a_file_held_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.xlsx"
    tries = []
    real = Path.replace

    def held_twice(self: Path, other: Path) -> Path:
        tries.append(other)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "held")
        return real(self, other)

    monkeypatch.setattr(Path, "replace", held_twice)
    monkeypatch.setattr(safe_file, "RETRY_SECONDS", (0, 0, 0))
    write_atomically(target, b"new")
    assert (target.read_bytes(), len(tries)) == (b"new", 3)


def test_a_file_held_for_good_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")

    def held(self: Path, other: Path) -> Path:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(safe_file, "RETRY_SECONDS", (0,))
    with pytest.raises(UserFacingError, match="Excel"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert left_over(tmp_path) == ["a.xlsx"]


def test_folder_missing_folder_and_impossible_names(tmp_path: Path) -> None:
    for target, word in (
        (tmp_path, "フォルダー"),
        (tmp_path / "ない" / "a.xlsx", "見つからない"),
        (tmp_path / ("あ" * 300 + ".xlsx"), "長すぎる"),
        (tmp_path / "a\0b.xlsx", "使えない文字"),
    ):
        with pytest.raises(UserFacingError, match=word):
            write_atomically(target, b"x")
    assert left_over(tmp_path) == []


def test_reading_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="見つかりません"):
        read_bytes(tmp_path / "ない.xlsx")
    with pytest.raises(UserFacingError, match="フォルダー"):
        read_bytes(tmp_path)
    with pytest.raises(UserFacingError):
        read_bytes(tmp_path / "a\0b.xlsx")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.xlsx"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UserFacingError, match="大きすぎる"):
        read_bytes(huge)


def test_leftovers_of_a_save_that_was_cut_off_go_with_the_next(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    mark = safe_file._mark()
    names = {
        f".保存中-{mark}-{ended.pid}-a.tmp": False,
        f".保存中-{mark}-{os.getpid()}-b.tmp": True,  # still being written
        f".保存中-ffffffff-{ended.pid}-c.tmp": True,  # by another computer
        ".保存中-ffffffff-1-d.tmp": False,  # days ago
        "わたしの.tmp": True,
    }
    for name in names:
        (tmp_path / name).write_bytes(b"half")
    os.utime(tmp_path / ".保存中-ffffffff-1-d.tmp", (0, 0))
    write_atomically(tmp_path / "a.xlsx", b"new")
    assert left_over(tmp_path) == sorted([*(name for name, stays in names.items() if stays), "a.xlsx"])


def test_what_comes_before_the_move_can_stop_it(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")

    def stop() -> None:
        assert len(left_over(tmp_path)) == 2, "the new content is on disk already"
        raise UserFacingError("やめる")

    with pytest.raises(UserFacingError, match="やめる"):
        write_atomically(target, b"new", stop)
    assert (target.read_bytes(), left_over(tmp_path)) == (b"old", ["a.xlsx"])


@pytest.mark.skipif(os.name == "nt", reason="needs rights of its own on Windows")
def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "共有").mkdir()
    (tmp_path / "共有" / "a.xlsx").write_bytes(b"old")
    link = tmp_path / "a.xlsx"
    link.symlink_to(tmp_path / "共有" / "a.xlsx")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "共有" / "a.xlsx").read_bytes() == b"new"
