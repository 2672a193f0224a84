"""Motion explains where a card went, and is never in anybody's way; without motion everything is at once in place."""

import gc

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.canvas.card_item import CardItem
from resource_mapper.ui.canvas.motion import MotionWish
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.mouse import drag, held, move, press, release

SALON = "sample-09"


def wanted() -> bool:
    return True


@pytest.fixture
def moving(window: MainWindow) -> MainWindow:
    """A window in which cards glide, with the sample."""
    desk.show(window, sample_worksheet())
    window.scene.glide.is_wanted = wanted
    return window


def middle_y(window: MainWindow, key: str) -> float:
    item = window.scene.item_of(key)
    assert item is not None
    return item.pill.center().y()


def flies(window: MainWindow) -> bool:
    return window.scene.glide.is_running


def wait_until_settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.scene.glide.is_running)


def test_cards_glide_to_their_new_places_with_one_driver(qtbot: QtBot, moving: MainWindow) -> None:
    before = {card.resource.id: card for card in desk.layout_of(moving).cards}
    desk.trigger(moving, "lens_area_level")
    assert moving.scene.glide.is_running
    assert not desk.items_are_in_place(moving), "they are still where they were"
    assert middle_y(moving, SALON) == pytest.approx(before[SALON].pill.centre_y, abs=1)
    assert len(moving.scene.glide.children()) == 1
    wait_until_settled(qtbot, moving)
    assert desk.items_are_in_place(moving)
    moving.document.undo_stack.undo()
    assert moving.scene.glide.is_running
    wait_until_settled(qtbot, moving)
    assert desk.items_are_in_place(moving)


def test_a_gesture_ends_all_motion_and_takes_the_card_at_its_place(moving: MainWindow) -> None:
    desk.trigger(moving, "lens_area_level")
    start = desk.middle(moving, SALON)
    moving.scene.glide.finish()
    desk.trigger(moving, "lens_category")
    assert flies(moving)
    moving.view.setFocus()
    moving.selection.set([SALON])
    desk.trigger(moving, "carryCards")
    assert not flies(moving)
    QTest.keyClick(moving.view, Qt.Key.Key_Escape)
    moving.scene.glide.finish()
    assert desk.items_are_in_place(moving)
    assert desk.middle(moving, SALON) != start


def test_changes_in_mid_flight_end_in_the_right_place(qtbot: QtBot, moving: MainWindow) -> None:
    for lens in ("area_level", "support", "category", "free", "status"):
        desk.trigger(moving, f"lens_{lens}")
        QApplication.processEvents()
    moving.selection.set([SALON])
    desk.trigger(moving, "deleteCards")
    gc.collect()
    wait_until_settled(qtbot, moving)
    assert desk.items_are_in_place(moving)
    assert moving.scene.item_of(SALON) is None


def test_a_card_taken_back_glides_home(qtbot: QtBot, moving: MainWindow) -> None:
    start = desk.middle(moving, SALON)
    with held(moving.view, start, (start[0] + 60, start[1] + 60)):
        QTest.keyClick(moving.view, Qt.Key.Key_Escape)
        assert moving.scene.glide.is_running
    wait_until_settled(qtbot, moving)
    assert desk.items_are_in_place(moving)


