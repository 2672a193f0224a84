"""A long row of small things, done bit by bit, so that the window answers in between."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer


class Slices(QObject):
    """Does one thing after another, so many at a time, whenever there is nothing more urgent."""

    def __init__(self, act: Callable[[list[str]], object], size: int, parent: QObject) -> None:
        """Begin with nothing to do; `act` is given `size` keys at a time."""
        super().__init__(parent)
        self._act = act
        self._size = size
        self._left: Iterator[str] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._do_some)

    def start(self, keys: Iterable[str]) -> None:
        """Do these, and forget what is left of others."""
        self._left = iter(keys)
        self._timer.start()

    def stop(self) -> None:
        """Do nothing more."""
        self._timer.stop()

    def _do_some(self) -> None:
        keys = list(islice(self._left, self._size))
        if keys:
            self._act(keys)
        else:
            self.stop()
