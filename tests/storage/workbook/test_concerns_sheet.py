"""課題 in the workbook: written for Excel, read back after Excel, a user's own sheet of that name left alone."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from resource_mapper.domain.axis import Span
from resource_mapper.domain.concern import Concern
from resource_mapper.storage.workbook.losses import losses_of
from resource_mapper.storage.workbook.made_sheets import made_sheets
from resource_mapper.storage.workbook.reader import read_workbook
from resource_mapper.storage.workbook.schema import CONCERNS_SHEET, LIST_SHEET, SETTINGS_SHEET
from resource_mapper.storage.workbook.writer import write_workbook
from resource_mapper.storage.zip_parts import Package
from tests.helpers.books import saved
from tests.helpers.factories import make_resource, make_worksheet, many_resources

SALON = make_resource("いきいきサロン", id="salon", aim=Span(0.2, 0.9))
WISH = make_resource("配食", id="wish", status="あったらいいな")
FULL = Concern(
    id="k1",
    title="=送迎",
    grounds=("salon", "wish"),
    reason="足がない\nバスも",
    priority="高",
    difficulty="至急",
    who="社協：車\n自治会：当番",
    due=date(2027, 3, 31),
    state="取り組み中",
    raised_at="第1回",
    note="-1",
)
SHEET = make_worksheet(SALON, WISH, concerns=(FULL, Concern(id="k2", title="担い手")))


@pytest.fixture
def book() -> Any:
    return load_workbook(BytesIO(write_workbook(SHEET)))


def column(sheet: Any, label: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == label)


def read(book: Any) -> Any:
    return read_workbook(saved(book), "x")


def test_everything_comes_back() -> None:
    found = read_workbook(write_workbook(SHEET), "x")
    assert (found.worksheet, found.problems) == (SHEET, ())


def test_the_sheet_is_made_to_be_worked_on_and_printed(book: Any) -> None:
    sheet = book[CONCERNS_SHEET]
    assert book.sheetnames.index(CONCERNS_SHEET) == book.sheetnames.index("集計") + 1
    lists = {str(each.sqref)[0]: each.formula1 for each in sheet.data_validations.dataValidation}
    assert set(lists.values()) == {'"高,中,低"', '"これから,取り組み中,できた,見送り"'}
    assert sheet.cell(2, column(sheet, "期限")).number_format == "yyyy/mm/dd"
    assert sheet.cell(2, column(sheet, "根拠の資源")).value == "いきいきサロン\n配食"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (
        "landscape",
        9,
        1,
    )
    assert sheet.row_dimensions[2].height > sheet.row_dimensions[3].height, "all lines of a cell are in sight"
    assert sheet.column_dimensions[sheet.cell(1, column(sheet, "根拠のID")).column_letter].hidden


def test_a_row_added_in_excel_becomes_a_concern_and_knows_its_cards_by_name(book: Any) -> None:
    sheet = book[CONCERNS_SHEET]
    words = {"課題": "場所", "根拠の資源": "いきいき ｻﾛﾝ\n集会所", "期限": "R9.3.31", "状態": "できた"}
    for label, value in words.items():
        sheet.cell(4, column(sheet, label)).value = value
    found = read(book)
    added = found.worksheet.concerns[2]
    assert (added.title, added.due, added.state) == ("場所", date(2027, 3, 31), "できた")
    assert (added.grounds, added.reason) == (("salon",), "「集会所」")
    assert [(each.row, each.column) for each in found.problems] == [(4, "根拠の資源")]


def test_whatever_cannot_be_taken_is_told_and_kept_in_the_note(book: Any) -> None:
    sheet = book[CONCERNS_SHEET]
    sheet.cell(2, column(sheet, "期限")).value = "年度内"
    sheet.cell(1, sheet.max_column + 1).value = "予算"
    sheet.cell(3, sheet.max_column).value = 50000
    sheet.cell(3, column(sheet, "課題")).value = None
    sheet.cell(3, column(sheet, "ID")).value = "k1"
    found = read(book)
    first, second = found.worksheet.concerns
    assert (first.due, first.note) == (None, "-1\n期限：年度内")
    assert (second.title, second.note) == ("（課題の名前なし）", "予算：50000")
    assert first.id != second.id
    assert {each.column for each in found.problems} == {"期限", "課題", "予算", "ID"}
    again = read_workbook(write_workbook(found.worksheet, saved(book)), "x")
    assert (again.worksheet, again.problems) == (found.worksheet, ())


def test_a_card_that_was_deleted_in_excel_stays_by_its_name(book: Any) -> None:
    book[LIST_SHEET].delete_rows(2)
    found = read(book)
    assert found.worksheet.concerns[0].grounds == ("wish",)
    assert found.worksheet.concerns[0].reason == "足がない\nバスも\n「いきいきサロン」"
    assert [each.sheet for each in found.problems] == [CONCERNS_SHEET]


def test_a_users_own_sheet_of_that_name_is_neither_read_nor_touched() -> None:
    """Format 2 knew no 課題, and towns keep lists of their own under that name."""
    book: Any = load_workbook(BytesIO(write_workbook(make_worksheet(SALON, WISH))))
    del book[CONCERNS_SHEET]
    book[SETTINGS_SHEET]["B2"] = 2
    own = book.create_sheet(CONCERNS_SHEET)
    for row in (("課題", "優先度", "役割分担", "期限", "状態"), ("空き家", "高", "住宅課", "年内", "未着手")):
        own.append(row)
    book.create_sheet("まとめ")["A1"] = f"={CONCERNS_SHEET}!A2"
    old = saved(book)
    found = read_workbook(old, "x")
    assert (found.worksheet.concerns, found.problems) == ((), ())
    assert CONCERNS_SHEET not in made_sheets(Package(old))
    once = write_workbook(replace(found.worksheet, concerns=SHEET.concerns), old)
    twice = write_workbook(read_workbook(once, "x").worksheet, once)
    after: Any = load_workbook(BytesIO(twice))
    kept = f"{CONCERNS_SHEET}（元のシート）"
    assert list(after[kept].values)[1] == ("空き家", "高", "住宅課", "年内", "未着手")
    assert after["まとめ"]["A1"].value == f"='{kept}'!A2"
    assert read_workbook(twice, "x").worksheet.concerns == SHEET.concerns
    assert [name for name in after.sheetnames if CONCERNS_SHEET in name] == [CONCERNS_SHEET, kept]
    assert losses_of(Package(old)) == []


def test_a_title_above_our_headings_does_not_make_the_sheet_a_strangers(book: Any) -> None:
    sheet = book[CONCERNS_SHEET]
    sheet.insert_rows(1, 2)
    sheet["A1"] = "○○市の課題"
    assert read(book).worksheet == SHEET


def test_half_an_aim_is_healed_and_told(book: Any) -> None:
    sheet = book[LIST_SHEET]
    sheet.cell(2, column(sheet, "あるべき姿（左端）")).value = None
    found = read(book)
    assert found.worksheet.resources[0].aim == Span(0.9, 0.9)
    assert [each.column for each in found.problems] == ["あるべき姿（左端）"]


def test_thousands_of_cards_under_one_concern_come_back() -> None:
    cards = many_resources(2500)
    sheet = make_worksheet(*cards, concerns=(Concern(id="k", title="全体", grounds=tuple(each.id for each in cards)),))
    found = read_workbook(write_workbook(sheet), "x")
    assert (found.worksheet.concerns, found.problems) == (sheet.concerns, ())
