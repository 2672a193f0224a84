"""A workbook that somebody edited in Excel or LibreOffice comes back, and what was healed is told."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from resource_mapper.domain.axis import Span
from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.reader import ReadWorkbook, read_workbook
from resource_mapper.storage.workbook.rows import NAMELESS
from resource_mapper.storage.workbook.schema import FORMAT_VERSION, LIST_SHEET, OWN_SHEETS, SETTINGS_SHEET
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers import books
from tests.helpers.factories import make_resource, make_worksheet

SAMPLE = sample_worksheet(date(2026, 11, 23))


def edited(worksheet: Worksheet, edit: Callable[[Workbook], None]) -> ReadWorkbook:
    """Write, let `edit` change the workbook as a person would, read."""
    return read_workbook(books.edited(write_workbook(worksheet), edit), "直した.xlsx")


def column(sheet: Sheet, label: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == label)


def put(book: Workbook, row: int, label: str, value: object) -> None:
    sheet = book[LIST_SHEET]
    cell: Any = sheet.cell(row, column(sheet, label))
    cell.value = value


def messages(found: ReadWorkbook) -> str:
    return "\n".join(problem.message for problem in found.problems)


def test_reordered_columns_and_a_missing_optional_one() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[LIST_SHEET]
        sheet.delete_cols(column(sheet, "ふりがな"))
        rows = [list(row) for row in sheet.values]
        for index, row in enumerate(rows, start=1):
            for position, value in enumerate(reversed(row), start=1):
                sheet.cell(index, position).value = value

    found = edited(make_worksheet(make_resource("サロン", reading="さろん", district="東")), edit)
    assert [(r.name, r.reading, r.district) for r in found.worksheet.resources] == [("サロン", "", "東")]


def test_a_title_above_the_list_does_not_matter() -> None:
    def edit(book: Workbook) -> None:
        book[LIST_SHEET].insert_rows(1, 2)
        book[LIST_SHEET]["A1"] = "○○市 資源一覧"

    assert edited(SAMPLE, edit).worksheet.resources == SAMPLE.resources


def test_headings_are_found_in_any_width_and_with_spaces() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[LIST_SHEET]
        sheet.cell(1, column(sheet, "状態像（左端）")).value = "状態像 (左端)"
        sheet.cell(1, column(sheet, "URL")).value = "ＵＲＬ"

    assert edited(SAMPLE, edit).worksheet == SAMPLE


def test_a_changed_word_wins_over_the_numbers() -> None:
    found = edited(SAMPLE, lambda book: put(book, 2, "状態像", "虚弱"))
    assert found.worksheet.resources[0].span == Span(1 / 3, 2 / 3)
    assert found.worksheet.resources[1:] == SAMPLE.resources[1:]


def test_changed_numbers_win_over_the_word_that_fits_them_no_more() -> None:
    def edit(book: Workbook) -> None:
        put(book, 2, "状態像（左端）", 70)
        put(book, 2, "状態像（右端）", 90)
        put(book, 2, "状態像", None)

    assert edited(SAMPLE, edit).worksheet.resources[0].span == Span(0.7, 0.9)


def test_rows_added_in_excel_get_an_id_and_the_defaults() -> None:
    def edit(book: Workbook) -> None:
        book[LIST_SHEET].append(["新しい会"])

    found = edited(SAMPLE, edit)
    added = found.worksheet.resources[-1]
    assert (added.name, added.status, added.span) == ("新しい会", "ある", None)
    assert added.id not in {"", *(resource.id for resource in SAMPLE.resources)}
    assert found.problems == ()


def test_a_copied_row_gets_an_id_of_its_own_and_is_told() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[LIST_SHEET]
        sheet.append([cell.value for cell in sheet[2]])

    found = edited(SAMPLE, edit)
    assert len({resource.id for resource in found.worksheet.resources}) == 25
    assert [(p.row, p.column) for p in found.problems] == [(26, "ID")]


def test_blank_rows_and_a_sorted_list() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[LIST_SHEET]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for index, row in enumerate(reversed(rows)):
            for position, value in enumerate(row, start=1):
                sheet.cell(2 + index * 2, position).value = value
                sheet.cell(3 + index * 2, position).value = None

    assert edited(SAMPLE, edit).worksheet.resources == SAMPLE.resources[::-1]


def test_numbers_and_dates_typed_as_people_type_them() -> None:
    def edit(book: Workbook) -> None:
        put(book, 2, "定員", "２０")
        put(book, 2, "参加者数", 12.0)
        put(book, 2, "最終確認日", "R8.4.1")
        put(book, 2, "地区", 3)
        put(book, 2, "活動内容", "体操（運動）, 会食\n手芸")

    first = edited(SAMPLE, edit).worksheet.resources[0]
    assert (first.capacity, first.participants, first.confirmed_on) == (20, 12, date(2026, 4, 1))
    assert (first.district, first.activities) == ("3", ("体操（運動）", "会食", "手芸"))


@pytest.mark.parametrize(
    ("label", "value", "moved"),
    [
        ("定員", "約20名", "定員：約20名"),
        ("最終確認日", "春ごろ", "最終確認日：春ごろ"),
        ("状態像", "元気な方", "状態像：元気な方"),
    ],
)
def test_what_does_not_fit_a_column_moves_to_the_note(label: str, value: str, moved: str) -> None:
    found = edited(SAMPLE, lambda book: put(book, 3, label, value))
    assert found.worksheet.resources[1].note == moved
    assert [(p.sheet, p.row, p.column) for p in found.problems] == [(LIST_SHEET, 3, label)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [(60, 20, Span(0.2, 0.6)), (-5, 140, Span(0.0, 1.0)), (30, None, Span(0.3, 0.3))],
)
def test_ranges_that_make_no_sense_are_healed_and_told(left: object, right: object, expected: Span) -> None:
    def edit(book: Workbook) -> None:
        put(book, 2, "状態像", None)
        put(book, 2, "状態像（左端）", left)
        put(book, 2, "状態像（右端）", right)

    found = edited(SAMPLE, edit)
    assert found.worksheet.resources[0].span == expected
    assert found.problems


def test_a_row_without_a_name_is_kept_and_told() -> None:
    found = edited(SAMPLE, lambda book: put(book, 2, "名称", None))
    assert found.worksheet.resources[0].name == NAMELESS
    assert NAMELESS in messages(found)


def test_unknown_words_are_kept() -> None:
    def edit(book: Workbook) -> None:
        put(book, 2, "分類", "男性の会")
        put(book, 2, "状況", "検討中")

    first = edited(SAMPLE, edit).worksheet.resources[0]
    assert (first.category, first.status) == ("男性の会", "検討中")


def test_the_users_columns_come_back() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[LIST_SHEET]
        sheet.cell(1, sheet.max_column + 1).value = "鍵の番号"
        put(book, 2, "鍵の番号", "0042")

    worksheet = edited(SAMPLE, edit).worksheet
    assert worksheet.extra_headings == ("鍵の番号",)
    assert worksheet.resources[0].extra == (("鍵の番号", "0042"),)
    assert read_workbook(write_workbook(worksheet), "x").worksheet == worksheet


def test_the_users_sheets_survive_a_save() -> None:
    book = load_workbook(BytesIO(write_workbook(SAMPLE)))
    own = book.create_sheet("メモ")
    own["B2"] = "鍵は公民館"
    again = load_workbook(BytesIO(write_workbook(SAMPLE, books.saved(book))))
    assert again.sheetnames == [*OWN_SHEETS, "メモ"]
    assert again["メモ"]["B2"].value == "鍵は公民館"


def test_settings_that_make_no_sense_take_their_defaults_and_are_told() -> None:
    def edit(book: Workbook) -> None:
        for row in book[SETTINGS_SHEET].iter_rows(max_col=2):
            if row[0].value == "並べ方":
                row[1].value = "五十音"

    found = edited(SAMPLE, edit)
    assert found.worksheet.lens == "category"
    assert "五十音" in messages(found)


def test_people_of_65_or_older_are_read_as_typed_or_told() -> None:
    def write(text: str | int | None) -> Callable[[Workbook], None]:
        def edit(book: Workbook) -> None:
            for row in book[SETTINGS_SHEET].iter_rows(max_col=2):
                if row[0].value == "65歳以上人口":
                    row[1].value = text

        return edit

    for typed, number in ((8_200, 8_200), ("１２,３４５人", 12_345), (None, None)):
        found = edited(SAMPLE, write(typed))
        assert (found.worksheet.heading.elderly, found.problems) == (number, ())
    found = edited(SAMPLE, write("八千くらい"))
    assert found.worksheet.heading.elderly is None
    assert "八千くらい" in messages(found)


def test_without_settings_the_list_alone_is_read() -> None:
    def edit(book: Workbook) -> None:
        del book[SETTINGS_SHEET]

    assert edited(SAMPLE, edit).worksheet.resources == SAMPLE.resources


def test_a_newer_format_is_refused() -> None:
    def edit(book: Workbook) -> None:
        book[SETTINGS_SHEET]["B2"] = FORMAT_VERSION + 1

    with pytest.raises(UserFacingError, match="新しい版"):
        edited(SAMPLE, edit)


def test_another_workbook_is_refused_with_advice() -> None:
    with pytest.raises(UserFacingError, match="取り込む"):
        read_workbook(books.saved(Workbook()), "献立.xlsx")


def test_a_list_without_its_heading_is_refused() -> None:
    def edit(book: Workbook) -> None:
        book[LIST_SHEET].delete_rows(1)

    with pytest.raises(UserFacingError, match="見出し"):
        edited(SAMPLE, edit)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_and_saves_it_and_nothing_is_lost(tmp_path: Path) -> None:
    source = tmp_path / "見本.xlsx"
    source.write_bytes(write_workbook(SAMPLE))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, str(tmp_path / "out"), str(source)], check=True, capture_output=True, timeout=100)
    found = read_workbook((tmp_path / "out" / "見本.xlsx").read_bytes(), "見本.xlsx")
    assert found.worksheet == SAMPLE
    assert found.problems == ()
