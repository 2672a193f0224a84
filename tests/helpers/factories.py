"""Small real objects for tests: say only what the test is about."""

import random
from itertools import count
from typing import Any

from resource_mapper.domain.axis import Span
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status, vocabulary
from resource_mapper.domain.worksheet import Worksheet

_DISTRICTS = ("中央", "桜台", "緑が丘", "東山", "若葉", "川辺", "𠮷野", "髙岡", "富士見", "西の原")
_OPENINGS = ("いきいき", "ふれあい", "にこにこ", "おたっしゃ", "のんびり", "健康", "シニア", "NPO法人", "")
_KINDS = (
    ("百歳体操", "gathering"),
    ("サロン", "salon"),
    ("カフェ", "salon"),
    ("茶話会", "salon"),
    ("囲碁・将棋クラブ", "hobby"),
    ("カラオケ同好会", "hobby"),
    ("グラウンドゴルフ（初心者歓迎）", "hobby"),
    ("ラジオ体操", "gathering"),
    ("介護予防教室", "prevention"),
    ("地域リハビリテーション活動支援事業", "prevention"),
    ("通所型サービスB", "service"),
    ("訪問型サービスA（生活援助）", "service"),
    ("移動支援・買い物ツアー", "service"),
    ("配食＋見守り", "other"),
    ("ボランティアの会", "other"),
)
_SCHEDULES = ("第2・4木曜 10:00", "毎週火曜日 13:30〜15:00", "月1回（第3土曜）", "随時", "")

_numbers = count(1)


def make_resource(
    name: str = "いきいきサロン", span: tuple[float, float] | None = (0.2, 0.6), **values: Any
) -> Resource:
    """Return a resource with an ID of its own; `span` as left and right end, None for the tray."""
    values.setdefault("id", f"test-{next(_numbers)}")
    return Resource(name=name, span=None if span is None else Span(*span), **values)


def make_worksheet(*resources: Resource, **values: Any) -> Worksheet:
    """Return a worksheet that holds the resources."""
    return Worksheet(resources=resources, **values)


def many_resources(number: int, seed: int = 1) -> tuple[Resource, ...]:
    """Return resources as a town might have them; names are unique, the same seed gives the same ones."""
    rng = random.Random(seed)
    return tuple(_town_resource(index, rng) for index in range(1, number + 1))


def _town_resource(index: int, rng: random.Random) -> Resource:
    kind, category = rng.choice(_KINDS)
    left = rng.randrange(0, 850) / 1000
    width = rng.choice((0.05, 0.12, 0.2, 0.3, 0.45))
    choices = vocabulary().choices
    return Resource(
        id=f"town-{index:04d}",
        name=f"{rng.choice(_DISTRICTS)}{rng.choice(_OPENINGS)}{kind}（{index}区）",
        category=category,
        span=Span(left, min(left + width, 1.0)),
        status=rng.choices(tuple(Status), weights=(80, 6, 6, 4, 4))[0],
        operator_kind=rng.choice(("", *choices["operator_kind"])),
        support=rng.choice(("", *choices["support"])),
        area_level=rng.choice(("", *choices["area_level"])),
        schedule=rng.choice(_SCHEDULES),
        district=("", *_DISTRICTS)[index % (len(_DISTRICTS) + 1)],
        service_type=("", *vocabulary().values("service_type"))[index * 7 % 15],
        lane=rng.choice((None, None, None, 0, 3)),
        free_y=rng.choice((None, rng.randrange(0, 1001) / 1000)),
    )
