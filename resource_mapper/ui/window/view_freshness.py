"""確認の古さ as this user looks at it: kept in the settings, since it is a way of looking and no part of the sheet.

Two people may look at one file by different ages, and neither makes it one with unsaved changes by looking.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from resource_mapper.domain.age import Age
from resource_mapper.domain.freshness import Freshness
from resource_mapper.ui.settings import SettingsStore


class ViewFreshness(QObject):
    """From which age on a confirmation is old, and whether such cards carry a mark now."""

    changed = Signal()

    def __init__(self, settings: SettingsStore, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Begin as it was left."""
        super().__init__(parent)
        self._settings = settings
        self._today = today

    @property
    def freshness(self) -> Freshness:
        """What counts as old today."""
        return Freshness(Age(self._settings.settings.stale_age), self._today())

    @property
    def marked(self) -> Freshness | None:
        """What counts as old where old cards carry a mark, None where none does."""
        return self.freshness if self._settings.settings.mark_stale else None

    def set_marks(self, marks: bool) -> None:
        """Mark old cards, or none."""
        self._set(mark_stale=marks)

    def set_age(self, age: Age) -> None:
        """Choose an age; what it means shows at once."""
        self._set(stale_age=age.value, mark_stale=True)

    def _set(self, **values: object) -> None:
        self._settings.update(**values)
        self.changed.emit()
