"""Who changed a workbook last, as far as it says."""

import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from resource_mapper.storage.last_change import last_change

WHEN = datetime(2026, 11, 23, 5, 5, tzinfo=UTC)


def test_name_and_time_as_excel_writes_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.properties.lastModifiedBy = "山田 <花子>"
    book.save(path)
    os.utime(path, (WHEN.timestamp(), WHEN.timestamp()))
    assert last_change(path, UTC) == (WHEN, "山田 <花子>")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"text"])
def test_what_does_not_say(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert last_change(path, UTC)[1] == ""
    assert last_change(tmp_path / "b.xlsx", UTC) == (None, "")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("docProps/core.xml", "<x/>")
    assert last_change(path, UTC)[1] == ""
