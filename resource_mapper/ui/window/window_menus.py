"""What is in the menus of the menu bar, from `menu_table`."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from resource_mapper.ui.commands.menu_table import MENUS, SUBMENUS
from resource_mapper.ui.files.recent_menu import RecentMenu
from resource_mapper.ui.presenting.screen_menu import ScreenMenu

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow


def fill_menus(window: "MainWindow") -> None:
    """Fill the menus of a window whose actions exist."""
    submenus: dict[str, QMenu] = {"recentMenu": RecentMenu(window.settings, window.files.open_path, window)}
    submenus["screenMenu"] = ScreenMenu(window.meeting, window)
    for name, title, entries in SUBMENUS:
        submenus[name] = QMenu(title, window)
        submenus[name].setObjectName(name)
        window.actions_by_id.fill_menu(submenus[name], entries, {})
    for name, _, entries in MENUS:
        window.actions_by_id.fill_menu(window.menus[name], entries, submenus)
