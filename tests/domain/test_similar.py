"""Near-duplicates: what people write twice is found, what merely resembles is left in peace."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.similar import (
    MAX_PAIRS,
    alike,
    duplicate_pairs,
    name_key,
    near_duplicates,
)
from tests.helpers.factories import make_resource, many_resources


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("いきいきサロン", "いきいき　さろん"),
        ("いきいきサロン", "いきいきサロン（桜台公民館）"),
        ("いきいきサロン", "桜台いきいきサロン"),
        ("桜台いきいきサロン", "いきいきサロン桜台"),
        ("グランドゴルフ", "グラウンドゴルフ"),
        ("いきいきサロン", "いきいきさるん"),
        ("NPO法人いきいきサロン", "いきいきサロン"),
        ("ふれあいカフェ", "ふれあいカフエー"),
        ("第２サロン", "第2サロン"),
        ("会", "会"),
    ],
)
def test_ways_to_write_one_resource(one: str, other: str) -> None:
    assert alike(name_key(one), name_key(other))
    assert alike(name_key(other), name_key(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("サロンA", "サロンB"),
        ("ふれあいサロンA", "ふれあいサロンB"),
        ("第1いきいきサロン", "第2いきいきサロン"),
        ("一区いきいきサロン", "二区いきいきサロン"),
        ("いきいきサロン（桜台）", "いきいきサロン（東山）"),
        ("東サロン", "西サロン"),
        ("ふれあいサロン桜", "ふれあいサロン梅"),
        ("サロン", "サロン会"),
        ("ラジオ体操", "東山ラジオ体操"),
        ("囲碁教室", "将棋教室"),
        ("通所型サービスA", "通所型サービスB"),
    ],
)
def test_different_resources(one: str, other: str) -> None:
    assert not alike(name_key(one), name_key(other))


def test_the_sample_and_a_town_raise_no_false_alarm() -> None:
    assert duplicate_pairs(sample_worksheet().resources) == ()
    assert duplicate_pairs(many_resources(300)) == ()


def test_the_likeliest_come_first_and_readings_count() -> None:
    close, longer = make_resource("いきいきサロン"), make_resource("桜台いきいきサロン")
    read = make_resource("生き生きサロン", reading="いきいきさろん")
    others = (longer, make_resource("体操"), close, read)
    assert near_duplicates("いきいきサロン", others) == (close, read, longer)
    assert near_duplicates("いきいきサロン", others, most=1) == (close,)
    assert near_duplicates("いき", others) == ()
    assert near_duplicates("", others) == ()


def test_equal_names_in_different_places_are_different_resources() -> None:
    def at(**where: Any) -> Resource:
        return make_resource("百歳体操", **where)

    nowhere, park, hall, room = at(), at(place="公園"), at(place="公民館"), at(place="公民館２階")
    assert duplicate_pairs((park, hall)) == ()
    assert duplicate_pairs((at(district="桜台"), at(district="東山"))) == ()
    assert duplicate_pairs((nowhere, park, hall, room)) == (
        (nowhere, park),
        (nowhere, hall),
        (nowhere, room),
        (hall, room),
    )


parts = st.lists(st.sampled_from(("いき", "サロン", "さろん", "桜", "1", "（東）", "ー", "あ")), min_size=1, max_size=6)
cards = st.builds(
    lambda words, place: make_resource("".join(words), place=place), parts, st.sampled_from(("", "東", "西"))
)


@given(st.lists(cards, max_size=8))
def test_the_quick_way_finds_what_comparing_all_finds(resources: list[Resource]) -> None:
    def apart(one: Resource, other: Resource) -> bool:
        return {one.place, other.place} == {"東", "西"}

    expected = [
        (one, other)
        for one, other in combinations(resources, 2)
        if alike(name_key(one.name), name_key(other.name)) and not apart(one, other)
    ]
    assert list(duplicate_pairs(resources)) == expected


def test_a_name_repeated_without_end_has_an_end() -> None:
    assert len(duplicate_pairs([make_resource("体操の日") for _ in range(60)])) == MAX_PAIRS
