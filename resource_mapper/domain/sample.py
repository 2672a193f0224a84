"""The sample that ships: the 24 resources of the deck's filled sheet (p15), and its blank sheet (p16)."""

from datetime import date

from resource_mapper.domain.axis import Span
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Heading, Worksheet

# (name, reading, category, left %, right %): names from p15, category and range are our reading of the deck.
_DECK = (
    ("囲碁教室", "いごきょうしつ", "hobby", 2, 30),
    ("健康麻雀", "けんこうまーじゃん", "hobby", 6, 36),
    ("カラオケ", "からおけ", "hobby", 10, 40),
    ("料理クラブ", "りょうりくらぶ", "hobby", 4, 28),
    ("グランドゴルフ", "ぐらんどごるふ", "hobby", 0, 20),
    ("スポーツクラブ", "すぽーつくらぶ", "hobby", 0, 18),
    ("太極拳", "たいきょくけん", "hobby", 5, 33),
    ("高齢者サロン", "こうれいしゃさろん", "salon", 20, 55),
    ("いきいきサロン", "いきいきさろん", "salon", 25, 62),
    ("男の集い場", "おとこのつどいば", "salon", 12, 45),
    ("認知症カフェ", "にんちしょうかふぇ", "salon", 45, 85),
    ("住民主体の通いの場", "じゅうみんしゅたいのかよいのば", "gathering", 10, 62),
    ("ラジオ体操", "らじおたいそう", "gathering", 0, 35),
    ("一般介護予防教室", "いっぱんかいごよぼうきょうしつ", "prevention", 15, 50),
    ("介護予防把握事業", "かいごよぼうはあくじぎょう", "prevention", 30, 55),
    (
        "地域リハビリテーション活動支援事業",
        "ちいきりはびりてーしょんかつどうしえんじぎょう",
        "prevention",
        28,
        70,
    ),
    ("通所B・訪問B", "つうしょびーほうもんびー", "service", 40, 68),
    ("通所C・訪問C", "つうしょしーほうもんしー", "service", 45, 66),
    ("緩和型A", "かんわがたえー", "service", 52, 76),
    ("従前相当サービス", "じゅうぜんそうとうさーびす", "service", 58, 88),
    ("生きがいデイ", "いきがいでい", "service", 35, 60),
    ("シルバー人材センター", "しるばーじんざいせんたー", "other", 0, 22),
    ("ボランティア活動", "ぼらんてぃあかつどう", "other", 2, 30),
    ("介護サービス", "かいごさーびす", "other", 80, 100),
)
_WANTED = {"男の集い場"}
"""Shown as あったらいいな, so that the sample shows what a wish looks like."""
_SERVICE_TYPES = {
    "通所B・訪問B": "day_b",
    "通所C・訪問C": "day_c",
    "緩和型A": "day_a",
    "従前相当サービス": "day_standard",
}
"""総合事業の類型 that their names tell (deck p10)."""
_PREPRINTED = "介護サービス"
"""The one card that the deck's blank sheet (p16) carries."""


def sample_worksheet(made_on: date | None = None) -> Worksheet:
    """Return the filled sheet of p15. IDs are fixed, so two samples are the same document."""
    resources = tuple(
        Resource(
            id=f"sample-{number:02d}",
            name=name,
            reading=reading,
            category=category,
            span=Span(left / 100, right / 100),
            status=Status.WANTED if name in _WANTED else Status.AVAILABLE,
            service_type=_SERVICE_TYPES.get(name, ""),
            preprinted=name == _PREPRINTED,
        )
        for number, (name, reading, category, left, right) in enumerate(_DECK, start=1)
    )
    return Worksheet(resources=resources, heading=_heading(made_on))


def blank_worksheet(made_on: date | None = None) -> Worksheet:
    """Return the blank sheet of p16, whose only card is 介護サービス at the 要介護 end."""
    last = sample_worksheet(made_on)
    return last.with_resources(r for r in last.resources if r.preprinted)


def _heading(made_on: date | None) -> Heading:
    return Heading(municipality="○○市", area="○○中学校区", meeting="第2層協議体 第3回", made_on=made_on)
