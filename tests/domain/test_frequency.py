"""How often, from words about when: what is plain is read, what is not is left alone."""

import pytest

from resource_mapper.domain import frequency
from resource_mapper.domain.frequency import frequency_in
from resource_mapper.domain.suggest import accept, suggest
from resource_mapper.domain.vocabulary import Wording, vocabulary
from tests.helpers.factories import make_resource


@pytest.mark.parametrize(
    ("text", "words", "often"),
    [
        ("第2・4木曜 10:00〜11:30", "第2・4木曜", "月2〜3回"),
        ("第２・第４ 木曜日", "第2・第4木曜日", "月2〜3回"),
        ("第一・第三土曜日", "第一・第三土曜日", "月2〜3回"),
        ("毎月第3土曜 13時から", "第3土曜", "月1回"),
        ("第1月、第3月", "第1月、第3月", "月2〜3回"),
        ("第1・2・3・4金", "第1・2・3・4金", "週1回"),
        ("毎週金", "毎週金", "週1回"),
        ("毎週日曜日", "毎週日曜日", "週1回"),
        ("毎週 火・金", "毎週火・金", "週2回以上"),
        ("毎週土日", "毎週土日", "週2回以上"),
        ("毎週水（第5週は休み）", "毎週水", "週1回"),
        ("毎日 6:30から", "毎日", "週2回以上"),
        ("週２〜３回", "週2~3回", "週2回以上"),
        ("月1回（第3土曜）", "第3土曜", "月1回"),
        ("月に2回", "月に2回", "月2〜3回"),
        ("隔週の木曜", "隔週", "月2〜3回"),
        ("年４回", "年4回", "年数回"),
        ("随時", "随時", "不定期"),
    ],
)
def test_what_is_plain(text: str, words: str, often: str) -> None:
    assert frequency_in(text) == (words, often)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10:00〜11:30",
        "木曜",
        "毎月",
        "第1〜第4木曜",
        "週1〜2回",
        "毎週金、第2土曜",
        "平日 10:00〜11:30\n定休日：土日",
        "毎日曜",
        "令和6年5月1日",
        "2024年12回目",
        "4月1日から",
        "第5木曜は休み",
        "【開館時間】9：00～21：30 【休館日】月の第3日曜日、祝日",
        "定休日：毎週月曜",
    ],
)
def test_what_says_nothing_sure(text: str) -> None:
    assert frequency_in(text) is None


def test_the_words_are_those_of_the_field() -> None:
    ours = {frequency.WEEKLY, frequency.OFTEN, frequency.MONTHLY, frequency.TWICE, frequency.YEARLY}
    assert ours | {frequency.NOW_AND_THEN} == set(vocabulary().labels("frequency", Wording.REVISED))


def test_it_is_suggested_with_its_reason_and_never_over_what_is_there() -> None:
    resource = make_resource("さくら会", None, schedule="第2・4木曜 10:00〜11:30")
    found = suggest(resource)
    assert found is not None
    assert found.in_words({}) == "「第2・4木曜」とあるので 月2〜3回"
    assert accept(resource, found).frequency == "月2〜3回"
    assert accept(resource, found).span is None
    assert suggest(make_resource("さくら会", None, schedule="毎週金", frequency="月1回")) is None
    both = suggest(make_resource("体操の会", None, schedule="毎週金"))
    assert both is not None
    assert (
        both.in_words({"gathering": "通いの場"})
        == "「体操」とあるので 通いの場、元気〜虚弱。「毎週金」とあるので 週1回"
    )
