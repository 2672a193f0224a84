"""つながり as edits, and what they say: where people go on to after a resource."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from resource_mapper.domain.link import Ends, Link
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.worksheet import Worksheet

SHORT_TERM = ("day_c", "visit_c")
"""総合事業の類型 that end after 3–6 months, so that people go on to somewhere (deck p10, p18)."""

NO_WAY_ON = "終了後の行き先がありません"
"""What is said of those from which no link leads on."""


def link(worksheet: Worksheet, chain: Sequence[str]) -> Worksheet:
    """Link each resource of a chain to the next one; what is linked that way already, or to itself, stays as it is."""
    there = {resource.id for resource in worksheet.resources}
    taken = {each.ends for each in worksheet.links}
    fresh = dict.fromkeys(
        ends for ends in pairwise(chain) if ends not in taken and there.issuperset(ends) and ends[0] != ends[1]
    )
    return worksheet.with_values(links=(*worksheet.links, *(Link(*ends) for ends in fresh)))


def unlink(worksheet: Worksheet, ends: Collection[Ends]) -> Worksheet:
    """Take links away; unknown ones are ignored."""
    return worksheet.with_values(links=tuple(each for each in worksheet.links if each.ends not in ends))


def set_words(worksheet: Worksheet, ends: Ends, words: str) -> Worksheet:
    """Say something on a link."""
    words = clean_line(words)
    changed = (replace(each, words=words) if each.ends == ends else each for each in worksheet.links)
    return worksheet.with_values(links=tuple(changed))


def links_of(worksheet: Worksheet, ids: Collection[str]) -> tuple[Link, ...]:
    """Return the links among resources; of a single one, those that begin or end at it."""
    if len(ids) == 1:
        return tuple(each for each in worksheet.links if each.source in ids or each.target in ids)
    return tuple(each for each in worksheet.links if each.source in ids and each.target in ids)


def without_onward_link(worksheet: Worksheet) -> tuple[Resource, ...]:
    """Return the 通所C・訪問C of today from which no link leads on (deck p18: 終了後の行き先)."""
    sources = {each.source for each in worksheet.links}
    return tuple(
        each
        for each in worksheet.resources
        if each.counts and each.service_type in SHORT_TERM and each.id not in sources
    )


def around_short_term(worksheet: Worksheet) -> frozenset[str]:
    """Return the 通所C・訪問C with those that lead to them and those they lead on to (C型の前後)."""
    middle = {each.id for each in worksheet.resources if each.service_type in SHORT_TERM}
    beside = {end for each in worksheet.links for end in each.ends if middle.intersection(each.ends)}
    return frozenset(middle | beside)


def around_in_words(worksheet: Worksheet) -> str:
    """Return what 「C型の前後」 shows, and from which there is no way on yet; nothing where there is no C型."""
    middle = [each for each in worksheet.resources if each.service_type in SHORT_TERM]
    if not middle:
        return ""
    beside = len(around_short_term(worksheet)) - len(middle)
    missing = "、".join(f"「{each.name}」" for each in without_onward_link(worksheet))
    rest = f"行き先がまだないのは、{missing}です。" if missing else "どれにも行き先があります。"
    others = f"と、その前後の{beside}件" if beside else ""
    return f"通所C・訪問C {len(middle)}件{others}を明るく見せています。{rest}"
