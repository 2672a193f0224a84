"""The order in which people look for words without a reading: 第2地区 before 第10地区, 第二 before 第十."""

import re

from resource_mapper.domain.text import fold_kana

_DIGITS = "〇一二三四五六七八九"
_NUMBERS = re.compile(f"([0-9]+|[{_DIGITS}十百]+)")

_Part = tuple[int, int, bytes]


def natural_key(text: str) -> tuple[_Part, ...]:
    """Return a key to sort by: numbers by value, kana by sound, kanji as in JIS X 0208, where 第1水準 goes by reading.

    Characters outside cp932 come last in their place.
    """
    parts = _NUMBERS.split(fold_kana(text))
    return tuple(
        (0, _value(part), b"") if place % 2 else (1, 0, b"".join(map(_code, part)))
        for place, part in enumerate(parts)
        if part
    )


def _value(number: str) -> int:
    """Return what a number in Arabic or kanji digits (十二, 一二, 百五) stands for."""
    if number[0] not in f"{_DIGITS}十百":
        return int(number)
    total = pending = 0
    for char in number:
        if char in "十百":
            total += (pending or 1) * (10 if char == "十" else 100)
            pending = 0
        else:
            pending = pending * 10 + _DIGITS.index(char)
    return total + pending


def _code(char: str) -> bytes:
    try:
        return char.encode("cp932").rjust(2, b"\0")
    except UnicodeEncodeError:
        return b"\xff" + char.encode("utf-32-be")
