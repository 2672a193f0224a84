"""The cards that have no place yet: none is missing on paper."""

from itertools import pairwise

import pytest

from resource_mapper.domain.color import MIN_CONTRAST
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.display_list import Box, texts
from resource_mapper.layout.page import SHEET
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.printing.unplaced_sheet import PER_PAGE, draw_unplaced, waiting_pages
from tests.helpers import ink
from tests.helpers.factories import make_resource
from tests.helpers.fonts import real_measurer


def _waiting(*names, **values):
    return tuple(make_resource(name, None, **values) for name in names)


def _pages(resources, **options):
    return waiting_pages(layout_sheet(Worksheet(resources=resources), real_measurer(), SheetOptions(**options)))


def _draw(resources):
    layout = layout_sheet(Worksheet(resources=tuple(resources)), real_measurer())
    return draw_unplaced(layout, resources, 2, 3, real_measurer())


@pytest.mark.parametrize(
    ("number", "pages"), [(0, []), (1, [1]), (PER_PAGE, [PER_PAGE]), (PER_PAGE + 1, [PER_PAGE, 1]), (200, [84, 84, 32])]
)
def test_a_page_takes_four_columns_of_21(number, pages):
    cut = _pages(_waiting(*(f"待{n}" for n in range(number))))
    assert [len(resources) for resources in cut] == pages


def test_no_card_is_lost_between_pages():
    resources = _waiting(*(f"待{n}" for n in range(200)))
    assert [r for page in _pages(resources) for r in page] == list(resources)


def test_only_those_wait_that_the_print_wants():
    resources = (*_waiting("待つ"), *_waiting("ほしい", status="wanted"), make_resource("置いた"))
    assert [[r.name for r in page] for page in _pages(resources, only=lambda r: r.status != "wanted")] == [["待つ"]]


def test_a_full_page_keeps_its_cards_apart_and_inside():
    names = [*(f"待つ会（{n}号）" for n in range(PER_PAGE - 2)), "地域リハビリテーション活動支援事業" * 4, "あ" * 200]
    items = _draw(_waiting(*names, category="salon"))
    cards = [item for item in items if isinstance(item, Box) and item.rect.height == pytest.approx(8.8)]
    assert len(cards) == PER_PAGE
    assert not [(i, j) for i in range(PER_PAGE) for j in range(i) if cards[i].rect.overlaps(cards[j].rect)]
    assert ink.outside(items, SHEET.inset(8), real_measurer()) == []
    ratio, text = ink.worst_contrast(items, real_measurer())
    assert ratio >= MIN_CONTRAST, text
    assert min(text.size_pt for text in texts(items)) >= 7


@pytest.mark.parametrize(
    "name", ["体操", "地域リハビリテーション活動支援事業と通所型サービスの会", "Community cafe " * 6, "あ" * 200]
)
def test_a_name_stays_on_its_card(name):
    items = _draw(_waiting(name.strip(), category="salon"))
    (card,) = (item for item in items if isinstance(item, Box) and item.rect.height == pytest.approx(8.8))
    written = tuple(text for text in texts(items) if card.rect.contains(text.x, text.y))
    assert ink.outside(written, card.rect, real_measurer()) == []
    lines = [ink.extent(text, real_measurer()) for text in written]
    assert (lines[0].y + lines[-1].bottom) / 2 == pytest.approx(card.rect.centre_y)
    assert all(upper.bottom <= lower.y for upper, lower in pairwise(lines))


def test_the_page_says_how_many_wait_and_which_page_it_is():
    words = [text.text for text in texts(_draw(_waiting("一", "二")))]
    assert "まだ置いていない資源（2件）" in words
    assert "2 / 3" in words


def test_cards_run_down_the_columns():
    items = _draw(_waiting(*(f"待{n}" for n in range(22))))
    places = {text.text: (text.x, text.y) for text in texts(items) if text.text.startswith("待")}
    assert places["待1"][0] == places["待0"][0]
    assert places["待1"][1] > places["待0"][1]
    assert places["待21"][0] > places["待0"][0]
    assert places["待21"][1] == places["待0"][1]
