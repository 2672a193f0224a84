"""Cells: what stands there is taken back unchanged, what cannot be taken is refused in words."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.axis import Span
from resource_mapper.domain.resource import DEFAULT_CHOICES, Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.schema import Column
from resource_mapper.ui.list.cell_edits import TypedCell, write_cells
from resource_mapper.ui.list.cells import CellError, choices_of, columns_of, order_of, shown_text, text_of, with_text
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import worksheets

SHEET = make_worksheet(extra_headings=("担当", "数"))


def column(label: str) -> Column:
    return next(column for column in columns_of(SHEET) if column.label == label)


def write(label: str, text: str, resource: Resource | None = None) -> Resource:
    return with_text(resource or make_resource(), column(label), text, SHEET)


@given(worksheets())
def test_every_cell_takes_its_own_text_and_can_be_copied_to_a_blank_row(sheet: Worksheet) -> None:
    for resource in sheet.resources[:3]:
        blank = Resource(id="blank", name="空")
        for one in columns_of(sheet):
            text = text_of(resource, one, sheet)
            assert with_text(resource, one, text, sheet) is resource
            blank = with_text(blank, one, text, sheet)
            shown = shown_text(resource, one, sheet)
            assert "\n" not in shown
        for one in columns_of(sheet):
            text = text_of(resource, one, sheet) or DEFAULT_CHOICES.get(
                one.field or "", ""
            )  # nothing means the default there
            if one.field is not None:
                assert text_of(blank, one, sheet) == text, one.label
        assert (blank.span is None) == (resource.span is None)


@pytest.mark.parametrize(
    ("label", "text", "field", "value"),
    [
        ("名称", "  ひろば\n", "name", "ひろば"),
        ("分類", "高齢者ｻﾛﾝ系", "category", "salon"),
        ("分類", "", "category", ""),
        ("状況", "", "status", Status.AVAILABLE),
        ("状況", "準備 中", "status", Status.PREPARING),
        ("連絡先の公開", "", "contact_public", "内部のみ"),
        ("総合事業の類型", "訪問A", "service_type", "visit_a"),
        ("圏域", "町の外", "area_level", "町の外"),
        ("活動内容", "会食, 茶話会\n会食", "activities", ("会食", "茶話会")),
        ("定員", "２０名", "capacity", 20),
        ("定員", "1,200人", "capacity", 1200),
        ("定員", "", "capacity", None),
        ("最終確認日", "R8.11.23", "confirmed_on", date(2026, 11, 23)),
        ("最終確認日", "", "confirmed_on", None),
        ("場所", "公民館\n2階", "place", "公民館\n2階"),
        ("状態像", "虚弱", "span", Span(1 / 3, 2 / 3)),
        ("状態像", "未配置", "span", None),
        ("状態像", "20〜62.5", "span", Span(0.2, 0.625)),
        ("状態像", "元気〜虚弱（25〜62）", "span", Span(0.25, 0.62)),
        ("状態像（左端）", "30", "span", Span(0.3, 0.6)),
        ("状態像（左端）", "70％", "span", Span(0.7, 0.7)),
        ("状態像（右端）", "10", "span", Span(0.1, 0.1)),
        ("状態像（右端）", "", "span", Span(0.2, 0.6)),
        ("あるべき姿（右端）", "90", "aim", Span(0.2, 0.9)),
        ("あるべき姿（左端）", "", "aim", None),
        ("記入用シート", "○", "preprinted", True),
        ("担当", "山田", "extra", (("担当", "山田"),)),
    ],
)
def test_what_cells_understand(label: str, text: str, field: str, value: Any) -> None:
    assert getattr(write(label, text, make_resource(span=(0.2, 0.6))), field) == value


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("名称", "　"),
        ("定員", "約20"),
        ("定員", "-1"),
        ("定員", "99999999"),
        ("最終確認日", "そのうち"),
        ("最終確認日", "1899/1/1"),
        ("状態像", "とても元気"),
        ("状態像", "20〜200"),
        ("状態像（左端）", "真ん中"),
        ("状態像（右端）", "101"),
        ("記入用シート", "たぶん"),
        ("備考", "あ" * 40_000),
    ],
)
def test_what_cells_refuse(label: str, text: str) -> None:
    with pytest.raises(CellError) as refusal:
        write(label, text)
    assert str(refusal.value)


def test_a_placeless_card_gets_a_range_where_an_end_is_given() -> None:
    assert write("状態像（左端）", "95", make_resource(span=None)).span == Span(0.8, 1.0)
    assert write("状態像（右端）", "50", make_resource(span=None)).span == Span(0.3, 0.5)
    placed = make_resource(lane=3, free_y=0.5)
    gone = write("状態像", "", placed)
    assert (gone.span, gone.lane, gone.free_y) == (None, None, None)


def test_own_columns_keep_their_kind_and_order() -> None:
    card = make_resource(extra=(("担当", "山田"), ("数", 3.0)))
    assert write("数", "4", card).extra == (("担当", "山田"), ("数", 4.0))
    assert write("担当", "佐藤", card).extra == (("担当", "佐藤"), ("数", 3.0))
    assert write("担当", "", card).extra == (("数", 3.0),)
    assert text_of(card, column("数"), SHEET) == "3"


def test_choices_are_those_of_the_worksheet() -> None:
    assert choices_of(column("分類"), SHEET) == ("", *(c.label for c in SHEET.categories))
    assert choices_of(column("状況"), SHEET) == tuple(Status)
    assert choices_of(column("送迎"), SHEET) == ("", "あり", "なし", "不明")
    assert choices_of(column("状態像"), SHEET) == (
        "未配置", "元気", "元気〜虚弱", "虚弱", "虚弱〜要介護", "要介護", "すべて",
    )  # fmt: skip
    assert choices_of(column("活動内容"), SHEET) is None


def test_names_are_in_the_order_of_their_readings() -> None:
    cards = [
        make_resource("囲碁", reading="いご"),
        make_resource("あさがお"),
        make_resource("宴会", reading="えんかい"),
    ]
    cards.sort(key=lambda card: order_of(card, column("名称"), SHEET))
    assert [card.name for card in cards] == ["あさがお", "囲碁", "宴会"]
    assert order_of(cards[0], column("備考"), SHEET) is None


def test_many_cells_are_one_change_and_say_what_was_refused() -> None:
    one, two = make_resource("甲"), make_resource("乙")
    sheet = make_worksheet(one, two)
    cells = [
        TypedCell(one.id, column("定員"), "20"),
        TypedCell(two.id, column("定員"), "約20"),
        TypedCell(2, column("場所"), "公民館"),
        TypedCell(2, column("名称"), "丙"),
        TypedCell(3, column("場所"), "名なし"),
    ]
    written = write_cells(sheet, cells)
    assert [(r.name, r.capacity, r.place) for r in written.worksheet.resources] == [
        ("甲", 20, ""), ("乙", None, ""), ("丙", None, "公民館"),
    ]  # fmt: skip
    assert written.added == (written.worksheet.resources[2].id,)
    assert len(written.refusals) == 2
    assert written.refusals[0] == "「乙」の定員（約20）：0以上の数を入れてください"
    assert "先に名称" in written.refusals[1]
    assert write_cells(sheet, cells[:1]).text == "「甲」の定員を変える"
    assert write_cells(sheet, [TypedCell(2, column("名称"), "丙")]).text == "「丙」を追加"
    assert write_cells(sheet, [TypedCell(one.id, column("名称"), "甲")]).worksheet is sheet


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.booleans(), st.data())
def test_sorting_keeps_empty_cells_last(rows: list[str], descending: bool, data: st.DataObject) -> None:
    from resource_mapper.ui.list.row_order import in_order, runs

    keys = {row: data.draw(st.one_of(st.none(), st.integers(0, 3))) for row in rows}
    result = in_order(rows, keys, descending=descending)
    assert sorted(result) == sorted(rows)
    filled = [key for row in result if (key := keys[row]) is not None]
    assert filled == sorted(filled, reverse=descending)
    assert [keys[row] for row in result[: len(filled)]] == filled
    numbers = sorted(ord(row) for row in rows)
    assert [n for first, last in runs(numbers) for n in range(first, last + 1)] == numbers
