"""絞り込み in the toolbar: words, conditions, and one press to show everything again."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from resource_mapper.ui.document import Document
from resource_mapper.ui.finding.filter_menu import FilterMenu
from resource_mapper.ui.finding.view_filter import ViewFilter
from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.panels.typing_guard import TypingGuard
from resource_mapper.ui.words import messages

WORDS_WIDTH = 118


class FilterWords(QLineEdit):
    """The words; Escape empties them."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._guard = TypingGuard(self)
        self.setObjectName("filterWords")
        self.setAccessibleName("絞り込みのことば")
        self.setPlaceholderText("絞り込み")
        self.setToolTip(messages.FILTER_TIP)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows everything again."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Changes the filter that sheet, tray and list share."""

    def __init__(self, document: Document, view_filter: ViewFilter) -> None:
        """Watch a filter."""
        super().__init__()
        self._filter = view_filter
        self.setObjectName("filterBar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.words = FilterWords()
        self.words.textChanged.connect(self._change_words)
        self.menu = FilterMenu(document, view_filter, self)
        self._conditions = QToolButton()
        self._conditions.setObjectName("filterConditions")
        self._conditions.setMenu(self.menu)
        self._conditions.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._conditions.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self._conditions)
        view_filter.changed.connect(self._show)
        self.refresh_look()

    def refresh_look(self) -> None:
        """Draw icon and widths for the present theme and size."""
        self.words.setFixedWidth(scaled(WORDS_WIDTH))
        self._conditions.setIconSize(QSize(scaled(18), scaled(18)))
        self._show()

    def _change_words(self, words: str) -> None:
        self._filter.set(replace(self._filter.filter, words=words))

    def _show(self) -> None:
        wanted = self._filter.filter
        if self.words.text() != wanted.words:
            self.words.setText(wanted.words)
        count = wanted.conditions
        self._conditions.setIcon(icon("filter-on" if count else "filter"))
        name = f"絞り込みの条件（{count}つ選んでいます）" if count else "絞り込みの条件"
        self._conditions.setAccessibleName(name)
        self._conditions.setToolTip(f"{name}：地区・状況・送迎・頻度・確認の古さ")
