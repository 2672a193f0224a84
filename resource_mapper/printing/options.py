"""What may be chosen when a sheet is printed."""

from dataclasses import dataclass
from enum import StrEnum

from resource_mapper.domain.worksheet import Calendar


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
    mono: bool = False
    calendar: Calendar | None = None
    """None is the worksheet's own."""
    statuses: tuple[str, ...] = ()
    """Which 状況 are printed; none given means all but 終了."""
    contacts: bool = False
    """Whether 連絡先 is printed where it is 公開; internal ones never are."""
    group_by: str = "category"
    """Field whose values make the groups of the list: `category` or `district`."""
    card_size: CardSize = CardSize.LARGE
    spare_cards: int = 0
    """Empty cards to write on, after those of the resources."""
    copying_allowed: bool = False
    """Whether 「複写可」 stands on the sheet."""
    ruler: bool = False
    """Whether a line of exactly 100 mm shows if the printer kept the size."""

    compare_from: str = ""
    """Name of the version that 版の比較 begins with; nothing is the one kept last."""
    compare_to: str = ""
    """Name of the version it is compared with; nothing is the present state."""


DEFAULT = PrintOptions()
