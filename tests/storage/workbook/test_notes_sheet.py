"""付箋 and 種別 in the workbook: they come back, also edited; what an older file calls so is the user's."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from resource_mapper.domain.note import Note
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Nature
from resource_mapper.storage.importing.list_import import import_list
from resource_mapper.storage.workbook.losses import losses_of
from resource_mapper.storage.workbook.made_sheets import made_sheets
from resource_mapper.storage.workbook.reader import read_workbook
from resource_mapper.storage.workbook.schema import (
    AIM_LEFT,
    AIM_RIGHT,
    LIST_SHEET,
    MADE_SHEETS,
    NOTE_HEADINGS,
    NOTES_SHEET,
    SETTINGS_SHEET,
)
from resource_mapper.storage.workbook.sheet_parts import sheet_parts
from resource_mapper.storage.workbook.writer import write_workbook
from resource_mapper.storage.zip_parts import Package
from tests.helpers.books import edited, repacked, unpacked

SAMPLE = sample_worksheet(date(2026, 11, 23))
NOTES = (
    Note(id="n1", words="=男性は\nどこへ？", position=0.5, lens="category", row="salon", height=0.25),
    Note(id="n2", words="足がない", position=1.0, lens="service_type", row="visit_a", height=1.0),
    Note(id="n3", words="桜台から", position=0.0, lens="district", row="桜台"),
    Note(id="n4", words="自由に", position=0.125, lens="free"),
)
NOTED = replace(SAMPLE, notes=NOTES)


def test_notes_come_back_and_are_words_to_those_who_have_only_excel() -> None:
    data = write_workbook(NOTED)
    found = read_workbook(data, "x")
    assert (found.worksheet, found.problems) == (NOTED, ())
    sheet: Any = load_workbook(BytesIO(data))[NOTES_SHEET]
    assert [cell.value for cell in sheet[2]][:5] == ["=男性は\nどこへ？", 50, "分類", "高齢者サロン系", 25]


def test_what_was_edited_in_excel_is_taken_or_told() -> None:
    def change(book: Any) -> None:
        sheet = book[NOTES_SHEET]
        sheet["A2"], sheet["D2"] = "書き直した", "その他"
        sheet["A3"] = None
        sheet["B4"] = "まんなか"
        sheet.append(["新しい付箋", 20])

    found = read_workbook(edited(write_workbook(NOTED), change), "x")
    notes = found.worksheet.notes
    assert [(each.words, each.row) for each in notes][:2] == [("書き直した", "other"), ("桜台から", "桜台")]
    assert notes[1].position == 0.5
    assert (notes[3].words, notes[3].position) == ("新しい付箋", 0.2)
    assert notes[3].id.startswith("n")
    assert {(each.sheet, each.row) for each in found.problems} == {(NOTES_SHEET, 3), (NOTES_SHEET, 4), (NOTES_SHEET, 6)}


def test_a_sheet_of_that_name_in_an_older_file_stays_the_users() -> None:
    def change(book: Any) -> None:
        del book[NOTES_SHEET]
        own = book.create_sheet(NOTES_SHEET)
        own["A1"], own["B2"] = "買い物", "付箋を10束"
        book[SETTINGS_SHEET]["B2"] = 2

    old = edited(write_workbook(SAMPLE), change)
    found = read_workbook(old, "x")
    assert found.worksheet.notes == ()
    assert NOTES_SHEET not in made_sheets(Package(old))
    assert losses_of(Package(old)) == []
    data = write_workbook(NOTED, old)
    book: Any = load_workbook(BytesIO(data))
    assert book["付箋（元のシート）"]["B2"].value == "付箋を10束"
    assert read_workbook(data, "x").worksheet.notes == NOTES
    again = load_workbook(BytesIO(write_workbook(NOTED, data)))
    assert again.sheetnames.count("付箋（元のシート）") == 1
    assert again[NOTES_SHEET]["A1"].value == NOTE_HEADINGS[0]


def with_shared_texts(data: bytes, part: str) -> bytes:
    """Return a workbook of which one sheet keeps its texts as Excel does: in a part that all cells share."""
    texts: list[bytes] = []

    def share(cell: re.Match[bytes]) -> bytes:
        texts.append(cell[1])
        return b't="s"><v>%d</v></c>' % (len(texts) - 1)

    sheet = re.sub(rb't="inlineStr"><is>(.*?)</is></c>', share, unpacked(data)[part], flags=re.DOTALL)
    parts = {part: sheet, "xl/sharedStrings.xml": _SHARED % b"".join(b"<si>%s</si>" % text for text in texts)}
    return repacked(data, parts)


_SHARED = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>'


def test_a_sheet_that_excel_has_saved_is_still_known_as_ours() -> None:
    data = write_workbook(NOTED)
    shared = with_shared_texts(data, sheet_parts(Package(data))[NOTES_SHEET])
    assert b"inlineStr" not in unpacked(shared)[sheet_parts(Package(data))[NOTES_SHEET]]
    assert read_workbook(shared, "x").worksheet == NOTED
    assert made_sheets(Package(shared)) == made_sheets(Package(data)) == MADE_SHEETS


def test_a_column_of_that_name_in_an_older_file_stays_the_users() -> None:
    def change(book: Any) -> None:
        sheet = book[LIST_SHEET]
        for label in (AIM_LEFT, AIM_RIGHT):  # which have come since, too
            sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == label))
        column = next(cell.column for cell in sheet[1] if cell.value == "種別")
        sheet.cell(2, column).value = "体操"
        for row in range(3, sheet.max_row + 1):
            sheet.cell(row, column).value = None
        book[SETTINGS_SHEET]["B2"] = 2

    old = edited(write_workbook(SAMPLE), change)
    found = read_workbook(old, "x").worksheet
    assert {each.nature for each in found.resources} == {Nature.ORGANISED}
    assert found.extra_headings == ("種別 (2)",)
    assert found.resources[0].extra == (("種別 (2)", "体操"),)
    again = read_workbook(write_workbook(found, old), "x")
    assert (again.worksheet, again.problems) == (found, ())


@pytest.mark.parametrize("word", ["自然な支え合い", "自然な 支え合い "])
def test_natural_support_comes_back_and_from_lists(word: str, tmp_path: Path) -> None:
    tea = replace(SAMPLE.resources[0], name="お茶のみ", nature=Nature.NATURAL)
    sheet = replace(SAMPLE, resources=(tea, *SAMPLE.resources[1:]))
    assert read_workbook(write_workbook(sheet), "x").worksheet == sheet
    table = f"名称,種別,場所\nお茶のみ,{word},縁側\n体操,サロン,集会所\n"
    path = tmp_path / "宝物.csv"
    path.write_text(table, encoding="utf-8")
    first, second = import_list(path).resources
    assert (first.nature, first.note) == (Nature.NATURAL, "")
    assert (second.nature, second.note) == (Nature.ORGANISED, "種別：サロン")
