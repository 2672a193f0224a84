"""統合の確認: what is new, the same or different, and what to keep of what differs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.differing import Keep
from resource_mapper.domain.merging import Decisions, WorksheetComparison
from resource_mapper.storage.merge_report import summary
from resource_mapper.ui.call import Call
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.merging.difference_model import APART, FIELD, KEPT, NAME, Choice, DifferenceModel, short_name
from resource_mapper.ui.widgets.dialog_parts import side_button
from resource_mapper.ui.widgets.end_buttons import EndButtons
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen
from resource_mapper.ui.words.tips import give_tips

_CHOICES: tuple[tuple[str, Choice, str, str], ...] = (
    ("keepLeft", Keep.LEFT, "← このワークシート", "選んだ行は、このワークシートの内容を採ります"),
    ("keepRight", Keep.RIGHT, "{origin} →", "選んだ行は、統合するファイルの内容を採ります"),
    ("keepBoth", Keep.BOTH, "両方をつなげる", "選んだ行は、両方の内容をつなげます（文章やことばの並びだけ）"),
    ("keepApart", APART, "別の資源にする", "選んだ行の資源は、同じものではないとして両方を残します"),
)


MOST_SHARE = 0.6
"""Of the table's width that is not for the contents to be compared."""


class MergeDialog(QDialog):
    """Shows a comparison; `decisions()` is the result after 「統合する」."""

    def __init__(
        self, comparison: WorksheetComparison, save_report: Callable[[Decisions], None], parent: QWidget | None = None
    ) -> None:
        """Show what was found. `save_report` keeps the list of differences as a file."""
        super().__init__(parent)
        self._save_report = save_report
        self._origin = short_name(comparison.origin)
        self.setObjectName("mergeDialog")
        self.setWindowTitle(f"「{comparison.origin}」を統合")
        resize_in_screen(self, 1040, 560)
        self.model = DifferenceModel(comparison, self)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(label(summary(comparison), "heading"))
        column.addWidget(label(_advice(comparison), "hint"))
        self._table = self._make_table()
        self._buttons: dict[str, QPushButton] = {}
        if self.model.rowCount():
            column.addWidget(self._table, 1)
            column.addLayout(self._choice_heading())
            column.addLayout(self._choice_buttons())
        column.addWidget(self._end_buttons())
        self._table.selectionModel().selectionChanged.connect(self._update_enabled)
        self._update_enabled()
        give_tips(self)

    def decisions(self) -> Decisions:
        """Return what has been decided."""
        return self.model.decisions

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("differenceTable")
        table.setAccessibleName("内容が違うところ")
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)  # Tab goes on to the buttons
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(scaled(30))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        widths = {NAME: 240, FIELD: 130, KEPT: 170}
        fitting = min(1.0, MOST_SHARE * self.width() / scaled(sum(widths.values())))
        for section, width in widths.items():
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            table.setColumnWidth(section, round(scaled(width) * fitting))
        table.doubleClicked.connect(self._toggle)
        if self.model.rowCount():
            table.selectRow(0)
        return table

    def _choice_heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label("選んだ行をどうするか", "hint"), 1)
        row.addWidget(side_button("selectAllDifferences", "すべての行を選ぶ", self._table.selectAll))
        return row

    def _choice_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, choice, text, tip in _CHOICES:
            text = text.format(origin=self._origin)
            self._buttons[name] = side_button(name, text, Call(self._choose, choice), tip)
            row.addWidget(self._buttons[name])
        row.addStretch(1)
        return row

    def _end_buttons(self) -> EndButtons:
        report = ("結果の一覧をCSVに保存…", "saveMergeReport", self._keep_report)
        return EndButtons(self, "統合する", "acceptMerge", "cancelMerge", report)

    def _choose(self, choice: Choice) -> None:
        """Decide for the selected rows."""
        self.model.choose(self._rows(), choice)

    def _rows(self) -> list[int]:
        return [index.row() for index in self._table.selectionModel().selectedRows()]

    def _toggle(self) -> None:
        row = self._table.currentIndex().row()
        now = self.model.index(row, KEPT).data()
        self.model.choose([row], Keep.LEFT if now.startswith("→") else Keep.RIGHT)

    def _keep_report(self) -> None:
        self._save_report(self.decisions())

    def _update_enabled(self) -> None:
        rows = self._rows()
        for name, choice, _, _ in _CHOICES:
            if name in self._buttons:
                self._buttons[name].setEnabled(self.model.can_choose(rows, choice))


def _advice(comparison: WorksheetComparison) -> str:
    if not comparison.differing:
        return "内容の違うところはありません。新しい資源が加わります。統合は「元に戻す」で取り消せます。"
    return (
        "内容が違うところを並べました。「採る方」には、空欄でない方、最終確認日の新しい方を入れてあります。"
        "変えたい行を選び、下のボタンで決めてください。統合は「元に戻す」で取り消せます。"
    )
