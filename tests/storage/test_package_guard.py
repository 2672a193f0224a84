"""What is no workbook, or no safe one, is refused with a message of its own, quickly and in little memory."""

import contextlib
import struct
import time
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage import zip_parts
from resource_mapper.storage.package_guard import Content, check_package, is_workbook, sniff
from tests.helpers.books import repacked, saved, unpacked, zipped

SHEET = "xl/worksheets/sheet1.xml"
SHEET_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET_TAIL = b"</sheetData></worksheet>"


def workbook_bytes() -> bytes:
    book = Workbook()
    sheet = book.create_sheet("一覧", 0)
    sheet.append(["名称", "住所"])
    sheet.append(["さくら会", "本町1"])
    return saved(book)


BOOK = workbook_bytes()


def sheet_with(rows: bytes) -> bytes:
    return repacked(BOOK, {SHEET: SHEET_HEAD + rows + SHEET_TAIL})


def message(data: bytes, name: str = "表.xlsx") -> str:
    with pytest.raises(UserFacingError) as caught:
        check_package(data, name)
    return str(caught.value)


def ole(*streams: str, then: bytes = b"") -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + "".join(streams).encode("utf-16-le") + then


def declared(data: bytes, part: str, size: int) -> bytes:
    """Return the zip with another unpacked size for a part, in the directory and before the part."""
    changed = bytearray(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        struct.pack_into("<I", changed, archive.getinfo(part).header_offset + 22, size)
    directory = data.index(b"PK\x01\x02")
    while (start := data.index(b"PK\x01\x02", directory)) >= 0:
        if data[start + 46 :].startswith(part.encode()):
            struct.pack_into("<I", changed, start + 24, size)
            return bytes(changed)
        directory = start + 4
    raise AssertionError(part)


def test_a_workbook_passes():
    check_package(BOOK, "表.xlsx")
    assert is_workbook(BOOK)


@pytest.mark.parametrize(
    ("data", "part_of_message"),
    [
        (b"", "空（0バイト）"),
        (ole("EncryptedPackage"), "Excelでパスワードを外して"),
        (ole("Workbook"), "古い形式のExcelファイル（.xls）"),
        (ole("Book"), "古い形式のExcelファイル（.xls）"),
        (ole("Workbook", then=bytes.fromhex("0908100000060500") + b"\0" * 12 + b"\x2f\0"), "パスワードがかかっている"),
        (ole("WordDocument"), "ほかのOfficeの古い形式"),
        ("名称,住所\nさくら会,本町1\n".encode(), "「.csv」に変えて"),
        ("名称,住所\nさくら会,本町1\n".encode("cp932"), "「.csv」に変えて"),
        ("名称\tさくら会".encode("utf-16"), "「.csv」に変えて"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "ウェブページ（HTML）"),
        (b"\xef\xbb\xbf  <!DOCTYPE html>\n<html></html>", "ウェブページ（HTML）"),
        (b'<?xml version="1.0"?><html xmlns="x"></html>', "ウェブページ（HTML）"),
        (b'<?xml version="1.0"?><Workbook></Workbook>', "XMLという形式"),
        (b"%PDF-1.7\n", "PDFのため"),
        (b"7z\xbc\xaf\x27\x1c", "ZIPではない圧縮ファイル"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Excelのブックではないか、壊れている"),
        (BOOK[: len(BOOK) // 2], "途中で切れている"),
        (BOOK[:100], "途中で切れている"),
        (zipped({"一覧.csv": "名称".encode()}), "Excelのブックではないため"),
        (zipped({"word/document.xml": b"<w/>"}), "Wordの文書"),
        (zipped({"ppt/presentation.xml": b"<p/>"}), "PowerPoint"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), ".ods"),
        (zipped({"xl/workbook.bin": b"x"}), "（.xlsb）"),
        (repacked(BOOK, {"xl/vbaProject.bin": b"x"}), "マクロ付きのブック（.xlsm）"),
        (repacked(BOOK, {SHEET: b"x" * 4_000_000}), "異常に大きくふくらむ"),
        (repacked(BOOK, {f"xl/media/{number}.png": b"" for number in range(2_001)}), "異常に大きくふくらむ"),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else None,  # some bytes hold the time: workers must agree
)
def test_each_kind_of_file_gets_its_own_message(data, part_of_message):
    text = message(data)
    assert part_of_message in text
    assert text.startswith("「表.xlsx」は")
    assert "ファイルは変更していません。" in text
    assert text.endswith(("ください。", "あります。", "なります。"))


def test_messages_are_all_different():
    values = [content.value for content in Content]
    assert len(set(values)) == len(values)


def test_macros_do_not_matter_where_the_file_is_only_read():
    check_package(repacked(BOOK, {"xl/vbaProject.bin": b"x"}), "表.xlsm", allow_macros=True)


def test_parts_with_backslashes_are_found():
    check_package(zipped({name.replace("/", "\\"): content for name, content in unpacked(BOOK).items()}), "表.xlsx")


def test_the_name_in_a_message_is_one_line():
    assert message(b"", "表\n.xlsx").startswith("「表 .xlsx」は")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "docProps/core.xml", "xl/other.dat"])
def test_entities_are_refused_wherever_they_stand(part, encoding):
    mark = {"utf-8": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
    filler = " " * 1_048_570  # the declaration lies across two pieces
    xml = '<?xml version="1.0"?>' + filler + '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert "（DTD）" in message(repacked(BOOK, {part: mark + xml.encode(encoding)}, zipfile.ZIP_STORED))


def test_a_cell_that_speaks_of_a_doctype_is_harmless():
    check_package(sheet_with(b'<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;!DOCTYPE</t></is></c></row>'), "表.xlsx")


def test_two_cells_in_opposite_corners_are_refused():
    """The fast reader would ask for 17 billion cells, and the program would die."""
    far = sheet_with(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert "範囲が広すぎる" in message(far)


def test_formatting_alone_does_not_count_as_used():
    check_package(sheet_with(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD9" s="1"/></row>'), "表.xlsx")


@pytest.mark.parametrize("size", [10, 100_000_000])
def test_a_part_that_lies_about_its_size_is_refused(size):
    part = b"<a>" + bytes(range(32, 127)) * 400_000  # does not look like a bomb by its ratio
    packed = repacked(BOOK, {"xl/comments1.xml": part}, zipfile.ZIP_STORED)
    text = message(declared(packed, "xl/comments1.xml", size))
    assert "途中で切れている" in text


def test_a_part_whose_content_was_damaged_is_refused():
    stored = bytearray(repacked(BOOK, {}, zipfile.ZIP_STORED))
    stored[stored.index(b"<sheetData>") + 3] ^= 1
    assert "壊れている" in message(bytes(stored))


def test_zip_encryption_is_told_as_a_password():
    with zipfile.ZipFile(BytesIO(BOOK)) as archive:
        start = archive.start_dir
    locked = bytearray(BOOK)
    locked[start + 8] |= 1
    assert "パスワード" in message(bytes(locked))


def test_a_second_part_of_the_same_name_is_checked_as_well():
    buffer = BytesIO(BOOK)
    with zipfile.ZipFile(buffer, "a") as new:
        for content in (b"<!DOCTYPE a><worksheet/>", b"<worksheet/>"):
            with pytest.warns(UserWarning, match="Duplicate"):
                new.writestr(SHEET, content)
    assert "（DTD）" in message(buffer.getvalue())


def test_overlapping_parts_are_refused():
    """Many entries that all point at the same packed bytes."""
    one = zipped({"xl/workbook.xml": b"<a/>" * 5_000})
    directory, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    entry = one[directory:end]
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 50, 50, len(entry) * 50, directory, 0)
    assert "異常に大きくふくらむ" in message(one[:directory] + entry * 50 + tail)


def test_a_directory_of_millions_of_parts_is_not_even_read(monkeypatch):
    monkeypatch.setattr(zipfile, "ZipFile", None)
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 90_000_000, 4, 0)
    assert "異常に大きくふくらむ" in message(b"PK\x03\x04" + b"\0" * 1_000 + tail)
    record = b"PK\x06\x06" + b"\0" * 36 + struct.pack("<Q", 90_000_000) + b"\0" * 8
    tail64 = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert "異常に大きくふくらむ" in message(b"PK\x03\x04" + record + b"\0" * 20 + tail64)


def test_a_bomb_is_refused_at_once_and_in_little_memory():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new, new.open("xl/workbook.xml", "w") as part:
        for _ in range(300):
            part.write(b"\0" * 1_000_000)
    bomb = buffer.getvalue()
    tracemalloc.start()
    started = time.perf_counter()
    text = message(bomb)
    seconds = time.perf_counter() - started
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "異常に大きくふくらむ" in text
    assert seconds < 2
    assert peak < 2 * len(bomb) + 5_000_000


def test_a_large_honest_part_is_checked_piece_by_piece(monkeypatch):
    """Only a few megabytes at a time, however large the sheet."""
    monkeypatch.setattr(zip_parts, "MAX_RATIO", 10_000)
    sheet = SHEET_HEAD + b'<row r="1"><c r="A1"><v>1</v></c></row>' * 300_000 + SHEET_TAIL
    data = repacked(BOOK, {SHEET: sheet})
    del sheet
    tracemalloc.start()
    check_package(data, "表.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", BOOK[:200], BOOK[-200:]]))
def test_any_bytes_are_refused_kindly(data, beginning):
    with pytest.raises(UserFacingError):
        check_package(beginning + data, "表.xlsx")


@given(st.integers(0, len(BOOK) - 1), st.integers(1, 255))
def test_one_flipped_byte_is_refused_or_harmless(position, change):
    data = bytearray(BOOK)
    data[position] ^= change
    with contextlib.suppress(UserFacingError):
        check_package(bytes(data), "表.xlsx")


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (b"PK,name\n1,2\n", Content.TEXT),
        (b"PK\x05\x06" + b"\0" * 18, Content.ZIP),
        ("\ufeff名称".encode("utf-16-le"), Content.TEXT),
        (b"name\0", Content.UNKNOWN),
        (b"<b>,1", Content.TEXT),
    ],
)
def test_sniffing(data, content):
    assert sniff(data) is content


@pytest.mark.parametrize(
    ("name", "part_of_message"),
    [
        ("takamatsu-zero.xlsx", "空（0バイト）"),
        ("poi-protect.xlsx", "パスワード"),
        ("msoffcrypto-xls.xls", "パスワード"),
        ("hachioji-xls.xls", "古い形式"),
        ("poi-truncated-a.xlsx", "途中で切れている"),
        ("calamine-badcrc.xlsx", "壊れている"),
        ("poi-xmlbomb-sst.xlsx", "（DTD）"),
    ],
)
def test_real_files(shared_data, name, part_of_message):
    assert part_of_message in message((shared_data / "awkward" / name).read_bytes(), name)


def test_real_workbooks_pass(shared_data):
    for path in sorted((shared_data / "preserve").glob("*.xlsx")):
        check_package(path.read_bytes(), path.name)
