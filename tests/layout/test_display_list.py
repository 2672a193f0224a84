"""The primitives: a box's outline, and the texts of a list."""

import math

import pytest

from resource_mapper.layout.display_list import Box, Clip, Lines, Stroke, Text, outline, texts
from resource_mapper.layout.geometry import Rect

RECT = Rect(10, 20, 30, 8)


def _points(box):
    start, steps = outline(box)
    return [start, *(step[-1] for step in steps)]


def test_a_box_with_sharp_corners_is_four_lines_clockwise():
    assert outline(Box(RECT)) == ((10, 20), (((40, 20),), ((40, 28),), ((10, 28),), ((10, 20),)))


def test_each_corner_has_its_own_radius():
    assert _points(Box(RECT, radii=(1, 2, 0, 3))) == [
        (11, 20),
        (38, 20),
        (40, 22),
        (40, 28),
        (13, 28),
        (10, 25),
        (10, 21),
        (11, 20),
    ]


def test_radii_never_exceed_half_the_shorter_side():
    assert _points(Box(RECT, radii=(99, 99, 99, 99))) == _points(Box(RECT, radii=(4, 4, 4, 4)))


def test_corners_are_round():
    start, steps = outline(Box(Rect(-5, -5, 10, 10), radii=(5, 5, 5, 5)))
    here = start
    for step in steps:
        if len(step) == 3:
            # the middle of a Bézier curve: (p0 + 3 p1 + 3 p2 + p3) / 8
            x, y = ((here[i] + 3 * step[0][i] + 3 * step[1][i] + step[2][i]) / 8 for i in (0, 1))
            assert math.hypot(x, y) == pytest.approx(5, rel=0.001)
        here = step[-1]


def test_texts_are_found_inside_clips_too():
    one, two, three = (Text(0, 0, word, 9, "#000000") for word in "一二三")
    line = Lines(((0, 0, 1, 1),), Stroke("#000000", 0.1))
    items = (one, Box(RECT), Clip(RECT, (line, two, Clip(RECT, (three,)))))
    assert [text.text for text in texts(items)] == ["一", "二", "三"]
