"""つなぐ, つながりを外す, つながりの一覧: each change is one edit of the document."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resource_mapper.domain import linking
from resource_mapper.domain.link import Ends
from resource_mapper.ui.linking.links_dialog import LinksDialog
from resource_mapper.ui.words import undo_words

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow

CHOOSE_TWO = "つなぐカードを2枚、つなぐ順に選んでください（Ctrl を押しながらクリックすると足せます）"
LINKED_ALREADY = "選んだカードは、この順にもうつながっています"
NO_SHORT_TERM = "通所C・訪問Cのカードがまだありません。「詳細」の「総合事業の類型」で選べます。"
NO_LINK_HERE = "選んだカードには、つながりがありません"


class LinkActions(QObject):
    """Links the cards of a window."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window
        self._document = window.document
        self._dialog: LinksDialog | None = None

    def link(self) -> None:
        """Link the selected cards in the order in which they were selected."""
        worksheet, ids = self._document.worksheet, self._window.selection.ids
        names = [found.name for key in ids if (found := worksheet.get(key))]
        after = linking.link(worksheet, ids)
        if len(names) < 2 or after is worksheet:
            self._window.status.show_note(CHOOSE_TWO if len(names) < 2 else LINKED_ALREADY)
            return
        text = undo_words.linked(names[0], names[-1]) if len(names) == 2 else f"{len(names)}件をつなぐ"
        self._document.edit(text, after)

    def unlink(self) -> None:
        """Take away the arrows among the selected cards; of a single card, all of them."""
        found = linking.links_of(self._document.worksheet, self._window.selection.ids)
        if not found:
            self._window.status.show_note(NO_LINK_HERE)
            return
        self._remove(tuple(each.ends for each in found))

    def show_around(self, wanted: bool) -> None:
        """Let only 通所C・訪問C and what is linked to them show brightly (C型の前後), or everything again."""
        words = linking.around_in_words(self._document.worksheet)
        found = self._window.filter.filter
        self._window.filter.set(replace(found, around_short_term=wanted and bool(words)))
        self._window.actions_by_id["showAround"].setChecked(wanted and bool(words))
        if wanted:
            self._window.status.show_note(words or NO_SHORT_TERM)
            if self._window.meeting.wall is not None:
                self._window.meeting.wall.tell((words or NO_SHORT_TERM).replace("。", "。\n", 1))
            self._bring_short_term_into_sight()
        else:
            self._window.status.show_hint("")

    def _bring_short_term_into_sight(self) -> None:
        """Turn to the first 通所C・訪問C where none is in sight: else all that is seen would only have faded."""
        view, scene, wall = self._window.view, self._window.scene, self._window.meeting.wall
        cards = scene.layout.cards if scene.layout is not None else ()
        boxes = [box for box in cards if box.resource.service_type in linking.SHORT_TERM]
        areas = [item.pill for box in boxes if (item := scene.item_of(box.resource.id))]
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        if areas and not any(seen.contains(area.center()) for area in areas):
            view.ensureVisible(areas[0], 24, 24)
        if wall is not None and boxes and wall.view.page not in {box.page for box in boxes}:
            wall.view.go_to_page(boxes[0].page)
            wall.view.show_whole()

    def show(self) -> None:
        """List the links beside the work."""
        self._window.commands.finish_typing()
        if self._dialog is None:
            self._dialog = LinksDialog(self._document, self._window)
            self._dialog.link_chosen.connect(self._show_cards)
            self._dialog.words_written.connect(self._write)
            self._dialog.remove_wanted.connect(self._remove_one)
        self._dialog.refresh()
        self._dialog.show()
        self._dialog.activateWindow()

    def _show_cards(self, source: str, target: str) -> None:
        self._window.finding.reveal(source)
        self._window.selection.set((source, target))

    def _write(self, ends: Ends, words: str) -> None:
        after = linking.set_words(self._document.worksheet, ends, words)
        self._document.edit("つながりのことばを変える", after)

    def _remove_one(self, ends: Ends) -> None:
        self._remove((ends,))

    def _remove(self, ends: tuple[Ends, ...]) -> None:
        text = "つながりを外す" if len(ends) == 1 else f"つながりを{len(ends)}本外す"
        self._document.edit(text, linking.unlink(self._document.worksheet, ends))
