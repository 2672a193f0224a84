"""What making room shows while a card is held is what the layout gives after the drop."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.edits import Place, place
from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.make_room import Claim, claims_of, make_room, row_of
from resource_mapper.layout.sheet import layout_sheet
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.square_measurer import SquareMeasurer

NAMES = ("い", "ろは", "にほへと", "ちりぬるをわかよ")


def laid_out(*spans: tuple[float, float]) -> SheetLayout:
    cards = [
        make_resource(NAMES[n % 4], span, id=f"c{n}", category=("salon", "hobby")[n % 2])
        for n, span in enumerate(spans)
    ]
    return layout_sheet(make_worksheet(*cards), SquareMeasurer())


spans = st.tuples(st.integers(0, 80), st.integers(2, 20)).map(lambda it: (it[0] / 100, (it[0] + it[1]) / 100))


@given(st.lists(spans, min_size=2, max_size=9), st.integers(0, 8), st.integers(0, 3), st.booleans())
def test_it_is_the_order_from_top_to_bottom_after_the_drop(
    places: list[tuple[float, float]], held: int, lane: int, other_row: bool
) -> None:
    layout = laid_out(*places)
    key = f"c{held % len(places)}"
    box = next(card for card in layout.cards if card.resource.id == key)
    row_id = {"salon": "hobby", "hobby": "salon"}[box.row_id] if other_row else box.row_id
    claims = [claim for claim in claims_of(layout, layout.pages[0], row_id) if claim.id != key]
    claims.append(Claim(key, box.pill.x, box.pill.right, box.pill.height, lane))
    claims.sort(key=lambda claim: int(claim.id[1:]))
    heights = make_room(layout.pages[0], row_id, claims)

    span = box.resource.span
    assert span is not None
    after = layout_sheet(place(layout.worksheet, key, Place(row_id, span.left, lane)), SquareMeasurer())
    if after.size_pt != layout.size_pt:
        return  # another size breaks names into other lines: then it is another sheet
    lanes = {card.resource.id: card.lane for card in after.cards if card.row_id == row_id}
    assert lanes.keys() == heights.keys()
    assert _ranks(lanes) == _ranks(heights)


def test_without_a_newcomer_nobody_moves() -> None:
    layout = laid_out((0.1, 0.4), (0.2, 0.5), (0.3, 0.6), (0.0, 0.9), (0.35, 0.5))
    page = layout.pages[0]
    for row_id in ("salon", "hobby"):
        heights = make_room(page, row_id, claims_of(layout, page, row_id))
        for card in page.cards:
            if card.row_id == row_id:
                assert heights[card.resource.id] == pytest.approx(card.pill.centre_y)


def test_a_row_without_room_lets_its_lanes_overlap_evenly_within_it() -> None:
    layout = laid_out((0.1, 0.4), (0.2, 0.5))
    page = layout.pages[0]
    body = row_of(page, "salon").body
    claims = [Claim(f"x{n}", 100, 150, 8, None) for n in range(30)]
    middles = sorted(make_room(page, "salon", claims).values())
    steps = {round(lower - upper, 6) for upper, lower in itertools.pairwise(middles)}
    assert len(steps) == 1
    assert body.y <= middles[0] - 4
    assert middles[-1] + 4 <= body.bottom


def test_in_a_row_that_goes_over_pages_cards_keep_their_sub_rows() -> None:
    cards = [make_resource(f"会{n}", (0.0, 1.0), category="salon") for n in range(60)]
    layout = layout_sheet(make_worksheet(*cards), SquareMeasurer())
    assert len(layout.pages) > 1
    page = layout.pages[-1]
    heights = make_room(page, "salon", claims_of(layout, page, "salon"))
    on_page = [card for card in page.cards if card.row_id == "salon"]
    assert on_page
    for card in on_page:
        assert heights[card.resource.id] == pytest.approx(card.pill.centre_y, abs=0.01)


def test_a_wish_is_kept() -> None:
    card = replace(make_resource("い", (0.1, 0.3), category="salon"), lane=1)
    other = make_resource("ろ", (0.2, 0.4), category="salon")
    layout = layout_sheet(make_worksheet(card, other), SquareMeasurer())
    heights = make_room(layout.pages[0], "salon", claims_of(layout, layout.pages[0], "salon"))
    assert heights[other.id] < heights[card.id]


def _ranks(values: dict[str, int] | dict[str, float]) -> dict[str, int]:
    levels = sorted({round(value, 6) for value in values.values()})
    return {key: levels.index(round(value, 6)) for key, value in values.items()}
