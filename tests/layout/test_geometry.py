"""Rectangles."""

import pytest

from resource_mapper.layout.geometry import MM_PER_PT, Rect

RECT = Rect(10, 20, 30, 8)


def test_sides_and_middle():
    assert (RECT.right, RECT.bottom, RECT.centre_x, RECT.centre_y) == (40, 28, 25, 24)
    assert pytest.approx(25.4) == 72 * MM_PER_PT


def test_inset():
    assert RECT.inset(2) == Rect(12, 22, 26, 4)
    assert RECT.inset(2, 1) == Rect(12, 21, 26, 6)
    assert RECT.inset(-1, 0) == Rect(9, 20, 32, 8)


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [
        (25, 24, True),
        (10, 20, True),
        (40, 28, True),
        (9.9, 24, False),
        (40.1, 24, False),
        (25, 19.9, False),
        (25, 28.1, False),
    ],
)
def test_the_edge_belongs_to_a_rectangle(x, y, inside):
    assert RECT.contains(x, y) == inside


@pytest.mark.parametrize(
    ("other", "overlapping"),
    [
        (RECT, True),
        (Rect(39, 27, 5, 5), True),
        (Rect(15, 22, 1, 1), True),
        (Rect(40, 20, 5, 8), False),  # touching is not overlapping
        (Rect(10, 28, 30, 5), False),
        (Rect(50, 20, 5, 8), False),
    ],
)
def test_overlap_needs_a_common_inside(other, overlapping):
    assert RECT.overlaps(other) == other.overlaps(RECT) == overlapping
