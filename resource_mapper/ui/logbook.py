"""A short log for whoever looks after the program: what ran where, what went wrong. It names no person and no file."""

import contextlib
import faulthandler
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication

from resource_mapper import __version__
from resource_mapper.error_places import error_places

if TYPE_CHECKING:
    from logging import Logger

MAX_BYTES = 200_000
"""Size at which a new log is begun; the one before is kept."""


class Logbook(QObject):
    """Writes `log.txt` into a folder; Python's own words about a crash of the interpreter go into `crash.txt`.

    A folder that cannot be written to is no reason to stop anybody. What is written is made of the program's own words:
    messages of errors are left out, since they may quote what the user wrote.
    """

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Write nothing yet."""
        super().__init__(parent)
        self._folder = folder

    def begin(self) -> None:
        """Note what runs where, and be there for a crash."""
        import platform

        screens = "、".join(
            f"{screen.size().width()}×{screen.size().height()} ({screen.devicePixelRatio():g})"
            for screen in QGuiApplication.screens()
        )
        self.note(
            f"start: {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}, "
            f"{QGuiApplication.platformName()}, screens {screens or 'none'}"
        )
        with contextlib.suppress(OSError):
            self._watch_for_crashes(self._folder / "crash.txt")

    def note(self, words: str) -> None:
        """Write a line; it must not hold anything of the user's."""
        self._logger.info(words)

    def note_error(self, error: BaseException) -> None:
        """Write what kind of error came up and where in the code."""
        self._logger.error("%s: %s", type(error).__qualname__, error_places(error))

    def end(self) -> None:
        """Let go of the files."""
        self.note("end")
        for handler in list(self._logger.handlers):
            handler.close()
            self._logger.removeHandler(handler)
        if faulthandler.is_enabled() and self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()

    _crashes = None

    def _watch_for_crashes(self, path: Path) -> None:
        too_long = path.exists() and path.stat().st_size > MAX_BYTES
        self._crashes = path.open("w" if too_long else "a", encoding="utf-8")
        faulthandler.enable(self._crashes)

    @cached_property
    def _logger(self) -> "Logger":
        """Begun at the first line: the library takes its time to import."""
        import logging
        from logging.handlers import RotatingFileHandler

        logging.raiseExceptions = False  # a full disk is told elsewhere
        logger = logging.getLogger("resource_mapper")
        logger.setLevel(logging.INFO)
        logger.propagate = False
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(self._folder / "log.txt", maxBytes=MAX_BYTES, backupCount=1, encoding="utf-8")
        except OSError:
            return logger
        handler.rotator = _replace_if_free
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        return logger


def _replace_if_free(source: str, target: str) -> None:
    with contextlib.suppress(OSError):  # another window has it open: it goes on growing until that is closed
        Path(source).replace(target)
