"""Separated text in the encodings, separators and states of repair that occur."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.storage.importing import csv_text
from resource_mapper.storage.importing.csv_text import UnreadableTextError, decode_text, parse_rows

TOWN = "名称,住所\n髙﨑サロン①㈱,本町１－２〜３\nさくら会,ｻｸﾗ町\n"


def rows(text: str) -> list[list[str]]:
    return [row for _, row in parse_rows(text)]


def euc_from_windows(text: str) -> bytes:
    """Encode to EUC-JP with the vendor's characters (①, ㈱, 髙 …), as Windows programs do and Python does not."""
    encoded = bytearray()
    for char in text:
        pair = char.encode("cp932")
        if len(pair) == 1:
            encoded += pair if pair[0] < 0x80 else b"\x8e" + pair
            continue
        lead, trail = pair
        row = (lead - (0x81 if lead < 0xA0 else 0xC1)) * 2
        if trail >= 0x9F:
            encoded += bytes((row + 1 + 0xA1, trail - 0x9F + 0xA1))
        else:
            encoded += bytes((row + 0xA1, trail - 0x40 - (trail > 0x7F) + 0xA1))
    return bytes(encoded)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_encodings(encoding):
    assert decode_text(TOWN.replace("〜", "～").encode(encoding)) == (TOWN.replace("〜", "～"), 0)


def test_utf_16_with_either_byte_order():
    assert decode_text("\ufeff名称".encode("utf-16-be")) == ("名称", 0)
    assert decode_text("\ufeff名称".encode("utf-16-le")) == ("名称", 0)


def test_euc_jp():
    text = "名称,住所\nいきいきサロン,東町1-2\nカフェ,ﾊﾝｶｸ\n"
    assert decode_text(text.encode("euc_jp")) == (text, 0)


def test_euc_jp_with_characters_of_windows():
    text = "名称,備考\n①㈱さくら,髙﨑さん（No.Ⅲ）\nひまわり会,本町の集会所\n"
    with pytest.raises(UnicodeDecodeError):
        euc_from_windows(text).decode("euc_jp")
    assert decode_text(euc_from_windows(text)) == (text, 0)


@given(st.text(st.characters(codec="euc_jp", categories=["Lo"]), min_size=4, max_size=60))
def test_euc_jp_is_told_from_cp932_by_its_kana(word):
    text = f"名称,場所\n{word},さくら公民館の２階のひろい会議室\n" * 3
    if not any("\uff61" <= char <= "\uff9f" for char in word):
        assert decode_text(text.encode("euc_jp"))[0] == text


def test_one_bad_pair_does_not_make_other_text_of_euc_jp():
    text = "名称,住所\n" + "さくら会,本町の集会所\n" * 40
    for bad in (b"\xae\xa1", b"\xff", b"\xa4"):
        found, unreadable = decode_text(text.encode("euc_jp") + bad)
        assert found.startswith(text)
        assert unreadable in (1, 2)


def test_one_bad_byte_does_not_make_other_text_of_cp932():
    text = "名称,住所\n" + "さくら会,本町の集会所\n" * 40
    assert decode_text(text.encode("cp932") + b"\xa0\xff") == (text + "\ufffd\ufffd", 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp", "iso2022_jp"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_long_text_is_read_in_pieces_and_comes_out_the_same(monkeypatch, encoding, line_end):
    text = "名称,住所\nさくら会,本町の集会所\n\n" * 40
    data = text.replace("\n", line_end).encode(encoding)
    whole = rows(text)
    monkeypatch.setattr(csv_text, "_PIECE", 7)
    assert decode_text(data) == (text, 0)
    assert rows(text) == whole


def test_what_cannot_be_read_is_counted_in_all_pieces(monkeypatch):
    line = "さくら会,本町の集会所\n".encode("cp932")
    monkeypatch.setattr(csv_text, "_PIECE", 7)
    found, unreadable = decode_text((line * 30 + b"\xa0\n") * 3)
    assert unreadable == found.count("\ufffd") == 3


def test_iso_2022_jp():
    assert decode_text("名称,さくら\n".encode("iso2022_jp")) == ("名称,さくら\n", 0)


def test_some_bad_bytes_are_counted_not_fatal():
    text, unreadable = decode_text(("名称,住所\n" + "さくら会,本町\n" * 50).encode() + b"\xff\xff")
    assert text.startswith("名称,住所\nさくら会,本町\n")
    assert unreadable == 2


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, b"\0" * 500])
def test_bytes_that_are_no_text(data):
    with pytest.raises(UnreadableTextError):
        decode_text(data)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends(line_end):
    data = line_end.join(["名称,住所", "さくら会,本町", ""]).encode("cp932")
    assert rows(decode_text(data)[0]) == [["名称", "住所"], ["さくら会", "本町"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a\tb,c\n1\t2\n", [["a", "b,c"], ["1", "2"]]),
        ("a;b;c\nx;25,5;1,2\n1;2;:,:\n", [["a", "b", "c"], ["x", "25,5", "1,2"], ["1", "2", ":,:"]]),
        ("a,b\n480-1;480-2,x\n1;2;3,y\n", [["a", "b"], ["480-1;480-2", "x"], ["1;2;3", "y"]]),
        ("一覧,,\n\na,b,c\n1,2,3\n", [["一覧", "", ""], [], ["a", "b", "c"], ["1", "2", "3"]]),
        ('a,b\n"1\n2","x ""y"" z"\n', [["a", "b"], ["1\n2", 'x "y" z']]),
        ("a\nb\n", [["a"], ["b"]]),
        ("", []),
    ],
)
def test_separators_and_quotes(text, expected):
    assert rows(text) == expected


def test_numbers_are_those_of_a_spreadsheet():
    """A record on two lines is one row there, an empty line is one as well."""
    assert list(parse_rows('a,b\n"1\n2",3\n\n4,5\n')) == [
        (1, ["a", "b"]),
        (2, ["1\n2", "3"]),
        (3, []),
        (4, ["4", "5"]),
    ]


def test_a_quotation_mark_left_open_does_not_swallow_the_rest():
    assert rows('a,b\n1,"x\n2,y\n3,z\n') == [["a", "b"], ["1", "x"], ["2", "y"], ["3", "z"]]


def test_an_endless_cell_does_not_swallow_the_rest():
    long = "x" * 200_000
    assert rows(f'a,b\n1,"{long}"\n2,y\n') == [["a", "b"], ["1", long], ["2", "y"]]


def test_more_broken_lines_than_are_repaired_are_taken_as_they_stand():
    long = '"' + "x" * 140_000
    found = rows("a,b\n" + f"1,{long}\n" * 25)
    assert found == [["a", "b"], *([["1", "x" * 140_000]] * 25)]


def test_many_open_quotation_marks_end_somewhere():
    found = rows("a,b\n" + '1,"x""\n' * 101)
    assert found[0] == ["a", "b"]
    assert 2 <= len(found) <= 102


def test_a_line_without_end_is_no_table():
    with pytest.raises(UnreadableTextError):
        rows("x," * 600_000)


cells = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=3, max_size=12))
def test_what_the_csv_module_writes_comes_back(table):
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows([["名称", "住所", "備考"]] * 12 + table)
    assert rows(written.getvalue())[12:] == table


@given(st.text(max_size=300))
def test_any_text_ends(text):
    for number, _ in parse_rows(text):
        assert number <= text.count("\n") + 2
