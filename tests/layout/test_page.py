"""The fixed parts of the page, and the scale of the axis."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.layout.page import (
    AXIS,
    BODY,
    COVERAGE,
    FOOTER,
    HEADING,
    LABELS,
    MARGIN,
    SHEET,
    AxisScale,
)

PARTS = (HEADING, AXIS, LABELS, BODY, COVERAGE, FOOTER)

positions = st.floats(0, 1)


def test_a3_landscape():
    assert (SHEET.width, SHEET.height) == (420, 297)


def test_parts_lie_where_the_design_has_them():
    assert [(part.y, part.bottom) for part in PARTS] == [
        (10, 27),
        (30, 43),
        (46, 262),
        (46, 262),
        (264, 274),
        (278, 287),
    ]
    assert [(part.x, part.right) for part in (HEADING, FOOTER, LABELS)] == [(10, 410), (10, 410), (10, 48)]


def test_parts_lie_within_the_margins_and_apart():
    for part in PARTS:
        assert SHEET.inset(MARGIN).contains(part.x, part.y)
        assert SHEET.inset(MARGIN).contains(part.right, part.bottom)
    for one, other in combinations(PARTS, 2):
        assert not one.overlaps(other)


def test_axis_body_and_coverage_share_their_x():
    assert (AXIS.x, AXIS.right) == (BODY.x, BODY.right) == (COVERAGE.x, COVERAGE.right) == (50, 410)
    assert (LABELS.y, LABELS.bottom) == (BODY.y, BODY.bottom)


@pytest.mark.parametrize(
    ("mirrored", "position", "x"),
    [(False, 0, 50), (False, 0.25, 140), (False, 1, 410), (True, 0, 410), (True, 0.25, 320), (True, 1, 50)],
)
def test_x_of_a_position(mirrored, position, x):
    assert AxisScale(mirrored=mirrored).x(position) == pytest.approx(x)  # 50 + 0.25 × 360 = 140; 410 − 90 = 320


@given(positions, st.booleans())
def test_position_is_the_inverse_of_x(position, mirrored):
    scale = AxisScale(mirrored=mirrored)
    assert scale.position(scale.x(position)) == pytest.approx(position, abs=1e-12)


@pytest.mark.parametrize(("x", "position"), [(-1000, 0), (49.9, 0), (410.1, 1), (1000, 1)])
def test_a_place_beside_the_axis_counts_as_its_end(x, position):
    assert AxisScale().position(x) == position
    assert AxisScale(mirrored=True).position(x) == 1 - position


@given(positions, positions, st.booleans())
def test_a_stretch_runs_from_left_to_right_as_seen(one, other, mirrored):
    left, right = AxisScale(mirrored=mirrored).stretch(min(one, other), max(one, other))
    assert 50 <= left <= right <= 410
    assert right - left == pytest.approx(abs(one - other) * 360)
