"""The state axis: 0.0 is 元気, 1.0 is 要介護に近い状態像 (deck p15), and the ranges that lie on it."""

from dataclasses import dataclass

RESOLUTION = 3
"""Decimals kept of a position: 0.1 % of the axis, finer than anybody can drag."""


@dataclass(frozen=True, slots=True)
class Band:
    """One third of the axis, `[start, end)`."""

    id: str
    label: str
    """As printed on the axis."""
    short_label: str
    """As used in words for a range."""
    people: str
    """As used in sentences about who can come."""
    start: float
    end: float


BANDS = (
    Band("robust", "元気", "元気", "元気な人", 0.0, 1 / 3),
    Band("frail", "虚弱", "虚弱", "虚弱の人", 1 / 3, 2 / 3),
    Band("needs_care", "要介護に近い状態像", "要介護", "要介護に近い人", 2 / 3, 1.0),
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The part of the axis a resource serves, 0.0 ≤ left ≤ right ≤ 1.0, rounded to `RESOLUTION`."""

    left: float
    right: float

    def __post_init__(self) -> None:
        """Round both ends.

        Raises:
            ValueError: an end lies outside the axis, or the ends are the wrong way round.
        """
        object.__setattr__(self, "left", round(self.left, RESOLUTION) + 0.0)
        object.__setattr__(self, "right", round(self.right, RESOLUTION) + 0.0)
        if not 0.0 <= self.left <= self.right <= 1.0:
            raise ValueError(f"span {self.left}–{self.right} is not within the axis")

    @property
    def centre(self) -> float:
        """Middle of the range."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """Length as a share of the axis."""
        return self.right - self.left

    def moved_to(self, left: float) -> "Span":
        """Return the range with its left end at `left`, kept on the axis with its width."""
        width = round(self.width, RESOLUTION)
        left = round(min(max(left, 0.0), 1.0 - width), RESOLUTION)
        return Span(left, min(left + width, 1.0))

    def with_left(self, left: float) -> "Span":
        """Return the range with another left end, never past the right one."""
        return Span(min(max(left, 0.0), self.right), self.right)

    def with_right(self, right: float) -> "Span":
        """Return the range with another right end, never before the left one."""
        return Span(self.left, max(min(right, 1.0), self.left))


def clamp(position: float) -> float:
    """Return the nearest place on the axis."""
    return min(max(position, 0.0), 1.0)


def band_at(position: float) -> Band:
    """Return the band that holds a position."""
    return next((band for band in BANDS if position < band.end), BANDS[-1])


_WORD_SPANS = {
    "元気": Span(BANDS[0].start, BANDS[0].end),
    "元気〜虚弱": Span(BANDS[0].start, BANDS[1].end),
    "虚弱": Span(BANDS[1].start, BANDS[1].end),
    "虚弱〜要介護": Span(BANDS[1].start, BANDS[2].end),
    "要介護": Span(BANDS[2].start, BANDS[2].end),
    "すべて": Span(0.0, 1.0),
}
SPAN_WORDS = tuple(_WORD_SPANS)
"""The words for a range, as offered in the workbook's drop-down."""


def bands_of(span: Span) -> tuple[Band, ...]:
    """Return the bands that a range reaches into; touching a border is not enough.

    Borders count as `Span` rounds them. A range without width lies in one band, on a border in the one after it.
    """
    if span.left == span.right:
        return (next((band for band in BANDS if span.left < round(band.end, RESOLUTION)), BANDS[-1]),)
    return tuple(
        band for band in BANDS if span.left < round(band.end, RESOLUTION) and round(band.start, RESOLUTION) < span.right
    )


def span_in_words(span: Span) -> str:
    """Return the word for a range: the bands that it reaches into (「元気〜虚弱」)."""
    reached = bands_of(span)
    return "すべて" if len(reached) == len(BANDS) else "〜".join(band.short_label for band in reached)


def span_from_words(words: str) -> Span | None:
    """Return the range that a word stands for, or None for a word that is not one of `SPAN_WORDS`."""
    return _WORD_SPANS.get(words.strip().replace("～", "〜").replace("~", "〜"))


def place_in_words(position: float) -> str:
    """Return where a point lies, as said while dragging: 「虚弱のはじめ」「虚弱のなかほど」「虚弱のおわり」."""
    band = band_at(clamp(position))
    share = (clamp(position) - band.start) / (band.end - band.start)
    part = "はじめ" if share < 1 / 3 else "なかほど" if share < 2 / 3 else "おわり"
    return f"{band.short_label}の{part}"
