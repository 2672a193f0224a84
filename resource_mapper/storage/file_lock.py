"""A lock that the system itself lets go of when its process ends, however it ends."""

import contextlib
import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK}


class FileLock:
    """A lock on a file of its own; hold it as long as the object is kept."""

    def __init__(self, path: Path, descriptor: int) -> None:
        """Use `acquire` instead."""
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def acquire(cls, path: Path) -> "FileLock | None":
        """Return the lock, None if another process (or another object of this one) has it.

        A file system without locks counts as free: better to offer a file twice than never.

        Raises:
            OSError: the lock's file cannot be made.
        """
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            if error.errno in _HELD:
                os.close(descriptor)
                return None
        return cls(path, descriptor)

    def release(self) -> None:
        """Let go, and take the file away; letting go twice does no harm."""
        if self._descriptor < 0:
            return
        if sys.platform != "win32":  # there a file that is open cannot be removed, and here not safely afterwards
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = -1
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
