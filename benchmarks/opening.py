"""Opening a long workbook in the window: the longest pause of its event loop, against one that has nothing to do."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from benchmarks.application import application
from benchmarks.measure import Series
from benchmarks.report import MS, Comparison, Report, Scale
from benchmarks.saving import TARGET_MS, Heart, idle
from benchmarks.town import town
from resource_mapper.app import make_window
from resource_mapper.storage.document_file import save_document
from resource_mapper.ui.dialogs import Dialogs
from resource_mapper.ui.main_window import MainWindow
from resource_mapper.ui.settings import SettingsStore

AFTERWARDS_MS = 1_000
"""Until the last cards are there."""


def run(scale: Scale) -> Report:
    """Open one workbook again and again, each time in place of an empty sheet."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        save_document(town(scale.rows), path)
        window = make_window(Dialogs(), SettingsStore(Path(folder) / "settings"))
        window.resize(1366, 768)
        window.show()
        pauses = [_opened(window, path, scale.rows) for _ in range(scale.slow_rounds)]
        still = [idle() for _ in range(scale.slow_rounds)]
        window.close()
        window.files.shut_down()
    job = f"longest pause of the window while opening {scale.rows:,} cards"
    row = Comparison(job, "an idle loop", Series(tuple(pauses)), Series(tuple(still)), MS)
    return Report((row,), (f"opening: wanted are under {TARGET_MS} ms, on a machine with nothing else to do.",))


def _opened(window: MainWindow, path: Path, rows: int) -> float:
    window.document.replace(town(1), None, None)
    _wait_until_idle(window)
    heart = Heart()
    window.files.open_path(path)
    _wait_until_idle(window)
    longest = heart.stop()
    assert len(window.document.worksheet.resources) == rows
    return longest


def _wait_until_idle(window: MainWindow) -> None:
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: None if window.tasks.is_busy else loop.quit())
    timer.start(20)
    loop.exec()
    timer.stop()
    QTimer.singleShot(AFTERWARDS_MS, loop.quit)
    loop.exec()
