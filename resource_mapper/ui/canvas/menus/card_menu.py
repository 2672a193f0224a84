"""The menu of a card, or of all that are selected."""

from PySide6.QtWidgets import QMenu

from resource_mapper.ui.commands.action_set import Actions
from resource_mapper.ui.commands.menu_table import CARD_MENU, SUBMENUS

NAME = "cardMenu"


def fill(menu: QMenu, actions: Actions) -> None:
    """Offer what can be done with the selected cards."""
    title, entries = next((title, entries) for name, title, entries in SUBMENUS if name == "sameMenu")
    same = QMenu(title, menu)
    same.setObjectName("cardSameMenu")
    same.setAccessibleName(title)
    same.menuAction().setObjectName("selectSame")
    same.menuAction().setStatusTip("いまのカードと分類・地区・状況が同じカードを選びます")
    actions.fill_menu(same, entries, {})
    actions.fill_menu(menu, CARD_MENU, {"sameMenu": same})
