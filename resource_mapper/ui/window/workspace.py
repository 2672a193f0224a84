"""The place of work: sheet and list in the middle, docks around them. It keeps its own arrangement."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QWidget

from resource_mapper.ui.docks.panel_dock import PanelDock
from resource_mapper.ui.look.theme import current_scale, scaled

VERSION = 3
"""Of the remembered arrangement: raised when docks are added or renamed, so that an old one is not half used."""
WIDTHS = {Qt.DockWidgetArea.LeftDockWidgetArea: 232, Qt.DockWidgetArea.RightDockWidgetArea: 276}
LEFT_SHARES = {"side": 500, "gaps": 500}
"""Of the left side's height; Qt alone would give cards that wait the least that is possible."""
MOST_SHARE = 0.24
"""Of the window's width that the panels of one side take at the most, however large the type is."""
WIDE_ENOUGH = 1600
"""From this width on the inspector is open at the start; below it the sheet's text would become too small."""


class Arrangement(StrEnum):
    """What the middle shows."""

    SHEET = "sheet"
    LIST = "list"
    BOTH = "both"


class Workspace(QMainWindow):
    """Docks around sheet and list. A main window within the main window: the start page covers all of it."""

    def __init__(self, sheet: QWidget) -> None:
        """Begin with the sheet alone; `offer_list` brings the list, `add_dock` the panels."""
        super().__init__()
        self.setObjectName("workspace")
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks)
        self._sheet = sheet
        self._list: QWidget | None = None
        self._make_list: Callable[[], object] | None = None
        self._arrangement = Arrangement.SHEET
        self._docks: dict[str, tuple[PanelDock, Qt.DockWidgetArea, bool]] = {}
        self._folded_for: dict[str, dict[PanelDock, QSize]] = {}
        """Panels that had to make room, with the size they had, by the name of the one they made it for."""
        self._folded_for_height: list[PanelDock] = []
        """Panels for which the window is too low."""
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._fit_height)
        self._scale = current_scale()
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.setObjectName("middleSplitter")
        self._middle.setChildrenCollapsible(False)
        self._middle.addWidget(sheet)
        self.setCentralWidget(self._middle)

    # The middle

    def offer_list(self, make: Callable[[], object]) -> None:
        """Make the list, which then comes by `set_list`, when it is to be shown."""
        self._make_list = make

    def set_list(self, panel: QWidget) -> None:
        """Give the list its place under the sheet."""
        self._list = panel
        self._middle.addWidget(panel)
        self._middle.setSizes([600, 400])
        self.arrange(self._arrangement)

    @property
    def arrangement(self) -> Arrangement:
        """What the middle shows."""
        return self._arrangement

    def arrange(self, arrangement: Arrangement) -> None:
        """Show sheet, list or both; without a list always the sheet."""
        if self._list is None and self._make_list is not None and arrangement is not Arrangement.SHEET:
            self._make_list()
        self._arrangement = arrangement if self._list is not None else Arrangement.SHEET
        if self._list is None:
            return
        stays, goes = (self._list, self._sheet) if self._arrangement is Arrangement.LIST else (self._sheet, self._list)
        stays.show()
        focus = QApplication.focusWidget()
        if self._arrangement is not Arrangement.BOTH and focus and (goes is focus or goes.isAncestorOf(focus)):
            stays.setFocus()  # hidden with the focus, Qt would send it a Tab, which walks cards and cells
        goes.setVisible(self._arrangement is Arrangement.BOTH)

    # The docks

    def add_dock(self, dock: PanelDock, area: Qt.DockWidgetArea, *, shown: bool) -> None:
        """Add a panel at a side, below those that are there; `shown` is how it begins."""
        self._docks[dock.objectName()] = (dock, area, shown)
        self.addDockWidget(area, dock)
        dock.setVisible(shown)
        dock.toggleViewAction().toggled.connect(self._give_back)

    @property
    def docks(self) -> tuple[PanelDock, ...]:
        """All panels."""
        return tuple(dock for dock, *_ in self._docks.values())

    def dock(self, name: str) -> PanelDock:
        """Return a panel's dock."""
        return self._docks[name][0]

    def show_panel(self, name: str, shown: bool = True) -> None:
        """Show a panel, unfolded and as tall as it would like to be, or put it away."""
        dock = self.dock(name)
        appears = shown and dock.isHidden()
        if shown:
            dock.fold(False)
        dock.setVisible(shown)
        if appears:
            self._make_room(dock)
            self.resizeDocks([dock], [dock.sizeHint().height()], Qt.Orientation.Vertical)

    def _make_room(self, newest: PanelDock) -> None:
        """Fold what stands above or below, where Qt would rather lay panels over each other than go on."""
        for side in WIDTHS:
            for dock in self._open_docks(side):
                if self._lack(side) <= 0:
                    break
                if dock is not newest and not dock.is_folded:
                    self._folded_for.setdefault(newest.objectName(), {})[dock] = dock.size()
                    dock.fold(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold panels where the window has become too low for all of them, and unfold them when it is not any more."""
        super().resizeEvent(event)
        self._settling.start()

    def _fit_height(self) -> None:
        for side in WIDTHS:
            while self._lack(side) > 0:
                open_ones = [dock for dock in self._open_docks(side) if not dock.is_folded]
                if len(open_ones) < 2:
                    break
                self._folded_for_height.append(open_ones[-1])
                open_ones[-1].fold(True)
        for dock in reversed(self._folded_for_height):
            more = dock.needed_height - dock.minimumSizeHint().height()
            if not dock.is_folded or self._lack(self.dockWidgetArea(dock)) + more <= 0:
                self._folded_for_height.remove(dock)
                dock.fold(False)

    def _lack(self, side: Qt.DockWidgetArea) -> int:
        """Return how many pixels the panels of a side are short of; negative where there is room."""
        needed = [*self._open_docks(side), *self._open_docks(Qt.DockWidgetArea.BottomDockWidgetArea)]
        return sum(each.minimumSizeHint().height() for each in needed) - self.height()

    def _give_back(self) -> None:
        """Unfold what was folded for a panel that is gone again."""
        for name in [name for name in self._folded_for if self.dock(name).isHidden()]:
            sizes = self._folded_for.pop(name)
            for dock in sizes:
                dock.fold(False)
            docks = list(sizes)
            self.resizeDocks(docks, [size.width() for size in sizes.values()], Qt.Orientation.Horizontal)
            self.resizeDocks(docks, [size.height() for size in sizes.values()], Qt.Orientation.Vertical)

    def _open_docks(self, side: Qt.DockWidgetArea) -> list[PanelDock]:
        return [dock for dock in self.docks if dock.isVisible() and self.dockWidgetArea(dock) == side]

    def give_room(self, name: str, other: str, share: float) -> None:
        """Let a panel have at least a share of the height that it and another one, at the same side, have together."""
        docks = [self.dock(name), self.dock(other)]
        if any(dock.isHidden() or dock.is_folded for dock in docks) or len({*map(self.dockWidgetArea, docks)}) > 1:
            return
        total = sum(dock.height() for dock in docks)
        if docks[0].height() < round(total * share):
            wanted = round(total * share)
            self.resizeDocks(docks, [wanted, total - wanted], Qt.Orientation.Vertical)

    def reset(self, width: int) -> None:
        """Put every panel back where it was at first, in a window of this width."""
        for dock, area, shown in self._docks.values():
            dock.fold(False)
            self.addDockWidget(area, dock)
            dock.setVisible(shown)
        if "inspector" in self._docks:
            self.dock("inspector").setVisible(width >= scaled(WIDE_ENOUGH))
        self._set_widths(width)
        left = [self.dock(name) for name in LEFT_SHARES if name in self._docks]
        self.resizeDocks(left, [LEFT_SHARES[dock.objectName()] for dock in left], Qt.Orientation.Vertical)
        self._middle.setSizes([600, 400])

    def refresh_look(self) -> None:
        """Draw the docks' buttons anew; give them their usual widths at another size of type."""
        for dock in self.docks:
            dock.refresh_icons()
        if self._scale != current_scale():
            self._scale = current_scale()
            self._set_widths(self.width())
            self._settling.start()

    def _set_widths(self, width: int) -> None:
        for side, usual in WIDTHS.items():
            docks = [dock for dock, area, _ in self._docks.values() if area == side]
            px = min(scaled(usual), max(round(width * MOST_SHARE), usual))
            self.resizeDocks(docks, [px] * len(docks), Qt.Orientation.Horizontal)

    # Remembering

    def remembered(self) -> str:
        """Return the arrangement as text for the settings."""
        return bytes(self.saveState(VERSION).toBase64().data()).decode("ascii")

    def restore(self, remembered: str, width: int) -> None:
        """Take up a remembered arrangement; one that is broken or of another version means the first one."""
        state = QByteArray.fromBase64(remembered.encode("ascii", "ignore"))
        if state.isEmpty() or not self.restoreState(state, VERSION):
            self.reset(width)
        self._settling.start()
