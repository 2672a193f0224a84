"""気づきのまとめ: the findings as plain sentences for the minutes; each knows its cards."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.findings import MINUTES_LENGTH, Finding, minutes
from resource_mapper.ui.document import Document
from resource_mapper.ui.widgets.dialog_parts import sentence_list, side_button
from resource_mapper.ui.widgets.end_buttons import close_button
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen

HOW = "文を選ぶと、もとになったカードを示します。"
NOTHING_YET = "カードを紙に置くと、ここに文ができます。"


class MinutesDialog(QDialog):
    """Stays open beside the work and follows it; changes nothing."""

    cards_chosen = Signal(tuple)
    """IDs of the cards a sentence is about."""
    gap_chosen = Signal(object)
    """A `Gap` of a row that has no cards."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        """Show what a document has to say, now and as it becomes."""
        super().__init__(parent)
        self._document = document
        self._findings: tuple[Finding, ...] = ()
        self.setObjectName("minutesDialog")
        self.setWindowTitle("気づきのまとめ")
        resize_in_screen(self, 560, 420)
        self._how = label(HOW, "hint")
        self._list = self._make_list()
        column = QVBoxLayout(self)
        column.addWidget(self._how)
        column.addWidget(self._list, 1)
        column.addLayout(self._make_foot())
        document.changed.connect(self._follow)

    def _make_list(self) -> QListWidget:
        found = sentence_list("minutesList", "気づきの文", self._choose)
        found.setToolTip(HOW)
        found.setSpacing(3)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return found

    def _make_foot(self) -> QHBoxLayout:
        self._count = label(name="minutesCount", wraps=False)
        self._copy = side_button(
            "copyMinutes", "文をコピー", self._copy_words, "すべての文を、つづけてコピーします。会議録に貼れます"
        )
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._copy)
        foot.addWidget(close_button(self, "closeMinutes"))
        return foot

    @property
    def text(self) -> str:
        """The summary as one paragraph."""
        return "".join(finding.sentence for finding in self._findings)

    def refresh(self) -> None:
        """Show the sentences anew."""
        self._findings = minutes(self._document.worksheet)
        row = max(self._list.currentRow(), 0)
        self._list.clear()
        for finding in self._findings:
            QListWidgetItem(finding.sentence, self._list)
        self._list.setCurrentRow(min(row, len(self._findings) - 1))
        self._how.setText(HOW if self._findings else NOTHING_YET)
        self._count.setText(f"{len(self.text)}字（{MINUTES_LENGTH}字まで）")
        self._copy.setEnabled(bool(self._findings))

    def _follow(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()

    def _choose(self, item: QListWidgetItem) -> None:
        finding = self._findings[self._list.row(item)]
        if finding.ids:
            self.cards_chosen.emit(finding.ids)
        if finding.gap is not None:
            self.gap_chosen.emit(finding.gap)

    def _copy_words(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self._count.setText("コピーしました")
