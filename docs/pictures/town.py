"""The town in the pictures: the sample with a little of what a year of work adds."""

from dataclasses import replace
from datetime import date

from resource_mapper.domain.axis import Span
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet

TODAY = date(2026, 11, 23)
_DETAILS = {
    "高齢者サロン": ("北地区", "北公民館", "毎週火曜 10:00", "住民・自治会", "自治会"),
    "いきいきサロン": ("南地区", "さくら会館", "第2・4木曜 10:00", "住民・自治会", "自治会"),
    "認知症カフェ": (
        "南地区",
        "地域包括支援センター",
        "毎月15日 13:30",
        "社会福祉法人・社協",
        "中学校区（日常生活圏域）",
    ),
    "住民主体の通いの場": ("北地区", "集会所", "毎週金曜 9:30", "住民・自治会", "自治会"),
    "ラジオ体操": ("東地区", "中央公園", "毎朝 6:30", "老人クラブ", "自治会"),
    "一般介護予防教室": ("東地区", "保健センター", "毎週水曜 13:30", "市町村", "市町村"),
    "シルバー人材センター": ("東地区", "市役所となり", "平日", "その他", "市町村"),
}
"""地区, 場所, 曜日・日時, 実施主体の種類, 圏域 of some cards."""


def town() -> Worksheet:
    """Return the sample with places, times and kinds of organisers."""
    return sample_worksheet(TODAY).with_resources(_known(card) for card in sample_worksheet(TODAY).resources)


def town_with_tray() -> Worksheet:
    """Return the town with two cards that nobody has placed yet."""
    sheet = town()
    waiting = (
        Resource(id="picture-1", name="男の料理教室", category="hobby"),
        Resource(id="picture-2", name="買い物ツアー", category="service", status=Status.WANTED),
    )
    return sheet.with_resources((*sheet.resources, *waiting))


def town_before() -> tuple[Resource, ...]:
    """Return what the list was half a year ago: two fewer, and one that served fewer people."""
    gone = ("通所C・訪問C", "認知症カフェ")
    cards = [card for card in town().resources if card.name not in gone]
    return tuple(replace(card, span=Span(0.25, 0.4)) if card.name == "いきいきサロン" else card for card in cards)


def _known(card: Resource) -> Resource:
    if card.name not in _DETAILS:
        return card
    district, place, schedule, kind, area = _DETAILS[card.name]
    return replace(card, district=district, place=place, schedule=schedule, operator_kind=kind, area_level=area)
