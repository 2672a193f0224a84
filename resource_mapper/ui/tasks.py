"""Long work off the GUI thread, on plain data; the answer comes back on the GUI thread."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from resource_mapper import garbage

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

POLITE_SWITCH_S = 0.0005
"""While work runs, the worker yields this often; with Python's own 5 ms the window would stutter."""


_guests: list[float] = []
"""Of those who work politely now: the interval that each has found."""
_door = threading.Lock()


def _begin_politely() -> None:
    with _door:
        _guests.append(_guests[0] if _guests else sys.getswitchinterval())
        sys.setswitchinterval(POLITE_SWITCH_S)


def _end_politely() -> None:
    with _door:
        usual = _guests.pop()
        if not _guests:
            sys.setswitchinterval(usual)


@contextmanager
def politely() -> Iterator[None]:
    """Work in a thread without making the window stutter."""
    _begin_politely()
    try:
        yield
    finally:
        _end_politely()


class JobCancelledError(Exception):
    """The user called the work off."""


class Job:
    """Handed to work that can be called off: it looks in here now and then."""

    def __init__(self, label: str, tell: Callable[[str, int], object]) -> None:
        """Begin a job; `tell` is called with its label and the share done, in percent."""
        self.label = label
        self._tell = tell
        self._told = -1
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to end; from any thread."""
        self._cancelled.set()

    def check(self) -> None:
        """Go on, or not.

        Raises:
            JobCancelledError: the user has called the work off.
        """
        if self._cancelled.is_set():
            raise JobCancelledError(self.label)

    def report(self, share: float) -> None:
        """Tell how much is done (0–1), and go on or not, as `check`."""
        self.check()
        percent = int(share * 100)
        if percent != self._told:
            self._told = percent
            self._tell(self.label, percent)


class _Answer(NamedTuple):
    future: "Future[Any]"
    job: Job | None
    on_done: Callable[[Any], None]
    on_error: Callable[[Exception], None]


class BackgroundTasks(QObject):
    """One worker thread, so that saves and reads never overtake each other."""

    busy_changed = Signal(bool)
    progressed = Signal(str, int)
    """Label and percent of the job under way; percent is -1 where the share is not known."""
    cancellable_changed = Signal(bool)
    """Whether `cancel` would call something off."""
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._running = 0
        self._at_work = False
        self._jobs: list[Job] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="resource-mapper")

    @property
    def is_busy(self) -> bool:
        """Whether anything is running or waiting."""
        return self._running > 0

    def run(
        self, work: Callable[[], Any], on_done: Callable[[Any], None], on_error: Callable[[Exception], None]
    ) -> None:
        """Run `work` on the worker; it must not touch Qt. Then call one of the others on the GUI thread."""
        self._submit(None, work, on_done, on_error)

    def run_job(
        self,
        label: str,
        work: Callable[[Job], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Run work that the user can watch and call off; `on_error` is then given a `JobCancelledError`."""
        job = Job(label, self.progressed.emit)
        self._jobs.append(job)
        self._submit(job, lambda: work(job), on_done, on_error)
        self.progressed.emit(label, -1)
        self.cancellable_changed.emit(True)

    def cancel(self) -> None:
        """Call off what can be called off."""
        for job in self._jobs:
            job.cancel()

    def _submit(
        self,
        job: Job | None,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self._running += 1
        if self._running == 1:
            self._at_work = True
            _begin_politely()
            garbage.begin_work()
            self.busy_changed.emit(True)
        future = self._pool.submit(work)
        future.add_done_callback(lambda done: self._finished.emit(_Answer(done, job, on_done, on_error)))

    def _deliver(self, answer: _Answer) -> None:
        self._running -= 1
        if answer.job is not None:
            self._jobs.remove(answer.job)
            self.cancellable_changed.emit(bool(self._jobs))
        if self._running == 0:
            self._end_work()
            self.busy_changed.emit(False)
        error = answer.future.exception()
        if error is None:
            answer.on_done(answer.future.result())
        elif isinstance(error, Exception):
            answer.on_error(error)
        else:
            raise error

    def shut_down(self) -> None:
        """Wait for work under way: a save is never cut off."""
        self._pool.shutdown(wait=True)
        self._end_work()

    def _end_work(self) -> None:
        if self._at_work:
            self._at_work = False
            _end_politely()
            garbage.end_work()
