"""Says on stdout when a window has been painted for the first time, then what that took, and closes it."""

import json
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QGraphicsView, QMainWindow

from benchmarks.children.peak import peak_mb


class FirstPaint(QObject):
    """Waits for the first paint event of the window's view."""

    def __init__(self, window: QMainWindow, view: QGraphicsView) -> None:
        """Listen to the view, in which the sheet is drawn."""
        super().__init__(window)
        self._window = window
        self._seen = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the painting go on; the timer fires when the whole window is painted."""
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print("painted", flush=True)
        print(json.dumps({"peak_mb": peak_mb(), "modules": sorted(sys.modules)}), flush=True)
        self._window.close()
