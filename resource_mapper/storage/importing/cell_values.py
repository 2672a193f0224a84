"""What stands in the cells of somebody else's list → the values of a resource. What cannot be told is left alone."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from resource_mapper.domain.frequency import MONTHLY, NOW_AND_THEN, OFTEN, TWICE, WEEKLY, YEARLY
from resource_mapper.domain.resource import CHOICES_SEPARATOR, MAX_COUNT
from resource_mapper.domain.text import clean, clean_line, fold
from resource_mapper.domain.vocabulary import Status, vocabulary

_WRITTEN_BREAK = re.compile(r"[（(]改行[）)]|<br\s*/?>", re.IGNORECASE)
_SHIELDED_FORMULA = re.compile(r"^'(?=[=+\-@])")
_NOTHING = re.compile(r"[\s\-‐‑‒–—―−ー－─ｰ*＊/／.…・]*")
_BLANK_ENDS = re.compile(r"[^\S\n]+(?=\n|$)")
_COUNT = re.compile(
    r"(?P<about>約|およそ|おおよそ|概ね|おおむね|最大|定員)?"
    r"(?P<number>\d{1,3}(,\d{3})+|\d{1,7})(\.0+)?(名|人)?"
    r"(?P<around>程度|ほど|くらい|ぐらい|位|前後)?"
)
_OUTSIDE_BRACKETS = r"(?![^（(]*[）)])"
_CHOICE_SEPARATORS = re.compile(rf"[、,，;；/／\n・･|｜＆&]{_OUTSIDE_BRACKETS}")
_LONGEST_CHOICE = 16
_SENTENCE = re.compile("[。！!？?]|ます|です|しています")
_MIDNIGHT = re.compile(r"0?0:00(:00)?")
_COORDINATES = re.compile(r"-?\d{1,3}\.\d{3,}([,\s]+-?\d{1,3}\.\d{3,})?")
_CODE = re.compile(r"[-+]?[\d,.]*%?|[YNyn]|true|false|[a-z]*\d*", re.IGNORECASE)

_YES = frozenset(map(fold, ("1", "あり", "有", "有り", "○", "◯", "〇", "◎", "可", "y", "yes", "true", "する", "実施")))
_NO = frozenset(map(fold, ("0", "なし", "無", "無し", "×", "✕", "✖", "不可", "n", "no", "false", "しない", "未実施")))

_YES_OR_NO_HEADINGS = {"有無": ("あり", "なし"), "可否": ("可", "不可")}

_STATUS_WORDS = {
    **dict.fromkeys(("活動中", "実施中", "開催中", "運営中", "継続", "継続中", "再開", "再開済"), Status.AVAILABLE),
    **dict.fromkeys(("準備", "開催予定", "予定", "新規予定", "開設予定"), Status.PREPARING),
    **dict.fromkeys(("休止中", "休会", "休会中", "中止中", "活動休止", "一時休止"), Status.PAUSED),
    **dict.fromkeys(("廃止", "解散", "閉鎖", "終了済", "活動終了"), Status.ENDED),
}
_FREQUENCIES = (
    (re.compile(r"毎週|週(に)?1(回|日)?(程度|ほど)?"), WEEKLY),
    (re.compile(r"週(に)?[2-7](回|日)?(程度|ほど|以上)?|毎日"), OFTEN),
    (re.compile(r"毎月|月(に)?1(回|日)?(程度|ほど)?"), MONTHLY),
    (re.compile(r"月(に)?([23]|2[~・]3)(回|日)?(程度|ほど)?|隔週"), TWICE),
    (re.compile(r"年(に|間)?\d{1,2}(回|日)?(程度|ほど)?"), YEARLY),
    (re.compile(r"不定期|随時"), NOW_AND_THEN),
)
_ACTIVITIES = {
    **dict.fromkeys(("体操", "運動", "健康体操", "介護予防体操", "体操・運動"), "体操（運動）"),
    **dict.fromkeys(("食事会", "食事", "昼食会"), "会食"),
    **dict.fromkeys(("お茶会", "茶話", "茶話会（おしゃべり）", "喫茶"), "茶話会"),
    **dict.fromkeys(("趣味", "趣味の活動"), "趣味活動"),
    **dict.fromkeys(("ボランティア",), "ボランティア活動"),
    **dict.fromkeys(("世代間交流", "多世代の交流"), "多世代交流"),
}


@lru_cache(maxsize=10_000)  # each cell is asked for several times, and most columns repeat themselves
def cell_value(text: str) -> str:
    """Return a cell's text, cleaned; a written 「（改行）」 becomes a line break, a lone dash nothing."""
    if not text:
        return ""
    text = _SHIELDED_FORMULA.sub("", text)
    text = _BLANK_ENDS.sub("", clean(_WRITTEN_BREAK.sub("\n", text))).strip()
    return "" if _NOTHING.fullmatch(text) else text


