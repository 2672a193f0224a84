"""The open document: the one holder of mutable state. Worksheets are values; undo swaps them."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from resource_mapper.domain.worksheet import Worksheet

_MERGEABLE = 1


class Document(QObject):
    """A worksheet with its undo stack and its file. The stack's clean state is the only dirty flag."""

    changed = Signal(object, object)
    """(before, after), both `Worksheet`; emitted after the document holds the new one."""
    replaced = Signal()
    """Another document has been opened."""
    file_changed = Signal()
    """Path or saved state changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty worksheet."""
        super().__init__(parent)
        self._worksheet = Worksheet()
        self.path: Path | None = None
        self.digest: str | None = None
        self.read_only = False
        """Whether somebody else has the file: changes go to another one."""
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._emit_file_changed)
        self._travelling = False

    @property
    def worksheet(self) -> Worksheet:
        """The worksheet as it is now."""
        return self._worksheet

    @property
    def is_dirty(self) -> bool:
        """Whether there is something to save."""
        return not self.undo_stack.isClean()

    def edit(self, text: str, after: Worksheet, merge_key: object = None) -> None:
        """Make a change as one undo step; steps in a row with the same `merge_key` become one.

        Nothing happens where nothing changes.
        """
        if after != self._worksheet:
            self.undo_stack.push(_Edit(self, text, self._worksheet, after, merge_key))

    def replace(
        self,
        worksheet: Worksheet,
        path: Path | None,
        digest: str | None,
        *,
        unsaved: bool = False,
        read_only: bool = False,
    ) -> None:
        """Open another document: no way back, and nothing to save but in work that was recovered (`unsaved`)."""
        self.undo_stack.clear()
        self.path, self.digest, self.read_only = path, digest, read_only
        self.swap(worksheet)
        if unsaved:
            self.undo_stack.resetClean()
        else:
            self.undo_stack.setClean()
        self.replaced.emit()
        self.file_changed.emit()

    def mark_saved(self, path: Path, digest: str, saved: Worksheet) -> None:
        """Note that a worksheet is now on disk; where the document holds another one by now, that is still to be saved.

        The undo index would not do: typing goes on within one undo step.
        """
        self.path, self.digest, self.read_only = path, digest, False
        if self._worksheet == saved:
            self.undo_stack.setClean()
        else:
            self.undo_stack.resetClean()
        self.file_changed.emit()

    def go_to(self, index: int) -> None:
        """Undo or redo up to a state, 0 being the first; what lies between is shown to nobody."""
        before = self._worksheet
        self._travelling = True
        try:
            self.undo_stack.setIndex(index)
        finally:
            self._travelling = False
        if self._worksheet is not before:
            self.changed.emit(before, self._worksheet)

    def set_read_only(self, read_only: bool) -> None:
        """Note that somebody else has the file, or no longer."""
        self.read_only = read_only
        self.file_changed.emit()

    def swap(self, worksheet: Worksheet) -> None:
        """Hold another worksheet and tell everybody; for undo steps."""
        before, self._worksheet = self._worksheet, worksheet
        if not self._travelling:
            self.changed.emit(before, worksheet)

    def _emit_file_changed(self, _clean: bool) -> None:
        self.file_changed.emit()


class _Edit(QUndoCommand):
    """One change: the worksheet before and after."""

    def __init__(self, document: Document, text: str, before: Worksheet, after: Worksheet, merge_key: object) -> None:
        super().__init__(text)
        self._document = document
        self._before = before
        self.after = after
        self.merge_key = merge_key

    def redo(self) -> None:
        self._document.swap(self.after)

    def undo(self) -> None:
        self._document.swap(self._before)

    def id(self) -> int:
        return -1 if self.merge_key is None else _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit) or other.merge_key != self.merge_key:
            return False
        self.after = other.after
        self.setText(other.text())
        self.setObsolete(self.after == self._before)
        return True
