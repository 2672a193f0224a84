"""Files of all kinds become tables of text, with the row numbers that people see."""

import os
import time
import zipfile
from datetime import date, datetime, timedelta
from datetime import time as clock
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.importing import table_file
from resource_mapper.storage.importing.excel_tables import cell_as_text
from resource_mapper.storage.importing.table import MAX_COLUMNS, MAX_ROWS, Table, make_table
from resource_mapper.storage.importing.table_file import read_tables


def saved(path, fill):
    """Save a workbook whose first sheet `fill` fills."""
    book = Workbook()
    fill(book.active)
    book.save(path)
    return path


def zipped(path, **files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def only(tables: list[Table]) -> Table:
    (table,) = tables
    return table


def refused(path) -> str:
    with pytest.raises(UserFacingError) as caught:
        read_tables(path)
    return str(caught.value)


def test_csv(tmp_path):
    path = tmp_path / "一覧.csv"
    path.write_bytes("題名,,\n\n名称,住所,\nさくら会,本町,\n,,\n".encode("cp932"))
    rows = (("題名",), ("名称", "住所"), ("さくら会", "本町"))
    assert only(read_tables(path)) == Table("一覧.csv", rows, (1, 3, 4), encoding="cp932", separator=",")


def test_comment_lines_stay_rows(tmp_path):
    path = tmp_path / "一覧.csv"
    path.write_text("#lang,ja\n#property,name\n1,A\n")
    assert only(read_tables(path)).rows == (("#lang", "ja"), ("#property", "name"), ("1", "A"))


@pytest.mark.parametrize("name", ["一覧.tsv", "一覧.txt", "一覧", "一覧.CSV"])
def test_text_under_other_names(tmp_path, name):
    path = tmp_path / name
    path.write_text("名称\t住所\nさくら会\t本町\n", encoding="utf-8")
    assert only(read_tables(path)).rows[1] == ("さくら会", "本町")


def test_unreadable_characters_are_told(tmp_path):
    path = tmp_path / "一覧.csv"
    path.write_bytes(("名称,住所\n" + "さくら会,本町\n" * 50).encode() + b"\xff")
    assert only(read_tables(path)).notes == ("読めない文字が1か所あり、「\ufffd」になっています。",)


def test_excel_cells_as_text(tmp_path):
    def fill(sheet):
        sheet.append(
            ["名称", 20, 3.5, True, date(2026, 11, 23), clock(9, 5), datetime.fromisoformat("2026-11-23 13:30")]
        )
        sheet.append(["さくら", "0120", "=1+1", None, timedelta(hours=25, minutes=30)])

    table = only(read_tables(saved(tmp_path / "一覧.xlsx", fill)))
    assert table.rows[0] == ("名称", "20", "3.5", "TRUE", "2026-11-23", "9:05", "2026-11-23 13:30")
    assert table.rows[1] == ("さくら", "0120", "", "", "25:30")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (1e20, "1e+20"),
        (-3.0, "-3"),
        (False, "FALSE"),
        (datetime.fromisoformat("2024-04-01 09:29:59.997000"), "2024-04-01 9:30"),
        (datetime.fromisoformat("2024-04-01 23:59:59.999999"), "2024-04-02"),
        (datetime.fromisoformat("1899-12-31 09:30"), "9:30"),
        ("", ""),
    ],
)
def test_odd_cells_as_text(value, text):
    assert cell_as_text(value) == text


def test_excel_keeps_row_numbers_but_no_empty_columns_before_the_table(tmp_path):
    def fill(sheet):
        sheet["C3"], sheet["D3"] = "地区", "名称"
        sheet["C8"], sheet["D8"], sheet["D9"] = "東", "さくら", "うめ"
        sheet.merge_cells("C8:C9")

    table = only(read_tables(saved(tmp_path / "一覧.xlsx", fill)))
    assert table.rows == (("地区", "名称"), ("東", "さくら"), ("東", "うめ"))
    assert table.numbers == (3, 8, 9)


def test_cells_merged_downwards_hold_for_each_row(tmp_path):
    def fill(sheet):
        for row in (["地区", "名称"], ["東", "A"], [None, "B"], [None, None], ["西", "C"]):
            sheet.append(row)
        sheet.merge_cells("A2:A4")
        sheet.merge_cells("A7:B8")

    assert only(read_tables(saved(tmp_path / "一覧.xlsx", fill))).rows == (
        ("地区", "名称"),
        ("東", "A"),
        ("東", "B"),
        ("西", "C"),
    )


