"""What every test of the window gets: a dressed application, a window with a scripted user, nothing left behind."""

from collections.abc import Callable, Generator, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resource_mapper import app
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout import measure
from resource_mapper.storage.document_file import save_document
from resource_mapper.ui.asking.dialogs import Answer
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.desk import settle, wait_idle
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.fonts import real_measurer
from tests.helpers.leak_guard import FAILED, nothing_left_behind

__all__ = ["nothing_left_behind"]

HERE = Path(__file__).parent
Do = Callable[[str], None]
NOW = datetime(2026, 11, 23, 14, 5, tzinfo=timezone(timedelta(hours=9)))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the screen that is none say what it cannot do; every other warning of Qt fails a test."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note for the leak guard whether a test has failed anyway."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def dialogs() -> FakeDialogs:
    """The user's answers."""
    return FakeDialogs()


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    """Settings of a user who starts the program for the first time."""
    return SettingsStore(tmp_path / "settings")


@pytest.fixture
def window(
    qtbot: QtBot, dialogs: FakeDialogs, settings: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window at 1366×768, on 23 November 2026 at 14:05."""
    monkeypatch.setattr(app, "_local_time", lambda: NOW)
    monkeypatch.setattr(measure, "load_metrics", lambda _path: real_measurer())  # read once, not for each window
    made = app.make_window(dialogs, settings)
    made.resize(1366, 768)
    made.show()
    settle(made)
    yield made
    wait_idle(qtbot, made)
    unanswered = dialogs.unanswered
    dialogs.forget()
    dialogs.will_answer(Answer.DISCARD)
    made.close()
    QApplication.processEvents()
    made.deleteLater()
    assert not unanswered, "the script expected questions that were never asked"


@pytest.fixture
def sample(window: MainWindow) -> Worksheet:
    """The sample, in the window."""
    return desk.show(window, sample_worksheet())


@pytest.fixture
def sampled(window: MainWindow, sample: Worksheet) -> MainWindow:
    """The window with the sample."""
    return window


@pytest.fixture
def do(qtbot: QtBot, window: MainWindow) -> Do:
    """Choose an action and wait until its work is done."""

    def chosen(action_id: str) -> None:
        desk.trigger(window, action_id)
        desk.wait_idle(qtbot, window)

    return chosen


@pytest.fixture(scope="session")
def book_content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample as the bytes of a workbook."""
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    save_document(sample_worksheet(NOW.date()), path)
    return path.read_bytes()
