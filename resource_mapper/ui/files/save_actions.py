"""Saving: off the GUI thread, watched and cancellable, and with a way on whatever comes in between."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.owner_file import Owner
from resource_mapper.ui.files import safety_words
from resource_mapper.ui.files.file_parts import FileParts
from resource_mapper.ui.files.ownership import Ownership
from resource_mapper.ui.files.recovery_keeper import RecoveryKeeper
from resource_mapper.ui.files.save_obstacles import LosesThingsError, OwnedElsewhereError, VanishedError
from resource_mapper.ui.tasks import Job, JobCancelledError
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.storage.build_process import BuildProcess
    from resource_mapper.storage.document_file import ChangedOnDiskError, OpenedDocument

Then = Callable[[], None] | None
SAVE_AS = ("saveAs", "別名で保存…")
_VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A save: where to, over what, and how it goes on."""

    path: Path
    digest: str | None
    """Of what is there as far as the document knows; None for another file than the document's."""
    then: Then
    suggestion: Path
    """What to offer if it goes elsewhere after all."""


class SaveActions(QObject):
    """Saves the document and settles what stands in the way with the user."""

    saved = Signal(str)
    """Time of the save."""
    noted = Signal(str)
    """Something to tell that needs no answer."""
    taken_over = Signal()
    """The file is this window's to edit."""

    def __init__(self, parts: FileParts, ownership: Ownership, keeper: RecoveryKeeper) -> None:
        """Save a document."""
        super().__init__(parts.document)
        self._document = parts.document
        self._dialogs = parts.dialogs
        self._tasks = parts.tasks
        self._settings = parts.settings
        self._clock = parts.clock
        self._ownership = ownership
        self._keeper = keeper
        self._builder: BuildProcess | None = None
        self._tolerated: set[Owner] = set()
        """Owners whom the user has decided to pass over."""
        self._given_up: set[tuple[object, ...]] = set()
        """What the user has decided to lose: the file's hash, whether the save goes to another file, the things."""

    def save(self, suggestion: Path, then: Then = None) -> None:
        """Save to the document's file, or ask for one; then go on."""
        path = self._document.path
        if path is None or self._document.read_only:
            self.save_as(suggestion, then)
        else:
            self._write(Attempt(path, self._document.digest, then, suggestion))

    def save_as(self, suggestion: Path, then: Then = None) -> None:
        """Ask for a file and save there; then go on."""
        title = "別名で保存" if self._document.path else "保存"
        title = safety_words.READ_ONLY_SAVE if self._document.read_only else title
        path = self._dialogs.ask_save(title, suggestion, messages.FILTER_WORKBOOK)
        if path is not None:
            digest = self._document.digest if path == self._document.path else None
            self._write(Attempt(path, digest, then, suggestion))

    def tolerate(self, owner: Owner) -> None:
        """Pass over an owner from now on: the user has decided so."""
        self._tolerated.add(owner)

    def shut_down(self) -> None:
        """End the helping process."""
        if self._builder is not None:
            self._builder.shut_down()

    def _write(self, attempt: Attempt) -> None:
        worksheet, source, path = self._document.worksheet, self._document.path, attempt.path

        def done(result: tuple[str, bool]) -> None:
            new_digest, kept = result
            self._document.mark_saved(path, new_digest, worksheet)
            self._settings.remember_file(path)
            self._document.file_changed.emit()
            self.taken_over.emit()
            self.saved.emit(f"{self._clock():%H:%M}")
            if not kept:
                self.noted.emit(safety_words.NO_COPY_KEPT)
            if attempt.then is not None:
                attempt.then()

        def work(job: Job) -> tuple[str, bool]:
            return self._save(worksheet, path, attempt.digest, source, job)

        self._tasks.run_job("保存しています", work, done, lambda error: self._settle(error, attempt))

    def _save(
        self, worksheet: Worksheet, path: Path, digest: str | None, source: Path | None, job: Job
    ) -> tuple[str, bool]:
        """Do the work, on the worker; return the new hash and whether the old content was kept."""
        from resource_mapper.storage import document_file
        from resource_mapper.storage.backups import keep_replaced
        from resource_mapper.storage.build_process import BuildProcess
        from resource_mapper.storage.workbook.losses import EVERYTHING

        owner = self._ownership.other(path)
        if owner is not None and owner not in self._tolerated:
            raise OwnedElsewhereError(owner)
        elsewhere = digest is None
        origin = self._origin(source, elsewhere)
        self._builder = builder = self._builder or BuildProcess()
        kept = True

        def build(worksheet: Worksheet, _replaced: bytes | None, name: str) -> bytes:
            return builder.build(worksheet, origin, name, job.check)

        def keep(old: bytes | None, new_digest: str) -> None:
            nonlocal kept
            job.check()
            self._keeper.note_saving(path, new_digest)
            kept = old is None or keep_replaced(path, old, self._clock())

        try:
            new_digest = document_file.save_document(worksheet, path, digest, build, keep)
        except document_file.NotCarriedError:
            if source is None or not elsewhere:
                raise
            raise LosesThingsError(source, [EVERYTHING]) from None
        self._ownership.take(path)
        return new_digest, kept

    def _origin(self, source: Path | None, elsewhere: bool) -> bytes | None:
        """Return the workbook from which the user's own sheets come, if there is one."""
        if source is None:
            return None
        there = elsewhere or source.is_file()
        return self._taken_along(source, elsewhere) if there else self._from_earlier_save(source)

    def _taken_along(self, source: Path, elsewhere: bool) -> bytes | None:
        """Return what is to be carried over from the open file; what cannot be is settled with the user first."""
        from resource_mapper.storage.workbook.losses import EVERYTHING, take_along

        origin, lost = take_along(source)
        if self._knows(elsewhere, [EVERYTHING]):
            return None
        if lost and not self._knows(elsewhere, lost):
            raise LosesThingsError(source, lost)
        return origin

    def _from_earlier_save(self, source: Path) -> bytes | None:
        """Return what the user's own sheets of a file that is gone are to be taken from; the user is told first."""
        from resource_mapper.storage.backups import earlier_saves
        from resource_mapper.storage.workbook.losses import take_along

        earlier = next(iter(earlier_saves(source)), None)
        if not self._knows(False, [_VANISHED]):
            raise VanishedError(earlier)
        return take_along(earlier.path)[0] if earlier else None

    def _knows(self, elsewhere: bool, things: list[str]) -> bool:
        return (self._document.digest, elsewhere, *things) in self._given_up

    def _settle(self, error: Exception, attempt: Attempt) -> None:
        """Tell what came in between, and do what the user decides."""
        from resource_mapper.storage.document_file import ChangedOnDiskError

        if isinstance(error, JobCancelledError):
            self.noted.emit(safety_words.SAVE_CANCELLED)
        elif isinstance(error, ChangedOnDiskError):
            self._settle_change(error, attempt)
        elif isinstance(error, OwnedElsewhereError):
            self._settle_owner(error, attempt)
        elif isinstance(error, VanishedError):
            self._settle_vanished(error, attempt)
        elif isinstance(error, LosesThingsError):
            self._settle_losses(error, attempt)
        elif isinstance(error, UserFacingError):
            choices = (SAVE_AS, ("write", "もう一度試す"))
            answer = self._dialogs.choose(str(error), choices, safety_words.WORK_IS_KEPT, "あとで")
            self._go_on(answer, attempt)
        else:
            raise error

    def _settle_owner(self, error: OwnedElsewhereError, attempt: Attempt) -> None:
        text = safety_words.opened_elsewhere(attempt.path, error.owner, self._clock())
        details = f"まだ保存していません。{safety_words.WORK_IS_KEPT}"
        answer = self._dialogs.choose(text, (SAVE_AS, ("write", "それでも保存する")), details)
        if answer == "write":
            self.tolerate(error.owner)
        self._go_on(answer, attempt)

    def _settle_vanished(self, error: VanishedError, attempt: Attempt) -> None:
        choices = (SAVE_AS, ("write", "このまま保存する"))
        details = f"{safety_words.carried_from(error.earlier)}\n\n{safety_words.WORK_IS_KEPT}"
        answer = self._dialogs.choose(safety_words.vanished(attempt.path), choices, details)
        if answer:
            self._given_up.add((self._document.digest, False, _VANISHED))
        self._go_on(answer, attempt)

    def _settle_losses(self, error: LosesThingsError, attempt: Attempt) -> None:
        elsewhere = attempt.digest is None
        choices = (*(() if elsewhere else (SAVE_AS,)), ("write", "このまま保存する"))
        question = safety_words.loses(error.source, elsewhere=elsewhere)
        answer = self._dialogs.choose(question, choices, safety_words.lost_things(error.things, elsewhere=elsewhere))
        if answer:
            self._given_up.add((self._document.digest, elsewhere or answer != "write", *error.things))
        self._go_on(answer, attempt)

    def _settle_change(self, error: "ChangedOnDiskError", attempt: Attempt) -> None:
        from resource_mapper.storage.last_change import last_change

        now = self._clock()
        when, who = last_change(attempt.path, now.tzinfo)
        choices = (SAVE_AS, ("reload", "開き直す"), ("write", "上書きする"))
        answer = self._dialogs.choose(str(error), choices, safety_words.changed_by(when, who, now))
        if answer == "reload":
            self._reload(attempt.path)
        else:
            self._go_on(answer, replace(attempt, digest=error.digest))

    def _go_on(self, answer: str, attempt: Attempt) -> None:
        if answer == SAVE_AS[0]:
            self.save_as(attempt.suggestion, attempt.then)
        elif answer == "write":
            self._write(attempt)

    def _reload(self, path: Path) -> None:
        """Show what somebody else saved; one step back is the user's own work."""

        def work() -> "OpenedDocument":
            from resource_mapper.storage.document_file import open_document

            return open_document(path)

        def done(opened: "OpenedDocument") -> None:
            self._document.edit("開き直す", opened.worksheet)
            self._document.mark_saved(path, opened.digest, opened.worksheet)

        def failed(error: Exception) -> None:
            self._dialogs.warn_of(error, safety_words.WORK_IS_KEPT)

        self._tasks.run(work, done, failed)
