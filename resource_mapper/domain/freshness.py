"""確認の古さ: which resources nobody has confirmed for long, in words and in the order in which to call."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from resource_mapper.domain.age import Age
from resource_mapper.domain.dates import months_before
from resource_mapper.domain.edits import change
from resource_mapper.domain.findings import Finding
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet


def can_be_confirmed(resource: Resource) -> bool:
    """Whether there is somebody to ask: not about what is only wished for, nor about what is over."""
    return resource.status not in (Status.WANTED, Status.ENDED)


@dataclass(frozen=True, slots=True)
class Freshness:
    """What counts as 確認が古い on a day."""

    age: Age
    today: date

    def is_stale(self, resource: Resource) -> bool:
        """Whether somebody should ask about a resource again: confirmed before the same day so long ago, or never."""
        if not can_be_confirmed(resource):
            return False
        if resource.confirmed_on is None:
            return True
        return self.age.months is not None and resource.confirmed_on <= months_before(self.today, self.age.months)

    def stale(self, worksheet: Worksheet) -> tuple[Resource, ...]:
        """Return the stale resources, in the order of the document."""
        return tuple(filter(self.is_stale, worksheet.resources))

    def sentence(self, stale: Collection[Resource]) -> str:
        """Return how many are stale: 「12件は、1年以上確認していません（うち5件は、確認した日がありません）」."""
        undated = sum(each.confirmed_on is None for each in stale)
        if self.age.months is None or (stale and undated == len(stale)):
            return f"{len(stale)}件は、確認した日がありません"
        known = f"{len(stale)}件は、{self.age.short}確認していません"
        return known + (f"（うち{undated}件は、確認した日がありません）" if undated else "")

    def findings(self, worksheet: Worksheet) -> tuple[Finding, ...]:
        """Return what to say about a list whose days are kept; one without any 最終確認日 needs no reminder."""
        if not any(each.confirmed_on for each in worksheet.resources):
            return ()
        stale = self.stale(worksheet)
        return (Finding(self.sentence(stale), tuple(each.id for each in stale)),) if stale else ()


def oldest_first(resources: Iterable[Resource]) -> tuple[Resource, ...]:
    """Return resources with those first that were never confirmed, then by day; equal ones keep their order."""
    return tuple(sorted(resources, key=lambda each: each.confirmed_on or date.min))


def confirm(worksheet: Worksheet, ids: Collection[str], day: date, by: str) -> Worksheet:
    """Note that somebody has confirmed resources on a day (最終確認日, 確認者)."""
    return change(worksheet, ids, confirmed_on=day, confirmed_by=by)
