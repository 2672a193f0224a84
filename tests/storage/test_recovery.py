"""Unsaved work: kept, found again by the next start, offered once, never thrown away unread."""

import errno
import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage import recovery
from resource_mapper.storage.recovery import Origin, RecoverySlot, find_leftovers

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=timezone(timedelta(hours=9)))
SAMPLE = sample_worksheet(NOW.date())
ORIGIN = Origin(Path("/共有/○○市.xlsx"), "ab12")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "recovery"


def crashed(folder: Path, session: str, now: datetime = NOW, origin: Origin = ORIGIN) -> Path:
    """Leave work behind as a program does that is ended from outside."""
    slot = RecoverySlot(folder, session)
    slot.write(SAMPLE, origin, now)
    assert slot._lock is not None
    os.close(slot._lock._descriptor)
    slot._lock._descriptor = -1
    return slot.file


def test_work_of_a_program_that_runs_is_not_offered(folder: Path) -> None:
    slot = RecoverySlot(folder, "one")
    slot.write(SAMPLE, ORIGIN, NOW)
    assert find_leftovers(folder).leftovers == ()
    slot.close()
    (left,) = find_leftovers(folder).leftovers
    assert (left.worksheet(), left.origin, left.written_at, left.resources) == (SAMPLE, ORIGIN, NOW, 24)
    left.remove()
    assert list(folder.iterdir()) == []


def test_another_process_holds_its_work_until_it_is_killed(folder: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from tests.storage.test_recovery import *;"
        "slot = RecoverySlot(Path(sys.argv[1]), 'other'); slot.write(SAMPLE, Origin(), NOW);"
        "print('written', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE)
    assert other.stdout is not None
    assert other.stdout.readline() == b"written" + os.linesep.encode()
    assert find_leftovers(folder).leftovers == ()
    other.kill()
    other.wait()
    other.stdout.close()
    (left,) = find_leftovers(folder).leftovers
    assert (left.worksheet(), left.origin) == (SAMPLE, Origin())
    left.release()


def test_two_starts_at_once_are_not_offered_the_same_work(folder: Path) -> None:
    crashed(folder, "one")
    first = find_leftovers(folder)
    assert len(first.leftovers) == 1
    assert find_leftovers(folder).leftovers == ()
    first.leftovers[0].release()
    (again,) = find_leftovers(folder).leftovers
    again.remove()
    assert find_leftovers(folder).leftovers == ()


def test_a_long_list_is_kept_in_pieces(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = crashed(folder, "whole").read_bytes()
    monkeypatch.setattr(recovery, "_AT_ONCE", 5)
    assert crashed(folder, "pieces").read_bytes() == whole
    assert [left.worksheet() for left in find_leftovers(folder).leftovers] == [SAMPLE, SAMPLE]


def test_several_are_offered_newest_first(folder: Path) -> None:
    for session, minutes in (("a", 1), ("b", 3), ("c", 2)):
        crashed(folder, session, NOW + timedelta(minutes=minutes))
    found = find_leftovers(folder).leftovers
    assert [left.file.stem for left in found] == ["b", "c", "a"]
    for left in found:
        left.release()


def test_later_work_takes_the_place_of_earlier(folder: Path) -> None:
    slot = RecoverySlot(folder, "one")
    later = replace(SAMPLE, resources=SAMPLE.resources[:3])
    slot.write(SAMPLE, ORIGIN, NOW)
    slot.write(later, ORIGIN, NOW)
    slot.close()
    (left,) = find_leftovers(folder).leftovers
    assert left.worksheet() == later
    left.release()


def test_what_cannot_be_read_is_put_aside_and_named(folder: Path) -> None:
    whole = crashed(folder, "whole").read_bytes()
    bad = {
        "cut": whole[:-10],
        "flipped": whole.replace("サロン".encode("unicode_escape"), b"", 1)[:-1] + b"x",
        "empty": b"",
        "newer": whole.replace(b'"format": 1', b'"format": 2', 1),
        "text": "ただの文".encode(),
        "list": b"[1]\n",
    }
    for name, content in bad.items():
        (folder / f"{name}.recovery").write_bytes(content)
    found = find_leftovers(folder)
    assert [left.file.stem for left in found.leftovers] == ["whole"]
    assert sorted(path.name for path in found.damaged) == sorted(f"{name}.damaged" for name in bad)
    assert {path.stem: path.read_bytes() for path in found.damaged} == bad, "nothing is thrown away"
    found.leftovers[0].release()
    assert find_leftovers(folder).damaged == (), "told once"


def test_a_file_that_is_whole_but_makes_no_sense_is_told_and_stays(folder: Path) -> None:
    slot = RecoverySlot(folder, "one")
    slot._writer.lines = lambda worksheet: ["{}", '{"id": 3}']  # type: ignore[method-assign]
    slot.write(SAMPLE, ORIGIN, NOW)
    slot.close()
    (left,) = find_leftovers(folder).leftovers
    with pytest.raises(UserFacingError, match="消さずに"):
        left.worksheet()
    assert left.file.exists()
    left.release()


def test_a_full_disk_keeps_what_was_kept_before(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slot = RecoverySlot(folder, "one")
    slot.write(SAMPLE, ORIGIN, NOW)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(UserFacingError, match="空き"):
            slot.write(replace(SAMPLE, resources=()), ORIGIN, NOW)
    slot.close()
    (left,) = find_leftovers(folder).leftovers
    assert left.worksheet() == SAMPLE
    left.release()


def test_no_folder_no_leftovers(folder: Path) -> None:
    assert find_leftovers(folder) == find_leftovers(folder.parent / "ない")
    slot = RecoverySlot(folder, "one")
    slot.remove()
    slot.close()
    assert not folder.exists(), "nothing is written before there is something to keep"


def test_a_save_just_done_when_the_program_ended_is_not_taken_for_somebody_elses(folder: Path, tmp_path: Path) -> None:
    book = tmp_path / "○○市.xlsx"
    for content, known in ((b"saved by itself", "new"), (b"saved by a colleague", "old")):
        slot = RecoverySlot(folder, "one")
        slot.write(SAMPLE, Origin(book, "old"), NOW)
        slot.note_saving(book, hashlib.sha256(b"saved by itself").hexdigest())
        slot.close()
        book.write_bytes(content)
        (left,) = find_leftovers(folder).leftovers
        assert left.origin.path == book
        assert left.origin.digest == (hashlib.sha256(content).hexdigest() if known == "new" else "old")
        left.remove()
        assert list(folder.iterdir()) == []


def test_a_note_of_a_save_without_unsaved_work_goes(folder: Path, tmp_path: Path) -> None:
    slot = RecoverySlot(folder, "one")
    slot.note_saving(tmp_path / "a.xlsx", "ab")
    assert find_leftovers(folder).leftovers == ()
    assert len(list(folder.iterdir())) == 2, "while the program runs, it stays"
    assert slot._lock is not None
    os.close(slot._lock._descriptor)
    slot._lock._descriptor = -1
    assert find_leftovers(folder).leftovers == ()
    assert list(folder.iterdir()) == []
