"""How often something happens, read from words about when: 「第2・4木曜」 is 月2〜3回, 「毎週金」 is 週1回."""

import re
from collections.abc import Iterator

from resource_mapper.domain.text import fold

WEEKLY, OFTEN, MONTHLY, TWICE, YEARLY, NOW_AND_THEN = "週1回", "週2回以上", "月1回", "月2〜3回", "年数回", "不定期"

_DAY = "[月火水木金土日](?:曜日?)?"
_NUMBER = "[1-5一二三四五]"
_NTH = re.compile(rf"第{_NUMBER}(?:[・,、./と]*第?{_NUMBER})*週?の?\(?(?:{_DAY})")
_EVERY = re.compile(rf"毎週の?\(?{_DAY}(?:[・,、/と]?{_DAY})*")
_TIMES = re.compile(r"(?<![\d年])([週月年])間?に?(\d{1,2})(?:[~・-](\d{1,2}))?[回日]")
_PLAIN = (
    (re.compile("毎日(?!曜)"), OFTEN),
    (re.compile("隔週"), TWICE),
    (re.compile("不定期|随時"), NOW_AND_THEN),
)
_ASIDE = re.compile(r"\([^()]*[休除閉][^()]*\)")
_CLOSED = re.compile("[休除閉]")
"""When it does not happen: 「（第5週は休み）」「【休館日】第3日曜日」."""
_SENTENCES = re.compile(r"[\n。]|(?=【)")
_FROM_TO = re.compile(rf"第{_NUMBER}[~-]")
_BY_TIMES = {
    "週": {(1, 1): WEEKLY, **{(few, many): OFTEN for few in range(2, 8) for many in range(few, 8)}},
    "月": {(1, 1): MONTHLY, (2, 2): TWICE, (2, 3): TWICE, (3, 3): TWICE, (4, 4): WEEKLY},
    "年": {(few, many): YEARLY for few in range(1, 11) for many in range(few, 11)},
}


def frequency_in(text: str) -> tuple[str, str] | None:
    """Return the words that tell how often, and how often that is; None where they say nothing, or several things."""
    sentences = (_ASIDE.sub("", fold(sentence)) for sentence in _SENTENCES.split(text))
    key = "。".join(sentence for sentence in sentences if not _CLOSED.search(sentence))
    if _FROM_TO.search(key):
        return None
    found = [*_by_days(key), *_by_times(key)]
    found += [(match.group(), often) for pattern, often in _PLAIN if (match := pattern.search(key))]
    return found[0] if len({often for _, often in found}) == 1 else None


def _by_days(key: str) -> Iterator[tuple[str, str]]:
    """Yield what the days that are named come to: of every week, or of some weeks of a month."""
    if weekly := _EVERY.search(key):
        days = re.findall(_DAY, weekly.group().removeprefix("毎週"))
        yield weekly.group(), WEEKLY if len(days) == 1 else OFTEN
    if nth := [match.group() for match in _NTH.finditer(key)]:
        times = sum(len(re.findall(_NUMBER, words)) for words in nth)
        yield "、".join(nth), MONTHLY if times == 1 else TWICE if times <= 3 else WEEKLY


def _by_times(key: str) -> Iterator[tuple[str, str]]:
    """Yield what 「週2回」「月1回」 say; a range across two answers says nothing sure."""
    for match in _TIMES.finditer(key):
        few = int(match[2])
        often = _BY_TIMES[match[1]].get((few, int(match[3] or few)))
        if often is not None:
            yield match.group(), often
