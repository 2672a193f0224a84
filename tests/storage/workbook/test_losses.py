"""What a save cannot keep is named before it happens; what it keeps is not."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.workbook.losses import EVERYTHING, take_along
from resource_mapper.storage.workbook.writer import write_workbook

PLAIN = write_workbook(sample_worksheet())


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        ("xl/drawings/drawing1.xml", b"<xdr:wsDr><xdr:sp macro=''><xdr:nvSpPr/></xdr:sp></xdr:wsDr>", "図形"),
        ("xl/diagrams/data1.xml", b"<x/>", "SmartArt"),
        ("xl/threadedComments/threadedComment1.xml", b"<x/>", "コメント"),
        ("xl/worksheets/sheet9.xml", b"<worksheet><x14:sparklineGroups/></worksheet>", "スパークライン"),
        ("xl/drawings/drawing1.xml", b"<xdr:wsDr><xdr:pic/></xdr:wsDr>", ""),
        ("xl/media/image1.png", b"png", ""),
    ],
)
def test_what_would_be_lost(tmp_path: Path, part: str, content: bytes, words: str) -> None:
    path = tmp_path / "a.xlsx"
    buffer = BytesIO(PLAIN)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(part, content)
    path.write_bytes(buffer.getvalue())
    _, lost = take_along(path)
    assert len(lost) == bool(words)
    assert all(line.startswith(words) for line in lost)


def test_nothing_is_lost_of_a_plain_one_everything_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert take_along(path) == (None, [EVERYTHING])
    path.write_bytes(PLAIN)
    assert take_along(path) == (PLAIN, [])
    path.write_bytes(b"no workbook")
    assert take_along(path) == (None, [EVERYTHING])
