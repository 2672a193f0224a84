"""重複しているかもしれない資源: pairs to look at, beside the work; nothing is changed here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.resource import Resource
from resource_mapper.ui.widgets.dialog_parts import sentence_list
from resource_mapper.ui.widgets.end_buttons import close_button
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen
from resource_mapper.ui.words import messages
from resource_mapper.ui.words.tips import give_tips

_PairRole = Qt.ItemDataRole.UserRole


class DuplicatesDialog(QDialog):
    """Stays open while pairs are looked at one after the other."""

    chosen = Signal(str, str)
    """IDs of a pair to show."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without pairs."""
        super().__init__(parent)
        self.setObjectName("duplicatesDialog")
        self.setWindowTitle("重複しているかもしれない資源")
        resize_in_screen(self, 560, 420)
        self._words = label()
        self._list = sentence_list("duplicatePairs", "重複しているかもしれない資源の組", self._choose)
        show = QPushButton("2つを表示する")
        show.setObjectName("showDuplicates")
        show.setDefault(True)
        show.clicked.connect(self._choose_current)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(show)
        buttons.addWidget(close_button(self, "closeDuplicates"))
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        give_tips(self)

    def show_pairs(self, pairs: Sequence[tuple[Resource, Resource]]) -> None:
        """Show other pairs."""
        self._words.setText(messages.duplicates(len(pairs)))
        self._list.clear()
        for one, other in pairs:
            item = QListWidgetItem(f"{_described(one)}\n{_described(other)}", self._list)
            item.setData(_PairRole, (one.id, other.id))
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(*item.data(_PairRole))

    def _choose_current(self) -> None:
        if self._list.currentItem() is not None:
            self._choose(self._list.currentItem())


def _described(resource: Resource) -> str:
    parts = (resource.place or resource.district or resource.operator, resource.schedule.replace("\n", " "))
    return "・".join((resource.name, *(part for part in parts if part)))
