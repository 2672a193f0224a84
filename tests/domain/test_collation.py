"""The order of Japanese words."""

from resource_mapper.domain.collation import sort_key


def test_words_stand_as_in_a_dictionary() -> None:
    words = "あいさつ ｱｲｽ いきいきサロン かあと カード ガード かい ｶﾌｪ かふえ会 さくら ザクロ".split()  # noqa: SIM905
    assert sorted(set(words), key=sort_key) == words


def test_numbers_go_by_their_value() -> None:
    assert sorted(["第10サロン", "第２サロン", "第1サロン"], key=sort_key) == ["第1サロン", "第２サロン", "第10サロン"]
