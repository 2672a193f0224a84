"""Makes large workbooks in another process, so that the window is not held up; nothing but bytes comes back.

The process touches no file: it may be ended at any moment, and the save around it stays all or nothing. It is started
at the first large save and used again; where none can be started, the work is done in this one.
"""

import contextlib
import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.document_file import build_workbook

WORTHWHILE = 300
"""Resources from which another process is worth its start."""
_PORTION = 200
"""Resources handed over at once: packing holds everything else up, so it is done in small pieces."""
_LOOK_S = 0.05
"""How often a wait looks whether it is still wanted."""


class BuildProcess:
    """Calls `build_workbook` for one caller at a time."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._lock = threading.Lock()

    def build(
        self, worksheet: Worksheet, old: bytes | None, name: str, check: Callable[[], object] = lambda: None
    ) -> bytes:
        """Return the workbook's content (see `build_workbook`).

        Args:
            worksheet: what to write.
            old: the file that it replaces.
            name: of that file.
            check: called now and then; what it raises ends the work.
        """
        check()
        if len(worksheet.resources) < WORTHWHILE:
            return build_workbook(worksheet, old, name)
        with self._lock:
            try:
                return self._ask(self._started(), worksheet, old, name, check)
            except (OSError, EOFError):  # it could not be started, or has died
                self._stop()
            except BaseException:
                self._stop()
                raise
        return build_workbook(worksheet, old, name)

    def shut_down(self) -> None:
        """End the process."""
        with self._lock:
            self._stop()

    def _started(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._stop()
        context = multiprocessing.get_context("spawn")  # a fork would take Qt's threads' locks along
        ours, theirs = context.Pipe()
        self._pipe = ours
        process = context.Process(target=_serve, args=(theirs,), name="resource-mapper-builder", daemon=True)
        process.start()
        self._process = process
        theirs.close()  # so that the process sees the end of this one
        return ours

    def _ask(
        self, pipe: Connection, worksheet: Worksheet, old: bytes | None, name: str, check: Callable[[], object]
    ) -> bytes:
        pipe.send((worksheet.without_resources(), (worksheet.links, worksheet.concerns), old, name))
        resources = iter(worksheet.resources)
        while portion := tuple(islice(resources, _PORTION)):
            check()
            pipe.send(portion)
        pipe.send(())
        while not pipe.poll(_LOOK_S):
            check()
        error = pipe.recv()
        if error is not None:
            raise error
        return pipe.recv_bytes()

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            with contextlib.suppress(OSError, ValueError):
                self._process.terminate()
                self._process.join(5)
                self._process.close()
        self._pipe = self._process = None


def _serve(pipe: Connection) -> None:
    """Answer until the other end is closed."""
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            bare, (links, concerns), old, name = pipe.recv()
            resources: list[Resource] = []
            while portion := pipe.recv():
                resources += portion
            try:
                worksheet = replace(bare, resources=tuple(resources), links=links, concerns=concerns)
                content = build_workbook(worksheet, old, name)
            except Exception as error:
                pipe.send(error if isinstance(error, UserFacingError) else RuntimeError(repr(error)))
            else:
                pipe.send(None)
                pipe.send_bytes(content)
