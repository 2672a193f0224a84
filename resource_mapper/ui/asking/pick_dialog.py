"""One of several things in a list, and a verb for it: earlier versions, work that was left."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from resource_mapper.ui.asking.dialogs import Verbs
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.widgets.labels import label

_MOST_LINES = 8


class PickDialog(QDialog):
    """Asks; `picked` is the answer."""

    def __init__(
        self, title: str, text: str, items: Sequence[str], choices: Verbs, cancel: str, parent: QWidget | None
    ) -> None:
        """Show things, the first one chosen; a double click takes the first verb."""
        super().__init__(parent)
        self.setObjectName("pickDialog")
        self.setWindowTitle(title)
        self.picked = ("", -1)
        words = label(text, name="pickText")
        self._list = self._make_list(title, items)
        words.setBuddy(self._list)
        self._keys: dict[object, str] = {}
        self._first = choices[0][0]
        column = QVBoxLayout(self)
        column.setSpacing(scaled(12))
        for widget in (words, self._list, self._make_buttons(choices, cancel)):
            column.addWidget(widget)
        line = max(self._list.sizeHintForRow(0), scaled(24))
        self._list.setMinimumHeight(line * min(max(len(items), 3), _MOST_LINES) + scaled(12))
        self.setMinimumWidth(scaled(560))
        self._list.setFocus()

    def _make_list(self, title: str, items: Sequence[str]) -> QListWidget:
        things = QListWidget()
        things.setObjectName("pickList")
        things.setAccessibleName(title)
        things.setToolTip("上下の矢印キーで選べます")
        things.setWordWrap(True)
        for item in items:
            things.addItem(QListWidgetItem(item))
        things.setCurrentRow(0)
        things.itemActivated.connect(self._take_first)
        return things

    def _make_buttons(self, choices: Verbs, cancel: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        for key, verb in choices:
            button = buttons.addButton(verb, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(f"{key}Button")
            button.setDefault(not self._keys)
            button.setAutoDefault(not self._keys)
            self._keys[button] = key
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole).setObjectName("cancelButton")
        buttons.clicked.connect(self._take)
        buttons.rejected.connect(self.reject)
        return buttons

    def _take(self, button: object) -> None:
        if button in self._keys:
            self._answer(self._keys[button])

    def _take_first(self, _item: QListWidgetItem) -> None:
        self._answer(self._first)

    def _answer(self, key: str) -> None:
        self.picked = (key, self._list.currentRow())
        self.accept()
