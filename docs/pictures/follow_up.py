"""Pictures of what follows a meeting: notes, the town as it should be, 課題, and what is to be confirmed."""

from dataclasses import replace

from PySide6.QtGui import QImage

from docs.pictures.drawing import framed
from docs.pictures.studio import Studio
from docs.pictures.town import TODAY, town
from resource_mapper.domain.axis import Span
from resource_mapper.domain.concern import Concern, ConcernState
from resource_mapper.domain.note import Note
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Nature
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.printing.options import PrintOptions
from resource_mapper.printing.sheets import sheet_pages
from resource_mapper.ui.picture import paint_pages
from resource_mapper.ui.qt_painter import QtPainter

_TALL = 1120, 860


def notes(studio: Studio) -> QImage:
    """付箋, and 自然な支え合い."""
    sheet = town()
    tea = Resource(id="picture-tea", name="朝のお茶のみ", category="salon", span=Span(0.5, 0.72), nature=Nature.NATURAL)
    words = "一人暮らしの男性は\nどこへ行っている？"
    note = Note(id="picture-note", words=words, position=0.72, lens="category", row="hobby", height=0.2)
    studio.show(replace(sheet.with_resources((*sheet.resources, tea)), notes=(note,)))
    return studio.near("朝のお茶のみ")


def aims(studio: Studio) -> QImage:
    """あるべき姿を重ねる."""
    studio.show(_with_aims())
    studio.do("showAims")
    return studio.near("いきいきサロン")


def concerns(studio: Studio) -> QImage:
    """課題の一覧."""
    studio.window.resize(*_TALL)
    studio.show(replace(_with_aims(), concerns=_CONCERNS))
    studio.do("showConcerns")
    return studio.whole_window()


def stale(studio: Studio) -> QImage:
    """確認の古いカードに印."""
    studio.show(_confirmed())
    studio.do("markStale")
    return studio.near("いきいきサロン")


def calls(studio: Studio) -> QImage:
    """電話で確認する先."""
    pages = sheet_pages(_confirmed(), "calls", studio.window.parts.measurer, PrintOptions())
    return framed(paint_pages(pages[:1], 760, QtPainter()))


def _with_aims() -> Worksheet:
    sheet = town()
    wanted = {"いきいきサロン": Span(0.25, 0.82), "住民主体の通いの場": Span(0.1, 0.75)}
    return sheet.with_resources(replace(card, aim=wanted.get(card.name)) for card in sheet.resources)


def _confirmed() -> Worksheet:
    sheet = town()
    long_ago = {"いきいきサロン": 2024, "カラオケ": 2024, "ラジオ体操": 2023, "生きがいデイ": 2025}
    return sheet.with_resources(
        replace(card, confirmed_on=TODAY.replace(year=long_ago.get(card.name, 2026), month=4), confirmed_by="山田")
        for card in sheet.resources
    )


_CONCERNS = (
    Concern(
        id="picture-c1",
        title="いきいきサロンに、送り迎えを付ける",
        reason="要介護に近い人が使えるサロンが少ない",
        priority="高",
        difficulty="中",
        who="社協：車の手配\n自治会：声かけ",
        due=TODAY.replace(year=2027, month=3, day=31),
        state=ConcernState.UNDER_WAY,
        raised_at="第2層協議体 第3回",
    ),
    Concern(
        id="picture-c2",
        title="男性の集まる場をつくる",
        reason="「男の集い場」を求める声",
        priority="中",
        who="老人クラブ：世話人さがし",
        raised_at="第2層協議体 第3回",
    ),
)
SCENES = {
    "notes": notes,
    "aims": aims,
    "concerns": concerns,
    "stale": stale,
    "calls": calls,
}
