"""What frames the cards: heading, axis, coverage, footer."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given

from resource_mapper.domain.worksheet import SOURCE_LINE, Calendar, Heading, Worksheet
from resource_mapper.layout.display_list import Box, Clip, Gradient, Lines, Polygon, texts
from resource_mapper.layout.draw_frame import (
    Sign,
    draw_axis,
    draw_band_borders,
    draw_coverage,
    draw_footer,
    draw_heading,
    heading_fields,
)
from resource_mapper.layout.page import AXIS, BODY, COVERAGE, FOOTER, HEADING, LABELS, AxisScale
from tests.helpers import ink
from tests.helpers.fonts import real_measurer
from tests.helpers.strategies import worksheets

PLAIN, MIRRORED = AxisScale(), AxisScale(mirrored=True)
EVEN = tuple(range(24))


def _words(items):
    return [text.text for text in texts(items)]


def _heading(**values):
    worksheet = Worksheet(heading=Heading(**values))
    return draw_heading(worksheet, heading_fields(worksheet), real_measurer())


def _apart(items, gap=0.0):
    boxes = [ink.extent(text, real_measurer()).inset(-gap / 2, -0.01) for text in texts(items)]
    return not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_the_heading_holds_title_subtitle_and_four_boxes():
    items = _heading(
        title="桜台の資源",
        subtitle="第1回",
        municipality="○○市",
        area="桜台",
        meeting="協議体",
        made_on=date(2026, 11, 23),
    )
    assert _words(items) == (
        ["桜台の資源", "第1回", "市町村", "○○市", "圏域", "桜台", "会議", "協議体", "作成日", "令和8年11月23日"]
    )


@pytest.mark.parametrize(
    ("calendar", "words"), [(Calendar.ERA, "令和8年11月23日"), (Calendar.WESTERN, "2026年11月23日")]
)
def test_the_day_is_written_as_the_worksheet_wants(calendar, words):
    assert words in _words(_heading(made_on=date(2026, 11, 23), calendar=calendar))


def test_a_title_of_usual_length_is_20_pt_bold():
    title = next(texts(_heading()))
    assert (title.text, title.size_pt, title.bold) == (Heading().title, 20, True)


def test_a_long_title_gets_smaller_then_shorter():
    longer = next(texts(_heading(title="わがまちの地域の資源を書き出してみよう" * 2)))
    assert 11 <= longer.size_pt < 20
    assert next(texts(_heading(title="わがまち" * 40))).text.endswith("…")


@given(worksheets(max_resources=0))
def test_the_heading_keeps_to_its_place_whatever_is_written(worksheet):
    items = draw_heading(worksheet, heading_fields(worksheet), real_measurer())
    assert ink.outside(items, HEADING.inset(-1e-6), real_measurer()) == []
    assert _apart(items)


@pytest.mark.parametrize(
    ("scale", "tip", "words"),
    [
        (PLAIN, AXIS.right, ["元気", "虚弱", "要介護に近い状態像"]),
        (MIRRORED, AXIS.x, ["要介護に近い状態像", "虚弱", "元気"]),
    ],
)
def test_the_arrow_points_to_the_end_of_care(scale, tip, words):
    items = draw_axis(scale, real_measurer())
    (arrow,) = (item for item in items if isinstance(item, Polygon))
    assert [x for x, y in arrow.points if y == AXIS.centre_y] == [tip]
    labels = sorted((text for text in texts(items) if text.x > AXIS.x), key=lambda text: text.x)
    assert [text.text for text in labels] == words


def test_the_axis_labels_stand_in_the_middle_of_their_bands():
    labels = [text for text in texts(draw_axis(PLAIN, real_measurer())) if text.x > AXIS.x]
    middles = [ink.extent(text, real_measurer()).centre_x for text in labels]
    assert middles == pytest.approx([110, 230, 350])  # 50 + 360 × (1, 3, 5) / 6


def test_the_colours_of_the_axis_turn_with_it():
    (plain,) = (item.fill for item in draw_axis(PLAIN, real_measurer()) if isinstance(item, Polygon))
    (turned,) = (item.fill for item in draw_axis(MIRRORED, real_measurer()) if isinstance(item, Polygon))
    assert isinstance(plain, Gradient)
    assert isinstance(turned, Gradient)
    assert [color for _, color in turned.stops] == [color for _, color in plain.stops][::-1]
    assert [place for place, _ in turned.stops] == sorted(place for place, _ in turned.stops)


@pytest.mark.parametrize("scale", [PLAIN, MIRRORED])
def test_dashed_lines_run_down_at_the_borders_of_the_bands(scale):
    (lines,) = draw_band_borders(scale)
    assert isinstance(lines, Lines)
    assert sorted(x0 for x0, *_ in lines.segments) == pytest.approx([170, 290])  # 50 + 360 / 3, 50 + 720 / 3
    assert all(x0 == x1 and AXIS.bottom < y0 < BODY.y and y1 == BODY.bottom for x0, y0, x1, y1 in lines.segments)
    assert lines.stroke.dash


@pytest.mark.parametrize(("scale", "order"), [(PLAIN, EVEN), (MIRRORED, EVEN[::-1])])
def test_coverage_stands_in_24_cells_as_seen(scale, order):
    items = draw_coverage(EVEN, scale, real_measurer())
    numbers = sorted((text for text in texts(items) if text.x > COVERAGE.x), key=lambda text: text.x)
    assert [text.text for text in numbers] == [str(count) for count in order]
    middles = [ink.extent(text, real_measurer()).centre_x for text in numbers]
    assert middles == pytest.approx([57.5 + 15 * step for step in range(24)])  # 50 + 360 / 24 × (step + ½)


def test_the_fuller_a_step_the_deeper_its_colour_and_holes_are_hatched():
    items = draw_coverage((0, 1, 2, 4), PLAIN, real_measurer())
    fills = [item.fill for item in items if isinstance(item, Box) and item.rect.height == COVERAGE.height]
    assert (fills[0], fills[3]) == ("#FFFFFF", "#8CB4DC")
    assert [str(fill) for fill in fills] == sorted(map(str, fills), reverse=True)  # the red part falls
    assert len(set(fills)) == 4
    assert [item.rect.x for item in items if isinstance(item, Clip)] == pytest.approx([50.2])


def test_an_empty_sheet_is_not_hatched_from_end_to_end():
    items = draw_coverage((0,) * 24, PLAIN, real_measurer())
    assert _words(items)[2:] == ["0"] * 24
    assert not [item for item in items if isinstance(item, Clip)]


@pytest.mark.parametrize(("legend", "gaps"), [(True, True), (True, False), (False, False)])
@pytest.mark.parametrize("stale", ["", "1年以上確認していない"])
@pytest.mark.parametrize(("page", "pages"), [(1, 1), (12, 345)])
def test_the_footer_keeps_to_its_place(page, pages, legend, gaps, stale):
    signs: tuple[Sign, ...] = ("gap",) if gaps else ()
    items = draw_footer(page, pages, real_measurer(), legend=legend, signs=signs, stale=stale)
    assert ("1年以上確認していない" in _words(items)) == (legend and bool(stale))
    assert ink.outside(items, FOOTER.inset(-1e-6), real_measurer()) == []
    assert _apart(items, gap=2.0)
    assert f"{page} / {pages}" in _words(items)
    assert ("凡例" in _words(items)) == legend
    assert ("空白" in _words(items)) == (legend and gaps)
    assert SOURCE_LINE in _words(items)


def test_labels_at_the_left_do_not_reach_the_axis():
    for items in (draw_axis(PLAIN, real_measurer()), draw_coverage(EVEN, PLAIN, real_measurer())):
        left = [text for text in texts(items) if text.x < AXIS.x]
        assert left
        assert all(ink.extent(text, real_measurer()).right <= LABELS.right for text in left)
