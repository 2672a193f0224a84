"""Saving without holding the window up: the longest pause of its event loop, against one that has nothing to do."""

import os
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from benchmarks.measure import Series
from benchmarks.report import MS, Comparison, Report, Scale
from benchmarks.town import town
from resource_mapper.domain.edits import add
from resource_mapper.domain.resource import Resource
from resource_mapper.storage import build_process
from resource_mapper.storage.document_file import save_document
from resource_mapper.storage.recovery import RecoverySlot
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.document import Document
from resource_mapper.ui.files.file_parts import FileParts
from resource_mapper.ui.files.ownership import Ownership
from resource_mapper.ui.files.recovery_keeper import RecoveryKeeper
from resource_mapper.ui.files.save_actions import SaveActions
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.tasks import BackgroundTasks

BEAT_MS = 4
TARGET_MS = 50


class Heart:
    """A timer in the event loop that notes how long it had to wait for its turn."""

    def __init__(self) -> None:
        """Begin to beat."""
        self.longest_s = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - self._last - BEAT_MS / 1000)
        self._last = now

    def stop(self) -> float:
        """End; return the longest pause beyond the beat itself, in seconds."""
        self._beat()
        self._timer.stop()
        return self.longest_s


def run(scale: Scale) -> Report:
    """Measure saves through the helping process and in a thread, and an idle loop, in the same run."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder:
        desk = _Desk(Path(folder), scale.rows)
        desk.save()  # the helping process starts once; that is measured as well
        first = desk.longest_s
        others = [desk.save() for _ in range(scale.slow_rounds)]
        still = [idle(scale.quiet_s) for _ in range(scale.slow_rounds)]
        kept = desk.keep()
        desk.saving.shut_down()
        threaded = desk.save_in_a_thread()
        desk.tasks.shut_down()
        desk.keeper.shut_down()
    del app
    job = f"longest pause of the window while saving {scale.rows:,} rows"
    row = Comparison(job, "an idle loop", Series(tuple(others)), Series(tuple(still)), MS)
    keeping = Comparison(
        f"… while unsaved work of {scale.rows:,} rows is kept",
        "an idle loop",
        Series((kept,)),
        Series(tuple(still)),
        MS,
    )
    note = (
        f"saving: wanted are under {TARGET_MS} ms; the first save, which starts the helping process, paused the window "
        f"for {first * 1000:.0f} ms, and the same save in a thread for {threaded * 1000:.0f} ms."
    )
    return Report((row, keeping), (note,))


class _Desk:
    """A document with what saves it, without a window."""

    def __init__(self, folder: Path, rows: int) -> None:
        self._folder = folder
        self.longest_s = 0.0
        self.document = Document()
        self.tasks = BackgroundTasks()
        self._slot = RecoverySlot(folder / "recovery", "benchmark")
        self.keeper = RecoveryKeeper(self.document, self._slot, _now)
        ownership = Ownership("benchmark", _now)
        settings = SettingsStore(folder / "settings")
        parts = FileParts(self.document, Dialogs(), self.tasks, settings, _now)
        self.saving = SaveActions(parts, ownership, self.keeper)
        self._path = folder / "a.xlsx"
        worksheet = town(rows)
        self.document.replace(worksheet, self._path, save_document(worksheet, self._path))

    def save(self) -> float:
        """Save once; return the longest pause."""
        return self._watched(lambda: self.saving.save(self._path), lambda: self.tasks.is_busy)

    def save_in_a_thread(self) -> float:
        """Save without the helping process."""
        usual, build_process.WORTHWHILE = build_process.WORTHWHILE, 10**9
        try:
            return self.save()
        finally:
            build_process.WORTHWHILE = usual

    def keep(self) -> float:
        """Change a card and wait until it is kept."""
        before = self.document.worksheet
        self.keeper.write_now()

        def change() -> None:
            self.document.edit("足す", add(before, [Resource(id="new", name="新しい会")]))

        return self._watched(change, lambda: not self._slot.file.exists())

    def _watched(self, begin: Callable[[], object], busy: Callable[[], bool]) -> float:
        heart = Heart()
        begin()
        loop = QEventLoop()
        waiting = QTimer()
        waiting.timeout.connect(lambda: None if busy() else loop.quit())
        waiting.start(20)
        loop.exec()
        self.longest_s = heart.stop()
        return self.longest_s


def idle(seconds: float) -> float:
    """Return the longest pause of a loop that has nothing to do for so long."""
    heart, loop = Heart(), QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    return heart.stop()


def _now() -> datetime:
    return datetime.now().astimezone()
