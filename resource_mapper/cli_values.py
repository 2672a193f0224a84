"""Values of the command line: each function reads one kind, and says what can be given instead of a wrong one."""

import argparse

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
    for town in TOWNS:
        if text in (town.id, town.word):
            return town.id
    words = "・".join(town.word for town in TOWNS)
    raise argparse.ArgumentTypeError(f"「{text}」という練習用の町はありません（使えるのは {words}）")


def lens(text: str) -> str:
    """Return the ID of a lens given by ID or by label."""
    for lens in LENSES:
        if text in (lens.id, lens.label):
            return lens.id
    labels = "・".join(lens.label for lens in LENSES)
    raise argparse.ArgumentTypeError(f"「{text}」という並べ方はありません（使えるのは {labels}）")


def sheets(text: str) -> tuple[str, ...]:
    """Return IDs of sheets."""
    ids = tuple(text.split(","))
    for name in ids:
        if name not in SHEETS:
            raise argparse.ArgumentTypeError(f"「{name}」という面はありません（使えるのは {'・'.join(SHEETS)}）")
    return ids


def statuses(text: str) -> tuple[str, ...]:
    """Return 状況."""
    words = tuple(text.split(","))
    for word in words:
        if word not in tuple(Status):
            raise argparse.ArgumentTypeError(f"「{word}」という状況はありません（使えるのは {'・'.join(Status)}）")
    return words


def boxes(text: str) -> tuple[str, ...]:
    """Return names of boxes of the heading."""
    labels = tuple(text.split(","))
    for label in labels:
        if label not in HEADING_BOXES:
            raise argparse.ArgumentTypeError(
                f"「{label}」という欄はありません（使えるのは {'・'.join(HEADING_BOXES)}）"
            )
    return labels


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
