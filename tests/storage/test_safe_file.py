"""Saves are all or nothing, and every failure is told in plain words."""

import errno
import os
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
