"""あったらいいな: the card that an empty stretch of the sheet asks for, and its way to one that is there."""

from collections.abc import Collection
from dataclasses import replace

from resource_mapper.domain.coverage import Gap
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet

WISH_NAME = "あったらいいな"
"""Name of a wish where the row is no 分類 that could name it; meant to be written over."""

WISH_STEPS = (Status.WANTED, Status.PREPARING, Status.AVAILABLE)
"""The way of a wish. What is 休止 or 終了 is not on it."""


def wish_for(worksheet: Worksheet, gap: Gap, resource_id: str) -> Resource:
    """Return a card (状況 = あったらいいな) that fills a gap from end to end, in its row of the present lens.

    In the lens 状況 the card lies in the row of the wishes instead. It is named after the 分類 that is missing.
    """
    name = gap.row.category.label if gap.row.category is not None else WISH_NAME
    wish = lens_of(worksheet).put(worksheet, Resource(id=resource_id, name=name, span=gap.span), gap.row.id)
    return replace(wish, status=Status.WANTED)


def step_on(worksheet: Worksheet, ids: Collection[str], by: int = 1) -> Worksheet:
    """Let resources go a step on their way from あったらいいな over 準備中 to ある, or back (`by` = -1)."""

    def step(resource: Resource) -> Resource:
        if resource.id not in ids or resource.status not in WISH_STEPS:
            return resource
        at = WISH_STEPS.index(Status(resource.status)) + by
        return replace(resource, status=WISH_STEPS[at]) if 0 <= at < len(WISH_STEPS) else resource

    return worksheet.with_resources(map(step, worksheet.resources))
