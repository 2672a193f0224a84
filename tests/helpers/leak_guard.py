"""Nothing outlives a test: no window, no running timer, no thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

WORKERS = "resource-mapper"
"""How the names of the app's own threads begin."""


FAILED = pytest.StashKey[bool]()
"""Set by `pytest_runtest_makereport` in the conftest; the traceback of a failed test keeps its windows alive."""


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Clear up after each test and fail the one that leaves something behind."""
    yield
    left = clear_up()
    assert not left or request.node.stash.get(FAILED, False), f"left behind: {', '.join(left)}"


def clear_up() -> list[str]:
    """Close and delete what may be deleted; return in words what was left nevertheless."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for window in QApplication.topLevelWidgets():
        if shiboken6.isValid(window):
            window.close()
    _deliver()
    gc.collect()
    _deliver()
    left = [*_threads(), *_running(QTimer), *_running(QThread), *_windows()]
    QGuiApplication.clipboard().clear()
    return left


def _deliver() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def _windows() -> Iterator[str]:
    for window in QApplication.topLevelWidgets():
        if shiboken6.isValid(window) and not _is_qts_own(window):
            yield f"{type(window).__name__} {window.objectName()!r}"
            shiboken6.delete(window)  # the next test begins clean


def _is_qts_own(window: QWidget) -> bool:
    return window.metaObject().className() in ("QTipLabel",)


def _running(kind: type[QTimer] | type[QThread]) -> Iterator[str]:
    for thing in gc.get_objects():
        if isinstance(thing, kind) and shiboken6.isValid(thing) and thing is not QThread.currentThread():
            active = thing.isActive() if isinstance(thing, QTimer) else thing.isRunning()
            if active and _is_ours(thing):
                yield f"running {kind.__name__} {thing.objectName()!r} of {type(thing.parent()).__name__}"
                if isinstance(thing, QTimer):
                    thing.stop()  # the next test begins clean


def _is_ours(thing: QObject) -> bool:
    """Whether Python made it (a wrapper around one of Qt's own has no slots of ours)."""
    return shiboken6.createdByPython(thing)


def _threads() -> Iterator[str]:
    for thread in threading.enumerate():
        if thread.name.startswith(WORKERS):
            yield f"thread {thread.name}"
