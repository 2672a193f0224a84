"""Named versions (版): how the list stood at a meeting, to look back on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from resource_mapper.domain.link import Link, are_sound, links_among
from resource_mapper.domain.resource import FIRST_YEAR, Resource
from resource_mapper.domain.text import clean_line, is_storable


@dataclass(frozen=True, slots=True)
class ListState:
    """How the list stands at some time; `links` is None where it is not known (see `Version`)."""

    resources: tuple[Resource, ...] = ()
    links: tuple[Link, ...] | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """The resources and their links as they stood on a day, under a name such as 「第1回 協議体」."""

    name: str
    made_on: date
    resources: tuple[Resource, ...] = ()
    links: tuple[Link, ...] | None = None
    """None where it was kept before versions knew of links: not the same as having none."""

    def __post_init__(self) -> None:
        """Refuse what could not be stored.

        Raises:
            ValueError: no name, one that is not a clean line, a day Excel does not know, doubled IDs,
                or links that are doubled or lead to no resource of it.
        """
        if not self.name or clean_line(self.name) != self.name or not is_storable(self.name):
            raise ValueError(f"version {self.name!r} is not one clean line")
        if self.made_on.year < FIRST_YEAR:
            raise ValueError(f"version of {self.made_on}")
        ids = {resource.id for resource in self.resources}
        if len(ids) != len(self.resources):
            raise ValueError("doubled resource ID in a version")
        if not are_sound(self.links or (), ids):
            raise ValueError("a link of a version is doubled or leads to no resource")

    @property
    def state(self) -> ListState:
        """What was kept."""
        return ListState(self.resources, self.links)

    def with_resources(self, resources: Iterable[Resource]) -> "Version":
        """Return the version with other resources and the links that still hold."""
        changed = tuple(resources)
        ids = {resource.id for resource in changed}
        links = None if self.links is None else links_among(ids, self.links)
        return replace(self, resources=changed, links=links)
