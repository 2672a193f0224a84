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
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow


def run(scale: Scale) -> Report:
    """Open one workbook again and again, each time in place of an empty sheet."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        save_document(town(scale.rows), path)
        window = make_window(Dialogs(), SettingsStore(Path(folder) / "settings"))
        window.resize(1366, 768)
        window.show()
        pauses = [_opened(window, path, scale) for _ in range(scale.slow_rounds)]
        still = [idle(scale.quiet_s) for _ in range(scale.slow_rounds)]
        window.close()
        window.files.shut_down()
    job = f"longest pause of the window while opening {scale.rows:,} cards"
    row = Comparison(job, "an idle loop", Series(tuple(pauses)), Series(tuple(still)), MS)
    return Report((row,), (f"opening: wanted are under {TARGET_MS} ms, on a machine with nothing else to do.",))


def _opened(window: MainWindow, path: Path, scale: Scale) -> float:
    window.document.replace(town(1), None, None)
    _wait_until_idle(window, scale.quiet_s)
    heart = Heart()
    window.files.open_path(path)
    _wait_until_idle(window, scale.quiet_s)
    longest = heart.stop()
    assert len(window.document.worksheet.resources) == scale.rows
    return longest


def _wait_until_idle(window: MainWindow, seconds: float) -> None:
    """Wait until nothing is read any more, and for so long until the last cards are there."""
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: None if window.tasks.is_busy else loop.quit())
    timer.start(20)
    loop.exec()
    timer.stop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
