"""The canvas as a list of cards, in reading order, for `QAccessible`.

Qt and Python both believe to own the interfaces, so none is ever given up: each lives until the program ends, and
says itself whether there is still something behind it.
"""

from functools import cache

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject, QWindow
from shiboken6 import isValid

from resource_mapper.layout.boxes import CardBox, SheetLayout
from resource_mapper.layout.reading_order import reading_order
from resource_mapper.ui.accessibility.words import card_in_words, note_in_words
from resource_mapper.ui.canvas.view import SheetView

_kept: dict[int, "CanvasInterface"] = {}
_dead: list[QAccessibleInterface] = []


class CanvasInterface(QAccessibleObject):
    """The canvas: a list whose items are the cards; the field for a name is its last child while it is open."""

    def __init__(self, view: SheetView) -> None:
        """Speak for a view."""
        super().__init__(view)
        self._view = view
        self._cards: dict[str, CardInterface] = {}
        self._spoken_notes: dict[str, NoteInterface] = {}
        self._order: tuple[SheetLayout | None, list[CardBox]] = (None, [])
        """The layout last asked about, and its cards in reading order."""

    @property
    def view(self) -> SheetView:
        """The canvas it speaks for."""
        return self._view

    def boxes(self) -> list[CardBox]:
        """Return the cards in reading order."""
        layout = self._view.sheet.layout if self.isValid() else None
        if layout is not self._order[0]:
            self._order = layout, reading_order(layout) if layout is not None else []
        return self._order[1]

    def card(self, resource_id: str) -> "CardInterface":
        """Return what speaks for a card."""
        if resource_id not in self._cards:
            self._cards[resource_id] = CardInterface(self, resource_id)
        return self._cards[resource_id]

    def note(self, note_id: str) -> "NoteInterface":
        """Return what speaks for a note."""
        if note_id not in self._spoken_notes:
            self._spoken_notes[note_id] = NoteInterface(self, note_id)
        return self._spoken_notes[note_id]

    def index_of_note(self, note_id: str) -> int:
        """Return a note's place among the children, -1 for one that is gone."""
        notes = self._notes()
        return len(self.boxes()) + notes.index(note_id) if note_id in notes else -1

    def _notes(self) -> tuple[str, ...]:
        return self._view.sheet.notes.ids if self.isValid() else ()

    def isValid(self) -> bool:
        """Whether the canvas still exists."""
        return isValid(self._view)

    def role(self) -> QAccessible.Role:
        """A list."""
        return QAccessible.Role.List

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, and how many cards there are."""
        if kind == QAccessible.Text.Name:
            return self._view.accessibleName()
        return f"{len(self.boxes())}件" if kind == QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        """Whether it has the focus."""
        state = QAccessible.State()
        state.focusable = state.multiSelectable = True
        state.focused = self._view.hasFocus()
        state.invisible = not self._view.isVisible()
        return state

    def window(self) -> QWindow:
        """The window it lies in."""
        return self._view.window().windowHandle()

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect(self._view.mapToGlobal(self._view.rect().topLeft()), self._view.size())

    def parent(self) -> QAccessibleInterface:
        """The widget around it."""
        around = self._view.parentWidget()
        return QAccessible.queryAccessibleInterface(around if around is not None else self._view)

    def childCount(self) -> int:
        """Cards, notes, and the open field."""
        return len(self.boxes()) + len(self._notes()) + self._view.name_editor.is_open

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A card, behind them a note, and last the open field."""
        boxes, notes = self.boxes(), self._notes()
        if 0 <= index < len(boxes):
            return self.card(boxes[index].resource.id)
        if 0 <= index - len(boxes) < len(notes):
            return self.note(notes[index - len(boxes)])
        if index == len(boxes) + len(notes) and self._view.name_editor.is_open:
            return QAccessible.queryAccessibleInterface(self._view.name_editor)
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """A card's place in reading order."""
        if isinstance(child, CardInterface):
            return child.index()
        return len(self.boxes()) + len(self._notes()) if child.object() is self._view.name_editor else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The card under a point of the screen."""
        hits = [*map(self.note, reversed(self._notes())), *(self.card(box.resource.id) for box in self.boxes())]
        return next((card for card in hits if card.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """What has the focus: the open field, the current card, or the canvas itself."""
        if not self._view.hasFocus():
            return None
        if self._view.name_editor.is_open:
            return QAccessible.queryAccessibleInterface(self._view.name_editor)
        current = self._view.selection.current
        if current is not None and self._view.sheet.box_of(current) is not None:
            return self.card(current)
        chosen = self._view.sheet.notes.chosen
        return self if chosen is None else self.note(chosen)


class CardInterface(QAccessibleInterface):
    """One card: an item of the list."""

    def __init__(self, canvas: CanvasInterface, resource_id: str) -> None:
        """Speak for a card of a canvas."""
        super().__init__()
        self._canvas = canvas
        self._resource_id = resource_id

    def _box(self) -> CardBox | None:
        return self._canvas.view.sheet.box_of(self._resource_id) if self._canvas.isValid() else None

    def index(self) -> int:
        """Return its place in reading order, -1 for a card that is gone."""
        ids = [box.resource.id for box in self._canvas.boxes()]
        return ids.index(self._resource_id) if self._resource_id in ids else -1

    def isValid(self) -> bool:
        """Whether the card is still on the sheet."""
        return self._box() is not None

    def object(self) -> None:  # type: ignore[override]
        """None: cards are no objects of Qt."""

    def role(self) -> QAccessible.Role:
        """An item."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """Everything in one sentence: few screen readers speak more than the name without being asked."""
        box = self._box()
        layout = self._canvas.view.sheet.layout if box is not None else None
        if box is None or layout is None or kind != QAccessible.Text.Name:
            return ""
        return card_in_words(layout, self._canvas.boxes(), box)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing: names are written in the field."""

    def state(self) -> QAccessible.State:
        """Whether it is selected, current, in sight."""
        view, state = self._canvas.view, QAccessible.State()
        state.invalid = not self.isValid()
        if self.isValid():
            current = view.selection.current == self._resource_id
            state.selectable = state.focusable = state.multiSelectable = True
            state.selected = self._resource_id in view.selection.ids
            state.focused = current and view.hasFocus() and not view.name_editor.is_open
            state.offscreen = not self.rect().intersects(self._canvas.rect())
        return state

    def window(self) -> QWindow:
        """The window it lies in."""
        return self._canvas.window()

    def rect(self) -> QRect:
        """Where it is on the screen."""
        view = self._canvas.view
        item = view.sheet.item_of(self._resource_id) if self.isValid() else None
        if item is None:
            return QRect()
        pixels = view.mapFromScene(item.pill).boundingRect()
        return QRect(view.viewport().mapToGlobal(pixels.topLeft()), pixels.size())

    def parent(self) -> QAccessibleInterface:
        """The canvas."""
        return self._canvas

    def childCount(self) -> int:
        """None."""
        return 0

    def child(self, _index: int) -> None:  # type: ignore[override]
        """None."""

    def childAt(self, _x: int, _y: int) -> None:  # type: ignore[override]
        """None."""

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """None."""
        return -1


