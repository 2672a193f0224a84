"""はじめの画面: what one can begin with, and the files used last."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.town import TOWNS
from resource_mapper.ui.call import Call
from resource_mapper.ui.commands.actions import ACTION
from resource_mapper.ui.files.recent_files import RecentFile, RecentLooker
from resource_mapper.ui.files.recent_list import RecentList
from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.widgets.window_button import WindowButton
from resource_mapper.ui.words import messages

TILES = (
    ("newFile", "new", "新しいワークシート", "白紙から、資源を書き出します"),
    ("openSample", "sample", "見本を開く", "24の資源を置いた見本で、ためしてみます"),
    ("importList", "import", "一覧を取り込む", "お手持ちの Excel・CSV の一覧からはじめます"),
    ("openFile", "open", "保存したファイルを開く", "前につくったワークシートの続きをします"),
)
"""Action, icon, words, and what it is for."""
TRAINING = tuple(f"openTown_{town.id}" for town in TOWNS)
"""Actions of the row of small buttons, by which one trains."""
CARD_PX, DESK_PX = 820, 12
"""Width of the card, and of the desk seen beside it at the least."""


class StartPage(QScrollArea):
    """Everything one can begin with, on one card; complete by keyboard, the first tile has the focus."""

    chosen = Signal(str)
    """ID of an action."""
    file_chosen = Signal(object)
    """Path of a file to open."""
    return_wanted = Signal()

    def __init__(self, settings: SettingsStore, clock: Callable[[], datetime]) -> None:
        """Offer the actions of `TILES` and the files of the settings; the window may not be furnished yet."""
        super().__init__()
        self._settings = settings
        self._clock = clock
        self._looker = RecentLooker(self)
        self._looker.looked.connect(self._show_looked)
        self.setObjectName("startScroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tiles: list[tuple[QPushButton, str]] = []
        self.recent = RecentList()
        self._forget = WindowButton("一覧から外す")
        self._back = WindowButton("ワークシートに戻る")
        self._card = QFrame()
        self._room = CARD_PX
        self._build()
        self.recent.opened.connect(self.file_chosen)
        self.recent.removed.connect(self._remove)
        self.recent.currentRowChanged.connect(self._show_forget)
        self._forget.clicked.connect(self._remove_current)
        self._back.clicked.connect(self.return_wanted)

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("startPage")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._card.setProperty("role", "sheet")
        grid = QGridLayout(self._card)
        grid.setContentsMargins(36, 28, 36, 24)
        grid.setHorizontalSpacing(36)
        grid.setVerticalSpacing(10)
        grid.addWidget(label(messages.APP_NAME, "title"), 0, 0, 1, 2)
        grid.addWidget(label(messages.START_WORDS, "hint"), 1, 0, 1, 2)
        grid.setRowMinimumHeight(2, 8)
        grid.addWidget(label("はじめる", "heading"), 3, 0)
        grid.addWidget(label("最近使ったファイル", "heading"), 3, 1)
        tiles = QVBoxLayout()
        tiles.setSpacing(10)
        for action_id, sign, words, purpose in TILES:
            tiles.addWidget(self._tile(action_id, sign, words, purpose))
        tiles.addStretch(1)
        grid.addLayout(tiles, 4, 0)
        self._offer = self._make_offer()
        grid.addLayout(self._recent_column(), 4, 1)
        grid.setRowMinimumHeight(5, 2)
        grid.addLayout(self._training_row(), 6, 0, 1, 2)
        grid.addWidget(label(messages.START_DROP, "hint"), 7, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setWidget(page)

    def _tile(self, action_id: str, sign: str, words: str, purpose: str) -> QPushButton:
        tile = WindowButton(f"{words}\n{purpose}")
        tile.setObjectName(f"start_{action_id}")
        tile.setAccessibleName(words)
        tile.setAccessibleDescription(purpose)
        tile.setToolTip(purpose)
        tile.setProperty("role", "tile")
        tile.clicked.connect(Call(self.chosen.emit, action_id))
        self._tiles.append((tile, sign))
        return tile

    def _training_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("練習用の町", "heading"))
        row.addSpacing(4)
        for action_id in TRAINING:
            row.addWidget(self._small_button(action_id, "town"))
        self._method = self._small_button("startMethod", "method")
        row.addStretch(1)
        row.addWidget(self._method)
        return row

    def _make_offer(self) -> QFrame:
        """Return what is offered to whoever starts for the first time: the guide, to be taken or left."""
        offer = QFrame()
        offer.setObjectName("startOffer")
        column = QVBoxLayout(offer)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        column.addWidget(label("はじめての方へ", "heading"))
        column.addWidget(label(messages.START_METHOD, "hint"))
        button = self._small_button("startMethod", "method")
        button.setObjectName("offerMethod")
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._small_button("showGuide", "guide"), 0, Qt.AlignmentFlag.AlignLeft)
        return offer

    def _small_button(self, action_id: str, sign: str) -> QPushButton:
        action = ACTION[action_id]
        button = WindowButton(action.text)
        button.setObjectName(f"start_{action_id}")
        button.setToolTip(action.tip)
        button.setAccessibleDescription(action.tip)
        button.clicked.connect(Call(self.chosen.emit, action_id))
        self._tiles.append((button, sign))
        return button

    def _recent_column(self) -> QVBoxLayout:
        self._none = label(messages.NO_RECENT, "hint")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._forget.setObjectName("forgetRecent")
        self._forget.setToolTip("選んだファイルを、この一覧から外します（ファイルは消えません）")
        self._back.setObjectName("backToSheet")
        self._back.setToolTip("いまのワークシートの続きをします")
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._none)
        column.addWidget(self._offer)
        column.addWidget(self.recent, 1)
        column.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(0)
        return column

    def begin(self, *, can_return: bool) -> None:
        """Show the files as they are remembered now, and look whether they are still there."""
        self._back.setVisible(can_return)
        self._show_remembered()
        (self._back if can_return else self._tiles[0][0]).setFocus()

    def refresh_look(self) -> None:
        """Draw icons and sizes for the present theme."""
        self._fit_card()
        self.recent.setMinimumHeight(scaled(200))
        for tile, sign in self._tiles:
            tile.setIcon(icon(sign))
            tile.setIconSize(QSize(scaled(24), scaled(24)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card as wide as it should be, or as there is room for."""
        super().resizeEvent(event)
        self._room = event.size().width()
        self._fit_card()

    def _fit_card(self) -> None:
        room = self._room - 2 * DESK_PX
        self._card.setFixedWidth(max(min(scaled(CARD_PX), room), self._card.minimumSizeHint().width()))

    def _paths(self) -> list[Path]:
        return [Path(text) for text in self._settings.settings.recent_files]

    def _show_remembered(self) -> None:
        paths = self._paths()
        self._show_files([RecentFile(path) for path in paths])
        if paths:
            self._looker.look(paths)

    def _show_looked(self, files: list[RecentFile]) -> None:
        if [file.path for file in files] == self._paths():
            self._show_files(files)

    def _show_files(self, files: list[RecentFile]) -> None:
        self.recent.show_files(files, self._clock())
        self.recent.setVisible(bool(files))
        self._none.setVisible(not files)
        self._offer.setVisible(not files)
        self._method.setVisible(bool(files))
        self._show_forget()

    def _show_forget(self) -> None:
        self._forget.setVisible(self.recent.current is not None)

    def _remove_current(self) -> None:
        if self.recent.current is not None:
            self._remove(self.recent.current.path)

    def _remove(self, path: Path) -> None:
        self._settings.forget_file(path)
        self._show_remembered()
