"""印刷: the real pages before they are paper."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.printing.options import DEFAULT, PrintOptions
from resource_mapper.printing.problems import problems
from resource_mapper.printing.sheets import all_pages
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.printing import print_words
from resource_mapper.ui.printing.choices_panel import ChoicesPanel, PrintChoices
from resource_mapper.ui.printing.hand_over import HandOver
from resource_mapper.ui.printing.page_view import PageView
from resource_mapper.ui.printing.thumbnails import Thumbnails
from resource_mapper.ui.printing.zoom_buttons import zoom_buttons
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.tasks import BackgroundTasks
from resource_mapper.ui.widgets.dialog_parts import side_button
from resource_mapper.ui.widgets.end_buttons import close_button
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen
from resource_mapper.ui.words.tips import give_tips

CHOICES_WIDTH = 270
SETTLE_MS = 120
"""Choices that follow each other this fast are drawn once."""

PROBLEM_LINES = 3
"""There are three kinds; their room is kept, so that nothing moves when one turns up."""
_OUTPUTS = (
    ("printBatch", "まとめて作る…", "地区ごと、市町村ごとのPDFを、まとめて作ります"),
    ("printCopy", "絵としてコピー", "選んでいる1枚を絵としてコピーします（PowerPoint などに貼れます）"),
    ("printPicture", "絵に保存…", "PNG（300 dpi）か SVG に保存します"),
    ("printPaperOut", "印刷…", "プリンターを選んで印刷します"),
    ("printPdf", "PDFに保存…", "PDFに保存します"),
)


class PrintWindow(QDialog):
    """Shows the pages that the choices give; its buttons do the rest. It changes nothing in the document."""

    def __init__(
        self,
        worksheet: Worksheet,
        sheets: tuple[str, ...],
        measurer: TextMeasurer,
        dialogs: Dialogs,
        suggestion: Callable[[str, str], Path],
        parent: QWidget | None = None,
        begin: PrintOptions = DEFAULT,
        remembered: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Begin with some sheets and versions, else as `remembered`; `suggestion` gives a path for ending and tail."""
        super().__init__(parent)
        self._worksheet = worksheet
        self._measurer = measurer
        self._painter_of_sheets = QtPainter()
        self._tasks = BackgroundTasks(self)
        self._hand_over = HandOver(self, worksheet, measurer, dialogs, suggestion, self._tasks, self._painter_of_sheets)
        self.pages: tuple[DrawnPage, ...] = ()
        self.drawn_for: PrintChoices | None = None
        """What `pages` show, or will in a moment."""
        self.setObjectName("printWindow")
        self.setWindowTitle("印刷")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        resize_in_screen(self, 1180, 680)
        self.choices = ChoicesPanel(worksheet, sheets, begin)
        self.choices.setFixedWidth(scaled(CHOICES_WIDTH))
        self.choices.restore(remembered)
        self.preview = PageView(self._painter_of_sheets)
        self._thumbs = Thumbnails(self._painter_of_sheets)
        self._problems = self._make_problems()
        self._summary = label(role="heading", name="printSummary", wraps=False)
        self._build()
        self._timer = self._single_shot(SETTLE_MS, self._draw)
        self._connect()
        self._draw()
        give_tips(self)

    # Building

    def _make_problems(self) -> QLabel:
        problems = label(role="hint", name="printProblems", wraps=False)
        problems.setFixedHeight(PROBLEM_LINES * problems.fontMetrics().lineSpacing() + 4)
        problems.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return problems

    def _connect(self) -> None:
        self._hand_over.said.connect(self._summary.setText)
        self.choices.changed.connect(self._timer.start)
        self._tasks.busy_changed.connect(self._update_enabled)
        self._tasks.progressed.connect(self._show_progress)
        self._tasks.cancellable_changed.connect(self._stop.setVisible)
        self.preview.page_seen.connect(self._thumbs.setCurrentRow)
        self._thumbs.currentRowChanged.connect(self._go_to)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.choices)
        row.addWidget(self.preview, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._zoom_buttons())
        right.addWidget(self._thumbs, 1)
        row.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addLayout(row, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self._problems)
        foot.addLayout(self._buttons())
        column.addLayout(foot)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._summary)
        row.addStretch(1)
        self._outputs = self._output_buttons()
        for button in self._outputs:
            row.addWidget(button)
        self._stop = side_button("printStop", "途中でやめる", self._tasks.cancel)
        self._stop.hide()
        row.insertWidget(1, self._stop)
        row.addWidget(close_button(self, "printClose"))
        return row

    def _output_buttons(self) -> list[QPushButton]:
        """What can be made of the pages; Enter takes the last."""
        deeds = {
            "printBatch": self._hand_over.make_batch,
            "printCopy": self._hand_over.copy,
            "printPicture": self._hand_over.save_picture,
            "printPaperOut": self._hand_over.print,
            "printPdf": self._hand_over.save_pdf,
        }
        buttons = [side_button(name, text, deeds[name], tip) for name, text, tip in _OUTPUTS]
        buttons[-1].setAutoDefault(True)
        buttons[-1].setDefault(True)
        return buttons

    def _zoom_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 6, 6, 2)
        preview = self.preview
        for button in zoom_buttons("print", preview.zoom_out, preview.zoom_in, preview.fit_page):
            row.addWidget(button)
        return row

    def _single_shot(self, delay_ms: int, deed: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay_ms)
        timer.timeout.connect(deed)
        return timer

    # Drawing

    @property
    def page_number(self) -> int:
        """The page that is chosen, from 0."""
        return max(0, self._thumbs.currentRow())

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is what was chosen."""
        return not (self._timer.isActive() or self._tasks.is_busy)

    def _draw(self) -> None:
        """Lay the pages out on the worker; the newest choices win."""
        choices, worksheet, measurer = self.choices.choices(), self._worksheet, self._measurer
        if choices == self.drawn_for:
            return
        self.drawn_for = choices

        def work() -> tuple[tuple[DrawnPage, ...], tuple[str, ...]]:
            seen = replace(worksheet, lens=choices.lens)
            pages = all_pages(seen, choices.sheets, measurer, choices.options)
            return pages, problems(pages, seen, measurer)

        def done(result: tuple[tuple[DrawnPage, ...], tuple[str, ...]]) -> None:
            if choices == self.drawn_for:
                self._show(*result)

        self._tasks.run(work, done, self._hand_over.fail)

    def _show(self, pages: tuple[DrawnPage, ...], found: tuple[str, ...]) -> None:
        self.pages = pages
        self.preview.show_pages(pages)
        self._summary.setText(print_words.page_count(pages))
        self._problems.setText("\n".join(f"⚠ {line}" for line in found) or print_words.NOTHING_AMISS)
        self._problems.setToolTip("\n".join(found))
        self._thumbs.show_pages(pages)
        self._update_enabled()

    def _go_to(self, number: int) -> None:
        if self._thumbs.hasFocus():  # else it is the preview that tells where it is
            self.preview.go_to(number)

    def _update_enabled(self) -> None:
        ready = bool(self.pages) and not self._tasks.is_busy
        for button in self._outputs:
            button.setEnabled(ready)

    def _show_progress(self, label: str, percent: int) -> None:
        self._summary.setText(f"{label}… {percent}%" if percent >= 0 else f"{label}…")

    def done(self, result: int) -> None:
        """Wait for work under way before the window goes."""
        self._timer.stop()
        self._thumbs.stop()
        self._tasks.cancel()
        self._tasks.shut_down()
        super().done(result)
