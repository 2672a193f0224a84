"""The files used last: where they lie, when they were changed, whether they are still there."""

import contextlib
import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal


class RecentFile(NamedTuple):
    """One file. `changed` is when it was last written; unknown while nobody has looked, and where it is gone."""

    path: Path
    changed: datetime | None = None
    is_missing: bool = False


class RecentLooker(QObject):
    """Looks after files in a thread of its own: a shared drive that sleeps keeps nobody waiting (pitfall 72)."""

    looked = Signal(object)
    """A list of `RecentFile`, in the order asked for."""

    def look(self, paths: Sequence[Path]) -> None:
        """Look; the answer comes as `looked`. The program does not wait for it when it ends."""
        threading.Thread(target=self._look, args=(tuple(paths),), daemon=True).start()

    def _look(self, paths: tuple[Path, ...]) -> None:
        found = [_look_at(path) for path in paths]
        with contextlib.suppress(RuntimeError):  # the window is gone by now
            self.looked.emit(found)


def _look_at(path: Path) -> RecentFile:
    try:
        return RecentFile(path, datetime.fromtimestamp(path.stat().st_mtime).astimezone())
    except (OSError, ValueError):
        return RecentFile(path, is_missing=True)


def when(changed: datetime, now: datetime) -> str:
    """Return a time as one would say it: 「きょう 14:05」「きのう 9:30」「2026年11月3日」."""
    changed = changed.astimezone(now.tzinfo)
    days = now.date() - changed.date()
    if days == timedelta(0):
        return f"きょう {changed.hour}:{changed:%M}"
    if days == timedelta(1):
        return f"きのう {changed.hour}:{changed:%M}"
    return f"{changed.year}年{changed.month}月{changed.day}日"
