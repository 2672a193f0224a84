"""The canvas by keyboard: walking the cards, moving them, setting their ends and their category."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from resource_mapper.domain import edits
from resource_mapper.domain.lens import UNSET
from resource_mapper.domain.should_be import stretch_aim
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.reading_order import Direction, neighbour, reading_order
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.document import Document
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.words import undo_words

STEP = 1 / 24
"""Ctrl+arrow moves by one cell of the 資源の厚み strip."""
FINE_STEP = 0.005
"""With Shift as well: half a per cent, 1.8 mm on paper."""

_BRACKETS = ("[", "]", "{", "}")
_DIGITS = tuple("0123456789")
_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class CanvasKeys:
    """Turns keys into selection and edits. Steps in a row are one undo step."""

    def __init__(self, scene: SheetScene, document: Document, selection: Selection) -> None:
        """Work on a document; the current card is the selection's last one."""
        self._scene = scene
        self._document = document
        self._selection = selection

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; False for keys that mean nothing here."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        direction = _ARROWS.get(event.key())
        if direction is not None and modifiers == Qt.KeyboardModifier.AltModifier:
            return self.change_row(-1 if direction == "up" else 1) if direction in ("up", "down") else False
        if direction is not None and control:
            return self.nudge(direction, FINE_STEP if shift else STEP) if direction in ("left", "right") else False
        if direction is not None:
            return self.walk(direction, extend=shift)
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not modifiers:
            return self.go_to_end(last=event.key() == Qt.Key.Key_End)
        return not control and self.type_text(event.text())

    def type_text(self, text: str) -> bool:
        """Do what the text of a key means: brackets set an end, digits the category; False for all other texts."""
        if not self._selection.ids:
            return False
        if text in _BRACKETS:
            return self.set_end(text)
        return text in _DIGITS and self.set_category(int(text))

    def walk(self, direction: Direction, *, extend: bool = False) -> bool:
        """Go to the next card; `extend` keeps what is selected."""
        layout = self._scene.layout
        target = neighbour(layout, self._selection.current, direction) if layout else None
        if target is None:
            return bool(self._selection.current)
        kept = self._selection.ids if extend else ()
        self._selection.set((*(key for key in kept if key != target.resource.id), target.resource.id))
        return True

    def go_to_end(self, *, last: bool) -> bool:
        """Go to the first or the last card in reading order."""
        layout = self._scene.layout
        order = reading_order(layout) if layout else []
        if order:
            self._selection.set([order[-1 if last else 0].resource.id])
        return bool(order)

    def tab(self, *, forward: bool, entering: bool = False) -> bool:
        """Go on in reading order, or begin there; False at its end, where Tab leaves the canvas."""
        layout = self._scene.layout
        ids = [card.resource.id for card in reading_order(layout)] if layout else []
        at = ids.index(self._selection.current) if self._selection.current in ids else None
        if at is not None:
            at = at if entering else at + (1 if forward else -1)
        elif entering:
            at = 0 if forward else len(ids) - 1
        if at is None or not 0 <= at < len(ids):
            return False
        if not entering or self._selection.current not in ids:
            self._selection.set([ids[at]])
        return True

    def nudge(self, direction: Direction, step: float) -> bool:
        """Move the selected cards along the axis, as seen."""
        worksheet, ids = self._document.worksheet, self._selection.ids
        sign = (1 if direction == "right" else -1) * (-1 if worksheet.mirrored else 1)
        return self._edit("をずらす", edits.move(worksheet, ids, sign * step), ("nudge", ids))

    def change_row(self, by: int) -> bool:
        """Move the selected cards a row up or down."""
        layout, current = self._scene.layout, self._selection.current
        box = self._scene.box_of(current) if current else None
        if layout is None or box is None or layout.lens.is_free:
            return False
        rows = [row.id for row in layout.lens.rows(layout.worksheet) if row.id != UNSET]
        index = rows.index(box.row_id) + by if box.row_id in rows else len(rows) - 1
        if not 0 <= index < len(rows):
            return True
        after = edits.move(self._document.worksheet, self._selection.ids, 0.0, rows[index])
        return self._edit("の行を移す", after, ("row", self._selection.ids))

    def set_end(self, key: str) -> bool:
        """「[」「]」 move the left or right end, as seen, outwards; with Shift (「{」「}」) inwards."""
        worksheet, ids = self._document.worksheet, self._selection.ids
        seen_left = key in "[{"
        edge: edits.Edge = "left" if seen_left != worksheet.mirrored else "right"
        outwards = -STEP if edge == "left" else STEP
        change = outwards if key in "[]" else -outwards
        after = worksheet
        for resource_id in ids:
            resource = worksheet.get(resource_id)
            if resource is not None and resource.span is not None:
                aims = self._scene.writes_aims
                span = resource.aim or resource.span if aims else resource.span
                end = span.left if edge == "left" else span.right
                after = (stretch_aim if aims else edits.resize)(after, resource_id, edge, end + change)
        words = "のあるべき姿を書く" if self._scene.writes_aims else "の幅を変える"
        return self._edit(words, after, ("end", edge, ids, self._scene.writes_aims))

    def set_category(self, number: int) -> bool:
        """Give the selected cards the category with this number, from 1; numbers without a category do nothing."""
        categories = self._document.worksheet.categories
        if not 1 <= number <= len(categories):
            return True
        after = edits.change(self._document.worksheet, self._selection.ids, category=categories[number - 1].id)
        return self._edit("の分類を変える", after, None)

    def _edit(self, words: str, after: Worksheet, merge_key: object) -> bool:
        ids = self._selection.ids
        first = self._document.worksheet.get(ids[-1]) if ids else None
        if first is None:
            return False
        text = undo_words.done_to(words, len(ids), first.name)
        self._document.edit(text, after, merge_key)
        return True
