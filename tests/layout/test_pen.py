"""Texts, hatches and marks."""

import pytest

from resource_mapper.domain.category import Mark
from resource_mapper.layout.display_list import Box, Lines
from resource_mapper.layout.geometry import MM_PER_PT, Rect
from resource_mapper.layout.pen import baseline, hatch, mark, rounded, text_at, text_centred, text_ending
from tests.helpers.square_measurer import SquareMeasurer

OPEN = set("○□△◇☆▽")


def test_the_middle_of_a_kanji_lies_on_the_wanted_height():
    # Noto Sans JP: a kanji reaches from 0.88 over the baseline to 0.12 under it
    size = 10 * MM_PER_PT
    below = baseline(100, 10)
    assert (below - 0.88 * size + below + 0.12 * size) / 2 == pytest.approx(100)


def test_text_begins_ends_or_centres_at_x():
    width = 4 * 9 * MM_PER_PT  # four characters at 9 pt
    measurer = SquareMeasurer()
    assert text_at(50, 20, "サロンA", 9, "#000000").x == 50
    assert text_ending(50, 20, "サロンA", 9, "#000000", measurer).x == pytest.approx(50 - width)
    assert text_centred(50, 20, "サロンA", 9, "#000000", measurer).x == pytest.approx(50 - width / 2)


def test_rounded_has_four_equal_corners():
    assert rounded(Rect(0, 0, 9, 9), 2, "#FFFFFF").radii == (2, 2, 2, 2)


@pytest.mark.parametrize("rect", [Rect(50, 46, 120, 30), Rect(123.4, 77.7, 10, 90), Rect(50, 46, 0.5, 0.5)])
def test_a_hatch_covers_its_rectangle_with_lines_of_one_slope(rect):
    clip = hatch(rect, "#888888", pitch=2.0)
    assert clip.rect == rect
    lines = clip.items[0]
    assert isinstance(lines, Lines)
    for x0, y0, x1, y1 in lines.segments:
        assert (y0, y1) == (rect.bottom, rect.y)
        assert x1 - x0 == pytest.approx(y0 - y1)  # 45°
        assert (x0 + y0) / 2.0 == pytest.approx(round((x0 + y0) / 2.0))  # on the page's own grid
    # every x + y between the corners that is a multiple of the pitch has its line
    sums = {round(x0 + y0, 6) for x0, y0, _, _ in lines.segments}
    wanted = {float(2 * i) for i in range(500) if rect.x + rect.y <= 2 * i <= rect.right + rect.bottom}
    assert sums == wanted


def _mark(kind, *colors):
    return mark(kind, 0, 0, 4, *colors)


def _bounds(shape):
    if isinstance(shape, Box):
        return shape.rect.x, shape.rect.y, shape.rect.right, shape.rect.bottom
    xs, ys = zip(*shape.points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("kind", list(Mark))
def test_a_mark_fills_its_square_and_hardly_more(kind):
    left, top, right, bottom = _bounds(mark(kind, 100, 50, 4, "#2F6FB3"))
    assert 98 - 0.4 <= left <= 98.6
    assert 101.4 <= right <= 102 + 0.4
    assert 48 - 0.4 <= top <= 48.8
    assert 51.2 <= bottom <= 52 + 0.4
    assert (left + right) / 2 == pytest.approx(100)


@pytest.mark.parametrize("kind", list(Mark))
def test_open_marks_are_outlined_and_show_the_ground(kind):
    shape = _mark(kind, "#2F6FB3", "#FFF3C4")
    if kind in OPEN:
        assert (shape.fill, shape.stroke.color) == ("#FFF3C4", "#2F6FB3")
    else:
        assert (shape.fill, shape.stroke) == ("#2F6FB3", None)


def test_all_marks_differ():
    assert len({mark(kind, 0, 0, 4, "#2F6FB3") for kind in Mark}) == len(Mark)


@pytest.mark.parametrize(
    ("marks", "corners"), [("■□◆◇", 4), ("▲△▼▽", 3), ("★☆", 10)], ids=["squares", "triangles", "stars"]
)
def test_marks_have_their_corners(marks, corners):
    assert [len(_mark(Mark(kind), "#000000").points) for kind in marks] == [corners] * len(marks)


def test_triangles_point_up_and_down():
    up, down = _mark(Mark.TRIANGLE, "#000000"), _mark(Mark.DOWN_TRIANGLE, "#000000")
    assert [x for x, y in up.points if y < -1] == [pytest.approx(0)]
    assert [x for x, y in down.points if y > 1] == [pytest.approx(0)]
