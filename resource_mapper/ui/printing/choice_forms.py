"""The fields of the print window's choices, all of a width and heard alike."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout

from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.printing.value_combo import ValueCombo
from resource_mapper.ui.widgets.labels import label

V = TypeVar("V")


class ChoiceForms(QScrollArea):
    """Makes groups of fields one below the other; tells of each change."""

    changed = Signal()

    def __init__(self) -> None:
        """Begin without a group."""
        super().__init__()
        self._forms: list[QFormLayout] = []

    def heading(self, text: str) -> QLabel:
        """Return what stands above a group."""
        above = label(text, "heading", wraps=False)
        above.setContentsMargins(0, 8, 0, 2)
        return above

    def form(self, column: QVBoxLayout, heading: str) -> QFormLayout:
        """Add a group of fields under a heading."""
        column.addWidget(self.heading(heading))
        form = QFormLayout()
        form.setHorizontalSpacing(scaled(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column.addLayout(form)
        self._forms.append(form)
        return form

    def title(self, words: str) -> QLabel:
        """Return a field's label, as wide as the widest, so that the fields of both groups stand in one line."""
        title = label(words, wraps=False)
        title.setMinimumWidth(title.fontMetrics().horizontalAdvance("一覧の分け方"))
        return title

    def combo(self, form: QFormLayout, name: str, words: str, combo: ValueCombo[V]) -> ValueCombo[V]:
        """Add a choice among words, with its title."""
        combo.setObjectName(name)
        combo.setAccessibleName(words)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)  # else the longest of the words would be wider than the panel
        combo.currentIndexChanged.connect(self._tell)
        form.addRow(self.title(words), combo)
        return combo

    def check(self, column: QVBoxLayout, name: str, text: str, *, ticked: bool = False) -> QCheckBox:
        """Add a box to be ticked."""
        box = QCheckBox(text)
        box.setObjectName(name)
        box.setChecked(ticked)
        box.toggled.connect(self._tell)
        column.addWidget(box)
        return box

    def _tell(self, *_: object) -> None:
        self.changed.emit()
