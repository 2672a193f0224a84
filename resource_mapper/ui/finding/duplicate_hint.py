"""While a name is written: the resources that it may already stand for, right under the field."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from resource_mapper.ui.call import Call
from resource_mapper.ui.document import Document
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.words import messages

MOST = 3
_LEAVING = (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Close)


class DuplicateHint(QFrame):
    """Lies over the window; a click, or the ↓ key, goes to the resource. It never takes the focus."""

    chosen = Signal(str)
    """ID of a resource to go to."""

    def __init__(self, window: QWidget, document: Document) -> None:
        """Begin hidden."""
        super().__init__(window)
        self._document = document
        self._fields: dict[QLineEdit, Selection | None] = {}
        self._shown: tuple[str, ...] = ()
        self.setObjectName("duplicateHint")
        self.setProperty("role", "float")
        self._buttons = [self._button(number) for number in range(1, MOST + 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(2)
        for button in self._buttons:
            column.addWidget(button)
        column.addWidget(label(messages.DUPLICATE_KEYS, "hint", wraps=False))
        self.hide()

    def watch(self, field: QLineEdit, selection: Selection | None = None, name_in: Callable[[str], str] = str) -> None:
        """Watch a field for names; of the selected resources nothing is told, their own name is being written.

        `name_in` is what finds the name in a text that says more.
        """
        self._fields[field] = selection
        field.textEdited.connect(partial(self._check, field, name_in))
        field.installEventFilter(self)
        field.destroyed.connect(Call(self._fields.pop, field, None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go away with the field; ↓ goes to the first resource."""
        if event.type() in _LEAVING:
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.isVisible():
            if event.key() == Qt.Key.Key_Down and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._choose(0)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                self.hide()
        return super().eventFilter(watched, event)

    def _check(self, field: QLineEdit, name_in: Callable[[str], str], text: str) -> None:
        """Show what a name may already stand for."""
        from resource_mapper.domain.similar import near_duplicates

        name, selection = name_in(text), self._fields.get(field)
        own = set(selection.ids) if selection is not None else set()
        others = (resource for resource in self._document.worksheet.resources if resource.id not in own)
        found = near_duplicates(name, others, MOST) if name.strip() else ()
        self._shown = tuple(resource.id for resource in found)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(found))
            if number < len(found):
                place = found[number].place or found[number].district or found[number].operator
                button.setText(messages.already_named(found[number].name, place).replace("&", "&&"))
        self.setVisible(bool(found))
        if found:
            self._lie_under(field)

    def _choose(self, number: int) -> None:
        """Go to one of the resources."""
        if number < len(self._shown):
            self.hide()
            self.chosen.emit(self._shown[number])

    def _lie_under(self, field: QLineEdit) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.adjustSize()
        corner = field.mapTo(window, QPoint(0, field.height() + 2))
        if corner.y() + self.height() > window.height():
            corner = field.mapTo(window, QPoint(0, -self.height() - 2))
        corner.setX(max(min(corner.x(), window.width() - self.width() - 4), 4))
        self.move(corner)
        self.raise_()

    def _button(self, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"duplicate{number}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setText(messages.already_named("", ""))
        button.setToolTip("その資源を表示します")
        button.clicked.connect(Call(self._choose, number - 1))
        return button
