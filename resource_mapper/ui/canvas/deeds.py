"""What the canvas's menus and shortcuts do: add cards on the sheet, select alike ones, move without dragging."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from resource_mapper.domain import edits
from resource_mapper.domain.axis import Span
from resource_mapper.domain.coverage import Gap
from resource_mapper.domain.edits import DROP_WIDTH, Place
from resource_mapper.domain.lens import UNSET, lens_of
from resource_mapper.domain.resource import Resource, new_id
from resource_mapper.domain.vocabulary import Nature
from resource_mapper.domain.wishes import wish_for
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.naming import added_key
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.document import Document
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.words import undo_words

BEGIN = Span(0.0, DROP_WIDTH)
"""Where a card begins that is added to a row as a whole."""


class CanvasDeeds(QObject):
    """Edits of the document, each one undo step, and changes of the selection."""

    def __init__(self, view: SheetView, document: Document, selection: Selection) -> None:
        """Act on a document for a view."""
        super().__init__(view)
        self._view = view
        self._document = document
        self._selection = selection
        self._unnamed: tuple[str, int] | None = None
        view.name_editor.finished.connect(self._after_naming)

    # Adding

    def add_here(self, where: Place, nature: Nature = Nature.ORGANISED) -> None:
        """Add a card in the middle of a place, and open its name for writing; without a name it does not stay."""
        left = BEGIN.moved_to(where.position - DROP_WIDTH / 2).left
        card = Resource(id=new_id(), name=canvas_words.NEW_CARD, nature=nature)
        worksheet = edits.add(self._document.worksheet, [card])
        after = edits.place(worksheet, card.id, Place(where.row_id, left, where.lane, where.free_y))
        self._document.edit(undo_words.added([card.name]), after, added_key(card.id))
        self._unnamed = card.id, self._document.undo_stack.index()
        self._name(card.id, "")

    def add_natural(self) -> None:
        """Add a 自然な支え合い beside the current card, or in the middle of the last row, and open its name."""
        worksheet, lens = self._document.worksheet, lens_of(self._document.worksheet)
        current = worksheet.get(self._selection.current or "")
        if current is not None and current.span is not None:
            where = Place(lens.row_of(worksheet, current), current.span.centre, free_y=current.free_y)
        else:
            rows = [row.id for row in lens.rows(worksheet) if row.id != UNSET] or [UNSET]
            where = Place(rows[-1], 0.5, free_y=0.5 if lens.is_free else None)
        self._view.setFocus()
        self.add_here(where, Nature.NATURAL)

    def add_in_row(self, row_id: str) -> None:
        """Add a card at the beginning of a row."""
        self.add_here(Place(row_id, BEGIN.centre))

    def add_wish(self, gap: Gap) -> None:
        """Add an あったらいいな that fills a gap; its name is selected, to be written over."""
        wish = wish_for(self._document.worksheet, gap, new_id())
        after = edits.add(self._document.worksheet, [wish])
        self._document.edit(undo_words.wished(wish.name), after, added_key(wish.id))
        self._name(wish.id, None)

    def _name(self, resource_id: str, typed: str | None) -> None:
        self._selection.set([resource_id])
        self._view.edit_name(typed, fresh=True)

    def _after_naming(self) -> None:
        """Take a card back that was added here and then not named."""
        unnamed, self._unnamed = self._unnamed, None
        if unnamed is None or self._document.undo_stack.index() != unnamed[1]:
            return
        card = self._document.worksheet.get(unnamed[0])
        if card is not None and card.name == canvas_words.NEW_CARD:
            self._document.undo_stack.undo()

    # Selecting

    def select(self, ids: Iterable[str]) -> None:
        """Select cards."""
        self._selection.set(ids)
        self._view.setFocus()

    def select_same_category(self) -> None:
        """Select all cards of the current card's 分類."""
        self._select_same("category")

    def select_same_district(self) -> None:
        """Select all cards of the current card's 地区."""
        self._select_same("district")

    def select_same_status(self) -> None:
        """Select all cards of the current card's 状況."""
        self._select_same("status")

    def _select_same(self, field: str) -> None:
        """Select the cards on the sheet that have what the current one has; that stays the current one."""
        worksheet, current = self._document.worksheet, self._selection.current
        model = worksheet.get(current) if current else None
        if model is not None:
            alike = [card.id for card in worksheet.placed if getattr(card, field) == getattr(model, field)]
            self._selection.set((*(key for key in alike if key != model.id), model.id))

    # Moving without dragging

    def carry(self) -> None:
        """Take the selected cards up: the next click puts them down."""
        self._view.carry_current()

    def move_by_words(self) -> None:
        """Ask in words where the selected cards should go."""
        ids = self._selection.ids
        first = self._document.worksheet.get(ids[-1]) if ids else None
        if first is None:
            return
        from resource_mapper.ui.canvas.move_dialog import MoveDialog

        dialog = MoveDialog(self._document.worksheet, ids, self._view)
        if dialog.exec():
            self._document.edit(
                undo_words.moved(first.name) if len(ids) == 1 else undo_words.moved_many(len(ids)), dialog.moved()
            )
        dialog.deleteLater()
