"""Named versions (版): how the list stood at a meeting, to look back on."""

from dataclasses import dataclass
from datetime import date

from resource_mapper.domain.resource import FIRST_YEAR, Resource
from resource_mapper.domain.text import clean_line, is_storable


@dataclass(frozen=True, slots=True)
class Version:
    """The resources as they stood on a day, under a name such as 「第1回 協議体」."""

    name: str
    made_on: date
    resources: tuple[Resource, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what could not be stored.

        Raises:
            ValueError: no name, one that is not a clean line, a day Excel does not know, or doubled IDs.
        """
        if not self.name or clean_line(self.name) != self.name or not is_storable(self.name):
            raise ValueError(f"version {self.name!r} is not one clean line")
        if self.made_on.year < FIRST_YEAR:
            raise ValueError(f"version of {self.made_on}")
        if len({resource.id for resource in self.resources}) != len(self.resources):
            raise ValueError("doubled resource ID in a version")