def test_all_sheets_but_charts(tmp_path):
    book = Workbook()
    book["Sheet"].title = "北部"
    book["北部"]["A1"] = "名称"
    book.create_sheet("南部")["A1"] = "名称"
    book.create_chartsheet("図")
    book["南部"].sheet_state = "hidden"
    book.save(tmp_path / "一覧.xlsx")
    tables = read_tables(tmp_path / "一覧.xlsx")
    assert [(table.name, table.hidden) for table in tables] == [("北部", False), ("南部", True)]


def test_a_used_range_of_a_thousand_rows_is_no_trouble(tmp_path):
    def fill(sheet):
        sheet.append(["名称"])
        sheet.append(["さくら"])
        sheet.cell(1_000, 16_384).number_format = "@"

    table = only(read_tables(saved(tmp_path / "一覧.xlsx", fill)))
    assert (table.rows, table.notes) == ((("名称",), ("さくら",)), ())


def test_what_lies_beyond_the_limits_is_told():
    wide = make_table("表", [(1, ["a"] * (MAX_COLUMNS + 1))])
    assert len(wide.rows[0]) == MAX_COLUMNS
    assert wide.notes == ("列が300をこえたため、それより右の列は読み込んでいません。",)
    long = make_table("表", ((number, ["a"]) for number in range(1, MAX_ROWS + 2)))
    assert len(long.rows) == MAX_ROWS
    assert long.notes == ("300,000行をこえたため、300001行目から後は読み込んでいません。",)
    gap = make_table("表", [(1, ["a"]), (201, ["b"]), (402, ["c"]), (403, ["d"])])
    assert gap.numbers == (1, 201)
    assert gap.notes == ("空白の行が200行より長く続いたため、402行目から後は読み込んでいません。",)


def test_macros_are_no_reason_not_to_read(tmp_path):
    path = saved(tmp_path / "一覧.xlsx", lambda sheet: sheet.append(["名称"]))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    assert only(read_tables(path.rename(tmp_path / "一覧.xlsm"))).rows == (("名称",),)


def test_zip_of_lists(tmp_path):
    book = BytesIO()
    workbook = Workbook()
    workbook["Sheet"].append(["名称"])
    workbook.save(book)
    path = zipped(
        tmp_path / "一式.zip",
        **{
            "folder/a.csv": "名称\n甲\n".encode("cp932"),
            "../../b.csv": "名称\n乙\n",
            "c.xlsx": book.getvalue(),
            "readme.pdf": b"%PDF",
            "__MACOSX/._a.csv": b"\0\5",
            "~$c.xlsx": b"x",
        },
    )
    tables = read_tables(path)
    assert [(table.name, table.rows) for table in tables] == [
        ("a.csv", (("名称",), ("甲",))),
        ("b.csv", (("名称",), ("乙",))),
        ("c.xlsx Sheet", (("名称",),)),
    ]
    assert list(tmp_path.iterdir()) == [path]


def test_names_in_a_zip_from_windows(tmp_path):
    """They are cp932, and nothing says so."""
    path = tmp_path / "一式.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("X" * 10 + ".csv")
        archive.writestr(info, "名称\n甲\n")
    data = path.read_bytes().replace(b"X" * 10, "通いの場表".encode("cp932"))
    path.write_bytes(data)
    assert only(read_tables(path)).name == "通いの場表.csv"


def test_zip_with_one_bad_list_and_a_zip_inside(tmp_path):
    path = zipped(tmp_path / "一式.zip", **{"a.csv": "名称\n甲\n", "b.xlsx": b"", "c.zip": b"PK"})
    table = only(read_tables(path))
    assert table.name == "a.csv"
    assert "ZIPの中のZIP「c.zip」は読み込んでいません。" in table.notes
    assert any("「b.xlsx」は中身が空" in note for note in table.notes)


@pytest.mark.parametrize(
    ("files", "part_of_message"),
    [
        ({"a.zip": b"PK"}, "ZIPの中のZIP"),
        ({"a.pdf": b"%PDF"}, "一覧のファイル（CSVやExcelブック）が見つかりません"),
        ({"a.xlsx": b"name,1\n"}, "「.csv」に変えて"),
        ({f"{number}.csv": b"a" for number in range(101)}, "異常に大きくふくらむ"),
        ({"a.csv": b"0" * 5_000_000}, "異常に大きくふくらむ"),
        ({}, "一覧のファイル"),
    ],
)
def test_zips_that_help_nobody(tmp_path, files, part_of_message):
    assert part_of_message in refused(zipped(tmp_path / "一式.zip", **files))


def test_damaged_zip(tmp_path):
    path = zipped(tmp_path / "一式.zip", **{"a.csv": "名称\n" * 100})
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    assert "途中で切れている" in refused(path)
    path.write_bytes(whole.replace(b"a.csv", b"\0\0\0\0\0", 1)[:40] + b"\xff" * 10 + whole[50:])
    assert "「a.csv」は壊れているか" in refused(path)


