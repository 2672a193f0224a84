"""A file that was dropped is told apart without harm, whatever is in it."""

import struct
from pathlib import Path

import pytest
from openpyxl import Workbook

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.workbook.recognise import is_worksheet
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers.books import repacked, saved

OURS = write_workbook(sample_worksheet())


@pytest.mark.parametrize(
    ("content", "ours"),
    [
        (OURS, True),
        (saved(Workbook()), False),
        (OURS[: len(OURS) // 2], True),  # opening it says what is wrong
        (b"", True),
        (repacked(OURS, {"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><workbook/>"}), True),
        (repacked(OURS, {"xl/workbook.xml": b"<work"}), True),
        (repacked(OURS, {"xl/styles.xml": b"<styleSheet><cellXfs count='4294967295'>"}), True),
        (OURS[:18] + struct.pack("<II", 0xFFFFFFF0, 0xFFFFFFF0) + OURS[26:], True),
    ],
)
def test_whether_it_is_one_of_ours(tmp_path: Path, content: bytes, ours: bool) -> None:
    path = tmp_path / "一覧.XLSX"
    path.write_bytes(content)
    assert is_worksheet(path) is ours


def test_by_its_name_alone_no_list_is_one(tmp_path: Path) -> None:
    assert not is_worksheet(tmp_path / "ない.csv")
    with pytest.raises(UserFacingError, match="見つかりません"):
        is_worksheet(tmp_path / "ない.xlsx")
