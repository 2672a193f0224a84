"""Moving the paper under the window: with the middle button, or with Space and the left one."""

from PySide6.QtCore import QPoint, Qt

from resource_mapper.ui.canvas.zoom_view import ZoomView


class Panning:
    """Whether the paper is held, and where."""

    def __init__(self, view: ZoomView) -> None:
        """Pan a view."""
        self._view = view
        self._from: QPoint | None = None
        self._button = Qt.MouseButton.NoButton
        self._ready = False

    @property
    def is_on(self) -> bool:
        """Whether the paper is held."""
        return self._from is not None

    @property
    def is_ready(self) -> bool:
        """Whether Space is held: a press will take hold of the paper."""
        return self._ready

    def make_ready(self, ready: bool) -> None:
        """Space is pressed or let go."""
        self._ready = ready
        self._show_cursor()

    def begin(self, position: QPoint, button: Qt.MouseButton) -> None:
        """Take hold of the paper."""
        self._from, self._button = position, button
        self._show_cursor()

    def follow(self, position: QPoint) -> None:
        """Move the paper along."""
        if self._from is not None:
            self._view.pan_by(position - self._from)
            self._from = position

    def end(self, button: Qt.MouseButton) -> None:
        """Let go, if it is the button that holds."""
        if self.is_on and button == self._button:
            self._from = None
            self._show_cursor()

    def cancel(self) -> None:
        """Let go whatever holds."""
        if self.is_on or self._ready:
            self._from, self._ready = None, False
            self._show_cursor()

    def _show_cursor(self) -> None:
        viewport = self._view.viewport()
        if self.is_on:
            viewport.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._ready:
            viewport.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            viewport.unsetCursor()
