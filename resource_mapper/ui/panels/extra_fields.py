"""自分で加えた項目: the columns that the user added to the list, as fields; and a line to add another."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from resource_mapper.domain.text import clean_line, fold, is_storable
from resource_mapper.storage.workbook.schema import COLUMNS
from resource_mapper.ui.panels.editors import TextEditor
from resource_mapper.ui.panels.typing_guard import TypingGuard
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.words import refusal_words

_TAKEN = {fold(column.label) for column in COLUMNS}
"""Headings of the list's own columns; a second one of the same name could not be told apart."""


class ExtraFields(QWidget):
    """A field for each heading. The fields are made anew only when the headings change."""

    changed = Signal(str, str)
    """Heading and its new text."""
    heading_wanted = Signal(str)
    """A heading that nobody has yet."""

    def __init__(self, watcher: QObject, parent: QWidget | None = None) -> None:
        """Begin without headings; `watcher` filters the events of every field."""
        super().__init__(parent)
        self._watcher = watcher
        self._editors: dict[str, TextEditor] = {}
        self._fields = QWidget()
        self._column = QVBoxLayout(self._fields)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._new = QLineEdit()
        self._new.setObjectName("newHeading")
        self._new.setAccessibleName("新しい項目の名前")
        self._new.setPlaceholderText("＋ 新しい項目の名前を入れて Enter")
        self._new.setToolTip("一覧に、自分の町だけの項目（列）を加えます")
        self._new.returnPressed.connect(self._add)
        self._guard = TypingGuard(self._new)
        self._problem = label(role="error")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self._fields)
        column.addWidget(self._new)
        column.addWidget(self._problem)

    def show_values(self, headings: Sequence[str], values: Mapping[str, Any]) -> None:
        """Show the value (or `MIXED`) of each heading."""
        if tuple(self._editors) != tuple(headings):
            self._make(headings)
        for heading, editor in self._editors.items():
            editor.show_value(values[heading])

    def _make(self, headings: Sequence[str]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._editors = {}
        for number, heading in enumerate(headings, start=1):
            editor = TextEditor(self._fields)
            editor.setObjectName(f"extra_{number}")
            editor.setAccessibleName(heading)
            editor.installEventFilter(self._watcher)
            editor.changed.connect(partial(self.changed.emit, heading))
            title = label(heading, "hint", wraps=False)
            title.setBuddy(editor)
            self._column.addWidget(title)
            self._column.addWidget(editor)
            self._editors[heading] = editor

    def _add(self) -> None:
        heading = clean_line(self._new.text())
        if self._guard.composing or not heading:
            return
        taken = _TAKEN | {fold(known) for known in self._editors}
        good = fold(heading) not in taken and is_storable(heading)
        self._problem.setText("" if good else refusal_words.HEADING_TAKEN)
        self._problem.setVisible(not good)
        if good:
            self._new.setText("")
            self.heading_wanted.emit(heading)
