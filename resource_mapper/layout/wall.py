"""The sheet on a wall: what of a page fills the screen, how large its type gets there, and what can be pointed at."""

from collections.abc import Callable
from dataclasses import dataclass

from resource_mapper.domain.axis import BANDS, Band
from resource_mapper.domain.coverage import Gap, reaches
from resource_mapper.layout.boxes import CardBox, SheetLayout
from resource_mapper.layout.display_list import texts
from resource_mapper.layout.draw_sheet import draw_page
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import AXIS, BODY, LABELS

FRAME = Rect(LABELS.x - 1, AXIS.y - 1, AXIS.right - LABELS.x + 2, BODY.bottom - AXIS.y + 2)
"""Axis and rows with a hair of paper around: what of a page is shown."""
LEGIBLE_PX = 18.0
"""Smallest type that is read from 5 m on a projected picture of `LEGIBLE_LINES` lines."""
LEGIBLE_LINES = 1080.0


def px_per_mm(width_px: float, height_px: float) -> float:
    """Return the scale at which a page's frame fills a screen."""
    return min(width_px / FRAME.width, height_px / FRAME.height)


def smallest_type_px(layout: SheetLayout, measurer: TextMeasurer, scale: float) -> float:
    """Return the size of the smallest type on a layout shown at `scale` px a mm: whatever is drawn counts."""
    sizes = (run.size_pt for page in layout.pages for run in texts(draw_page(layout, page, measurer)))
    return min(sizes) * MM_PER_PT * scale


def legible_px(height_px: float) -> float:
    """Return the smallest type that is read from afar on a screen: with fewer lines the picture is as large."""
    return LEGIBLE_PX * height_px / LEGIBLE_LINES


@dataclass(frozen=True, slots=True)
class PageArea:
    """A rectangle on a page, in mm."""

    page: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Subject:
    """What people talk about: a card, a row, a band or a gap. Of `id` and `gap` only what belongs to the kind."""

    kind: str
    """`card`, `row`, `band` or `gap`."""
    id: str = ""
    gap: Gap | None = None


def lit(layout: SheetLayout, subject: Subject) -> tuple[PageArea, ...]:
    """Return what stays bright while a subject is spotlit; nothing where it is no longer on the sheet."""
    match subject.kind:
        case "card":
            return _pills(layout, lambda card: card.resource.id == subject.id)
        case "row":
            return _row(layout, subject.id)
        case "band":
            band = next(band for band in BANDS if band.id == subject.id)
            return (*_column(layout, band), *_pills(layout, lambda card: reaches(card.resource, band)))
        case _:
            return _gap(layout, subject.gap) if subject.gap is not None else ()


def _pills(layout: SheetLayout, wanted: Callable[[CardBox], bool]) -> tuple[PageArea, ...]:
    return tuple(PageArea(card.page, card.pill) for card in layout.cards if wanted(card))


def _row(layout: SheetLayout, row_id: str) -> tuple[PageArea, ...]:
    return tuple(
        PageArea(page.index, Rect(row.label.x, row.body.y, row.body.right - row.label.x, row.body.height))
        for page in layout.pages
        for row in page.rows
        if row.row.id == row_id
    )


def _column(layout: SheetLayout, band: Band) -> tuple[PageArea, ...]:
    x0, x1 = layout.scale.stretch(band.start, band.end)
    return tuple(PageArea(page.index, Rect(x0, AXIS.y, x1 - x0, BODY.bottom - AXIS.y)) for page in layout.pages)


def _gap(layout: SheetLayout, gap: Gap) -> tuple[PageArea, ...]:
    x0, x1 = layout.scale.stretch(gap.span.left, gap.span.right)
    label = [
        PageArea(area.page, Rect(LABELS.x, area.rect.y, LABELS.width, area.rect.height))
        for area in _row(layout, gap.row.id)
    ]
    return (*label, *(PageArea(area.page, Rect(x0, area.rect.y, x1 - x0, area.rect.height)) for area in label))


@dataclass(frozen=True, slots=True)
class Veil:
    """What is not shown yet while a sheet is built up: `hidden` but for `shown`, which lies over it."""

    hidden: tuple[PageArea, ...]
    shown: tuple[PageArea, ...]
    newest: tuple[PageArea, ...]
    """What the last step has brought."""


def veil_of_rows(layout: SheetLayout, step: int) -> Veil:
    """Return what is hidden after `step` rows (0: all of them)."""
    ids = row_ids(layout)
    hidden = tuple(area for row_id in ids[step:] for area in _row(layout, row_id))
    return Veil(hidden, (), _row(layout, ids[step - 1]) if 0 < step <= len(ids) else ())


def veil_of_bands(layout: SheetLayout, step: int) -> Veil:
    """Return what is hidden after `step` bands, 元気 first (0: all of them); a card comes with its first band."""
    there, waiting = BANDS[:step], BANDS[step:]
    columns = tuple(area for band in waiting for area in _column(layout, band))

    def is_there(card: CardBox) -> bool:
        return any(reaches(card.resource, band) for band in there)

    hidden = (*columns, *_pills(layout, lambda card: not is_there(card)))
    return Veil(hidden, _pills(layout, is_there), _column(layout, BANDS[step - 1]) if 0 < step <= len(BANDS) else ())


def row_ids(layout: SheetLayout) -> tuple[str, ...]:
    """Return the rows from top to bottom, each once."""
    return tuple(dict.fromkeys(row.row.id for page in layout.pages for row in page.rows))
