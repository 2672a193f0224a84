"""The mark of 確認が古い: on the card's corner, the same for a copier, and no card moves for it."""

from dataclasses import replace
from datetime import date

import pytest

from resource_mapper.domain.age import Age
from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox, SheetLayout, SheetOptions
from resource_mapper.layout.display_list import Box, Lines, texts
from resource_mapper.layout.draw_card import clock_of, draw_card
from resource_mapper.layout.draw_sheet import draw_page, layout_style
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.sheet import layout_sheet
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fonts import real_measurer

FRESHNESS = Freshness(Age.YEAR, date(2026, 11, 23))
SHEET = make_worksheet(
    make_resource("古いサロン", (0.1, 0.5), id="old", category="salon", status="休止"),
    make_resource("新しいサロン", (0.5, 0.9), id="new", category="salon", confirmed_on=date(2026, 11, 1)),
    make_resource("あったらいいな", (0.9, 1.0), id="wish", status="あったらいいな"),
)


def laid_out(sheet: Worksheet = SHEET, **options: object) -> SheetLayout:
    return layout_sheet(sheet, real_measurer(), SheetOptions(**options))  # type: ignore[arg-type]


def drawn_clock(card: CardBox, layout: SheetLayout) -> Rect:
    """Return the face of the clock: what a marked card draws on top of the same card without a mark."""
    style = layout_style(layout)
    plain = draw_card(card._replace(stale=False), layout.worksheet, real_measurer(), style)
    marked = draw_card(card, layout.worksheet, real_measurer(), style)
    assert marked[: len(plain)] == plain
    face, hands = marked[len(plain) :]
    assert isinstance(face, Box)
    assert isinstance(hands, Lines)
    assert all(face.rect.x < x < face.rect.right for line in hands.segments for x in line[::2])
    return face.rect


@pytest.mark.parametrize("lens", ["category", "free"])
@pytest.mark.parametrize("mono", [False, True])
def test_stale_cards_carry_a_clock_at_their_corner(lens: str, mono: bool) -> None:
    layout = laid_out(replace(SHEET, lens=lens), freshness=FRESHNESS, mono=mono)
    assert {card.resource.id for card in layout.cards if card.stale} == {"old"}
    (card,) = (card for card in layout.cards if card.stale)
    clock = drawn_clock(card, layout)
    assert clock == clock_of(card)
    assert 2.4 <= clock.width <= 3.6
    assert clock.right > card.pill.right > clock.x
    assert clock.bottom < card.pill.centre_y, "clear of name and 休止"


def test_no_card_moves_for_the_mark() -> None:
    town = make_worksheet(*many_resources(120))
    without, marked = laid_out(town), laid_out(town, freshness=FRESHNESS)
    assert any(card.stale for card in marked.cards)
    assert [card._replace(stale=False) for card in marked.cards] == list(without.cards)


@pytest.mark.parametrize("age", list(Age))
def test_the_legend_says_what_the_mark_means(age: Age) -> None:
    layout = laid_out(freshness=replace(FRESHNESS, age=age))
    words = [text.text for text in texts(draw_page(layout, layout.pages[0], real_measurer()))]
    assert age.label in words
    plain = laid_out()
    assert age.label not in [t.text for t in texts(draw_page(plain, plain.pages[0], real_measurer()))]
