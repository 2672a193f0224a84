"""「動かす…」: row and range in words, for those who cannot or do not want to drag."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from resource_mapper.domain.axis import BANDS, Span, place_in_words, span_in_words
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.widgets.end_buttons import EndButtons
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.words.tips import give_tips

PARTS = 3 * len(BANDS)
"""The axis in words: beginning, middle and end of each band."""


class MoveDialog(QDialog):
    """Asks for row, 「どこから」 and 「どこまで」; `moved()` is the worksheet after 「動かす」."""

    def __init__(self, worksheet: Worksheet, ids: Sequence[str], parent: QWidget | None = None) -> None:
        """Show where some cards are now; where they differ, everything stays unless it is chosen."""
        super().__init__(parent)
        self._worksheet = worksheet
        self._cards = [card for card in worksheet.resources if card.id in ids]
        self.setObjectName("moveDialog")
        self.setWindowTitle("動かす")
        self.setMinimumWidth(420)
        form = QFormLayout()
        self._row = self._rows(form)
        self._from = self._places(form, "move_from", "どこから", 0)
        self._to = self._places(form, "move_to", "どこまで", 1)
        self._result = label(name="move_result")
        form.addRow("対象", self._result)
        column = QVBoxLayout(self)
        column.addWidget(label(canvas_words.to_be_moved([card.name for card in self._cards])))
        column.addLayout(form)
        buttons = EndButtons(self, "動かす", "move_accept", "move_cancel")
        self._accept = buttons.accept_button
        column.addWidget(buttons)
        for box in (self._row, self._from, self._to):
            box.currentIndexChanged.connect(self._show_result)
        self._show_result()
        give_tips(self)

    def moved(self) -> Worksheet:
        """Return the worksheet with the cards where the words say."""
        return self._worksheet.with_resources(
            self._moved(card) if card in self._cards else card for card in self._worksheet.resources
        )

    def _moved(self, card: Resource) -> Resource:
        lens, row_id = lens_of(self._worksheet), self._row.currentData()
        moved = replace(card, span=self._span(card))
        if row_id is None or row_id == lens.row_of(self._worksheet, card):
            return moved
        return replace(lens.put(self._worksheet, moved, row_id), lane=None)

    def _span(self, card: Resource) -> Span | None:
        """Return a card's range as chosen; an end that is left alone keeps its exact place where it can."""
        start, end = self._from.currentData(), self._to.currentData()
        if card.span is None and start is None and end is None:
            return None
        before = card.span or Span(0.0, 1.0)
        left = before.left if start is None else start / PARTS
        right = before.right if end is None else (end + 1) / PARTS
        if left > right:  # the end that was chosen counts
            left, right = (
                (left, min(left + before.width, 1.0)) if end is None else (max(right - before.width, 0.0), right)
            )
        return Span(left, right)

    def _rows(self, form: QFormLayout) -> QComboBox:
        lens = lens_of(self._worksheet)
        box = self._box(form, "move_row", "行")
        box.addItem(canvas_words.AS_IT_IS, None)
        for row in lens.rows(self._worksheet):
            if row.id and not lens.is_free:
                box.addItem(row.label, row.id)
        here = {lens.row_of(self._worksheet, card) for card in self._cards}
        if len(here) == 1:
            box.setCurrentIndex(max(box.findData(here.pop()), 0))
        form.setRowVisible(box, not lens.is_free)
        return box

    def _places(self, form: QFormLayout, name: str, words: str, end: int) -> QComboBox:
        box = self._box(form, name, words)
        box.addItem(self._now(end), None)
        for part in range(PARTS):
            box.addItem(place_in_words((part + 0.5) / PARTS), part)
        return box

    def _now(self, end: int) -> str:
        """Return 「いまのまま」, with the place in words where there is one for all."""
        spans = [card.span for card in self._cards]
        inside = (0.5, -0.5)[end] / 1000  # an end on a border belongs to the part that it ends
        words = {place_in_words((span.left, span.right)[end] + inside) for span in spans if span is not None}
        together = len(words) == 1 and None not in spans
        return f"{canvas_words.AS_IT_IS}（{words.pop()}）" if together else canvas_words.AS_IT_IS

    def _box(self, form: QFormLayout, name: str, words: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(words)
        form.addRow(words, box)
        return box

    def _show_result(self) -> None:
        start, end = self._from.currentData(), self._to.currentData()
        crossed = start is not None and end is not None and start > end
        spans = {self._span(card) for card in self._cards} if not crossed else set()
        words = sorted({span_in_words(span) for span in spans if span is not None})
        self._result.setText(canvas_words.CROSSED if crossed else "、".join(words) or canvas_words.NOT_PLACED)
        self._accept.setEnabled(not crossed)
