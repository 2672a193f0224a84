"""ガイド in the window: a strip that leads, follows the work, and goes away when told to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from resource_mapper.domain import edits
from resource_mapper.domain.method import METHOD_STEPS
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.window.lazy import if_made
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource
from tests.helpers.mouse import LEFT
from tests.ui.test_accessibility import interactive, reachable, spoken_name

Key = Qt.Key


def press(window: MainWindow, name: str) -> None:
    QTest.mouseClick(desk.child(window, name), LEFT)


def words(window: MainWindow, name: str = "methodProgress") -> str:
    label = desk.child(window, name)
    assert isinstance(label, QLabel | QAbstractButton)
    return label.text()


@pytest.fixture
def guided(window: MainWindow) -> MainWindow:
    desk.trigger(window, "startMethod")
    return window


def test_it_is_there_only_when_asked_for(window: MainWindow) -> None:
    assert if_made(window, "method") is None
    desk.trigger(window, "startMethod")
    assert window.method.strip.isVisible()
    assert window.method.strip.step is METHOD_STEPS[0]
    press(window, "methodClose")
    assert not window.method.strip.isVisible()


def test_names_that_are_written_are_counted_at_once(guided: MainWindow) -> None:
    assert words(guided) == "→ まだ1枚も書いていません"
    press(guided, "methodDeed")
    assert guided.side.quick_add.hasFocus()
    for name in ("囲碁の会", "体操"):
        guided.side.quick_add.setText(name)
        QTest.keyClick(guided.side.quick_add, Key.Key_Return)
    assert words(guided) == "→ 2枚書き出しました（あと8枚で10枚です）"
    desk.show(guided, sample_worksheet())
    assert words(guided) == "✓ 24枚書き出しました"
    assert words(guided, "methodStep_write") == "✓ 書き出す"
    guided.document.edit("消す", edits.remove(guided.document.worksheet, {"sample-01"}))
    assert words(guided) == "✓ 23枚書き出しました"


def test_each_step_leads_to_its_place(guided: MainWindow) -> None:
    sheet = sample_worksheet()
    desk.show(guided, sheet.with_resources((*sheet.resources, make_resource("待ち", None))))
    guided.commands.arrange_as("list")
    press(guided, "methodOn")
    press(guided, "methodDeed")
    assert guided.view.isVisible()
    assert guided.side.tray.hasFocus(), "one card waits"
    guided.document.edit("消す", sheet)
    press(guided, "methodDeed")
    assert guided.view.hasFocus()
    guided.workspace.show_panel("gaps", shown=False)
    press(guided, "methodOn")
    press(guided, "methodDeed")
    assert guided.gaps.isVisible()
    assert guided.gaps.hasFocus()
    press(guided, "methodOn")
    press(guided, "methodDeed")
    assert guided.meeting.wall is not None
    guided.meeting.end()
    press(guided, "methodOn")
    press(guided, "methodDeed")
    assert guided.concerns.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert guided.concerns.isAncestorOf(focused)
    assert guided.method.strip.step is METHOD_STEPS[-1]
    assert not desk.child(guided, "methodOn").isEnabled()


def test_it_works_by_keys_alone(guided: MainWindow) -> None:
    desk.settle(guided)
    deed = desk.child(guided, "methodDeed")
    assert deed.hasFocus()
    QTest.keyClick(deed, Key.Key_Tab)  # 前へ cannot be pressed at the first step
    assert desk.child(guided, "methodOn").hasFocus()
    QTest.keyClick(desk.child(guided, "methodOn"), Key.Key_Space)
    assert guided.method.strip.step is METHOD_STEPS[1]
    for _ in range(12):
        QTest.keyClick(guided, Key.Key_F6)
        focused = QApplication.focusWidget()
        if focused is not None and guided.method.strip.isAncestorOf(focused):
            break
    else:
        pytest.fail("F6 does not lead to the guide")
    QTest.keyClick(focused, Key.Key_Escape)
    assert not guided.method.strip.isVisible()


def test_steps_can_be_chosen_and_it_comes_back_where_it_was_left_open(guided: MainWindow) -> None:
    press(guided, "methodStep_talk")
    assert guided.method.strip.step.id == "talk"
    desk.trigger(guided, "showStart")
    assert not guided.method.strip.isVisible()
    guided.show_workspace()
    assert guided.method.strip.isVisible()
    assert guided.method.strip.step.id == "talk"
    press(guided, "methodClose")
    desk.trigger(guided, "startMethod")
    assert guided.method.strip.step.id == "write", "once closed, nothing is remembered"


def test_following_it_changes_nothing_by_itself(guided: MainWindow) -> None:
    desk.show(guided, Worksheet())
    for _ in METHOD_STEPS:
        press(guided, "methodOn")
    assert guided.document.worksheet == Worksheet()
    assert not guided.document.is_dirty


def test_everything_of_it_has_a_name_and_is_reached_by_tab(guided: MainWindow) -> None:
    strip = guided.method.strip
    guided.method.strip.go_to(2)
    widgets = interactive(strip)
    assert len(widgets) == len(METHOD_STEPS) + 4
    assert [type(each).__name__ for each in widgets if not each.objectName()] == []
    assert [each.objectName() for each in widgets if not spoken_name(each).strip()] == []
    assert {each.objectName() for each in widgets if each.isEnabled()} <= reachable(strip)
