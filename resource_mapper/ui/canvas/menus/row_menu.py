"""The menu of a row's label."""

from functools import partial

from PySide6.QtWidgets import QMenu

from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.ui.canvas.deeds import CanvasDeeds
from resource_mapper.ui.canvas.menus.entries import add_entry
from resource_mapper.ui.canvas.menus.target import Target, gaps_of
from resource_mapper.ui.canvas.menus.wish_entries import add_wish_menu

NAME = "rowMenu"


def fill(menu: QMenu, target: Target, layout: SheetLayout, deeds: CanvasDeeds) -> None:
    """Offer what concerns the whole row."""
    row = target.row.row
    members = [card.resource.id for card in layout.cards if card.row_id == row.id]
    add_entry(
        menu,
        "selectRow",
        f"この行のカードをすべて選ぶ（{len(members)}件）",
        f"「{row.label}」のカードをすべて選びます",
        partial(deeds.select, members),
        enabled=bool(members),
    )
    menu.addSeparator()
    add_entry(
        menu,
        "addInRow",
        "この行に資源を追加",
        f"「{row.label}」に新しいカードを置き、名称を書きます",
        partial(deeds.add_in_row, row.id),
    )
    add_wish_menu(menu, gaps_of(layout, target.row), layout.lens, deeds)
