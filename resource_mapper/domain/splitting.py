"""切り出す: one 地区 of a worksheet as a worksheet of its own."""

from collections.abc import Iterable
from dataclasses import replace

from resource_mapper.domain.merging_concerns import concerns_among
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line, fold
from resource_mapper.domain.worksheet import Worksheet


def part_of_district(worksheet: Worksheet, district: str) -> Worksheet:
    """Return one 地区 as a worksheet of its own, to be worked on and merged back; the IDs stay the same.

    付箋 belong to no 地区 and stay with the whole.
    """
    key = fold(district)

    def members(resources: Iterable[Resource]) -> tuple[Resource, ...]:
        return tuple(each for each in resources if fold(each.district) == key)

    versions = tuple(each.with_resources(members(each.resources)) for each in worksheet.versions)
    heading = replace(worksheet.heading, area=clean_line(district), elderly=None)  # that of the whole is not its own
    resources = members(worksheet.resources)
    concerns = concerns_among(worksheet.concerns, {each.id for each in resources})
    part = replace(worksheet, concerns=concerns).with_resources(resources)
    return replace(part, versions=versions, notes=(), heading=heading)
