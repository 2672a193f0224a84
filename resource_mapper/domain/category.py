"""The categories (分類) that make the rows and colours of the sheet. Labels, colours and order are the workbook's."""

import re
from dataclasses import dataclass
from enum import StrEnum

from resource_mapper.domain.text import clean_line, is_storable

MAX_CATEGORIES = 12
_COLOR = re.compile("#[0-9A-F]{6}")


class Mark(StrEnum):
    """The shape that tells a category apart where colour does not."""

    CIRCLE = "●"
    SQUARE = "■"
    TRIANGLE = "▲"
    DIAMOND = "◆"
    STAR = "★"
    RING = "○"
    OPEN_SQUARE = "□"
    OPEN_TRIANGLE = "△"
    OPEN_DIAMOND = "◇"
    OPEN_STAR = "☆"
    DOWN_TRIANGLE = "▼"
    OPEN_DOWN_TRIANGLE = "▽"


@dataclass(frozen=True, slots=True)
class Category:
    """One 分類. `color` is `#RRGGBB`."""

    id: str
    label: str
    mark: Mark
    color: str

    def __post_init__(self) -> None:
        """Refuse what could not be stored or drawn.

        Raises:
            ValueError: with what is wrong.
        """
        for line in (self.id, self.label):
            if not line or clean_line(line) != line or not is_storable(line):
                raise ValueError(f"category {line!r} is not one clean line")
        if not _COLOR.fullmatch(self.color):
            raise ValueError(f"category colour {self.color!r}")


DEFAULT_CATEGORIES = (
    Category("hobby", "生涯学習的な趣味活動（個人）", Mark.CIRCLE, "#14578C"),
    Category("salon", "高齢者サロン系", Mark.SQUARE, "#C9820A"),
    Category("gathering", "住民主体の通いの場", Mark.TRIANGLE, "#00A06F"),
    Category("prevention", "一般介護予防事業", Mark.DIAMOND, "#907BE8"),
    Category("service", "介護予防・生活支援サービス", Mark.STAR, "#B62D2E"),
    Category("other", "その他", Mark.RING, "#484350"),
)
"""The six of the deck (p15). Any two colours differ by ΔE 25 or more also where red, green or blue is not seen."""
