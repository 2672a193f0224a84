"""Arrows between cards: from edge to edge, round the names where that can be, the same at every drawing."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resource_mapper.domain import linking
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DisplayList, Polygon, texts
from resource_mapper.layout.draw_links import arrows, draw_links
from resource_mapper.layout.draw_sheet import draw_page
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.route_links import Obstacles, name_area, route
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.layout.style import style_of
from tests.helpers.fonts import real_measurer
from tests.helpers.strategies import drawable_worksheets

SAMPLE = sample_worksheet()
IDS = [each.id for each in SAMPLE.resources]


def touches(rect: Rect, point: tuple[float, float]) -> bool:
    x, y = point
    on_side = min(abs(x - rect.x), abs(x - rect.right)) < 1e-6 and rect.y <= y <= rect.bottom
    return on_side or (min(abs(y - rect.y), abs(y - rect.bottom)) < 1e-6 and rect.x <= x <= rect.right)


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_way_runs_straight_from_edge_to_edge_and_hides_no_name_of_the_sample(mirrored: bool) -> None:
    page = layout_sheet(replace(SAMPLE, mirrored=mirrored), real_measurer()).pages[0]
    boxes = {card.resource.id: card for card in page.cards}
    obstacles = Obstacles.of(page.cards)
    hidden = 0
    for one in IDS[::3]:
        for other in IDS[1::4]:
            if one == other:
                continue
            way = route(boxes[one], boxes[other], obstacles)
            assert touches(boxes[one].pill, way[0])
            assert touches(boxes[other].pill, way[-1])
            for (x0, y0), (x1, y1) in pairwise(way):
                assert x0 == x1 or y0 == y1
                line = Rect(min(x0, x1), min(y0, y1), max(abs(x1 - x0), 0.01), max(abs(y1 - y0), 0.01))
                hidden += sum(line.overlaps(name_area(card)) for card in page.cards)
    assert hidden == 0


def test_words_stand_on_the_arrow_and_black_is_black() -> None:
    linked = linking.set_words(linking.link(SAMPLE, IDS[:3]), (IDS[0], IDS[1]), "終了後に紹介")
    layout = layout_sheet(linked, real_measurer())
    drawn = draw_links(layout.pages[0], linked.links, real_measurer(), style_of(linked, mono=True))
    assert [text.text for text in texts(drawn)] == ["終了後に紹介"]
    assert len(drawn) == 2 * 3 + 2
    assert {shape.fill for shape in drawn if isinstance(shape, Polygon)} == {"#1A2230", "#FFFFFF"}
    whole = draw_page(layout, layout.pages[0], real_measurer())
    without = layout_sheet(SAMPLE, real_measurer())
    legend = 3
    assert len(whole) == len(draw_page(without, without.pages[0], real_measurer())) + 8 + legend


@settings(max_examples=25)
@given(drawable_worksheets(8), st.data())
def test_any_sheet_can_be_linked_and_draws_the_same_again(sheet: Worksheet, data: st.DataObject) -> None:
    ids = [each.id for each in sheet.resources]
    chain = data.draw(st.lists(st.sampled_from(ids), max_size=6)) if ids else []
    linked = linking.link(sheet, chain)

    def drawn() -> list[DisplayList]:
        layout = layout_sheet(linked, real_measurer())
        return [items for page in layout.pages for _, items in arrows(page.cards, linked.links, real_measurer())]

    assert drawn() == drawn()
    assert len(drawn()) <= len(linked.links)
