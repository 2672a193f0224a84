"""Closing the main window: once what is under way has ended and the work is safe."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent

from resource_mapper.ui.window import window_place
from resource_mapper.ui.window.lazy import if_made

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow


class Closing(QObject):
    """Decides about a window's `closeEvent`s."""

    def __init__(self, window: "MainWindow") -> None:
        """Close a window."""
        super().__init__(window)
        self._window = window
        self._is_safe = False
        self._waits = False

    def decide(self, event: QCloseEvent) -> None:
        """Let the window close, or close it later."""
        window = self._window
        window.commands.finish_typing()
        if window.tasks.is_busy:
            self._waits = True
            event.ignore()
        elif window.document.is_dirty and not self._is_safe:
            event.ignore()
            window.files.before_closing(self._close_for_good)
        else:
            self._shut_down()
            event.accept()

    def go_on(self, busy: bool) -> None:
        """Close the window if it has waited for the work that has ended."""
        if not busy and self._waits:
            self._waits = False
            QTimer.singleShot(0, self, self._window.close)  # after the answer of the work has been shown

    def _close_for_good(self) -> None:
        self._is_safe = True
        QTimer.singleShot(0, self, self._window.close)  # not now: Qt ignores a `close` within a `closeEvent`

    def _shut_down(self) -> None:
        window = self._window
        window.meeting.end()
        window.view.cancel_gesture()
        window.settings.update(geometry=window_place.remembered(window))
        window.settings.update(layout=window.workspace.remembered(), arrangement=window.workspace.arrangement.value)
        if panel := if_made(window, "list"):
            panel.view.columns.remember()
        window.document.undo_stack.blockSignals(True)
        window.document.blockSignals(True)
        window.commands.look_back.shut_down()
        window.tasks.shut_down()
        window.files.shut_down()
        window.scene.shut_down()
