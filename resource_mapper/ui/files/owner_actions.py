"""Who has the file: told to others, and settled with the user where somebody else has it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from resource_mapper.storage.owner_file import Owner
from resource_mapper.ui.files import safety_words
from resource_mapper.ui.files.file_parts import FileParts
from resource_mapper.ui.files.ownership import Ownership


class OwnerActions(QObject):
    """Takes the document's file, and shows it read-only while it is somebody else's."""

    banner_wanted = Signal(str, str, object)
    """Key, words and verbs (see `Banners.show_banner`) of a message that stays."""

    def __init__(
        self,
        parts: FileParts,
        ownership: Ownership,
        save_as: Callable[[], None],
        tolerate: Callable[[Owner], None],
    ) -> None:
        """Settle it for a document; `tolerate` is told of an owner whom the user passes over."""
        super().__init__(parts.document)
        self._document = parts.document
        self._dialogs = parts.dialogs
        self._tasks = parts.tasks
        self._clock = parts.clock
        self._ownership = ownership
        self._save_as = save_as
        self._tolerate = tolerate

    def take(self, path: Path) -> None:
        """Tell others that the file is open here; if somebody was quicker, it is read-only."""

        def done(owner: Owner | None) -> None:
            if owner is not None and self._document.path == path:
                self._document.set_read_only(True)
                self.show_read_only(owner)

        self._tasks.run(lambda: self._ownership.take(path), done, self._dialogs.warn_of)

    def show_read_only(self, owner: Owner) -> None:
        """Say whose the file is, and what can be done."""
        verbs = (("編集できるか確かめる", self._ask_to_edit), ("別名で保存…", self._save_as))
        self.banner_wanted.emit("readOnly", safety_words.read_only(owner, self._clock()), verbs)

    def _ask_to_edit(self) -> None:
        """See whether the file is free by now; if not, let the user decide. A save compares hashes in any case."""
        path = self._document.path
        if path is None:
            return

        def done(owner: Owner | None) -> None:
            if owner is None:
                self._document.set_read_only(False)
                self.banner_wanted.emit("note", safety_words.NOW_EDITABLE, ())
            elif self._dialogs.ask(safety_words.still_theirs(owner, self._clock()), "編集する", safety_words.CARE):
                self._tolerate(owner)
                self._document.set_read_only(False)
            else:
                self.show_read_only(owner)

        self._tasks.run(lambda: self._ownership.take(path), done, self._dialogs.warn_of)
