"""What fills a screen is legible, and what is pointed at or not shown yet is where it should be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain import edits
from resource_mapper.domain.axis import BANDS
from resource_mapper.domain.coverage import gaps
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.boxes import SheetLayout, SheetOptions
from resource_mapper.layout.display_list import texts
from resource_mapper.layout.draw_sheet import draw_page
from resource_mapper.layout.form import ON_WALL
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.layout.wall import (
    FRAME,
    LEGIBLE_PX,
    Subject,
    Veil,
    lit,
    px_per_mm,
    row_ids,
    smallest_type_px,
    veil_of_bands,
    veil_of_rows,
)
from tests.helpers.factories import make_worksheet, many_resources
from tests.helpers.fonts import real_measurer

FULL_HD = px_per_mm(1920, 1080)


def on_wall(lens: str = "category", more: int = 0) -> SheetLayout:
    worksheet = edits.add(edits.set_lens(sample_worksheet(), lens), many_resources(more))
    return layout_sheet(worksheet, real_measurer(), SheetOptions(form=ON_WALL))


def test_the_sample_of_24_cards_is_read_from_the_last_row() -> None:
    layout = on_wall()
    assert len(layout.cards) == 24
    assert len(layout.pages) == 1
    assert smallest_type_px(layout, real_measurer(), FULL_HD) >= LEGIBLE_PX
    assert smallest_type_px(layout_sheet(layout.worksheet, real_measurer()), real_measurer(), FULL_HD) < 12, "on paper"
    assert not layout.shortened


@pytest.mark.parametrize("lens", ["area_level", "operator_kind", "support", "district", "status", "free"])
def test_the_other_lenses_are_as_large(lens: str) -> None:
    assert smallest_type_px(on_wall(lens), real_measurer(), FULL_HD) >= LEGIBLE_PX


def test_many_cards_take_more_pages_rather_than_type_that_nobody_reads() -> None:
    for more in (16, 56, 120, 176):
        assert smallest_type_px(on_wall(more=more), real_measurer(), FULL_HD) > 0.9 * LEGIBLE_PX


def test_where_type_is_a_little_small_the_figure_says_so() -> None:
    assert smallest_type_px(on_wall(more=120), real_measurer(), FULL_HD) < LEGIBLE_PX


@given(st.sampled_from(LENSES), st.integers(0, 40))
def test_everything_drawn_lies_within_the_frame(lens: object, more: int) -> None:
    layout = on_wall(getattr(lens, "id", ""), more)
    for page in layout.pages:
        for run in texts(draw_page(layout, page, real_measurer())):
            width = real_measurer().width(run.text, run.size_pt, bold=run.bold)
            assert FRAME.x <= run.x
            assert run.x + width <= FRAME.right
            assert FRAME.y <= run.y <= FRAME.bottom


def test_rows_come_one_by_one_and_no_card_too_early() -> None:
    layout = on_wall(more=60)
    assert row_ids(layout) == tuple(row.id for row in layout.lens.rows(layout.worksheet))
    for step in range(len(row_ids(layout)) + 1):
        veil = veil_of_rows(layout, step)
        seen = {card.row_id for card in layout.cards if not _is_hidden(card, veil)}
        rows = [row.id for row in layout.lens.rows(layout.worksheet)]
        assert seen <= set(rows[:step])
        assert bool(veil.newest) == (step > 0)
    assert veil_of_rows(layout, len(row_ids(layout))).hidden == ()


def test_a_card_comes_whole_with_its_first_band() -> None:
    layout = on_wall()
    for step in range(len(BANDS) + 1):
        veil = veil_of_bands(layout, step)
        there = {card.resource.id for card in layout.cards if not _is_hidden(card, veil)}
        border = BANDS[step - 1].end if step else 0.0
        assert there == {
            c.resource.id for c in layout.cards if c.resource.span and c.resource.span.left < border - 1e-3
        }


def test_a_subject_stays_bright_and_one_that_is_gone_is_nothing() -> None:
    layout = on_wall()
    (card,) = lit(layout, Subject("card", "sample-09"))
    assert card.rect == next(c.pill for c in layout.cards if c.resource.id == "sample-09")
    (row,) = lit(layout, Subject("row", "salon"))
    assert all(row.rect.contains(*c.centre) == (c.row_id == "salon") for c in layout.cards)
    frail = lit(layout, Subject("band", "frail"))
    assert any(area.rect == c.pill for area in frail for c in layout.cards if c.resource.id == "sample-09")
    for gap in gaps(layout.worksheet, layout.lens):
        label, hole = lit(layout, Subject("gap", gap=gap))
        assert label.rect.right <= hole.rect.x
        assert not any(c.resource.counts and hole.rect.contains(*c.centre) for c in layout.cards)
    empty = layout_sheet(make_worksheet(), real_measurer())
    assert lit(empty, Subject("card", "sample-09")) == lit(empty, Subject("row", "none")) == ()


def _is_hidden(card: object, veil: Veil) -> bool:
    page, rect = getattr(card, "page", 0), getattr(card, "pill", FRAME)
    if any(area.page == page and area.rect == rect for area in veil.shown):
        return False
    return any(area.page == page and area.rect.contains(rect.centre_x, rect.centre_y) for area in veil.hidden)
