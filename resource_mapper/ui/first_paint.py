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
        self._is_over = False
        window.installEventFilter(self)
        QTimer.singleShot(patience_ms, self, self._go_on)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the painting go on; the timer fires when the whole window is painted."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on)
        return False

    def _go_on(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._window.removeEventFilter(self)
            self._then()
