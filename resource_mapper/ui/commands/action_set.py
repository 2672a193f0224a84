"""The actions of the table as Qt knows them: made, enabled by groups, put into menus and toolbar."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from resource_mapper.ui.commands.actions import ACTIONS, ActionSpec
from resource_mapper.ui.commands.menu_table import SEPARATOR, TOOLBAR
from resource_mapper.ui.look.icons import icon


def keys_of(spec: ActionSpec) -> list[QKeySequence]:
    """Return an action's keys, the one to show first: of the two Enter keys that whose name is printed on it."""
    both = (spec.shortcut.replace("Return", "Enter"), spec.shortcut)
    return [QKeySequence(keys) for keys in dict.fromkeys(both) if keys]


class Actions:
    """The window's actions by ID."""

    def __init__(self, window: QMainWindow, handlers: Mapping[str, Callable[..., object]]) -> None:
        """Make all actions; each ID needs a handler (checkable ones are given their state)."""
        self._by_id: dict[str, QAction] = {}
        self._groups: dict[str, list[QAction]] = {}
        for spec in ACTIONS:
            action = QAction(spec.text, window)
            action.setObjectName(spec.id)
            action.setIconText(spec.short_text or spec.text.rstrip("…"))
            keys = keys_of(spec)
            shortcut = f"（{keys[0].toString(QKeySequence.SequenceFormat.NativeText)}）" if keys else ""
            action.setToolTip(spec.tip + shortcut)
            action.setStatusTip(spec.tip)
            action.setCheckable(spec.checkable)
            action.setIconVisibleInMenu(not spec.checkable)  # in its place a menu shows the tick
            action.setShortcuts(keys)
            action.triggered.connect(handlers[spec.id])
            window.addAction(action)
            self._by_id[spec.id] = action
            self._groups.setdefault(spec.group, []).append(action)
        self.refresh_icons()

    def __getitem__(self, action_id: str) -> QAction:
        """Return an action."""
        return self._by_id[action_id]

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        for spec in ACTIONS:
            if spec.icon:
                self._by_id[spec.id].setIcon(icon(spec.icon))

    def enable(self, group: str, enabled: bool) -> None:
        """Switch all actions of a group on or off."""
        for action in self._groups.get(group, ()):
            action.setEnabled(enabled)

    def fill_menu(self, menu: QMenu, entries: tuple[str, ...], submenus: Mapping[str, QMenu]) -> None:
        """Put actions, separators and submenus into a menu."""
        for entry in entries:
            if entry == SEPARATOR:
                menu.addSeparator()
            elif entry in submenus:
                menu.addMenu(submenus[entry])
            else:
                menu.addAction(self._by_id[entry])

    def fill_toolbar(self, toolbar: QToolBar, widgets: Mapping[str, Callable[[], object]]) -> None:
        """Put actions, separators and the named widgets into a toolbar."""
        for entry in TOOLBAR:
            if entry == SEPARATOR:
                toolbar.addSeparator()
            elif entry in widgets:
                widgets[entry]()
            else:
                toolbar.addAction(self._by_id[entry])
                toolbar.widgetForAction(self._by_id[entry]).setObjectName(f"{entry}Button")
