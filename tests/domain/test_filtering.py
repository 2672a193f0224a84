"""Filters: each part asks one thing, parts add up, and nothing asked shows everything."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.age import Age
from resource_mapper.domain.dates import months_before
from resource_mapper.domain.filtering import Filter
from tests.helpers.factories import make_resource, make_worksheet

TODAY = date(2026, 11, 23)
CARDS = {
    "サロン": make_resource("サロン", district="桜台", transport="あり", frequency="週1回", confirmed_on=TODAY),
    "体操": make_resource("体操", district="東山", status="準備中", confirmed_on=date(2026, 5, 23)),
    "会": make_resource("会", district="", transport="なし", confirmed_on=date(2024, 1, 1)),
    "教室": make_resource("教室", district="桜台", status="休止", place="サロン室"),
}
SHEET = make_worksheet(*CARDS.values())


def shown(wanted: Filter) -> set[str]:
    ids = wanted.matching(SHEET, TODAY)
    return {name for name, card in CARDS.items() if card.id in ids}


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Filter(), set(CARDS)),
        (Filter(words=" 　"), set(CARDS)),
        (Filter(words="さろん"), {"サロン", "教室"}),
        (Filter(words="ｻﾛﾝ 教室"), {"教室"}),
        (Filter(district=frozenset({"桜台"})), {"サロン", "教室"}),
        (Filter(district=frozenset({"", "東山"})), {"会", "体操"}),
        (Filter(status=frozenset({"ある"})), {"サロン", "会"}),
        (Filter(transport=frozenset({"あり"})), {"サロン"}),
        (Filter(frequency=frozenset({"週1回"})), {"サロン"}),
        (Filter(unconfirmed=Age.HALF_YEAR), {"体操", "会", "教室"}),
        (Filter(unconfirmed=Age.YEAR), {"会", "教室"}),
        (Filter(unconfirmed=Age.NEVER), {"教室"}),
        (Filter(words="サロン", district=frozenset({"桜台"}), status=frozenset({"ある"})), {"サロン"}),
    ],
)
def test_parts_of_a_filter(wanted: Filter, names: set[str]) -> None:
    assert shown(wanted) == names


def test_a_filter_knows_whether_it_asks_for_anything() -> None:
    assert Filter().is_empty
    assert Filter(words="　").is_empty
    assert not Filter(words="あ").is_empty
    full = Filter(status=frozenset({"ある"}), unconfirmed=Age.NEVER)
    assert (full.is_empty, full.conditions) == (False, 2)


@given(st.dates(date(1901, 1, 1), date(2100, 1, 1)), st.integers(0, 600))
def test_months_before(day: date, months: int) -> None:
    earlier = months_before(day, months)
    assert (day.year - earlier.year) * 12 + day.month - earlier.month == months
    assert earlier.day <= day.day
    assert earlier.day == day.day or earlier.day >= 28


def test_a_short_month_ends_early() -> None:
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(date(2024, 3, 31), 13) == date(2023, 2, 28)
