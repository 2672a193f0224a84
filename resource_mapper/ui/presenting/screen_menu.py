"""映す画面 as a menu: the screens there are when it opens."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from resource_mapper.ui.call import Call

if TYPE_CHECKING:
    from resource_mapper.ui.presenting.meeting_actions import MeetingActions


class ScreenMenu(QMenu):
    """One entry a screen; the first lets the program choose."""

    def __init__(self, meeting: "MeetingActions", parent: QWidget) -> None:
        """Serve the menu 会議."""
        super().__init__("映す画面", parent)
        self.setObjectName("screenMenu")
        self._meeting = meeting
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        self._add("", "自動（別の画面があれば、そこに映す）")
        for screen in self._meeting.screens():
            self._add(screen.name, screen.words)

    def _add(self, name: str, words: str) -> None:
        action = self.addAction(words.replace("&", "&&"))
        action.setObjectName(f"screen_{name or 'auto'}")
        action.setStatusTip("発表と書記で、シートを映す画面を選びます")
        action.setCheckable(True)
        action.setChecked(name == self._meeting.chosen_screen)
        action.triggered.connect(Call(self._meeting.choose_screen, name))
