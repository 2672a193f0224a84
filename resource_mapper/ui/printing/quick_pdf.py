"""A sheet that goes to a PDF at once, without the print window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.ui.files.file_parts import FileParts
from resource_mapper.ui.printing import print_words


class QuickPdf(QObject):
    """Draws and writes on the worker, which imports what it needs for that."""

    def __init__(self, parts: FileParts, measurer: TextMeasurer, suggestion: Callable[[str, str], Path]) -> None:
        """Print the document; `suggestion` gives a path for ending and tail."""
        super().__init__(parts.document)
        self._document = parts.document
        self._dialogs = parts.dialogs
        self._tasks = parts.tasks
        self._measurer = measurer
        self._suggestion = suggestion

    def export(self, sheet_id: str, label: str) -> None:
        """Ask where to and write a sheet as a PDF, after telling what will not print as it stands."""
        worksheet, measurer = self._document.worksheet, self._measurer

        def draw() -> tuple[tuple[DrawnPage, ...], tuple[str, ...]]:
            from resource_mapper.printing.problems import problems
            from resource_mapper.printing.sheets import sheet_pages

            pages = sheet_pages(worksheet, sheet_id, measurer)
            return pages, problems(pages, worksheet, measurer)

        def drawn(result: tuple[tuple[DrawnPage, ...], tuple[str, ...]]) -> None:
            pages, found = result
            if found and not self._dialogs.ask(print_words.LOOK_BEFORE_PRINTING, "このままPDFにする", "\n".join(found)):
                return
            suggestion = self._suggestion(".pdf", f"_{label}")
            path = self._dialogs.ask_save(f"{label}をPDFにする", suggestion, print_words.FILTER_PDF)
            if path is not None:
                self._write_pdf(pages, f"{worksheet.heading.title}（{label}）", path)

        self._tasks.run(draw, drawn, self._dialogs.warn_of)

    def _write_pdf(self, pages: tuple[DrawnPage, ...], title: str, path: Path) -> None:
        def work() -> None:
            from resource_mapper.printing.pdf_painter import paint_pdf
            from resource_mapper.storage.safe_file import write_atomically

            write_atomically(path, paint_pdf(pages, title))

        self._tasks.run(work, lambda _: self._tell_printed(path), self._dialogs.warn_of)

    def _tell_printed(self, path: Path) -> None:
        self._dialogs.tell(
            f"「{path.name}」を作りました。",
            "印刷するときは、用紙を A3、倍率を「実際のサイズ（100%）」にしてください。",
        )
