"""Suggestions: from words, with their reason, and never over what somebody has settled."""

import tomllib

import pytest

from resource_mapper.domain import suggest as module
from resource_mapper.domain.axis import Span
from resource_mapper.domain.category import DEFAULT_CATEGORIES
from resource_mapper.domain.suggest import Suggestion, accept, suggest
from resource_mapper.domain.text import fold
from tests.helpers.factories import make_resource

LABELS = {category.id: category.label for category in DEFAULT_CATEGORIES}


def said(name: str, **values: object) -> str:
    found = suggest(make_resource(name, None, **values))
    return found.in_words(LABELS) if found else ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("いきいき百歳体操", "「百歳体操」とあるので 住民主体の通いの場、元気〜虚弱"),
        ("健康体操の会", "「体操」とあるので 住民主体の通いの場、元気〜虚弱"),
        ("ﾗｼﾞｵ体操の会", "「ラジオ体操」とあるので 住民主体の通いの場、元気"),
        ("ふれあいサロン", "「サロン」とあるので 高齢者サロン系、元気〜虚弱"),
        ("オレンジカフェ桜", "「オレンジカフェ」とあるので 高齢者サロン系、虚弱〜要介護"),
        ("囲碁クラブ", "「囲碁」とあるので 生涯学習的な趣味活動（個人）、元気"),
        ("グループホームやすらぎ", "「グループホーム」とあるので その他、要介護"),
        ("介護予防教室（運動器）", "「介護予防教室」とあるので 一般介護予防事業、元気〜虚弱"),
        ("通所型サービスB さくら", "「通所型サービス」とあるので 介護予防・生活支援サービス、虚弱"),
        ("子育てサロン", ""),
        ("さくら会", ""),
    ],
)
def test_names(name, words):
    assert said(name) == words


def test_the_name_says_more_than_the_activity():
    assert said("さくら会", activities=("体操（運動）",)).startswith("「体操」")
    assert said("さくら会", note="茶話会をしています").startswith("「茶話会」")
    assert said("さくらサロン", activities=("体操（運動）",)).startswith("「サロン」")


def test_what_is_settled_is_left_alone():
    settled = make_resource("体操の会", (0.1, 0.2), category="other")
    assert suggest(settled) is None
    half = make_resource("体操の会", None, category="other")
    found = suggest(half)
    assert found == Suggestion("", Span(0, 2 / 3), "体操")
    assert accept(half, found).category == "other"
    assert accept(half, found).span == Span(0, 2 / 3)


def test_a_category_that_the_worksheet_has_not_is_not_suggested():
    others = [category for category in DEFAULT_CATEGORIES if category.id != "gathering"]
    found = suggest(make_resource("体操の会", None), others)
    assert found is not None
    assert (found.category, found.in_words(LABELS)) == ("", "「体操」とあるので 元気〜虚弱")


def test_a_mark_goes_to_the_note():
    found = Suggestion("salon", None, "サロン")
    assert accept(make_resource("A", None, note="一行"), found, "（提案）").note == "一行\n（提案）"


def test_every_rule_can_be_reached_by_each_of_its_words():
    """A word that an earlier rule swallows would never be told as the reason."""
    swallowed = []
    for number, rule in enumerate(module._rules()):
        for word in rule.words.values():
            found = module._first_match(fold(word))
            assert found is not None
            if module._rules().index(found[0]) != number:
                swallowed.append(word)
    assert swallowed == []


@pytest.mark.parametrize(
    "broken",
    [
        '[[rule]]\nwords = []\ncategory = "salon"',
        '[[rule]]\nwords = ["a"]',
        '[[rule]]\nwords = ["a"]\ncategory = "unknown"',
        '[[rule]]\nwords = ["a"]\nspan = "元気すぎ"',
        '[[rule]]\nwords = ["a"]\nspan = "元気"\ncolour = 1',
    ],
)
def test_a_broken_data_file_is_noticed_at_load(broken):
    with pytest.raises(ValueError, match=r"suggest\.toml"):
        module._parse(tomllib.loads(broken))
