"""課題の候補: what parts the town from what it should be, each to be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from resource_mapper.domain.concern import Concern
from resource_mapper.ui.widgets.dialog_parts import sentence_list
from resource_mapper.ui.widgets.end_buttons import EndButtons
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen

HOW = (
    "「あるべき姿」と今のちがい、気づきから見つかった候補です。話し合いたいものにチェックを付けてください。"
    "ことばは、あとで一覧で直せます。"
)


class ProposalsDialog(QDialog):
    """Asks; `chosen()` is the answer. Nothing is ticked at first: a meeting decides what its 課題 are."""

    def __init__(self, proposals: Sequence[Concern], parent: QWidget) -> None:
        """Offer proposals."""
        super().__init__(parent)
        self._proposals = proposals
        self.setObjectName("proposalsDialog")
        self.setWindowTitle("課題の候補")
        resize_in_screen(self, 620, 460)
        column = QVBoxLayout(self)
        for widget in (label(HOW, "hint"), self._make_list(), self._make_buttons()):
            column.addWidget(widget)
        self._list.setFocus()
        self._show_count()

    def _make_list(self) -> QListWidget:
        self._list = sentence_list("proposalList", "課題の候補")
        self._list.setToolTip("スペースキーで、チェックを付けたり外したりできます")
        for each in self._proposals:
            grounds = f"\n　根拠：{each.reason}" if each.grounds else ""  # a 空白 is its own ground
            item = QListWidgetItem(each.title + grounds, self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self._list.setCurrentRow(0)
        self._list.itemChanged.connect(self._show_count)
        return self._list

    def _make_buttons(self) -> EndButtons:
        tick_all = ("すべてにチェックを付ける", "tickAll", self._tick_all)
        buttons = EndButtons(self, "一覧に加える", "addProposals", "cancelProposals", tick_all)
        self._accept = buttons.accept_button
        return buttons

    def chosen(self) -> list[Concern]:
        """Return what is ticked."""
        ticked = (self._list.item(row).checkState() == Qt.CheckState.Checked for row in range(self._list.count()))
        return [each for each, wanted in zip(self._proposals, ticked, strict=True) if wanted]

    def _tick_all(self) -> None:
        for row in range(self._list.count()):
            self._list.item(row).setCheckState(Qt.CheckState.Checked)

    def _show_count(self, *_: object) -> None:
        count = len(self.chosen())
        self._accept.setText(f"{count}件を一覧に加える" if count else "一覧に加える")
        self._accept.setEnabled(bool(count))
