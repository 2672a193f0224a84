"""Others make room while cards are held: the layout after the drop, shown for the rows it concerns."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.make_room import Claim, claims_of, make_room
from resource_mapper.ui.canvas.scene import SheetScene

PAUSE_MS = 60
"""Rows are packed anew at most this often while the hand moves on."""
GRAIN_MM = 2.0
"""Moves along the axis that are smaller than this change nothing that can be seen."""

RowSpot = tuple[int, str]
"""A page and a row on it."""


class Arrival(NamedTuple):
    """A card that would come to a row."""

    spot: RowSpot
    claim: Claim


class RoomMaker(QObject):
    """Lets cards step aside and come back. Does nothing where no motion is wanted, nor in 自由配置."""

    changed = Signal()
    """Another preview is shown; `middle_of` knows it."""

    def __init__(self, scene: SheetScene, layout: SheetLayout, held: Iterable[str]) -> None:
        """Watch over cards that are held."""
        super().__init__(scene)
        self._scene = scene
        self._layout = layout
        self._order = {resource.id: index for index, resource in enumerate(layout.worksheet.resources)}
        boxes = [box for key in held if (box := scene.box_of(key))]
        self._left: frozenset[RowSpot] = frozenset((box.page, box.row_id) for box in boxes)
        self._held = frozenset(box.resource.id for box in boxes)
        self._key: object = None
        self._arrivals: tuple[Arrival, ...] = ()
        self._copying = False
        self._aside: frozenset[str] = frozenset()
        self._middles: dict[str, float] = {}
        self._shown: tuple[Arrival, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.show_now)

    def consider(self, arrivals: tuple[Arrival, ...], *, copying: bool) -> None:
        """Take note of where the held cards would go; the others follow a moment later."""
        if self._layout.lens.is_free or not self._scene.glide.is_wanted():
            return
        key = copying, tuple((a.spot, a.claim.lane, round(a.claim.left / GRAIN_MM)) for a in arrivals)
        if key != self._key:
            self._key, self._arrivals, self._copying = key, arrivals, copying
            if not self._timer.isActive():
                self._timer.start()

    def middle_of(self, arrival: Arrival) -> float | None:
        """Return y of the middle (mm on the page) that the preview gives a held card in the row it comes to."""
        known = any(a.spot == arrival.spot and a.claim.lane == arrival.claim.lane for a in self._shown)
        return self._middles.get(arrival.claim.id) if known else None

    def show_now(self) -> None:
        """Pack the rows concerned and send their cards on their way."""
        self._timer.stop()
        leaving = frozenset() if self._copying else self._held
        heights: dict[RowSpot, Mapping[str, float]] = {}
        for spot in {arrival.spot for arrival in self._arrivals} | (frozenset() if self._copying else self._left):
            heights[spot] = make_room(self._layout.pages[spot[0]], spot[1], self._claims(spot, leaving))
        aside = frozenset(key for found in heights.values() for key in found) - self._held
        self._scene.put_back(self._aside - aside)
        for (page, _), found in heights.items():
            self._scene.send_to({key: y for key, y in found.items() if key in aside}, page)
        self._aside = aside
        self._middles = {key: y for found in heights.values() for key, y in found.items()}
        self._shown = self._arrivals
        self.changed.emit()

    def stop(self) -> None:
        """Show nothing further; who stands aside is put back by the layout, or by `put_back`."""
        self._timer.stop()

    def put_back(self) -> None:
        """Let everybody come back."""
        self.stop()
        self._scene.put_back(self._aside)

    def _claims(self, spot: RowSpot, leaving: frozenset[str]) -> list[Claim]:
        page = self._layout.pages[spot[0]]
        claims = [claim for claim in claims_of(self._layout, page, spot[1]) if claim.id not in leaving]
        claims.extend(arrival.claim for arrival in self._arrivals if arrival.spot == spot)
        return sorted(claims, key=lambda claim: self._order.get(claim.id, len(self._order)))
