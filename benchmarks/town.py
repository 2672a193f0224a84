"""Resources as a town's list might hold them: most fields filled, the same for the same number."""

import random
from datetime import date, timedelta
from functools import cache

from resource_mapper.domain.axis import Span
from resource_mapper.domain.category import DEFAULT_CATEGORIES
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status, vocabulary
from resource_mapper.domain.worksheet import Heading, Worksheet

_DISTRICTS = ("中央", "桜台", "緑が丘", "東山", "若葉町", "川辺", "富士見", "西の原", "髙岡", "𠮷野")
_OPENINGS = ("いきいき", "ふれあい", "にこにこ", "おたっしゃ", "のんびり", "健康", "シニア", "")
_KINDS = (
    "百歳体操",
    "サロン",
    "茶話会",
    "認知症カフェ",
    "囲碁・将棋クラブ",
    "グラウンドゴルフ（初心者歓迎）",
    "ラジオ体操の会",
    "介護予防教室",
    "地域リハビリテーション活動支援事業",
    "移動支援・買い物ツアー",
    "配食＋見守り",
    "ボランティアの会",
)
_OPERATORS = ("自治会", "老人クラブ連合会", "社会福祉協議会", "NPO法人 あゆみ", "民生委員・児童委員協議会", "有志の会")
_PLACES = ("集会所", "公民館", "コミュニティセンター", "老人福祉センター 2階和室", "生協の組合員ルーム")
_SCHEDULES = ("第2・4木曜 10:00〜11:30", "毎週火曜日 13:30〜15:00", "月1回（第3土曜）", "随時", "毎日 6:30から")
_FEES = ("無料", "1回100円", "月500円（材料費は別）", "年会費1,200円")
_TARGETS = ("どなたでも", "おおむね65歳以上の方", "65歳以上の市民とその家族")
_NOTES = ("車いすで入れます。\n駐車場は3台分です。", "見学はいつでもできます。", "冬の間はお休みです。")
_WIDTHS = (0.05, 0.12, 0.2, 0.3, 0.45)


@cache
def town(number: int) -> Worksheet:
    """Return a worksheet of `number` resources, all on the axis."""
    rng = random.Random(number)
    heading = Heading(municipality="○○市", area="○○中学校区", meeting="第2層協議体", made_on=date(2026, 4, 1))
    return Worksheet(resources=tuple(_resource(index, rng) for index in range(1, number + 1)), heading=heading)


def _resource(index: int, rng: random.Random) -> Resource:
    left = rng.randrange(0, 850) / 1000
    district, place = rng.choice(_DISTRICTS), rng.choice(_PLACES)
    choices = vocabulary().choices
    return Resource(
        id=f"town-{index:05d}",
        name=f"{district}{rng.choice(_OPENINGS)}{rng.choice(_KINDS)}{index}",
        reading=f"ちいきのかい{index}",
        category=rng.choice(DEFAULT_CATEGORIES).id,
        span=Span(left, min(left + rng.choice(_WIDTHS), 1.0)),
        status=rng.choices(tuple(Status), weights=(80, 6, 6, 4, 4))[0],
        operator=rng.choice(_OPERATORS),
        operator_kind=rng.choice(choices["operator_kind"]),
        support=rng.choice(choices["support"]),
        area_level=rng.choice(choices["area_level"]),
        district=district,
        place=f"{district}{place}",
        address=f"○○市{district}{index % 9 + 1}丁目{index % 20 + 1}番{index % 30 + 1}号",
        schedule=rng.choice(_SCHEDULES),
        frequency=rng.choice(choices["frequency"]),
        activities=tuple(rng.sample(choices["activities"], rng.randrange(0, 4))),
        target=rng.choice(_TARGETS),
        fee=rng.choice(_FEES),
        participants=rng.choice((None, rng.randrange(5, 60))),
        supporters=rng.choice((None, rng.randrange(1, 12))),
        transport=rng.choice(choices["transport"]),
        contact=f"0120-000-{index % 1000:03d}",
        confirmed_on=date(2024, 4, 1) + timedelta(days=rng.randrange(0, 700)),
        source="市の高齢者福祉のしおり",
        note=rng.choice((*_NOTES, "", "")),
        lane=rng.choice((None, None, None, rng.randrange(0, 4))),
    )
