"""付箋 on the pages: where each hangs and how its words are broken; and back from a point to its place."""

from collections.abc import Mapping
from typing import NamedTuple

from resource_mapper.domain.note import Note
from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.display_list import DisplayList, Polygon, Stroke
from resource_mapper.layout.form import Form
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.locate import locate
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import BODY
from resource_mapper.layout.pen import text_at
from resource_mapper.layout.style import COLOR, INK, Style
from resource_mapper.layout.typesetting import printable, wrap

ON_PAPER_PT = 8.5
LETTERS = 11
"""Full-width characters of a line."""
MOST_LINES = 12
PAD, FOLD = 1.8, 3.0
PITCH = 1.35
PAPER_YELLOW, SHADED, EDGE = "#FFF4B8", "#EBD676", "#A88200"
"""Of the note, of its folded corner, and of its outline (3:1 beside every tint of a row)."""


class NoteBox(NamedTuple):
    """A note with its place on a page, in mm."""

    note: Note
    page: int
    area: Rect
    lines: tuple[str, ...]
    size_pt: float


def note_boxes(layout: SheetLayout, measurer: TextMeasurer) -> tuple[NoteBox, ...]:
    """Return the notes of a layout, the topmost last; all of each lies on the rows of its page."""
    size_pt = note_pt(layout.options.form)
    return tuple(_box(layout, note, size_pt, measurer) for note in layout.worksheet.notes)


def note_pt(form: Form) -> float:
    """Return the type size of notes."""
    return max(form.min_pt, ON_PAPER_PT) if form.is_whole else form.label_pt


def place_of_note(layout: SheetLayout, page: int, x: float, y: float) -> Mapping[str, object]:
    """Return the values of `Note` for a note whose upper edge has its middle at a point of a page."""
    where = locate(layout, page, x, y)
    above, whole = 0.0, 0.0
    for number, body in _parts(layout, layout.lens.id, where.row_id):
        whole += body.height
        if number < page:
            above += body.height
        elif number == page:
            above += min(max(y - body.y, 0.0), body.height)
    height = min(above / whole, 1.0) if whole else 0.0
    return {"position": where.position, "lens": layout.lens.id, "row": where.row_id, "height": height}


def draw_note(box: NoteBox, style: Style = COLOR) -> DisplayList:
    """Return a note: a small paper with a folded corner, and its words."""
    area, ink = box.area, style.line(EDGE)
    left, top, right, bottom = area.x, area.y, area.right, area.bottom
    cut = ((right, bottom - FOLD), (right - FOLD, bottom))
    sheet = Polygon(((left, top), (right, top), *cut, (left, bottom)), style.fill(PAPER_YELLOW), Stroke(ink, 0.25))
    fold = Polygon((*cut, (right - FOLD, bottom - FOLD)), style.fill(SHADED), Stroke(ink, 0.25))
    pitch = box.size_pt * MM_PER_PT * PITCH
    lines = (
        text_at(left + PAD, top + PAD + pitch * (number + 0.5), line, box.size_pt, INK)
        for number, line in enumerate(box.lines)
        if line
    )
    return (sheet, fold, *lines)


def _box(layout: SheetLayout, note: Note, size_pt: float, measurer: TextMeasurer) -> NoteBox:
    room = LETTERS * size_pt * MM_PER_PT
    lines = _lines(note.words, room, size_pt, measurer)
    widest = max(measurer.width(line, size_pt) for line in lines)
    width = max(widest, room / 2) + 2 * PAD
    height = len(lines) * size_pt * MM_PER_PT * PITCH + 2 * PAD
    page, y = _top(layout, note)
    x = min(max(layout.scale.x(note.position) - width / 2, BODY.x), BODY.right - width)
    return NoteBox(note, page, Rect(x, min(y, BODY.bottom - height), width, height), lines, size_pt)


def _lines(words: str, room: float, size_pt: float, measurer: TextMeasurer) -> tuple[str, ...]:
    lines: list[str] = []
    for line in words.split("\n"):
        lines.extend(wrap(printable(line, measurer), room, size_pt, measurer) or [""])
    return tuple(lines) if len(lines) <= MOST_LINES else (*lines[: MOST_LINES - 1], "…")


def _top(layout: SheetLayout, note: Note) -> tuple[int, float]:
    """Return page and y of a note's upper edge: in its row, or where that is not drawn, on the whole sheet."""
    parts = _parts(layout, note.lens, note.row) or [(page.index, BODY) for page in layout.pages]
    down = note.height * sum(body.height for _, body in parts)
    for page, body in parts:
        if down <= body.height:
            return page, body.y + down
        down -= body.height
    page, body = parts[-1]
    return page, body.bottom


def _parts(layout: SheetLayout, lens: str, row: str) -> list[tuple[int, Rect]]:
    """Return the parts of a row, with their pages."""
    if lens != layout.lens.id:
        return []
    return [(page.index, box.body) for page in layout.pages for box in page.rows if box.row.id == row]
