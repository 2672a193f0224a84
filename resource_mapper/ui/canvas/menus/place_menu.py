"""The menu of an empty place; on a hatched stretch it begins with the wish for it."""

from functools import partial

from PySide6.QtWidgets import QMenu

from resource_mapper.domain.vocabulary import Nature
from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.ui.canvas.deeds import CanvasDeeds
from resource_mapper.ui.canvas.menus.entries import add_entry
from resource_mapper.ui.canvas.menus.target import Target, gaps_of
from resource_mapper.ui.canvas.menus.wish_entries import add_wish_here, add_wish_menu
from resource_mapper.ui.commands.action_set import Actions
from resource_mapper.ui.commands.menu_table import SEPARATOR

NAME, GAP_NAME = "placeMenu", "gapMenu"


def fill(menu: QMenu, target: Target, layout: SheetLayout, deeds: CanvasDeeds, actions: Actions) -> None:
    """Offer what can be put there, and what concerns the whole sheet."""
    if target.gap is not None:
        add_wish_here(menu, target.gap, deeds)
    add_entry(
        menu,
        "addHere",
        "ここに資源を追加",
        "ここに新しいカードを置き、名称を書きます",
        partial(deeds.add_here, target.where),
    )
    add_entry(
        menu,
        "addNaturalHere",
        "ここに自然な支え合いを追加",
        "お茶のみや見守りなど、活動ではない支え合い（地域の宝物）のカードを置きます",
        partial(deeds.add_here, target.where, Nature.NATURAL),
    )
    if target.gap is None:
        add_wish_menu(menu, gaps_of(layout), layout.lens, deeds)
    rest = ("pasteCards", "selectAll", SEPARATOR, "editHeading", SEPARATOR, "fitWidth", "fitPage", "zoomLife")
    menu.addSeparator()
    actions.fill_menu(menu, rest, {})
