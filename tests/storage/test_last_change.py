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
    saved_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    assert last_change(path, UTC) == (saved_at, "山田 <花子>")
    os.utime(path, (WHEN.timestamp(), WHEN.timestamp()))  # somebody else's program changed it, and did not say who
    assert last_change(path, UTC) == (WHEN, "")


@pytest.mark.parametrize("told", ["", "2026-11-23T05:01:00Z", "2026-11-23T14:05:00+09:00", "2026-11-23T05:06:00", "?"])
def test_a_name_counts_where_the_times_agree_or_none_is_told(tmp_path: Path, told: str) -> None:
    path = tmp_path / "a.xlsx"
    modified = f'<dcterms:modified xsi:type="dcterms:W3CDTF">{told}</dcterms:modified>' if told else ""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("docProps/core.xml", f"<x><cp:lastModifiedBy>山田</cp:lastModifiedBy>{modified}</x>")
    os.utime(path, (WHEN.timestamp(), WHEN.timestamp()))
    assert last_change(path, UTC) == (WHEN, "山田")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"text"])
def test_what_does_not_say(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert last_change(path, UTC)[1] == ""
    assert last_change(tmp_path / "b.xlsx", UTC) == (None, "")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("docProps/core.xml", "<x/>")
    assert last_change(path, UTC)[1] == ""
