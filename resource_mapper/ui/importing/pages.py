"""The pages beside the columns: the records as they would be, suggestions, changes, what is gone, what is left out."""

from collections.abc import Callable, Sequence
from itertools import compress
from operator import not_

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.suggest import Suggestion
from resource_mapper.storage.field_labels import field_label
from resource_mapper.storage.importing.preparation import Prepared
from resource_mapper.ui.call import Call
from resource_mapper.ui.importing.row_models import RowsModel, TickModel
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.widgets.dialog_parts import side_button
from resource_mapper.ui.widgets.labels import label


class RowTable(QTableView):
    """A table to look at; Space ticks all selected rows, where there are ticks."""

    def __init__(self, name: str, spoken: str, model: RowsModel, widths: Sequence[int]) -> None:
        """Show a model; `widths` are those of the first columns in pixels, the last column takes the rest."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab goes on to the next thing
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(28))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(True)
        self._widths = widths
        self.set_widths()
        model.modelReset.connect(self.set_widths)

    def set_widths(self) -> None:
        """Give the columns their widths."""
        for section, width in enumerate(self._widths):
            if section < self.model().columnCount():
                self.setColumnWidth(section, scaled(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or untick the selected rows together."""
        model = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(model, TickModel):
            rows = [index.row() for index in self.selectionModel().selectedRows()]
            if rows:
                model.tick(rows, not all(model.is_ticked(row) for row in rows))
            return
        super().keyPressEvent(event)


class ImportPages(QTabWidget):
    """Shows a prepared import; the ticks say which suggestions and changes to take."""

    ticks_changed = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("importPages")
        self.setAccessibleName("取り込む内容")
        self.setDocumentMode(True)
        self._prepared: Prepared | None = None
        self.preview = RowsModel()
        self.suggestions = TickModel(("名称", "提案する 分類・状態像・頻度（理由）"))
        self.changes = TickModel(("名称", "項目", "いまの内容", "一覧の内容"))
        self.gone = RowsModel(("名称", "住所", "曜日・日時"))
        self.skipped = RowsModel(("行", "取り込まない理由", "行の内容"))
        self.notes = RowsModel(("お知らせ",))
        self._titles: list[str] = []
        self._add_pages()
        self.suggestions.ticks_changed.connect(self.ticks_changed)
        self.changes.ticks_changed.connect(self.ticks_changed)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show everything anew; no suggestion is taken, every change is."""
        preview, rows = prepared.preview, prepared.rows
        self._prepared = prepared
        self.preview.show(preview.rows, [field_label(name) for name in preview.fields])
        self.suggestions.show_ticked(rows.suggestions, ticked=False)
        self.changes.show_ticked(rows.changes, ticked=True)
        self.gone.show(rows.gone)
        self.skipped.show(rows.skipped)
        self.notes.show(rows.notes)
        self._show_counts(len(prepared.result.resources))

    def accepted(self) -> dict[str, Suggestion]:
        """Return the suggestions to take, by the ID of the new record."""
        if self._prepared is None:
            return {}
        return dict(compress(self._prepared.suggestions.items(), self.suggestions.ticks))

    def refused(self) -> set[tuple[str, str]]:
        """Return the changes not to make, (ID, field)."""
        if self._prepared is None:
            return set()
        return set(compress(self._prepared.rows.change_keys, map(not_, self.changes.ticks)))

    def _add_pages(self) -> None:
        ticks = (("All", "すべて採る", True), ("None", "すべて外す", False))
        self._tables = {
            "preview": self._page("importPreview", "取り込む姿", self.preview, (260, 130, 110), "", ()),
            "suggestions": self._page(
                "importSuggestions",
                "提案",
                self.suggestions,
                (220,),
                "名前・活動・日時のことばから考えた案です。確かめて、採るものにチェックを付けてください。",
                [(f"suggestions{end}", text, Call(self.suggestions.tick_all, taken)) for end, text, taken in ticks],
            ),
            "changes": self._page(
                "importChanges",
                "変わるところ",
                self.changes,
                (170, 100, 190),
                "前からある資源のうち、一覧と違うところです。変えたくないものはチェックを外してください。",
                [(f"changes{end}", text, Call(self.changes.tick_all, taken)) for end, text, taken in ticks],
            ),
            "gone": self._page(
                "importGone",
                "一覧から消えた資源",
                self.gone,
                (220, 240),
                "前の一覧にあり、今度の一覧にない資源です。消さずに残します。終わった活動なら、状況を「終了」にしてください。",
                (),
            ),
            "skipped": self._page(
                "importSkipped",
                "とばす行",
                self.skipped,
                (70, 240),
                "",
                [("saveSkipped", "とばす行をCSVに保存…", self._want_report)],
            ),
            "notes": self._page("importNotes", "お知らせ", self.notes, (), "", ()),
        }

    def _page(
        self,
        name: str,
        title: str,
        model: RowsModel,
        widths: Sequence[int],
        hint: str,
        buttons: Sequence[tuple[str, str, Callable[..., object]]],
    ) -> int:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        if hint:
            column.addWidget(label(hint, "hint"))
        column.addWidget(RowTable(name, title, model, widths), 1)
        row = QHBoxLayout()
        for each in buttons:
            row.addWidget(side_button(*each))
        row.addStretch(1)
        if buttons:
            column.addLayout(row)
        self._titles.append(title)
        return self.addTab(page, title)

    def _want_report(self, _checked: bool = False) -> None:
        self.report_wanted.emit()

    def _show_counts(self, resources: int) -> None:
        counts = {
            "preview": resources,
            "suggestions": len(self.suggestions.rows),
            "changes": len(self.changes.rows),
            "gone": len(self.gone.rows),
            "skipped": len(self.skipped.rows),
            "notes": len(self.notes.rows),
        }
        for name, tab in self._tables.items():
            self.setTabText(tab, f"{self._titles[tab]}（{counts[name]:,}）" if counts[name] else self._titles[tab])
            self.setTabVisible(tab, name == "preview" or counts[name] > 0)
