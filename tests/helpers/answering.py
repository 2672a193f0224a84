"""Answering real modal dialogs: a watchdog looks for them, because `exec` does not return before they are closed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

DialogT = TypeVar("DialogT", bound=QDialog)
PATIENCE_MS = 10_000


@contextmanager
def answering(kind: type[DialogT], *answers: Callable[[DialogT], object]) -> Iterator[list[DialogT]]:
    """Answer the dialogs that open within the `with`, one after the other; close and report what stays open.

    Yields the list of the dialogs seen.
    """
    seen: list[DialogT] = []
    problems: list[str] = []
    waiting = list(answers)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and waiting:
            seen.append(dialog)
            answer = waiting.pop(0)
            try:
                answer(dialog)
            except Exception as error:  # else the dialog would stay open for ever
                problems.append(repr(error))
                dialog.reject()

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            problems.append(f"{dialog.objectName()!r} stayed open")
            dialog.reject()

    looking, watchdog = QTimer(), QTimer()
    looking.timeout.connect(look)
    looking.start(5)
    watchdog.timeout.connect(give_up)
    watchdog.start(PATIENCE_MS)
    try:
        yield seen
    finally:
        looking.stop()
        watchdog.stop()
    assert not problems, problems
    assert not waiting, f"{len(waiting)} expected dialogs never opened"


def button(dialog: QWidget, words: str) -> QAbstractButton:
    """Return a button by its words (without the mark of its access key)."""
    found = [b for b in dialog.findChildren(QAbstractButton) if b.text().replace("&", "") == words]
    assert found, f"no button {words!r} among {[b.text() for b in dialog.findChildren(QAbstractButton)]}"
    return found[0]
