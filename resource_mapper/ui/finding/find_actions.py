"""Finding resources, going to them wherever they are, and telling of near-duplicates."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from resource_mapper.domain.search import find
from resource_mapper.layout.reading_order import reading_order
from resource_mapper.ui.finding.duplicate_hint import DuplicateHint
from resource_mapper.ui.window.lazy import if_made
from resource_mapper.ui.window.workspace import Arrangement
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.domain.resource import Resource
    from resource_mapper.ui.finding.duplicates_dialog import DuplicatesDialog
    from resource_mapper.ui.window.main_window import MainWindow


class FindActions(QObject):
    """Works the find bar of a window."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window
        self._came_from: QWidget | None = None
        self._dialog: DuplicatesDialog | None = None
        self.hint = DuplicateHint(window, window.document)
        self.hint.chosen.connect(self.reveal)
        bar = window.find_bar
        bar.words_changed.connect(self._look)
        bar.step_wanted.connect(self._step)
        bar.close_wanted.connect(self.close)

    def watch_name(self, field: QLineEdit) -> None:
        """Tell of near-duplicates while the name of a selected card is written in a field."""
        self.hint.watch(field, self._window.selection)

    def open(self) -> None:
        """Open the find bar; what was found before is found again."""
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self._window.find_bar.words:
            self._came_from = focused
        self._window.find_bar.open()
        self._show_count(self._found())

    def close(self) -> None:
        """Put the find bar away and go back to where the search began."""
        self._window.find_bar.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()
        else:
            self._window.view.setFocus()

    def find_next(self) -> None:
        """Go to the next resource that holds the words; ask for words where there are none."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def reveal(self, resource_id: str) -> None:
        """Select a resource and scroll to it: on the sheet, in the tray, or in the list."""
        window = self._window
        resource = window.document.worksheet.get(resource_id)
        if resource is None:
            return
        on_list = window.workspace.arrangement is Arrangement.LIST
        if (on_list or window.filter.hides) and not window.filter.shows(resource):
            window.filter.clear()
        if resource.span is not None and not on_list and window.scene.item_of(resource_id) is None:
            window.commands.arrange_as(Arrangement.BOTH, go_there=False)  # what has ended lies on no sheet
        window.selection.set([resource_id])
        window.view.show_current()
        if resource.span is None and not on_list:
            window.workspace.show_panel("side")
        if panel := if_made(window, "list"):
            panel.view.go_to(resource_id)

    def reveal_all(self, ids: Iterable[str]) -> None:
        """Select several resources and scroll to the first of them."""
        there = [key for key in ids if self._window.document.worksheet.get(key) is not None]
        if there:
            self.reveal(there[0])
            self._window.selection.set((*there[1:], there[0]))

    def show_duplicates(self) -> None:
        """List the pairs of resources that may be the same; found off the GUI thread."""
        from resource_mapper.domain.similar import duplicate_pairs

        resources = self._window.document.worksheet.resources
        self._window.tasks.run(lambda: duplicate_pairs(resources), self._show_pairs, self._could_not)

    def _show_pairs(self, pairs: "tuple[tuple[Resource, Resource], ...]") -> None:
        if not pairs:
            self._window.parts.dialogs.tell(messages.NO_DUPLICATES)
            return
        from resource_mapper.ui.finding.duplicates_dialog import DuplicatesDialog

        if self._dialog is None:
            self._dialog = DuplicatesDialog(self._window)
            self._dialog.chosen.connect(self._show_pair)
        self._dialog.show_pairs(pairs)
        self._dialog.show()
        self._dialog.activateWindow()

    def _could_not(self, error: Exception) -> None:
        raise error

    def _show_pair(self, one: str, other: str) -> None:
        self.reveal(one)
        there = self._window.document.worksheet
        self._window.selection.set(key for key in (other, one) if there.get(key) is not None)

    def _found(self) -> list[str]:
        """Return what holds the words: in the order of the list where it is alone, else of the sheet."""
        window = self._window
        worksheet = window.document.worksheet
        found = find(worksheet, window.find_bar.words.text())
        layout = window.scene.layout
        if window.workspace.arrangement is Arrangement.LIST:
            order = {key: number for number, key in enumerate(window.list.table.ids)}
        else:
            order = {card.resource.id: n for n, card in enumerate(reading_order(layout))} if layout else {}
        return sorted(found, key=lambda key: order.get(key, len(order)))

    def _look(self) -> None:
        """Go to the first resource that holds what is written so far; stay where the current one does."""
        found = self._found()
        if found and self._window.selection.current not in found:
            self.reveal(found[0])
        self._show_count(found)

    def _step(self, step: int) -> None:
        if not self._window.find_bar.words.text().strip():
            self.open()
            return
        found, current = self._found(), self._window.selection.current
        if found:
            here = found.index(current) if current in found else (-1 if step > 0 else 0)
            self.reveal(found[(here + step) % len(found)])
        self._window.find_bar.show()
        self._show_count(found)

    def _show_count(self, found: list[str]) -> None:
        current = self._window.selection.current
        self._window.find_bar.show_count(found.index(current) + 1 if current in found else 0, len(found))
