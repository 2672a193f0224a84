"""確認の古さ: by the day, in words, in the order in which to call."""

from datetime import date

import pytest

from resource_mapper.domain.age import Age
from resource_mapper.domain.filtering import Filter
from resource_mapper.domain.freshness import Freshness, confirm, oldest_first
from tests.helpers.factories import make_resource, make_worksheet

TODAY = date(2026, 11, 23)
DAYS = {
    "今日": TODAY,
    "半年前": date(2026, 5, 23),
    "半年に1日足りない": date(2026, 5, 24),
    "1年前": date(2025, 11, 23),
    "2年前": date(2024, 11, 23),
    "日がない": None,
}
SHEET = make_worksheet(*(make_resource(name, confirmed_on=day) for name, day in DAYS.items()))


def old(age: Age) -> list[str]:
    return [each.name for each in Freshness(age, TODAY).stale(SHEET)]


@pytest.mark.parametrize(
    ("age", "names"),
    [
        (Age.HALF_YEAR, ["半年前", "1年前", "2年前", "日がない"]),
        (Age.YEAR, ["1年前", "2年前", "日がない"]),
        (Age.TWO_YEARS, ["2年前", "日がない"]),
        (Age.NEVER, ["日がない"]),
    ],
)
def test_what_is_old_by_each_age(age: Age, names: list[str]) -> None:
    assert old(age) == names


def test_a_leap_day_counts_as_the_last_of_february() -> None:
    february = make_resource(confirmed_on=date(2023, 2, 28))
    assert Freshness(Age.YEAR, date(2024, 2, 29)).is_stale(february)
    assert not Freshness(Age.YEAR, date(2024, 2, 27)).is_stale(february)


@pytest.mark.parametrize(
    ("status", "asked"), [("ある", True), ("準備中", True), ("休止", True), ("あったらいいな", False), ("終了", False)]
)
def test_nobody_can_confirm_what_is_wished_for_or_over(status: str, asked: bool) -> None:
    resource = make_resource(status=status)
    assert Freshness(Age.YEAR, TODAY).is_stale(resource) == asked
    wanted = Filter(unconfirmed=Age.YEAR)
    assert bool(wanted.matching(make_worksheet(resource), TODAY)) == asked, "the filter shows what carries the mark"


@pytest.mark.parametrize(
    ("age", "sentence"),
    [
        (Age.HALF_YEAR, "4件は、半年以上確認していません（うち1件は、確認した日がありません）"),
        (Age.YEAR, "3件は、1年以上確認していません（うち1件は、確認した日がありません）"),
        (Age.NEVER, "1件は、確認した日がありません"),
    ],
)
def test_the_sentence(age: Age, sentence: str) -> None:
    (finding,) = Freshness(age, TODAY).findings(SHEET)
    assert finding.sentence == sentence
    assert [SHEET.get(key).name for key in finding.ids] == old(age)  # type: ignore[union-attr]


def test_without_undated_ones_the_sentence_is_short() -> None:
    fresh = Freshness(Age.YEAR, TODAY)
    dated = make_resource(confirmed_on=date(2020, 1, 1))
    assert fresh.sentence([dated]) == "1件は、1年以上確認していません"
    assert fresh.sentence([make_resource()]) == "1件は、確認した日がありません"


def test_a_list_without_any_day_is_not_reminded_nor_one_that_is_fresh() -> None:
    fresh = Freshness(Age.YEAR, TODAY)
    assert fresh.findings(make_worksheet(make_resource())) == ()
    assert fresh.findings(make_worksheet(make_resource(confirmed_on=TODAY))) == ()


def test_the_never_confirmed_are_called_first_then_the_oldest() -> None:
    order = [each.name for each in oldest_first(SHEET.resources)]
    assert order == ["日がない", "2年前", "1年前", "半年前", "半年に1日足りない", "今日"]


def test_confirming_sets_day_and_name_and_nothing_else() -> None:
    first, second = make_resource("一", fee="100円"), make_resource("二")
    after = confirm(make_worksheet(first, second), {first.id}, TODAY, "山田")
    changed = after.get(first.id)
    assert changed is not None
    assert (changed.confirmed_on, changed.confirmed_by, changed.fee) == (TODAY, "山田", "100円")
    assert after.get(second.id) is second
    assert confirm(after, {first.id}, TODAY, "山田") is after
