"""書記: ten cards by keyboard alone, on the wall at once; corrected, undone, and never sent off by a conversion."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from resource_mapper.domain.axis import Span
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.layout.form import ON_PAPER
from resource_mapper.ui.presenting.screens import Screen
from resource_mapper.ui.presenting.scribe_line import ScribeLine
from resource_mapper.ui.presenting.scribe_panel import ScribePanel
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.factories import make_worksheet
from tests.helpers.mouse import click_row

DESK, BEAMER = Screen("DESK", QRect(0, 0, 1366, 768)), Screen("BEAMER", QRect(1366, 0, 1920, 1080))
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key


def begin(window: MainWindow, *screens: Screen) -> ScribePanel:
    window.meeting.screens = lambda: screens
    QTest.keyClick(window, Key.Key_F5, SHIFT)
    assert window.meeting.scribe_window is not None
    desk.settle(window.meeting.scribe_window)
    return window.meeting.scribe_window.panel


@pytest.fixture
def panel(window: MainWindow) -> Iterator[ScribePanel]:
    desk.show(window, make_worksheet())
    yield begin(window, DESK, BEAMER)
    window.meeting.end()


def write(line: ScribeLine, text: str) -> None:
    """Write as with an input method, then Enter."""
    ime.write(line, text)
    QTest.keyClick(line, Key.Key_Return)


def names(window: MainWindow) -> list[str]:
    return desk.names(window.document.worksheet.resources)


def test_ten_cards_by_keyboard_alone(window: MainWindow, panel: ScribePanel) -> None:
    line = panel.line
    assert line.hasFocus()
    write(line, "2 いきいきサロン")
    write(line, "男の料理教室")
    QTest.keyClick(line, Key.Key_Tab)
    write(line, "百歳体操")
    for _ in range(4):
        QTest.keyClick(line, Key.Key_Right, ALT)
    write(line, "ラジオ体操")
    QTest.keyClick(line, Key.Key_Right, ALT | SHIFT)
    write(line, "通いの場")
    QTest.keyClick(line, Key.Key_F3)
    write(line, "5 移動支援")
    write(line, "買い物ツアー ＠虚弱")
    QTest.keyClick(line, Key.Key_F3)
    write(line, "配食 ＠すべて")
    write(line, "その他：見守り隊 ＠ある")
    write(line, "１　囲碁クラブ")
    step = 1 / 24
    cards = window.document.worksheet.resources
    there, preparing, wanted = Status.AVAILABLE, Status.PREPARING, Status.WANTED
    assert [(card.name, card.category, card.status) for card in cards] == [
        ("いきいきサロン", "salon", there),
        ("男の料理教室", "salon", there),
        ("百歳体操", "gathering", there),
        ("ラジオ体操", "gathering", there),
        ("通いの場", "gathering", there),
        ("移動支援", "service", preparing),
        ("買い物ツアー", "service", preparing),
        ("配食", "service", wanted),
        ("見守り隊", "other", there),
        ("囲碁クラブ", "hobby", there),
    ]
    assert cards[3].span is not None
    assert cards[3].span.left == pytest.approx(4 * step, abs=0.003)
    assert cards[4].span is not None
    assert cards[4].span.width == pytest.approx(1 / 3 + step, abs=0.003)
    assert cards[6].span == Span(1 / 3, 2 / 3)
    assert len(desk.undo_texts(window)) == 10
    assert panel.entries.count() == 10
    assert panel.entries.item(0).text().startswith("囲碁クラブ")
    assert desk.items_are_in_place(window), "all of them are on the sheet at once"


def test_a_conversion_keeps_its_keys(window: MainWindow, panel: ScribePanel) -> None:
    line = panel.line
    ime.compose(line, "さろん")
    before = window.document.worksheet
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Up, Key.Key_F3, Key.Key_Escape):
        QTest.keyClick(line, key)
    assert window.document.worksheet == before
    assert window.meeting.scribe_window is not None
    ime.commit(line, "サロン")
    QTest.keyClick(line, Key.Key_Return)
    assert names(window) == ["サロン"]
    card = window.document.worksheet.resources[0]
    assert (card.category, card.status) == ("hobby", Status.AVAILABLE), "Tab and F3 were the conversion's"


def test_an_entry_is_corrected_with_the_up_key_and_removed(window: MainWindow, panel: ScribePanel) -> None:
    line = panel.line
    write(line, "2 さろん")
    write(line, "3 体操")
    QTest.keyClick(line, Key.Key_Up)
    QTest.keyClick(line, Key.Key_Up)
    assert line.text() == "さろん"
    write(line, "5 サロン ＠ほしい")
    assert [(card.name, card.category, card.status) for card in window.document.worksheet.resources] == [
        ("サロン", "service", Status.WANTED),
        ("体操", "gathering", Status.AVAILABLE),
    ]
    assert desk.undo_texts(window)[-1] == "「サロン」を直す"
    write(line, "次の体操")
    assert window.document.worksheet.resources[-1].category == "gathering", "goes on where it was before"
    QTest.keyClick(line, Key.Key_Up)
    QTest.keyClick(line, Key.Key_Down)
    assert line.text() == ""
    QTest.keyClick(line, Key.Key_Up)
    QTest.keyClick(line, Key.Key_Delete, CTRL)
    assert names(window) == ["サロン", "体操"]
    assert panel.entries.count() == 2
    QTest.keyClick(line, Key.Key_Z, CTRL)
    assert panel.entries.item(0).text().startswith("次の体操"), "undo brings it back into the list, too"
    click_row(panel.entries, panel.entries.indexFromItem(panel.entries.item(2)))
    assert line.text() == "サロン"
    assert line.hasFocus()
    window.document.go_to(0)
    assert line.text() == "", "what is corrected may vanish under it"


def test_a_click_chooses_what_a_key_would(window: MainWindow, panel: ScribePanel) -> None:
    ime.write(panel.line, "2 会")
    for name in ("chip_other", "status_1"):
        chip = panel.findChild(QToolButton, name)
        assert chip is not None
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert chip.isChecked()
        assert panel.line.hasFocus()
    axis = panel.choices.axis
    QTest.mouseClick(axis, Qt.MouseButton.LeftButton, pos=QPoint(axis.width() - 12, axis.height() // 2))
    axis.setFocus()
    QTest.keyClick(axis, Key.Key_Left, SHIFT)
    panel.line.setFocus()
    QTest.keyClick(panel.line, Key.Key_Return)
    (card,) = window.document.worksheet.resources
    assert (card.name, card.category, card.status) == ("会", "other", Status.PREPARING)
    assert card.span is not None
    assert card.span.left == pytest.approx(2 / 3, abs=0.002)
    assert card.span.right == pytest.approx(1 - 1 / 24, abs=0.002)


def test_a_name_that_is_there_already_is_said(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    panel = begin(window, DESK, BEAMER)
    ime.write(panel.line, "2 いきいきサロン")
    assert window.meeting.scribe_window is not None
    hint = desk.child(window.meeting.scribe_window, "duplicateHint")
    assert hint.isVisible()
    QTest.keyClick(panel.line, Key.Key_Down)
    assert desk.selected(window) == ("sample-09",)
    write(panel.line, "＠ほしい")
    QTest.keyClick(panel.line, Key.Key_Up)
    ime.write(panel.line, "新しいサロン")
    assert not hint.isVisible()
    window.meeting.end()


def test_with_two_screens_the_wall_shows_only_the_sheet(window: MainWindow, panel: ScribePanel) -> None:
    wall, scribe = window.meeting.wall, window.meeting.scribe_window
    assert wall is not None
    assert scribe is not None
    assert scribe.view is None
    assert wall.view.scene() is window.scene
    write(panel.line, "サロン")
    assert wall.isVisible()
    QTest.keyClick(panel.line, Key.Key_Escape)
    assert window.meeting.wall is None, "both end together"
    assert window.meeting.scribe_window is None
    assert desk.layout_of(window).options.form is ON_PAPER


def test_a_wall_that_is_unplugged_comes_to_the_scribe(window: MainWindow, panel: ScribePanel) -> None:
    write(panel.line, "サロン")
    ime.write(panel.line, "3 体")
    window.meeting.screens = lambda: (DESK,)
    system = QGuiApplication.instance()
    assert isinstance(system, QGuiApplication)
    system.screenRemoved.emit(QGuiApplication.primaryScreen())
    scribe = window.meeting.scribe_window
    assert scribe is not None
    assert scribe.view is not None
    assert window.meeting.wall is None
    write(scribe.panel.line, "操")
    assert names(window) == ["サロン", "体操"]
    assert scribe.panel.entries.count() == 2


def test_with_one_screen_sheet_and_line_share_a_window(window: MainWindow) -> None:
    panel = begin(window, DESK)
    scribe = window.meeting.scribe_window
    assert scribe is not None
    assert scribe.view is not None
    assert window.meeting.wall is None
    write(panel.line, "サロン")
    assert names(window) == ["サロン"]
    scribe.view.setFocus()
    window.selection.set([])
    QTest.keyClick(scribe.view, Key.Key_Escape)
    assert panel.line.hasFocus()
    desk.trigger(window, "scribe")
    assert window.meeting.scribe_window is None


def test_enter_on_the_wall_opens_the_line_there(window: MainWindow) -> None:
    desk.show(window, make_worksheet())
    window.meeting.screens = lambda: (DESK, BEAMER)
    desk.trigger(window, "present")
    wall = window.meeting.wall
    assert wall is not None
    desk.settle(wall)
    QTest.keyClick(wall.view, Key.Key_Return)
    assert wall.panel.isVisible()
    write(wall.panel.line, "4 サロン")
    assert window.document.worksheet.resources[0].category == "prevention"
    QTest.keyClick(wall.panel.line, Key.Key_Escape)
    assert not wall.panel.isVisible()
    assert wall.view.hasFocus()
    window.meeting.end()


def test_where_there_is_little_room_only_the_chosen_name_is_written_out(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    panel = begin(window, DESK)
    scribe = window.meeting.scribe_window
    assert scribe is not None
    scribe.showNormal()
    chip = desk.child(panel, "chip_salon")
    assert isinstance(chip, QToolButton)
    for width, chips, entries in ((1366, "2 ■高齢者サロン系", True), (900, "2 ■", True), (780, "2 ■", False)):
        scribe.resize(width, 700)
        desk.settle(scribe)
        assert (scribe.width(), chip.text(), panel.entries.isVisible()) == (width, chips, entries)
        assert chip.accessibleName() == "2 ■高齢者サロン系"
    chip.click()
    assert chip.text() == "2 ■高齢者サロン系"
    write(panel.line, "いきいき会")
    QTest.keyClick(panel.line, Key.Key_Up)
    assert panel.line.text() == "いきいき会", "what was written last is reached by key"
    window.meeting.end()


def test_all_of_an_entry_can_be_read(panel: ScribePanel) -> None:
    write(panel.line, "2 会")
    write(panel.line, f"5 {'買い物と通院の送り迎え' * 6} ＠あったらいいな")
    QApplication.processEvents()
    long, short = (panel.entries.visualItemRect(panel.entries.item(row)) for row in (0, 1))
    padding = 8  # of the style sheet, at the right of the words
    assert long.width() - padding <= panel.entries.viewport().width()
    assert long.height() > 1.5 * short.height()
