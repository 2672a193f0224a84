"""使い方: the guide beside the work, with its contents, the way back, and a search that goes on over all pages."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.ui.finding.find_bar import FindWords
from resource_mapper.ui.guide.browser import GuideBrowser
from resource_mapper.ui.guide.pages import GuidePage, anchor, guide_pages
from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.window.window_place import resize_in_screen
from resource_mapper.ui.words import messages

SIZE_PX = 1200, 720
CONTENTS_PX = 260
PlaceRole = Qt.ItemDataRole.UserRole
"""Of a line of the contents: number of the page, and the heading or nothing."""


class GuideWindow(QDialog):
    """Stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Open the guide at its contents."""
        super().__init__(parent)
        self.setObjectName("guideWindow")
        self.setWindowTitle("使い方")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        resize_in_screen(self, *SIZE_PX)
        self._pages = guide_pages()
        self.browser = GuideBrowser(self._pages[0].path.parent)
        self._contents = QListWidget()
        self._words = FindWords()
        self._found = QLabel()
        self._back = self._button("guideBack", "戻る", "前に読んでいたページに戻ります（Alt+←）", self.browser.backward)
        self._on = self._button("guideForward", "進む", "戻る前のページに進みます（Alt+→）", self.browser.forward)
        self._build()
        self._add_keys()
        self.browser.sourceChanged.connect(self._show_place)
        self._contents.currentItemChanged.connect(self._go)
        self.browser.backwardAvailable.connect(self._back.setEnabled)
        self.browser.forwardAvailable.connect(self._on.setEnabled)
        self.refresh_look()
        self.browser.open(self._pages[0].path)
        self._contents.setFocus()

    def refresh_look(self) -> None:
        """Draw everything for the present theme and size."""
        self._words.setFixedWidth(scaled(240))
        for button, name in ((self._back, "back"), (self._on, "forward"), (self._previous, "find-back")):
            button.setIcon(icon(name))
        self._next.setIcon(icon("find-on"))
        for button in (self._back, self._on, self._previous, self._next):
            button.setIconSize(QSize(scaled(16), scaled(16)))
        if self.browser.source().isValid():
            self.browser.refresh_look()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the contents out again: only now do its lines know the style sheet."""
        super().showEvent(event)
        self._contents.doItemsLayout()

    def look_for(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) place with the words that are looked for, on whichever page."""
        words = self._words.text().strip()
        self._found.clear()
        if not words or self._find_here(words, step):
            return
        start, came_from = self._page_number(), self.browser.textCursor()
        for distance in range(1, len(self._pages) + 1):
            page = self._pages[(start + step * distance) % len(self._pages)]
            if _holds(page, words):
                self.browser.open(page.path)
                self.browser.moveCursor(QTextCursor.MoveOperation.Start if step > 0 else QTextCursor.MoveOperation.End)
                if self._find_here(words, step):
                    return
        self.browser.setTextCursor(came_from)
        self._found.setText(messages.NOTHING_FOUND)

    def _find_here(self, words: str, step: int) -> bool:
        if step > 0:
            return self.browser.find(words)
        return self.browser.find(words, QTextDocument.FindFlag.FindBackward)

    # Building

    def _build(self) -> None:
        self._fill_contents()
        self._words.setObjectName("guideWords")
        self._words.setAccessibleName("使い方の中で探すことば")
        self._words.setPlaceholderText("使い方の中を探す")
        self._words.setToolTip("ことばのある所へ移ります。Enter で次の所へ、Shift+Enter で前の所へ")
        self._words.step_wanted.connect(self.look_for)
        self._words.close_wanted.connect(self.browser.setFocus)
        self._found.setProperty("role", "hint")
        self._previous = self._button("guidePrevious", "前を探す", "前の所へ移ります（Shift+F3）", self._find_previous)
        self._next = self._button("guideNext", "次を探す", "次の所へ移ります（F3）", self._find_next)
        bar = QHBoxLayout()
        bar.addWidget(self._back)
        bar.addWidget(self._on)
        bar.addStretch(1)
        bar.addWidget(self._found)
        bar.addWidget(self._words)
        bar.addWidget(self._previous)
        bar.addWidget(self._next)
        parts = QSplitter()
        parts.setObjectName("guideParts")
        parts.addWidget(self._contents)
        parts.addWidget(self.browser)
        parts.setSizes([scaled(CONTENTS_PX), scaled(SIZE_PX[0] - CONTENTS_PX)])
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.addLayout(bar)
        column.addWidget(parts, 1)

    def _button(self, name: str, words: str, tip: str, do: object) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolTip(tip)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(do)
        button.setEnabled(not name.endswith(("Back", "Forward")))
        return button

    def _fill_contents(self) -> None:
        self._contents.setObjectName("guideContents")
        self._contents.setAccessibleName("目次")
        self._contents.setToolTip("選んだ所を右に出します")
        self._contents.setWordWrap(True)
        self._contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bold = QFont(self.font())
        bold.setBold(True)
        for number, page in enumerate(self._pages):
            title = QListWidgetItem(page.title, self._contents)
            title.setData(PlaceRole, (number, ""))
            title.setFont(bold)
            for section in page.sections if number else ():
                line = QListWidgetItem(f"　{section}", self._contents)
                line.setData(PlaceRole, (number, section))

    def _add_keys(self) -> None:
        for keys, do in (
            ("Alt+Left", self.browser.backward),
            ("Alt+Right", self.browser.forward),
            ("Ctrl+F", self._go_to_search),
            ("F3", self._find_next),
            ("Shift+F3", self._find_previous),
        ):
            QShortcut(QKeySequence(keys), self, do)

    # Going

    def _go(self, line: QListWidgetItem | None) -> None:
        if line is not None:
            number, section = line.data(PlaceRole)
            self.browser.open(self._pages[number].path, section)

    def _show_place(self, url: QUrl) -> None:
        """Mark in the contents where the reader is now."""
        number = self._page_number()
        sections = ["", *self._pages[number].sections] if number else [""]
        at = next((words for words in sections if words and anchor(words) == url.fragment()), "")
        for row in range(self._contents.count()):
            if self._contents.item(row).data(PlaceRole) == (number, at):
                self._contents.blockSignals(True)
                self._contents.setCurrentRow(row)
                self._contents.blockSignals(False)

    def _page_number(self) -> int:
        return next(number for number, page in enumerate(self._pages) if page.path == self.browser.page)

    def _go_to_search(self) -> None:
        self._words.setFocus()
        self._words.selectAll()

    def _find_next(self) -> None:
        self.look_for(1)

    def _find_previous(self) -> None:
        self.look_for(-1)


def _holds(page: GuidePage, words: str) -> bool:
    """Whether a page's text holds words, so that it is worth showing."""
    return words.casefold() in page.plain.casefold()
