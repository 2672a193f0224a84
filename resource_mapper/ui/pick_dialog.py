"""One of several things in a list, and a verb for it: earlier versions, work that was left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from resource_mapper.ui.dialogs import Choices
from resource_mapper.ui.theme import scaled

_MOST_LINES = 8


class PickDialog(QDialog):
    """Asks; `picked` is the answer."""

    def __init__(
        self, title: str, text: str, items: Sequence[str], choices: Choices, cancel: str, parent: QWidget | None
    ) -> None:
        """Show things, the first one chosen; a double click takes the first verb."""
        super().__init__(parent)
        self.setObjectName("pickDialog")
        self.setWindowTitle(title)
        self.picked = ("", -1)
        words = QLabel(text)
        words.setObjectName("pickText")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._list = QListWidget()
        self._list.setObjectName("pickList")
        self._list.setAccessibleName(title)
        self._list.setToolTip("上下の矢印キーで選べます")
        self._list.setWordWrap(True)
        for item in items:
            self._list.addItem(QListWidgetItem(item))
        self._list.setCurrentRow(0)
        words.setBuddy(self._list)
        self._buttons = QDialogButtonBox()
        self._keys: dict[object, str] = {}
        for key, verb in choices:
            button = self._buttons.addButton(verb, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(f"{key}Button")
            button.setDefault(not self._keys)
            button.setAutoDefault(not self._keys)
            self._keys[button] = key
        self._first = choices[0][0]
        away = self._buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        away.setObjectName("cancelButton")
        self._buttons.clicked.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        self._list.itemActivated.connect(self._take_first)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(12))
        for widget in (words, self._list, self._buttons):
            column.addWidget(widget)
        line = max(self._list.sizeHintForRow(0), scaled(24))
        self._list.setMinimumHeight(line * min(max(len(items), 3), _MOST_LINES) + scaled(12))
        self.setMinimumWidth(scaled(560))
        self._list.setFocus()

    def _take(self, button: object) -> None:
        if button in self._keys:
            self._answer(self._keys[button])

    def _take_first(self, _item: QListWidgetItem) -> None:
        self._answer(self._first)

    def _answer(self, key: str) -> None:
        self.picked = (key, self._list.currentRow())
        self.accept()
