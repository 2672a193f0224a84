"""The menu bar, from `menu_table`."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from resource_mapper.ui.files.recent_menu import RecentMenu
from resource_mapper.ui.menu_table import MENUS, SUBMENUS
from resource_mapper.ui.presenting.screen_menu import ScreenMenu

if TYPE_CHECKING:
    from resource_mapper.ui.main_window import MainWindow


def build_menus(window: "MainWindow") -> None:
    """Fill the menu bar of a window whose actions exist."""
    submenus: dict[str, QMenu] = {"recentMenu": RecentMenu(window.parts.settings, window.files.open_path, window)}
    submenus["screenMenu"] = ScreenMenu(window.meeting, window)
    for name, title, entries in SUBMENUS:
        submenus[name] = QMenu(title, window)
        submenus[name].setObjectName(name)
        window.actions_by_id.fill_menu(submenus[name], entries, {})
    for name, title, entries in MENUS:
        menu = window.menuBar().addMenu(title)
        menu.setObjectName(name)
        window.actions_by_id.fill_menu(menu, entries, submenus)