def read_count(text: str) -> tuple[int | None, bool]:
    """Return the number that a cell names and whether that says all (「約20名」 is 20, but not all of it)."""
    found = _COUNT.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if not found:
        return None, False
    number = int(found["number"].replace(",", ""))
    return (number, not (found["about"] or found["around"])) if number <= MAX_COUNT else (None, False)


def read_choice(field: str, text: str) -> tuple[str, bool]:
    """Return the stored word for what somebody wrote, and whether it says the same; unknown words stay as they are."""
    word = clean_line(text)
    known = vocabulary().canonical(field, word)
    if known != word or vocabulary().is_known(field, word):
        return known, True
    if field == "status":
        return str(_STATUS_WORDS.get(word, word)), word in _STATUS_WORDS
    if field == "transport":
        return {True: "あり", False: "なし", None: word}[read_flag(word)], read_flag(word) is not None
    if field == "frequency":
        key = fold(word)
        return next(((short, False) for pattern, short in _FREQUENCIES if pattern.fullmatch(key)), (word, False))
    return word, False


def read_choices(field: str, text: str) -> tuple[str, ...] | None:
    """Return the words of a cell that lists some; None if it holds sentences instead."""
    words = [clean_line(word).replace(CHOICES_SEPARATOR, "，") for word in _CHOICE_SEPARATORS.split(text)]
    words = [word for word in words if word]
    if any(len(word) > _LONGEST_CHOICE or _SENTENCE.search(word) for word in words):
        return None
    aliases = _ACTIVITIES if field == "activities" else {}
    return tuple(dict.fromkeys(vocabulary().canonical(field, aliases.get(word, word)) for word in words))


def read_flag(text: str) -> bool | None:
    """Return yes or no for 1, 0, あり, 無, ○ and the like; None for anything else."""
    key = fold(text)
    return True if key in _YES else False if key in _NO else None


def read_share(text: str) -> float | None:
    """Return a percentage as a share of 1."""
    try:
        share = float(unicodedata.normalize("NFKC", text).rstrip("% ")) / 100
    except ValueError:
        return None
    return min(max(share, 0.0), 1.0) if share == share else None


def told(label: str, text: str) -> str:
    """Return 「見出し：値」; 1 and 0 below 「…の有無」 become words."""
    for ending, (yes, no) in _YES_OR_NO_HEADINGS.items():
        if label.endswith(ending):
            label = label.removesuffix(ending).removesuffix("の")
            text = {True: yes, False: no, None: text}[read_flag(text)]
    return f"{label}：{text}"


def ranges(starts: Sequence[str], ends: Sequence[str]) -> list[str]:
    """Return 「始め〜終わり」 for each pair; a day alone needs no dash, a time alone does; 0:00〜0:00 is no time."""
    found = []
    for start, end in zip_longest(starts, ends, fillvalue=""):
        if end and end != start:
            found.append(f"{start}〜{end}")
        elif start and not (end and _MIDNIGHT.fullmatch(end)):
            found.append(f"{start}〜" if ":" in start and ends and not end else start)
    return found


def is_place_on_map(text: str) -> bool:
    """Whether a cell holds coordinates."""
    return bool(_COORDINATES.fullmatch(text))


def is_code(text: str) -> bool:
    """Whether a cell holds a figure or a code that says little without its list."""
    return bool(_CODE.fullmatch(unicodedata.normalize("NFKC", text)))
