"""絞り込み: one filter for sheet, tray, list and status bar; it never touches the document."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from resource_mapper.domain.age import Age
from resource_mapper.domain.filtering import Filter
from resource_mapper.domain.resource import new_id
from resource_mapper.ui.finding.filter_menu import offered
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import drag


@pytest.fixture
def filtered(window: MainWindow) -> MainWindow:
    """A salon and a class on the sheet, another salon in the tray."""
    desk.show(
        window,
        make_worksheet(
            make_resource("いきいきサロン", id="salon", category="salon", district="桜台"),
            make_resource("体操教室", (0.5, 0.8), id="class", category="prevention", status="準備中"),
            make_resource("朝のサロン", None, id="tray", district="東山"),
            make_resource("夜の会", None, id="night"),
        ),
    )
    window.filter_bar.words.setFocus()
    return window


def strength(window: MainWindow, key: str) -> float:
    item = window.scene.item_of(key)
    assert item is not None
    return item.opacity()


def status(window: MainWindow) -> str:
    button = desk.child(window, "filterStatusButton")
    return str(button.property("text")) if button.isVisible() else ""


def ticks(window: MainWindow, menu: str) -> dict[str, QAction]:
    window.filter_bar.menu.fill()
    found = desk.child(window, menu)
    assert isinstance(found, QMenu)
    return {action.text(): action for action in found.actions()}


def test_words_fade_what_does_not_match_and_escape_brings_it_back(filtered: MainWindow) -> None:
    window = filtered
    before = window.document.worksheet
    ime.write(window.filter_bar.words, "さ", "さろん")
    assert (strength(window, "salon"), strength(window, "class") < 0.5) == (1.0, True)
    assert status(window).startswith("4件中 2件を表示")
    assert list(window.list.table.ids) == ["salon", "tray"]
    QTest.keyClick(window.filter_bar.words, Qt.Key.Key_Escape)
    assert (strength(window, "class"), status(window)) == (1.0, "")
    assert window.document.worksheet is before
    assert not window.document.undo_stack.canUndo()


def test_cards_can_leave_the_sheet_instead(filtered: MainWindow) -> None:
    window = filtered
    window.filter_bar.words.setText("サロン")
    desk_item = window.scene.item_of("class")
    assert desk_item is not None
    hides = desk.child(window, "filterMenu").findChild(QAction, "filterHides")
    assert isinstance(hides, QAction)
    hides.setChecked(True)
    assert not desk_item.isVisible()
    assert window.side.tray.cards.rowCount() == 1
    assert window.scene.cards_within(window.scene.sceneRect()) == ["salon"]
    window.filter.clear()
    assert desk_item.isVisible()
    assert window.side.tray.cards.rowCount() == 2


def test_conditions_are_ticked_and_the_menu_stays_open(filtered: MainWindow) -> None:
    window = filtered
    words = ticks(window, "filter_district")
    assert list(words) == ["桜台", "東山", "未設定"]
    menu = desk.child(window, "filter_district")
    assert isinstance(menu, QMenu)
    menu.popup(window.mapToGlobal(window.rect().center()))
    menu.setActiveAction(words["桜台"])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    menu.setActiveAction(words["東山"])
    QTest.mouseRelease(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(words["東山"]).center())
    assert menu.isVisible()
    assert window.filter.filter == Filter(district=frozenset({"桜台", "東山"}))
    menu.close()
    desk.settle(window)
    assert list(window.list.table.ids) == ["salon", "tray"]
    assert ticks(window, "filter_district")["東山"].isChecked()
    ticks(window, "filter_status")["準備中"].trigger()
    assert status(window) == "4件中 0件（合う資源がありません）　すべて表示する"
    assert "2つ" in desk.child(window, "filterConditions").accessibleName()
    QTest.mouseClick(desk.child(window, "filterStatusButton"), Qt.MouseButton.LeftButton)
    assert window.filter.filter == Filter()


def test_how_fresh_the_record_is(filtered: MainWindow) -> None:
    choices = ticks(filtered, "filter_confirmed")
    choices["1年以上確認していない"].trigger()
    assert filtered.filter.filter == Filter(unconfirmed=Age.YEAR)
    choices["確認した日がない"].trigger()
    assert filtered.filter.filter == Filter(unconfirmed=Age.NEVER)
    assert [words for words, action in choices.items() if action.isChecked()] == ["確認した日がない"]
    choices["問わない"].trigger()
    assert filtered.filter.filter == Filter()


def test_the_filter_follows_edits_and_a_drag_keeps_a_card_faded(filtered: MainWindow) -> None:
    window = filtered
    window.filter.set(Filter(words="サロン"))
    drag(window.view, desk.middle(window, "class"), (desk.x_of(window, 0.4), desk.row_middle(window, "salon")))
    assert desk.resource(window, "class").category == "salon"
    assert strength(window, "class") == 1.0, "it says サロン now"
    window.document.undo_stack.undo()
    assert strength(window, "class") < 0.5
    added = make_resource("新サロン", id=new_id())
    window.document.edit("x", window.document.worksheet.with_resources((*window.document.worksheet.resources, added)))
    assert added.id in window.list.table.ids
    assert status(window).startswith("5件中 3件")


def test_another_document_begins_unfiltered(filtered: MainWindow) -> None:
    filtered.filter_bar.words.setText("サロン")
    desk.show(filtered, make_worksheet(make_resource("体操")))
    assert filtered.filter_bar.words.text() == ""
    assert status(filtered) == ""


def test_known_words_come_first_then_those_in_use() -> None:
    sheet = make_worksheet(make_resource("あ", transport="要相談"), make_resource("い", transport=""))
    assert offered("transport", sheet) == ["あり", "なし", "不明", "要相談", ""]
    assert offered("district", make_worksheet()) == []
