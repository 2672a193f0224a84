"""Zoom, scroll, keys: looking at the sheet never changes it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import MIDDLE, click, double_click, drag, held, hover, move, press, release, wheel

SALON = "sample-09"
CTRL = Qt.KeyboardModifier.ControlModifier


def places(window: MainWindow) -> tuple[int, int]:
    return window.view.horizontalScrollBar().value(), window.view.verticalScrollBar().value()


def scene_at(window: MainWindow, at: QPoint) -> QPointF:
    """Return the scene point under a pixel, without rounding."""
    inverted, possible = window.view.viewportTransform().inverted()
    assert possible
    return inverted.map(QPointF(at))


class TestZoom:
    """Zooming."""

    def test_the_point_under_the_pointer_stays(self, window: MainWindow, sample: Worksheet) -> None:
        for at in (QPoint(300, 200), QPoint(900, 500), QPoint(20, 400)):
            window.view.set_zoom(2.0)
            window.view.centerOn(QPointF(210, 150))
            before = scene_at(window, at)
            for delta in (120, 480, -120, -240, 8):
                wheel(window.view, at, delta, CTRL)
                moved = window.view.viewportTransform().map(before) - QPointF(at)
                assert abs(moved.x()) < 1
                assert abs(moved.y()) < 1
                before = scene_at(window, at)

    def test_many_small_steps_and_one_notch_are_the_same(self, window: MainWindow, sample: Worksheet) -> None:
        at = QPoint(400, 300)
        window.view.set_zoom(1.5)
        wheel(window.view, at, 120, CTRL)
        notch = window.view.zoom
        window.view.set_zoom(1.5)
        wheel(window.view, at, 8, CTRL, times=15)
        assert window.view.zoom == pytest.approx(notch, rel=1e-9)
        assert notch > 1.5

    def test_it_has_limits(self, window: MainWindow, sample: Worksheet) -> None:
        for delta, limit in ((1200, 4.0), (-1200, 0.25)):
            wheel(window.view, QPoint(400, 300), delta, CTRL, times=5)
            assert window.view.zoom == pytest.approx(limit)

    def test_without_ctrl_the_wheel_scrolls(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.set_zoom(2.0)
        window.view.show_top()
        zoom = window.view.zoom
        wheel(window.view, QPoint(400, 300), -120)
        assert window.view.verticalScrollBar().value() > window.view.verticalScrollBar().minimum()
        assert window.view.zoom == zoom

    def test_the_width_fits_without_a_horizontal_scroll_bar(self, window: MainWindow, sample: Worksheet) -> None:
        assert window.width() == 1366
        window.view.set_zoom(3.0)
        desk.trigger(window, "fitWidth")
        assert not window.view.horizontalScrollBar().isVisible()
        shown = window.view.mapToScene(window.view.viewport().rect()).boundingRect()
        assert shown.left() <= 0
        assert shown.right() >= 420
        assert shown.width() < 440, "and little more than the paper"

    def test_the_fit_follows_the_window(self, qtbot: QtBot, window: MainWindow, sample: Worksheet) -> None:
        before = window.view.zoom
        window.resize(1100, 700)
        qtbot.waitUntil(lambda: window.view.zoom < before)
        assert not window.view.horizontalScrollBar().isVisible()

    def test_a_chosen_zoom_does_not_follow_the_window(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.set_zoom(1.25)
        window.resize(1100, 700)
        assert window.view.zoom == pytest.approx(1.25)

    def test_a_whole_page_fits(self, window: MainWindow, sample: Worksheet) -> None:
        for size in ((1366, 768), (1367, 801), (1000, 633)):
            window.resize(*size)
            desk.trigger(window, "fitPage")
            QApplication.processEvents()
            shown = window.view.mapToScene(window.view.viewport().rect()).boundingRect()
            assert shown.width() >= 420
            assert shown.height() >= 297
            assert not window.view.horizontalScrollBar().isVisible()
            assert not window.view.verticalScrollBar().isVisible()

    def test_actions_slider_and_percentage_agree(self, window: MainWindow, sample: Worksheet) -> None:
        desk.trigger(window, "zoomLife")
        assert window.view.zoom == pytest.approx(1.0)
        desk.trigger(window, "zoomIn")
        assert window.view.zoom == pytest.approx(1.2)
        slider = desk.child(window, "zoomSlider")
        assert slider.property("value") == 120
        assert desk.child(window, "zoomLabel").property("text") == "120%"
        desk.trigger(window, "zoomOut")
        slider.setProperty("value", 250)
        assert window.view.zoom == pytest.approx(2.5)

    def test_keys_zoom_about_the_middle_wherever_the_pointer_was(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.set_zoom(2.0)
        window.view.centerOn(QPointF(300, 200))
        hover(window.view, (310, 190))
        middle = window.view.viewport().rect().center()
        before = scene_at(window, middle)
        desk.trigger(window, "zoomIn")
        moved = window.view.viewportTransform().map(before) - QPointF(middle)
        assert abs(moved.x()) < 2
        assert abs(moved.y()) < 2


class TestTouch:
    """Two fingers, and the wheel sideways."""

    def test_fingers_on_a_touch_pad_zoom_where_the_pointer_is(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.set_zoom(1.0)
        window.view.centerOn(QPointF(210, 150))
        at = QPoint(300, 200)
        before = scene_at(window, at)
        pad = QPointingDevice.primaryPointingDevice()
        zooming = Qt.NativeGestureType.ZoomNativeGesture
        event = QNativeGestureEvent(zooming, pad, 2, QPointF(at), QPointF(at), QPointF(at), 0.25, QPointF())
        QApplication.sendEvent(window.view.viewport(), event)
        assert window.view.zoom == pytest.approx(1.25)
        moved = window.view.viewportTransform().map(before) - QPointF(at)
        assert abs(moved.x()) < 1
        assert abs(moved.y()) < 1

    def test_fingers_on_the_screen_zoom_and_take_a_drag_back(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.set_zoom(1.0)
        start = desk.middle(window, SALON)
        with held(window.view, start, (start[0] + 40, start[1] + 30)):
            window.view.pinch(1.5, QPointF(300, 200))
            assert not window.view.is_busy
        assert window.view.zoom == pytest.approx(1.5)
        assert window.document.worksheet is sample
        assert desk.items_are_in_place(window)

    def test_shift_turns_the_wheel_sideways(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.set_zoom(2.0)
        before = places(window)
        wheel(window.view, QPoint(400, 300), -120, Qt.KeyboardModifier.ShiftModifier)
        assert places(window)[0] > before[0]
        assert places(window)[1] == before[1]


class TestPan:
    """The middle button moves the paper, and so does the left one while Space is held."""

    def test_space_makes_the_left_button_a_hand(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.set_zoom(2.0)
        window.view.centerOn(QPointF(*desk.middle(window, SALON)))
        window.view.setFocus()
        x, y = places(window)
        QTest.keyPress(window.view, Qt.Key.Key_Space)
        assert window.view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
        start = desk.middle(window, SALON)
        with held(window.view, start, (start[0] + 20, start[1] + 10)):
            assert not window.view.is_busy, "no card is taken"
        QTest.keyRelease(window.view, Qt.Key.Key_Space)
        assert places(window)[0] < x
        assert places(window)[1] < y
        assert window.document.worksheet is sample
        assert desk.selected(window) == ()
        press(window.view, start)
        assert desk.selected(window) != () or window.scene.card_under(QPointF(*start)) is None
        release(window.view, start)

    def test_it_follows_the_hand(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.set_zoom(2.0)
        window.view.centerOn(QPointF(210, 150))
        x, y = places(window)
        viewport = window.view.viewport()
        QTest.mousePress(viewport, MIDDLE, Qt.KeyboardModifier.NoModifier, QPoint(500, 300))
        for at in (QPoint(480, 310), QPoint(460, 340)):
            scene = window.view.mapToScene(at)
            move(window.view, (scene.x(), scene.y()), held=MIDDLE)
        QTest.mouseRelease(viewport, MIDDLE, Qt.KeyboardModifier.NoModifier, QPoint(460, 340))
        assert places(window) == (x + 40, y - 40)
        hover(window.view, (210, 150))
        assert places(window) == (x + 40, y - 40)

    def test_it_neither_selects_nor_moves_cards(self, window: MainWindow, sample: Worksheet) -> None:
        start = desk.middle(window, SALON)
        drag(window.view, start, (start[0] + 40, start[1]), button=MIDDLE)
        assert window.document.worksheet is sample
        assert desk.selected(window) == ()


class TestScrollAtTheEdge:
    """A card held near an edge scrolls the sheet."""

    @pytest.mark.parametrize("side", ["right", "bottom", "left", "top"])
    def test_the_sheet_comes_and_the_card_follows(
        self, qtbot: QtBot, window: MainWindow, sample: Worksheet, side: str
    ) -> None:
        window.view.set_zoom(2.0)
        window.view.centerOn(QPointF(*desk.middle(window, SALON)))
        room = window.view.viewport().rect()
        edge = {
            "right": QPoint(room.right() - 3, room.center().y()),
            "bottom": QPoint(room.center().x(), room.bottom() - 3),
            "left": QPoint(3, room.center().y()),
            "top": QPoint(room.center().x(), 3),
        }[side]
        target = window.view.mapToScene(edge)
        before = places(window)
        start = desk.middle(window, SALON)
        grabbed = QPointF(*start) - QPointF(*start)
        press(window.view, start)
        for share in (0.5, 1.0):
            move(
                window.view,
                (start[0] + (target.x() - start[0]) * share, start[1] + (target.y() - start[1]) * share),
            )
        axis = 0 if side in ("left", "right") else 1
        sign = 1 if side in ("right", "bottom") else -1
        qtbot.waitUntil(lambda: sign * (places(window)[axis] - before[axis]) > 60)
        item = window.scene.item_of(SALON)
        assert item is not None
        held_at = item.pill.center() - grabbed
        pointer = window.view.mapToScene(edge)
        assert abs(held_at.x() - pointer.x()) < 1
        assert abs(held_at.y() - pointer.y()) < 1
        release(window.view, (pointer.x(), pointer.y()))
        still = places(window)
        qtbot.wait(50)  # it must not go on
        assert places(window) == still
        assert window.document.undo_stack.count() == 1

    def test_it_does_not_scroll_in_the_middle(self, qtbot: QtBot, window: MainWindow, sample: Worksheet) -> None:
        window.view.set_zoom(2.0)
        window.view.centerOn(QPointF(*desk.middle(window, SALON)))
        before = places(window)
        start = desk.middle(window, SALON)
        with held(window.view, start, (start[0] + 20, start[1] + 20)):
            qtbot.wait(50)
            assert places(window) == before


class TestKeysAndClicks:
    """Opening, leaving, selecting."""

    def test_a_double_click_opens_the_inspector_at_the_name(self, window: MainWindow, sample: Worksheet) -> None:
        assert not window.inspector.isVisible()
        double_click(window.view, desk.middle(window, SALON))
        assert window.inspector.isVisible()
        assert window.actions_by_id["showInspector"].isChecked()
        name = desk.child(window, "field_name")
        assert name.hasFocus()
        assert name.property("text") == name.property("selectedText") == "いきいきサロン"
        assert window.document.worksheet is sample

    def test_a_double_click_on_the_background_opens_nothing(self, window: MainWindow, sample: Worksheet) -> None:
        double_click(window.view, (200, 275))
        assert not window.inspector.isVisible()

    def test_alt_and_enter_open_the_selected_card(self, window: MainWindow, sample: Worksheet) -> None:
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            window.workspace.show_panel("inspector", False)
            click(window.view, desk.middle(window, SALON))
            QTest.keyClick(window.view, key, Qt.KeyboardModifier.AltModifier)
            assert window.inspector.isVisible()
            assert desk.child(window, "field_name").property("text") == "いきいきサロン"

    def test_enter_opens_nothing_where_nothing_is_selected(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.setFocus()
        QTest.keyClick(window.view, Qt.Key.Key_Return)
        assert not window.inspector.isVisible()

    def test_escape_ends_the_selection(self, window: MainWindow, sample: Worksheet) -> None:
        click(window.view, desk.middle(window, SALON))
        QTest.keyClick(window.view, Qt.Key.Key_Escape)
        assert desk.selected(window) == ()

    def test_a_right_click_selects_the_card_but_keeps_several(self, window: MainWindow, sample: Worksheet) -> None:
        right = Qt.MouseButton.RightButton
        click(window.view, desk.middle(window, SALON), button=right)
        assert desk.selected(window) == (SALON,)
        window.selection.set([SALON, "sample-19"])
        click(window.view, desk.middle(window, SALON), button=right)
        assert desk.selected(window) == (SALON, "sample-19")

    def test_the_pointer_says_what_can_be_grabbed(self, window: MainWindow, sample: Worksheet) -> None:
        viewport = window.view.viewport()
        hover(window.view, desk.middle(window, SALON))
        assert viewport.cursor().shape() is Qt.CursorShape.OpenHandCursor
        hover(window.view, desk.end(window, SALON, right=False))
        assert viewport.cursor().shape() is Qt.CursorShape.SizeHorCursor
        hover(window.view, (200, 275))
        assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor

    def test_a_shortened_name_is_shown_whole_under_the_pointer(self, window: MainWindow) -> None:
        long = make_resource("長い名前の" * 40, (0.2, 0.4), category="salon")
        short = make_resource("短い", (0.6, 0.8), category="salon")
        desk.show(window, make_worksheet(long, short))
        hover(window.view, desk.middle(window, long.id))
        assert window.view.toolTip() == long.name
        hover(window.view, desk.middle(window, short.id))
        assert window.view.toolTip() == ""


def test_a_new_window_begins_at_the_top_of_the_paper(window: MainWindow) -> None:
    bar = window.view.verticalScrollBar()
    assert bar.value() == bar.minimum()
    window.resize(1200, 700)
    desk.settle(window)
    assert bar.value() == bar.minimum()
