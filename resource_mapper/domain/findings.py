"""気づき: what a sheet shows to those who look at it, as sentences that know their cards."""

from collections.abc import Iterable
from dataclasses import dataclass

from resource_mapper.domain.axis import BANDS
from resource_mapper.domain.coverage import Gap, gap_sentence, gaps, people_words, reaches, row_words
from resource_mapper.domain.lens import Lens, lens_of
from resource_mapper.domain.linking import NO_WAY_ON, without_onward_link
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet

MINUTES_LENGTH = 300
"""Characters of the summary for the minutes."""
_NAMED = 5
"""How many names or rows a sentence calls before 「など」."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, with the resources it is about; where it is about a 空白, with that."""

    sentence: str
    ids: tuple[str, ...]
    gap: Gap | None = None


def findings(worksheet: Worksheet) -> tuple[Finding, ...]:
    """Return what the sheet shows, the gaps of its lens first. A sheet without cards has nothing to say."""
    if not worksheet.placed:
        return ()
    lens = lens_of(worksheet)
    of_row = _by_row(worksheet, lens)
    found = [Finding(gap_sentence(gap, lens), of_row.get(gap.row.id, ()), gap) for gap in gaps(worksheet, lens)]
    found += [Finding(f"「{each.name}」は、{NO_WAY_ON}", (each.id,)) for each in without_onward_link(worksheet)]
    return tuple(found)


def minutes(worksheet: Worksheet, limit: int = MINUTES_LENGTH) -> tuple[Finding, ...]:
    """Return the findings as whole sentences for the minutes, together at most `limit` characters long.

    In the order of the sheet, without ranking; what finds no room any more is counted in the last sentence.
    """
    candidates = _sentences(worksheet)
    taken: list[Finding] = []
    for number, each in enumerate(candidates):
        left = candidates[number + 1 :]
        used = sum(len(one.sentence) for one in taken) + len(each.sentence)
        if used + (len(_rest(left).sentence) if left else 0) > limit:
            rest = _rest(candidates[number:])
            return (*taken, rest) if used - len(each.sentence) + len(rest.sentence) <= limit else tuple(taken)
        taken.append(each)
    return tuple(taken)


def _rest(left: Iterable[Finding]) -> Finding:
    left = tuple(left)
    ids = dict.fromkeys(key for each in left for key in each.ids)
    return Finding(f"ほかに気づきが{len(left)}件あります。", tuple(ids))


def _sentences(worksheet: Worksheet) -> list[Finding]:
    shown = [each for each in worksheet.placed if each.status != Status.ENDED]
    if not shown:
        return []
    found = [_counts(shown), _reach(shown), *_gap_sentences(worksheet, lens_of(worksheet))]
    onward = without_onward_link(worksheet)
    wanted = [each for each in shown if each.status == Status.WANTED]
    waiting = worksheet.unplaced
    for resources, words in (
        (onward, "{names}は、終了後の行き先がまだ書かれていません。"),
        (wanted, "あったらいいなとして、{names}が挙がりました。"),
        (waiting, "使える人の状態像をこれから確かめる資源が{count}件あります。"),
    ):
        if resources:
            sentence = words.format(names=_named([f"「{each.name}」" for each in resources], ""), count=len(resources))
            found.append(Finding(sentence, _ids(resources)))
    return found


def _counts(shown: list[Resource]) -> Finding:
    available = [each for each in shown if each.counts]
    natural = sum(each.is_natural for each in available)
    among = f"（うち自然な支え合い{natural}件）" if natural else ""
    return Finding(f"{len(shown)}件をシートに並べ、いま使える資源は{len(available)}件{among}でした。", _ids(shown))


def _reach(shown: list[Resource]) -> Finding:
    serving = [each for each in shown if each.counts]
    words = "、".join(f"{band.people}は{sum(reaches(each, band) for each in serving)}件" for band in BANDS)
    return Finding(f"使える資源は、{words}でした。", _ids(serving))


def _gap_sentences(worksheet: Worksheet, lens: Lens) -> list[Finding]:
    """Return one sentence for all rows that lack the same bands."""
    of_row = _by_row(worksheet, lens)
    rows: dict[str, list[Gap]] = {}
    for gap in gaps(worksheet, lens):
        rows.setdefault(people_words(gap), []).append(gap)
    found = []
    for who, same in rows.items():
        labels = [row_words(gap, lens) for gap in same]
        subject = f"{who}が使える" if who else ""
        ids = dict.fromkeys(key for gap in same for key in of_row.get(gap.row.id, ()))
        sentence = f"{subject}{_named(labels, '、')}は、まだ見つかっていません。"
        found.append(Finding(sentence, tuple(ids), same[0]))
    return found


def _named(words: list[str], between: str) -> str:
    return between.join(words[:_NAMED]) + ("など" if len(words) > _NAMED else "")


def _by_row(worksheet: Worksheet, lens: Lens) -> dict[str, tuple[str, ...]]:
    row_of = lens.sorter(worksheet)
    found: dict[str, list[str]] = {}
    for resource in worksheet.placed:
        found.setdefault(row_of(resource), []).append(resource.id)
    return {row: tuple(ids) for row, ids in found.items()}


def _ids(resources: Iterable[Resource]) -> tuple[str, ...]:
    return tuple(each.id for each in resources)