class NoteInterface(CardInterface):
    """One 付箋: an item of the list, behind the cards."""

    def _area(self) -> QRectF | None:
        item = self._canvas.view.sheet.notes.item_of(self._resource_id) if self._canvas.isValid() else None
        return item.area if item is not None and item.isVisible() else None

    def index(self) -> int:
        """Return its place among the children of the canvas."""
        return self._canvas.index_of_note(self._resource_id)

    def isValid(self) -> bool:
        """Whether the note still shows."""
        return self._area() is not None

    def text(self, kind: QAccessible.Text) -> str:
        """That it is a note, what it says, and whom it hangs over."""
        item = self._canvas.view.sheet.notes.item_of(self._resource_id) if self.isValid() else None
        if item is None or item.box is None or kind != QAccessible.Text.Name:
            return ""
        return note_in_words(item.box.note)

    def state(self) -> QAccessible.State:
        """Whether it is chosen, and in sight."""
        view, state = self._canvas.view, QAccessible.State()
        state.invalid = not self.isValid()
        if self.isValid():
            chosen = view.sheet.notes.chosen == self._resource_id
            state.selectable = state.focusable = True
            state.selected = chosen
            state.focused = chosen and view.hasFocus()
            state.offscreen = not self.rect().intersects(self._canvas.rect())
        return state

    def rect(self) -> QRect:
        """Where it is on the screen."""
        area = self._area()
        if area is None:
            return QRect()
        view = self._canvas.view
        pixels = view.mapFromScene(area).boundingRect()
        return QRect(view.viewport().mapToGlobal(pixels.topLeft()), pixels.size())


@cache
def install() -> None:
    """Let Qt ask here for the canvas; asked twice, it stays installed once."""
    QAccessible.installFactory(_interface_for)


def _interface_for(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, SheetView):
        return None
    known = _kept.get(id(thing))
    if known is None or known.view is not thing:
        if known is not None:
            _dead.append(known)
        _kept[id(thing)] = CanvasInterface(thing)
    return _kept[id(thing)]
