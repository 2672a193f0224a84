"""Which resources are selected: one truth for canvas, tray and inspector."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """An ordered set of resource IDs; the last one is the current one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing selected."""
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Selected resources, in the order in which they were selected."""
        return self._ids

    @property
    def current(self) -> str | None:
        """The resource selected last."""
        return self._ids[-1] if self._ids else None

    def set(self, ids: Iterable[str]) -> None:
        """Select exactly these."""
        wanted = tuple(dict.fromkeys(ids))
        if wanted != self._ids:
            self._ids = wanted
            self.changed.emit()

    def toggle(self, resource_id: str) -> None:
        """Add a resource to the selection or take it out."""
        if resource_id in self._ids:
            self.set(other for other in self._ids if other != resource_id)
        else:
            self.set((*self._ids, resource_id))

    def keep(self, existing: Iterable[str]) -> None:
        """Drop what no longer exists."""
        there = set(existing)
        self.set(resource_id for resource_id in self._ids if resource_id in there)
