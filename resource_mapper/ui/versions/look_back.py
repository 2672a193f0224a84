"""版をたどる: the sheet as it stood at each meeting, in place of the present one; nothing can be edited meanwhile."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from resource_mapper.domain.versioning import NOW, in_words
from resource_mapper.ui.canvas.motion import GLIDE_MS
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.window.lazy import if_made
from resource_mapper.ui.window.workspace import Arrangement
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.ui.versions.laid_ahead import LaidAhead
    from resource_mapper.ui.versions.time_bar import TimeBar
    from resource_mapper.ui.window.main_window import MainWindow

PACE_MS = 600
"""Slow enough to see which way each card goes."""
EDITING = ("versionsDialog", "linksDialog", "methodStrip")
"""What may stand open beside the sheet or above it and changes the document."""
AT_NOW = "いまのシート"
HINT = "つまみを左へ動かすと（← キー）、前の会議の時のシートになります。見ているあいだは直せません"


class LookBack(QObject):
    """Shows versions in all windows that show the sheet. The document knows nothing of it."""

    def __init__(self, window: "MainWindow") -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._names: tuple[str, ...] = ()
        self._at = 0
        self._bars: list[TimeBar] = []
        self._views: list[SheetView] = []
        self._off: list[QWidget] = []
        window.document.changed.connect(self.end)
        window.document.replaced.connect(self.end)

    @cached_property
    def _ahead(self) -> "LaidAhead":
        from resource_mapper.ui.versions.laid_ahead import LaidAhead

        return LaidAhead(self._window.parts.measurer, self)

    @property
    def is_on(self) -> bool:
        """Whether the sheet is only looked at."""
        return bool(self._bars)

    @property
    def place(self) -> str:
        """Name of the version that is seen, or いま."""
        return self._names[self._at] if self.is_on else NOW

    def toggle(self) -> None:
        """Begin at いま, or go back to work."""
        if self.is_on:
            self.end()
        elif not self._window.document.worksheet.versions:
            self._window.parts.dialogs.tell(messages.NO_MEETINGS, messages.NO_MEETINGS_HOW)
        else:
            self._begin()

    def go_to(self, at: int) -> None:
        """Show a state, 0 being the oldest version; past either end nothing happens."""
        if self.is_on and 0 <= at < len(self._names):
            self._at = at
            state = self._ahead.state(at)
            self._window.display.look_at(state.sheet, state.layout)
            self._ahead.prepare(at, state._replace(layout=self._window.scene.layout))
            self._tell(state.words or HINT)

    def step(self, by: int) -> None:
        """Show the next state, or the one before."""
        self.go_to(self._at + by)

    def end(self) -> None:
        """Show the document again and let it be edited."""
        if not self.is_on:
            return
        window = self._window
        bars, self._bars = self._bars, []
        for bar in bars:
            bar.hide()
            bar.deleteLater()
        for view in self._views:
            view.lock(locked=False)
            view.time_wanted.disconnect(self.step)
            view.present_wanted.disconnect(self.end)
        for widget in self._off:
            widget.setEnabled(True)
        self._views, self._off = [], []
        window.display.look_at(None)
        self._ahead.forget()
        window.scene.glide.set_pace(GLIDE_MS)
        window.meeting.enable_lines(enabled=True)
        window.meeting.focus_or(window.view)

    def shut_down(self) -> None:
        """Wait for work under way before the window goes."""
        if ahead := if_made(self, "_ahead"):
            ahead.shut_down()

    def _begin(self) -> None:
        worksheet = self._window.document.worksheet
        self._names = (*(version.name for version in worksheet.versions), NOW)
        self._show_bare_sheet()
        self._lock()
        self._window.scene.glide.set_pace(PACE_MS)
        self._put_bars()
        self._ahead.begin(worksheet)
        self.go_to(len(self._names) - 1)
        self._focus()

    def _show_bare_sheet(self) -> None:
        """Show the sheet, with nothing open, chosen or looked for."""
        window = self._window
        window.commands.finish_typing()
        window.show_workspace()
        window.finding.close()
        window.selection.set([])
        window.scene.notes.choose(None)
        if window.workspace.arrangement is Arrangement.LIST:
            window.commands.arrange_as(Arrangement.SHEET)

    def _lock(self) -> None:
        """Let nothing be edited, in any view or beside it."""
        window = self._window
        self._views = [view for view in window.scene.views() if isinstance(view, SheetView)]
        for view in self._views:
            view.lock(locked=True)
            view.time_wanted.connect(self.step)
            view.present_wanted.connect(self.end)
        self._off = [widget for name in EDITING for widget in window.findChildren(QWidget, name)]
        for widget in self._off:
            widget.setEnabled(False)
        window.meeting.enable_lines(enabled=False)

    def _put_bars(self) -> None:
        from resource_mapper.ui.versions.time_bar import TimeBar

        for place, with_controls in (*self._window.meeting.places_for_bars(), (self._window, True)):
            bar = TimeBar(self._names, with_controls=with_controls)
            bar.moved.connect(self.go_to)
            bar.leave_wanted.connect(self.end)
            place.put_on_top(bar)
            bar.show()
            self._bars.append(bar)

    def _focus(self) -> None:
        for bar in self._bars:
            if bar.window().isActiveWindow() and bar.slider.isVisible():
                bar.slider.setFocus()

    def _tell(self, words: str) -> None:
        name = self._names[self._at]
        title = AT_NOW if name == NOW else f"{in_words(self._window.document.worksheet, name)}のシート"
        for bar in self._bars:
            bar.show_state(self._at, title, words)
