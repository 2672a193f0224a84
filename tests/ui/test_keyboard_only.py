"""The whole main job without a mouse: every key goes to whatever has the focus."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from resource_mapper.domain.axis import Span
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.reading_order import reading_order
from resource_mapper.storage.document_file import open_document
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.widgets.window_button import WindowButton
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.pdf import read_pdf

Key = Qt.Key
NONE, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NAMES = ("囲碁の会", "麻雀", "体操", "サロン", "カフェ", "配食", "見守り", "買い物", "送迎", "子ども食堂")


def where() -> str:
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""


def current(window: MainWindow) -> str:
    resource_id = window.selection.current
    return desk.resource(window, resource_id).name if resource_id else ""


def test_ten_cards_are_added_placed_saved_and_printed(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    for name in NAMES:
        focused = QApplication.focusWidget()
        assert focused is not None
        ime.mozc(focused, ("ｓ", "さ"), (name,))
        desk.press(Key.Key_Return)
    desk.press(Key.Key_Tab)
    assert where() == "tray"
    desk.press(Key.Key_A, CONTROL)
    desk.press(Key.Key_Return)
    assert where() == "sheetView"
    assert {card.span for card in window.document.worksheet.placed} == {Span(0.4, 0.6)}

    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Right)
    for number, name in enumerate(NAMES):
        assert current(window) == name
        desk.press(Key(Key.Key_1 + number % 6))
        desk.press(Key.Key_Left, CONTROL, times=number)
        desk.press(Key.Key_BracketRight, times=2)
        desk.press(Key.Key_Home)
        if number < 9:
            desk_order = [card.resource.name for card in reading_order(window.scene.layout)]  # type: ignore[arg-type]
            desk.press(Key.Key_Right, times=desk_order.index(NAMES[number + 1]))
    cards = {card.name: card for card in window.document.worksheet.resources}
    assert [cards[name].category for name in NAMES[:6]] == [
        category.id for category in window.document.worksheet.categories[:6]
    ]
    assert cards["囲碁の会"].span == Span(0.4, 0.684)
    assert cards["麻雀"].span == Span(0.358, 0.642)

    book, paper = tmp_path / "資源.xlsx", tmp_path / "資源.pdf"
    dialogs.will_save(book, paper)
    desk.press(Key.Key_S, CONTROL)
    desk.wait_idle(qtbot, window)
    desk.press(Key.Key_P, CONTROL | SHIFT)
    desk.wait_idle(qtbot, window)
    saved = open_document(book).worksheet
    assert {card.name: (card.category, card.span) for card in saved.resources} == {
        card.name: (card.category, card.span) for card in window.document.worksheet.resources
    }
    printed = "".join(read_pdf(paper.read_bytes()).texts)
    assert [name for name in NAMES if name not in printed] == []
    assert not window.document.is_dirty


@pytest.fixture
def sample(window: MainWindow) -> MainWindow:
    desk.show(window, sample_worksheet())
    window.side.quick_add.setFocus()
    return window


def names_in_order(window: MainWindow) -> list[str]:
    layout = window.scene.layout
    assert layout is not None
    return [card.resource.name for card in reading_order(layout)]


@pytest.mark.parametrize("backwards", [False, True])
def test_tab_walks_the_cards_and_goes_on_to_the_next_widget(sample: MainWindow, backwards: bool) -> None:
    key, modifiers = (Key.Key_Backtab, SHIFT) if backwards else (Key.Key_Tab, NONE)
    for _ in range(60):
        desk.press(key, modifiers)
        if where() == "sheetView":
            break
    walked: list[str] = []
    while where() == "sheetView" and len(walked) < 99:
        walked.append(current(sample))
        assert sample.scene.item_of(sample.selection.current or "") is not None
        desk.press(key, modifiers)
    expected = names_in_order(sample)
    assert walked == (expected[::-1] if backwards else expected)
    assert where(), "the focus is somewhere else now, not lost"
    desk.press(Key.Key_Tab if backwards else Key.Key_Backtab, NONE if backwards else SHIFT)
    assert (where(), current(sample)) == ("sheetView", walked[-1]), "and comes back to the card it left"


def test_tab_passes_an_empty_sheet(window: MainWindow) -> None:
    window.view.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Key.Key_Tab)
    assert where() not in ("", "sheetView")


def test_tab_takes_the_name_that_is_written(sample: MainWindow) -> None:
    sample.view.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Key.Key_X)
    desk.press(Key.Key_Tab)
    assert names_in_order(sample)[0] == "x"
    assert (where(), current(sample)) == ("sheetView", names_in_order(sample)[1])


def test_the_canvas_says_how_to_use_it_and_how_to_leave(sample: MainWindow) -> None:
    hints: list[str] = []
    sample.view.hinted.connect(hints.append)
    sample.view.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Key.Key_F6)
    assert hints[0] == canvas_words.CANVAS_KEYS
    assert "F6" in hints[0]
    assert hints[-1] == ""


@pytest.mark.parametrize("modifiers", [NONE, SHIFT])
def test_f6_goes_around_the_regions(sample: MainWindow, modifiers: Qt.KeyboardModifier) -> None:
    sample.workspace.show_panel("inspector")
    sample.selection.set(["sample-09"])
    seen = []
    for _ in range(12):
        seen.append(where())
        desk.press(Key.Key_F6, modifiers)
        if where() == "quickAdd":
            break
    assert where() == "quickAdd", f"never came back: {seen}"
    assert {"quickAdd", "sheetView", "field_name"} <= set(seen)
    assert len(seen) == len(set(seen)) >= 5


def test_f6_comes_back_to_where_one_was(sample: MainWindow) -> None:
    sample.workspace.show_panel("inspector")
    sample.selection.set(["sample-09"])
    desk.child(sample, "field_place").setFocus()
    desk.press(Key.Key_F6)
    desk.press(Key.Key_F6, SHIFT)
    assert where() == "field_place"


def test_enter_presses_whatever_button_of_the_window_has_the_focus(window: MainWindow) -> None:
    window.show_start()
    tile = desk.child(window, "start_openSample")
    tile.setFocus()
    desk.press(Key.Key_Return)
    assert len(window.document.worksheet.resources) == 24
    desk.trigger(window, "showConcerns")
    desk.trigger(window, "startMethod")
    window.show_banner("知らせ", actions=(("する", window.show_start),), key="a")
    buttons = [each for each in window.findChildren(QPushButton) if each.window() is window]
    assert len(buttons) > 15
    assert [each.objectName() for each in buttons if not isinstance(each, WindowButton)] == []
