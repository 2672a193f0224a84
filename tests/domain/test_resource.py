"""The record: what it holds by default, and what it refuses."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given

from resource_mapper.domain.axis import Span
from resource_mapper.domain.fields import FIELD, FIELDS, Kind
from resource_mapper.domain.resource import MAX_COUNT, MAX_LANE, Resource, new_id
from resource_mapper.domain.text import clean_line, is_storable
from resource_mapper.domain.vocabulary import Status
from tests.helpers.factories import make_resource
from tests.helpers.strategies import resources

LINES = [field.name for field in FIELDS if field.kind in (Kind.LINE, Kind.CHOICE)]
TEXTS = [field.name for field in FIELDS if field.kind is Kind.TEXT]
COUNTS = [field.name for field in FIELDS if field.kind is Kind.COUNT]


def _with(field, value):
    return make_resource(**{field: value})


def test_a_name_is_enough():
    resource = Resource(id="r1", name="いきいきサロン")
    assert resource.status == Status.AVAILABLE
    assert resource.contact_public == "内部のみ"
    assert resource.span is None
    assert resource.capacity is None
    assert resource.extra == ()


@given(resources())
def test_any_resource_can_be_changed_and_is_compared_by_its_values(resource):
    assert dataclasses.replace(resource) == resource
    assert hash(dataclasses.replace(resource)) == hash(resource)
    assert dataclasses.replace(resource, id=f"{resource.id}x") != resource


@pytest.mark.parametrize("bad_id", ["", " r1", "r1\n", "r\x001", "r\t1"])
def test_an_id_is_one_clean_line(bad_id):
    with pytest.raises(ValueError, match="ID"):
        make_resource(id=bad_id)


def test_a_name_is_required():
    with pytest.raises(ValueError, match="名称"):
        make_resource("")


@pytest.mark.parametrize("field", LINES)
@pytest.mark.parametrize("value", ["二\n行", " 前の空白", "後ろの空白　", "制御\x00文字", "か\u3099", "あ" * 32_768])
def test_a_line_is_clean(field, value):
    with pytest.raises(ValueError, match=FIELD[field].label):
        _with(field, value)


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize("value", ["二\r\n行", "垂直\x0bタブ", "制御\x00文字", "\ud800", "あ" * 32_768, "  \n"])
def test_text_of_several_lines_is_clean(field, value):
    with pytest.raises(ValueError, match=FIELD[field].label):
        _with(field, value)


@pytest.mark.parametrize("field", TEXTS)
def test_text_may_have_lines(field):
    assert getattr(_with(field, "一行目\n\n  三行目"), field) == "一行目\n\n  三行目"


@pytest.mark.parametrize("field", COUNTS)
def test_a_count_is_a_whole_number_from_0(field):
    assert getattr(_with(field, 0), field) == 0
    assert getattr(_with(field, MAX_COUNT), field) == MAX_COUNT
    for bad in (-1, MAX_COUNT + 1, float("nan")):
        with pytest.raises(ValueError, match=FIELD[field].label):
            _with(field, bad)


def test_half_a_person_is_refused():
    with pytest.raises(ValueError, match="定員"):
        make_resource(capacity=1.5)


@pytest.mark.parametrize("words", [("",), ("会食", "会食"), ("会食、茶話会",), (" 会食",), ("会\n食",)])
@pytest.mark.parametrize("field", ["activities", "life_support"])
def test_words_of_a_list_are_clean_and_unique(field, words):
    with pytest.raises(ValueError, match=FIELD[field].label):
        _with(field, words)


def test_a_list_too_long_for_one_cell_is_refused():
    with pytest.raises(ValueError, match="活動内容"):
        make_resource(activities=("会" * 20_000, "食" * 20_000))


def test_words_of_ones_own_are_kept():
    resource = make_resource(activities=("麻雀", "会食"), support="共に助ける", status="計画中", category="商店")
    assert resource.activities == ("麻雀", "会食")
    assert (resource.support, resource.status, resource.category) == ("共に助ける", "計画中", "商店")


def test_excel_knows_no_day_before_1900():
    assert make_resource(confirmed_on=date(1900, 1, 1)).confirmed_on == date(1900, 1, 1)
    with pytest.raises(ValueError, match="最終確認日"):
        make_resource(confirmed_on=date(1899, 12, 31))


@pytest.mark.parametrize("values", [{"lane": -1}, {"lane": MAX_LANE + 1}, {"free_y": -0.01}, {"free_y": 1.01}])
def test_a_place_on_the_sheet_has_bounds(values):
    with pytest.raises(ValueError, match=next(iter(values))):
        make_resource(**values)


def test_a_height_is_kept_to_a_thousandth():
    assert make_resource(free_y=0.123456).free_y == 0.123
    assert make_resource(free_y=1.0004).free_y == 1.0


@pytest.mark.parametrize(
    "cell",
    [
        ("世話人", "制御\x00文字"),
        ("世話人", "あ" * 32_768),
        ("会場費", float("nan")),
        ("会\x00場費", "500円"),
        ("", "500円"),
    ],
)
def test_a_cell_of_a_column_of_ones_own_can_be_stored(cell):
    with pytest.raises(ValueError, match=r"世話人|会場費|extra"):
        make_resource(extra=(cell,))


def test_only_what_is_there_today_counts():
    assert [status for status in (*Status, "計画中", "") if make_resource(status=status).counts] == ["ある"]


@pytest.mark.parametrize(("setting", "shown"), [("公開", "090-0000-0000"), ("内部のみ", ""), ("", ""), ("関係者", "")])
def test_a_contact_is_public_only_when_somebody_said_so(setting, shown):
    assert make_resource(contact="090-0000-0000", contact_public=setting).public_contact == shown


def test_new_ids_are_unlike_each_other_and_easy_to_read_out():
    made = {new_id() for _ in range(1000)}
    assert len(made) == 1000
    for each in made:
        assert len(each) == 12
        assert each == clean_line(each)
        assert not set(each) & set("ilo01IO")


def test_making_ids_asks_nothing_of_the_system_and_so_keeps_no_window_waiting(monkeypatch):
    def refuse(_count):
        raise AssertionError("the system was asked for chance")

    monkeypatch.setattr("random._urandom", refuse)
    assert new_id() != new_id()


@given(resources())
def test_the_strategy_gives_only_what_can_be_stored(resource):
    assert all(is_storable(getattr(resource, name)) for name in (*LINES, *TEXTS))
    assert resource.span is None or isinstance(resource.span, Span)
