"""How old a confirmation (最終確認日) may become."""

from enum import StrEnum


class Age(StrEnum):
    """From when on a confirmation is old. A resource without a 最終確認日 is old by every age."""

    HALF_YEAR = "half-year"
    YEAR = "year"
    TWO_YEARS = "two-years"
    NEVER = "never"
    """Old is only what has no 最終確認日."""

    @property
    def months(self) -> int | None:
        """After how many months, None for `NEVER`."""
        return {Age.HALF_YEAR: 6, Age.YEAR: 12, Age.TWO_YEARS: 24}.get(self)

    @property
    def label(self) -> str:
        """The age in a list of choices."""
        return f"{self.short}確認していない" if self in _WORDS else "確認した日がない"

    @property
    def short(self) -> str:
        """The same where there is little room."""
        return f"{_WORDS[self]}以上" if self in _WORDS else "日がない"


_WORDS = {Age.HALF_YEAR: "半年", Age.YEAR: "1年", Age.TWO_YEARS: "2年"}
