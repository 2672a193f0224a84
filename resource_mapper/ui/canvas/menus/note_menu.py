"""The menu of a 付箋."""

from functools import partial

from PySide6.QtWidgets import QMenu

from resource_mapper.ui.canvas.menus.entries import add_entry
from resource_mapper.ui.canvas.note_deeds import NoteDeeds
from resource_mapper.ui.commands.action_set import Actions

NAME = "noteMenu"


def fill(menu: QMenu, note_id: str, notes: NoteDeeds, actions: Actions) -> None:
    """Offer what can be done with a note."""
    add_entry(menu, "writeNote", "書き直す…", "付箋のことばを書き直します（F2）", partial(notes.edit, note_id))
    menu.addSeparator()
    tip = "1行目を名称にしたカードに替えます（元に戻せます）"
    add_entry(menu, "noteToCard", "資源のカードにする", tip, partial(notes.make_card, note_id))
    tip = "1行目を課題にして、課題の一覧に移します（元に戻せます）"
    add_entry(menu, "noteToConcern", "課題にする", tip, partial(notes.make_concern, note_id))
    menu.addSeparator()
    add_entry(menu, "removeNote", "はがす", "付箋をはがします（Delete、元に戻せます）", partial(notes.remove, note_id))
    menu.addSeparator()
    actions.fill_menu(menu, ("showNotes",), {})
