"""What the menus do to cards: each is one edit of the document."""

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from resource_mapper.domain import edits
from resource_mapper.domain.lens import LENS
from resource_mapper.domain.resource import Resource, new_id
from resource_mapper.domain.wishes import step_on
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.free import arranged_heights
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.document import Document
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.words import messages, undo_words


class CardActions(QObject):
    """Adds, removes, copies and arranges cards, and changes how they are shown."""

    hinted = Signal(str)
    """A word for the status bar."""

    def __init__(self, document: Document, selection: Selection, dialogs: Dialogs) -> None:
        """Edit a document; new cards become the selection."""
        super().__init__(document)
        self._document = document
        self._selection = selection
        self._dialogs = dialogs

    def add_names(self, names: list[str]) -> None:
        """Add a card per name to the tray."""
        self._add([Resource(id=new_id(), name=name) for name in names], undo_words.added(names))

    def _add(self, resources: list[Resource], text: str) -> None:
        self._document.edit(text, edits.add(self._document.worksheet, resources))
        self._selection.set(resource.id for resource in resources[-1:])

    def delete(self) -> None:
        """Delete the selected cards; undo brings them back."""
        self._edit_selected(edits.remove, undo_words.removed)

    def cut(self) -> None:
        """Copy the selected cards to the clipboard and delete them."""
        self.copy()
        self.delete()

    def copy(self) -> None:
        """Copy the selected cards to the clipboard as table rows: Excel takes them as cells."""
        worksheet = self._document.worksheet
        chosen = [resource for resource in worksheet.resources if resource.id in self._selection.ids]
        if chosen:
            from resource_mapper.storage.workbook.table_text import table_text

            QGuiApplication.clipboard().setText(table_text(chosen, worksheet))

    def paste(self) -> None:
        """Paste cards, rows copied in Excel or lines of names, as one step; placed cards keep their place."""
        from resource_mapper.storage.workbook.table_text import loses_cells, resources_from_table_text

        text = QGuiApplication.clipboard().text()
        resources = resources_from_table_text(text, self._document.worksheet)
        if resources:
            self._document.edit(f"{len(resources)}件を貼り付け", edits.add(self._document.worksheet, resources))
            self._selection.set(resource.id for resource in resources)
            if loses_cells(text):
                self.hinted.emit(messages.ONLY_NAMES)

    def unplace(self) -> None:
        """Put the selected cards back into the tray."""
        self._edit_selected(edits.unplace, lambda count, name: undo_words.changed("置き場所", count, name))

    def place(self) -> None:
        """Put the selected cards of the tray on the sheet, where keys can move them on."""
        waiting = [
            key for key in self._selection.ids if (found := self._document.worksheet.get(key)) and not found.span
        ]
        if waiting:
            self._selection.set(waiting)
            self._edit_selected(edits.place_waiting, undo_words.placed_many)

    def step_on(self) -> None:
        """Let the selected wishes come a step nearer: 準備中, then ある."""
        self._step(1)

    def step_back(self) -> None:
        """Take such a step back."""
        self._step(-1)

    def _step(self, by: int) -> None:
        after = step_on(self._document.worksheet, self._selection.ids, by)
        changed = [
            now for was, now in zip(self._document.worksheet.resources, after.resources, strict=True) if was != now
        ]
        if changed:
            text = undo_words.stepped(len(changed), changed[0].name, {one.status for one in changed}, back=by < 0)
            self._document.edit(text, after)

    def duplicate(self) -> None:
        """Copy the selected cards; the copies become the selection."""
        copies = {resource_id: new_id() for resource_id in self._selection.ids}
        if copies:
            self._document.edit(f"{len(copies)}件を複製", edits.duplicate(self._document.worksheet, copies))
            self._selection.set(copies.values())

    def select_all(self) -> None:
        """Select every card on the sheet."""
        self._selection.set(resource.id for resource in self._document.worksheet.placed)

    def set_lens(self, lens_id: str) -> None:
        """Show the sheet through another lens."""
        worksheet = self._document.worksheet
        after = edits.set_lens(worksheet, lens_id)
        self._document.edit(undo_words.lens_chosen(LENS[lens_id].label), after)
        if after == worksheet:
            self._document.swap(worksheet)  # the menu's check mark has moved by itself

    def mirror(self, mirrored: bool) -> None:
        """Show 元気 on the other side."""
        self._document.edit("左右を入れ替える", replace(self._document.worksheet, mirrored=mirrored))

    def arrange(self, layout: SheetLayout) -> None:
        """Resolve overlaps in 自由配置; no card moves along the axis."""
        worksheet = self._document.worksheet
        for resource_id, height in arranged_heights(layout).items():
            worksheet = edits.change(worksheet, {resource_id}, free_y=height)
        self._document.edit("重なりを直す", worksheet)

    def _edit_selected(
        self,
        edit: Callable[[Worksheet, Collection[str]], Worksheet],
        text: Callable[[int, str], str],
    ) -> None:
        ids = self._selection.ids
        first = self._document.worksheet.get(ids[0]) if ids else None
        if first is not None:
            self._document.edit(text(len(ids), first.name), edit(self._document.worksheet, ids))
