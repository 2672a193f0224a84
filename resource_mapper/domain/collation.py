"""The order of Japanese words, in the spirit of JIS X 4061: あ, ア and ｱ are one letter, voicing decides last."""

import re
import unicodedata
from functools import lru_cache

from resource_mapper.domain.text import fold_kana

SortKey = tuple[tuple[tuple[int, int, str], ...], str]

_VOICING = re.compile("[\u3099\u309a]")
_NUMBER = re.compile(r"[0-9]+|[^0-9]+")
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
    """Return the key by which words are put in order; numbers go by their value, ー by the vowel before it."""
    folded = fold_kana(text)
    plain = _VOICING.sub("", unicodedata.normalize("NFD", folded)).translate(_LARGE)
    if "ー" in plain:
        letters = list(plain)
        for at, letter in enumerate(letters[1:], start=1):
            if letter == "ー":
                letters[at] = _VOWEL.get(letters[at - 1], letter)
        plain = "".join(letters)
    parts = _NUMBER.findall(plain)
    return tuple((0, int(part), "") if part[0].isdigit() else (1, 0, part) for part in parts), folded
