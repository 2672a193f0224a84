"""Edits: pure, forgiving of unknown IDs, and silent when nothing changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain import edits
from resource_mapper.domain.axis import Span
from resource_mapper.domain.edits import DROP_WIDTH, Place
from resource_mapper.domain.lens import LENS, LENSES, lens_of
from resource_mapper.domain.worksheet import Heading
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import worksheets


@pytest.fixture
def town():
    return make_worksheet(
        make_resource("囲碁", (0.1, 0.4), id="go", category="hobby", lane=2, free_y=0.5),
        make_resource("サロン", (0.3, 0.6), id="salon", category="salon"),
        make_resource("体操", None, id="waiting", category="gathering"),
    )


def _card(worksheet, resource_id):
    return worksheet.get(resource_id)


def test_added_resources_come_last(town):
    new = make_resource(id="new")
    assert edits.add(town, [new]).resources == (*town.resources, new)


def test_an_id_that_is_taken_is_refused(town):
    with pytest.raises(ValueError, match="ID"):
        edits.add(town, [make_resource(id="go")])


def test_removed_resources_are_gone(town):
    assert [r.id for r in edits.remove(town, {"go", "waiting"}).resources] == ["salon"]


def test_change_sets_fields_of_the_chosen_only(town):
    changed = edits.change(town, ["go", "salon"], status="休止", note="春まで")
    assert [(r.status, r.note) for r in changed.resources] == [("休止", "春まで"), ("休止", "春まで"), ("ある", "")]


def test_change_refuses_what_a_resource_refuses(town):
    with pytest.raises(ValueError, match="名称"):
        edits.change(town, ["go"], name="")


def test_a_dropped_card_keeps_its_width_and_takes_row_and_lane(town):
    moved = _card(edits.place(town, "go", Place("salon", 0.5, lane=1)), "go")
    assert moved.span == Span(0.5, 0.8)
    assert (moved.category, moved.lane, moved.free_y) == ("salon", 1, 0.5)


def test_a_card_from_the_tray_gets_a_range(town):
    placed = _card(edits.place(town, "waiting", Place("salon", 0.5)), "waiting")
    assert placed.span == Span(0.5, 0.5 + DROP_WIDTH)
    assert (placed.category, placed.lane) == ("salon", None)


@pytest.mark.parametrize(("position", "span"), [(-0.5, (0, 0.3)), (0.9, (0.7, 1)), (1.5, (0.7, 1))])
def test_a_card_dropped_beyond_the_axis_stays_on_it(town, position, span):
    assert _card(edits.place(town, "go", Place("hobby", position)), "go").span == Span(*span)


def test_free_placement_writes_the_height_and_nothing_else(town):
    town = edits.set_lens(town, "free")
    moved = _card(edits.place(town, "go", Place("", 0.1, lane=7, free_y=0.25)), "go")
    assert (moved.free_y, moved.lane, moved.category) == (0.25, 2, "hobby")


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.id)
def test_a_card_lies_in_the_row_it_was_dropped_in(town, lens):
    town = edits.set_lens(town, lens.id)
    for row in lens.rows(town):
        dropped = edits.place(town, "go", Place(row.id, 0.2, free_y=0.1))
        assert lens_of(dropped).row_of(dropped, _card(dropped, "go")) == row.id


def test_several_cards_move_together(town):
    moved = edits.move(town, {"go", "salon", "waiting"}, 0.2, None)
    assert [(r.span, r.category, r.lane) for r in moved.resources] == [
        (Span(0.3, 0.6), "hobby", 2),
        (Span(0.5, 0.8), "salon", None),
        (None, "gathering", None),
    ]


def test_several_cards_move_into_a_row(town):
    moved = edits.move(town, {"go", "salon", "waiting"}, -0.1, "service")
    assert [(r.span, r.category, r.lane) for r in moved.resources] == [
        (Span(0.0, 0.3), "service", None),
        (Span(0.2, 0.5), "service", None),
        (None, "gathering", None),
    ]


def test_several_cards_move_to_heights_in_free_placement(town):
    moved = edits.move(
        edits.set_lens(town, "free"), {"go", "salon", "waiting"}, 0.1, heights={"go": 0.9, "waiting": 0.1}
    )
    assert [(r.span, r.free_y, r.lane) for r in moved.resources] == [
        (Span(0.2, 0.5), 0.9, 2),
        (Span(0.4, 0.7), None, None),
        (None, None, None),
    ]


@pytest.mark.parametrize("shift", [-5.0, -0.3, 0.35, 5.0])
def test_cards_that_move_together_stay_on_the_axis_with_their_width(town, shift):
    for resource in edits.move(town, {"go", "salon"}, shift, None).placed:
        assert resource.span is not None
        assert resource.span.width == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("edge", "position", "span"),
    [("left", 0.2, (0.2, 0.4)), ("left", 0.9, (0.4, 0.4)), ("right", 0.2, (0.1, 0.2)), ("right", 2, (0.1, 1))],
)
def test_resize_moves_one_end(town, edge, position, span):
    assert _card(edits.resize(town, "go", edge, position), "go").span == Span(*span)


def test_unplace_forgets_the_place_but_not_the_category(town):
    card = _card(edits.unplace(town, {"go"}), "go")
    assert (card.span, card.lane, card.free_y, card.category) == (None, None, None, "hobby")


def test_a_copy_comes_right_after_its_original(town):
    copied = edits.duplicate(town, {"go": "go-2"})
    assert [r.id for r in copied.resources] == ["go", "go-2", "salon", "waiting"]
    assert (_card(copied, "go-2").name, _card(copied, "go-2").span) == ("囲碁", Span(0.1, 0.4))
    assert _card(copied, "go-2").lane is None


def test_a_copy_needs_a_fresh_id(town):
    with pytest.raises(ValueError, match="ID"):
        edits.duplicate(town, {"go": "salon"})


def test_heading_and_lens_are_set(town):
    heading = Heading(title="桜台の資源")
    assert edits.set_heading(town, heading).heading == heading
    assert edits.set_lens(town, "status").lens == "status"


@pytest.mark.parametrize(
    "nothing",
    [
        pytest.param(lambda w: edits.add(w, []), id="add nothing"),
        pytest.param(lambda w: edits.remove(w, set()), id="remove nothing"),
        pytest.param(lambda w: edits.remove(w, {"?"}), id="remove an unknown"),
        pytest.param(lambda w: edits.change(w, {"?"}, name="別"), id="change an unknown"),
        pytest.param(lambda w: edits.change(w, {"go"}, name="囲碁"), id="change to the same"),
        pytest.param(lambda w: edits.place(w, "?", Place("salon", 0.5)), id="place an unknown"),
        pytest.param(lambda w: edits.place(w, "go", Place("hobby", 0.1, lane=2)), id="place where it lies"),
        pytest.param(lambda w: edits.move(w, {"go", "salon"}, 0.0, None), id="move by nothing"),
        pytest.param(lambda w: edits.move(w, {"?"}, 0.5, "salon"), id="move an unknown"),
        pytest.param(lambda w: edits.move(w, {"waiting"}, 0.5, "salon"), id="move a waiting card"),
        pytest.param(lambda w: edits.resize(w, "?", "left", 0.5), id="resize an unknown"),
        pytest.param(lambda w: edits.resize(w, "go", "left", 0.1), id="resize to the same"),
        pytest.param(lambda w: edits.resize(w, "waiting", "left", 0.1), id="resize a waiting card"),
        pytest.param(lambda w: edits.unplace(w, {"waiting", "?"}), id="unplace a waiting card"),
        pytest.param(lambda w: edits.duplicate(w, {}), id="copy nothing"),
        pytest.param(lambda w: edits.duplicate(w, {"?": "new"}), id="copy an unknown"),
        pytest.param(lambda w: edits.set_heading(w, Heading()), id="the same heading"),
        pytest.param(lambda w: edits.set_lens(w, "category"), id="the same lens"),
    ],
)
def test_an_edit_that_changes_nothing_returns_its_input(town, nothing):
    assert nothing(town) is town


places = st.builds(
    Place,
    row_id=st.sampled_from([row.id for lens in LENSES for row in lens.rows(make_worksheet())]),
    position=st.floats(-1, 2),
    lane=st.none() | st.integers(0, 9),
    free_y=st.none() | st.floats(0, 1),
)
numbers = st.integers(0, 9)
steps = st.one_of(
    st.tuples(st.just("place"), numbers, places),
    st.tuples(st.just("resize"), numbers, st.sampled_from(["left", "right"]), st.floats(-1, 2)),
    st.tuples(st.just("move"), numbers, st.floats(-1, 1), st.none()),
    st.tuples(st.just("unplace"), numbers),
    st.tuples(st.just("remove"), numbers),
    st.tuples(st.just("duplicate"), numbers),
    st.tuples(st.just("set_lens"), st.sampled_from(sorted(LENS))),
)


def _do(worksheet, step, fresh_id):
    name, *rest = step
    if name == "set_lens":
        return edits.set_lens(worksheet, *rest)
    number, *rest = rest
    found = worksheet.resources[number].id if number < len(worksheet.resources) else "unknown"
    if name == "duplicate":
        return edits.duplicate(worksheet, {found: fresh_id})
    if name in ("place", "resize"):
        return getattr(edits, name)(worksheet, found, *rest)
    return getattr(edits, name)(worksheet, {found}, *rest)


@given(worksheets(), st.lists(steps, max_size=12))
def test_any_run_of_edits_keeps_the_document_whole(worksheet, run):
    for number, step in enumerate(run):
        before, frozen = worksheet, hash(worksheet)
        worksheet = _do(worksheet, step, f"copy {number}")
        assert hash(before) == frozen
        unchanged = worksheet == before
        assert (worksheet is before) == unchanged
        ids = [resource.id for resource in worksheet.resources]
        assert len(ids) == len(set(ids))
        grown = 0 if unchanged else {"remove": -1, "duplicate": 1}.get(step[0], 0)
        assert len(ids) == len(before.resources) + grown
        assert all(0 <= r.span.left <= r.span.right <= 1 for r in worksheet.placed)
        rows = {row.id for row in lens_of(worksheet).rows(worksheet)}
        assert all(lens_of(worksheet).row_of(worksheet, r) in rows for r in worksheet.placed)


def test_the_next_card_comes_behind_in_the_same_row_and_range() -> None:
    sheet = make_worksheet(
        make_resource("一", (0.1, 0.3), id="a", category="salon", support="住民主体"),
        make_resource("二", (0.5, 0.7), id="b"),
    )
    after = edits.add_next(sheet, "a", "new", "三")
    assert [resource.id for resource in after.resources] == ["a", "new", "b"]
    added = after.resources[1]
    assert (added.name, added.category, added.span) == ("三", "salon", Span(0.1, 0.3))
    assert added.support == "", "only what makes the row is taken over"
