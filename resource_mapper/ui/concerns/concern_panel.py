"""課題の一覧 as a panel: the table, what can be done with it, and which 状態 are shown."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from resource_mapper.domain.concern import Concern, ConcernState
from resource_mapper.ui.call import Call
from resource_mapper.ui.concerns.concern_table import ConcernTable
from resource_mapper.ui.concerns.concern_view import ConcernView
from resource_mapper.ui.document import Document
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.widgets.window_button import WindowButton

LEGEND = "あるべき姿 − 現状 ＝ 課題。会議ごとに、だれが・いつまでに を書き足せます。"
MIN_HEIGHT_PX = 170
EVERYTHING, UNSETTLED = "すべて", "終わっていないもの"
SORT = "この列の順に並べる（Ctrl+J）"
_BUTTONS = (
    ("make", "makeConcernsButton", "課題をつくる…", "あるべき姿や気づきから、課題の候補を選んで加えます"),
    ("show", "showGrounds", "根拠を見る", "選んだ課題のもとになったカードや空白を、シートで示します"),
    ("ground", "addGrounds", "カードを根拠に加える", "シートで選んだカードを、選んだ課題の根拠に加えます"),
    ("up", "concernUp", "上へ", "選んだ課題を1つ上に移します（Alt+↑）"),
    ("down", "concernDown", "下へ", "選んだ課題を1つ下に移します（Alt+↓）"),
    ("remove", "removeConcern", "削除", "選んだ課題を一覧から除きます（元に戻せます）"),
)


class ConcernPanel(QWidget):
    """Asks for commands; changes nothing itself but through its table."""

    command_wanted = Signal(str)
    """`make`, `show`, `ground`, `up`, `down` or `remove`, for the chosen rows; `paste` or `clear`, for the cells."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Show a document's 課題."""
        super().__init__(parent)
        self.setObjectName("concernPanel")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table = ConcernTable(document, self)
        self.view = ConcernView(self.table)
        self.view.command_wanted.connect(self.command_wanted)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 8)
        column.addWidget(self._bar())
        column.addWidget(self.view, 1)
        self.view.selectionModel().selectionChanged.connect(self._show_enabled)
        self.view.selectionModel().currentChanged.connect(self._show_enabled)
        self.table.modelReset.connect(self._show_enabled)
        self.table.rearranged.connect(self._show_enabled)
        self._show_enabled()

    def _bar(self) -> QWidget:
        bar = _Bar()
        self._buttons: dict[str, QPushButton] = {}
        for command, name, text, tip in _BUTTONS:
            button = WindowButton(text)
            button.setObjectName(name)
            button.setToolTip(tip)
            button.clicked.connect(Call(self.command_wanted.emit, command))
            self._buttons[command] = button
            bar.take_button(button, kept=command == "make")
        self._make_menu()
        bar.take_words(label(LEGEND, "hint", wraps=False))
        bar.row.addWidget(self._make_filter())
        return bar

    def _make_menu(self) -> None:
        """Offer on the table what the buttons offer."""
        self._menu = QMenu(self)
        self._menu.setObjectName("concernMenu")
        self._entries: dict[str, QAction] = {}
        for command, name, text, _ in _BUTTONS:
            self._entries[command] = self._menu.addAction(text, Call(self.command_wanted.emit, command))
            self._entries[command].setObjectName(f"{name}Entry")
        self._menu.addSeparator()
        self._menu.addAction(SORT, Call(self.view.do, "sort")).setObjectName("sortConcernsEntry")
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)

    def _make_filter(self) -> QComboBox:
        self.filter = QComboBox()
        self.filter.setObjectName("concernFilter")
        self.filter.setAccessibleName("表示する状態")
        self.filter.setToolTip("どの状態の課題を表示するか")
        self.filter.addItems([EVERYTHING, UNSETTLED, *ConcernState])
        self.filter.currentTextChanged.connect(self._filter)
        return self.filter

    def _show_menu(self, position: QPoint) -> None:
        self._menu.popup(self.view.viewport().mapToGlobal(position))

    def refresh_look(self) -> None:
        """Draw at the size of the theme's type."""
        self.view.setMinimumHeight(scaled(MIN_HEIGHT_PX))
        self.view.refresh_look()

    def _filter(self, word: str) -> None:
        self.view.finish_editing()
        self.table.show_only(_Shows(word))

    def _show_enabled(self, *_: object) -> None:
        chosen = bool(self.view.chosen_ids())
        for command, button in self._buttons.items():
            button.setEnabled(chosen or command == "make")
            self._entries[command].setEnabled(button.isEnabled())


class _Bar(QWidget):
    """A row of buttons that never makes the window wider: the last ones hide, the menu of the table has them all."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)
        self.row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._hiding: list[QPushButton] = []

    def take_button(self, button: QPushButton, *, kept: bool) -> None:
        """Show a button; one that is not `kept` hides where there is no room for it."""
        self.row.addWidget(button)
        if not kept:
            self._hiding.append(button)

    def take_words(self, words: QLabel) -> None:
        """Show words where there is room for all of them."""
        self._words = words
        self.row.addWidget(words)
        self.row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as there is room for."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show the buttons for which there is room, from the left."""
        for widget in (*self._hiding, self._words):
            widget.show()
        for widget in (self._words, *reversed(self._hiding)):
            self.row.invalidate()
            if self.row.minimumSize().width() <= self.width():
                return
            widget.hide()


class _Shows:
    """Whether a filter's word lets a 課題 show."""

    def __init__(self, word: str) -> None:
        self._word = word

    def __call__(self, concern: Concern) -> bool:
        if self._word == UNSETTLED:
            return not concern.is_settled
        return self._word in (EVERYTHING, concern.state)
