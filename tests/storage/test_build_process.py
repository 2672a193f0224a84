"""Workbooks made by another process: the same bytes' worth, called off at once, and never a reason not to save."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage import build_process
from resource_mapper.storage.build_process import BuildProcess
from resource_mapper.storage.document_file import build_workbook
from resource_mapper.storage.workbook.reader import read_workbook
from tests.helpers.books import saved
from tests.helpers.factories import make_worksheet, many_resources

SHEET = make_worksheet(*many_resources(7))


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Iterator[BuildProcess]:
    monkeypatch.setattr(build_process, "WORTHWHILE", 1)
    monkeypatch.setattr(build_process, "_PORTION", 3)
    made = BuildProcess()
    yield made
    made.shut_down()
    assert multiprocessing.active_children() == []


def test_it_makes_the_same_is_used_again_and_survives_being_ended(builder: BuildProcess) -> None:
    book = openpyxl.load_workbook(BytesIO(build_workbook(SHEET, None, "a.xlsx")))
    book.create_sheet("わたしのメモ")["A1"] = "鍵は公民館"
    made = builder.build(SHEET, saved(book), "a.xlsx")
    assert read_workbook(made, "a.xlsx").worksheet == SHEET
    assert openpyxl.load_workbook(BytesIO(made))["わたしのメモ"]["A1"].value == "鍵は公民館"
    (process,) = multiprocessing.active_children()
    with pytest.raises(UserFacingError):
        builder.build(SHEET, b"no workbook", "a.xlsx")
    assert multiprocessing.active_children() == []
    assert read_workbook(builder.build(SHEET, None, "a.xlsx"), "a.xlsx").worksheet == SHEET
    (process,) = multiprocessing.active_children()
    assert process.pid is not None
    os.kill(process.pid, signal.SIGTERM)
    assert read_workbook(builder.build(SHEET, None, "a.xlsx"), "a.xlsx").worksheet == SHEET, "made here instead"


def test_called_off(builder: BuildProcess) -> None:
    looks = iter(range(100))

    def call_off() -> None:
        if next(looks) == 4:  # everything is handed over by then
            raise KeyError("off")

    with pytest.raises(KeyError, match="off"):
        builder.build(SHEET, None, "a.xlsx", call_off)
    assert multiprocessing.active_children() == []


def test_where_no_process_can_be_started_the_work_is_done_here(
    builder: BuildProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_method: str) -> None:
        raise PermissionError("not on this computer")

    monkeypatch.setattr(multiprocessing, "get_context", refused)
    assert read_workbook(builder.build(SHEET, None, "a.xlsx"), "a.xlsx").worksheet == SHEET


def test_a_small_worksheet_needs_no_process(tmp_path: Path) -> None:
    builder = BuildProcess()
    assert read_workbook(builder.build(SHEET, None, "a.xlsx"), "a.xlsx").worksheet == SHEET
    assert multiprocessing.active_children() == []
    builder.shut_down()
