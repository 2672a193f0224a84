"""集計, つながり, 版, and what the user made: they are there, agree with the app, and come back."""

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import UTC, date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from resource_mapper.domain.axis import BANDS, Span
from resource_mapper.domain.coverage import reaches
from resource_mapper.domain.edits import remove
from resource_mapper.domain.link import Link
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.version import Version
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.last_change import last_change
from resource_mapper.storage.machine import user_name
from resource_mapper.storage.workbook.carried import load_carried
from resource_mapper.storage.workbook.reader import read_workbook
from resource_mapper.storage.workbook.schema import (
    LINKS_SHEET,
    LIST_SHEET,
    SUMMARY_SHEET,
    VERSION_LINKS_SHEET,
    VERSIONS_SHEET,
)
from resource_mapper.storage.workbook.sheet_picture import MOST_LINES
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers.books import saved, unpacked, zipped
from tests.helpers.factories import make_resource, make_worksheet, many_resources

SAMPLE = sample_worksheet(date(2026, 11, 23))
OLD_SAMPLE = tuple(replace(each, service_type="") for each in SAMPLE.resources)
"""As the files of earlier formats hold it."""
IDS = [resource.id for resource in SAMPLE.resources]
FULL = replace(
    SAMPLE,
    links=(Link(IDS[0], IDS[3], "=元気になったら"), Link(IDS[3], IDS[0])),
    versions=(
        Version("第1回", date(2026, 4, 1), OLD_SAMPLE[:3]),
        Version("第2回", date(2026, 7, 1), (), ()),
        Version("第3回", date(2026, 7, 1), (replace(SAMPLE.resources[0], name="前の名前", status=""),)),
        Version(
            "第4回", date(2026, 9, 1), SAMPLE.resources[:3], (Link(IDS[0], IDS[2], "卒業後"), Link(IDS[1], IDS[0]))
        ),
    ),
)


def test_links_and_versions_come_back() -> None:
    found = read_workbook(write_workbook(FULL), "x")
    assert (found.worksheet, found.problems) == (FULL, ())


def test_a_link_goes_with_its_resource() -> None:
    assert remove(FULL, {IDS[3]}).links == ()
    assert remove(FULL, {IDS[5]}).links == FULL.links
    with pytest.raises(ValueError, match="link"):
        replace(SAMPLE, links=(Link("ない", IDS[0]),))


def test_links_and_versions_that_cannot_be_used_are_told_with_their_row() -> None:
    book = load_workbook(BytesIO(write_workbook(FULL)))
    book[LINKS_SHEET]["A2"] = "ない"
    versions: Any = book[VERSIONS_SHEET]
    versions.append([None, None, "版のない行"])
    book[VERSION_LINKS_SHEET]["B3"] = IDS[20]
    found = read_workbook(saved(book), "x")
    assert found.worksheet.links == FULL.links[1:]
    last = FULL.versions[-1]
    assert found.worksheet.versions == (*FULL.versions[:-1], replace(last, links=(Link(IDS[1], IDS[0]),)))
    rows = [(p.sheet, p.row) for p in found.problems]
    assert rows == [(LINKS_SHEET, 2), (VERSIONS_SHEET, 10), (VERSION_LINKS_SHEET, 3)]


def test_an_empty_status_stays_empty_but_a_row_added_in_excel_gets_the_default() -> None:
    worksheet = make_worksheet(make_resource("会", status="", contact_public=""))
    book = load_workbook(BytesIO(write_workbook(worksheet)))
    book[LIST_SHEET].append(["新しい会"])
    old, new = read_workbook(saved(book), "x").worksheet.resources
    assert (old.status, old.contact_public) == ("", "")
    assert (new.status, new.contact_public) == ("ある", "内部のみ")


