"""Says on stdout when a window has been painted for the first time, then what that took, and closes it."""

import json
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from benchmarks.children.peak import peak_mb


class FirstPaint(QObject):
    """Waits for the first paint event of a window."""

    def __init__(self, window: QMainWindow, then: Callable[[], object] = int) -> None:
        """Listen to the window; `then` is called before anything is said."""
        super().__init__(window)
        self._window = window
        self._then = then
        self._seen = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the painting go on; the timer fires when the whole window is painted."""
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        self._then()
        print("painted", flush=True)
        told = {"peak_mb": peak_mb(), "modules": sorted(sys.modules), "qt_classes": _qt_classes()}
        print(json.dumps(told), flush=True)
        self._window.close()


def _qt_classes() -> list[str]:
    """Return the classes of Qt that the app's modules name."""
    modules = [module for name, module in sys.modules.items() if name.startswith("resource_mapper")]
    named = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    return sorted({f"{one.__module__}:{one.__name__}" for one in named if one.__module__.startswith("PySide6.")})
