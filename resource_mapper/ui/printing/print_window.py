"""印刷: the real pages before they are paper."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.printing.batch import batch
from resource_mapper.printing.options import DEFAULT, PrintOptions
from resource_mapper.printing.problems import internal_contacts, private_contacts, problems
from resource_mapper.printing.sheets import all_pages, sheets_title
from resource_mapper.ui.dialogs import Dialogs
from resource_mapper.ui.icons import icon
from resource_mapper.ui.printing import print_words
from resource_mapper.ui.printing.batch_dialog import BatchDialog
from resource_mapper.ui.printing.choices_panel import Choices, ChoicesPanel
from resource_mapper.ui.printing.output import page_picture, print_pages, save_drawings, save_pictures
from resource_mapper.ui.printing.page_view import PageView, thumbnail
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.tasks import BackgroundTasks, Job, JobCancelledError
from resource_mapper.ui.theme import scaled
from resource_mapper.ui.tips import give_tips
from resource_mapper.ui.window_place import resize_in_screen

THUMB_PX = 104
CHOICES_WIDTH, THUMBS_WIDTH = 270, 150
THUMBS_EDGE = 30
"""px beside a thumbnail: frame, scroll bar and spacing."""
SETTLE_MS = 120
"""Choices that follow each other this fast are drawn once."""

PROBLEM_LINES = 3
"""There are three kinds; their room is kept, so that nothing moves when one turns up."""
_ZOOMS = (
    ("printZoomOut", "縮小", "zoom-out", "Ctrl+-"),
    ("printZoomIn", "拡大", "zoom-in", "Ctrl++"),
    ("printZoomPage", "1枚全体を見る", "fit-page", "Ctrl+0"),
)

_OUTPUTS = (
    ("printBatch", "まとめて作る…", "地区ごと、市町村ごとのPDFを、まとめて作ります"),
    ("printCopy", "絵としてコピー", "選んでいる1枚を絵として写し取ります（PowerPoint などに貼れます）"),
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
        self._dialogs = dialogs
        self._suggestion = suggestion
        self._painter_of_sheets = QtPainter()
        self._tasks = BackgroundTasks(self)
        self.pages: tuple[DrawnPage, ...] = ()
        self._drawn_for: Choices | None = None
        self._thumbs_left: list[int] = []
        self.setObjectName("printWindow")
        self.setWindowTitle("印刷")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        resize_in_screen(self, 1180, 680)
        self.choices = ChoicesPanel(worksheet, sheets, begin)
        self.choices.setFixedWidth(scaled(CHOICES_WIDTH))
        self.choices.restore(remembered)
        self.preview = PageView(self._painter_of_sheets)
        self._thumbs = self._make_thumbs()
        self._problems = self._label("printProblems", "hint")
        self._problems.setFixedHeight(PROBLEM_LINES * self._problems.fontMetrics().lineSpacing() + 4)
        self._problems.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._summary = self._label("printSummary", "heading")
        self._build()
        self._timer = self._single_shot(SETTLE_MS, self._draw)
        self._thumb_timer = self._single_shot(0, self._next_thumb)
        self.choices.changed.connect(self._timer.start)
        self._tasks.busy_changed.connect(self._update_enabled)
        self._tasks.progressed.connect(self._show_progress)
        self._tasks.cancellable_changed.connect(self._stop.setVisible)
        self.preview.page_seen.connect(self._thumbs.setCurrentRow)
        self._thumbs.currentRowChanged.connect(self._go_to)
        self._draw()
        give_tips(self)

    # Building

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
        self._outputs = []
        deeds = {
            "printBatch": self._make_batch,
            "printCopy": self._copy,
            "printPicture": self._save_picture,
            "printPaperOut": self._print,
            "printPdf": self._save_pdf,
        }
        for name, text, tip in _OUTPUTS:
            button = QPushButton(text)
            button.setObjectName(name)
            button.setToolTip(tip)
            button.setAutoDefault(name == "printPdf")
            button.clicked.connect(deeds[name])
            row.addWidget(button)
            self._outputs.append(button)
        self._outputs[-1].setDefault(True)
        self._stop = QPushButton("途中でやめる")
        self._stop.setObjectName("printStop")
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self._tasks.cancel)
        self._stop.hide()
        row.insertWidget(1, self._stop)
        close = QPushButton("閉じる")
        close.setObjectName("printClose")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return row

    def _zoom_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 6, 6, 2)
        deeds = (self.preview.zoom_out, self.preview.zoom_in, self.preview.fit_page)
        for (name, words, picture, keys), deed in zip(_ZOOMS, deeds, strict=True):
            button = QToolButton()
            button.setObjectName(name)
            button.setAccessibleName(words)
            button.setToolTip(f"{words}（{keys}）")
            button.setIcon(icon(picture))
            button.setShortcut(QKeySequence(keys))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(deed)
            row.addWidget(button)
        return row

    def _make_thumbs(self) -> QListWidget:
        thumbs = QListWidget()
        thumbs.setObjectName("printThumbnails")
        thumbs.setAccessibleName("ページ")
        thumbs.setViewMode(QListView.ViewMode.IconMode)
        thumbs.setFlow(QListView.Flow.TopToBottom)
        thumbs.setWrapping(False)
        thumbs.setMovement(QListView.Movement.Static)
        thumbs.setIconSize(QSize(THUMB_PX, THUMB_PX))
        thumbs.setFixedWidth(THUMBS_WIDTH)
        thumbs.setSpacing(2)
        return thumbs

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        return label

    def _single_shot(self, delay_ms: int, deed: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay_ms)
        timer.timeout.connect(deed)
        return timer

    # Drawing

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is what was chosen."""
        return not (self._timer.isActive() or self._tasks.is_busy)

    def _draw(self) -> None:
        """Lay the pages out on the worker; the newest choices win."""
        choices, worksheet, measurer = self.choices.choices(), self._worksheet, self._measurer
        if choices == self._drawn_for:
            return
        self._drawn_for = choices

        def work() -> tuple[tuple[DrawnPage, ...], tuple[str, ...]]:
            seen = replace(worksheet, lens=choices.lens)
            pages = all_pages(seen, choices.sheets, measurer, choices.options)
            return pages, problems(pages, seen, measurer)

        def done(result: tuple[tuple[DrawnPage, ...], tuple[str, ...]]) -> None:
            if choices == self._drawn_for:
                self._show(*result)

        self._tasks.run(work, done, self._fail)

    def _show(self, pages: tuple[DrawnPage, ...], found: tuple[str, ...]) -> None:
        self.pages = pages
        self.preview.show_pages(pages)
        self._summary.setText(print_words.page_count(pages))
        self._problems.setText("\n".join(f"⚠ {line}" for line in found) or print_words.NOTHING_AMISS)
        self._problems.setToolTip("\n".join(found))
        self._thumbs.clear()
        for number, page in enumerate(pages, start=1):
            item = QListWidgetItem(str(number))
            item.setToolTip(page.name)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setSizeHint(self._thumb_size(page))
            self._thumbs.addItem(item)
        self._thumbs_left = list(range(len(pages)))
        self._thumb_timer.start()
        self._update_enabled()

    def _thumb_size(self, page: DrawnPage) -> QSize:
        """Return the room for a page's picture and number, so that nothing moves once it is drawn."""
        height = round(THUMB_PX * min(1.0, page.height / page.width))
        return QSize(THUMBS_WIDTH - THUMBS_EDGE, height + self._thumbs.fontMetrics().height() + 10)

    def _next_thumb(self) -> None:
        """Draw one thumbnail between two events, so that a hundred pages do not hold up the window."""
        if self._thumbs_left:
            number = self._thumbs_left.pop(0)
            picture = thumbnail(self.pages[number], THUMB_PX, self._painter_of_sheets)
            self._thumbs.item(number).setIcon(QIcon(picture))
            self._thumb_timer.start()

    def _go_to(self, number: int) -> None:
        if self._thumbs.hasFocus():  # else it is the preview that tells where it is
            self.preview.go_to(number)

    def _update_enabled(self) -> None:
        ready = bool(self.pages) and not self._tasks.is_busy
        for button in self._outputs:
            button.setEnabled(ready)

    # Output

    def _save_pdf(self) -> None:
        path = self._ask_path("PDFに保存", ".pdf", print_words.FILTER_PDF)
        if path is None:
            return
        pages, title = self.pages, sheets_title(self._worksheet, self._sheet_ids())

        def work() -> list[Path]:
            from resource_mapper.printing.pdf_painter import paint_pdf
            from resource_mapper.storage.safe_file import write_atomically

            write_atomically(path, paint_pdf(pages, title))
            return [path]

        self._tasks.run(work, self._tell_saved, self._fail)

    def _save_picture(self) -> None:
        path = self._ask_path("絵に保存", ".png", print_words.FILTER_PICTURE)
        if path is not None:
            pages, save = self.pages, save_drawings if path.suffix.lower() == ".svg" else save_pictures
            self._tasks.run(lambda: save(pages, path), self._tell_saved, self._fail)

    def _copy(self) -> None:
        if not self._may_show_contacts():
            return
        number = max(0, self._thumbs.currentRow())
        QGuiApplication.clipboard().setImage(page_picture(self.pages[number], self._painter_of_sheets, dpi=150))
        self._summary.setText(f"{number + 1}枚目を写し取りました")

    def _print(self) -> None:
        if not self._may_show_contacts():
            return
        printer = self._dialogs.choose_printer(len(self.pages), self)
        if printer is not None:
            print_pages(self.pages, printer, self._painter_of_sheets)
            self._summary.setText("プリンターに送りました")

    def _make_batch(self) -> None:
        choices = self._drawn_for
        if choices is None or not self._may_show_contacts():
            return
        dialog = BatchDialog(replace(self._worksheet, lens=choices.lens), self)
        editions = dialog.editions() if dialog.exec() else ()
        dialog.deleteLater()
        folder = (
            self._dialogs.ask_folder("PDFを入れるフォルダー", str(self._suggestion("", "").parent))
            if editions
            else None
        )
        if folder is None:
            return
        measurer = self._measurer

        def work(job: Job) -> list[Path]:
            from resource_mapper.storage.safe_file import write_atomically

            made = []
            for name, pdf in batch(editions, choices.sheets, measurer, choices.options):
                write_atomically(folder / name, pdf)
                made.append(folder / name)
                job.report(len(made) / len(editions))
            return made

        self._tasks.run_job("PDFを作っています", work, self._tell_saved, self._fail)

    def _show_progress(self, label: str, percent: int) -> None:
        self._summary.setText(f"{label}… {percent}%" if percent >= 0 else f"{label}…")

    def _ask_path(self, title: str, suffix: str, name_filter: str) -> Path | None:
        if not self._may_show_contacts():
            return None
        labels = "_".join(self._sheet_ids())
        return self._dialogs.ask_save(title, self._suggestion(suffix, f"_{labels}"), name_filter)

    def _may_show_contacts(self) -> bool:
        """Ask once more where telephone numbers would leave the house."""
        choices = self._drawn_for
        if choices is None:
            return False
        names = private_contacts(self._worksheet.resources) if choices.options.contacts else ()
        internal = internal_contacts(self._worksheet, choices.options) if "calls" in choices.sheets else ()
        if names and not self._dialogs.ask(*print_words.contacts_question(names)):
            return False
        return not internal or self._dialogs.ask(*print_words.internal_contacts_question(internal))

    def _sheet_ids(self) -> tuple[str, ...]:
        return self._drawn_for.sheets if self._drawn_for else ()

    def _tell_saved(self, paths: list[Path]) -> None:
        more = f"ほか{len(paths) - 1}個" if len(paths) > 1 else ""
        self._summary.setText(f"「{paths[0].name}」{more}に保存しました")

    def _fail(self, error: Exception) -> None:
        if isinstance(error, JobCancelledError):
            self._summary.setText("途中でやめました。作り終えたPDFは残っています")
            return
        self._dialogs.warn_of(error)

    def done(self, result: int) -> None:
        """Wait for work under way before the window goes."""
        self._timer.stop()
        self._thumb_timer.stop()
        self._tasks.cancel()
        self._tasks.shut_down()
        super().done(result)
