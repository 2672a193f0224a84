"""ほかのワークシートを統合 and 地区を切り出す."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from resource_mapper.domain.collation import sort_key
from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.merging import Decisions, WorksheetComparison, compare_worksheets, merged
from resource_mapper.domain.splitting import part_of_district
from resource_mapper.domain.text import file_stem, fold
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.document import Document
from resource_mapper.ui.merging import merge_words
from resource_mapper.ui.tasks import BackgroundTasks
from resource_mapper.ui.words import messages, undo_words

if TYPE_CHECKING:
    from resource_mapper.storage.document_file import OpenedDocument


class MergeActions(QObject):
    """Brings other workbooks into the document, and takes a district out of it into one of its own."""

    def __init__(self, document: Document, dialogs: Dialogs, tasks: BackgroundTasks, window: QWidget) -> None:
        """Edit a document; questions are asked over a window."""
        super().__init__(window)
        self._document = document
        self._dialogs = dialogs
        self._tasks = tasks
        self._window = window

    def merge(self) -> None:
        """Ask for workbooks and bring them in one after another, as one step."""
        paths = self._dialogs.ask_open_several("ほかのワークシートを統合", self._folder(), messages.FILTER_WORKBOOK)
        if paths:
            self._read_next(paths, self._document.worksheet, self._document.worksheet, [])

    def _read_next(self, paths: list[Path], before: Worksheet, so_far: Worksheet, names: list[str]) -> None:
        if not paths:
            self._finish(before, so_far, names)
            return
        path, *rest = paths

        def work() -> "tuple[WorksheetComparison, OpenedDocument]":
            from resource_mapper.storage.document_file import open_document

            opened = open_document(path)
            return compare_worksheets(so_far, opened.worksheet, path.name), opened

        def done(found: "tuple[WorksheetComparison, OpenedDocument]") -> None:
            comparison, opened = found
            if opened.problems:
                lines = [f"{p.sheet} {p.row}行 {p.column}：{p.message}" for p in opened.problems]
                self._dialogs.tell(f"「{path.name}」を読み、次の所を直しました。", messages.first_lines(lines))
            decisions = self._ask(comparison)
            if decisions is not None:
                self._read_next(rest, before, merged(comparison, decisions), [*names, path.name])

        self._tasks.run(work, done, self._dialogs.warn_of)

    def _ask(self, comparison: WorksheetComparison) -> Decisions | None:
        from resource_mapper.ui.merging.merge_dialog import MergeDialog

        def save_report(decisions: Decisions) -> None:
            self._save_report(comparison, decisions)

        dialog = MergeDialog(comparison, save_report, self._window)
        accepted = dialog.exec()
        decisions = dialog.decisions()
        dialog.deleteLater()
        return decisions if accepted else None

    def _finish(self, before: Worksheet, after: Worksheet, names: list[str]) -> None:
        if self._document.worksheet != before:  # somebody went on working while a file was read
            self._dialogs.warn(merge_words.MERGE_INTERRUPTED)
            return
        self._document.edit(undo_words.merged(names), after)

    def _save_report(self, comparison: WorksheetComparison, decisions: Decisions) -> None:
        from resource_mapper.storage.csv_report import csv_bytes
        from resource_mapper.storage.merge_report import HEADINGS, report_rows
        from resource_mapper.storage.safe_file import write_atomically

        suggestion = Path(self._folder(), f"統合の結果_{Path(comparison.origin).stem}.csv")
        path = self._dialogs.ask_save("結果の一覧を保存", suggestion, messages.FILTER_CSV)
        if path is None:
            return
        try:
            write_atomically(path, csv_bytes([HEADINGS, *report_rows(comparison, decisions)]))
        except UserFacingError as error:
            self._dialogs.warn_of(error)

    def split(self) -> None:
        """Ask for a district and save its resources as a worksheet of their own; the document stays as it is."""
        worksheet = self._document.worksheet
        districts = {fold(each.district): each.district for each in worksheet.resources if each.district}
        if not districts:
            self._dialogs.tell(merge_words.NO_DISTRICTS)
            return
        district = self._choose_district(sorted(districts.values(), key=sort_key))
        if district is None:
            return
        part = part_of_district(worksheet, district)
        stem = self._document.path.stem if self._document.path else messages.UNTITLED
        name = file_stem(f"{stem}_{district}")
        path = self._dialogs.ask_save("地区を切り出す", Path(self._folder(), f"{name}.xlsx"), messages.FILTER_WORKBOOK)
        if path is None:
            return

        def work() -> None:
            from resource_mapper.storage.document_file import save_and_keep

            save_and_keep(part, path)

        def done(_: None) -> None:
            self._dialogs.tell(
                merge_words.split_off(district, len(part.resources), path.name), merge_words.SPLIT_HOW_BACK
            )

        self._tasks.run(work, done, self._dialogs.warn_of)

    def _choose_district(self, districts: list[str]) -> str | None:
        dialog = QInputDialog(self._window)
        dialog.setObjectName("districtDialog")
        dialog.setWindowTitle("地区を切り出す")
        dialog.setLabelText("どの地区を、別のファイルにしますか（このワークシートはそのままです）")
        dialog.setComboBoxItems(districts)
        dialog.setOkButtonText("切り出す…")
        dialog.setCancelButtonText("やめる")
        chosen = dialog.textValue() if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def _folder(self) -> str:
        return str(self._document.path.parent) if self._document.path else str(Path.home())
