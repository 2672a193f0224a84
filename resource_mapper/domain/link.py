"""Hand-over links (つながり): from one resource people go on to another."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from resource_mapper.domain.text import clean_line, is_storable

Ends = tuple[str, str]
"""IDs of the resources where a link begins and ends."""


@dataclass(frozen=True, slots=True)
class Link:
    """A hand-over from the resource `source` to the resource `target` (IDs), with a few words if need be."""

    source: str
    target: str
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse what could not be stored.

        Raises:
            ValueError: it leads nowhere or back to itself, or its words are not one clean line.
        """
        if not self.source or not self.target or self.source == self.target:
            raise ValueError(f"link from {self.source!r} to {self.target!r}")
        if clean_line(self.words) != self.words or not is_storable(self.words):
            raise ValueError(f"words of a link {self.words!r} cannot be stored")

    @property
    def ends(self) -> Ends:
        """What tells the link from all others."""
        return self.source, self.target


def are_sound(links: Iterable[Link], ids: Collection[str]) -> bool:
    """Whether no link stands there twice, and all lead from a resource to a resource."""
    ends = [link.ends for link in links]
    return len(set(ends)) == len(ends) and all(source in ids and target in ids for source, target in ends)


def links_among(ids: Collection[str], links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links of which both ends are there."""
    return tuple(link for link in links if link.source in ids and link.target in ids)
