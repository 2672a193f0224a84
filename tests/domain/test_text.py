"""What typed, pasted and imported text becomes, and when two words count as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.text import (
    MAX_CELL_UNITS,
    clean,
    clean_line,
    clean_text,
    compose_kana,
    file_stem,
    fitted,
    fold,
    fold_kana,
    is_storable,
    parse_count,
    utf16_length,
)
from tests.helpers.strategies import pieces

nasty = st.one_of(
    st.text(),
    st.lists(st.one_of(pieces, st.sampled_from("かハう\u3099\u309a\r\n\x00\x0b\ud800\ufffe\u3000\t")), max_size=8).map(
        "".join
    ),
)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("𠮷野家", "𠮷野家"),
        ("葛\U000e0100城", "葛\U000e0100城"),
        ("辻\ufe00", "辻\ufe00"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("福㈱①髙﨑㋿", "福㈱①髙﨑㋿"),  # neither NFC nor NFKC: names stay as typed
        ("e\u0301", "e\u0301"),
        ("か\u3099んば\u3099", "がんば\u3099"),
        ("ハ\u309aン", "パン"),
        ("か\u309a", "か\u309a"),  # no composed character exists
        ("一行目\r\n二行目\r三行目", "一行目\n二行目\n三行目"),
        ("Wordの\x0b改行", "Wordの\n改行"),
        ("a\x0cb\x85c\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("消\x00え\x07る\x1b\x7f", "消える"),
        ("半分\ud800だけ\udfff", "半分だけ"),
        ("\ufffe非\uffff文字", "非文字"),
        ("タブ\tは残る", "タブ\tは残る"),
        ("", ""),
    ],
)
def test_clean_keeps_what_was_typed_and_drops_what_no_file_can_hold(typed, stored):
    assert clean(typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  いきいきサロン　", "いきいきサロン"),
        ("いきいき\nサロン", "いきいき サロン"),
        ("いきいき\x0bサロン", "いきいき サロン"),
        ("いきいき\tサロン", "いきいき サロン"),
        ("第2・4木曜　10:00", "第2・4木曜　10:00"),
        ("\n\u3000\t", ""),
    ],
)
def test_clean_line_makes_one_line_without_blanks_at_its_ends(typed, stored):
    assert clean_line(typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [(" \n　", ""), ("", ""), ("一行目\r\n\r\n三行目\n", "一行目\n\n三行目\n"), ("  字下げ", "  字下げ")],
)
def test_clean_text_keeps_its_lines_and_takes_mere_blanks_for_nothing(typed, stored):
    assert clean_text(typed) == stored


@given(nasty)
def test_cleaning_twice_changes_nothing_more(text):
    for tidy in (clean, clean_line, clean_text):
        assert tidy(tidy(text)) == tidy(text)


@given(nasty)
def test_cleaned_text_is_storable_and_a_line_has_no_breaks(text):
    assert is_storable(clean(text))
    assert is_storable(clean_line(text))
    assert not set(clean_line(text)) & set("\n\r\t\x0b\x0c\x85\u2028\u2029")


@pytest.mark.parametrize("text", ["\x00", "a\rb", "か\u3099", "\ud800", "\u2028"])
def test_text_that_cleaning_would_change_is_not_storable(text):
    assert not is_storable(text)


def test_a_cell_holds_32767_utf16_units():
    assert is_storable("あ" * MAX_CELL_UNITS)
    assert not is_storable("あ" * (MAX_CELL_UNITS + 1))
    assert is_storable("𠮷" * 16_383)
    assert not is_storable("𠮷" * 16_384)  # 32,768 units


@given(st.text(st.characters(codec="utf-8")))
def test_utf16_length_is_what_the_encoder_says(text):
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


def test_compose_kana_leaves_everything_else_decomposed():
    assert compose_kana("か\u3099e\u0301ハ\u309a") == "がe\u0301パ"
    assert compose_kana("福\ufa1b") == "福\ufa1b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＮＰＯ", "npo"),
        ("ｶﾗｵｹ", "カラオケ"),
        ("月２〜３回", "月2～3回"),
        ("月2~3回", "月2〜3回"),
        ("配食＋見守り", "配食 + 見守り"),
        ("曜日・日時", "曜日 ･ 日時"),
        ("中学校区（日常生活圏域）", "中学校区 (日常生活圏域)"),
        ("03-1234", "０３－１２３４"),
        ("03-1234", "03−1234"),
        ("03-1234", "03–1234"),
        ("状態像（左端）", "状態像\n（左端）"),
        ("ガイド", "カ\u3099イド"),
        ("サ\u200bロン", "サロン"),
    ],
)
def test_width_case_blanks_and_hyphens_do_not_tell_words_apart(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("サロン", "サーロン"), ("は", "ば"), ("は", "ぱ"), ("さろん", "サロン"), ("1", "11"), ("邊", "邉")],
)
def test_other_differences_count(one, other):
    assert fold(one) != fold(other)


def test_search_also_forgets_hiragana_and_katakana():
    assert fold_kana("ｲｷｲｷｻﾛﾝ") == fold_kana("いきいきサロン") == "いきいきさろん"
    assert fold_kana("ヴァイオリン") == "ゔぁいおりん"
    assert fold_kana("コーヒー") == "こーひー"
    assert fold_kana("ヶヷ") == "ゖヷ"  # the last katakana that has a hiragana, and the next one


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("第2地区", "第2地区"),
        ("../../etc/passwd", "＿..＿etc＿passwd"),
        ("C:\\a|b?", "C＿＿a＿b＿"),
        ("con", "＿con"),
        ("LPT1.txt", "＿LPT1.txt"),
        (" . ", "無題"),
        ("", "無題"),
        ("あ" * 200, "あ" * 80),
    ],
)
def test_a_file_name_leads_nowhere_else(words, stem):
    assert file_stem(words) == stem


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), (" １２,３４５ 人 ", 12_345), ("3か所", 3), ("0", 0), ("", None), ("-3", None), ("約20", None)],
)
def test_whole_numbers_are_read_as_people_write_them(text: str, number: int | None) -> None:
    assert parse_count(text) == number


def test_a_number_longer_than_any_count_is_none() -> None:
    assert parse_count("9" * 5_000) is None


@given(st.text(st.sampled_from("あa𠮷\n 　"), max_size=40))
def test_texts_are_cut_at_whole_characters(text):
    long = text + "𠮷" * MAX_CELL_UNITS
    short = fitted(long)
    assert long.startswith(short)
    assert MAX_CELL_UNITS - 1 <= utf16_length(short) <= MAX_CELL_UNITS
    assert fitted(text) == text
