"""What the workbook looks like to somebody who has only Excel."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.schema import COLUMNS, LIST_SHEET, OWN_SHEETS, PICTURE_SHEET, SETTINGS_SHEET
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers.books import unpacked
from tests.helpers.factories import make_resource, make_worksheet, many_resources

SAMPLE = sample_worksheet(date(2026, 11, 23))


def written(worksheet: Worksheet) -> Any:
    return load_workbook(BytesIO(write_workbook(worksheet)))


@pytest.fixture(scope="module")
def book() -> Any:
    return written(SAMPLE)


@pytest.fixture(scope="module")
def sheet(book: Any) -> Any:
    return book[LIST_SHEET]


def test_sheets_in_order(book: Any) -> None:
    assert book.sheetnames == list(OWN_SHEETS)
    assert book.active.title == LIST_SHEET


def test_one_row_per_resource_under_the_labels(sheet: Any) -> None:
    assert [cell.value for cell in sheet[1]] == [column.label for column in COLUMNS]
    assert sheet.max_row == 25
    assert [cell.value for cell in sheet["A"][1:4]] == ["囲碁教室", "健康麻雀", "カラオケ"]


def test_the_table_has_the_headings_of_the_sheet(sheet: Any) -> None:
    (table,) = sheet.tables.values()
    assert table.ref.startswith("A1:")
    assert table.ref.endswith("25")
    assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]


def test_an_empty_list_still_has_a_table_with_a_row() -> None:
    (table,) = written(Worksheet())[LIST_SHEET].tables.values()
    assert table.ref.endswith("2")


def test_header_stays_and_is_printed_on_every_page(sheet: Any) -> None:
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)


def test_drop_downs_refer_to_lists_that_exist(book: Any, sheet: Any) -> None:
    offered = {}
    for validation in sheet.data_validations.dataValidation:
        name, cells = validation.formula1.split("!")
        words = [row[0].value for row in book[name][cells.replace("$", "")]]
        offered[sheet.cell(1, next(iter(validation.sqref.ranges)).min_col).value] = words
    assert offered["状況"] == ["ある", "準備中", "あったらいいな", "休止", "終了"]
    assert offered["分類"][0] == "生涯学習的な趣味活動（個人）"
    assert "訪問A：多様な主体によるサービス・活動" in offered["総合事業の類型"]
    assert all(all(words) for words in offered.values())


def test_no_user_text_becomes_a_formula() -> None:
    data = write_workbook(make_worksheet(make_resource("=1+1", note="=cmd|' /C calc'!A0", district="+1")))
    sheets = (part for name, part in unpacked(data).items() if name.startswith("xl/worksheets/sheet"))
    formulas = [found for part in sheets for found in re.findall(rb"<f>([^<]*)</f>", part)]
    assert formulas
    assert all(re.match(rb"COUNT|SUM|[B-G]\d+-SUM", formula) for formula in formulas)


def test_text_that_looks_like_a_formula_keeps_its_quote_in_excel() -> None:
    assert written(make_worksheet(make_resource("=1+1")))[LIST_SHEET]["A2"].quotePrefix


def test_dates_are_dates_and_counts_are_numbers() -> None:
    sheet = written(make_worksheet(make_resource(confirmed_on=date(2026, 4, 1), capacity=20)))[LIST_SHEET]
    cells = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert cells["最終確認日"].is_date
    assert cells["最終確認日"].number_format == "yyyy/mm/dd"
    assert cells["定員"].value == 20


def test_the_picture_shows_every_placed_name_without_overlap(book: Any) -> None:
    picture = book[PICTURE_SHEET]
    shown = {str(cell.value)[1:] for row in picture.iter_rows() for cell in row if cell.value}
    names = {r.name + ("（ほしい）" if r.status == "あったらいいな" else "") for r in SAMPLE.resources}
    assert names <= shown
    seen: set[tuple[int, int]] = set()
    for area in picture.merged_cells.ranges:
        cells = {
            (row, column)
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
        }
        assert not cells & seen
        seen |= cells


def test_the_picture_prints_on_one_a3_page(book: Any) -> None:
    picture = book[PICTURE_SHEET]
    assert picture.sheet_properties.pageSetUpPr.fitToPage
    assert (picture.page_setup.fitToWidth, picture.page_setup.fitToHeight) == (1, 1)
    assert picture.page_setup.paperSize == 8


def test_a_print_of_all_sheets_is_no_pile_of_headings(book: Any) -> None:
    for sheet in book.worksheets:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
        assert 1 <= sheet.page_setup.fitToWidth <= 3, sheet.title


def test_the_picture_of_300_resources_overlaps_nowhere() -> None:
    picture = written(make_worksheet(*many_resources(300)))[PICTURE_SHEET]
    cells = [
        (row, column)
        for area in picture.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    ]
    assert len(cells) == len(set(cells))


def test_an_unknown_lens_is_written_as_the_first() -> None:
    settings = written(Worksheet(lens="昔の並べ方"))[SETTINGS_SHEET]
    assert {row[0].value: row[1].value for row in settings.iter_rows(max_col=2)}["並べ方"] == "分類"
