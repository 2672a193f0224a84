"""Pages that fill up from top to bottom: what does not fit goes on the next page, under the same heading."""

from collections.abc import Callable, Sequence

from resource_mapper.domain.worksheet import SOURCE_LINE
from resource_mapper.layout.display_list import DisplayList, DrawnPage, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.pen import text_at, text_ending
from resource_mapper.layout.style import INK, MUTED, RULE
from resource_mapper.layout.typesetting import fit_line, printable, wrap

MARGIN = 12.0
TITLE_PT, SUBTITLE_PT, FOOT_PT = 16.0, 9.0, 7.0
TITLE_HEIGHT = 17.0
FOOT_HEIGHT = 8.0
LEADING = 1.35
"""Line distance of running text, as a share of the type size."""

Draw = Callable[[float], Sequence[Primitive]]
"""Draws a block whose top is at a given y."""


class Flow:
    """Collects blocks; `pages()` returns them on paper with heading, source line and page numbers."""

    def __init__(self, size: tuple[float, float], title: str, subtitle: str, measurer: TextMeasurer) -> None:
        """Begin on paper of `size` mm."""
        self.width, self.height = size
        self.measurer = measurer
        self._title, self._subtitle = printable(title, measurer), printable(subtitle, measurer)
        self._pages: list[list[Primitive]] = []
        self._on_new_page: Draw | None = None
        self._repeated = 0.0
        self.y = 0.0
        self._new_page()

    @property
    def area(self) -> Rect:
        """Where blocks may lie."""
        top = MARGIN + TITLE_HEIGHT
        return Rect(MARGIN, top, self.width - 2 * MARGIN, self.height - top - MARGIN - FOOT_HEIGHT)

    def repeat(self, height: float, draw: Draw | None) -> None:
        """Draw a block here and again at the top of every further page (the head of a table); None ends that."""
        self._on_new_page, self._repeated = draw, height if draw else 0.0
        if draw is not None:
            self.add(height, draw)

    def add(self, height: float, draw: Draw, *, with_next: float = 0.0) -> None:
        """Draw a block; it moves to a new page where it, or what must follow it (`with_next` mm), does not fit."""
        if self.y + height + with_next > self.area.bottom and self.y > self.area.y + self._repeated:
            self._new_page()
        self._pages[-1].extend(draw(self.y))
        self.y += height

    def skip(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def paragraph(self, text: str, size_pt: float, color: str = INK, *, bold: bool = False) -> None:
        """Set text on as many lines as it needs."""
        pitch = size_pt * MM_PER_PT * LEADING
        for line in wrap(printable(text, self.measurer), self.area.width, size_pt, self.measurer, bold=bold):
            self.add(pitch, _line(pitch, line, size_pt, color, bold=bold))

    def pages(self) -> tuple[DrawnPage, ...]:
        """Return the finished pages."""
        total = len(self._pages)
        return tuple(
            DrawnPage(self.width, self.height, (*items, *self._foot(number, total)), f"{number} {self._title}")
            for number, items in enumerate(self._pages, start=1)
        )

    def _new_page(self) -> None:
        room = self.width - 2 * MARGIN
        title = fit_line(self._title, room, TITLE_PT, 10, self.measurer, bold=True)
        subtitle = fit_line(self._subtitle, room, SUBTITLE_PT, 7, self.measurer)
        items: list[Primitive] = [
            text_at(MARGIN, MARGIN + 3.5, title.lines[0], title.size_pt, INK, bold=True),
            text_at(MARGIN, MARGIN + 10.3, subtitle.lines[0], subtitle.size_pt, MUTED),
            Lines(((MARGIN, MARGIN + 13.5, self.width - MARGIN, MARGIN + 13.5),), Stroke(RULE, 0.3)),
        ]
        self._pages.append(items)
        self.y = self.area.y
        if self._on_new_page is not None:
            items.extend(self._on_new_page(self.y))
            self.y += self._repeated

    def _foot(self, number: int, total: int) -> DisplayList:
        y = self.height - MARGIN - FOOT_PT * MM_PER_PT / 2
        numbering = f"{number} / {total}"
        room = self.width - 2 * MARGIN - self.measurer.width(numbering, FOOT_PT) - 4
        source = fit_line(SOURCE_LINE, room, FOOT_PT, FOOT_PT, self.measurer)
        return (
            text_at(MARGIN, y, source.lines[0], FOOT_PT, MUTED),
            text_ending(self.width - MARGIN, y, numbering, FOOT_PT, MUTED, self.measurer),
        )


def _line(pitch: float, text: str, size_pt: float, color: str, *, bold: bool) -> Draw:
    return lambda y: (text_at(MARGIN, y + pitch / 2, text, size_pt, color, bold=bold),)
