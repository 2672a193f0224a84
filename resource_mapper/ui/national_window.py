"""全国との比較: three charts to look at together, and the same as a table. Stays open and follows the work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QStackedWidget,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.national import national_figures
from resource_mapper.domain.national_comparison import compare_with_country
from resource_mapper.domain.national_table import HEADINGS, as_text, notes, table_rows
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.printing.national_sheet import national_slides
from resource_mapper.ui.document import Document
from resource_mapper.ui.look.theme import current_theme
from resource_mapper.ui.printing.page_view import PageView
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.widgets.dialog_parts import side_button
from resource_mapper.ui.widgets.end_buttons import close_button
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen

TABLE = "数の表"
DESK = 2.0
"""mm of desk around a chart: what is looked at together is as large as can be."""
HOW = "わがまちの数は、状況が「ある」の資源を数えたものです。多いほどよいというものではありません。"


class NationalWindow(QDialog):
    """Shows; changes nothing."""

    print_wanted = Signal()

    def __init__(self, document: Document, measurer: TextMeasurer, parent: QWidget) -> None:
        """Show how a document's resources lie beside the figures of the country, now and as they become."""
        super().__init__(parent)
        self._document = document
        self._measurer = measurer
        self._text = ""
        self._pages: tuple[DrawnPage, ...] = ()
        self.setObjectName("nationalWindow")
        self.setWindowTitle("全国との比較")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        resize_in_screen(self, 1240, 690)
        self._tabs = self._make_tabs()
        self.chart = PageView(QtPainter(), gap=DESK)
        self.chart.setObjectName("nationalChart")
        self.chart.setAccessibleName("全国との比較の図")
        self.chart.setAccessibleDescription("町の数を、全国の数とならべた図です")
        self.table = self._make_table()
        self._notes = self._make_notes()
        self._stack = QStackedWidget()
        self._build()
        self._tabs.currentChanged.connect(self._show_current)
        document.changed.connect(self._follow)

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setObjectName("nationalTabs")
        tabs.setAccessibleName("見るもの")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        return tabs

    def _make_notes(self) -> QPlainTextEdit:
        below = QPlainTextEdit()
        below.setObjectName("nationalNotes")
        below.setAccessibleDescription("数の出どころと、読むときに気を付けることです")
        below.setAccessibleName("注と出典")
        below.setReadOnly(True)
        below.setTabChangesFocus(True)
        return below

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(HEADINGS))
        table.setObjectName("nationalTable")
        table.setAccessibleName("全国との比較の表")
        table.setAccessibleDescription("図と同じ数を、表で読めます")
        table.setHorizontalHeaderLabels(HEADINGS)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setObjectName("nationalRows")
        table.verticalHeader().setAccessibleName("行")
        head = table.horizontalHeader()
        head.setObjectName("nationalColumns")
        head.setAccessibleName("見出し")
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        return table

    def _build(self) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 5)
        column.addWidget(self._notes, 2)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(words)
        bottom = QHBoxLayout()
        bottom.addWidget(label(HOW, "hint"), 1)
        tip = "すべての数を文字でコピーします。Excel や会議録に貼れます"
        self._copy = side_button("nationalCopy", "表をコピー", self._copy_words, tip)
        bottom.addWidget(self._copy)
        bottom.addWidget(side_button("nationalPrint", "印刷…", self.print_wanted))
        bottom.addWidget(close_button(self, "nationalClose"))
        everything = QVBoxLayout(self)
        everything.addWidget(self._tabs)
        everything.addWidget(self._stack, 1)
        everything.addLayout(bottom)

    def refresh(self) -> None:
        """Show the figures as they are now."""
        found = compare_with_country(self._document.worksheet, national_figures())
        self._pages = national_slides(self._document.worksheet, self._measurer)
        if not self._tabs.count():
            for name in (*(page.name for page in self._pages), TABLE):
                self._tabs.addTab(name)
        rows = table_rows(found)
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(row.cells):
                self.table.setItem(number, column, QTableWidgetItem(words))
        self._notes.setPlainText("\n".join(notes(found)))
        self._text = as_text(found)
        self._copy.setText("表をコピー")
        self.chart.setBackgroundBrush(QColor(current_theme().desk))
        self._show_current()

    def _show_current(self) -> None:
        number = self._tabs.currentIndex()
        if number < len(self._pages):
            self.chart.show_pages([self._pages[number]])
            self.chart.setAccessibleDescription(f"{self._pages[number].name}の図です。同じ数は「{TABLE}」で読めます。")
        self._stack.setCurrentIndex(0 if number < len(self._pages) else 1)

    def _follow(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()

    def _copy_words(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.setText("コピーしました")
