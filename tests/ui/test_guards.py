"""The guards themselves: a leak is found, and the Qt that runs here does not eat Python's own objects."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRectF, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from resource_mapper.app import make_window
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.ui.settings import SettingsStore
from tests.helpers import desk
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.leak_guard import WORKERS, clear_up

ROOT = Path(__file__).resolve().parents[2]

LEAKING = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from tests.helpers.leak_guard import nothing_left_behind

kept = []

def test_window(qapp):
    kept.append(QWidget())
    kept[-1].show()

def test_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(10_000)

def test_clean(qapp):
    QWidget().show()
"""


class TestLeakGuard:
    """Nothing outlives a test."""

    def test_a_leaking_test_fails_and_a_clean_one_does_not(self, tmp_path: Path) -> None:
        file = tmp_path / "test_leaking.py"
        file.write_text(LEAKING, encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "pyproject.toml", str(file)]
        done = subprocess.run(
            command, check=False, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=100
        )
        assert done.returncode == 1, done.stdout + done.stderr
        assert "left behind: QWidget" in done.stdout
        assert "left behind: running QTimer" in done.stdout
        assert "3 passed, 2 errors" in done.stdout

    def test_a_window_is_found_and_removed(self, qapp: QApplication) -> None:
        kept = QWidget()
        kept.setObjectName("kept")
        kept.show()
        assert clear_up() == ["QWidget 'kept'"]
        assert clear_up() == []

    def test_a_running_timer_is_found(self, qapp: QApplication) -> None:
        timer = QTimer()
        timer.start(10_000)
        (found,) = clear_up()
        assert found.startswith("running QTimer")
        assert not timer.isActive()
        assert clear_up() == []

    def test_a_thread_of_the_app_is_found(self, qapp: QApplication) -> None:
        go_on = threading.Event()
        thread = threading.Thread(target=go_on.wait, name=f"{WORKERS}_0")
        thread.start()
        assert clear_up() == [f"thread {WORKERS}_0"]
        go_on.set()
        thread.join()
        assert clear_up() == []

    def test_what_was_closed_or_is_on_its_way_is_no_leak(self, qapp: QApplication) -> None:
        closed, leaving = QDialog(), QWidget()
        closed.open()
        closed.reject()
        closed.deleteLater()
        leaving.deleteLater()
        assert clear_up() == []


def test_a_closed_window_is_gone_with_everything_in_it(
    qapp: QApplication, dialogs: FakeDialogs, settings: SettingsStore
) -> None:
    window = make_window(dialogs, settings)
    window.show()
    desk.show(window, sample_worksheet())
    deleted: list[str] = []
    for name, part in (("window", window), ("view", window.view), ("tray", window.side.tray)):
        part.destroyed.connect(lambda _=None, name=name: deleted.append(name))
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(deleted) == {"window", "view", "tray"}


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_calls_into_qt_do_not_eat_references_to_none() -> None:
    rect = QRectF(0, 0, 1, 1)
    before = sys.getrefcount(None)
    for _ in range(1000):
        rect.translate(0, 0)
    assert sys.getrefcount(None) > before - 100


def test_no_import_reads_sources() -> None:
    """PySide6 puts a function in front of imports that does so, once for each module."""
    script = """
import linecache
import PySide6.QtCore
from resource_mapper.domain.collation import sort_key
assert any("collation" in file for file in linecache.cache), "PySide6 does so no more: the remedy may go"
import resource_mapper.ui
from resource_mapper.domain.worksheet import Worksheet
assert not any("worksheet" in file for file in linecache.cache)
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
