"""課題 as edits, and what the sheet proposes for their list: あるべき姿 − 現状 = 課題 (deck p28)."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from resource_mapper.domain.concern import Concern, fitting_grounds, new_concern_id
from resource_mapper.domain.coverage import missing_words
from resource_mapper.domain.dates import format_date
from resource_mapper.domain.findings import Finding
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.linking import NO_WAY_ON, without_onward_link
from resource_mapper.domain.should_be import in_brackets, shortfalls
from resource_mapper.domain.worksheet import Worksheet

_LONGEST_TITLE = 1000
"""A sentence names a card, whose name may be as long as a cell."""


def add_concerns(worksheet: Worksheet, concerns: Iterable[Concern]) -> Worksheet:
    """Append 課題.

    Raises:
        ValueError: an ID is taken, or a card is unknown.
    """
    return worksheet.with_values(concerns=(*worksheet.concerns, *concerns))


def remove_concerns(worksheet: Worksheet, ids: Collection[str]) -> Worksheet:
    """Remove 課題; unknown IDs are ignored."""
    return worksheet.with_values(concerns=tuple(each for each in worksheet.concerns if each.id not in ids))


def change_concerns(worksheet: Worksheet, ids: Collection[str], **values: object) -> Worksheet:
    """Set fields of some 課題."""
    changed = (replace(each, **values) if each.id in ids else each for each in worksheet.concerns)  # type: ignore[arg-type]
    return worksheet.with_values(concerns=tuple(changed))


def shift_concern(worksheet: Worksheet, concern_id: str, before: str | None) -> Worksheet:
    """Put one 課題 before another one, to the end if `before` is None."""
    moved = [each for each in worksheet.concerns if each.id == concern_id]
    others = [each for each in worksheet.concerns if each.id != concern_id]
    at = next((number for number, each in enumerate(others) if each.id == before), len(others))
    return worksheet.with_values(concerns=(*others[:at], *moved, *others[at:]))


def add_grounds(worksheet: Worksheet, concern_id: str, ids: Collection[str]) -> Worksheet:
    """Let a 課題 rest on further cards."""
    there = {resource.id for resource in worksheet.resources}
    return worksheet.with_values(
        concerns=tuple(
            replace(each, grounds=fitting_grounds((*each.grounds, *(key for key in ids if key in there))))
            if each.id == concern_id
            else each
            for each in worksheet.concerns
        )
    )


def concern_of(worksheet: Worksheet, concern_id: str) -> Concern | None:
    """Return a 課題 by ID."""
    return next((each for each in worksheet.concerns if each.id == concern_id), None)


def present_meeting(worksheet: Worksheet) -> str:
    """Return what a 課題 that comes up now says of its meeting: the 会議 of the heading, else its day, else nothing."""
    heading = worksheet.heading
    if heading.meeting or heading.made_on is None:
        return heading.meeting
    return format_date(heading.made_on, heading.calendar)


def proposals(worksheet: Worksheet) -> tuple[Concern, ...]:
    """Return one 課題 for everything that parts what is from what should be and is in the list by no ground yet."""
    found = [(each.words, each.reason, each.ids) for each in shortfalls(worksheet)]
    ending = without_onward_link(worksheet)
    found += [(f"{in_brackets(each.name)}の終了後の行き先がない", NO_WAY_ON, (each.id,)) for each in ending]
    meeting = present_meeting(worksheet)
    return tuple(
        Concern(id=new_concern_id(), title=words, grounds=ids, reason=reason, raised_at=meeting)
        for words, reason, ids in found
        if not is_listed(worksheet, reason, ids)
    )


def concern_of_finding(worksheet: Worksheet, finding: Finding) -> Concern:
    """Return the 課題 that a sentence of 気づき would be. A 空白 rests on no card, its words are the ground."""
    meeting = present_meeting(worksheet)
    if finding.gap is not None:
        what = missing_words(finding.gap, lens_of(worksheet))
        reason = f"{what} がありません"
        return Concern(id=new_concern_id(), title=f"{what} がない", reason=reason, raised_at=meeting)
    sentence = finding.sentence[:_LONGEST_TITLE].strip()
    return Concern(
        id=new_concern_id(),
        title=sentence,
        grounds=fitting_grounds(finding.ids),
        reason=NO_WAY_ON if sentence.endswith(NO_WAY_ON) else sentence,
        raised_at=meeting,
    )


def is_listed(worksheet: Worksheet, reason: str, ids: Collection[str] = ()) -> bool:
    """Whether a 課題 with that 根拠, in words and cards, is in the list; whatever it is called by now."""
    return any(reason in each.reason and set(ids) <= set(each.grounds) for each in worksheet.concerns)
