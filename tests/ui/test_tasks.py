"""The worker: one job after the other, answers on the GUI thread, nothing swallowed."""

import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from resource_mapper.ui.tasks import POLITE_SWITCH_S, BackgroundTasks, politely


@pytest.fixture
def tasks(qapp: object) -> Iterator[BackgroundTasks]:
    made = BackgroundTasks()
    yield made
    made.shut_down()


def test_work_is_done_elsewhere_and_answered_here(qtbot: QtBot, tasks: BackgroundTasks) -> None:
    threads: list[threading.Thread] = []
    answers: list[object] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 7

    def done(answer: object) -> None:
        answers.append(answer)
        threads.append(threading.current_thread())

    tasks.run(work, done, answers.append)
    assert tasks.is_busy
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [7]
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert not tasks.is_busy


def test_jobs_keep_their_order_and_busy_is_told_once(qtbot: QtBot, tasks: BackgroundTasks) -> None:
    told: list[object] = []
    tasks.busy_changed.connect(told.append)
    for number in range(5):
        tasks.run(lambda number=number: number, told.append, told.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert told[0] is True
    assert [entry for entry in told if not isinstance(entry, bool)] == [0, 1, 2, 3, 4]
    assert [entry for entry in told if isinstance(entry, bool)] == [True, False]


def test_an_error_is_an_answer_too(qtbot: QtBot, tasks: BackgroundTasks) -> None:
    answers: list[object] = []

    def work() -> None:
        raise OSError("disk")

    tasks.run(work, lambda _: answers.append("done"), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert isinstance(answers[0], OSError)
    assert not tasks.is_busy


def test_shutting_down_waits_for_the_work(qapp: object) -> None:
    tasks, finished, go_on = BackgroundTasks(), threading.Event(), threading.Event()

    def work() -> None:
        go_on.wait(10)
        finished.set()

    tasks.run(work, lambda _: None, lambda _: None)
    threading.Timer(0.05, go_on.set).start()
    tasks.shut_down()
    assert finished.is_set()


def test_the_window_has_its_turn_while_anybody_works(qtbot: QtBot, tasks: BackgroundTasks) -> None:
    usual = sys.getswitchinterval()
    found: list[object] = []
    with politely():
        tasks.run(sys.getswitchinterval, found.append, found.append)
        qtbot.waitUntil(lambda: not tasks.is_busy)
        found.append(sys.getswitchinterval())
    assert found == [pytest.approx(POLITE_SWITCH_S)] * 2
    assert sys.getswitchinterval() == usual
