"""The speaker's keys as tables: what each does with a wall, given 1, or -1 with Shift."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resource_mapper.domain.axis import BANDS
from resource_mapper.layout.wall import Subject
from resource_mapper.ui.presenting.showing import BANDS_TOO, ROWS

if TYPE_CHECKING:
    from resource_mapper.ui.presenting.wall_view import WallView

Key = Qt.Key
WallDeed = Callable[["WallView", int], object]

WAYS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
"""Arrows while less than a page is in sight: across and down."""
NOT_WHILE_LOCKED = (Key.Key_Right, Key.Key_Left, Key.Key_W, Key.Key_C)
"""Arrows go from version to version then; the others speak of today."""


@cache
def always() -> dict[Key, WallDeed]:
    """Return the keys that write nothing, so that a selected card leaves them alone."""
    return {
        Key.Key_PageDown: lambda wall, _: wall.step(1),
        Key.Key_PageUp: lambda wall, _: wall.step(-1),
        Key.Key_F1: lambda wall, _: wall.help_wanted.emit(),
        Key.Key_F7: lambda wall, _: wall.light_here(),
        Key.Key_F8: lambda wall, _: wall.spot.toggle(),
    }


@cache
def letters() -> dict[Key, WallDeed]:
    """Return the keys that do the same with a card selected: in front of people a letter must not write over a name."""
    return {
        Key.Key_R: lambda wall, _: wall.build(ROWS),
        Key.Key_T: lambda wall, _: wall.build(BANDS_TOO),
        Key.Key_A: lambda wall, _: wall.show_all(),
        Key.Key_S: lambda wall, _: wall.light_here(),
        Key.Key_G: lambda wall, by: wall.light_gap(by),
        Key.Key_L: lambda wall, by: wall.light_row(by),
        Key.Key_W: lambda wall, _: wall.wish_here(),
        Key.Key_C: lambda wall, _: wall.around_wanted.emit(),
        Key.Key_K: lambda wall, _: wall.aims_wanted.emit(),
        Key.Key_Z: lambda wall, _: wall.zoom_here(),
        Key.Key_P: lambda wall, _: wall.spot.toggle(),
        Key.Key_B: lambda wall, _: wall.blank(True),
        Key.Key_Period: lambda wall, _: wall.blank(True),
        Key.Key_H: lambda wall, _: wall.help_wanted.emit(),
    }


@cache
def free() -> dict[Key, WallDeed]:
    """Return the keys while no card is selected."""
    return {
        Key.Key_Right: lambda wall, _: wall.step(1),
        Key.Key_Left: lambda wall, _: wall.step(-1),
        Key.Key_Down: lambda wall, _: wall.turn_page(1),
        Key.Key_Up: lambda wall, _: wall.turn_page(-1),
        Key.Key_Home: lambda wall, _: wall.show_all(),
        Key.Key_1: lambda wall, _: wall.light(Subject("band", BANDS[0].id)),
        Key.Key_2: lambda wall, _: wall.light(Subject("band", BANDS[1].id)),
        Key.Key_3: lambda wall, _: wall.light(Subject("band", BANDS[2].id)),
    }
