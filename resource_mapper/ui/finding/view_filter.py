"""The filter that canvas, tray and list share: a state of the view, in no file and no undo step."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from resource_mapper.domain.filtering import Filter
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.document import Document


class ViewFilter(QObject):
    """Which resources are shown now."""

    changed = Signal()
    """Another filter, or the others are hidden now instead of dimmed."""

    def __init__(self, document: Document, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Begin with everything shown."""
        super().__init__(parent)
        self._document = document
        self._today = today
        self._filter = Filter()
        self._hides = False
        self._matched: tuple[Worksheet, Filter, frozenset[str]] | None = None

    @property
    def filter(self) -> Filter:
        """The filter as it is now."""
        return self._filter

    @property
    def hides(self) -> bool:
        """Whether cards that do not match leave the sheet instead of fading."""
        return self._hides

    def set(self, wanted: Filter) -> None:
        """Show what another filter lets through."""
        if wanted != self._filter:
            self._filter = wanted
            self.changed.emit()

    def set_hides(self, hides: bool) -> None:
        """Hide cards that do not match, or fade them."""
        if hides != self._hides:
            self._hides = hides
            self.changed.emit()

    def clear(self) -> None:
        """Show everything again."""
        self.set(Filter())

    def shows(self, resource: Resource) -> bool:
        """Whether a resource of the document is shown."""
        return self._filter.is_empty or self._filter.matches(resource, self._document.worksheet, self._today())

    @property
    def matching(self) -> frozenset[str] | None:
        """The IDs that are shown, None where that is all."""
        if self._filter.is_empty:
            return None
        worksheet, known = self._document.worksheet, self._matched
        if known is None or known[0] is not worksheet or known[1] != self._filter:
            known = (worksheet, self._filter, self._filter.matching(worksheet, self._today()))
            self._matched = known
        return known[2]
