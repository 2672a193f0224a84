"""New, open, save, import and PDF: the jobs around a file, off the GUI thread, with plain words when they fail."""

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Heading, Worksheet
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.layout.typesetting import missing_characters
from resource_mapper.ui import messages
from resource_mapper.ui.dialogs import Answer, Dialogs
from resource_mapper.ui.document import Document
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.tasks import BackgroundTasks

if TYPE_CHECKING:
    from resource_mapper.storage.document_file import OpenedDocument
    from resource_mapper.storage.importing.list_import import ImportResult


class FileActions(QObject):
    """Everything that reads or writes files. openpyxl, reportlab and calamine are imported by the worker."""

    beginning = Signal()
    """Something is about to be read, saved or printed: what is being written somewhere belongs to the document now."""
    saved = Signal(str)
    """Time of the save, for the status bar."""

    def __init__(
        self,
        document: Document,
        dialogs: Dialogs,
        tasks: BackgroundTasks,
        settings: SettingsStore,
        measurer: TextMeasurer,
        clock: Callable[[], datetime],
    ) -> None:
        """Work on a document; `clock` gives the local time."""
        super().__init__(document)
        self._document = document
        self._dialogs = dialogs
        self._tasks = tasks
        self._settings = settings
        self._measurer = measurer
        self._clock = clock

    def new(self) -> None:
        """Begin an empty worksheet, once the work on this one is safe."""
        self._when_safe(lambda: self._begin(Worksheet(heading=Heading(made_on=self._clock().date()))))

    def open_sample(self) -> None:
        """Open the deck's filled sheet, untitled."""
        self._when_safe(lambda: self._begin(sample_worksheet(self._clock().date())))

    def open(self) -> None:
        """Ask for a workbook and open it."""
        self._when_safe(self._ask_and_open)

    def open_path(self, path: Path) -> None:
        """Open a workbook, once the work on this one is safe."""
        self._when_safe(lambda: self._read(path))

    def save(self) -> None:
        """Save to the document's file; ask for one if there is none."""
        self.beginning.emit()
        self._save_then(None)

    def save_as(self) -> None:
        """Ask for a file and save there."""
        self.beginning.emit()
        self._ask_and_save(None)

    def before_closing(self, close: Callable[[], None]) -> None:
        """Call `close` once the work is safe, or never."""
        self._when_safe(close)

    def _when_safe(self, then: Callable[[], None]) -> None:
        """Go on at once, or after the user has decided about unsaved work."""
        self.beginning.emit()
        if not self._document.is_dirty:
            then()
            return
        answer = self._dialogs.ask_unsaved(self._name())
        if answer is Answer.DISCARD:
            then()
        elif answer is Answer.SAVE:
            self._save_then(then)

    def _begin(self, worksheet: Worksheet) -> None:
        self._document.replace(worksheet, None, None)

    def _ask_and_open(self) -> None:
        path = self._dialogs.ask_open("ワークシートを開く", self._folder(), messages.FILTER_WORKBOOK)
        if path is not None:
            self._read(path)

    def _read(self, path: Path) -> None:
        before = self._document.worksheet

        def work() -> "OpenedDocument":
            from resource_mapper.storage.document_file import open_document

            return open_document(path)

        def done(opened: "OpenedDocument") -> None:
            if self._document.worksheet == before:
                self._show_opened(path, opened)
            else:  # somebody went on working while the file was read
                self._when_safe(lambda: self._show_opened(path, opened))

        def failed(error: Exception) -> None:
            if not path.exists():
                self._settings.forget_file(path)
                self._document.file_changed.emit()
            self._fail(error)

        self._tasks.run(work, done, failed)

    def _show_opened(self, path: Path, opened: "OpenedDocument") -> None:
        self._document.replace(opened.worksheet, path, opened.digest)
        self._settings.remember_file(path)
        self._document.file_changed.emit()
        if opened.problems:
            lines = [f"{p.sheet} {p.row}行 {p.column}：{p.message}" for p in opened.problems]
            self._dialogs.tell("読み込みましたが、次の所を直しました。", _first_lines(lines))

    def _save_then(self, then: Callable[[], None] | None) -> None:
        if self._document.path is None:
            self._ask_and_save(then)
        else:
            self._write(self._document.path, self._document.digest, then)

    def _ask_and_save(self, then: Callable[[], None] | None) -> None:
        path = self._dialogs.ask_save("別名で保存", self._suggestion(".xlsx"), messages.FILTER_WORKBOOK)
        if path is not None:
            known = self._document.digest if path == self._document.path else None
            self._write(path, known, then)

    def _write(self, path: Path, digest: str | None, then: Callable[[], None] | None) -> None:
        worksheet = self._document.worksheet

        def work() -> str:
            from resource_mapper.storage.document_file import save_document

            return save_document(worksheet, path, digest)

        def done(new_digest: str) -> None:
            self._document.mark_saved(path, new_digest, worksheet)
            self._settings.remember_file(path)
            self._document.file_changed.emit()
            self.saved.emit(f"{self._clock():%H:%M}")
            if then is not None:
                self._when_safe(then)  # asks again about what was written during the save

        def failed(error: Exception) -> None:
            from resource_mapper.storage.document_file import ChangedOnDiskError

            if isinstance(error, ChangedOnDiskError):
                if self._dialogs.ask(str(error), "別の名前で保存する"):
                    self._ask_and_save(then)
            else:
                self._fail(error)

        self._tasks.run(work, done, failed)

    def import_list(self, add: Callable[["ImportResult"], None]) -> None:
        """Ask for somebody else's list; `add` takes what was read."""
        self.beginning.emit()
        path = self._dialogs.ask_open("一覧を取り込む", self._folder(), messages.FILTER_LIST)
        if path is None:
            return

        def work() -> "ImportResult":
            from resource_mapper.storage.importing.list_import import import_list

            return import_list(path)

        self._tasks.run(work, add, self._fail)

    def export_pdf(self, sheet_id: str, label: str) -> None:
        """Ask where to and write a sheet as a PDF, after telling what will not print as it stands."""
        self.beginning.emit()
        worksheet, measurer = self._document.worksheet, self._measurer
        warnings = self._printing_problems(worksheet) if sheet_id == "worksheet" else []
        if warnings and not self._dialogs.ask("印刷の前にお確かめください。", "このままPDFにする", "\n".join(warnings)):
            return
        suggestion = self._suggestion(".pdf", f"_{label}")
        path = self._dialogs.ask_save(f"{label}をPDFにする", suggestion, messages.FILTER_PDF)
        if path is None:
            return

        def work() -> None:
            from resource_mapper.printing.sheets import print_pdf
            from resource_mapper.storage.safe_file import write_atomically

            write_atomically(path, print_pdf(worksheet, sheet_id, measurer))

        self._tasks.run(work, lambda _: self._tell_printed(path), self._fail)

    def _tell_printed(self, path: Path) -> None:
        self._dialogs.tell(
            f"「{path.name}」を作りました。",
            "印刷するときは、用紙を A3、倍率を「実際のサイズ（100%）」にしてください。",
        )

    def _printing_problems(self, worksheet: Worksheet) -> list[str]:
        problems = []
        names = "".join(resource.name for resource in worksheet.resources)
        if missing := missing_characters(names, self._measurer):
            problems.append(messages.missing_glyphs(missing))
        if shortened := layout_sheet(worksheet, self._measurer).shortened:
            problems.append(messages.shortened_names(shortened))
        return problems

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        self._dialogs.warn(str(error))

    def _name(self) -> str:
        return self._document.path.stem if self._document.path else messages.UNTITLED

    def _folder(self) -> str:
        return self._settings.settings.last_folder or str(_home())

    def _suggestion(self, suffix: str, tail: str = "") -> Path:
        """Return the name to offer: that of the document, or town and meeting of an untitled one."""
        if self._document.path is not None:
            return self._document.path.with_name(self._document.path.stem + tail + suffix)
        heading = self._document.worksheet.heading
        words = "_".join(word for word in (heading.municipality, heading.meeting) if word) or messages.UNTITLED
        safe = "".join("＿" if char in '\\/:*?"<>|' else char for char in words)[:80].rstrip(" .")
        return Path(self._folder(), safe + tail + suffix)


def _home() -> Path:
    with contextlib.suppress(RuntimeError):
        return Path.home()
    return Path()


def _first_lines(lines: list[str], most: int = 12) -> str:
    rest = len(lines) - most
    return "\n".join([*lines[:most], *([f"ほか {rest}件"] if rest > 0 else [])])
