"""Finding, going there, and hints at near-duplicates while a name is written."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from resource_mapper.domain.filtering import Filter
from resource_mapper.domain.vocabulary import Status
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fake_dialogs import FakeDialogs

SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def town(window: MainWindow) -> MainWindow:
    """Salons on the sheet, in the tray and among what has ended."""
    desk.show(
        window,
        make_worksheet(
            make_resource("いきいきサロン", id="a", category="salon", place="中央公民館\n2階"),
            make_resource("朝の体操", (0.5, 0.8), id="b", category="prevention", note="サロンの前に"),
            make_resource("ふれあいカフェ", None, id="tray", operator="サロンの会"),
            make_resource("昔のサロン", id="ended", status=Status.ENDED),
        ),
    )
    return window


def count(window: MainWindow) -> str:
    label = desk.child(window, "findCount")
    assert isinstance(label, QLabel)
    return label.text()


def hints(window: MainWindow) -> list[str]:
    if not window.finding.hint.isVisible():
        return []
    buttons = (desk.child(window, f"duplicate{number}") for number in (1, 2, 3))
    return [str(button.property("text")) for button in buttons if button.isVisible()]


def write(field: QLineEdit, text: str) -> None:
    field.selectAll()
    ime.write(field, text)


def test_one_after_the_other_and_around(town: MainWindow) -> None:
    window = town
    window.view.setFocus()
    desk.trigger(window, "find")
    words = window.find_bar.words
    assert words.hasFocus()
    ime.write(words, "さ", "ｻﾛﾝ")
    assert (desk.selected(window), count(window)) == (("a",), "4件中 1件目")
    seen = []
    for _ in range(4):
        QTest.keyClick(words, Key.Key_Return)
        seen.append(desk.selected(window)[0])
    assert seen == ["b", "tray", "ended", "a"]
    assert words.hasFocus()
    QTest.keyClick(words, Key.Key_Return, SHIFT)
    assert desk.selected(window) == ("ended",)
    desk.trigger(window, "findPrevious")
    assert (desk.selected(window), count(window)) == (("tray",), "4件中 3件目")
    QTest.mouseClick(desk.child(window, "findOn"), Qt.MouseButton.LeftButton)
    assert desk.selected(window) == ("ended",)
    write(words, "どこにもない")
    assert count(window) == "見つかりません"
    assert not desk.child(window, "findOn").isEnabled()
    QTest.keyClick(words, Key.Key_Escape)
    assert not window.find_bar.isVisible()
    assert window.view.hasFocus()


def test_enter_belongs_to_the_conversion(town: MainWindow) -> None:
    desk.trigger(town, "find")
    ime.compose(town.find_bar.words, "かふぇ")
    QTest.keyClick(town.find_bar.words, Key.Key_Return)
    QTest.keyClick(town.find_bar.words, Key.Key_Escape)
    assert town.find_bar.isVisible()
    ime.commit(town.find_bar.words, "カフェ")
    assert desk.selected(town) == ("tray",)


def test_what_is_found_comes_into_sight(window: MainWindow) -> None:
    cards = many_resources(150)
    desk.show(window, make_worksheet(*cards))
    target = max(window.scene.layout.cards, key=lambda box: (box.page, box.pill.y)).resource  # type: ignore[union-attr]
    window.finding.reveal(target.id)
    item = window.scene.item_of(target.id)
    assert item is not None
    seen = window.view.mapToScene(window.view.viewport().rect()).boundingRect()
    assert seen.contains(item.pill.center())
    desk.trigger(window, "arrange_list")
    QApplication.processEvents()
    window.finding.reveal(cards[120].id)
    view = window.list.view
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    assert window.list.table.id_at(view.currentIndex().row()) == cards[120].id


def test_what_cannot_be_seen_is_brought_to_light(town: MainWindow) -> None:
    window = town
    window.finding.reveal("ended")
    assert window.list.isVisible(), "what has ended lies on no sheet"
    desk.trigger(window, "arrange_list")
    window.filter.set(Filter(words="体操"))
    window.finding.reveal("a")
    assert window.filter.filter == Filter()
    window.finding.reveal("gone")
    assert desk.selected(window) == ("a",)
    assert isinstance(window.view.mapToScene(0, 0), QPointF)


def test_next_asks_for_words_where_there_are_none(town: MainWindow) -> None:
    desk.trigger(town, "findNext")
    assert town.find_bar.isVisible()
    assert town.find_bar.words.hasFocus()


def test_a_new_name_that_is_there_already_is_told(town: MainWindow) -> None:
    window = town
    line = window.side.quick_add
    line.setFocus()
    write(line, "いきいき")
    assert hints(window) == []
    write(line, "いきいきさろん")
    assert hints(window) == ["「いきいきサロン」（中央公民館）がすでにあります"]
    assert window.rect().contains(window.finding.hint.geometry())
    assert line.hasFocus()
    QTest.mouseClick(desk.child(window, "duplicate1"), Qt.MouseButton.LeftButton)
    assert desk.selected(window) == ("a",)
    assert hints(window) == []
    assert line.text() == "いきいきさろん"
    write(line, "朝のたいそう")
    write(line, "朝の 体操会")
    window.selection.set([])
    QTest.keyClick(line, Key.Key_Down)
    assert desk.selected(window) in ((), ("b",))


def test_the_hint_goes_with_the_name(town: MainWindow) -> None:
    window = town
    line = window.side.quick_add
    line.setFocus()
    write(line, "いきいきサロン")
    assert hints(window)
    QTest.keyClick(line, Key.Key_Return)
    assert hints(window) == []
    write(line, "いきいきサロン")
    assert len(hints(window)) == 2
    QTest.keyClick(line, Key.Key_Down)
    assert desk.selected(window) == ("a",)
    write(line, "いきいきサロン")
    window.view.setFocus()
    assert hints(window) == []


def test_names_in_form_and_list_are_compared_with_the_others(town: MainWindow) -> None:
    window = town
    window.selection.set(["b"])
    window.workspace.show_panel("inspector")
    desk.settle(window)
    name = desk.child(window, "field_name")
    assert isinstance(name, QLineEdit)
    name.setFocus()
    write(name, "いきいきサロン")
    assert len(hints(window)) == 1, "its own name is no duplicate"
    window.document.undo_stack.undo()
    desk.trigger(window, "arrange_list")
    view = window.list.view
    view.put_cursor(1, 0)
    QTest.keyClick(view, Key.Key_F2)
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit)
    write(cell, "いきいきサロン")
    assert len(hints(window)) == 1
    QTest.keyClick(cell, Key.Key_Escape)
    assert hints(window) == []


def test_the_whole_sheet_is_looked_through(town: MainWindow, qtbot: QtBot, dialogs: FakeDialogs) -> None:
    window = town
    desk.trigger(window, "findDuplicates")
    desk.wait_idle(qtbot, window)
    assert dialogs.texts("tell") == ["重複しているような資源は見つかりませんでした。"]
    twin = make_resource("いきいき さろん", id="twin")
    window.document.edit("x", window.document.worksheet.with_resources((*window.document.worksheet.resources, twin)))
    desk.trigger(window, "findDuplicates")
    desk.wait_idle(qtbot, window)
    pairs = desk.child(window, "duplicatePairs")
    assert isinstance(pairs, QListWidget)
    assert pairs.count() == 1
    assert "中央公民館" in pairs.item(0).text()
    QTest.mouseClick(desk.child(window, "showDuplicates"), Qt.MouseButton.LeftButton)
    assert desk.selected(window) == ("twin", "a")
    close = desk.child(window, "closeDuplicates")
    assert not isinstance(close, QToolButton)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    desk.settle(window)
