"""What the buttons of the print window do: the pages become a PDF, pictures, paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.printing.batch import batch
from resource_mapper.printing.problems import internal_contacts, private_contacts
from resource_mapper.printing.sheets import sheets_name, sheets_title
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.printing import print_words
from resource_mapper.ui.printing.batch_dialog import BatchDialog
from resource_mapper.ui.printing.output import page_picture, print_pages, save_drawings, save_pictures
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.tasks import BackgroundTasks, Job, JobCancelledError

if TYPE_CHECKING:
    from resource_mapper.ui.printing.print_window import PrintWindow


class HandOver(QObject):
    """Hands over the pages that a window shows, after asking about telephone numbers on them."""

    said = Signal(str)
    """What has been done."""

    def __init__(
        self,
        window: "PrintWindow",
        worksheet: Worksheet,
        measurer: TextMeasurer,
        dialogs: Dialogs,
        suggestion: Callable[[str, str], Path],
        tasks: BackgroundTasks,
        painter_of_sheets: QtPainter,
    ) -> None:
        """Serve a window; `suggestion` gives a path for ending and tail."""
        super().__init__(window)
        self._window = window
        self._worksheet = worksheet
        self._measurer = measurer
        self._dialogs = dialogs
        self._suggestion = suggestion
        self._tasks = tasks
        self._painter_of_sheets = painter_of_sheets

    def save_pdf(self) -> None:
        """Ask where to and write all pages into one PDF."""
        path = self._ask_path("PDFに保存", ".pdf", print_words.FILTER_PDF)
        if path is None:
            return
        pages, title = self._window.pages, sheets_title(self._worksheet, self._sheet_ids())

        def work() -> list[Path]:
            from resource_mapper.printing.pdf_painter import paint_pdf
            from resource_mapper.storage.safe_file import write_atomically

            write_atomically(path, paint_pdf(pages, title))
            return [path]

        self._tasks.run(work, self._tell_saved, self.fail)

    def save_picture(self) -> None:
        """Ask where to and write pictures or drawings."""
        path = self._ask_path("絵に保存", ".png", print_words.FILTER_PICTURE)
        if path is not None:
            pages, save = self._window.pages, save_drawings if path.suffix.lower() == ".svg" else save_pictures
            self._tasks.run(lambda: save(pages, path), self._tell_saved, self.fail)

    def copy(self) -> None:
        """Put the chosen page on the clipboard as a picture."""
        if not self._may_show_contacts():
            return
        number = self._window.page_number
        QGuiApplication.clipboard().setImage(page_picture(self._window.pages[number], self._painter_of_sheets, dpi=150))
        self.said.emit(f"{number + 1}枚目をコピーしました")

    def print(self) -> None:
        """Ask for a printer and print all pages."""
        if not self._may_show_contacts():
            return
        printer = self._dialogs.choose_printer(len(self._window.pages), self._window)
        if printer is not None:
            print_pages(self._window.pages, printer, self._painter_of_sheets)
            self.said.emit("プリンターに送りました")

    def make_batch(self) -> None:
        """Ask for the editions and write a PDF of each."""
        choices = self._window.drawn_for
        if choices is None or not self._may_show_contacts():
            return
        dialog = BatchDialog(replace(self._worksheet, lens=choices.lens), self._window)
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

        self._tasks.run_job("PDFを作っています", work, self._tell_saved, self.fail)

    def _ask_path(self, title: str, suffix: str, name_filter: str) -> Path | None:
        if not self._may_show_contacts():
            return None
        tail = f"_{sheets_name(self._sheet_ids())}"
        return self._dialogs.ask_save(title, self._suggestion(suffix, tail), name_filter)

    def _may_show_contacts(self) -> bool:
        """Ask once more where telephone numbers would leave the house."""
        choices = self._window.drawn_for
        if choices is None:
            return False
        names = private_contacts(self._worksheet.resources) if choices.options.contacts else ()
        internal = internal_contacts(self._worksheet, choices.options) if "calls" in choices.sheets else ()
        if names and not self._dialogs.ask(*print_words.contacts_question(names)):
            return False
        return not internal or self._dialogs.ask(*print_words.internal_contacts_question(internal))

    def _sheet_ids(self) -> tuple[str, ...]:
        return self._window.drawn_for.sheets if self._window.drawn_for else ()

    def _tell_saved(self, paths: list[Path]) -> None:
        more = f"ほか{len(paths) - 1}個" if len(paths) > 1 else ""
        self.said.emit(f"「{paths[0].name}」{more}に保存しました")

    def fail(self, error: Exception) -> None:
        """Say why a job has ended without a result."""
        if isinstance(error, JobCancelledError):
            self.said.emit("途中でやめました。作り終えたPDFは残っています")
            return
        self._dialogs.warn_of(error)
