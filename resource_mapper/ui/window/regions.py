"""The regions of the window, and F6 that goes from one to the next: the quick way out of a long list of cards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Regions(QObject):
    """Goes around the visible regions; each gives the focus back to what had it there last."""

    def __init__(self, regions: Callable[[], Sequence[QWidget]], parent: QObject) -> None:
        """Go around what `regions` returns, in that order."""
        super().__init__(parent)
        self._regions = regions
        self._last: dict[QWidget, QWidget] = {}

    def next(self) -> None:
        """Go to the next region."""
        self._go(1)

    def previous(self) -> None:
        """Go to the region before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        regions, focused = list(self._regions()), QApplication.focusWidget()
        here = -1 if step > 0 else 0
        for number, region in enumerate(regions):
            if focused is not None and _holds(region, focused):
                here, self._last[region] = number, focused
        for distance in range(1, len(regions) + 1):
            region = regions[(here + step * distance) % len(regions)]
            target = self._target(region)
            if target is not None:
                reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
                target.setFocus(reason)
                return

    def _target(self, region: QWidget) -> QWidget | None:
        """Return what takes the focus in a region, None where nothing can."""
        last = self._last.get(region)
        if last is not None and isValid(last) and _takes_focus(last):
            return last
        # Not `nextInFocusChain`: after it, PySide 6.11.3 took viewports for deleted once a cell editor was gone.
        return next((widget for widget in (region, *region.findChildren(QWidget)) if _takes_focus(widget)), None)


def _holds(region: QWidget, widget: QWidget) -> bool:
    return region is widget or region.isAncestorOf(widget)


def _takes_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return policy == Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()
