"""あるべき姿: the town as it should be, over the town as it is; their differences are what is to be done (deck p28)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from resource_mapper.domain.axis import Span, bands_of, place_in_words, span_in_words
from resource_mapper.domain.coverage import COVERAGE_STEPS, Gap, coverage_of, gaps, missing_words
from resource_mapper.domain.edits import Edge
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet


class Way(StrEnum):
    """How the town gets from what is to what should be."""

    WIDEN = "広げる"
    CHANGE = "変える"
    CREATE = "つくる"
    START = "始める"
    RESUME = "再び始める"
    MISSING = "まだない"


_BEGINNINGS = {Status.WANTED: Way.CREATE, Status.PREPARING: Way.START, Status.PAUSED: Way.RESUME}
NOT_THERE_YET = "いまはまだ使えません"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One thing that parts what is from what should be."""

    way: Way
    words: str
    """What is to be done: 「「いきいきサロン」を要介護に近い人まで広げる」."""
    reason: str
    """Why, without the card's name: 「いまは「虚弱」まで、あるべき姿は「要介護」まで」."""
    ids: tuple[str, ...] = ()
    gap: Gap | None = None


def set_aim(worksheet: Worksheet, ids: Collection[str], aim: Span | None) -> Worksheet:
    """Say which range resources should serve one day; None, or the range they have, takes it back."""

    def aimed(resource: Resource) -> Resource:
        wanted = None if aim == resource.span else aim
        return replace(resource, aim=wanted) if resource.id in ids and resource.span is not None else resource

    return worksheet.with_resources(map(aimed, worksheet.resources))


def stretch_aim(worksheet: Worksheet, resource_id: str, edge: Edge, position: float) -> Worksheet:
    """Move one end of the range that a resource should serve; the range itself stays as it is."""
    resource = worksheet.get(resource_id)
    if resource is None or resource.span is None:
        return worksheet
    base = resource.aim or resource.span
    return set_aim(worksheet, {resource_id}, base.with_left(position) if edge == "left" else base.with_right(position))


def is_ahead(resource: Resource) -> bool:
    """Whether a placed resource should serve another range than it does."""
    return resource.span is not None and resource.aim not in (None, resource.span)


def as_it_should_be(worksheet: Worksheet) -> Worksheet:
    """Return the town as it should be: nothing that has ended, each resource there and at its aim."""
    return worksheet.with_resources(
        each
        if each.counts and each.aim is None
        else replace(each, span=each.aim or each.span, aim=None, status=Status.AVAILABLE)
        for each in worksheet.resources
        if each.span is not None and each.status != Status.ENDED
    )


def coverage_as_it_should_be(resources: Iterable[Resource], steps: int = COVERAGE_STEPS) -> tuple[int, ...]:
    """Count, for each step of the axis, the placed resources that should serve it."""
    there = (each for each in resources if each.status != Status.ENDED)
    return coverage_of((each.aim or each.span for each in there if each.span is not None), steps)


def in_brackets(name: str) -> str:
    """Return a card's name as a sentence calls it; the longest are cut."""
    return f"「{name}」" if len(name) <= _LONGEST_NAME else f"「{name[:_LONGEST_NAME]}…」"


def shortfalls(worksheet: Worksheet) -> tuple[Shortfall, ...]:
    """Return what parts the town as it is from the town as it should be, card by card, then what nobody has wished."""
    found = [each for resource in worksheet.placed for each in _of_card(resource)]
    return (*found, *_missing(worksheet))


def _of_card(resource: Resource) -> Iterator[Shortfall]:
    ids = (resource.id,)
    way = _BEGINNINGS.get(resource.status)  # type: ignore[call-overload] # a word outside the list is none of them
    if way is not None:
        yield Shortfall(way, f"{in_brackets(resource.name)}を{way}", NOT_THERE_YET, ids)
    span, aim = resource.span, resource.aim
    if span is None or aim in (None, span) or resource.status == Status.ENDED:
        return
    widens = aim.left <= span.left and span.right <= aim.right
    way = Way.WIDEN if widens else Way.CHANGE
    yield Shortfall(way, in_brackets(resource.name) + _aim_words(span, aim, way), _aim_reason(span, aim), ids)


def _aim_words(span: Span, aim: Span, way: Way) -> str:
    now, then = bands_of(span), bands_of(aim)
    if now == then:
        return f"の対象の幅を{way}"
    if way is Way.CHANGE:
        return f"の対象を「{span_in_words(aim)}」に変える"
    further = "・".join(band.people for band in then if band not in now)
    return f"を{further}に広げる"


def _aim_reason(span: Span, aim: Span) -> str:
    now, then = span_in_words(span), span_in_words(aim)
    if now == then:
        now, then = (f"{place_in_words(each.left)}〜{place_in_words(each.right)}" for each in (span, aim))
    return f"いまは「{now}」、あるべき姿は「{then}」"


def _missing(worksheet: Worksheet) -> Iterator[Shortfall]:
    """Return the holes that would be left if everything were as it should be."""
    lens = lens_of(worksheet)
    if worksheet.placed:
        for gap in gaps(as_it_should_be(worksheet), lens):
            what = missing_words(gap, lens)
            yield Shortfall(Way.MISSING, f"{what} がない", f"{what} がありません", (), gap)
