"""Saving on disks that really are full, write-protected or gone: `sudo python -m benchmarks.hardships` (Linux, root).

The app's own document, saving and recovery, without a window, on small file systems made for each case. Prints what the
user is told, whether the file is as it was, and where the work is; ends with 1 if anything was lost.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.measure import load_metrics
from resource_mapper.paths import font_metrics_path
from resource_mapper.storage.document_file import open_document, save_document
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.document import Document
from resource_mapper.ui.files.file_actions import FileActions
from resource_mapper.ui.files.file_parts import FileParts
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.tasks import BackgroundTasks

PATIENCE_S = 20
NAME, NOTE = "会.xlsx", "書き足し"


class Listener(Dialogs):
    """Notes what is said; answers that the safe thing be done."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def warn(self, text, details=""):
        self.heard.append(f"{text} {details}".strip())

    def choose(self, text, choices, details="", _cancel=""):
        self.heard.append(f"{text} {details} [{'・'.join(verb for _, verb in choices)}]".strip())
        return ""


class Desk:
    """A document opened from a disk, with unsaved work kept in a folder."""

    def __init__(self, path: Path, data: Path) -> None:
        self.path, self.data = path, data
        self.dialogs, self.document, self.tasks = Listener(), Document(), BackgroundTasks()
        settings = SettingsStore(data)
        parts = FileParts(self.document, self.dialogs, self.tasks, settings, lambda: datetime.now().astimezone())
        self.files = FileActions(parts, load_metrics(font_metrics_path()))
        self.files.banner_wanted.connect(lambda _key, text, _actions: self.dialogs.heard.append(text))
        self.files.begin(path)
        self.wait(lambda: bool(self.document.worksheet.resources))

    def edit_and_save(self) -> None:
        """Write a note into a card, wait until it is kept, and save."""
        first, *others = self.document.worksheet.resources
        edited = replace(first, note=NOTE)
        self.document.edit("書く", self.document.worksheet.with_resources((edited, *others)))
        self.wait(lambda: False, 3)
        self.files.save()
        self.wait(lambda: False, 1)
        self.wait(lambda: not self.tasks.is_busy)

    def wait(self, done: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
        end = time.monotonic() + seconds
        while not done() and time.monotonic() < end:
            QCoreApplication.processEvents()
            time.sleep(0.005)

    @property
    def is_kept(self) -> bool:
        """Whether the edit is in what would be brought back after a crash."""
        word = json.dumps(NOTE).strip('"')
        texts = (path.read_text(errors="replace") for path in self.data.rglob("*") if path.is_file())
        return any(word in text or NOTE in text for text in texts)

    def close(self) -> None:
        self.document.undo_stack.setClean()
        self.tasks.shut_down()
        self.files.shut_down()


@contextmanager
def disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """Make a small disk, gone at the end."""
    place.mkdir()
    run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", place)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def run(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True)


def fill(place: Path) -> None:
    """Leave no room."""
    with (place / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4096))
        except OSError:
            pass


def protect(place: Path) -> None:
    run("mount", "-o", "remount,ro", place)


def take_away(place: Path) -> None:
    run("umount", "-l", place)


def take_away_with_folder(place: Path) -> None:
    run("umount", "-l", place)
    place.rmdir()


CASES: tuple[tuple[str, str, Callable[[Path], None]], ...] = (
    ("the disk of the document is full", "document", fill),
    ("the disk of the document has become write-protected", "document", protect),
    ("the disk of the document is gone (an unplugged share)", "document", take_away),
    ("… its folder, too", "document", take_away_with_folder),
    ("the disk of the kept work is full", "data", fill),
    ("the disk of the kept work has become write-protected", "data", protect),
    ("the disk of the kept work is gone", "data", take_away_with_folder),
)


def trial(folder: Path, which: str, hardship: Callable[[Path], None]) -> tuple[list[str], list[str]]:
    """Return what was said, and what went wrong."""
    with disk(folder / "disk", 2_000) as small:
        other = folder / "other"
        other.mkdir()
        path = (small if which == "document" else other) / NAME
        data = other if which == "document" else small
        save_document(sample_worksheet(), path)
        before = path.read_bytes()
        desk = Desk(path, data)
        hardship(small)
        desk.edit_and_save()
        faults = []
        there = path.read_bytes() if path.exists() else None
        saved = there is not None and open_document(path).worksheet.resources[0].note == NOTE
        if there not in (None, before) and not saved:
            faults.append("the file is neither old nor new")
        if desk.document.worksheet.resources[0].note != NOTE:
            faults.append("the work is gone from the window")
        if not saved and (not desk.document.is_dirty or not desk.is_kept):
            faults.append("the work is neither saved nor kept")
        if not saved and not desk.dialogs.heard:
            faults.append("nothing was said")
        desk.close()
        return [f"{'saved' if saved else 'not saved'}", *desk.dialogs.heard], faults


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.platform != "linux" or os.geteuid() != 0:
        print("needs Linux and root: it mounts small disks")
        return 2
    app = QCoreApplication([])
    bad = 0
    for words, which, hardship in CASES:
        folder = Path(tempfile.mkdtemp(prefix="hardship-"))
        said, faults = trial(folder, which, hardship)
        print(f"\n## {words}\n" + "\n".join(f"- {each}" for each in said))
        for fault in faults:
            print(f"- FAULT: {fault}")
        bad += len(faults)
        shutil.rmtree(folder, ignore_errors=True)
    del app
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
