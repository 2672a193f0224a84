"""How the file is read: encoding, separator, sheet and row of headings, found and changeable."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from resource_mapper.storage.importing.csv_text import ENCODINGS, SEPARATORS
from resource_mapper.storage.importing.plan import Plan
from resource_mapper.storage.importing.table import Table
from resource_mapper.storage.importing.table_file import Reading
from resource_mapper.ui.look.theme import scaled


class ReadingBar(QWidget):
    """A row of choosers; what does not apply to the file is not shown."""

    reading_changed = Signal()
    place_changed = Signal()
    """Sheet or row of headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with everything to be found out."""
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._labels: dict[QWidget, QLabel] = {}
        self.encoding = self._chooser("importEncoding", "文字コード")
        self.separator = self._chooser("importSeparator", "区切り")
        self.sheet = self._chooser("importSheet", "シート")
        self.header_row = QSpinBox()
        self.header_row.setObjectName("importHeaderRow")
        self.header_row.setSuffix(" 行目")
        self.header_row.setKeyboardTracking(False)
        self.header_row.setMinimumSize(scaled(96), scaled(32))
        self._add(self.header_row, "見出しの行")
        self._row.addStretch(1)
        self._chosen_row: int | None = None
        self.encoding.activated.connect(self._read_otherwise)
        self.separator.activated.connect(self._read_otherwise)
        self.sheet.activated.connect(self._choose_sheet)
        self.header_row.valueChanged.connect(self._choose_row)

    @property
    def reading(self) -> Reading:
        """How to read the file."""
        return Reading(self.encoding.currentData() or "", self.separator.currentData() or "")

    @property
    def chosen_sheet(self) -> str:
        """The chosen sheet, "" where all lists are read."""
        return self.sheet.currentData() or ""

    @property
    def chosen_row(self) -> int | None:
        """The row of headings, None where it is to be found."""
        return self._chosen_row

    def show_plan(self, plan: Plan, is_file: bool) -> None:
        """Show what was found or chosen."""
        first = plan.parts[0][0]
        is_text = bool(first.separator)
        self._fill(self.encoding, ENCODINGS, first.encoding)
        self._fill(self.separator, SEPARATORS, first.separator)
        self._fill_sheets(plan.tables, [table for table, _ in plan.parts])
        self._show(self.encoding, is_text and is_file)
        self._show(self.separator, is_text)
        self._show(self.sheet, len(plan.tables) > 1)
        self._show(self.header_row, len(plan.parts) == 1)
        self.header_row.blockSignals(True)
        self.header_row.setRange(1, max(first.numbers[-1], 1))
        self.header_row.setValue(plan.header_row)
        self.header_row.blockSignals(False)

    def _chooser(self, name: str, label: str) -> QComboBox:
        chooser = QComboBox()
        chooser.setObjectName(name)
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._add(chooser, label)
        return chooser

    def _add(self, widget: QWidget, text: str) -> None:
        label = QLabel(text)
        label.setBuddy(widget)
        label.setContentsMargins(8 if self._labels else 0, 0, 0, 0)
        widget.setAccessibleName(text)
        self._labels[widget] = label
        self._row.addWidget(label)
        self._row.addWidget(widget)

    def _show(self, widget: QWidget, shown: bool) -> None:
        widget.setVisible(shown)
        self._labels[widget].setVisible(shown)

    def _fill(self, chooser: QComboBox, words: Mapping[str, str], found: str) -> None:
        """Fill a chooser once, and say what 「自動」 came to."""
        if not chooser.count():
            chooser.addItem("自動", "")
            for value, word in words.items():
                chooser.addItem(word, value)
        if not chooser.currentData():
            chooser.setItemText(0, f"自動（{words.get(found, '')}）" if found else "自動")

    def _fill_sheets(self, tables: Sequence[Table], used: Sequence[Table]) -> None:
        if not self.sheet.count():
            self.sheet.addItem("", "")
            for table in tables:
                if table.rows:
                    self.sheet.addItem(table.name + ("（非表示）" if table.hidden else ""), table.name)
        if not self.sheet.currentData():
            found = used[0].name if len(used) == 1 else f"{len(used)}枚"
            self.sheet.setItemText(0, f"自動（{found}）")

    def _read_otherwise(self, _number: int) -> None:
        self._chosen_row = None
        self.reading_changed.emit()

    def _choose_sheet(self, _number: int) -> None:
        self._chosen_row = None
        self.place_changed.emit()

    def _choose_row(self, row: int) -> None:
        self._chosen_row = row
        self.place_changed.emit()
