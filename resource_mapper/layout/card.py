"""The face of one card: what is written on it and how much room it takes, before it has a place."""

from functools import lru_cache, partial
from typing import NamedTuple

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.layout.form import ON_PAPER, Form
from resource_mapper.layout.geometry import MM_PER_PT
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.typesetting import SUBSTITUTE, FittedText, fit_name, printable, shorten

MAX_NAME_WIDTH = 76.0
"""A name longer than this and than its range goes on two lines."""
PAD_X = 1.6
MARK_GAP = 0.9
FLAG_PAD = 0.8
LINE_PITCH = 1.22
"""Line distance as a share of the type size."""

FLAGS = {
    Status.WANTED.value: "ほしい",
    Status.PREPARING.value: "準備中",
    Status.PAUSED.value: "休止",
    Status.ENDED.value: "終了",
}
"""Small words behind the name that say what dashes and grey mean."""

KEPT_FACES = 1 << 15

HEART_SHARE = 1.1
"""Width of the heart as a multiple of the mark's."""
DETAIL_SHARE = 0.76
MIN_PT = ON_PAPER.min_pt
"""Smallest type on paper."""


class CardFace(NamedTuple):
    """Lines and sizes of a card. Lengths in mm; `width` and `height` are the least the pill needs."""

    lines: tuple[str, ...]
    line_widths: tuple[float, ...]
    size_pt: float
    detail: str
    detail_pt: float
    flag: str
    flag_pt: float
    flag_width: float
    heart: float
    """Width of the heart behind the name that marks 自然な支え合い; 0 for other cards."""
    mark_size: float
    width: float
    height: float
    shortened: bool

    @property
    def text_width(self) -> float:
        """Width of the widest line of the name."""
        return max(self.line_widths)


DETAILS: dict[str, tuple[str, ...]] = {
    "usual": ("schedule", "place"),
    "schedule": ("schedule",),
    "place": ("place",),
    "operator": ("operator",),
    "none": (),
}
"""What the second line may be: the first of these fields that is filled."""


def detail_of(resource: Resource, kind: str = "usual") -> str:
    """Return the second line: when, else where, or what was chosen of `DETAILS`."""
    return " ".join(next(filter(None, (getattr(resource, name) for name in DETAILS[kind])), "").split())


class CardFaces:
    """Makes the faces of cards, each once: a sheet is tried at several sizes, and an edit changes few cards."""

    def __init__(self, measurer: TextMeasurer, detail: str = "usual") -> None:
        """Begin with none; at most `KEPT_FACES` are kept. The second line is one of `DETAILS`."""
        self._detail = detail
        self._printable = lru_cache(maxsize=KEPT_FACES)(partial(printable, measurer=measurer))
        self._fitted = lru_cache(maxsize=KEPT_FACES)(partial(_fit, measurer))

    def face(
        self, resource: Resource, range_width: float, size_pt: float, *, detailed: bool, form: Form = ON_PAPER
    ) -> CardFace:
        """Fit a resource's name at a type size onto a card whose range is `range_width` mm wide."""
        detail = self._printable(detail_of(resource, self._detail)) if detailed else ""
        if not detail and range_width < MAX_NAME_WIDTH:
            range_width = MAX_NAME_WIDTH  # a name has as much room anyway
        kind = (resource.status, resource.is_natural)
        return self._fitted(self._printable(resource.name), kind, detail, range_width, size_pt, form)


def _fit(
    measurer: TextMeasurer,
    words: str,
    kind: tuple[str, bool],
    detail: str,
    range_width: float,
    size_pt: float,
    form: Form,
) -> CardFace:
    status, natural = kind
    flag = FLAGS.get(status, "")
    flag_pt = max(form.min_pt, size_pt * form.flag_share)
    flag_width = measurer.width(flag, flag_pt) + 2 * FLAG_PAD if flag else 0.0
    mark_size = size_pt * MM_PER_PT * 0.72
    heart = mark_size * HEART_SHARE if natural else 0.0
    behind = sum(width + MARK_GAP for width in (heart, flag_width) if width)
    beside = mark_size + MARK_GAP + behind + 2 * PAD_X
    room = max(MAX_NAME_WIDTH, range_width - beside)
    name = fit_name(words or SUBSTITUTE, room, size_pt, form.name_floor(size_pt), measurer)
    widths = tuple(measurer.width(line, name.size_pt) for line in name.lines)
    width = max(widths) + beside
    detail_pt = max(form.min_pt, size_pt * DETAIL_SHARE)
    detail = shorten(detail, max(width, range_width) - 2 * PAD_X, detail_pt, measurer) if detail else ""
    height = _height(name, size_pt, detail_pt if detail else 0.0, form)
    sizes = (name.size_pt, detail, detail_pt, flag, flag_pt, flag_width, heart, mark_size, width, height)
    return CardFace(name.lines, widths, *sizes, name.shortened)


def _height(name: FittedText, size_pt: float, detail_pt: float, form: Form) -> float:
    """Return the least height of a pill in mm: further lines of the name, and a second line if `detail_pt` is not 0."""
    height = (len(name.lines) - 1) * name.size_pt * MM_PER_PT * LINE_PITCH + size_pt * MM_PER_PT * form.pill
    return height + detail_pt * MM_PER_PT * LINE_PITCH
