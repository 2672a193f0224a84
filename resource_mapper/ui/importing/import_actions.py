"""一覧を取り込む, 一覧として貼り付け, オープンデータの形で書き出す."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.search import prepare_search
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.reuse import ReadyLayout
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.document import Document
from resource_mapper.ui.importing import import_words
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.tasks import BackgroundTasks
from resource_mapper.ui.words import messages, undo_words

if TYPE_CHECKING:
    from resource_mapper.storage.importing.preparation import Source
    from resource_mapper.storage.importing.table import Table
    from resource_mapper.storage.importing.table_import import Skipped
    from resource_mapper.storage.open_data import OpenData
    from resource_mapper.ui.importing.import_dialog import ImportDecision

LayOut = Callable[[Worksheet, Worksheet], ReadyLayout | None]
"""Returns the layout of a worksheet that comes after another; None where the sheet looks as it does."""
_MOST_COMPARED = 3000
"""Comparing the names of more takes longer than anybody waits for a word."""


class ImportActions(QObject):
    """Brings lists of other people into the document, each as one step, and gives the public fields away."""

    hinted = Signal(str)
    """A word for the status bar."""
    laid_out = Signal(object)
    """The document is about to take a list in; its layout then (`ReadyLayout`)."""

    def __init__(
        self,
        document: Document,
        dialogs: Dialogs,
        tasks: BackgroundTasks,
        settings: SettingsStore,
        lay_out: LayOut,
        window: QWidget,
    ) -> None:
        """Edit a document; questions are asked over a window. `lay_out` is called by the worker."""
        super().__init__(window)
        self._document = document
        self._dialogs = dialogs
        self._tasks = tasks
        self._settings = settings
        self._lay_out = lay_out
        self._window = window

    def import_list(self) -> None:
        """Ask for a list and show what would come of it."""
        path = self._dialogs.ask_open("一覧を取り込む", self._folder(), import_words.FILTER_LIST)
        if path is not None:
            self.import_path(path)

    def import_path(self, path: Path) -> None:
        """Show what would come of a list."""
        from resource_mapper.storage.importing.preparation import Source

        self._settings.update(last_folder=str(path.parent))
        self._read(Source(clean_line(path.name), path))

    def paste_list(self) -> None:
        """Show what would come of a table on the clipboard."""
        from resource_mapper.storage.importing.preparation import Source

        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._read(Source(import_words.CLIPBOARD, None, text))
        else:
            self._dialogs.tell(import_words.NOTHING_TO_PASTE)

    def _read(self, source: "Source") -> None:
        def work() -> "list[Table]":
            from resource_mapper.storage.importing.table_file import Reading

            return source.read(Reading())

        def done(tables: "list[Table]") -> None:
            if any(table.rows for table in tables):
                self._ask(source, tables)
            else:
                self._dialogs.warn(f"「{source.name}」は空です。取り込む内容がありません。")

        self._tasks.run(work, done, self._dialogs.warn_of)

    def _ask(self, source: "Source", tables: "Sequence[Table]") -> None:
        from resource_mapper.ui.importing.import_dialog import ImportDialog
        from resource_mapper.ui.importing.remembered import RememberedColumns

        before = self._document.worksheet
        remembered = RememberedColumns(self._settings.folder)
        dialog = ImportDialog(source, tables, before, self._tasks, remembered, self._save_report(source), self._window)
        outcome = dialog.outcome() if dialog.exec() else None
        dialog.deleteLater()
        if outcome is not None:
            self._apply(source.name, before, outcome)

    def _apply(self, name: str, before: Worksheet, outcome: "ImportDecision") -> None:
        comparison = outcome.comparison

        def work() -> tuple[Worksheet, ReadyLayout | None, str]:
            from resource_mapper.storage.importing.update import apply_comparison

            after = apply_comparison(before, comparison, outcome.refused, outcome.suggestions)
            prepare_search(after)
            return after, self._lay_out(before, after), _done_words(before, after, len(comparison.changed))

        def done(result: tuple[Worksheet, ReadyLayout | None, str]) -> None:
            after, ready, words = result
            if self._document.worksheet is not before:  # somebody went on working meanwhile
                self._dialogs.warn(import_words.INTERRUPTED)
                return
            if ready is not None:
                self.laid_out.emit(ready)
            new, changed = len(comparison.new), len(comparison.changed)
            self._document.edit(undo_words.imported(name, new, changed), after)
            self.hinted.emit(words)

        self._tasks.run(work, done, self._dialogs.warn_of)

    def _save_report(self, source: "Source") -> "Callable[[Sequence[Skipped]], None]":
        def save(skipped: "Sequence[Skipped]") -> None:
            from resource_mapper.storage.importing.report import skipped_report
            from resource_mapper.storage.safe_file import write_atomically

            suggestion = Path(self._folder(), f"とばした行_{Path(source.name).stem}.csv")
            path = self._dialogs.ask_save("とばす行を保存", suggestion, messages.FILTER_CSV)
            if path is None:
                return
            try:
                write_atomically(path, skipped_report(skipped))
            except UserFacingError as error:
                self._dialogs.warn_of(error)

        return save

    def export_open_data(self) -> None:
        """Ask where to and write the public fields in the shape of 通いの場オープンデータ."""
        worksheet = self._document.worksheet
        stem = self._document.path.stem if self._document.path else messages.UNTITLED
        suggestion = Path(self._folder(), f"{stem}_オープンデータ.csv")
        path = self._dialogs.ask_save("オープンデータの形で書き出す", suggestion, messages.FILTER_CSV)
        if path is None:
            return

        def work() -> "OpenData":
            from resource_mapper.storage.open_data import open_data_csv
            from resource_mapper.storage.safe_file import write_atomically

            exported = open_data_csv(worksheet)
            write_atomically(path, exported.data)
            return exported

        def done(exported: "OpenData") -> None:
            self._dialogs.tell(f"{exported.count}件を「{path.name}」に書き出しました。", "\n".join(exported.notes))

        self._tasks.run(work, done, self._dialogs.warn_of)

    def _folder(self) -> str:
        if self._document.path is not None:
            return str(self._document.path.parent)
        return self._settings.settings.last_folder or str(Path.home())


def _done_words(before: Worksheet, after: Worksheet, changed: int) -> str:
    """Return where the new resources are, and how many pairs of names they bring that may mean the same."""
    from resource_mapper.domain.similar import duplicate_pairs

    known = {resource.id for resource in before.resources}
    new = {resource.id for resource in after.resources} - known
    placed = sum(resource.id in new for resource in after.placed)
    pairs = duplicate_pairs(after.resources) if new and len(after.resources) <= _MOST_COMPARED else ()
    alike = sum(one.id in new or other.id in new for one, other in pairs)
    return messages.import_done(placed, len(new) - placed, changed, alike)
