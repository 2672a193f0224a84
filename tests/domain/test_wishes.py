"""A wish fills the gap it was made for, in every lens."""

from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.coverage import gaps
from resource_mapper.domain.edits import add
from resource_mapper.domain.lens import LENSES, Lens
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.wishes import WISH_NAME, step_on, wish_for
from tests.helpers.factories import make_resource, make_worksheet


@given(st.sampled_from(LENSES), st.floats(0, 0.9), st.floats(0, 0.1))
def test_it_lies_where_the_gap_is_and_is_counted_there(lens: Lens, left: float, width: float) -> None:
    worksheet = make_worksheet(make_resource(span=(left, left + width)), lens=lens.id)
    for gap in gaps(worksheet, lens):
        wish = wish_for(worksheet, gap, "wish")
        assert (wish.status, wish.span) == (Status.WANTED, gap.span)
        after = add(worksheet, [wish])
        if lens.field == "status":
            assert lens.row_of(after, wish) == Status.WANTED
            continue
        assert lens.row_of(after, wish) == gap.row.id
        assert any(found.row == gap.row and found.bands == gap.bands and found.wanted for found in gaps(after, lens))


def test_it_is_named_after_the_missing_category() -> None:
    worksheet = make_worksheet(make_resource(span=(0.0, 0.2)))
    names = {wish_for(worksheet, gap, "wish").name for gap in gaps(worksheet, LENSES[0])}
    assert "住民主体の通いの場" in names
    assert {wish_for(worksheet, gap, "wish").name for gap in gaps(worksheet, LENSES[1])} == {WISH_NAME}


@given(st.lists(st.sampled_from(list(Status)), min_size=1, max_size=6), st.sampled_from((1, -1)))
def test_a_wish_goes_step_by_step_and_everything_else_stays(statuses: list[Status], by: int) -> None:
    cards = [make_resource(status=status) for status in statuses]
    after = step_on(make_worksheet(*cards), {card.id for card in cards[1:]}, by).resources
    assert after[0] == cards[0], "not chosen"
    way = {1: {"あったらいいな": "準備中", "準備中": "ある"}, -1: {"ある": "準備中", "準備中": "あったらいいな"}}[by]
    assert [card.status for card in after[1:]] == [way.get(status, status) for status in statuses[1:]]
