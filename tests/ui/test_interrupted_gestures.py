"""Whatever interrupts a gesture, cards and document are as they were before it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import LEFT, MIDDLE, RIGHT, Mm, click, drag, held, held_from_list, move, press, release

SALON = "sample-09"

Interruption = Callable[[QtBot, MainWindow], None]


def escape(_qtbot: QtBot, window: MainWindow) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)


def focus_elsewhere(_qtbot: QtBot, window: MainWindow) -> None:
    window.side.quick_add.setFocus()


def dialog(qtbot: QtBot, window: MainWindow) -> None:
    opened = QDialog(window)
    opened.open()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.reject()
    opened.deleteLater()
    desk.settle(window)


def another_document(_qtbot: QtBot, window: MainWindow) -> None:
    desk.show(window, window.document.worksheet)


INTERRUPTIONS: tuple[Interruption, ...] = (escape, focus_elsewhere, dialog, another_document)


def assert_untouched(window: MainWindow, before: Worksheet) -> None:
    assert window.document.worksheet == before
    assert window.document.undo_stack.count() == 0
    assert not window.document.is_dirty
    assert not window.view.is_busy
    assert desk.items_are_in_place(window)
    assert not window.scene.drop_mark.is_shown
    assert window.status.currentMessage() == ""
    assert window.actions_by_id["saveFile"].isEnabled()


def far_from(at: Mm) -> Mm:
    return at[0] + 60, at[1] + 50


def test_a_drag(qtbot: QtBot, window: MainWindow) -> None:
    before = desk.show(window, sample_worksheet())
    start = desk.middle(window, SALON)
    for interrupt in INTERRUPTIONS:
        with held(window.view, start, far_from(start)):
            assert window.view.is_busy
            interrupt(qtbot, window)
            assert_untouched(window, before)
            move(window.view, (100, 100))
            assert_untouched(window, before)
        assert_untouched(window, before)


def test_a_drag_of_several(qtbot: QtBot, window: MainWindow) -> None:
    before = desk.show(window, sample_worksheet())
    start = desk.middle(window, SALON)
    for interrupt in INTERRUPTIONS:
        window.selection.set([SALON, "sample-19", "sample-13"])
        with held(window.view, start, far_from(start)):
            interrupt(qtbot, window)
            assert_untouched(window, before)


def test_a_drag_of_an_end(qtbot: QtBot, window: MainWindow) -> None:
    before = desk.show(window, sample_worksheet())
    start = desk.end(window, SALON, right=True)
    for interrupt in INTERRUPTIONS:
        with held(window.view, start, far_from(start)):
            assert window.view.is_busy
            interrupt(qtbot, window)
            assert_untouched(window, before)


def test_a_drag_from_the_tray(qtbot: QtBot, window: MainWindow) -> None:
    before = desk.show(window, make_worksheet(make_resource("待ち", None)))
    tray = window.side.tray
    for interrupt in INTERRUPTIONS:
        with held_from_list(tray, tray.cards.index(0), window.view.viewport(), QPoint(400, 300)) as move_on:
            assert window.view.is_busy
            interrupt(qtbot, window)
            assert_untouched(window, before)
            move_on(QPoint(420, 320))
            assert_untouched(window, before)
        assert_untouched(window, before)


def test_after_escape_the_next_drag_works(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    start = desk.middle(window, SALON)
    with held(window.view, start, far_from(start)):
        QTest.keyClick(window.view, Qt.Key.Key_Escape)
    drag(window.view, start, (start[0] + 36, start[1]))
    assert window.document.undo_stack.count() == 1


def test_a_press_does_not_outlive_the_focus(window: MainWindow) -> None:
    before = desk.show(window, sample_worksheet())
    start = desk.middle(window, SALON)
    press(window.view, start)
    window.side.quick_add.setFocus()
    move(window.view, far_from(start))
    assert_untouched(window, before)
    release(window.view, far_from(start))


def test_another_button_in_mid_drag_does_not_end_it(window: MainWindow) -> None:
    for button in (RIGHT, MIDDLE):
        before = desk.show(window, sample_worksheet())
        start = desk.middle(window, SALON)
        with held(window.view, start, far_from(start)):
            press(window.view, far_from(start), button=button)
            release(window.view, far_from(start), button=button)
            assert window.document.worksheet is before
            assert window.view.is_busy
        assert window.document.undo_stack.count() == 1


def test_another_button_in_mid_drag_from_the_tray_does_not_end_it(window: MainWindow) -> None:
    before = desk.show(window, make_worksheet(make_resource("待ち", None)))
    tray = window.side.tray
    with held_from_list(tray, tray.cards.index(0), window.view.viewport(), QPoint(400, 300)):
        QTest.mouseRelease(tray.viewport(), RIGHT, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
        assert window.document.worksheet is before
        assert window.view.is_busy
    assert window.document.undo_stack.count() == 1


def test_panning_ends_with_the_focus(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    window.view.set_zoom(2.0)
    press(window.view, (200, 150), button=MIDDLE)
    window.side.quick_add.setFocus()
    places = window.view.horizontalScrollBar().value(), window.view.verticalScrollBar().value()
    at = window.view.mapToScene(100, 100)
    move(window.view, (at.x(), at.y()), held=Qt.MouseButton.NoButton)
    assert (window.view.horizontalScrollBar().value(), window.view.verticalScrollBar().value()) == places
    release(window.view, (at.x(), at.y()), button=MIDDLE)  # or Qt thinks it held in the tests to come


def test_actions_wait_while_a_card_is_held(window: MainWindow) -> None:
    before = desk.show(window, sample_worksheet())
    start = desk.middle(window, SALON)
    drag(window.view, start, (start[0] + 36, start[1]))  # something to undo
    start = desk.middle(window, SALON)
    waiting = ("newFile", "openFile", "saveFile", "undo", "redo", "deleteCards", "lens_free", "mirror", "selectAll")
    with held(window.view, start, far_from(start)):
        assert not any(window.actions_by_id[name].isEnabled() for name in waiting)
        QTest.keyClick(window.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(window.view, Qt.Key.Key_Delete)
        assert window.document.undo_stack.index() == 1
        assert window.view.is_busy
    assert window.actions_by_id["undo"].isEnabled()
    assert not window.actions_by_id["redo"].isEnabled(), "there is nothing to redo"
    QTest.keyClick(window.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.worksheet == before


def test_a_click_needs_no_gesture(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    click(window.view, desk.middle(window, SALON), button=LEFT)
    assert not window.view.is_busy
    assert desk.selected(window) == (SALON,)
