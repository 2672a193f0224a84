"""履歴: the undo steps in words; a click goes back or forward to any of them."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QListView, QWidget

from resource_mapper.ui.document import Document
from resource_mapper.ui.look.theme import current_theme
from resource_mapper.ui.model_index import NOWHERE, Index


class HistoryModel(QAbstractListModel):
    """The states of a document: 「はじめ」, then one for each step. Nothing is copied; the stack is asked."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Watch a document's undo stack."""
        super().__init__(parent)
        self._document = document
        self._stack = document.undo_stack
        for signal in (self._stack.indexChanged, self._stack.cleanChanged, document.file_changed):
            signal.connect(self._begin_again)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many states there are."""
        return 0 if parent.isValid() else self._stack.count() + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a state in words; the present one in bold, undone ones paler."""
        if not index.isValid():
            return None
        row, present = index.row(), self._stack.index()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(row) + ("　いまここ" if row == present else "　取り消した操作" if row > present else "")
        if role == Qt.ItemDataRole.FontRole and row == present:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and row > present:
            return QColor(current_theme().placeholder)
        return None

    def _words(self, row: int) -> str:
        here = "▶ " if row == self._stack.index() else "　 "
        step = self._stack.text(row - 1) if row else "はじめ"
        saved = row == self._stack.cleanIndex() and self._document.path is not None
        return f"{here}{step}{'（保存済み）' if saved else ''}"

    def _begin_again(self) -> None:
        self.beginResetModel()
        self.endResetModel()


class HistoryPanel(QListView):
    """A list of states. The document stays one click away from each of them."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Show a document's states."""
        super().__init__(parent)
        self._document = document
        self.steps = HistoryModel(document, self)
        self.setModel(self.steps)
        self.setObjectName("historyList")
        self.setAccessibleName("履歴")
        self.setAccessibleDescription("これまでの操作です。選ぶと、その時に戻ります")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)
        self.steps.modelReset.connect(self._show_present)
        self._show_present()

    def _go(self, index: QModelIndex) -> None:
        self._document.go_to(index.row())

    def _show_present(self) -> None:
        index = self.steps.index(self._document.undo_stack.index())
        self.setCurrentIndex(index)
        self.scrollTo(index)
