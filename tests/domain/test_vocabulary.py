"""The words of the choice fields, and the check of the file they come from."""

import copy

import pytest

from resource_mapper.domain.fields import FIELDS, Kind
from resource_mapper.domain.resource import CHOICES_SEPARATOR
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.vocabulary import Status, Wording, _parse, vocabulary

GOOD = {
    "choices": {"support": ["自助", "互助"]},
    "service_types": [
        {
            "code": "day_b",
            "deck": "通所B：住民主体による支援",
            "revised": "通所B：住民主体によるサービス・活動",
            "short": "通所B",
        },
        {"code": "none", "deck": "対象外", "revised": "対象外"},
    ],
}


def _changed(change):
    raw = copy.deepcopy(GOOD)
    change(raw)
    return raw


def test_a_good_file_is_taken():
    words = _parse(GOOD)
    assert words.choices["support"] == ("自助", "互助")
    assert [kind.short for kind in words.service_types] == ["通所B", "対象外"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda raw: raw["choices"].update(support=[]), id="no words"),
        pytest.param(lambda raw: raw["choices"]["support"].append("自助"), id="a word twice"),
        pytest.param(lambda raw: raw["choices"]["support"].append("自 助"), id="a word twice but for a blank"),
        pytest.param(lambda raw: raw["service_types"][1].update(code="day_b"), id="a code twice"),
        pytest.param(lambda raw: raw["service_types"][1].pop("revised"), id="a wording missing"),
        pytest.param(lambda raw: raw["service_types"][1].pop("code"), id="a code missing"),
        pytest.param(lambda raw: raw.pop("choices"), id="no choices at all"),
        pytest.param(lambda raw: raw["service_types"][1].update(deck="通所B"), id="one label for two codes"),
    ],
)
def test_a_bad_file_is_refused(change):
    with pytest.raises(ValueError, match=r"vocabulary\.toml"):
        _parse(_changed(change))


def test_the_file_that_ships_has_words_for_every_choice_field():
    for field in FIELDS:
        if field.kind in (Kind.CHOICE, Kind.CHOICES) and field.name != "category":  # the workbook's own
            assert vocabulary().labels(field.name), field.name


def test_no_list_is_left_without_a_field():
    assert set(vocabulary().choices) <= {field.name for field in FIELDS}


def test_words_that_are_joined_in_one_cell_do_not_hold_the_sign_that_joins_them():
    for field in FIELDS:
        if field.kind is Kind.CHOICES:
            assert not [word for word in vocabulary().labels(field.name) if CHOICES_SEPARATOR in word]


@pytest.mark.parametrize("wording", list(Wording))
def test_words_are_clean(wording):
    for name in (*vocabulary().choices, "service_type"):
        assert all(clean_line(word) == word for word in vocabulary().labels(name, wording))


def test_lists_of_the_design_in_order():
    words = vocabulary()
    assert words.labels("status") == ("ある", "準備中", "あったらいいな", "休止", "終了")
    assert words.labels("support") == ("自助", "互助", "共助", "公助")
    assert words.labels("area_level") == ("自治会", "小学校区", "中学校区（日常生活圏域）", "市町村")
    assert words.labels("frequency") == ("週2回以上", "週1回", "月2〜3回", "月1回", "年数回", "不定期")
    assert len(words.labels("activities")) == len(words.labels("life_support")) == 11
    assert len(words.labels("operator_kind")) == 9
    assert len(words.labels("service_type")) == 14


@pytest.mark.parametrize("wording", list(Wording))
def test_both_wordings_of_a_service_name_the_same_code(wording):
    for kind in vocabulary().service_types:
        label = vocabulary().label("service_type", kind.code, wording)
        assert label == kind.labels[wording]
        assert vocabulary().canonical("service_type", label) == kind.code
        assert vocabulary().canonical("service_type", kind.short) == kind.code
        assert vocabulary().canonical("service_type", kind.code) == kind.code


def test_the_wordings_differ_where_the_2024_revision_changed_them():
    deck = vocabulary().labels("service_type", Wording.DECK)
    revised = vocabulary().labels("service_type", Wording.REVISED)
    assert len(deck) == len(revised)
    assert [old for old, new in zip(deck, revised, strict=True) if old != new] == [
        "訪問A：緩和した基準によるサービス",
        "訪問B：住民主体による支援",
        "訪問D：移動支援",
        "通所A：緩和した基準によるサービス",
        "通所B：住民主体による支援",
    ]


@pytest.mark.parametrize(
    ("field", "written", "stored"),
    [
        ("support", "互 助", "互助"),
        ("operator_kind", "ｎｐｏ", "NPO"),
        ("frequency", "月２～３回", "月2〜3回"),
        ("area_level", "中学校区(日常生活圏域)", "中学校区（日常生活圏域）"),
        ("life_support", "配食+見守り", "配食＋見守り"),
        ("status", " ある", "ある"),
        ("service_type", "通所 b", "day_b"),
        ("service_type", "DAY_B", "day_b"),
        ("support", "共に助ける", "共に助ける"),
        ("service_type", "通所E", "通所E"),
        ("support", "", ""),
    ],
)
def test_a_word_is_stored_as_the_list_has_it_or_as_it_was_written(field, written, stored):
    assert vocabulary().canonical(field, written) == stored


def test_only_words_of_the_list_and_nothing_are_known():
    known = vocabulary().is_known
    assert known("support", "互助")
    assert known("support", "")
    assert not known("support", "互 助")
    assert known("service_type", "day_b")
    assert not known("service_type", "通所B")


def test_an_unknown_value_is_shown_as_it_is():
    assert vocabulary().label("service_type", "通所E") == "通所E"
    assert vocabulary().label("support", "共に助ける") == "共に助ける"


def test_the_status_that_logic_depends_on_is_a_word_of_its_list():
    assert vocabulary().choices["status"] == tuple(Status)
    assert Status.WANTED.value == "あったらいいな"


def test_values_and_their_short_words():
    words = vocabulary()
    assert words.values("support") == words.choices["support"]
    assert words.values("service_type")[:2] == ("visit_standard", "visit_a")
    assert words.short_label("service_type", "visit_a") == "訪問A"
    assert words.short_label("service_type", "none") == "対象外"
    assert words.short_label("service_type", "だれかのことば") == "だれかのことば"
    assert words.short_label("support", "互助") == "互助"
