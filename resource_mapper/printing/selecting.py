"""Which resources a sheet shows, in which order and groups, and what of them may be seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from resource_mapper.domain.category import Category
from resource_mapper.domain.collation import sort_key
from resource_mapper.domain.dates import format_date
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import fold
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.printing.options import PrintOptions

WITHOUT = "（地区が書いてない資源）"
UNKNOWN_CATEGORY = "（分類が決まっていない資源）"


@dataclass(frozen=True, slots=True)
class Group:
    """Resources under one heading; `category` where the group is one."""

    label: str
    resources: tuple[Resource, ...]
    category: Category | None = None


def shown(worksheet: Worksheet, options: PrintOptions) -> tuple[Resource, ...]:
    """Return the resources of the chosen 状況, in the order of the document."""
    if options.statuses:
        return tuple(each for each in worksheet.resources if each.status in options.statuses)
    return tuple(each for each in worksheet.resources if each.status != Status.ENDED)


def by_name(resources: Sequence[Resource]) -> tuple[Resource, ...]:
    """Return resources in the order of their ふりがな, else of their name."""
    return tuple(sorted(resources, key=lambda each: sort_key(each.reading or each.name)))


def groups(worksheet: Worksheet, resources: Sequence[Resource], field: str) -> tuple[Group, ...]:
    """Return resources by category (in the worksheet's order) or by 地区; the ones without come last."""
    if field == "category":
        found = [
            Group(category.label, by_name([r for r in resources if r.category == category.id]), category)
            for category in worksheet.categories
        ]
        rest = Group(UNKNOWN_CATEGORY, by_name([r for r in resources if worksheet.category_of(r) is None]))
    else:
        keys = {fold(r.district): r.district for r in reversed(resources) if r.district}
        found = [
            Group(label, by_name([r for r in resources if fold(r.district) == key]))
            for key, label in sorted(keys.items(), key=lambda item: sort_key(item[1]))
        ]
        rest = Group(WITHOUT, by_name([r for r in resources if not r.district]))
    return tuple(group for group in (*found, rest) if group.resources)


def contact(resource: Resource, options: PrintOptions) -> str:
    """Return the contact if it may be printed and shall be."""
    return resource.public_contact if options.contacts else ""


def subtitle(worksheet: Worksheet, count: int, options: PrintOptions) -> str:
    """Return what stands under the title: town, area, meeting, date and number."""
    heading = worksheet.heading
    calendar = options.calendar or heading.calendar
    day = format_date(heading.made_on, calendar) if heading.made_on else ""
    return "　".join(part for part in (heading.municipality, heading.area, heading.meeting, day, f"{count}件") if part)
