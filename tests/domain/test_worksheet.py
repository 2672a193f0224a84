"""The document: its keys, and the questions it answers about its resources."""

from datetime import date

import pytest
from hypothesis import given

from resource_mapper.domain.category import DEFAULT_CATEGORIES, Category, Mark
from resource_mapper.domain.worksheet import DEFAULT_TITLE, Calendar, Heading, Worksheet
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import worksheets


def _category(number, label=None):
    return Category(f"own{number}", label or f"分類{number}", Mark.CIRCLE, "#123456")


def test_a_new_worksheet_is_the_decks_blank_form():
    worksheet = Worksheet()
    assert worksheet.resources == ()
    assert worksheet.categories == DEFAULT_CATEGORIES
    assert worksheet.heading.title == DEFAULT_TITLE
    assert (worksheet.lens, worksheet.mirrored) == ("category", False)
    assert worksheet.heading.calendar is Calendar.ERA


def test_resource_ids_are_unique():
    with pytest.raises(ValueError, match="resource ID"):
        make_worksheet(make_resource(id="r1"), make_resource(id="r1"))


@pytest.mark.parametrize(
    "categories",
    [
        pytest.param((), id="none"),
        pytest.param(tuple(_category(number) for number in range(13)), id="13"),
        pytest.param((_category(1), _category(1, "別の名")), id="an ID twice"),
        pytest.param((_category(1, "サロン"), _category(2, "ｻﾛﾝ")), id="a label twice but for its width"),
    ],
)
def test_categories_number_1_to_12_and_are_unique(categories):
    with pytest.raises(ValueError, match="categor"):
        Worksheet(categories=categories)


def test_twelve_categories_are_fine():
    assert len(Worksheet(categories=tuple(_category(number) for number in range(12))).categories) == 12


@pytest.mark.parametrize("field", ["title", "subtitle", "municipality", "area", "meeting"])
@pytest.mark.parametrize("value", ["二\n行", " 空白", "制御\x00文字", "あ" * 32_768])
def test_a_heading_is_made_of_clean_lines(field, value):
    with pytest.raises(ValueError, match="heading"):
        Heading(**{field: value})


def test_a_heading_may_be_empty():
    assert Heading(title="", subtitle="", made_on=date(2026, 11, 23)).title == ""


def test_placed_and_waiting_resources_are_told_apart():
    placed, waiting = make_resource(span=(0.1, 0.2)), make_resource(span=None)
    worksheet = make_worksheet(waiting, placed)
    assert worksheet.placed == (placed,)
    assert worksheet.unplaced == (waiting,)


@given(worksheets())
def test_every_resource_is_either_placed_or_waiting(worksheet):
    assert sorted(r.id for r in (*worksheet.placed, *worksheet.unplaced)) == sorted(r.id for r in worksheet.resources)


def test_a_resource_is_found_by_its_id():
    resource = make_resource(id="r1")
    assert make_worksheet(make_resource(), resource).get("r1") is resource
    assert make_worksheet(resource).get("r2") is None


@pytest.mark.parametrize(
    ("word", "label"), [("salon", "高齢者サロン系"), ("高齢者サロン系", None), ("商店", None), ("", None)]
)
def test_a_category_is_found_by_its_id(word, label):
    found = make_worksheet().category_of(make_resource(category=word))
    assert (found and found.label) == label


@pytest.mark.parametrize(
    ("word", "stored"),
    [("高齢者サロン系", "salon"), ("高齢者ｻﾛﾝ系 ", "salon"), ("商店", "商店"), ("", "")],
)
def test_a_written_category_is_stored_as_its_id(word, stored):
    assert Worksheet().category_id(word) == stored


def test_other_resources_leave_the_rest_alone():
    worksheet = make_worksheet(make_resource(), lens="status", mirrored=True)
    changed = worksheet.with_resources(())
    assert changed == Worksheet(lens="status", mirrored=True)
    assert len(worksheet.resources) == 1
