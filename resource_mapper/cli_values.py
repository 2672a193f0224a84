"""Values of the command line: each function reads one kind, and says what can be given instead of a wrong one."""

import argparse
from collections.abc import Collection

from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.town import TOWNS
from resource_mapper.domain.vocabulary import Status
from resource_mapper.printing.options import HEADING_BOXES, LEAST_MARGIN
from resource_mapper.printing.sheets import SHEETS

MAX_SPARE_CARDS = 1_000
MAX_MARGIN = 20
MIN_WIDTH, MAX_WIDTH = 200, 20_000


def town(text: str) -> str:
    """Return the ID of a town given by its word or by ID."""
    ids = {town.word: town.id for town in TOWNS}
    return text if text in ids.values() else ids[_one_of(ids, text, "練習用の町")]


def lens(text: str) -> str:
    """Return the ID of a lens given by ID or by label."""
    ids = {lens.label: lens.id for lens in LENSES}
    return text if text in ids.values() else ids[_one_of(ids, text, "並べ方")]


def sheets(text: str) -> tuple[str, ...]:
    """Return IDs of sheets."""
    return tuple(_one_of(SHEETS, name, "面") for name in text.split(","))


def statuses(text: str) -> tuple[str, ...]:
    """Return 状況."""
    return tuple(_one_of(tuple(Status), word, "状況") for word in text.split(","))


def boxes(text: str) -> tuple[str, ...]:
    """Return names of boxes of the heading."""
    return tuple(_one_of(HEADING_BOXES, label, "欄") for label in text.split(","))


def margin(text: str) -> float:
    """Return a margin in mm."""
    if not text.isdecimal() or not LEAST_MARGIN <= int(text) <= MAX_MARGIN:
        raise argparse.ArgumentTypeError(f"余白は {LEAST_MARGIN:.0f}〜{MAX_MARGIN} の数で指定してください")
    return float(text)


def count(text: str) -> int:
    """Return how many spare cards."""
    if not text.isdecimal() or int(text) > MAX_SPARE_CARDS:
        raise argparse.ArgumentTypeError(f"枚数は 0〜{MAX_SPARE_CARDS} の数で指定してください")
    return int(text)


def encoding(text: str) -> str:
    """Return Python's name of an encoding."""
    names = {
        "utf8": "utf-8",
        "shiftjis": "cp932",
        "sjis": "cp932",
        "cp932": "cp932",
        "windows31j": "cp932",
        "eucjp": "euc_jp",
        "utf16": "utf-16-le",
        "utf16le": "utf-16-le",
        "utf16be": "utf-16-be",
        "jis": "iso2022_jp_ext",
        "iso2022jp": "iso2022_jp_ext",
    }
    found = names.get(text.lower().replace("-", "").replace("_", ""))
    if found is None:
        raise argparse.ArgumentTypeError(
            f"「{text}」という文字コードは使えません（使えるのは utf-8、shift_jis、euc-jp、utf-16、jis）"
        )
    return found


def row_number(text: str) -> int:
    """Return a row, from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("行の番号は 1 以上の数で指定してください")
    return int(text)


def width(text: str) -> int:
    """Return a width in px."""
    if not text.isdecimal() or not MIN_WIDTH <= int(text) <= MAX_WIDTH:
        raise argparse.ArgumentTypeError(f"幅は {MIN_WIDTH}〜{MAX_WIDTH} の数で指定してください")
    return int(text)


def _one_of(words: Collection[str], word: str, what: str) -> str:
    if word not in words:
        raise argparse.ArgumentTypeError(f"「{word}」という{what}はありません（使えるのは {'・'.join(words)}）")
    return word
