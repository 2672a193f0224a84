"""What happens when something goes wrong that nobody foresaw: the work is kept at once, and the user told plainly."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, QTimer

from resource_mapper import __version__
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.files import safety_words
from resource_mapper.ui.files.recovery_keeper import RecoveryKeeper
from resource_mapper.ui.logbook import Logbook
from resource_mapper.ui.words import messages


class UnexpectedErrors(QObject):
    """For `sys.excepthook`, where errors in slots and events arrive. Each kind of error is told once."""

    def __init__(self, dialogs: Dialogs, keeper: RecoveryKeeper, logbook: Logbook) -> None:
        """Tell with dialogs, let a keeper write the work first, and leave a trace in the log."""
        super().__init__(keeper)
        self._dialogs = dialogs
        self._keeper = keeper
        self._logbook = logbook
        self._told: set[str] = set()
        self._waiting: list[tuple[str, str]] = []

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an error that nobody caught."""
        report = "".join(traceback.format_exception(kind, error, trace))
        place = f"{kind.__name__}: {error}"
        if place in self._told:
            return
        self._told.add(place)
        self._logbook.note_error(error)
        if sys.stderr is not None:
            sys.stderr.write(report)
        kept = messages.NOTHING_LOST if self._keeper.write_now() else safety_words.WORK_IS_KEPT
        self._waiting.append((f"{kept}{safety_words.UNEXPECTED_DETAILS}", report))
        QTimer.singleShot(0, self, self._tell)  # not now: Qt may be in the middle of painting

    def _tell(self) -> None:
        while self._waiting:
            details, report = self._waiting.pop(0)
            import platform

            facts = f"{messages.APP_NAME} {__version__} / {platform.platform()} / Python {platform.python_version()}"
            self._dialogs.report(messages.UNEXPECTED, details, f"{facts}\n\n{report}")
