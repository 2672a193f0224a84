"""The menu of a card, or of all that are selected."""

from PySide6.QtWidgets import QMenu

from resource_mapper.ui.action_set import Actions
from resource_mapper.ui.menu_table import CARD_MENU

NAME = "cardMenu"


def fill(menu: QMenu, actions: Actions) -> None:
    """Offer what can be done with the selected cards."""
    actions.fill_menu(menu, CARD_MENU, {})