def test_a_hundred_lists_in_a_zip_are_not_too_many(tmp_path):
    path = zipped(tmp_path / "一式.zip", **{f"{number}.csv": "名称" for number in range(100)})
    assert len(read_tables(path)) == 100


def test_zip_packed_in_an_unusual_way(tmp_path):
    path = tmp_path / "一式.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.csv", "名称")
    assert "「a.csv」は壊れているか" in refused(path)


def test_locked_zip(tmp_path):
    path = zipped(tmp_path / "一式.zip", **{"a.csv": "名称"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    assert "パスワード" in refused(path)


def test_missing_file_and_folder(tmp_path):
    assert "見つかりません" in refused(tmp_path / "ない.csv")
    assert "フォルダー" in refused(tmp_path)


def test_forbidden_file(tmp_path, monkeypatch):
    def forbidden(_):
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "一覧.csv"
    path.write_text("名称\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", forbidden)
    assert "「一覧.csv」を読む権限がありません" in refused(path)


def test_messages_name_the_file_not_its_folder(tmp_path):
    path = tmp_path / "一覧.xlsx"
    path.write_bytes(b"")
    text = refused(path)
    assert text.startswith("「一覧.xlsx」は")
    assert str(tmp_path) not in text


@pytest.mark.parametrize(
    ("name", "data", "part_of_message"),
    [
        ("表.xlsx", "名称,住所\n".encode(), "文字だけのファイル（CSVなど）"),
        ("表.xls", b"<html><table>", "ウェブページ（HTML）"),
        ("表.csv", b"<html><table>", "ウェブページ（HTML）"),
        ("表.csv", b"", "空（0バイト）"),
        ("表.csv", bytes(range(256)) * 20, "文字の表（CSV）として読み込めません"),
        ("表.csv", b"%PDF-1.4", "PDF"),
        ("表.csv", b"a," * 600_000, "文字の表（CSV）として読み込めません"),
        ("表.xlsx", bytes(range(256)), "壊れている"),
    ],
)
def test_files_that_are_something_else(tmp_path, name, data, part_of_message):
    path = tmp_path / name
    path.write_bytes(data)
    assert part_of_message in refused(path)


def test_a_workbook_under_another_name_is_read(tmp_path):
    path = saved(tmp_path / "一覧.xlsx", lambda sheet: sheet.append(["名称"])).rename(tmp_path / "一覧.csv")
    assert only(read_tables(path)).rows == (("名称",),)


def test_text_has_its_own_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(table_file, "MAX_TEXT_BYTES", 10)
    path = tmp_path / "一覧.csv"
    path.write_text("名称,住所\nさくら会,本町\n", encoding="utf-8")
    assert "大きすぎる" in refused(path)


def test_a_panic_in_the_reader_is_told_as_damage(tmp_path, monkeypatch):
    class PanicException(BaseException):
        pass

    def panic(_):
        raise PanicException

    path = saved(tmp_path / "一覧.xlsx", lambda sheet: sheet.append(["名称"]))
    monkeypatch.setattr("python_calamine.CalamineWorkbook.from_filelike", panic, raising=True)
    assert "壊れているか、Excelとは違う作り" in refused(path)


def test_the_file_is_closed_before_it_is_parsed(tmp_path):
    """A handle left open blocks everyone else on Windows; a failed reading is the usual culprit."""
    good = saved(tmp_path / "一覧.xlsx", lambda sheet: sheet.append(["名称"]))
    bad = tmp_path / "壊れ.xlsx"
    bad.write_bytes(good.read_bytes()[:-40])
    read_tables(good)
    refused(bad)
    handles = Path("/proc/self/fd")
    if handles.is_dir():  # where there is none, the moves below are the test
        assert not [handle for handle in handles.iterdir() if str(tmp_path) in os.path.realpath(handle)]
    good.rename(tmp_path / "別名.xlsx")
    bad.rename(tmp_path / "別名2.xlsx")


def test_strict_open_xml_is_read(tmp_path):
    """Other readers find no sheets in it and say nothing."""
    path = saved(tmp_path / "一覧.xlsx", lambda sheet: sheet.append(["名称", "住所"]))
    strict = tmp_path / "strict.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            content = content.replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            ).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            new.writestr(name, content)
    assert only(read_tables(strict)).rows == (("名称", "住所"),)


def test_every_real_file_ends_in_tables_or_a_kind_message(shared_data):
    read = 0
    for path in sorted(shared_data.glob("*/*")):
        started = time.perf_counter()
        message = ""
        try:
            read += bool(read_tables(path))
        except UserFacingError as error:
            message = str(error)
        assert time.perf_counter() - started < 5
        assert not message or (path.name in message and "ファイルは変更していません" in message)
    assert read >= 45
