"""Keeps unsaved work in the user's own folder, at most two seconds behind what is on the screen."""

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.recovery import Origin, RecoverySlot
from resource_mapper.ui.document import Document
from resource_mapper.ui.tasks import politely

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

DELAY_MS = 700
"""After a change; not prolonged by further ones, so that nothing is ever much older."""
_PATIENCE_S = 5.0


class RecoveryKeeper(QObject):
    """Watches a document: writes what is not saved, removes it as soon as it is safe elsewhere or given up."""

    failed = Signal(str)
    """Nothing can be kept, with the reason; told once until it works again."""
    _written = Signal(object)

    def __init__(self, document: Document, slot: RecoverySlot, clock: Callable[[], datetime]) -> None:
        """Watch a document; its place is written by a thread of its own."""
        super().__init__(document)
        self._document = document
        self._slot = slot
        self._clock = clock
        self._pool: ThreadPoolExecutor | None = None
        self._last: Future[None] | None = None
        self._kept: Worksheet | None = None
        self._has_failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._keep)
        self._written.connect(self._note_result)
        document.changed.connect(self._note_change)
        document.file_changed.connect(self._note_state)

    def write_now(self) -> bool:
        """Keep the work at once, as after an unexpected error; return whether it is on disk."""
        self._timer.stop()
        if not self._document.is_dirty:
            return True
        self._submit()
        from concurrent.futures import wait

        if self._last is None or self._last not in wait([self._last], _PATIENCE_S).done:
            return False
        return self._last.exception() is None

    def note_saving(self, path: Path, digest: str) -> None:
        """Note, from any thread, what a save is about to put in place, lest a crash make it look like another's."""
        with contextlib.suppress(OSError, UserFacingError):  # the save itself matters more
            self._slot.note_saving(path, digest)

    def shut_down(self) -> None:
        """Drop what was kept and end: the work is saved or given up."""
        self._timer.stop()
        if self._pool is not None:
            self._pool.shutdown(wait=True)
        self._slot.remove()
        self._slot.close()

    def _note_change(self, _before: Worksheet, _after: Worksheet) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _note_state(self) -> None:
        if not self._document.is_dirty:
            self._timer.stop()
            self._forget()

    def _keep(self) -> None:
        if not self._document.is_dirty:
            self._forget()
        elif self._last is not None and not self._last.done():
            self._timer.start()  # the disk is slow; what comes then is newer anyway
        elif self._kept is not self._document.worksheet:
            self._submit()

    def _submit(self) -> None:
        worksheet = self._kept = self._document.worksheet
        origin, now = Origin(self._document.path, self._document.digest), self._clock()

        def work() -> None:
            with politely():
                self._slot.write(worksheet, origin, now)

        self._last = self._run(work)
        self._last.add_done_callback(self._written.emit)

    def _forget(self) -> None:
        if self._kept is not None:
            self._kept = None
            self._last = self._run(self._slot.remove)

    def _run(self, work: Callable[[], None]) -> "Future[None]":
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="resource-mapper-recovery")
        return self._pool.submit(work)

    def _note_result(self, future: "Future[None]") -> None:
        error = future.exception()
        if error is None:
            self._has_failed = False
            return
        self._kept = None
        if not self._has_failed:
            self._has_failed = True
            with contextlib.suppress(RuntimeError):  # the window is closing
                self.failed.emit(str(error) if isinstance(error, UserFacingError) else "")
