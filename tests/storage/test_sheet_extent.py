"""How far a sheet reaches is told from its XML, whoever wrote it, and however it is cut into pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.storage.sheet_extent import MAX_GRID_CELLS, SheetExtent, TooWideError


def extent(xml: bytes, piece: int = 1 << 20) -> tuple[int, int]:
    found = SheetExtent()
    for start in range(0, len(xml), piece):
        found.feed(xml[start : start + piece])
    return found.rows, found.columns


@pytest.mark.parametrize(
    ("cells", "box"),
    [
        (b'<row r="3"><c r="B3"><v>1</v></c></row>', (3, 2)),
        (b'<row r="3"><c r="B3" s="1" t="s"><v>1</v></c><c r="ZZ3" s="1"/></row>', (3, 2)),
        (b'<row r="3"><c r="B3"><v>1</v></c><c r="ZZ3" s="1"></c></row>', (3, 2)),
        (b'<x:row r="3"><x:c r="AA3"><x:v>1</x:v></x:c></x:row>', (3, 27)),
        (b"<row><c><v>1</v></c><c><v>1</v></c></row><row><c><v>1</v></c></row>", (2, 2)),
        (b'<row r="7"><c><v>1</v></c><c/></row>', (7, 1)),
        (b"<row r='7'><c s=\">\" r='C7'><v>1</v></c></row>", (7, 3)),
        (b'<row r="7"><c\n\tr = "c7"><v>1</v></c></row>', (7, 3)),
        (b'<cols><col min="1" max="16384"/></cols><row r="1"><c r="A1"><v>1</v></c></row>', (1, 1)),
        (b"", (0, 0)),
    ],
)
def test_the_box_around_what_is_filled(cells, box):
    xml = b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>"
    assert extent(xml) == box


@given(st.integers(1, 60))
def test_pieces_do_not_matter(piece):
    first = b'<row r="1"><c r="A1"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>'
    xml = b"<s>" + first + b'<row r="9"><c r="B9"><v>1</v></c></row></s>'
    assert extent(xml, piece) == (9, 4)


@pytest.mark.parametrize(
    "cells",
    [
        b'<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>',
        b'<row r="1048576"><c r="XFD1"><v>1</v></c><c><v>1</v></c></row>',
        b'<c x=">" r="XFD1048576"><v>1</v></c>',
        b'<c r="A1" s="2"r="XFD999999"t="n"><v>1</v></c>',
        b'<c r="A1" s="2" r="XFD999999" t="n"><v>1</v></c>',
        b'<c r="A99999999999999999999"><v>1</v></c><c r="ZZZZZZZ1"><v>1</v></c>',
        b"<c" + b" " * 200_000 + b'r="XFD1048576"><v>1</v></c>',
    ],
)
def test_what_reaches_too_far_is_refused(cells):
    with pytest.raises(TooWideError):
        extent(b"<sheetData>" + cells + b"</sheetData>", 50_000)


def test_the_limit_itself_passes():
    rows = MAX_GRID_CELLS // 26
    assert extent(b'<c r="Z1"><v>1</v></c><c r="A%d"><v>1</v></c><end/>' % rows) == (rows, 26)
    with pytest.raises(TooWideError):
        extent(b'<c r="Z1"><v>1</v></c><c r="A%d"><v>1</v></c><end/>' % (rows + 1))
