"""版をたどる: the sheet as it stood, by slider and keys, marked as such, with nothing to be edited; also on a wall."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from resource_mapper.domain import edits, linking, versioning
from resource_mapper.domain.axis import Span
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.presenting.screens import Screen
from resource_mapper.ui.versions.look_back import LookBack
from resource_mapper.ui.versions.time_bar import TimeBar
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.mouse import click, double_click, drag, wheel

SALON, GYM = "sample-09", "sample-06"
Key = Qt.Key


def year() -> Worksheet:
    """Return a sheet with two meetings behind it: since then a card has moved, one is gone, an arrow is new."""
    sheet = versioning.keep(sample_worksheet(date(2026, 11, 23)), "第1回", date(2026, 4, 1))
    sheet = versioning.keep(edits.change(sheet, {SALON}, span=Span(0.25, 0.9)), "第2回", date(2026, 7, 1))
    return linking.link(edits.remove(sheet, {GYM}), ["sample-19", SALON])


@pytest.fixture
def looking(window: MainWindow) -> Iterator[MainWindow]:
    desk.show(window, year())
    QTest.keyClick(window, Key.Key_F9)
    yield window
    window.meeting.end()


def back(window: MainWindow) -> LookBack:
    return window.commands.look_back


def bar_of(window: QWidget) -> TimeBar:
    found = [bar for bar in window.findChildren(TimeBar, "timeBar") if bar.window() is window and bar.isVisible()]
    assert len(found) == 1
    return found[0]


def slider_of(window: QWidget) -> QSlider:
    return bar_of(window).slider


def title(window: QWidget) -> str:
    label = bar_of(window).findChild(QLabel, "timeTitle")
    assert label is not None
    return label.text()


def test_states_are_laid_out_before_they_are_looked_at(qtbot: QtBot, looking: MainWindow) -> None:
    ahead = back(looking)._ahead
    qtbot.waitUntil(lambda: ahead.state(0).layout is not None)
    assert not looking.tasks.is_busy, "the window knows nothing of it"
    ready = [ahead.state(at).layout for at in range(3)]
    for at in (1, 0, 1, 2):
        back(looking).go_to(at)
        assert desk.layout_of(looking) is ready[at]
        assert desk.items_are_in_place(looking)


def test_arrow_keys_and_mouse_go_from_version_to_version(looking: MainWindow) -> None:
    slider = slider_of(looking)
    assert slider.hasFocus()
    assert (back(looking).place, title(looking)) == ("いま", "いまのシート")
    now = desk.box(looking, SALON).pill
    QTest.keyClick(slider, Key.Key_Left)
    assert title(looking) == "第2回（令和8年7月1日）のシート"
    assert looking.scene.item_of(GYM) is not None, "it was there then"
    assert desk.box(looking, SALON).pill.width == now.width
    assert desk.layout_of(looking).worksheet.links == ()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(4, slider.height() // 2))
    assert back(looking).place == "第1回"
    assert desk.box(looking, SALON).pill.width < now.width
    assert desk.layout_of(looking).worksheet.heading.meeting == "第1回"
    on = bar_of(looking).findChild(QToolButton, "timeOn")
    assert on is not None
    on.click()
    words = bar_of(looking).findChild(QLabel, "timeWords")
    assert words is not None
    assert words.text() == "「第1回」から：動いた 1"
    assert desk.items_are_in_place(looking)
    QTest.keyClick(slider, Key.Key_Escape)
    assert not back(looking).is_on
    assert looking.findChildren(TimeBar) == [] or not looking.findChildren(TimeBar)[0].isVisible()
    assert desk.layout_of(looking).worksheet is looking.document.worksheet
    assert looking.view.hasFocus()


def test_cards_glide_from_state_to_state(window: MainWindow) -> None:
    desk.show(window, year())
    window.scene.glide.is_wanted = lambda: True
    desk.trigger(window, "lookBack")
    QTest.keyClick(slider_of(window), Key.Key_Home)
    assert window.scene.glide.is_running
    assert not desk.items_are_in_place(window)
    QTest.qWait(1000)
    assert desk.items_are_in_place(window)
    desk.trigger(window, "lookBack")
    QTest.qWait(400)
    assert desk.items_are_in_place(window)


def test_nothing_can_be_edited_meanwhile(looking: MainWindow) -> None:
    QTest.keyClick(slider_of(looking), Key.Key_Left)
    before, view = looking.document.worksheet, looking.view
    at = desk.middle(looking, SALON)
    drag(view, at, (at[0] + 60, at[1]))
    double_click(view, at)
    click(view, at, button=Qt.MouseButton.RightButton)
    for key in (Key.Key_Delete, Key.Key_F2, Key.Key_Return, Key.Key_A, Key.Key_1, Key.Key_BracketLeft):
        QTest.keyClick(view, key)
    for key in (Key.Key_Z, Key.Key_V, Key.Key_X, Key.Key_D, Key.Key_2, Key.Key_Return):
        QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert looking.document.worksheet is before
    assert desk.undo_texts(looking) == []
    assert desk.selected(looking) == ()
    assert not view.name_editor.is_open
    for part in (*looking.workspace.docks, looking.list, looking.toolbar):
        assert not part.isEnabled()
    assert back(looking).place == "第2回", "still there"
    QTest.keyClick(view, Key.Key_Left)
    assert back(looking).place == "第1回", "arrows work on the sheet, too"
    wheel(view, QPoint(200, 200), 240, Qt.KeyboardModifier.ControlModifier)
    assert back(looking).is_on, "looking closer is allowed"
    QTest.keyClick(view, Key.Key_Escape)
    drag(view, desk.middle(looking, SALON), (desk.middle(looking, SALON)[0] - 40, desk.middle(looking, SALON)[1]))
    assert looking.document.worksheet is not before, "and now it works again"
    assert all(part.isEnabled() for part in (*looking.workspace.docks, looking.list, looking.toolbar))


def test_windows_that_stand_open_beside_it_change_nothing_either(window: MainWindow) -> None:
    desk.show(window, year())
    for action in ("showVersions", "showLinks"):
        desk.trigger(window, action)
    desk.trigger(window, "lookBack")
    names = ("versionsDialog", "linksDialog")
    dialogs = [desk.child(window, name) for name in names]
    assert not any(dialog.isEnabled() for dialog in dialogs)
    back(window).end()
    assert all(dialog.isEnabled() for dialog in dialogs)


def test_the_list_of_today_ends_it(looking: MainWindow) -> None:
    QTest.keyClick(slider_of(looking), Key.Key_Left)
    QTest.keyClick(looking, Key.Key_2, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert not back(looking).is_on
    assert looking.list.view.isVisible()
    assert looking.list.isEnabled()


def test_a_change_of_the_document_ends_it(looking: MainWindow) -> None:
    QTest.keyClick(slider_of(looking), Key.Key_Left)
    looking.document.edit("題名", replace(looking.document.worksheet, mirrored=True))
    assert not back(looking).is_on
    assert desk.layout_of(looking).worksheet is looking.document.worksheet
    assert looking.view.is_locked is False


def test_without_versions_it_says_how_to_begin(window: MainWindow, dialogs: FakeDialogs) -> None:
    desk.show(window, sample_worksheet())
    desk.trigger(window, "lookBack")
    assert dialogs.texts("tell")[0].startswith("まだ版がありません")
    assert not back(window).is_on


def test_on_a_wall_all_see_that_it_is_the_past(window: MainWindow) -> None:
    desk.show(window, year())
    window.meeting.screens = lambda: (Screen("ONE", QRect(0, 0, 1366, 768)),)
    QTest.keyClick(window, Key.Key_F5)
    wall = window.meeting.wall
    assert wall is not None
    desk.settle(wall)
    QTest.keyClick(wall.view, Key.Key_F9)
    QTest.keyClick(slider_of(wall), Key.Key_Left)
    assert title(wall).startswith("第2回")
    assert window.scene.item_of(GYM) is not None
    wall.view.setFocus()
    QTest.keyClick(wall.view, Key.Key_Left)
    assert title(wall).startswith("第1回"), "no row is hidden by it"
    assert wall.view.showing.hidden_path().isEmpty()
    QTest.keyClick(wall.view, Key.Key_Return)
    assert wall.panel.isHidden(), "no line to write on"
    QTest.keyClick(wall.view, Key.Key_S)
    QTest.keyClick(wall.view, Key.Key_Escape)
    assert back(window).is_on, "the first Escape puts the spotlight away"
    QTest.keyClick(wall.view, Key.Key_Escape)
    assert not back(window).is_on
    assert wall.isVisible()
    QTest.keyClick(wall.view, Key.Key_F9)
    window.meeting.end()
    assert not back(window).is_on


def test_the_scribe_leads_back_and_the_wall_only_tells(window: MainWindow) -> None:
    desk.show(window, year())
    window.meeting.screens = lambda: (
        Screen("DESK", QRect(0, 0, 1366, 768)),
        Screen("BEAMER", QRect(1366, 0, 1920, 1080)),
    )
    desk.trigger(window, "scribe")
    scribe, wall = window.meeting.scribe_window, window.meeting.wall
    assert scribe is not None
    assert wall is not None
    desk.settle(scribe)
    QTest.keyClick(scribe.panel.line, Key.Key_F9)
    slider = slider_of(scribe)
    QTest.keyClick(slider, Key.Key_Left)
    assert title(wall) == title(scribe) == "第2回（令和8年7月1日）のシート"
    assert not slider_of(wall).isVisible()
    assert not scribe.panel.isEnabled()
    leave = bar_of(scribe).findChild(QPushButton, "timeLeave")
    assert leave is not None
    leave.click()
    assert scribe.panel.isEnabled()
    assert scribe.panel.line.hasFocus()
    window.meeting.end()
