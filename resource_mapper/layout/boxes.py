"""The result of layout: frozen boxes with absolute mm."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.lens import Lens, Row
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.card import CardFace
from resource_mapper.layout.form import ON_PAPER, Form
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.page import AxisScale


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """What may differ between two sheets of one worksheet."""

    show_ended: bool = False
    """Whether cards with 状況 = 終了 are drawn."""
    show_gaps: bool = True
    """Whether empty stretches of a row are hatched."""
    show_notes: bool = False
    """Whether 付箋 are drawn with the page; a canvas lets them lie over it."""
    show_aims: bool = False
    """Whether あるべき姿 lies over what is: where each card should reach, and the 資源の厚み that would come of it."""
    show_coverage: bool = True
    """Whether the 資源の厚み strip is drawn."""
    form: Form = ON_PAPER
    mono: bool = False
    """Whether the sheet is drawn for a copier that knows only black."""
    detail: str = "usual"
    """Second line of the cards, one of `DETAILS`."""
    hidden_fields: frozenset[str] = frozenset()
    """Labels of the boxes that the heading goes without."""
    freshness: Freshness | None = None
    """What counts as 確認が古い; cards of that kind carry a mark. None marks nothing."""
    only: Callable[[Resource], bool] = field(default=lambda _: True, compare=False)
    """Which resources are drawn at all."""


class CardBox(NamedTuple):
    """A card with its place. The range runs from `range_left` to `range_right`; the pill may be wider."""

    resource: Resource
    row_id: str
    lane: int
    page: int
    pill: Rect
    range_left: float
    range_right: float
    face: CardFace
    oval: bool = False
    """Whether it lies freely on the sheet, without a row: such cards are oval (deck p15)."""
    stale: bool = False
    """Whether it carries the mark of 確認が古い."""
    aim: tuple[float, float] | None = None
    """Both sides of the range that it should serve, where that is shown and another one."""

    @property
    def centre(self) -> tuple[float, float]:
        """Middle of the range on the pill's centre line: the point that `locate` maps back to row and range."""
        return (self.range_left + self.range_right) / 2, self.pill.centre_y


@dataclass(frozen=True, slots=True)
class LaneBox:
    """One sub-row."""

    index: int
    top: float
    height: float


class RowBox(NamedTuple):
    """A row, or the part of it that lies on this page."""

    row: Row
    label: Rect
    body: Rect
    lanes: tuple[LaneBox, ...]
    continued: bool
    available: int
    wanted: int
    gaps: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class PageBox:
    """One page."""

    index: int
    rows: tuple[RowBox, ...]
    cards: tuple[CardBox, ...]


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The whole sheet: frozen boxes with absolute mm."""

    worksheet: Worksheet
    lens: Lens
    scale: AxisScale
    pages: tuple[PageBox, ...]
    size_pt: float
    detailed: bool
    options: SheetOptions
    coverage: tuple[int, ...]
    coverage_ahead: tuple[int, ...] = ()
    """The same as it should be, where that is shown."""

    @property
    def cards(self) -> tuple[CardBox, ...]:
        """All cards, page by page."""
        return tuple(card for page in self.pages for card in page.cards)

    @property
    def shortened(self) -> tuple[str, ...]:
        """Names that did not fit whole."""
        return tuple(card.resource.name for card in self.cards if card.face.shortened)
