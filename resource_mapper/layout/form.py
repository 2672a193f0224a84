"""What a sheet is laid out for: paper in the hand, or a wall that people read from five metres."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Form:
    """Sizes of type in pt, and how tightly cards are set. The mm of axis and rows are the same in every form."""

    min_pt: float
    """Smallest size of names, when there are very many."""
    max_pt: float
    label_pt: float
    label_floor_pt: float
    """Size down to which a label may shrink before it is shortened."""
    count_pt: float
    axis_pt: float
    band_pt: float
    flag_share: float
    """Size of the small words behind a name, as a share of the name's."""
    pill: float
    """Height of a card of one line, as a multiple of its type."""
    min_row: float
    """Height that a row's label and count need, one below the other."""
    is_whole: bool
    """Whether heading, 資源の厚み, legend and source belong to it, and second lines on cards."""

    def name_floor(self, size_pt: float) -> float:
        """Return the size down to which one long name may shrink on a sheet set in `size_pt`."""
        return self.min_pt if self.is_whole else size_pt


ON_PAPER = Form(
    min_pt=7.0,
    max_pt=11.0,
    label_pt=9.5,
    label_floor_pt=7.0,
    count_pt=8.0,
    axis_pt=10.5,
    band_pt=13.0,
    flag_share=0.72,
    pill=1.95,
    min_row=13.5,
    is_whole=True,
)
ON_WALL = Form(
    min_pt=10.0,  # a sheet goes on on further pages rather than in type that nobody reads
    max_pt=16.0,
    label_pt=12.0,
    label_floor_pt=11.5,
    count_pt=11.5,
    axis_pt=12.0,
    band_pt=15.0,
    flag_share=0.9,
    pill=1.6,
    min_row=18.2,
    is_whole=False,
)


def to_be_reduced(factor: float) -> Form:
    """Return the form of a sheet that will be reduced to `factor` (0–1): no type gets smaller than on A3."""
    least = ON_PAPER.min_pt / factor
    return replace(
        ON_PAPER,
        min_pt=least,
        max_pt=ON_PAPER.max_pt / factor,
        label_pt=max(ON_PAPER.label_pt, least),
        label_floor_pt=least,
        count_pt=max(ON_PAPER.count_pt, least),
        axis_pt=max(ON_PAPER.axis_pt, least),
        band_pt=max(ON_PAPER.band_pt, least),
        min_row=ON_PAPER.min_row / factor,
    )
