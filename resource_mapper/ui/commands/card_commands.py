"""What the actions on cards, and on what else lies on the sheet, do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.commands.handler import CellsOrCards, Handler
from resource_mapper.ui.window.lazy import if_made
from resource_mapper.ui.window.workspace import Arrangement

BESIDE_MM = 16.0
"""From a card's end to the middle of a note that is stuck on there: half of a short one's width and some air."""

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow


class CardCommands(QObject):
    """Undo, clipboard, finding, cards, notes."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window
        window.scene.notes.shown_changed.connect(self._remember_notes)

    def handlers(self) -> dict[str, Handler]:
        """Return what each action calls, by its ID."""
        window, cards = self._window, self._window.cards
        return {
            "undo": window.document.undo_stack.undo,
            "redo": window.document.undo_stack.redo,
            "cutCards": CellsOrCards(window, "cut", cards.cut),
            "copyCards": CellsOrCards(window, "copy", cards.copy),
            "pasteCards": CellsOrCards(window, "paste", cards.paste),
            "renameCard": self._rename_card,
            "fillDown": self._fill_down,
            "deleteCards": cards.delete,
            "duplicateCards": cards.duplicate,
            "placeCards": window.commands.place_cards,
            "unplaceCards": cards.unplace,
            "find": window.finding.open,
            "findNext": window.finding.find_next,
            "findPrevious": window.finding.find_previous,
            "findDuplicates": window.finding.show_duplicates,
            "selectAll": CellsOrCards(window, "selectAll", cards.select_all),
            "selectSameCategory": window.deeds.select_same_category,
            "selectSameDistrict": window.deeds.select_same_district,
            "selectSameStatus": window.deeds.select_same_status,
            "moveCards": window.deeds.move_by_words,
            "carryCards": window.deeds.carry,
            "addCard": window.commands.go_to_quick_add,
            "addNatural": self._add_natural,
            "addWish": self._add_current_wish,
            "stepOn": cards.step_on,
            "stepBack": cards.step_back,
            "confirmCards": self._confirm,
            "confirmerName": window.commands.confirming.ask_name,
            "arrange": self._arrange,
            "addNote": self._add_note,
            "showNotes": self._show_notes,
        }

    def _fill_down(self) -> None:
        self._window.list.actions_on_cells.fill_down()

    def _rename_card(self) -> None:
        panel = if_made(self._window, "list")
        if self._window.workspace.arrangement is Arrangement.LIST or (panel and panel.view.hasFocus()):
            self._window.list.view.edit_name()
        else:
            self._window.view.edit_name()

    def _confirm(self) -> None:
        self._window.commands.finish_typing()
        self._window.commands.confirming.confirm()

    def _add_current_wish(self) -> None:
        gap = self._window.gaps.current_gap
        if gap is not None:
            self._window.commands.add_wish(gap)

    def _add_natural(self) -> None:
        self._window.show_workspace()
        if self._window.workspace.arrangement is Arrangement.LIST:
            self._window.commands.arrange_as(Arrangement.SHEET)
        self._window.deeds.add_natural()

    def _arrange(self) -> None:
        if self._window.scene.layout is not None:
            self._window.cards.arrange(self._window.scene.layout)

    def _add_note(self) -> None:
        """Stick a note on at the right end of the current card, whose name stays legible, or in the middle of all."""
        self._window.commands.finish_typing()
        window = self._window
        window.show_workspace()
        if window.workspace.arrangement is Arrangement.LIST:
            self._window.commands.arrange_as(Arrangement.SHEET)
        item = window.scene.item_of(window.selection.current or "")
        view = next((v for v in window.scene.views() if isinstance(v, SheetView) and v.isActiveWindow()), window.view)
        middle = view.mapToScene(view.viewport().rect().center())
        view.notes.add_at(item.pill.topRight() + QPointF(BESIDE_MM, 0) if item is not None else middle)
        view.setFocus()

    def _show_notes(self, shown: bool) -> None:
        self._window.scene.notes.set_shown(shown)

    def _remember_notes(self, shown: bool) -> None:
        self._window.settings.update(show_notes=shown)
