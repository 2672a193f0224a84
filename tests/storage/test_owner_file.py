"""Who has a document open: told to others, not to oneself; forgotten when it is stale; Excel's own is left alone."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from resource_mapper.storage.machine import is_running, machine_name, user_name
from resource_mapper.storage.owner_file import other_owner, owner_path, release, take

NOW = datetime.now(timezone(timedelta(hours=9)))


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "○○市.xlsx"
    path.write_bytes(b"workbook")
    return path


def write_owner(document: Path, **values: object) -> None:
    """Write the owner file of a colleague at another computer."""
    said = {"user": "山田", "since": NOW.isoformat(), "host": "PC-2", "pid": 1, "session": "theirs"}
    owner_path(document).write_text(json.dumps({**said, **values}), encoding="utf-8")


def dead_pid() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_taken_told_and_released(document: Path) -> None:
    assert take(document, "mine", NOW) is None
    assert other_owner(document, "mine", NOW) is None
    other = take(document, "another", NOW)
    assert other is not None
    assert (other.user, other.since, other.host, other.is_here) == (user_name(), NOW, machine_name(), True)
    release(document, "another")
    assert owner_path(document).exists(), "only its owner takes it away"
    release(document, "mine")
    assert [path.name for path in document.parent.iterdir()] == [document.name]
    assert take(document, "another", NOW) is None
    release(document, "another")


def test_taking_twice_is_not_a_conflict(document: Path) -> None:
    assert take(document, "mine", NOW) is None
    assert take(document, "mine", NOW) is None
    release(document, "mine")


@pytest.mark.parametrize(
    ("values", "stands"),
    [
        ({}, True),
        ({"since": (NOW - timedelta(hours=11)).isoformat()}, True),
        ({"since": (NOW - timedelta(hours=13)).isoformat()}, False),
        ({"since": (NOW + timedelta(hours=2)).isoformat()}, True),  # two clocks that differ
        ({"since": (NOW + timedelta(days=400)).isoformat()}, False),  # a clock that was put back
        ({"host": machine_name(), "pid": os.getpid()}, True),
        ({"host": machine_name(), "pid": -5}, False),
        ({"since": NOW.replace(tzinfo=None).isoformat()}, True),
    ],
)
def test_what_stands_and_what_is_stale(document: Path, values: dict[str, object], stands: bool) -> None:
    write_owner(document, **values)
    assert (other_owner(document, "mine", NOW) is not None) is stands
    assert (take(document, "mine", NOW) is not None) is stands
    mine = json.loads(owner_path(document).read_bytes())
    assert (mine["session"] == "mine") is not stands


def test_a_program_of_this_computer_that_has_ended_is_no_owner(document: Path) -> None:
    write_owner(document, host=machine_name(), pid=dead_pid())
    assert take(document, "mine", NOW) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"since": "x"}', b"\xff\xfe"])
def test_a_file_without_sense_counts_only_while_it_may_be_being_written(document: Path, content: bytes) -> None:
    path = owner_path(document)
    path.write_bytes(content)
    owner = other_owner(document, "mine", NOW)
    assert owner is not None
    assert owner.user == ""
    os.utime(path, (0, 0))
    assert take(document, "mine", NOW) is None


def test_excels_owner_file_is_read_and_left_alone(document: Path) -> None:
    name = "山田 花子"
    old = name.encode("cp932")
    lock = document.with_name("~$○○市.xlsx")
    content = (bytes([len(old)]) + old).ljust(55, b" ") + len(name).to_bytes(2, "little") + name.encode("utf-16-le")
    lock.write_bytes(content.ljust(165, b"\0"))
    owner = take(document, "mine", NOW)
    assert owner is not None
    assert (owner.user, owner.program) == (name, "Excel")
    release(document, "mine")
    assert lock.read_bytes()[:5] == content[:5]
    os.utime(lock, (0, 0))
    assert take(document, "mine", NOW) is None, "left behind long ago"
    assert lock.exists()


@pytest.mark.parametrize("content", [b"", b"\x05", b"\xff" * 165, bytes(165)])
def test_a_strange_excel_file_still_says_that_excel_is_there(document: Path, content: bytes) -> None:
    document.with_name("~$○○市.xlsx").write_bytes(content)
    owner = other_owner(document, "mine", NOW)
    assert owner is not None
    assert owner.program == "Excel"


def test_libreoffices_owner_file_is_read(document: Path) -> None:
    document.with_name(".~lock.○○市.xlsx#").write_text(",hanako,pc3,23.11.2026 14:05,file:///home;", encoding="utf-8")
    owner = other_owner(document, "mine", NOW)
    assert owner is not None
    assert (owner.user, owner.program) == ("hanako", "LibreOffice")


def test_a_folder_that_cannot_be_written_to_is_no_hindrance(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refused)
    assert take(document, "mine", NOW) is None
    release(document, "mine")


def test_processes() -> None:
    assert is_running(os.getpid())
    assert is_running(1)
    assert not is_running(dead_pid())
    assert not is_running(0)
    assert not is_running(2**40)
