"""Sticky notes (付箋): what is said at a meeting and is no resource; a word beside the cards, never counted."""

from dataclasses import dataclass

from resource_mapper.domain.axis import RESOLUTION
from resource_mapper.domain.resource import new_id
from resource_mapper.domain.text import clean_line, clean_text, is_storable


def new_note_id() -> str:
    """Return a fresh ID of a note."""
    return new_id("n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note and where it hangs, told by the middle of its upper edge.

    `position` is its place on the axis (0.0 元気 – 1.0 要介護に近い), the same through every lens. `row` is the row of
    `lens` that it was put into (IDs), `height` how far down that row (0 top – 1 bottom), so that it stays with its row
    while the sheet fills; where that row is not drawn, `height` is the share of the whole sheet.
    """

    id: str
    words: str
    position: float
    lens: str = ""
    row: str = ""
    height: float = 0.5

    def __post_init__(self) -> None:
        """Refuse what could not be stored and read back.

        Raises:
            ValueError: with what is wrong, for developers; readers and editors clean their input first.
        """
        for line in (self.id, self.lens, self.row):
            if clean_line(line) != line or not is_storable(line):
                raise ValueError(f"note: {line!r} is not one clean line")
        if not self.id or not self.words or clean_text(self.words) != self.words or not is_storable(self.words):
            raise ValueError(f"note {self.id!r}: {self.words!r} cannot be stored")
        for name in ("position", "height"):
            object.__setattr__(self, name, round(getattr(self, name), RESOLUTION) + 0.0)
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise ValueError(f"note {self.id!r}: {name} {getattr(self, name)}")
