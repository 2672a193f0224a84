"""Lenses: which rows a worksheet has, where a resource lies, what a drop writes."""

import pytest
from hypothesis import given

from resource_mapper.domain.lens import LENS, LENSES, UNSET, lens_of
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import resources, worksheets

WITH_ROWS = [lens for lens in LENSES if not lens.is_free]
by_id_with_rows = pytest.mark.parametrize("lens", WITH_ROWS, ids=lambda lens: lens.id)
WITH_LISTS = [lens for lens in WITH_ROWS if not lens.free_words]
by_id_with_lists = pytest.mark.parametrize("lens", WITH_LISTS, ids=lambda lens: lens.id)
DISTRICT = LENS["district"]
ROW_WORDS = {
    **{lens.id: list(vocabulary().choices.get(str(lens.field), ())) for lens in WITH_LISTS},
    "category": [category.label for category in Worksheet().categories],
    "service_type": [
        *("訪問：従前相当", "訪問A", "訪問B", "訪問C", "訪問D"),
        *("通所：従前相当", "通所A", "通所B", "通所C"),
        *("その他：配食", "その他：見守り", "その他：その他", "一般介護予防事業", "対象外"),
    ],
}


def _with(lens, word, **values):
    return make_resource(**{lens.field: word}, **values)


def _labels(lens, *resources):
    return [row.label for row in lens.rows(make_worksheet(*resources))]


def test_lenses_are_found_by_id():
    assert LENS["area_level"].label == "圏域"
    assert len(LENS) == len(LENSES)
    assert lens_of(Worksheet(lens="status")) is LENS["status"]


def test_lenses_come_in_the_order_of_their_keys():
    labels = "分類 圏域 実施主体 支え方 総合事業の類型 地区 状況 自由配置"
    assert [lens.label for lens in LENSES] == labels.split()


def test_a_lens_of_another_version_is_shown_as_the_first():
    assert lens_of(Worksheet(lens="昔の並べ方")) is LENS["category"]


@by_id_with_lists
def test_rows_are_the_words_in_their_order(lens):
    assert _labels(lens) == ROW_WORDS[lens.id]


@by_id_with_lists
def test_unset_comes_last_and_only_where_a_placed_resource_needs_it(lens):
    assert _labels(lens, _with(lens, "")) == [*ROW_WORDS[lens.id], "未設定"]
    assert _labels(lens, _with(lens, "ことば")) == [*ROW_WORDS[lens.id], "未設定"]
    assert _labels(lens, _with(lens, "", span=None)) == ROW_WORDS[lens.id]


def test_the_free_lens_is_one_field_for_all():
    free = LENS["free"]
    resource = make_resource(category="salon")
    assert [row.id for row in free.rows(make_worksheet(resource))] == [UNSET]
    assert free.row_of(make_worksheet(resource), resource) == UNSET
    assert free.put(make_worksheet(resource), resource, "hobby") is resource


def test_rows_of_categories_carry_their_colour_and_follow_their_order():
    turned = Worksheet(categories=Worksheet().categories[::-1])
    rows = LENS["category"].rows(turned)
    assert [row.category for row in rows] == list(turned.categories)
    assert all(row.category is None for row in LENS["status"].rows(turned))


@given(worksheets())
def test_every_placed_resource_has_a_row(worksheet):
    for lens in LENSES:
        rows = [row.id for row in lens.rows(worksheet)]
        assert len(rows) == len(set(rows))
        assert {lens.row_of(worksheet, resource) for resource in worksheet.placed} <= set(rows)


@given(worksheets(), resources())
def test_what_is_put_in_a_row_lies_there(worksheet, resource):
    for lens in LENSES:
        for row in lens.rows(worksheet):
            put = lens.put(worksheet, resource, row.id)
            assert lens.row_of(worksheet, put) == row.id
            assert lens.put(worksheet, put, row.id) is put


@by_id_with_rows
def test_a_drop_writes_only_the_property_of_the_lens(lens):
    resource = make_resource(category="hobby", status="休止", support="自助", district="中央", note="そのまま")
    row = lens.rows(Worksheet())[-1]
    put = lens.put(Worksheet(), resource, row.id)
    assert {name for name in put.__slots__ if getattr(put, name) != getattr(resource, name)} == {lens.field}


@by_id_with_lists
def test_a_word_outside_the_list_stays_in_unset(lens):
    resource = _with(lens, "だれかのことば")
    assert lens.row_of(Worksheet(), resource) == UNSET
    assert lens.put(Worksheet(), resource, UNSET) is resource
    elsewhere = lens.put(Worksheet(), resource, lens.rows(Worksheet())[0].id)
    assert lens.row_of(Worksheet(), lens.put(Worksheet(), elsewhere, UNSET)) == UNSET


def _districts(*words, **values):
    return _labels(DISTRICT, *(make_resource(district=word, **values) for word in words))


def test_the_districts_in_use_are_the_rows_in_natural_order():
    assert _districts("第10地区", "第2地区", "第1地区") == ["第1地区", "第2地区", "第10地区"]
    assert _districts("中央", "第十地区", "", "第二地区") == ["第二地区", "第十地区", "中央", "未設定"]


def test_a_district_of_a_waiting_card_can_be_dropped_into():
    assert _districts("第3地区", span=None) == ["第3地区"]


def test_spellings_that_fold_alike_are_one_district_named_as_most_write_it():
    assert _districts("第２地区", "第2地区", "第 2地区", "第2地区") == ["第2地区"]
    assert _districts("第２地区", "第2地区") == ["第２地区"]  # as many: the first


def test_without_any_district_there_is_one_row_to_lie_in():
    assert _districts() == ["未設定"]
    assert _districts("", "\u200b") == ["未設定"]


def test_a_drop_into_a_district_writes_its_usual_spelling_and_keeps_another_one():
    usual, other = make_resource(district="第2地区"), make_resource(district="第２地区")
    elsewhere = make_resource(district="中央")
    worksheet = make_worksheet(usual, usual_again := make_resource(district="第2地区"), other, elsewhere)
    assert DISTRICT.row_of(worksheet, other) == DISTRICT.row_of(worksheet, usual_again)
    assert DISTRICT.put(worksheet, elsewhere, DISTRICT.row_of(worksheet, other)).district == "第2地区"
    assert DISTRICT.put(worksheet, other, DISTRICT.row_of(worksheet, usual)) is other
    assert DISTRICT.put(worksheet, usual, UNSET).district == ""
