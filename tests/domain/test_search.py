"""Search: whoever types it another way finds it all the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.search import find, query_words, search_key
from resource_mapper.domain.vocabulary import Wording
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import names


@pytest.mark.parametrize(
    "ways",
    [
        ("サロン", "さろん", "ｻﾛﾝ", "サ ロ ン"),
        ("カフェ", "カフエ", "かふぇ", "ｶﾌｪ"),
        ("デイサービス", "デイサ-ビス", "でいさびす"),
        ("グラウンドゴルフ", "ｸﾞﾗｳﾝﾄﾞ・ｺﾞﾙﾌ"),
        ("NPO", "ＮＰＯ", "npo", "Npo"),
        ("087-839-2346", "０８７－８３９－２３４６", "0878392346"),
        ("緑ヶ丘", "緑ケ丘", "緑け丘"),
        ("つづき", "ツヅキ", "つずき"),
    ],
)
def test_ways_to_write_it_are_one(ways: tuple[str, ...]) -> None:
    assert len({search_key(way) for way in ways}) == 1


@pytest.mark.parametrize("pair", [("サロンA", "サロンB"), ("ハハ", "ババ"), ("東", "西"), ("か", "が"), ("ー", "")])
def test_what_differs_stays_different(pair: tuple[str, str]) -> None:
    assert search_key(pair[0]) != search_key(pair[1])


@given(names, st.data())
def test_any_part_of_a_name_finds_it(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(name) - 1))
    part = data.draw(st.integers(start + 1, len(name)).map(lambda end: name[start:end]))
    if search_key(part) in search_key(name):  # a cut letter and its mark may fold differently
        sheet = make_worksheet(make_resource(name))
        assert len(find(sheet, part)) == bool(query_words(part))


def test_every_field_with_words_is_searched_and_no_word_is_found_across_two() -> None:
    card = make_resource(
        "いきいきサロン",
        None,
        reading="いきいきさろん",
        category="salon",
        operator="桜台町内会",
        place="中央公民館",
        schedule="第2・4木曜 10:00",
        activities=("体操（運動）", "会食"),
        service_type="visit_a",
        note="1行目\n雨天中止",
        extra=(("担当", "山田"), ("数", 3.0)),
    )
    sheet = make_worksheet(card, make_resource("別"), wording=Wording.DECK, extra_headings=("担当", "数"))
    for query in (
        "サロン系",
        "町内会",
        "公民館",
        "木曜",
        "会食",
        "緩和した基準",
        "雨天",
        "山田",
        "いきいき　雨天",
        "ある",
    ):
        assert card.id in find(sheet, query), query
    for query in ("会中央", "山本", "いきいき 山本", "", "　"):
        assert card.id not in find(sheet, query), query
