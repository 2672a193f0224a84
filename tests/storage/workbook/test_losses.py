"""What a save cannot keep is named before it happens; what it keeps is not."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.workbook.losses import EVERYTHING, take_along
from resource_mapper.storage.workbook.problem import CarryingError
from resource_mapper.storage.workbook.reader import read_workbook
from resource_mapper.storage.workbook.schema import LIST_SHEET
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers.books import repacked, unpacked

PLAIN = write_workbook(sample_worksheet())


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        ("xl/drawings/drawing1.xml", b"<xdr:wsDr><xdr:sp macro=''><xdr:nvSpPr/></xdr:sp></xdr:wsDr>", "図形"),
        ("xl/diagrams/data1.xml", b"<x/>", "SmartArt"),
        ("xl/threadedComments/threadedComment1.xml", b"<x/>", "コメント"),
        ("xl/worksheets/sheet99.xml", b"<worksheet><x14:sparklineGroups/></worksheet>", "スパークライン"),
        ("xl/drawings/drawing1.xml", b"<xdr:wsDr><xdr:pic/></xdr:wsDr>", ""),
        ("xl/media/image1.png", b"png", ""),
    ],
)
def test_what_would_be_lost(tmp_path: Path, part: str, content: bytes, words: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(repacked(PLAIN, {part: content}))
    _, lost = take_along(path)
    assert len(lost) == bool(words)
    assert all(line.startswith(words) for line in lost)


def test_nothing_is_lost_of_a_plain_one_everything_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert take_along(path) == (None, [EVERYTHING])
    path.write_bytes(PLAIN)
    assert take_along(path) == (PLAIN, [])
    broken = unpacked(PLAIN)["xl/workbook.xml"].replace(b"</sheets>", b"<sheets>")
    parts = repacked(PLAIN, {"xl/workbook.xml": broken})
    for damaged in (b"no workbook", parts):
        path.write_bytes(damaged)
        assert take_along(path) == (None, [EVERYTHING])
    with pytest.raises(CarryingError):
        write_workbook(sample_worksheet(), parts)


def test_a_totals_row_is_no_resource_and_it_and_formulas_in_our_columns_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = load_workbook(BytesIO(PLAIN))
    sheet = book[LIST_SHEET]
    table = sheet.tables["資源一覧表"]
    last = sheet.max_row + 1
    sheet.append(["集計"])
    sheet.cell(last, 5).value = "=SUBTOTAL(103,E2:E5)"
    table.ref = f"{table.ref.split(':')[0]}:{sheet.cell(last, sheet.max_column).coordinate}"
    table.totalsRowCount = 1
    book.save(path)
    assert read_workbook(path.read_bytes(), "a.xlsx").worksheet == read_workbook(PLAIN, "b.xlsx").worksheet
    assert [thing[:9] for thing in take_along(path)[1]] == ["資源一覧の集計行（"]
    heading = str(sheet["C1"].value)
    sheet["C2"] = '=CONCATENATE("あ","い")'
    sheet.cell(1, sheet.max_column + 1).value = "会費の計"
    sheet.cell(2, sheet.max_column).value = "=1+1"  # in a column of the user's it stays
    book.save(path)
    assert take_along(path)[1][1:] == [f"資源一覧の「{heading}」の数式（いまの値は残ります）"]
