"""Dates as Japanese offices write them: 和暦 and 西暦, in any width."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from resource_mapper.domain.resource import FIRST_YEAR
from resource_mapper.domain.worksheet import Calendar

_ERAS = (
    ("令和", "R", date(2019, 5, 1)),
    ("平成", "H", date(1989, 1, 8)),
    ("昭和", "S", date(1926, 12, 25)),
    ("大正", "T", date(1912, 7, 30)),
)
"""Name, letter, first day; newest first."""

_DATE = re.compile(
    r"(?:(?P<era>令和|平成|昭和|大正|[RHST])\.?)?(?P<year>\d{1,4}|元)[年./-]"
    r"(?P<month>\d{1,2})(?:[月./-](?P<day>\d{1,2})日?|月)",
    re.IGNORECASE,
)
_WEEKDAYS = "月火水木金土日"
_WEEKDAY = re.compile(rf"\((?P<short>[{_WEEKDAYS}])(?:曜日?)?(?:[・,、]?祝日?)?\)$|(?P<long>[{_WEEKDAYS}])曜日?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL_TIME = re.compile(r"[T ]\d{1,2}:\d{2}.*$")


def format_date(day: date, calendar: Calendar = Calendar.ERA) -> str:
    """Return 「令和8年11月23日」 or 「2026年11月23日」; days before 大正 are always western."""
    if calendar is Calendar.ERA:
        for name, _, start in _ERAS:
            if day >= start:
                year = day.year - start.year + 1
                return f"{name}{'元' if year == 1 else year}年{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月{day.day}日"


def parse_date(text: str) -> date | None:
    """Return the day that a text names (R6.4.1, 令和６年４月１日（月）, 2024/4/1, 2024-04-01, 20240401), or None.

    A month without a day (令和6年4月) is its first; a day of the week that is not that day's makes it no date, and so
    does a year that Excel does not know.
    """
    plain = _SERIAL_TIME.sub("", unicodedata.normalize("NFKC", text).strip()).replace(" ", "")
    weekday = _WEEKDAY.search(plain)
    day = _plain_date(plain[: weekday.start()] if weekday else plain)
    if weekday and day and day.weekday() != _WEEKDAYS.index(weekday["short"] or weekday["long"]):
        return None
    return day


@lru_cache(maxsize=64)  # asked for every card of a list, of the same day
def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier; the month's last day where it has none such."""
    from calendar import monthrange  # brings more along than a start needs

    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _plain_date(plain: str) -> date | None:
    if compact := _COMPACT.fullmatch(plain):
        return _day(*(int(part) for part in compact.groups()))
    found = _DATE.fullmatch(plain)
    if not found:
        return None
    year = 1 if found["year"] == "元" else int(found["year"])
    if era := found["era"]:
        if year == 0:
            return None
        start = next(first for name, letter, first in _ERAS if era.upper() in (name, letter))
        year += start.year - 1
    elif len(found["year"]) != 4:
        return None
    return _day(year, int(found["month"]), int(found["day"] or 1))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= FIRST_YEAR else None
    except ValueError:
        return None
