"""市区町村: choosing one town of thousands by typing some of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from resource_mapper.storage.importing.towns import Town, find_towns
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.widgets.labels import label

EVERY_TOWN = "すべての市区町村"
_LIST_HEIGHT = 118


class TownPicker(QWidget):
    """A line to type in and the towns that fit; the chosen one is told by its key, "" for all of them."""

    town_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without towns."""
        super().__init__(parent)
        self._towns: tuple[Town, ...] = ()
        self._shown: list[Town | None] = []
        self._title = label(role="heading", wraps=False)
        self.line = QLineEdit()
        self.line.setObjectName("townFilter")
        self.line.setAccessibleName("市区町村を絞り込む")
        self.line.setPlaceholderText("市区町村の名前を入れて絞り込む")
        self.line.textChanged.connect(self._show_fitting)
        self.line.returnPressed.connect(self._choose_first)
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setObjectName("townList")
        self.list.setAccessibleName("市区町村")
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(scaled(_LIST_HEIGHT))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._title, self.line, self.list):
            column.addWidget(widget)

    def show_towns(self, towns: Sequence[Town], chosen: str, asked: bool) -> None:
        """Show what there is to choose from; `asked` says that nothing goes on before one is chosen."""
        if tuple(towns) != self._towns:
            self._towns = tuple(towns)
            self._show_fitting(self.line.text())
        count = f"{len(towns):,}市区町村"
        self._title.setText(
            f"市区町村を選んでください（{count}）" if asked else f"市区町村：{chosen or 'すべて'}（{count}）"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the line down to the towns; Enter does not leave the dialog from here."""
        if event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self._model.index(0))
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _show_fitting(self, words: str) -> None:
        found = find_towns(self._towns, words)
        self._shown = [*([] if words.strip() else [None]), *found]
        self._model.setStringList([f"{t.key}　{t.rows:,}件" if t else EVERY_TOWN for t in self._shown])

    def _choose_first(self) -> None:
        if self.line.text().strip() and self._shown:
            self.list.setCurrentIndex(self._model.index(0))
            self._choose(self._model.index(0))

    def _choose(self, index: QModelIndex) -> None:
        town = self._shown[index.row()]
        self.town_chosen.emit(town.key if town else "")
