"""Somebody who edits, saves and is ended at any moment: the app's own document, saving and recovery, without a window.

`python -m benchmarks.children.worker_at_risk FOLDER SEED`: brings back what an earlier run left, then edits one card
for ever. Every step is put down in `FOLDER/journal`, with the time, before anything else happens.
"""

import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from resource_mapper.layout.measure import load_metrics
from resource_mapper.paths import data_dir, font_metrics_path
from resource_mapper.storage import document_file, recovery
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.document import Document
from resource_mapper.ui.files.file_actions import FileActions
from resource_mapper.ui.files.file_parts import FileParts
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.tasks import BackgroundTasks

COUNTED = "counted"
"""ID of the card whose name is the number of the last edit."""
EDIT_MS = 15
SAVE_SHARE = 0.05
"""Chance of a save with each edit."""


class Journal:
    """One line for each step; written at once, and by one call, so that no kill leaves half a line."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def note(self, word: str, number: int = 0) -> None:
        os.write(self._file, f"{word} {number} {time.monotonic()}\n".encode())

    def around(self, word: str, work: Callable) -> Callable:
        """Return work that notes when it begins and ends."""

        def noted(*arguments):
            self.note(f"{word}-begins")
            result = work(*arguments)
            self.note(f"{word}-ends")
            return result

        return noted


class Answers(Dialogs):
    """Brings back what was left, and saves whatever is asked."""

    def pick(self, *_words):
        return ("restore", 0)

    def choose(self, text, *_words):
        self.warn(text)  # nobody else has the file, and nothing stands in the way of a save

    def warn(self, text, details=""):
        sys.stderr.write(f"{text} {details}")
        os.abort()


class Worker:
    """Edits and saves by chance."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.journal = Journal(folder / "journal")
        self._chance = random.Random(seed)
        document_file.save_document = self.journal.around("save", document_file.save_document)
        recovery.RecoverySlot.write = self.journal.around("keep", recovery.RecoverySlot.write)
        self.document, self.tasks = Document(), BackgroundTasks()
        settings = SettingsStore(data_dir())
        parts = FileParts(self.document, Answers(), self.tasks, settings, lambda: datetime.now().astimezone())
        self.files = FileActions(parts, load_metrics(font_metrics_path()))
        self.files.saved.connect(self._note_saved)
        self._timer = QTimer()
        self._timer.timeout.connect(self._step)
        self.files.begin(folder / "資源.xlsx")
        self._waiting = QTimer()
        self._waiting.timeout.connect(self._begin)
        self._waiting.start(2)

    def _begin(self) -> None:
        if not self.tasks.is_busy and self.document.worksheet.resources:
            self._waiting.stop()
            self.number = int(self.document.worksheet.get(COUNTED).name)
            self.journal.note("begins", self.number)
            self._timer.start(EDIT_MS)

    def _step(self) -> None:
        self.number += 1
        worksheet = self.document.worksheet
        resources = (
            replace(each, name=str(self.number)) if each.id == COUNTED else each for each in worksheet.resources
        )
        self.document.edit("数える", worksheet.with_resources(resources), merge_key="count")
        self.journal.note("edited", self.number)
        if not self.tasks.is_busy and self._chance.random() < SAVE_SHARE:
            self._saving = self.number
            self.files.save()

    def _note_saved(self, _time: str) -> None:
        self.journal.note("saved", self._saving)


if __name__ == "__main__":
    app = QCoreApplication(sys.argv[:1])
    worker = Worker(Path(sys.argv[1]), int(sys.argv[2]))
    sys.exit(app.exec())
