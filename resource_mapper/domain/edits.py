"""Edits as pure functions: worksheet in, worksheet out. An edit that changes nothing returns its input."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from resource_mapper.domain.axis import Span
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Heading, Worksheet

DROP_WIDTH = 0.2
"""Width of the range a card gets when it is dropped from the tray: about half a band, easy to grab."""

Edge = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something lies on the sheet: row, place on the axis, sub-row, height in 自由配置 (0–1)."""

    row_id: str
    position: float
    lane: int | None = None
    free_y: float | None = None


def add(worksheet: Worksheet, resources: Iterable[Resource]) -> Worksheet:
    """Append resources.

    Raises:
        ValueError: an ID is taken.
    """
    return worksheet.with_resources((*worksheet.resources, *resources))


def add_next(worksheet: Worksheet, resource_id: str, new_id: str, name: str) -> Worksheet:
    """Add a resource behind another one, in the same row and with the same range."""
    lens = lens_of(worksheet)
    resources: list[Resource] = []
    for resource in worksheet.resources:
        resources.append(resource)
        if resource.id == resource_id:
            free_y = resource.free_y if lens.is_free else None
            added = Resource(id=new_id, name=name, category=resource.category, span=resource.span, free_y=free_y)
            resources.append(lens.put(worksheet, added, lens.row_of(worksheet, resource)))
    return worksheet.with_resources(resources)


def remove(worksheet: Worksheet, ids: Collection[str]) -> Worksheet:
    """Remove resources; unknown IDs are ignored."""
    return worksheet.with_resources(r for r in worksheet.resources if r.id not in ids)


def change(worksheet: Worksheet, ids: Collection[str], **values: object) -> Worksheet:
    """Set fields of some resources."""
    return _apply(worksheet, ids, lambda resource: replace(resource, **values))  # type: ignore[arg-type]


def place(worksheet: Worksheet, resource_id: str, where: Place) -> Worksheet:
    """Move a card so that its range begins at `where.position`, in the row, sub-row or height of `where`.

    A card from the tray gets a range of `DROP_WIDTH`.
    """
    lens = lens_of(worksheet)

    def moved(resource: Resource) -> Resource:
        span = resource.span or Span(0.0, DROP_WIDTH)
        resource = lens.put(worksheet, resource, where.row_id)
        free_y = where.free_y if lens.is_free else resource.free_y
        lane = resource.lane if lens.is_free else where.lane
        return replace(resource, span=span.moved_to(where.position), lane=lane, free_y=free_y)

    return _apply(worksheet, {resource_id}, moved)


def place_waiting(worksheet: Worksheet, ids: Collection[str]) -> Worksheet:
    """Put cards from the tray into their rows, in the middle of the axis, to be moved on from there."""
    middle = Span((1 - DROP_WIDTH) / 2, (1 + DROP_WIDTH) / 2)
    return _apply(worksheet, ids, lambda resource: resource if resource.span else replace(resource, span=middle))


def move(
    worksheet: Worksheet,
    ids: Collection[str],
    shift: float,
    row_id: str | None = None,
    heights: Mapping[str, float] | None = None,
) -> Worksheet:
    """Move several placed cards along the axis by `shift`; also into a row, or to heights in 自由配置, if given.

    At an end of the axis all of them stop together, so that the group keeps its shape.
    """
    put = None if row_id is None else lens_of(worksheet).setter(worksheet, row_id)
    spans = [r.span for r in worksheet.resources if r.id in ids and r.span is not None]
    shift = max(shift, -min((span.left for span in spans), default=0.0))
    shift = min(shift, 1.0 - max((span.right for span in spans), default=1.0))

    def moved(resource: Resource) -> Resource:
        span = resource.span
        if span is None:
            return resource
        if put is not None:
            resource = replace(put(resource), lane=None)
        free_y = (heights or {}).get(resource.id, resource.free_y)
        return replace(resource, span=span.moved_to(span.left + shift), free_y=free_y)

    return _apply(worksheet, ids, moved)


def resize(worksheet: Worksheet, resource_id: str, edge: Edge, position: float) -> Worksheet:
    """Move one end of a card's range."""

    def resized(resource: Resource) -> Resource:
        if resource.span is None:
            return resource
        span = resource.span.with_left(position) if edge == "left" else resource.span.with_right(position)
        return replace(resource, span=span)

    return _apply(worksheet, {resource_id}, resized)


def unplace(worksheet: Worksheet, ids: Collection[str]) -> Worksheet:
    """Put cards back into the tray."""
    return change(worksheet, ids, span=None, lane=None, free_y=None)


def duplicate(worksheet: Worksheet, copies: dict[str, str]) -> Worksheet:
    """Copy resources, each right after its original; `copies` maps their IDs to fresh ones."""
    resources: list[Resource] = []
    for resource in worksheet.resources:
        resources.append(resource)
        if resource.id in copies:
            resources.append(replace(resource, id=copies[resource.id], lane=None))
    return worksheet.with_resources(resources)


def set_heading(worksheet: Worksheet, heading: Heading) -> Worksheet:
    """Set the heading."""
    return worksheet.with_values(heading=heading)


def set_lens(worksheet: Worksheet, lens_id: str) -> Worksheet:
    """Show the worksheet through another lens."""
    return worksheet.with_values(lens=lens_id)


def _apply(worksheet: Worksheet, ids: Collection[str], edit: Callable[[Resource], Resource]) -> Worksheet:
    return worksheet.with_resources(edit(r) if r.id in ids else r for r in worksheet.resources)
