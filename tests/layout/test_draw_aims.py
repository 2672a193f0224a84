"""あるべき姿 on the sheet: a dashed line where a card should reach, room for it, and what would come of it."""

from dataclasses import replace

import pytest

from resource_mapper.domain.axis import Span
from resource_mapper.domain.coverage import COVERAGE_STEPS
from resource_mapper.domain.should_be import coverage_as_it_should_be
from resource_mapper.layout.boxes import SheetLayout, SheetOptions
from resource_mapper.layout.display_list import Box, texts
from resource_mapper.layout.draw_aims import AHEAD, AIM_DASH, aim_box
from resource_mapper.layout.draw_sheet import draw_background, draw_page
from resource_mapper.layout.page import BODY, COVERAGE, FOOTER
from resource_mapper.layout.reuse import layout_after
from resource_mapper.layout.sheet import Layouter, layout_sheet
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fonts import real_measurer

AIMED = make_resource("サロン", (0.2, 0.4), id="a", category="salon", aim=Span(0.2, 0.9))
OTHER = make_resource("カフェ", (0.5, 0.7), id="b", category="salon")
SHEET = make_worksheet(AIMED, OTHER)
SHOWN = SheetOptions(show_aims=True)


def laid_out(worksheet=SHEET, options=SHOWN) -> SheetLayout:
    return layout_sheet(worksheet, real_measurer(), options)


def dashed(layout: SheetLayout) -> list[Box]:
    items = draw_background(layout, layout.pages[0], real_measurer())
    return [
        item
        for item in items
        if isinstance(item, Box) and item.stroke and item.stroke.dash == AIM_DASH and item.rect.bottom < BODY.bottom
    ]


def test_nothing_is_drawn_unless_it_is_asked_for():
    layout = laid_out(options=SheetOptions())
    assert all(card.aim is None for card in layout.cards)
    assert (dashed(layout), layout.coverage_ahead) == ([], ())
    plain = laid_out(make_worksheet(replace(AIMED, aim=None), OTHER), SheetOptions())
    assert draw_page(layout, layout.pages[0], real_measurer()) == draw_page(plain, plain.pages[0], real_measurer())


@pytest.mark.parametrize("lens", ["category", "free", "district"])
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("mono", [False, True])
def test_the_line_lies_round_the_aim_in_every_view(lens, mirrored, mono):
    layout = laid_out(replace(SHEET, lens=lens, mirrored=mirrored), replace(SHOWN, mono=mono))
    (line,) = dashed(layout)
    x0, x1 = layout.scale.stretch(0.2, 0.9)
    assert (line.rect.x, line.rect.right) == pytest.approx((x0, x1))
    card = next(card for card in layout.cards if card.resource.id == "a")
    assert line.rect.y < card.pill.y
    assert line.rect.bottom > card.pill.bottom


def test_no_card_lies_where_another_one_should_reach():
    one, other = laid_out().cards
    assert one.lane != other.lane
    before = layout_sheet(SHEET, real_measurer(), SheetOptions()).cards
    assert before[0].lane == before[1].lane, "without the layer there is room beside it"


def test_a_card_that_is_as_it_should_be_has_no_line():
    assert dashed(laid_out(make_worksheet(replace(AIMED, aim=AIMED.span)))) == []


def test_an_aim_without_width_still_shows():
    layout = laid_out(make_worksheet(replace(AIMED, aim=Span(0.6, 0.6))))
    (card,) = layout.cards
    assert card.aim is not None
    assert aim_box(card, card.aim).width >= 2


def test_the_strip_has_a_second_line_that_counts_what_should_be():
    layout = laid_out()
    assert layout.coverage_ahead == coverage_as_it_should_be(SHEET.resources)
    page = draw_page(layout, layout.pages[0], real_measurer())
    assert {"資源の厚み", "あるべき姿では", "点線の枠＝あるべき姿"} <= {text.text for text in texts(page)}
    boxes = [item for item in page if isinstance(item, Box)]
    below = [box for box in boxes if box.rect.y == AHEAD.y and box.rect.height == AHEAD.height]
    assert len(below) == COVERAGE_STEPS
    assert max(item.rect.bottom for item in below) < FOOTER.y
    above = [box for box in boxes if box.rect.y == COVERAGE.y]
    assert max(item.rect.bottom for item in above) < AHEAD.y


def test_a_layout_is_not_taken_over_from_one_without_the_layer():
    layouter = Layouter(real_measurer())
    plain = layouter.layout(SHEET)
    assert layout_after(plain, SHEET, layouter, SHOWN) == laid_out()
    assert layouter.layout(SHEET) == plain
