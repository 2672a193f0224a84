"""「確認した」: the selected resources get today's day and the name of whoever has asked, in one step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resource_mapper.domain.dates import format_date
from resource_mapper.domain.freshness import confirm
from resource_mapper.storage.machine import user_name
from resource_mapper.ui.words import messages, undo_words

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow


class ConfirmActions(QObject):
    """Confirms; asks for the name once, and remembers it in the settings of this user alone."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on the document and the selection of a window."""
        super().__init__(window)
        self._window = window

    def confirm(self) -> None:
        """Set 最終確認日 and 確認者 of the selected resources."""
        document, ids = self._window.document, self._window.selection.ids
        first = document.worksheet.get(ids[0]) if ids else None
        name = self._name()
        if first is None or not name:
            return
        today = self._window.clock().date()
        after = confirm(document.worksheet, ids, today, name)
        day = format_date(today, document.worksheet.heading.calendar)
        if after == document.worksheet:
            self._window.status.show_note(messages.confirmed_already(len(ids), first.name, day))
            return
        document.edit(undo_words.confirmed(len(ids), first.name), after)
        self._window.status.show_note(messages.confirmed_note(len(ids), first.name, day, name))

    def ask_name(self) -> str:
        """Ask for the name of whoever confirms; nothing where nobody answers."""
        proposed = self._window.settings.settings.confirmed_by or user_name()
        name = self._window.parts.dialogs.ask_line(*messages.CONFIRMER_QUESTION, proposed, "この名前にする")
        if name:
            self._window.settings.update(confirmed_by=name)
        return name

    def _name(self) -> str:
        return self._window.settings.settings.confirmed_by or self.ask_name()
