"""The menu of the axis."""

from functools import partial

from PySide6.QtWidgets import QMenu

from resource_mapper.domain.coverage import reaches
from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.ui.canvas.deeds import CanvasDeeds
from resource_mapper.ui.canvas.menus.entries import add_entry
from resource_mapper.ui.canvas.menus.target import Target
from resource_mapper.ui.commands.action_set import Actions
from resource_mapper.ui.commands.menu_table import SEPARATOR

NAME = "axisMenu"


def fill(menu: QMenu, target: Target, layout: SheetLayout, deeds: CanvasDeeds, actions: Actions) -> None:
    """Offer what concerns the state of the elderly person under the pointer, and how the axis is seen."""
    band = target.band
    found = [card.resource.id for card in layout.cards if reaches(card.resource, band)]
    add_entry(
        menu,
        "selectBand",
        f"{band.people}が使えるカードをすべて選ぶ（{len(found)}件）",
        f"範囲が「{band.short_label}」にかかるカードをすべて選びます",
        partial(deeds.select, found),
        enabled=bool(found),
    )
    menu.addSeparator()
    actions.fill_menu(menu, ("mirror", SEPARATOR, "fitWidth", "fitPage"), {})
