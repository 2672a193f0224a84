"""Work that an earlier run of the program left, and earlier saves of the document: offered, brought back."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.files import safety_words
from resource_mapper.ui.files.file_parts import FileParts
from resource_mapper.ui.files.recovery_keeper import RecoveryKeeper

if TYPE_CHECKING:
    from resource_mapper.storage.backups import EarlierSave
    from resource_mapper.storage.document_file import OpenedDocument
    from resource_mapper.storage.recovery import Found, Leftover

AfterOffer = Callable[[bool], None] | None
"""Called at the end with whether work was brought back."""


class RecoveryActions(QObject):
    """Asks about what was found; nothing is thrown away without a yes."""

    restored = Signal(object)
    """The file to which work belongs that was brought back; None for an untitled one."""

    def __init__(self, parts: FileParts, keeper: RecoveryKeeper) -> None:
        """Look for work in the folder where all runs of the program keep it."""
        super().__init__(parts.document)
        self._document = parts.document
        self._dialogs = parts.dialogs
        self._tasks = parts.tasks
        self._keeper = keeper
        self._folder = parts.recovery_folder
        self._clock = parts.clock

    def offer(self, then: AfterOffer = None, *, asked: bool = False) -> None:
        """Look for work that was left, and offer it; the work in the window is safe by now.

        Args:
            then: called at the end.
            asked: whether the user wants to know also that there is none.
        """

        def work() -> "Found":
            from resource_mapper.storage.recovery import find_leftovers

            found = find_leftovers(self._folder)
            return replace(found, leftovers=tuple(each for each in found.leftovers if not _is_saved(each)))

        def done(found: "Found") -> None:
            if found.damaged:
                self._dialogs.warn(safety_words.damaged(found.damaged))
            elif asked and not found.leftovers:
                self._dialogs.tell(safety_words.NO_LEFT_WORK)
            self._ask(list(found.leftovers), then)

        def failed(error: Exception) -> None:
            self._dialogs.warn_of(error)
            if then is not None:
                then(False)

        self._tasks.run(work, done, failed)

    def _ask(self, leftovers: "list[Leftover]", then: AfterOffer) -> None:
        while leftovers:
            lines = [safety_words.leftover_line(each, self._clock()) for each in leftovers]
            verbs = (("restore", "復元する"), ("discard", "捨てる…"))
            verb, number = self._dialogs.pick("残っている作業", safety_words.LEFT_WORK, lines, verbs, "あとで")
            if verb == "restore":
                chosen = leftovers.pop(number)
                for each in leftovers:
                    each.release()
                self._restore(chosen, then)
                return
            if verb == "":
                break
            if self._dialogs.ask(safety_words.DISCARD_LEFT, "捨てる", lines[number]):
                leftovers.pop(number).remove()
        for each in leftovers:
            each.release()
        if then is not None:
            then(False)

    def _restore(self, leftover: "Leftover", then: AfterOffer) -> None:
        before = self._document.worksheet

        def done(worksheet: Worksheet) -> None:
            origin = leftover.origin
            if self._document.worksheet != before:  # somebody went on working while it was read
                leftover.release()
                self._dialogs.warn(safety_words.RESTORE_INTERRUPTED)
                return
            self._document.replace(worksheet, origin.path, origin.digest, unsaved=True)
            if self._keeper.write_now():  # only now it is safe in this run's own place
                leftover.remove()
            else:
                leftover.release()
            self.restored.emit(origin.path)
            if then is not None:
                then(True)

        def failed(error: Exception) -> None:
            leftover.release()
            self._dialogs.warn_of(error)
            if then is not None:
                then(False)

        self._tasks.run(leftover.worksheet, done, failed)

    def open_earlier_save(self) -> None:
        """Ask for an earlier save of the document's file and show it, as one step that can be undone."""
        path = self._document.path
        if path is None:
            self._dialogs.tell(safety_words.NO_SAVES, safety_words.NO_SAVES_HOW)
            return

        def work() -> "tuple[EarlierSave, ...]":
            from resource_mapper.storage.backups import earlier_saves

            return earlier_saves(path)

        self._tasks.run(work, self._choose_save, self._dialogs.warn_of)

    def _choose_save(self, saves: "tuple[EarlierSave, ...]") -> None:
        if not saves:
            self._dialogs.tell(safety_words.NO_SAVES, safety_words.NO_SAVES_HOW)
            return
        lines = [safety_words.save_line(each) for each in saves]
        verb, number = self._dialogs.pick(
            "以前の保存に戻す", safety_words.PICK_SAVE, lines, (("open", "この保存に戻す"),)
        )
        if verb:
            self._show_save(saves[number])

    def _show_save(self, save: "EarlierSave") -> None:
        def work() -> "OpenedDocument":
            from resource_mapper.storage.document_file import open_document

            return open_document(save.path)

        def done(opened: "OpenedDocument") -> None:
            self._document.edit(safety_words.back_to(save), opened.worksheet)

        self._tasks.run(work, done, self._dialogs.warn_of)


def _is_saved(leftover: "Leftover") -> bool:
    """Whether a save was just done when the program ended: then the file holds the same, and nothing is left to do."""
    from resource_mapper.storage.document_file import open_document
    from resource_mapper.storage.safe_file import digest_of, read_bytes

    path = leftover.origin.path
    try:
        if path is None or digest_of(read_bytes(path)) == leftover.origin.digest:
            return False
        if open_document(path).worksheet != leftover.worksheet():
            return False
    except UserFacingError:
        return False
    leftover.remove()
    return True
