"""How the parts of the sheet are inked: in colour, or for a copier that knows only black and white."""

from dataclasses import dataclass, field

from resource_mapper.domain.category import Category
from resource_mapper.domain.color import mix, under_white
from resource_mapper.domain.worksheet import Worksheet

INK = "#1A2230"
MUTED = "#4B5563"
RULE = "#C3CAD3"
PAPER = "#FFFFFF"
GREY = "#7A828C"
UNSET_COLOR = "#6B7280"
"""For rows and cards that have no category."""
STALE = "#9A3412"
"""The mark of a card that nobody has confirmed for long."""
WISH_FILL = "#FFF3C4"
WISH_EDGE = "#8A6100"

AXIS_STOPS = ((0.0, "#9FD5BA"), (0.5, "#F7DC92"), (1.0, "#F0AEA8"))
COVERAGE_PALE = "#EDF3F9"
COVERAGE_FULL = "#8CB4DC"


def color_of(category: Category | None) -> str:
    """Return the colour of what belongs to a category, or to none."""
    return category.color if category else UNSET_COLOR


@dataclass(frozen=True, slots=True)
class Style:
    """Colours as a sheet is to show them. In monochrome ink is black, grounds are white, patterns tell apart."""

    patterns: dict[str, int] = field(default_factory=dict)
    """Number of the pattern by category ID; filled in monochrome only."""
    mono: bool = False
    floor_pt: float = 0.0
    """No type is smaller than this."""

    def pt(self, size_pt: float) -> float:
        """Return the type size to use where `size_pt` would be right on A3."""
        return max(size_pt, self.floor_pt)

    def line(self, color: str) -> str:
        """Return the colour of an outline or a mark."""
        return INK if self.mono else color

    def tint(self, color: str, share: float) -> str:
        """Return a pale ground: `share` of the colour on paper."""
        return PAPER if self.mono else mix(color, PAPER, share)

    def ground(self, color: str) -> str:
        """Return a dark ground for white letters, or paper for black ones."""
        return PAPER if self.mono else under_white(color)

    @property
    def on_ground(self) -> str:
        """Return the colour of letters on such a ground."""
        return INK if self.mono else PAPER

    def fill(self, color: str) -> str:
        """Return the ground of a small sign that has a colour of its own."""
        return PAPER if self.mono else color


COLOR = Style()


def style_of(worksheet: Worksheet, *, mono: bool, floor_pt: float = 0.0) -> Style:
    """Return the style of a sheet."""
    patterns = {category.id: number for number, category in enumerate(worksheet.categories)} if mono else {}
    return Style(patterns, mono, floor_pt)
