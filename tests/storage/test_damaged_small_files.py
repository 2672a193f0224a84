"""The program's own small files, damaged in every way: never a stop, never an unforeseen error.

Kept work, owner files and lists of names lie on disks that others write to, too.
"""

import contextlib
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.owner_file import other_owner, owner_path
from resource_mapper.storage.recovery import Origin, RecoverySlot, find_leftovers
from resource_mapper.storage.text_lines import read_lines

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SEED, VARIANTS = 20261123, 150
NONSENSE: tuple[Any, ...] = (
    *(None, True, -1, 10**400, 1e308, float("inf"), float("nan"), "", "x", "1e999", [], {}, [[]]),
    *("0001-01-01T00:00:00", "9999-12-31T23:59:59+14:00", "2026-11-23", "\ud800", "a\0b", "../../x", "あ" * 40_000),
)


def damaged(content: bytes) -> Iterator[bytes]:
    """Return a file with bytes changed, cut out, doubled, or cut off at any place."""
    rng = random.Random(SEED)
    for _ in range(VARIANTS):
        at = rng.randrange(len(content))
        length = rng.choice((1, 1, 1, 4, 40))
        yield rng.choice(
            (
                content[:at] + rng.randbytes(length) + content[at + length :],
                content[:at] + content[at + length :],
                content[:at] + content[at : at + length] * 2 + content[at + length :],
                content[:at],
            )
        )
    yield b"[" * 100_000
    yield b'{"a":' * 100_000


def wrong_values(said: dict[str, Any]) -> Iterator[bytes]:
    """Return an object with one value that makes no sense, or with one left out."""
    for key in said:
        yield json.dumps({name: value for name, value in said.items() if name != key}).encode()
        for value in NONSENSE:
            yield json.dumps({**said, key: value}).encode()


def kept_work(folder: Path) -> bytes:
    slot = RecoverySlot(folder, "kept")
    slot.write(sample_worksheet(NOW.date()), Origin(), NOW)
    slot.close()
    return (folder / "kept.recovery").read_bytes()


def test_kept_work(tmp_path: Path) -> None:
    whole = kept_work(tmp_path / "whole")
    head, _, body = whole.partition(b"\n")
    variants = [*damaged(whole), *(each + b"\n" + body for each in wrong_values(json.loads(head)))]
    folder = tmp_path / "damaged"
    folder.mkdir()
    for number, content in enumerate(variants):
        (folder / f"{number}.recovery").write_bytes(content)
    found = find_leftovers(folder)
    assert len(found.leftovers) + len(found.damaged) == len(variants), "each is offered or put aside"
    for left in found.leftovers:
        with contextlib.suppress(UserFacingError):
            left.worksheet()
        left.release()


def test_owner_files(tmp_path: Path) -> None:
    document = tmp_path / "会.xlsx"
    document.write_bytes(b"workbook")
    said = {"user": "山田", "since": NOW.isoformat(), "host": "PC-2", "pid": 1, "session": "theirs"}
    whole = json.dumps(said, ensure_ascii=False).encode()
    for content in (*damaged(whole), *wrong_values(said)):
        owner_path(document).write_bytes(content)
        found = other_owner(document, "mine", NOW)
        assert found is None or (len(found.user) <= 200 and found.since.tzinfo is not None), content[:200]


@pytest.mark.parametrize("name", ["~$会.xlsx", ".~lock.会.xlsx#"])
def test_owner_files_of_office_programs(tmp_path: Path, name: str) -> None:
    document = tmp_path / "会.xlsx"
    document.write_bytes(b"workbook")
    whole = (
        bytes([6]) + b"Yamada" + bytes(49) + (6).to_bytes(2, "little") + "山田太郎さん".encode("utf-16-le") + bytes(100)
    )
    for content in damaged(whole if name.startswith("~") else ",山田,PC-2,23.11.2026 09:00,file:///x;".encode()):
        (tmp_path / name).write_bytes(content)
        found = other_owner(document, "mine", NOW)
        assert found is None or len(found.user) <= 200


def test_lists_of_names(tmp_path: Path) -> None:
    path = tmp_path / "市町村.txt"
    for encoding in ("utf-8", "cp932", "utf-16"):
        for content in damaged("○○市\n△△町\n□□村\n".encode(encoding)):
            path.write_bytes(content)
            with contextlib.suppress(UserFacingError):
                assert all(line.strip() for line in read_lines(path))