class TestMakingRoom:
    """While a card is held, the cards of the rows concerned lie as they will after the drop."""

    def worksheet(self) -> Worksheet:
        cards = [make_resource(f"会{n}", (0.3, 0.6), id=f"s{n}", category="salon") for n in range(3)]
        return make_worksheet(*cards, make_resource("来る", (0.3, 0.6), id="x", category="hobby"))

    def test_others_make_room_and_the_mark_shows_the_free_place(self, qtbot: QtBot, moving: MainWindow) -> None:
        desk.show(moving, self.worksheet())
        before = {key: middle_y(moving, key) for key in ("s0", "s1", "s2")}
        x, _ = start = desk.middle(moving, "x")
        target = desk.middle(moving, "s0")[1]
        press(moving.view, start)
        move(moving.view, (x, target))
        qtbot.waitUntil(lambda: middle_y(moving, "s0") != before["s0"])
        wait_until_settled(qtbot, moving)
        seen = {key: middle_y(moving, key) for key in ("s0", "s1", "s2")}
        free = moving.scene.drop_mark.target.center().y()
        assert free < seen["s0"] < seen["s1"] < seen["s2"], "the newcomer is above them, where it is held"
        assert moving.document.undo_stack.count() == 0
        release(moving.view, (x, target))
        wait_until_settled(qtbot, moving)
        assert desk.items_are_in_place(moving)
        lanes = [desk.box(moving, key).lane for key in ("x", "s0", "s1", "s2")]
        assert lanes == sorted(lanes), "and so it is after the drop"

    def test_they_come_back_when_it_goes_on_or_is_taken_back(self, qtbot: QtBot, moving: MainWindow) -> None:
        desk.show(moving, self.worksheet())
        home = {key: middle_y(moving, key) for key in ("s0", "s1", "s2")}
        x, _ = start = desk.middle(moving, "x")
        press(moving.view, start)
        move(moving.view, (x, desk.middle(moving, "s0")[1]))
        qtbot.waitUntil(lambda: middle_y(moving, "s0") != home["s0"])
        move(moving.view, (x, desk.row_middle(moving, "other")))
        qtbot.waitUntil(lambda: all(middle_y(moving, key) == pytest.approx(home[key], abs=0.01) for key in home))
        QTest.keyClick(moving.view, Qt.Key.Key_Escape)
        wait_until_settled(qtbot, moving)
        assert desk.items_are_in_place(moving)
        release(moving.view, start)

    def test_with_ctrl_the_original_stays_and_keeps_its_room(self, qtbot: QtBot, moving: MainWindow) -> None:
        desk.show(moving, self.worksheet())
        x, _ = start = desk.middle(moving, "s0")
        target = desk.middle(moving, "s1")[1]
        drag(moving.view, start, (x, target), Qt.KeyboardModifier.ControlModifier)
        wait_until_settled(qtbot, moving)
        assert desk.items_are_in_place(moving)
        assert len(moving.document.worksheet.resources) == 5


def test_without_motion_nobody_steps_aside(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    positions = {card.resource.id: middle_y(window, card.resource.id) for card in desk.layout_of(window).cards}
    start = desk.middle(window, SALON)
    with held(window.view, start, (start[0], desk.row_middle(window, "prevention"))):
        QTest.qWait(80)
        for key, y in positions.items():
            if key != SALON:
                assert middle_y(window, key) == y


def test_the_setting_is_asked_each_time(settings: SettingsStore) -> None:
    wish = MotionWish(settings)
    assert wish()
    settings.update(reduced_motion=True)
    assert not wish()


def test_nothing_is_left_after_many_changes_to_and_fro(window: MainWindow) -> None:
    """Items, drawings kept for them and undo steps end where they began."""
    desk.show(window, make_worksheet(*many_resources(40)))
    window.scene.glide.is_wanted = wanted
    desk.trigger(window, "lens_support")
    desk.trigger(window, "lens_category")
    window.scene.glide.finish()
    gc.collect()
    items, objects = len(window.scene.items()), len(gc.get_objects())
    stack = window.document.undo_stack
    for _ in range(60):
        stack.undo()
        stack.undo()
        stack.redo()
        stack.redo()
    window.scene.glide.finish()
    gc.collect()
    assert len(window.scene.items()) == items
    assert sum(isinstance(item, CardItem) for item in window.scene.items()) == len(
        desk.on_sheet(window.document.worksheet)
    )
    assert len(gc.get_objects()) - objects < 3000, "about what one layout of 40 cards may differ by"
    assert window.scene.item_of("town-0001") is not None
    assert window.scene.sceneRect().contains(QPointF(200, 150))
