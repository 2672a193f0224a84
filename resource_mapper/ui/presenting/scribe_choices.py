"""What the next card will be, to be seen and clicked: its 分類, its range on the axis, its 状況."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from resource_mapper.domain.category import Category
from resource_mapper.domain.scribing import SCRIBED_STATUSES, Draft
from resource_mapper.domain.vocabulary import Nature
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.call import Call
from resource_mapper.ui.presenting.axis_slider import AxisSlider

COLUMNS, COMPACT_COLUMNS = 3, 6


class ScribeChoices(QWidget):
    """Shows a draft; what is clicked comes as a new one."""

    draft_changed = Signal(object)
    """A `Draft`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without categories; `show_draft` brings them."""
        super().__init__(parent)
        self._draft = Draft()
        self._categories: tuple[Category, ...] = ()
        self._chips: dict[str, QToolButton] = {}
        self._compact = False
        self._chip_row = QGridLayout()
        self._chip_row.setSpacing(4)
        self.axis = AxisSlider()
        self.axis.span_changed.connect(self._take_span)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._chip_row)
        low = QHBoxLayout()
        low.addWidget(self.axis, 1)
        self._statuses = {status: self._status_button(status) for status in SCRIBED_STATUSES}
        for button in self._statuses.values():
            low.addWidget(button)
        self._natural = _chip("natureNatural", "支え合い")
        self._natural.setAccessibleName(Nature.NATURAL.value)
        self._natural.setToolTip("種別：自然な支え合い（名前の後ろに「＠支え合い」と打っても選べます）")
        self._natural.clicked.connect(self._take_nature)
        low.addWidget(self._natural)
        column.addLayout(low)

    def show_draft(self, draft: Draft, worksheet: Worksheet) -> None:
        """Show a draft in the words of a worksheet."""
        if worksheet.categories != self._categories:
            self._make_chips(worksheet.categories)
        self._draft = draft
        for category_id, chip in self._chips.items():
            chip.setChecked(category_id == draft.category)
        self._name_chips()
        for status, button in self._statuses.items():
            button.setChecked(status == draft.status)
        self._natural.setChecked(draft.nature == Nature.NATURAL)
        self.axis.show_span(draft.span, mirrored=worksheet.mirrored)

    def set_compact(self, compact: bool) -> None:
        """Take less room: only the chosen 分類 by its name, the others by number and mark."""
        if compact != self._compact:
            self._compact = compact
            self._place_chips()
            self._name_chips()

    def _place_chips(self) -> None:
        columns = COMPACT_COLUMNS if self._compact else COLUMNS
        for number, chip in enumerate(self._chips.values()):
            self._chip_row.addWidget(chip, *divmod(number, columns))

    def _name_chips(self) -> None:
        for number, category in enumerate(self._categories, start=1):
            chip, short = self._chips[category.id], f"{number} {category.mark.value}"
            is_short = self._compact and not chip.isChecked()
            chip.setText(short if is_short else f"{short}{category.label}".replace("&", "&&"))

    def _make_chips(self, categories: tuple[Category, ...]) -> None:
        self._categories = categories
        for chip in self._chips.values():
            self._chip_row.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for number, category in enumerate(categories, start=1):
            chip = _chip(f"chip_{category.id}", f"{number} {category.mark.value}{category.label}")
            chip.setToolTip(f"分類：{category.label}（「{number}」とスペースを先に打っても選べます）")
            chip.clicked.connect(Call(self._take_category, category.id))
            self._chips[category.id] = chip
        self._place_chips()

    def _status_button(self, status: str) -> QToolButton:
        button = _chip(f"status_{SCRIBED_STATUSES.index(status)}", str(status))
        button.setToolTip(f"状況：{status}（F3 で切り替え）")
        button.clicked.connect(Call(self._take_status, status))
        return button

    def _take_category(self, category_id: str) -> None:
        self.draft_changed.emit(replace(self._draft, category=category_id))

    def _take_status(self, status: str) -> None:
        self.draft_changed.emit(replace(self._draft, status=status))

    def _take_nature(self, natural: bool) -> None:
        self.draft_changed.emit(replace(self._draft, nature=Nature.NATURAL if natural else Nature.ORGANISED))

    def _take_span(self, span: object) -> None:
        self.draft_changed.emit(replace(self._draft, span=span))  # type: ignore[arg-type]


def _chip(name: str, words: str) -> QToolButton:
    chip = QToolButton()
    chip.setObjectName(name)
    chip.setProperty("role", "chip")
    chip.setText(words.replace("&", "&&"))
    chip.setAccessibleName(words)
    chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    chip.setCheckable(True)
    return chip