def test_the_first_format_opens_for_ever() -> None:
    found = read_workbook((Path(__file__).parents[2] / "data" / "format-1.xlsx").read_bytes(), "format-1.xlsx")
    assert found.problems == ()
    assert found.worksheet.extra_headings == ("鍵の番号", "会費")
    assert found.worksheet.resources[0].extra == (("鍵の番号", "0042"), ("会費", 500.0))
    assert found.worksheet.resources[1:] == OLD_SAMPLE[1:]


def test_the_summary_holds_what_its_formulas_come_to() -> None:
    """Programs that only show (previews, the protected view) do not calculate."""
    worksheet = make_worksheet(*many_resources(60), make_resource("印", district="東*?", category="知らない"))
    sheet: Any = load_workbook(BytesIO(write_workbook(worksheet)), data_only=True)[SUMMARY_SHEET]
    rows = {row[0]: row[1:] for row in reversed(list(sheet.values)) if row[0]}
    available = [resource for resource in worksheet.resources if resource.status == "ある"]
    first = worksheet.categories[0]
    of_first = [resource for resource in available if resource.category == first.id]
    assert rows[first.label][:3] == tuple(sum(reaches(r, band) for r in of_first) for band in BANDS)
    assert rows[first.label][3:5] == (sum(r.span is None for r in of_first), len(of_first))
    assert rows["東*?"][5] == 1
    districts = Counter(resource.district for resource in worksheet.resources)
    assert all(rows[district][5] == number for district, number in districts.items() if district)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_formulas_come_to_the_same_in_libreoffice(tmp_path: Path) -> None:
    worksheet = make_worksheet(
        *many_resources(40),
        make_resource("印", district="東*?"),
        make_resource("印", (0, 1), district="東~", status="休止"),
    )
    data = write_workbook(worksheet)
    source = tmp_path / "集計.xlsx"
    # Without the values that are kept, so that it has to calculate.
    parts = {name: re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content) for name, content in unpacked(data).items()}
    source.write_bytes(zipped(parts))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, str(tmp_path / "out"), str(source)], check=True, capture_output=True, timeout=100)

    def counts(content: bytes) -> list[tuple[object, ...]]:
        sheet: Any = load_workbook(BytesIO(content), data_only=True)[SUMMARY_SHEET]
        return [tuple(row[:7]) for row in sheet.iter_rows(max_col=7, values_only=True)]

    assert counts((tmp_path / "out" / "集計.xlsx").read_bytes()) == counts(data)


def test_the_picture_of_a_long_list_shows_a_part_and_says_so() -> None:
    book: Any = load_workbook(BytesIO(write_workbook(make_worksheet(*many_resources(3000)))))
    picture = book["ワークシート"]
    assert picture.max_row < MOST_LINES + 30
    assert picture.page_setup.fitToHeight == 0
    words = " ".join(str(row[0]) for row in picture.values if row[0])
    assert "「資源一覧」を見てください" in words
    assert "図にないもの" in words


@pytest.fixture
def dressed() -> Any:
    """A workbook as somebody left it who works in Excel."""
    book: Any = load_workbook(BytesIO(write_workbook(SAMPLE)))
    sheet = book[LIST_SHEET]
    sheet.move_range(f"A1:{sheet.cell(1, sheet.max_column).coordinate[:-1]}25", rows=2)
    sheet["A1"] = "○○市の資源"
    own = sheet.max_column + 1
    sheet.cell(3, own, "会費の倍")
    for row in range(4, 28):
        sheet.cell(row, own, f"=LEN(A{row})*2").font = Font(color="FF0000")
    sheet["A5"].font = Font(bold=True, color="0000FF")
    sheet["B5"].comment = Comment("電話で確認", "鈴木")
    sheet.column_dimensions["A"].width = 55
    del book["ワークシート"]
    book.create_sheet("メモ", 0)["B2"] = "鍵は公民館"
    return book


