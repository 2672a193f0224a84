"""Display lists as text, compared with files under `tests/golden`.

After a wanted change write the files anew and read the difference in git:

    UPDATE_GOLDEN=1 python -m pytest tests/layout tests/printing
"""

import difflib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from resource_mapper.layout.display_list import Box, Clip, Gradient, Lines, Polygon, Primitive, Stroke, Text

FOLDER = Path(__file__).resolve().parents[1] / "golden"
UPDATE = "UPDATE_GOLDEN"
FEW_LINES = 4


def dump(items: Iterable[Primitive]) -> str:
    """Return one line for each primitive, from back to front; lengths in mm with two decimals."""
    return "".join(f"{line}\n" for item in items for line in _lines_of(item))


def compare(text: str, name: str) -> None:
    """Fail with the difference when `golden/<name>.txt` holds another text."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get(UPDATE):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    wanted = path.read_text(encoding="utf-8") if path.is_file() else ""
    if text != wanted:
        difference = difflib.unified_diff(
            wanted.splitlines(), text.splitlines(), f"golden/{name}.txt", "drawn now", lineterm="", n=1
        )
        pytest.fail("\n".join([*difference, f"If this is as wanted, run again with {UPDATE}=1."]), pytrace=False)


def _lines_of(item: Primitive) -> Iterator[str]:
    match item:
        case Text():
            weight = " bold" if item.bold else ""
            yield f"text {_point(item.x, item.y)} {item.size_pt:g}pt{weight} {item.color} {item.text}"
        case Box():
            rect, look = item.rect, _look(item.fill, item.stroke)
            radii = f" radii {_numbers(item.radii)}" if any(item.radii) else ""
            yield f"box {_point(rect.x, rect.y)} {_numbers((rect.width, rect.height))}{radii}{look}"
        case Polygon():
            yield f"polygon {' '.join(_point(x, y) for x, y in item.points)}{_look(item.fill, item.stroke)}"
        case Lines():
            ends = [f"{_point(x0, y0)}–{_point(x1, y1)}" for x0, y0, x1, y1 in item.segments]
            if len(ends) > FEW_LINES:  # a hatch
                ends = [f"{len(ends)} from", ends[0], "to", ends[-1]]
            yield f"lines {' '.join(ends)}{_look(None, item.stroke)}"
        case Clip():
            rect = item.rect
            yield f"clip {_point(rect.x, rect.y)} {_numbers((rect.width, rect.height))}"
            for inner in item.items:
                yield from (f"    {line}" for line in _lines_of(inner))


def _look(fill: str | Gradient | None, stroke: Stroke | None) -> str:
    if isinstance(fill, Gradient):
        words = f" fill {'→'.join(f'{color}@{_number(offset)}' for offset, color in fill.stops)}"
    else:
        words = f" fill {fill}" if fill else ""
    if stroke:
        words += f" stroke {stroke.color} {_number(stroke.width)}"
        words += f" dash {_numbers(stroke.dash)}" if stroke.dash else ""
    return words


def _point(x: float, y: float) -> str:
    return f"{_number(x)},{_number(y)}"


def _numbers(values: Iterable[float]) -> str:
    return "×".join(_number(value) for value in values)


def _number(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}"
