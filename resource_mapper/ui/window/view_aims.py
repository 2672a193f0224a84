"""あるべき姿 as it is looked at and written: a state of the window, in no file."""

from PySide6.QtCore import QObject, Signal


class ViewAims(QObject):
    """Whether あるべき姿 lies over what is, and whether hands and keys write it instead of what is."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with what is."""
        super().__init__(parent)
        self._state = (False, False)

    @property
    def are_shown(self) -> bool:
        """Whether they are shown."""
        return self._state[0]

    @property
    def are_written(self) -> bool:
        """Whether the ends of cards that are drawn are those of their aims."""
        return self._state[1]

    def show(self, shown: bool) -> None:
        """Show them, or only what is; what is not seen is not written."""
        self._go_to(shown, shown and self.are_written)

    def write(self, written: bool) -> None:
        """Write them, which shows them, too; or what is."""
        self._go_to(written or self.are_shown, written)

    def _go_to(self, shown: bool, written: bool) -> None:
        if (shown, written) != self._state:
            self._state = (shown, written)
            self.changed.emit()
