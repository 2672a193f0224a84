"""Motion: one driver for all cards that glide to their places. It explains where a card went, and nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QVariantAnimation, Signal

from resource_mapper.ui.canvas.card_item import CardItem
from resource_mapper.ui.settings import SettingsStore

GLIDE_MS = 150
_GET_CLIENT_AREA_ANIMATION = 0x1042
"""`SPI_GETCLIENTAREAANIMATION` of the Windows API."""

_Way = tuple[CardItem, QPointF, QPointF]


class Glide(QObject):
    """Moves items to their places: at once, or within `GLIDE_MS` where motion is wanted. Never in anybody's way."""

    settled = Signal()
    """All items have arrived."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without motion; `is_wanted` is asked each time."""
        super().__init__(parent)
        self.is_wanted: Callable[[], bool] = _never
        self._ways: dict[str, _Way] = {}
        self._driver = QVariantAnimation(self)
        self._driver.setStartValue(0.0)
        self._driver.setEndValue(1.0)
        self._driver.setDuration(GLIDE_MS)
        self._driver.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._driver.valueChanged.connect(self._step)
        self._driver.finished.connect(self.finish)

    def set_pace(self, ms: int) -> None:
        """Let what sets out from now on take another time."""
        self._driver.setDuration(ms)

    @property
    def is_running(self) -> bool:
        """Whether anything still moves."""
        return bool(self._ways)

    @property
    def under_way(self) -> frozenset[str]:
        """IDs of the cards that still move."""
        return frozenset(self._ways)

    def send(self, targets: list[tuple[CardItem, QPointF]], in_sight: QRectF) -> None:
        """Send items on their way; what neither starts nor ends in sight arrives at once."""
        ways: dict[str, _Way] = {}
        wanted = bool(targets) and self.is_wanted()
        for item, target in targets:
            if wanted and item.pos() != target and _is_seen(item, target, in_sight):
                ways[item.resource_id] = (item, item.pos(), target)
            else:
                item.rest_at(target)
            self._ways.pop(item.resource_id, None)
        if ways:
            # Those under way begin again from where they are, so that all arrive together.
            self._ways = {key: (item, item.pos(), target) for key, (item, _, target) in self._ways.items()} | ways
            self._driver.stop()
            self._driver.start()

    def drop(self, resource_id: str) -> None:
        """Let go of an item that a hand has taken, or that is gone."""
        self._ways.pop(resource_id, None)

    def finish(self) -> None:
        """Let everything arrive at once."""
        ways, self._ways = self._ways, {}
        self._driver.stop()
        for item, _, target in ways.values():
            item.rest_at(target)
        if ways:
            self.settled.emit()

    def _step(self, share: float) -> None:
        for item, start, target in self._ways.values():
            item.setPos(start + (target - start) * share)


def _never() -> bool:
    return False


def _is_seen(item: CardItem, target: QPointF, in_sight: QRectF) -> bool:
    pill = item.pill
    return pill.intersects(in_sight) or pill.translated(target - item.pos()).intersects(in_sight)


def system_wants_motion() -> bool:
    """Whether the system shows motion: on Windows 「アニメーション効果」 in its settings, elsewhere always."""
    import ctypes

    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return True
    wanted = ctypes.c_int(1)
    windll.user32.SystemParametersInfoW(_GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(wanted), 0)
    return bool(wanted.value)


class MotionWish:
    """Whether cards may glide: neither the system nor the user's settings ask for less motion."""

    def __init__(self, store: SettingsStore) -> None:
        """Ask the system once, the settings each time."""
        self._store = store
        self._system = system_wants_motion()

    def __call__(self) -> bool:
        """Return whether cards may glide."""
        return self._system and not self._store.settings.reduced_motion
