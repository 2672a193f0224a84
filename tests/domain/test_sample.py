"""The sample that ships: the deck's filled sheet (p15) and its blank one (p16)."""

from datetime import date

from resource_mapper.domain.axis import Span
from resource_mapper.domain.sample import blank_worksheet, sample_worksheet
from resource_mapper.domain.text import fold_kana

NAMES = (
    "囲碁教室",
    "健康麻雀",
    "カラオケ",
    "料理クラブ",
    "グランドゴルフ",
    "スポーツクラブ",
    "太極拳",
    "高齢者サロン",
    "いきいきサロン",
    "男の集い場",
    "認知症カフェ",
    "住民主体の通いの場",
    "ラジオ体操",
    "一般介護予防教室",
    "介護予防把握事業",
    "地域リハビリテーション活動支援事業",
    "通所B・訪問B",
    "通所C・訪問C",
    "緩和型A",
    "従前相当サービス",
    "生きがいデイ",
    "シルバー人材センター",
    "ボランティア活動",
    "介護サービス",
)


def test_the_24_names_of_the_deck():
    assert [resource.name for resource in sample_worksheet().resources] == list(NAMES)
    assert len(NAMES) == 24


def test_every_card_is_placed_and_has_a_category():
    worksheet = sample_worksheet()
    assert worksheet.placed == worksheet.resources
    assert all(worksheet.category_of(resource) for resource in worksheet.resources)


def test_cards_by_category():
    found = [resource.category for resource in sample_worksheet().resources]
    assert {word: found.count(word) for word in found} == {
        "hobby": 7,
        "salon": 4,
        "gathering": 2,
        "prevention": 3,
        "service": 5,
        "other": 3,
    }


def test_some_ranges_of_the_design():
    spans = {resource.name: resource.span for resource in sample_worksheet().resources}
    assert spans["囲碁教室"] == Span(0.02, 0.30)
    assert spans["認知症カフェ"] == Span(0.45, 0.85)
    assert spans["介護サービス"] == Span(0.80, 1.00)


def test_readings_are_hiragana():
    for resource in sample_worksheet().resources:
        assert resource.reading
        assert fold_kana(resource.reading) == resource.reading


def test_two_samples_are_the_same_document():
    assert sample_worksheet() == sample_worksheet()
    assert sample_worksheet(date(2026, 11, 23)).heading.made_on == date(2026, 11, 23)


def test_the_blank_sheet_carries_one_card():
    assert [(r.name, r.preprinted) for r in blank_worksheet().resources] == [("介護サービス", True)]
    assert [r.name for r in sample_worksheet().resources if r.preprinted] == ["介護サービス"]
