"""What can stand in the way of a save, for the user to decide about; nothing has been written by then."""

from pathlib import Path
from typing import TYPE_CHECKING

from resource_mapper.storage.owner_file import Owner

if TYPE_CHECKING:
    from resource_mapper.storage.backups import EarlierSave


class OwnedElsewhereError(Exception):
    """Somebody else has the file open."""

    def __init__(self, owner: Owner) -> None:
        """Remember who."""
        super().__init__(owner.user)
        self.owner = owner


class LosesThingsError(Exception):
    """A save would lose something of the user's that is in the open file."""

    def __init__(self, source: Path, things: list[str]) -> None:
        """Remember what."""
        super().__init__(*things)
        self.source = source
        self.things = things


class VanishedError(Exception):
    """The open file is not there any more."""

    def __init__(self, earlier: "EarlierSave | None") -> None:
        """Remember the earlier save from which the user's own sheets can come."""
        super().__init__()
        self.earlier = earlier
