"""つながりの一覧: every arrow with its words, also those that lead off the sheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.link import Ends, Link
from resource_mapper.domain.text import clean_line
from resource_mapper.ui.document import Document
from resource_mapper.ui.widgets.dialog_parts import sentence_list, side_button
from resource_mapper.ui.widgets.end_buttons import close_button
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen

HOW = "カードを2枚、つなぐ順に選んで「つなぐ」（Ctrl+L）を選ぶと、矢印ができます。"
MAX_WORDS = 200
_EndsRole = Qt.ItemDataRole.UserRole


class LinksDialog(QDialog):
    """Stays open beside the work; changes nothing itself."""

    link_chosen = Signal(str, str)
    """IDs of the cards to show."""
    words_written = Signal(tuple, str)
    """The link's ends, and what shall stand on it."""
    remove_wanted = Signal(tuple)
    """The link's ends."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        """Show a document's links as they are and become."""
        super().__init__(parent)
        self._document = document
        self._links: tuple[Link, ...] = ()
        self.setObjectName("linksDialog")
        self.setWindowTitle("つながりの一覧")
        resize_in_screen(self, 560, 420)
        self._build()
        document.changed.connect(self._follow)

    def _build(self) -> None:
        self._list = sentence_list("linkList", "つながり", self._choose)
        self._list.setToolTip("選ぶと、両方のカードを示します")
        self._list.currentRowChanged.connect(self._show_words)
        self._words = self._make_words()
        tip = "選んだ矢印を外します（元に戻せます）"
        self._remove = side_button("removeLink", "つながりを外す", self._want_removal, tip)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._remove)
        buttons.addWidget(close_button(self, "closeLinks"))
        column = QVBoxLayout(self)
        column.addWidget(label(HOW, "hint"))
        column.addWidget(self._list, 1)
        column.addWidget(self._words)
        column.addLayout(buttons)

    def _make_words(self) -> QLineEdit:
        words = QLineEdit()
        words.setObjectName("linkWords")
        words.setAccessibleName("矢印に書くことば")
        words.setPlaceholderText("矢印に書くことば（終了後に紹介 など）")
        words.setMaxLength(MAX_WORDS)
        words.editingFinished.connect(self._write)
        return words

    def refresh(self) -> None:
        """Show the links anew; the one that was chosen stays chosen where it is still there."""
        worksheet, chosen = self._document.worksheet, self._current()
        self._links = worksheet.links
        names = {each.id: each.name for each in worksheet.resources} if self._links else {}
        self._list.blockSignals(True)
        self._list.clear()
        for link in self._links:
            words = f"（{link.words}）" if link.words else ""
            item = QListWidgetItem(f"{names[link.source]} → {names[link.target]}{words}", self._list)
            item.setData(_EndsRole, link.ends)
        rows = [link.ends for link in self._links]
        self._list.setCurrentRow(rows.index(chosen) if chosen in rows else min(0, len(rows) - 1))
        self._list.blockSignals(False)
        self._show_words()

    def _follow(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()

    def _current(self) -> Ends | None:
        row = self._list.currentRow()
        return self._links[row].ends if 0 <= row < len(self._links) else None

    def _show_words(self, _row: int = 0) -> None:
        row = self._list.currentRow()
        there = 0 <= row < len(self._links)
        for widget in (self._words, self._remove):
            widget.setEnabled(there)
        words = self._links[row].words if there else ""
        if self._words.text() != words:
            self._words.setText(words)

    def _choose(self, item: QListWidgetItem) -> None:
        self.link_chosen.emit(*item.data(_EndsRole))

    def _write(self) -> None:
        ends = self._current()
        if ends is not None:
            self.words_written.emit(ends, clean_line(self._words.text()))

    def _want_removal(self) -> None:
        ends = self._current()
        if ends is not None:
            self.remove_wanted.emit(ends)
