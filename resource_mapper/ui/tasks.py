"""Long work off the GUI thread, on plain data; the answer comes back on the GUI thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class BackgroundTasks(QObject):
    """One worker thread, so that saves and reads never overtake each other."""

    busy_changed = Signal(bool)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="resource-mapper")
        self._running = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether anything is running or waiting."""
        return self._running > 0

    def run(
        self, work: Callable[[], Any], on_done: Callable[[Any], None], on_error: Callable[[Exception], None]
    ) -> None:
        """Run `work` on the worker; it must not touch Qt. Then call one of the others on the GUI thread."""
        self._running += 1
        if self._running == 1:
            self.busy_changed.emit(True)
        future = self._pool.submit(work)
        future.add_done_callback(lambda done: self._finished.emit((done, on_done, on_error)))

    def _deliver(self, answer: tuple[Future[Any], Callable[[Any], None], Callable[[Exception], None]]) -> None:
        future, on_done, on_error = answer
        self._running -= 1
        if self._running == 0:
            self.busy_changed.emit(False)
        error = future.exception()
        if error is None:
            on_done(future.result())
        elif isinstance(error, Exception):
            on_error(error)
        else:
            raise error

    def shut_down(self) -> None:
        """Wait for work under way: a save is never cut off."""
        self._pool.shutdown(wait=True)
