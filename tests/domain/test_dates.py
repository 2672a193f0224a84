"""Dates in 和暦 and 西暦, as written and as read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.dates import format_date, parse_date
from resource_mapper.domain.worksheet import Calendar


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "令和8年11月23日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2019, 12, 31), "令和元年12月31日"),
        (date(2020, 1, 1), "令和2年1月1日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1926, 12, 25), "昭和元年12月25日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1912, 7, 30), "大正元年7月30日"),
        (date(1912, 7, 29), "1912年7月29日"),
    ],
)
def test_eras_change_on_their_day(day, words):
    assert format_date(day) == words
    assert parse_date(words) == day


def test_western_dates():
    assert format_date(date(2026, 11, 3), Calendar.WESTERN) == "2026年11月3日"


@pytest.mark.parametrize(
    "text",
    [
        "R6.4.1",
        "r6.4.1",
        "R6/4/1",
        "R6-4-1",
        "R.6.4.1",
        "R06.04.01",
        "Ｒ６．４．１",
        "令和6年4月1日",
        "令和６年４月１日",
        "令和 6年 4月 1日",
        "令和6.4.1",
        "令和06年04月01日",
        "㋿6年4月1日",
        " 令和6年4月1日　",
        "2024/4/1",
        "2024/04/01",
        "2024-04-01",
        "2024.4.1",
        "２０２４／４／１",
        "2024年4月1日",
        "20240401",
        "2024-04-01 00:00:00",
        "2024-04-01T09:30:00",
        "2024/4/1 9:30",
        "令和6年4月1日（月）",
        "令和６年４月１日（月曜日）",
        "令和6年4月1日 月曜日",
        "2024/4/1(月)",
        "R6.4.1（月・祝）",
        "令和6年4月",
        "2024年４月",
    ],
)
def test_spellings_of_one_day(text):
    assert parse_date(text) == date(2024, 4, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("H31.4.30", date(2019, 4, 30)),
        ("H元.1.8", date(1989, 1, 8)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("㍻30年1月8日", date(2018, 1, 8)),
        ("s39.10.10", date(1964, 10, 10)),
        ("Ｔ１０．５．１", date(1921, 5, 1)),
        ("昭和100年1月1日", date(2025, 1, 1)),  # many an office system still counts so
        ("2024/2/29", date(2024, 2, 29)),
    ],
)
def test_spellings_of_other_days(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "不明",
        "令和",
        "6年4月1日",
        "24/4/1",
        "2024",
        "2024/4",
        "令和6年4月1日（火）",  # it was a Monday: one of the two is wrong
        "2024/2/30",
        "2023/2/29",
        "20240230",
        "2024/13/1",
        "0/0/0",
        "令和6年4月31日",
        "X6.4.1",
        "4/1/2024",
        "毎月第2木曜",
        "10:00",
        "2024/4/1頃",
        "R9999.1.1",
        "1899-12-31",
    ],
)
def test_what_names_no_day_is_not_guessed(text):
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["R0.4.1", "令和0年4月1日", "H00.1.1"])
def test_no_era_has_a_year_0(text):
    assert parse_date(text) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(Calendar))
def test_what_is_written_is_read_again(day, calendar):
    assert parse_date(format_date(day, calendar)) == day


@given(st.text(max_size=20))
def test_any_text_is_read_or_left(text):
    found = parse_date(text)
    assert found is None or isinstance(found, date)
