"""Lenses: which rows a worksheet has, where a resource lies, what a drop writes."""

import pytest
from hypothesis import given, settings

from resource_mapper.domain.lens import LENS, LENSES, UNSET, lens_of
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import resources, worksheets

WITH_ROWS = [lens for lens in LENSES if not lens.is_free]
by_id_with_rows = pytest.mark.parametrize("lens", WITH_ROWS, ids=lambda lens: lens.id)
ROW_WORDS = {
    "category": [category.label for category in Worksheet().categories],
    **{lens.id: list(vocabulary().labels(str(lens.field))) for lens in WITH_ROWS if lens.field != "category"},
}


def _with(lens, word, **values):
    return make_resource(**{lens.field: word}, **values)


def _labels(lens, *resources):
    return [row.label for row in lens.rows(make_worksheet(*resources))]


def test_lenses_are_found_by_id():
    assert LENS["area_level"].label == "圏域"
    assert len(LENS) == len(LENSES)
    assert lens_of(Worksheet(lens="status")) is LENS["status"]


@by_id_with_rows
def test_rows_are_the_words_in_their_order(lens):
    assert _labels(lens) == ROW_WORDS[lens.id]


@by_id_with_rows
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


@settings(max_examples=40)
@given(worksheets())
def test_every_placed_resource_has_a_row(worksheet):
    for lens in LENSES:
        rows = [row.id for row in lens.rows(worksheet)]
        assert len(rows) == len(set(rows))
        assert {lens.row_of(worksheet, resource) for resource in worksheet.placed} <= set(rows)


@settings(max_examples=40)
@given(worksheets(), resources())
def test_what_is_put_in_a_row_lies_there(worksheet, resource):
    for lens in LENSES:
        for row in lens.rows(worksheet):
            put = lens.put(worksheet, resource, row.id)
            assert lens.row_of(worksheet, put) == row.id
            assert lens.put(worksheet, put, row.id) is put


@by_id_with_rows
def test_a_drop_writes_only_the_property_of_the_lens(lens):
    resource = make_resource(category="hobby", status="休止", support="自助", note="そのまま")
    row = lens.rows(Worksheet())[-1]
    put = lens.put(Worksheet(), resource, row.id)
    assert {name for name in put.__slots__ if getattr(put, name) != getattr(resource, name)} == {lens.field}


@by_id_with_rows
def test_a_word_outside_the_list_stays_in_unset(lens):
    resource = _with(lens, "だれかのことば")
    assert lens.row_of(Worksheet(), resource) == UNSET
    assert lens.put(Worksheet(), resource, UNSET) is resource
    elsewhere = lens.put(Worksheet(), resource, lens.rows(Worksheet())[0].id)
    assert lens.row_of(Worksheet(), lens.put(Worksheet(), elsewhere, UNSET)) == UNSET
