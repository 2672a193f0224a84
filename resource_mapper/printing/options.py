"""What may be chosen when a sheet is printed."""

from dataclasses import dataclass
from enum import StrEnum

from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.worksheet import Calendar
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.form import ON_PAPER, Form, to_be_reduced
from resource_mapper.layout.page import SHEET


class Paper(StrEnum):
    """Paper that offices and copy shops have. B4 is the Japanese one (JIS), not ISO's."""

    A4 = "A4"
    B4 = "B4"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"
    A0 = "A0"

    @property
    def sides(self) -> tuple[float, float]:
        """Short and long side in mm (ISO 216, JIS P 0138)."""
        return _SIDES[self]

    def size(self, *, landscape: bool) -> tuple[float, float]:
        """Return width and height in mm."""
        short, long = self.sides
        return (long, short) if landscape else (short, long)


_SIDES = {
    Paper.A4: (210.0, 297.0),
    Paper.B4: (257.0, 364.0),
    Paper.A3: (297.0, 420.0),
    Paper.A2: (420.0, 594.0),
    Paper.A1: (594.0, 841.0),
    Paper.A0: (841.0, 1189.0),
}


LEAST_MARGIN = 8.0
"""White edge in mm that every sheet keeps."""
MARGINS = (LEAST_MARGIN, 10.0, 12.0, 15.0)
HEADING_BOXES = ("市町村", "圏域", "会議", "作成日", "班", "氏名")
"""Labels of all boxes that the heading of a sheet may have."""


class CardSize(StrEnum):
    """Cards to cut out."""

    LARGE = "75x50"
    BUSINESS = "91x55"
    """名刺: ready-made perforated paper has this size."""

    @property
    def sides(self) -> tuple[float, float]:
        """Width and height in mm."""
        return (75.0, 50.0) if self is CardSize.LARGE else (91.0, 55.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """Choices for one print. A sheet ignores what does not concern it."""

    paper: Paper | None = None
    """None is the paper the sheet is made for."""
    tiles: Paper | None = None
    """Paper onto which a larger page is cut up; None leaves it whole."""
    shrink: bool = False
    """Whether the A3 sheet is reduced to smaller paper as it is, instead of laid out anew in type that can be read."""
    landscape: bool | None = None
    """Whether tables and leaflets lie across the paper; None is what suits each."""
    margin: float = LEAST_MARGIN
    """White edge in mm that the printer needs; what a sheet says lies inside it."""
    mono: bool = False
    calendar: Calendar | None = None
    """None is the worksheet's own."""
    statuses: tuple[str, ...] = ()
    """Which 状況 are printed; none given means all but 終了."""
    contacts: bool = False
    """Whether 連絡先 is printed where it is 公開; internal ones are on no sheet but 電話で確認する先."""
    freshness: Freshness | None = None
    """What counts as 確認が古い: whom to call, and which cards carry a mark. None is no age at all: all are called."""
    mark_stale: bool = False
    """Whether old cards of the worksheet carry a mark."""
    internal_contacts: bool = False
    """Whether 電話で確認する先 shows contacts that are 内部のみ; no other sheet ever does."""
    group_by: str = "category"
    """Field whose values make the groups of the list: `category` or `district`."""
    card_size: CardSize = CardSize.LARGE
    spare_cards: int = 0
    """Empty cards to write on, after those of the resources."""
    aims: bool = False
    """Whether あるべき姿 lies over the worksheet."""
    detail: str = "usual"
    """Second line of the worksheet's cards, one of `DETAILS`."""
    hidden_fields: frozenset[str] = frozenset()
    """Labels of the boxes that the worksheet's heading goes without."""
    notes: bool = False
    """Whether 付箋 are on the worksheet."""
    copying_allowed: bool = False
    """Whether 「複写可」 stands on the sheet."""
    ruler: bool = False
    """Whether a line of exactly 100 mm shows if the printer kept the size."""
    compare_from: str = ""
    """Name of the version that 版の比較 begins with; nothing is the one kept last."""
    compare_to: str = ""
    """Name of the version it is compared with; nothing is the present state."""

    @property
    def form(self) -> Form:
        """Return the form of the A3 sheet of which no type is smaller than 7 pt on the paper that was chosen."""
        width, height = (self.paper or Paper.A3).size(landscape=True)
        reduced = min(width / SHEET.width, height / SHEET.height) * inset_factor(width, height, self.margin)
        return ON_PAPER if self.shrink or reduced >= 1.0 else to_be_reduced(reduced)

    @property
    def on_sheet(self) -> SheetOptions:
        """What of them holds for every sheet that is laid out as the worksheet is."""
        return SheetOptions(mono=self.mono, form=self.form, detail=self.detail)

    def size(self, usual: Paper, *, landscape: bool) -> tuple[float, float]:
        """Return the paper's width and height in mm for a sheet that suits some paper, upright or across."""
        across = landscape if self.landscape is None else self.landscape
        return (self.paper or usual).size(landscape=across)


def inset_factor(width: float, height: float, margin: float) -> float:
    """Return to which share a page shrinks, so that what lay 8 mm from its edge lies `margin` from it."""
    margin = max(margin, LEAST_MARGIN)
    return min((side - 2 * margin) / (side - 2 * LEAST_MARGIN) for side in (width, height))


DEFAULT = PrintOptions()
