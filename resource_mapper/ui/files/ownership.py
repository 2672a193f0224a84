"""Which document this window has open, told to others by a file beside it. For the worker: shares may be slow."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from resource_mapper.storage import owner_file
from resource_mapper.storage.owner_file import Owner


class Ownership:
    """At most one document at a time."""

    def __init__(self, session: str, clock: Callable[[], datetime]) -> None:
        """Own nothing yet."""
        self._session = session
        self._clock = clock
        self._path: Path | None = None

    def other(self, path: Path) -> Owner | None:
        """Return somebody else who has a document open."""
        return owner_file.other_owner(path, self._session, self._clock())

    def take(self, path: Path) -> Owner | None:
        """Own a document and let go of the one before; return the owner who was quicker instead."""
        owner = owner_file.take(path, self._session, self._clock())
        if owner is None:
            if self._path is not None and self._path != path:
                owner_file.release(self._path, self._session)
            self._path = path
        return owner

    def release(self) -> None:
        """Own nothing."""
        if self._path is not None:
            owner_file.release(self._path, self._session)
            self._path = None
