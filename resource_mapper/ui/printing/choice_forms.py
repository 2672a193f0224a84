"""The fields of the print window's choices, all of a width and heard alike."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout

from resource_mapper.ui.printing.value_combo import ValueCombo
from resource_mapper.ui.theme import scaled

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
        label = QLabel(text)
        label.setProperty("role", "heading")
        label.setContentsMargins(0, 8, 0, 2)
        return label

    def form(self, column: QVBoxLayout, heading: str) -> QFormLayout:
        """Add a group of fields under a heading."""
        column.addWidget(self.heading(heading))
        form = QFormLayout()
        form.setHorizontalSpacing(scaled(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column.addLayout(form)
        self._forms.append(form)
        return form

    def label(self, words: str) -> QLabel:
        """Return a label as wide as the widest, so that the fields of both groups stand in one line."""
        label = QLabel(words)
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance("一覧の分け方"))
        return label

    def combo(self, form: QFormLayout, name: str, label: str, combo: ValueCombo[V]) -> ValueCombo[V]:
        """Add a choice among words, with its label."""
        combo.setObjectName(name)
        combo.setAccessibleName(label)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)  # else the longest of the words would be wider than the panel
        combo.currentIndexChanged.connect(self._tell)
        form.addRow(self.label(label), combo)
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