def test_what_the_user_made_in_excel_survives_a_save(dressed: Any) -> None:
    before = saved(dressed)
    worksheet = read_workbook(before, "x").worksheet
    assert worksheet.resources == SAMPLE.resources  # formulas that nobody has calculated yet hold nothing
    value = replace(worksheet.resources[1], extra=(("会費の倍", 8.0),))
    reversed_list = tuple(reversed((worksheet.resources[0], value, *worksheet.resources[2:])))
    after: Any = load_workbook(BytesIO(write_workbook(replace(worksheet, resources=reversed_list), before)))
    sheet = after[LIST_SHEET]
    assert after.sheetnames[:2] == ["メモ", LIST_SHEET]
    assert (after["メモ"]["B2"].value, sheet["A1"].value) == ("鍵は公民館", "○○市の資源")
    assert sheet.column_dimensions["A"].width == 55
    moved = next(cell for cell in sheet["A"] if cell.value == value.name)
    assert (moved.row, moved.font.b, moved.font.color.rgb) == (26, True, "000000FF")
    assert sheet.cell(26, 2).comment.text == "電話で確認"
    heading = next(cell for cell in sheet[3] if cell.value == "会費の倍")
    assert sheet.cell(26, heading.column).value == "=LEN(A26)*2"
    assert sheet.cell(26, heading.column).font.color.rgb == "00FF0000"
    assert [cell.value for cell in sheet["A"][:3]] == ["○○市の資源", None, "名称"]


def test_columns_stay_in_the_users_order_and_saving_twice_changes_nothing() -> None:
    book: Any = load_workbook(BytesIO(write_workbook(SAMPLE)))
    sheet = book[LIST_SHEET]
    rows = [list(reversed(row)) for row in sheet.values]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    once = write_workbook(SAMPLE, saved(book))
    header = [cell.value for cell in load_workbook(BytesIO(once))[LIST_SHEET][1]]
    assert header == rows[0]
    twice = write_workbook(read_workbook(once, "x").worksheet, once)
    assert read_workbook(twice, "x").worksheet == read_workbook(once, "x").worksheet == SAMPLE
    assert [cell.value for cell in load_workbook(BytesIO(twice))[LIST_SHEET][1]] == header


def test_a_word_changed_in_excel_is_followed_by_the_numbers() -> None:
    book: Any = load_workbook(BytesIO(write_workbook(SAMPLE)))
    sheet = book[LIST_SHEET]
    sheet.cell(2, next(cell.column for cell in sheet[1] if cell.value == "状態像")).value = "要介護"
    worksheet: Worksheet = read_workbook(saved(book), "x").worksheet
    assert worksheet.resources[0].span == Span(2 / 3, 1.0)
    again = read_workbook(write_workbook(worksheet, saved(book)), "x").worksheet
    assert again == worksheet


def test_a_million_rows_that_were_formatted_by_mistake_do_not_hold_a_save_up() -> None:
    rows = b"".join(b'<row r="%d" s="1" customFormat="1" ht="30"/>' % number for number in range(900, 60_000))
    parts = unpacked(write_workbook(FULL))
    listed = "xl/worksheets/sheet1.xml"
    old = zipped(parts | {listed: parts[listed].replace(b"</sheetData>", rows + b"</sheetData>")})
    carried = load_carried(old, has_own_columns=True)
    assert carried.with_rows
    assert len(carried.book[LIST_SHEET].row_dimensions) < 1_100
    assert read_workbook(write_workbook(FULL, old), "x").worksheet == FULL


def test_the_second_format_opens_for_ever() -> None:
    found = read_workbook((Path(__file__).parents[2] / "data" / "format-2.xlsx").read_bytes(), "format-2.xlsx")
    assert found.problems == ()
    there = found.worksheet
    assert (there.resources[0].status, there.resources[0].extra) == ("", (("鍵の番号", "0042"), ("会費", 500.0)))
    assert there.resources[1:] == OLD_SAMPLE[1:]
    assert there.links == (Link(IDS[0], IDS[3], "元気になったら"),)
    assert there.versions == (Version("第1回", date(2026, 4, 1), OLD_SAMPLE[:3]),)


def test_a_save_says_who_made_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_workbook(SAMPLE))
    assert last_change(path, UTC)[1] == user_name()
