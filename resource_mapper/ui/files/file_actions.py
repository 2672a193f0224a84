"""New, open, save: the jobs around a file, off the GUI thread, with plain words when they fail."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.search import prepare_search
from resource_mapper.domain.text import file_stem
from resource_mapper.domain.training import town_worksheet
from resource_mapper.domain.worksheet import Heading, Worksheet
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.reuse import ReadyLayout
from resource_mapper.storage.owner_file import Owner
from resource_mapper.storage.recovery import RecoverySlot
from resource_mapper.ui.asking.dialogs import Answer
from resource_mapper.ui.files import safety_words
from resource_mapper.ui.files.file_parts import FileParts
from resource_mapper.ui.files.owner_actions import OwnerActions
from resource_mapper.ui.files.ownership import Ownership
from resource_mapper.ui.files.recovery_actions import RecoveryActions
from resource_mapper.ui.files.recovery_keeper import RecoveryKeeper
from resource_mapper.ui.files.save_actions import SaveActions
from resource_mapper.ui.tasks import Job, JobCancelledError
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.storage.document_file import OpenedDocument


_READ = 0.8
"""Share of the work when a workbook is read; then it is laid out."""


class _Found(NamedTuple):
    """A workbook as read, and as it will be shown."""

    opened: "OpenedDocument"
    ready: ReadyLayout


class FileActions(QObject):
    """Everything that reads or writes files. openpyxl and calamine are imported by the worker."""

    begun = Signal()
    """What `begin` has to ask is answered."""
    opening_began = Signal(object)
    """Path of a workbook that is being read."""
    opening_ended = Signal()
    """A workbook was opened, or not; what was to be told about it is told."""
    beginning = Signal()
    """Something is about to be read, saved or printed: what is being written somewhere belongs to the document now."""
    saved = Signal(str)
    """Time of the save, for the status bar."""

    laid_out = Signal(object)
    """A document is about to be shown, with its layout (`ReadyLayout`): that is made while it is read."""

    banner_wanted = Signal(str, str, object)
    """Key, words and verbs (see `Banners.show_banner`) of a message that stays."""
    banner_done = Signal(str)

    def __init__(self, parts: FileParts, measurer: TextMeasurer) -> None:
        """Work on a document."""
        super().__init__(parts.document)
        self._document = parts.document
        self._dialogs = parts.dialogs
        self._tasks = parts.tasks
        self._settings = parts.settings
        self._clock = parts.clock
        self._measurer = measurer
        self.sheet_options = SheetOptions()
        """How the window lays the sheet out now."""
        session = os.urandom(8).hex()
        self._ownership = Ownership(session, parts.clock)
        self.keeper = RecoveryKeeper(parts.document, RecoverySlot(parts.recovery_folder, session), parts.clock)
        self._saving = SaveActions(parts, self._ownership, self.keeper)
        self._recovery = RecoveryActions(parts, self.keeper)
        self._owners = OwnerActions(parts, self._ownership, self.save_as, self._saving.tolerate)
        self._owners.banner_wanted.connect(self.banner_wanted)
        self._saving.saved.connect(self.saved)
        self._saving.noted.connect(self._note)
        self._saving.taken_over.connect(self._show_taken)
        self.keeper.failed.connect(self._note_not_kept)
        self._recovery.restored.connect(self._show_restored)
        parts.document.replaced.connect(self._hide_banners)

    def new(self) -> None:
        """Begin an empty worksheet, once the work on this one is safe."""
        self._when_safe(lambda: self._begin(Worksheet(heading=Heading(made_on=self._clock().date()))))

    def open_sample(self) -> None:
        """Open the deck's filled sheet, untitled."""
        self._when_safe(lambda: self._begin(sample_worksheet(self._clock().date())))

    def open_town(self, town_id: str) -> None:
        """Open one of the towns to train on, untitled."""
        self._when_safe(lambda: self._begin(town_worksheet(town_id, self._clock().date())))

    def open(self) -> None:
        """Ask for a workbook and open it."""
        self._when_safe(self._ask_and_open)

    def open_path(self, path: Path) -> None:
        """Open a workbook, once the work on this one is safe."""
        self._when_safe(lambda: self._read(path))

    def save(self) -> None:
        """Save to the document's file; ask for one if there is none."""
        self.beginning.emit()
        self._saving.save(self.suggestion(".xlsx"))

    def save_as(self) -> None:
        """Ask for a file and save there."""
        self.beginning.emit()
        self._saving.save_as(self.suggestion(".xlsx"))

    def open_earlier_save(self) -> None:
        """Ask for an earlier save of the document and show it."""
        self.beginning.emit()
        self._recovery.open_earlier_save()

    def offer_left_work(self) -> None:
        """Offer work that an earlier run of the program left; tell if there is none."""
        self._when_safe(lambda: self._recovery.offer(asked=True))

    def begin(self, path: Path | None) -> None:
        """Offer work that an earlier run left; if none is brought back, open the workbook that was asked for."""

        def then(restored: bool) -> None:
            self.begun.emit()
            if path is not None and not restored:
                self.open_path(path)
            else:
                self.opening_ended.emit()

        self._recovery.offer(then)

    def shut_down(self) -> None:
        """Let go of the file and of kept work, at the end of the program; the tasks have ended by now."""
        self.keeper.shut_down()
        self._saving.shut_down()
        self._ownership.release()

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
            self._saving.save(self.suggestion(".xlsx"), lambda: self._when_safe(then))  # asks again about later work

    def _begin(self, worksheet: Worksheet) -> None:
        self._document.replace(worksheet, None, None)
        self._tasks.run(self._ownership.release, lambda _: None, self._dialogs.warn_of)

    def _ask_and_open(self) -> None:
        path = self._dialogs.ask_open("ワークシートを開く", self._folder(), messages.FILTER_WORKBOOK)
        if path is not None:
            self._read(path)

    def _read(self, path: Path) -> None:
        before, options = self._document.worksheet, self.sheet_options

        def work(job: Job) -> "tuple[_Found, Owner | None]":
            from resource_mapper.storage.document_file import open_document

            opened = open_document(path, lambda share: job.report(_READ * share))
            prepare_search(opened.worksheet)
            return _Found(opened, ReadyLayout.of(opened.worksheet, self._measurer, options)), self._ownership.other(
                path
            )

        def done(found: "tuple[_Found, Owner | None]") -> None:
            if self._document.worksheet == before:
                self._decide_how(path, *found)
            else:  # somebody went on working while the file was read
                self._when_safe(lambda: self._decide_how(path, *found))
            self.opening_ended.emit()

        def failed(error: Exception) -> None:
            if not path.exists():
                self._settings.forget_file(path)
                self._document.file_changed.emit()
            if not isinstance(error, JobCancelledError):
                self._dialogs.warn_of(error)
            self.opening_ended.emit()

        self._tasks.run_job(messages.OPENING, work, done, failed)
        self.opening_began.emit(path)

    def _decide_how(self, path: Path, found: "_Found", owner: Owner | None) -> None:
        """Show a workbook; one that somebody else has open as the user wishes."""
        if owner is None:
            self._show_opened(path, found)
            return
        choices = (("readOnly", "読み取り専用で開く"), ("copy", "コピーを作って開く…"))
        answer = self._dialogs.choose(safety_words.opened_elsewhere(path, owner, self._clock()), choices)
        if answer == "readOnly":
            self._show_opened(path, found, owner)
        elif answer == "copy":
            self._open_copy(path)

    def _open_copy(self, path: Path) -> None:
        suggestion = path.with_name(f"{path.stem}（コピー）{path.suffix}")
        copy = self._dialogs.ask_save("コピーを作って開く", suggestion, messages.FILTER_WORKBOOK)
        if copy is None or copy == path:
            return

        def work() -> None:
            from resource_mapper.storage.safe_file import read_bytes, write_atomically

            write_atomically(copy, read_bytes(path))

        self._tasks.run(work, lambda _: self._read(copy), self._dialogs.warn_of)

    def _show_opened(self, path: Path, found: "_Found", owner: Owner | None = None) -> None:
        opened = found.opened
        self.laid_out.emit(found.ready)
        self._document.replace(opened.worksheet, path, opened.digest, read_only=owner is not None)
        self._settings.remember_file(path)
        self._document.file_changed.emit()
        if owner is not None:
            self._owners.show_read_only(owner)
        else:
            self._owners.take(path)
        if opened.problems:
            lines = [f"{p.sheet} {p.row}行 {p.column}：{p.message}" for p in opened.problems]
            self._dialogs.tell("読み込みましたが、次の所を直しました。", messages.first_lines(lines))

    # What stays to be read

    def _note(self, words: str) -> None:
        self.banner_wanted.emit("note", words, ())

    def _note_not_kept(self, _reason: str) -> None:
        self.banner_wanted.emit("notKept", safety_words.NOT_KEPT, ())

    def _show_taken(self) -> None:
        for key in ("readOnly", "restored", "note"):
            self.banner_done.emit(key)

    def _hide_banners(self) -> None:
        for key in ("readOnly", "restored", "note", "notKept"):
            self.banner_done.emit(key)

    def _show_restored(self, path: Path | None) -> None:
        self.banner_wanted.emit("restored", safety_words.RESTORED, (("保存", self.save),))
        if path is not None:
            self._owners.take(path)

    def take(self, path: Path, import_path: Callable[[Path], object]) -> None:
        """Open a file that was dropped if it is a worksheet; hand it to `import_path` as a list if it is not."""
        self.beginning.emit()

        def work() -> bool:
            from resource_mapper.storage.workbook.recognise import is_worksheet

            return is_worksheet(path)

        def done(ours: bool) -> None:
            if ours:
                self.open_path(path)
            else:
                import_path(path)

        self._tasks.run(work, done, self._dialogs.warn_of)

    def _name(self) -> str:
        return self._document.path.stem if self._document.path else messages.UNTITLED

    def _folder(self) -> str:
        return self._settings.settings.last_folder or str(_home())

    def suggestion(self, suffix: str, tail: str = "") -> Path:
        """Return the name to offer: that of the document, or town and meeting of an untitled one."""
        if self._document.path is not None:
            return self._document.path.with_name(self._document.path.stem + tail + suffix)
        heading = self._document.worksheet.heading
        words = "_".join(word for word in (heading.municipality, heading.meeting) if word) or messages.UNTITLED
        return Path(self._folder(), file_stem(words) + tail + suffix)


def _home() -> Path:
    with contextlib.suppress(RuntimeError):
        return Path.home()
    return Path()
