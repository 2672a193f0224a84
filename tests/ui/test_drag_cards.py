"""Dragging cards writes data: one gesture is one undo step, and nothing else ever moves."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from resource_mapper.domain.axis import Span
from resource_mapper.domain.edits import add
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import NONE, Mm, click, double_click, drag, held, move, press, release

SALON = "sample-09"
"""いきいきサロン, 高齢者サロン系, 25–62."""
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def by(at: Mm, dx: float = 0, dy: float = 0) -> Mm:
    return at[0] + dx, at[1] + dy


def span(window: MainWindow, resource_id: str) -> Span:
    found = desk.resource(window, resource_id).span
    assert found is not None
    return found


def test_a_drag_along_the_axis_moves_the_range_and_keeps_its_width(window: MainWindow, sample: Worksheet) -> None:
    before = span(window, SALON)
    start = desk.middle(window, SALON)
    drag(window.view, start, by(start, dx=36))  # a tenth of the axis
    after = span(window, SALON)
    assert after.left == pytest.approx(before.left + 0.1, abs=desk.mm_per_px(window) / 360)
    assert after.width == pytest.approx(before.width, abs=1e-9)
    assert desk.resource(window, SALON).category == "salon"
    assert desk.undo_texts(window) == ["「いきいきサロン」を動かす"]
    assert window.document.is_dirty


def test_a_drag_changes_no_other_resource(window: MainWindow, sample: Worksheet) -> None:
    start = desk.middle(window, SALON)
    drag(window.view, start, by(start, dx=50, dy=60))
    others = [(old, new) for old, new in zip(sample.resources, window.document.worksheet.resources, strict=True)]
    assert [new.id for old, new in others if old != new] == [SALON]


def test_a_range_stays_on_the_axis(window: MainWindow, sample: Worksheet) -> None:
    width = span(window, SALON).width
    for shift in (-1000, 1000):
        start = desk.middle(window, SALON)
        drag(window.view, start, by(start, dx=shift))
        after = span(window, SALON)
        assert (after.left if shift < 0 else after.right) == (0.0 if shift < 0 else 1.0)
        assert after.width == pytest.approx(width, abs=1e-9)


def test_mirrored_a_drag_to_the_right_goes_towards_genki(window: MainWindow, sample: Worksheet) -> None:
    desk.show(window, replace(sample, mirrored=True))
    before = span(window, SALON)
    start = desk.middle(window, SALON)
    drag(window.view, start, by(start, dx=36))
    assert span(window, SALON).left == pytest.approx(before.left - 0.1, abs=0.003)
    assert span(window, SALON).width == pytest.approx(before.width, abs=1e-9)


def test_a_drop_in_another_row_sets_the_property_of_the_lens(window: MainWindow) -> None:
    for lens in LENSES:
        if lens.field is None:
            continue
        districts = [make_resource(district=f"第{number}地区", span=None) for number in (1, 2, 3)]
        rows = [row.id for row in lens.rows(make_worksheet(*districts))]
        card = replace(make_resource(), **{lens.field: rows[0]})  # type: ignore[arg-type]
        desk.show(window, make_worksheet(card, *districts, lens=lens.id))
        x, _ = desk.middle(window, card.id)
        for number, target in enumerate((rows[-1], rows[1], rows[0]), start=1):
            drag(window.view, desk.middle(window, card.id), (x, desk.row_middle(window, target)))
            moved = desk.resource(window, card.id)
            assert getattr(moved, lens.field) == target
            assert moved.span == card.span
            assert window.document.undo_stack.count() == number
            assert desk.box(window, card.id).row_id == target


def test_an_unknown_word_is_kept_while_the_card_stays_in_the_unset_row(window: MainWindow) -> None:
    card = make_resource(support="ご近所")
    desk.show(window, make_worksheet(card, lens="support"))
    start = desk.middle(window, card.id)
    drag(window.view, start, by(start, dx=36))
    assert desk.resource(window, card.id).support == "ご近所"
    drag(window.view, desk.middle(window, card.id), (start[0], desk.row_middle(window, "互助")))
    assert desk.resource(window, card.id).support == "互助"
    assert "互助" in vocabulary().choices["support"]


def test_the_card_lands_on_the_sub_row_it_is_dropped_on(window: MainWindow) -> None:
    cards = [make_resource(f"サロン{n}", (0.3, 0.6), category="salon") for n in range(3)]
    desk.show(window, make_worksheet(*cards))
    assert [desk.box(window, card.id).lane for card in cards] == [0, 1, 2]
    x, y = desk.middle(window, cards[0].id)
    drag(window.view, desk.middle(window, cards[2].id), (x, y))
    assert desk.box(window, cards[2].id).lane == 0
    pills = [desk.box(window, card.id).pill for card in cards]
    assert not any(a.overlaps(b) for a in pills for b in pills if a is not b), "cards make room"


def test_a_gesture_while_moving_changes_nothing_yet(window: MainWindow, sample: Worksheet) -> None:
    start = desk.middle(window, SALON)
    with held(window.view, start, by(start, dx=50)):
        assert window.document.worksheet is sample
        assert window.document.undo_stack.count() == 0
        item = window.scene.item_of(SALON)
        assert item is not None
        assert item.pill.center().x() == pytest.approx(start[0] + 50, abs=2 * desk.mm_per_px(window)), "it follows"
    assert window.document.undo_stack.count() == 1


def test_what_will_happen_is_said_while_dragging(window: MainWindow, sample: Worksheet) -> None:
    start = desk.middle(window, SALON)
    with held(window.view, start, (desk.x_of(window, 0.6), desk.row_middle(window, "other"))):
        hint = window.status.currentMessage()
        assert hint.startswith("その他")
        assert "虚弱" in hint
    assert window.status.currentMessage() == ""


def test_dragged_back_to_where_it_was_along_the_axis_it_keeps_its_range(window: MainWindow, sample: Worksheet) -> None:
    before = span(window, SALON)
    start = desk.middle(window, SALON)
    press(window.view, start)
    for at in (by(start, dx=80), by(start, dx=80, dy=40), start):
        move(window.view, at)
    release(window.view, start)
    assert span(window, SALON) == before
    assert desk.items_are_in_place(window)


def test_a_trembling_hand_moves_nothing(window: MainWindow, sample: Worksheet) -> None:
    start = desk.middle(window, SALON)
    for pixels in range(1, 10):
        mm = pixels * desk.mm_per_px(window)
        for dx, dy in ((mm, 0), (-mm, 0), (0, mm), (0, -mm)):
            drag(window.view, start, by(start, dx, dy))
            assert window.document.worksheet is sample, f"{pixels} px"
            assert desk.items_are_in_place(window)
            assert desk.selected(window) == (SALON,), "it was a click"
    assert window.document.undo_stack.count() == 0
    assert not window.document.is_dirty


def test_a_trembling_double_click_opens_and_moves_nothing(window: MainWindow, sample: Worksheet) -> None:
    double_click(window.view, desk.middle(window, SALON))
    assert window.document.worksheet is sample
    assert window.inspector.isVisible()


class TestSeveralCards:
    """Cards that are selected together move together."""

    def test_they_move_by_the_same_distance_as_one_step(self, window: MainWindow, sample: Worksheet) -> None:
        ids = (SALON, "sample-19", "sample-13")
        window.selection.set(ids)
        before = {key: span(window, key) for key in ids}
        start = desk.middle(window, SALON)
        drag(window.view, start, by(start, dx=36))
        shifts = {round(span(window, key).left - before[key].left, 3) for key in ids}
        assert len(shifts) == 1
        assert shifts.pop() == pytest.approx(0.1, abs=0.003)
        assert desk.undo_texts(window) == ["3件を動かす"]
        assert [desk.resource(window, key).category for key in ids] == ["salon", "service", "gathering"], "own rows"

    def test_all_go_into_the_row_they_are_dropped_in(self, window: MainWindow, sample: Worksheet) -> None:
        ids = (SALON, "sample-19")
        window.selection.set(ids)
        x, _ = start = desk.middle(window, SALON)
        drag(window.view, start, (x, desk.row_middle(window, "other")))
        assert {desk.resource(window, key).category for key in ids} == {"other"}
        assert window.document.undo_stack.count() == 1

    def test_one_at_the_end_of_the_axis_stays_there_and_is_shown_there(self, window: MainWindow) -> None:
        fixed = make_resource("端", (0.0, 0.2), category="hobby")
        other = make_resource("中", (0.4, 0.6), category="salon")
        desk.show(window, make_worksheet(fixed, other))
        window.selection.set([fixed.id, other.id])
        start = desk.middle(window, other.id)
        drag(window.view, start, by(start, dx=-36))
        assert span(window, fixed.id) == Span(0.0, 0.2)
        assert desk.items_are_in_place(window)

    def test_dragging_a_card_outside_the_selection_moves_only_that_card(
        self, window: MainWindow, sample: Worksheet
    ) -> None:
        window.selection.set(["sample-19", "sample-13"])
        start = desk.middle(window, SALON)
        drag(window.view, start, by(start, dx=36))
        assert desk.undo_texts(window) == ["「いきいきサロン」を動かす"]
        assert desk.selected(window) == (SALON,)

    def test_ctrl_and_shift_clicks_gather_and_drop_cards(self, window: MainWindow, sample: Worksheet) -> None:
        for modifier in (CTRL, SHIFT):
            click(window.view, desk.middle(window, SALON))
            click(window.view, desk.middle(window, "sample-19"), modifier)
            assert desk.selected(window) == (SALON, "sample-19")
            click(window.view, desk.middle(window, SALON), modifier)
            assert desk.selected(window) == ("sample-19",)

    def test_a_click_on_one_of_several_selects_only_that_one(self, window: MainWindow, sample: Worksheet) -> None:
        window.selection.set([SALON, "sample-19"])
        click(window.view, desk.middle(window, SALON))
        assert desk.selected(window) == (SALON,)

    def test_a_waiting_card_in_the_selection_stays_in_the_tray(self, window: MainWindow) -> None:
        waiting, placed = make_resource("待ち", None), make_resource("置いた")
        desk.show(window, make_worksheet(waiting, placed))
        window.selection.set([waiting.id, placed.id])
        start = desk.middle(window, placed.id)
        drag(window.view, start, by(start, dx=36))
        assert desk.resource(window, waiting.id).span is None
        assert span(window, placed.id).left == pytest.approx(0.3, abs=0.003)


def test_undo_and_redo_restore_identical_worksheets(window: MainWindow, sample: Worksheet) -> None:
    states = [sample]
    for key, dx, dy in ((SALON, 40, 0), ("sample-19", -60, 50), ("sample-01", 30, 90)):
        start = desk.middle(window, key)
        drag(window.view, start, by(start, dx, dy))
        states.append(window.document.worksheet)
    assert len(set(states)) == 4
    stack = window.document.undo_stack
    for wanted in reversed(states[:-1]):
        stack.undo()
        assert window.document.worksheet == wanted
        assert desk.items_are_in_place(window)
    assert not window.document.is_dirty
    for wanted in states[1:]:
        stack.redo()
        assert window.document.worksheet == wanted
        assert desk.items_are_in_place(window)


class TestRangeEnds:
    """The handles at both ends of a range."""

    def test_an_end_is_dragged_alone(self, window: MainWindow) -> None:
        for mirrored, right_as_seen in product((False, True), repeat=2):
            card = make_resource("いきいきサロン", (0.3, 0.7), category="salon")
            desk.show(window, make_worksheet(card, mirrored=mirrored))
            start = desk.end(window, card.id, right=right_as_seen)
            target = 0.8 if right_as_seen != mirrored else 0.2
            drag(window.view, start, (desk.x_of(window, target), start[1]))
            left, right = (0.3, 0.8) if target == 0.8 else (0.2, 0.7)
            tolerance = desk.mm_per_px(window) / 360
            assert span(window, card.id).left == pytest.approx(left, abs=tolerance)
            assert span(window, card.id).right == pytest.approx(right, abs=tolerance)
            assert desk.undo_texts(window) == ["「いきいきサロン」の幅を変える"]

    def test_an_end_cannot_pass_the_other_one(self, window: MainWindow) -> None:
        for right in (False, True):
            card = make_resource("い", (0.3, 0.7), category="salon")
            desk.show(window, make_worksheet(card))
            start = desk.end(window, card.id, right=right)
            drag(window.view, start, by(start, dx=-300 if right else 300))
            assert span(window, card.id) == (Span(0.3, 0.3) if right else Span(0.7, 0.7))

    def test_row_and_sub_row_stay_whatever_the_height_of_the_hand(self, window: MainWindow, sample: Worksheet) -> None:
        before = desk.resource(window, SALON)
        start = desk.end(window, SALON, right=True)
        drag(window.view, start, by(start, dx=36, dy=120))
        after = desk.resource(window, SALON)
        assert (after.category, after.lane) == (before.category, before.lane)

    def test_the_range_is_said_while_dragging(self, window: MainWindow, sample: Worksheet) -> None:
        start = desk.end(window, SALON, right=True)
        with held(window.view, start, (desk.x_of(window, 0.9), start[1])):
            assert window.status.currentMessage() == "対象：すべて"
            assert window.document.worksheet is sample

    def test_a_trembling_hand_on_a_handle_changes_nothing(self, window: MainWindow, sample: Worksheet) -> None:
        start = desk.end(window, SALON, right=True)
        drag(window.view, start, by(start, dx=5 * desk.mm_per_px(window)))
        assert window.document.worksheet is sample

    def test_the_middle_of_a_narrow_card_still_moves_it(self, window: MainWindow) -> None:
        card = make_resource("短", (0.5, 0.51), category="salon")
        desk.show(window, make_worksheet(card))
        box = desk.box(window, card.id)
        start = (box.pill.x + 1, desk.middle(window, card.id)[1])
        drag(window.view, start, by(start, dx=36))
        assert span(window, card.id).width == pytest.approx(0.01)
        assert span(window, card.id).left == pytest.approx(0.6, abs=0.003)

    def test_the_outer_half_of_a_selected_cards_handle_can_be_grabbed(
        self, window: MainWindow, sample: Worksheet
    ) -> None:
        window.selection.set([SALON])
        start = by(desk.end(window, SALON, right=True), dx=3 * desk.mm_per_px(window))
        drag(window.view, start, by(start, dx=36))
        assert desk.undo_texts(window) == ["「いきいきサロン」の幅を変える"]


class TestFreeLens:
    """自由配置: cards lie where they are put."""

    def test_a_drop_sets_the_height(self, window: MainWindow, sample: Worksheet) -> None:
        desk.show(window, replace(sample, lens="free"))
        start = desk.middle(window, SALON)
        drag(window.view, start, by(start, dx=36, dy=30))
        after = desk.resource(window, SALON)
        assert after.free_y is not None
        assert desk.middle(window, SALON)[1] == pytest.approx(start[1] + 30, abs=2 * desk.mm_per_px(window))
        assert (after.category, after.lane) == ("salon", None)
        assert window.document.undo_stack.count() == 1

    def test_overlaps_are_resolved_without_moving_along_the_axis(self, window: MainWindow) -> None:
        cards = [make_resource(f"サロン{n}", (0.2, 0.5), free_y=0.5) for n in range(8)]
        desk.show(window, make_worksheet(*cards, lens="free"))
        desk.trigger(window, "arrange")
        pills = [desk.box(window, card.id).pill for card in cards]
        assert not any(a.overlaps(b) for a in pills for b in pills if a is not b)
        assert {span(window, card.id) for card in cards} == {Span(0.2, 0.5)}
        assert desk.undo_texts(window) == ["重なりを直す"]
        window.document.undo_stack.undo()
        assert {desk.resource(window, card.id).free_y for card in cards} == {0.5}

    def test_several_cards_keep_their_new_heights(self, window: MainWindow) -> None:
        cards = [make_resource(f"サロン{n}", (0.2, 0.5), free_y=0.2 + 0.2 * n) for n in range(2)]
        desk.show(window, make_worksheet(*cards, lens="free"))
        window.selection.set(card.id for card in cards)
        start = desk.middle(window, cards[0].id)
        drag(window.view, start, by(start, dx=36, dy=43.2))
        heights = [desk.resource(window, card.id).free_y for card in cards]
        assert heights == [pytest.approx(0.4, abs=0.005), pytest.approx(0.6, abs=0.005)]


def test_overlap_cannot_be_resolved_in_rows(window: MainWindow, sample: Worksheet) -> None:
    assert not window.actions_by_id["arrange"].isEnabled()
    desk.trigger(window, "lens_free")
    assert window.actions_by_id["arrange"].isEnabled()


class TestModifiers:
    """Keys held while dragging."""

    def test_a_border_of_a_band_pulls_the_nearest_end_unless_alt_is_held(
        self, window: MainWindow, sample: Worksheet
    ) -> None:
        near = 1 / 3 + 0.006
        for modifier, wanted in ((ALT, near), (NONE, 1 / 3)):
            desk.show(window, make_worksheet(make_resource("い", (0.1, 0.18), id="a", category="salon")))
            start = desk.middle(window, "a")
            drag(window.view, start, by(start, dx=(near - 0.1) * 360), modifier)
            assert span(window, "a").left == pytest.approx(wanted, abs=0.0016)

    def test_shift_keeps_to_the_longer_way(self, window: MainWindow, sample: Worksheet) -> None:
        before = desk.resource(window, SALON)
        start = desk.middle(window, SALON)
        drag(window.view, start, by(start, dx=40, dy=30), SHIFT)
        assert desk.resource(window, SALON).category == before.category
        assert span(window, SALON) != before.span
        along = span(window, SALON)
        start = desk.middle(window, SALON)
        drag(window.view, start, by(start, dx=-30, dy=90), SHIFT)
        assert span(window, SALON) == along
        assert desk.resource(window, SALON).category != before.category

    def test_ctrl_leaves_the_card_and_brings_a_copy(self, window: MainWindow, sample: Worksheet) -> None:
        x, _ = start = desk.middle(window, SALON)
        drag(window.view, start, (x + 40, desk.row_middle(window, "other")), CTRL)
        after = window.document.worksheet
        assert after.get(SALON) == sample.get(SALON)
        (copy,) = [card for card in after.resources if sample.get(card.id) is None]
        assert (copy.name, copy.category) == ("いきいきサロン", "other")
        assert window.document.undo_stack.count() == 1
        assert desk.items_are_in_place(window)
        window.document.undo_stack.undo()
        assert window.document.worksheet == sample


class TestBackground:
    """The background cannot be grabbed; a drag over it selects."""

    BESIDE = (200.0, 275.0)

    def band(self, window: MainWindow, *ids: str) -> tuple[Mm, Mm]:
        """Return the corners of a band that touches these cards."""
        pills = [desk.box(window, key).pill for key in ids]
        corner = min(pill.x for pill in pills) - 1, min(pill.y for pill in pills) - 1
        return corner, (max(pill.centre_x for pill in pills), max(pill.centre_y for pill in pills))

    def test_dragging_it_moves_nothing(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.set_zoom(1.2)
        window.view.show_top()
        places = window.view.horizontalScrollBar().value(), window.view.verticalScrollBar().value()
        top = window.view.mapToScene(40, 40)
        assert window.scene.card_under(top) is None
        drag(window.view, (top.x(), top.y()), (top.x() + 60, top.y() + 40))
        assert (window.view.horizontalScrollBar().value(), window.view.verticalScrollBar().value()) == places
        assert window.document.worksheet is sample
        assert window.document.undo_stack.count() == 0
        assert desk.items_are_in_place(window)

    def test_what_the_band_touches_is_selected(self, window: MainWindow) -> None:
        for number, left in enumerate((0.1, 0.4, 0.7)):
            card = make_resource(f"会{number}", (left, left + 0.1), id=f"c{number}", category="salon")
            window.document.edit("足す", add(window.document.worksheet, [card]))
        start, end = self.band(window, "c0", "c1")
        with held(window.view, start, end):
            assert set(window.selection.ids) == {"c0", "c1"}, "at once"
        assert set(window.selection.ids) == {"c0", "c1"}
        start, end = self.band(window, "c2")
        drag(window.view, start, end, CTRL)
        assert set(window.selection.ids) == {"c0", "c1", "c2"}
        drag(window.view, start, end)
        assert desk.selected(window) == ("c2",)

    def test_escape_brings_the_old_selection_back(self, window: MainWindow, sample: Worksheet) -> None:
        window.selection.set(["sample-19"])
        start, end = self.band(window, SALON)
        with held(window.view, start, end, CTRL):
            assert SALON in window.selection.ids
            QTest.keyClick(window.view, Qt.Key.Key_Escape)
            assert desk.selected(window) == ("sample-19",)
        assert desk.selected(window) == ("sample-19",)
        assert not window.scene.band.isVisible()

    def test_a_click_on_it_ends_the_selection_unless_ctrl_is_held(self, window: MainWindow, sample: Worksheet) -> None:
        window.selection.set([SALON])
        click(window.view, self.BESIDE, CTRL)
        assert desk.selected(window) == (SALON,)
        click(window.view, self.BESIDE)
        assert desk.selected(window) == ()
