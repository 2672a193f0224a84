"""拡大: a large page cut into tiles that an office printer takes, to be glued together by their register marks."""

import math

from resource_mapper.layout.card import MIN_PT
from resource_mapper.layout.display_list import Box, Clip, DisplayList, DrawnPage, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.pen import text_at, text_centred
from resource_mapper.layout.style import INK, MUTED, PAPER
from resource_mapper.layout.transform import scaled
from resource_mapper.printing.options import Paper

MARGIN = 10.0
"""White edge of each tile; printers reach this far."""
OVERLAP = 10.0
"""How much neighbouring tiles share, for the glue."""
KEY_CELL = 5.0
MARK = 4.0


def tiles(page: DrawnPage, paper: Paper, measurer: TextMeasurer) -> tuple[DrawnPage, ...]:
    """Return a page as tiles, row by row; the paper is turned as needs fewer of them."""
    sizes = [paper.size(landscape=turned) for turned in (True, False)]
    return _cut(page, min(sizes, key=lambda size: _count(page, size)), measurer)


def _grid(page: DrawnPage, size: tuple[float, float]) -> tuple[int, int]:
    """Return the numbers of columns and rows."""
    return _steps(page.width, size[0]), _steps(page.height, size[1])


def _steps(length: float, side: float) -> int:
    window = side - 2 * MARGIN
    return max(1, math.ceil((length - OVERLAP) / (window - OVERLAP) - 1e-9))


def _count(page: DrawnPage, size: tuple[float, float]) -> int:
    columns, rows = _grid(page, size)
    return columns * rows


def _cut(page: DrawnPage, size: tuple[float, float], measurer: TextMeasurer) -> tuple[DrawnPage, ...]:
    columns, rows = _grid(page, size)
    window = Rect(MARGIN, MARGIN, size[0] - 2 * MARGIN, size[1] - 2 * MARGIN)
    found = []
    for row in range(rows):
        for column in range(columns):
            dx = MARGIN - column * (window.width - OVERLAP)
            dy = MARGIN - row * (window.height - OVERLAP)
            part = Clip(window, scaled(page.items, 1.0, dx, dy))
            signs = _signs(window, (column, row), (columns, rows), measurer)
            name = f"{page.name} {row + 1}段目 {column + 1}枚目"
            found.append(DrawnPage(*size, (part, *signs), name))
    return tuple(found)


def _signs(window: Rect, place: tuple[int, int], grid: tuple[int, int], measurer: TextMeasurer) -> DisplayList:
    """Return register marks where tiles meet, the key map and the words by which to put them together."""
    (column, row), (columns, rows) = place, grid
    xs = [window.x + OVERLAP] if column else []
    xs += [window.right - OVERLAP] if column < columns - 1 else []
    ys = [window.y + OVERLAP] if row else []
    ys += [window.bottom - OVERLAP] if row < rows - 1 else []
    segments = [(x, y0, x, y0 + MARK) for x in xs for y0 in (window.y - MARK - 1, window.bottom + 1)]
    segments += [(x0, y, x0 + MARK, y) for y in ys for x0 in (window.x - MARK - 1, window.right + 1)]
    left = window.x + OVERLAP + 2
    y = window.bottom + MARGIN / 2
    words = f"{row + 1}段目・左から{column + 1}枚目（全{columns * rows}枚）　短い線を合わせて、はり合わせます"
    items: list[Primitive] = [Lines(tuple(segments), Stroke(INK, 0.2))] if segments else []
    items.append(text_at(left, y, words, MIN_PT, MUTED))
    return (*items, *_key(left + measurer.width(words, MIN_PT) + 6, y, place, grid, measurer))


def _key(
    left: float, middle: float, place: tuple[int, int], grid: tuple[int, int], measurer: TextMeasurer
) -> DisplayList:
    """Return a small map of all tiles, this one filled."""
    cell = min(KEY_CELL, (MARGIN - 2) / grid[1])
    top = middle - cell * grid[1] / 2
    items: list[Primitive] = []
    for row in range(grid[1]):
        for column in range(grid[0]):
            rect = Rect(left + column * cell * 1.4, top + row * cell, cell * 1.4, cell)
            items.append(Box(rect, INK if (column, row) == place else PAPER, Stroke(MUTED, 0.15)))
            if (column, row) == place and cell >= KEY_CELL:
                number = str(row * grid[0] + column + 1)
                items.append(text_centred(rect.centre_x, rect.centre_y, number, MIN_PT, PAPER, measurer))
    return tuple(items)
