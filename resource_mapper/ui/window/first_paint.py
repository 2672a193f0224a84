"""When a window has been seen for the first time."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

PATIENCE_MS = 500
"""A window that begins minimized is not painted; nobody waits for its sight longer than this."""


class FirstPaint(QObject):
    """Calls a function once, when a window has been painted."""

    def __init__(self, window: QWidget, then: Callable[[], object], patience_ms: int = PATIENCE_MS) -> None:
        """Wait; to be made before the window is shown."""
        super().__init__(window)
        self._window = window
        self._then = then
        self._timer = QTimer(self, singleShot=True, interval=patience_ms)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the painting go on; the timer fires when the whole window is painted."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._timer.start(0)
        return False

    def _go_on(self) -> None:
        self._window.removeEventFilter(self)
        self._then()
