"""The order in which people look for Japanese words: by sound, numbers by value, kanji as in a JIS table.

In the spirit of JIS X 4061: あ, ア and ｱ are one letter, voicing and small kana decide last, ー is the vowel before it.
"""

import re
import unicodedata
from functools import lru_cache

from resource_mapper.domain.text import fold_kana

SortKey = tuple[tuple[tuple[int, int, bytes], ...], str]

_VOICING = re.compile("[\u3099\u309a]")
_DIGITS = "〇一二三四五六七八九"
_NUMBERS = re.compile(f"([0-9]+|[{_DIGITS}十百]+)")
_LARGE = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_VOWEL = {
    kana: row[0]
    for row in (
        "あかさたなはまやらわ",
        "いきしちにひみりゐ",
        "うくすつぬふむゆる",
        "えけせてねへめれゑ",
        "おこそとのほもよろを",
    )
    for kana in row
}


@lru_cache(maxsize=1 << 15)
def sort_key(text: str) -> SortKey:
    """Return the key by which words are put in order: 第2地区 before 第10地区, 第二 before 第十."""
    folded = fold_kana(text)
    plain = _VOICING.sub("", unicodedata.normalize("NFD", folded)).translate(_LARGE)
    parts = _NUMBERS.split(_with_vowels(plain))
    return tuple(
        (0, _value(part), b"") if place % 2 else (1, 0, b"".join(map(_code, part)))
        for place, part in enumerate(parts)
        if part
    ), folded


def _with_vowels(text: str) -> str:
    """Return text with the vowel before it in place of every ー."""
    if "ー" not in text:
        return text
    letters = list(text)
    for at, letter in enumerate(letters[1:], start=1):
        if letter == "ー":
            letters[at] = _VOWEL.get(letters[at - 1], letter)
    return "".join(letters)


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
    """Return a character's place: in JIS X 0208, where 第1水準 goes by reading; what it lacks comes last."""
    try:
        return char.encode("cp932").rjust(2, b"\0")
    except UnicodeEncodeError:
        return b"\xff" + char.encode("utf-32-be")
