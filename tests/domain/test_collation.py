"""The order of Japanese words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.collation import sort_key
from resource_mapper.domain.text import fold


@pytest.mark.parametrize(
    "words",
    [
        ["第1地区", "第2地区", "第10地区", "第11地区"],
        ["第1地区", "第２地区", "第3地区"],
        ["第一", "第二", "第三", "第九", "第十", "第十一", "第二十", "第二十一", "第九十九", "第百", "第百五"],
        ["2丁目", "10丁目", "本町"],
        ["桜台1丁目", "桜台2丁目西", "桜台2丁目東", "桜台10丁目"],
        ["あおば", "アカネ", "いずみ"],  # kana of either kind by sound
        ["East", "west", "あおば", "中央", "東山", "緑が丘"],
        ["中央", "𠮷野"],  # not in JIS X 0208: last
        ["", "1", "A"],
        [
            "あいさつ",
            "ｱｲｽ",
            "いきいきサロン",
            "かあと",
            "カード",
            "ガード",
            "かい",
            "ｶﾌｪ",
            "かふえ会",
            "さくら",
            "ザクロ",
        ],
    ],
)
def test_words_in_the_order_people_look_for_them(words):
    assert sorted(sorted(words), key=sort_key) == words


@given(st.text(), st.text())
def test_any_two_words_can_be_compared_and_spellings_that_fold_alike_are_equal(one, other):
    assert (sort_key(one) < sort_key(other)) == (sort_key(fold(one)) < sort_key(fold(other)))


def test_digits_of_other_scripts_do_not_disturb():
    assert sort_key("²") == sort_key("2")
    assert sort_key("٣")
