"""Nothing outlives a test: no window, no running timer, no thread."""

import contextlib
import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolTip

WORKERS = "resource-mapper"
"""How the names of the app's own threads begin."""

FAILED = pytest.StashKey[bool]()
"""Set by `pytest_runtest_makereport` in the conftest; the traceback of a failed test keeps its windows alive."""


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Clear up after each test and fail the one that leaves something behind."""
    yield
    left = clear_up()
    if request.node.stash.get(FAILED, False):
        return
    assert not left, f"left behind: {', '.join(left)}"
    gc.freeze()  # what is alive now is here to stay (modules, caches); the next search need not look at it


def clear_up() -> list[str]:
    """Close and delete what may be deleted; return in words what was left nevertheless."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for window in QApplication.topLevelWidgets():
        if shiboken6.isValid(window):
            with contextlib.suppress(Exception):  # a window that will not close is found below
                window.close()
    _deliver()
    gc.collect()
    _deliver()
    QGuiApplication.clipboard().clear()
    return [*_threads(), *_running(), *_windows()]


def _deliver() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def _windows() -> Iterator[str]:
    for window in QApplication.topLevelWidgets():
        if shiboken6.isValid(window) and window.metaObject().className() != "QTipLabel":  # Qt's own tool tip
            yield f"{type(window).__name__} {window.objectName()!r}"
            shiboken6.delete(window)  # the next test begins clean


def _running() -> Iterator[str]:
    """Find timers and threads that Python made and that still run."""
    for thing in gc.get_objects():
        if not isinstance(thing, QTimer | QThread) or not shiboken6.isValid(thing):
            continue
        running = thing.isActive() if isinstance(thing, QTimer) else thing.isRunning()
        if running and shiboken6.createdByPython(thing):
            yield f"running {type(thing).__name__} {thing.objectName()!r} of {type(thing.parent()).__name__}"
            if isinstance(thing, QTimer):
                thing.stop()  # the next test begins clean


def _threads() -> Iterator[str]:
    for thread in threading.enumerate():
        if thread.name.startswith(WORKERS):
            yield f"thread {thread.name}"
