"""The document on disk: opened, saved, and never overwritten behind somebody's back."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from resource_mapper.domain.edits import remove
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.backups import earlier_saves
from resource_mapper.storage.document_file import (
    ChangedOnDiskError,
    build_workbook,
    open_document,
    save_and_keep,
    save_document,
)
from resource_mapper.storage.safe_file import digest_of
from tests.helpers.factories import make_resource, make_worksheet

SAMPLE = sample_worksheet(date(2026, 11, 23))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "○○市.xlsx"


def test_saved_and_opened(path: Path) -> None:
    digest = save_document(SAMPLE, path)
    opened = open_document(path)
    assert (opened.worksheet, opened.problems, opened.digest) == (SAMPLE, (), digest)


def test_saving_again_takes_the_digest_of_the_last_save(path: Path) -> None:
    digest = save_document(SAMPLE, path)
    fewer = remove(SAMPLE, {"sample-01"})
    save_document(fewer, path, digest)
    assert open_document(path).worksheet == fewer


def test_a_file_changed_by_somebody_else_is_left_alone(path: Path) -> None:
    digest = save_document(SAMPLE, path)
    save_document(remove(SAMPLE, {"sample-01"}), path)
    theirs = path.read_bytes()
    with pytest.raises(ChangedOnDiskError):
        save_document(SAMPLE, path, digest)
    assert path.read_bytes() == theirs


def test_the_users_sheet_survives_opening_and_saving(path: Path) -> None:
    save_document(SAMPLE, path)
    book = load_workbook(path)
    book.create_sheet("メモ")["A1"] = "鍵は公民館"
    book.save(path)
    opened = open_document(path)
    save_document(opened.worksheet, path, opened.digest)
    assert load_workbook(path)["メモ"]["A1"].value == "鍵は公民館"


def test_saving_where_the_file_has_vanished_writes_it_anew(path: Path) -> None:
    digest = save_document(SAMPLE, path)
    path.unlink()
    save_document(SAMPLE, path, digest)
    assert open_document(path).worksheet == SAMPLE


def test_somebody_quicker_than_the_save_is_not_overwritten(path: Path) -> None:
    digest = save_document(SAMPLE, path)
    kept: list[bytes | None] = []

    def keep(old: bytes | None, digest: str) -> None:
        kept.append(old)
        assert digest == digest_of(b"mine")

    def slowly(worksheet: Worksheet, old: bytes | None, name: str) -> bytes:
        path.write_bytes(b"theirs")
        return build_workbook(worksheet, old, name)

    with pytest.raises(ChangedOnDiskError) as caught:
        save_document(remove(SAMPLE, {"sample-01"}), path, digest, slowly, keep)
    assert (path.read_bytes(), kept) == (b"theirs", [])
    assert caught.value.digest == digest_of(b"theirs")
    save_document(SAMPLE, path, caught.value.digest, lambda *_: b"mine", keep)
    assert (path.read_bytes(), kept) == (b"mine", [b"theirs"]), "what the user decided to replace is handed over first"


def test_a_save_without_questions_keeps_what_it_replaces_and_the_users_sheets(tmp_path: Path) -> None:
    source, target = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    save_document(make_worksheet(make_resource("前の会")), source)
    book = load_workbook(source)
    book.create_sheet("自分のメモ")["A1"] = "鍵は公民館"
    book.save(source)
    assert save_and_keep(make_worksheet(make_resource("別の会")), target)
    assert earlier_saves(target) == ()
    before = target.read_bytes()
    assert save_and_keep(make_worksheet(make_resource("新しい会")), target, source=source)
    (version,) = earlier_saves(target)
    assert version.path.read_bytes() == before
    assert load_workbook(target)["自分のメモ"]["A1"].value == "鍵は公民館"
    assert [each.name for each in open_document(target).worksheet.resources] == ["新しい会"]
