"""The list in the window: worked by mouse, keys and input method, the document follows."""

from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPlainTextEdit, QWidget

from resource_mapper.domain.filtering import Filter
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.ui.list.list_view import ListView
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fake_dialogs import FakeDialogs

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def listed(window: MainWindow) -> ListView:
    """The list alone, with three resources, the cursor in the first name."""
    cards = (
        make_resource("いきいきサロン", id="a", reading="いきいきさろん", category="salon", place="公民館"),
        make_resource("ラジオ体操", id="b", reading="らじおたいそう", span=None),
        make_resource("朝の会", id="c", reading="あさのかい", capacity=5),
    )
    desk.show(window, make_worksheet(*cards))
    desk.trigger(window, "arrange_list")
    window.list.view.put_cursor(0, 0)
    QApplication.processEvents()
    return window.list.view


def column(view: ListView, label: str) -> int:
    model = view.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    return heads.index(label)


def go(view: ListView, row: int, label: str) -> None:
    view.put_cursor(row, column(view, label))


def at(view: ListView) -> tuple[int, str]:
    index = view.currentIndex()
    return index.row(), view.model().headerData(index.column(), Qt.Orientation.Horizontal)


def choose(view: ListView, top: int, left: str, bottom: int, right: str) -> None:
    go(view, top, left)
    selection = view.selectionModel()
    for row in range(top, bottom + 1):
        for across in range(column(view, left), column(view, right) + 1):
            selection.select(view.model().index(row, across), QItemSelectionModel.SelectionFlag.Select)


def names(view: ListView) -> list[str]:
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount() - 1)]


def typed(text: str) -> None:
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)


def editor(view: ListView) -> Any:
    found = [widget for widget in view.findChildren(QWidget, "cellEditor") if widget.isVisible()]
    assert len(found) == 1
    return found[0]


def get(window: MainWindow, key: str) -> Resource:
    return desk.resource(window, key)


def test_it_shows_every_field_and_the_users_own_columns(window: MainWindow) -> None:
    card = make_resource("会", category="salon", span=(0.2, 0.6), note="一\n二", extra=(("担当", "山田"),))
    desk.show(window, make_worksheet(card, extra_headings=("担当",)))
    view = window.list.view
    shown = {
        view.model().headerData(n, Qt.Orientation.Horizontal): view.model().index(0, n).data()
        for n in range(view.model().columnCount())
    }
    assert shown["分類"] == "高齢者サロン系"
    assert (shown["状態像"], shown["状態像（左端）"], shown["状態像（右端）"]) == ("元気〜虚弱", "20", "60")
    assert (shown["備考"], shown["担当"], shown["状況"]) == ("一 ⏎ 二", "山田", "ある")
    assert "ID" not in shown
    assert len(shown) == 30 + 3 + 2 + 1 + 1


def test_typing_replaces_enter_goes_down_and_tab_right(window: MainWindow, listed: ListView) -> None:
    typed("Hall")
    desk.press(Key.Key_Return)
    assert get(window, "a").name == "Hall"
    assert desk.undo_texts(window) == ["「Hall」の名称を変える"]
    assert at(listed) == (1, "名称")
    desk.press(Key.Key_F2)
    editor(listed).setText("ラジオ")
    desk.press(Key.Key_Tab)
    assert get(window, "b").name == "ラジオ"
    assert at(listed) == (1, "ふりがな")
    desk.press(Key.Key_Tab, SHIFT)
    desk.press(Key.Key_Return, SHIFT)
    assert at(listed) == (0, "名称")
    typed("x")
    desk.press(Key.Key_Escape)
    assert get(window, "a").name == "Hall"
    assert listed.hasFocus()
    window.document.undo_stack.undo()
    assert (get(window, "b").name, names(listed)[1]) == ("ラジオ体操", "ラジオ体操")


def test_a_conversion_begins_on_the_cell_and_keeps_its_enter(window: MainWindow, listed: ListView) -> None:
    ime.compose(listed, "さ")
    line = editor(listed)
    ime.compose(line if line.hasFocus() else listed, "さろん")
    QTest.keyClick(line, Key.Key_Return)
    assert line.isVisible(), "Enter belongs to the conversion"
    ime.commit(line if line.hasFocus() else listed, "サロン")
    QTest.keyClick(line, Key.Key_Return)
    assert get(window, "a").name == "サロン"
    assert window.document.undo_stack.count() == 1


def test_an_open_conversion_is_not_lost_by_a_click_elsewhere(window: MainWindow, listed: ListView) -> None:
    desk.press(Key.Key_F2)
    line = editor(listed)
    line.selectAll()
    ime.compose(line, "にほん")
    window.side.quick_add.setFocus()
    assert get(window, "a").name == "にほん"
    assert window.document.undo_stack.count() == 1


def test_a_conversion_begun_on_a_cell_stays_in_it_when_another_one_is_clicked(
    window: MainWindow, listed: ListView
) -> None:
    ime.mozc(listed, ("ｓ", "さ", "さろん"), ("サロン",), entered=False)
    there = listed.visualRect(listed.model().index(1, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)
    assert get(window, "a").name == "サロン"
    assert window.document.undo_stack.count() == 1
    assert at(listed)[0] == 1
    assert listed.state() == ListView.State.NoState


def test_a_wrong_value_stays_open_and_is_told(window: MainWindow, listed: ListView) -> None:
    go(listed, 2, "定員")
    typed("many")
    desk.press(Key.Key_Return)
    line = editor(listed)
    assert line.isVisible()
    assert "0以上" in line.accessibleDescription()
    line.setText("２０人")
    desk.press(Key.Key_Return)
    assert get(window, "c").capacity == 20
    assert at(listed)[0] == 3
    go(listed, 2, "定員")
    typed("x")
    window.side.quick_add.setFocus()
    assert get(window, "c").capacity == 20
    assert "定員（x）：0以上" in window.status.currentMessage()


def test_choices_open_as_a_list_and_are_taken(window: MainWindow, listed: ListView) -> None:
    go(listed, 1, "状態像")
    desk.press(Key.Key_F2)
    combo = editor(listed)
    assert isinstance(combo, QComboBox)
    assert combo.view().isVisible()
    desk.press(Key.Key_Down)
    QTest.keyClick(combo.view(), Key.Key_Down)
    QTest.keyClick(combo.view(), Key.Key_Return)
    desk.settle(window)
    assert get(window, "b").span is not None
    assert listed.hasFocus()
    go(listed, 1, "活動内容")
    desk.press(Key.Key_F2)
    menu = desk.child(listed, "cellMenu")
    assert isinstance(menu, QMenu)
    menu.setActiveAction(menu.actions()[1])
    QTest.keyClick(menu, Key.Key_Space)
    menu.close()
    desk.settle(window)
    assert get(window, "b").activities == ("会食",)


def test_text_takes_line_breaks(window: MainWindow, listed: ListView) -> None:
    go(listed, 0, "備考")
    typed("a")
    text = editor(listed)
    assert isinstance(text, QPlainTextEdit)
    desk.press(Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    typed("b")
    desk.press(Key.Key_Return)
    assert get(window, "a").note == "a\nb"


def test_the_last_row_adds_resources_one_after_the_other(window: MainWindow, listed: ListView) -> None:
    go(listed, 3, "名称")
    assert listed.currentIndex().data() == "＋ 新しい資源"
    for name in ("D", "E"):
        typed(name)
        desk.press(Key.Key_Return)
    assert names(listed)[3:] == ["D", "E"]
    assert at(listed) == (5, "名称")
    assert desk.undo_texts(window) == ["「D」を追加", "「E」を追加"]
    typed("F")
    desk.press(Key.Key_Tab)
    typed("ef")
    desk.press(Key.Key_Return)
    assert window.document.worksheet.resources[-1].reading == "ef"
    go(listed, 6, "場所")
    typed("x")
    desk.press(Key.Key_Return)
    assert "先に名称" in editor(listed).accessibleDescription()
    desk.press(Key.Key_Escape)
    assert len(window.document.worksheet.resources) == 6


def test_cells_go_to_excel_and_come_back(window: MainWindow, listed: ListView, dialogs: FakeDialogs) -> None:
    window.list.table.write([(0, column(listed, "場所"), '"公民館"\n2階')])
    choose(listed, 0, "場所", 1, "住所")
    desk.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == '"""公民館""\n2階"\t\n\t\n'
    go(listed, 1, "場所")
    desk.press(Key.Key_V, CTRL)
    assert get(window, "b").place == '"公民館"\n2階'
    QGuiApplication.clipboard().setText("10\tあり\r\n約20\tなし\r\n30\t\r\n")
    steps = window.document.undo_stack.count()
    choose(listed, 0, "担い手の人数", 0, "担い手の人数")
    desk.press(Key.Key_V, CTRL)
    assert [get(window, key).supporters for key in "abc"] == [10, None, 30]
    assert [get(window, key).transport for key in "abc"] == ["あり", "なし", ""]
    assert window.document.undo_stack.count() == steps + 1
    assert "約20" in window.status.currentMessage()
    QGuiApplication.clipboard().setText("x\ny\n")
    desk.press(Key.Key_V, CTRL)
    assert dialogs.texts("tell") == ["2個のセルは入れられませんでした。もとの内容のままです。ほかは入れました。"]


def test_pasted_rows_below_the_last_become_resources(window: MainWindow, listed: ListView) -> None:
    QGuiApplication.clipboard().setText("ひろば\tひろば\n体操の会\tたいそうのかい\n\t\n")
    go(listed, 2, "名称")
    desk.press(Key.Key_V, CTRL)
    assert names(listed) == ["いきいきサロン", "ラジオ体操", "ひろば", "体操の会"]
    assert window.document.worksheet.resources[3].reading == "たいそうのかい"
    assert window.document.undo_stack.count() == 1
    QGuiApplication.clipboard().setText("名称\t場所\n茶話会\t集会所\n")
    desk.press(Key.Key_V, CTRL)
    assert [(r.name, r.place) for r in window.document.worksheet.resources[4:]] == [("茶話会", "集会所")]


def test_one_cell_fills_many(window: MainWindow, listed: ListView) -> None:
    QGuiApplication.clipboard().setText("桜台\n")
    choose(listed, 0, "地区", 2, "地区")
    desk.press(Key.Key_V, CTRL)
    assert {get(window, key).district for key in "abc"} == {"桜台"}
    choose(listed, 0, "場所", 2, "場所")
    desk.press(Key.Key_D, CTRL)
    assert {get(window, key).place for key in "abc"} == {"公民館"}
    choose(listed, 0, "名称", 1, "場所")
    desk.press(Key.Key_Delete)
    assert (get(window, "a").name, get(window, "a").place, get(window, "b").district) == ("いきいきサロン", "", "")
    go(listed, 2, "名称")
    desk.press(Key.Key_Delete)
    assert "名称を入れて" in window.status.currentMessage()
    go(listed, 1, "住所")
    window.list.table.write([(0, column(listed, "住所"), "1番地")])
    desk.trigger(window, "fillDown")
    assert get(window, "b").address == "1番地"


def test_rows_are_removed_and_come_back_in_their_place(window: MainWindow, listed: ListView) -> None:
    choose(listed, 0, "名称", 1, "名称")
    desk.press(Key.Key_Minus, CTRL)
    assert names(listed) == ["朝の会"]
    window.document.undo_stack.undo()
    assert names(listed) == ["いきいきサロン", "ラジオ体操", "朝の会"]


def test_the_selection_is_shared(window: MainWindow, listed: ListView) -> None:
    choose(listed, 0, "場所", 1, "場所")
    assert set(desk.selected(window)) == {"a", "b"}
    area = listed.chosen_area()
    assert (area.rows, len(area.columns)) == ((0, 1), 1), "cells stay cells"
    window.side.quick_add.setFocus()
    window.selection.set(["c"])
    assert listed.chosen_area().rows == (2,)
    assert listed.currentIndex().row() == 2
    desk.trigger(window, "arrange_both")
    window.selection.set([])
    assert not listed.selectionModel().hasSelection()


def test_sorting_is_a_matter_of_the_view(window: MainWindow, listed: ListView) -> None:
    header = listed.horizontalHeader()
    x = header.sectionViewportPosition(0) + 30
    click = lambda: QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 8))  # noqa: E731
    before = window.document.worksheet
    click()
    assert names(listed) == ["朝の会", "いきいきサロン", "ラジオ体操"], "by reading"
    assert at(listed) == (1, "名称"), "the cursor stays with its resource"
    click()
    assert names(listed) == ["ラジオ体操", "いきいきサロン", "朝の会"]
    typed("A")
    desk.press(Key.Key_Return)
    assert names(listed)[1] == "A", "an edited row stays where it is"
    click()
    assert names(listed) == ["A", "ラジオ体操", "朝の会"], "the document's own order"
    window.document.undo_stack.undo()
    assert window.document.worksheet is before


def test_a_filter_takes_rows_away_but_never_while_they_are_edited(window: MainWindow, listed: ListView) -> None:
    window.filter.set(Filter(words="さろん"))
    assert names(listed) == ["いきいきサロン"]
    go(listed, 0, "ふりがな")
    typed("x")
    desk.press(Key.Key_Return)
    go(listed, 0, "名称")
    typed("y")
    desk.press(Key.Key_Return)
    assert names(listed) == ["y"]
    typed("new")
    desk.press(Key.Key_Return)
    assert names(listed) == ["y", "new"]
    window.filter.set(Filter(words="体操"))
    assert names(listed) == ["ラジオ体操"]
    window.filter.clear()
    assert names(listed) == ["y", "ラジオ体操", "朝の会", "new"]


def test_columns_are_hidden_and_remembered(window: MainWindow, listed: ListView, settings: SettingsStore) -> None:
    listed.columns.show_menu(QPoint(5, 5))
    menu = desk.child(listed, "columnMenu")
    assert isinstance(menu, QMenu)
    reading, name = (next(a for a in menu.actions() if a.text() == label) for label in ("ふりがな", "名称"))
    assert not name.isEnabled()
    reading.trigger()
    menu.close()
    listed.setColumnWidth(0, 333)
    listed.columns.remember()
    again = SettingsStore(settings._path.parent).settings
    assert again.list_hidden == ("ふりがな",)
    assert dict(again.list_widths)["名称"] == 333
    desk.press(Key.Key_Tab)
    assert at(listed) == (0, "分類"), "Tab leaps over hidden columns"
    listed.columns.show_menu(QPoint(5, 5))
    menu.actions()[0].trigger()
    menu.close()
    assert len(listed.shown_columns()) == listed.model().columnCount()


def test_the_menu_works_on_the_cells(window: MainWindow, listed: ListView) -> None:
    go(listed, 0, "場所")
    where = listed.visualRect(listed.currentIndex()).center()
    listed.customContextMenuRequested.emit(where)
    menu = desk.child(window, "listMenu")
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    menu.close()
    desk.settle(window)
    next(action for action in menu.actions() if action.text() == "コピー").trigger()
    assert QGuiApplication.clipboard().text() == "公民館\n"


def test_tab_never_traps(window: MainWindow, listed: ListView) -> None:
    desk.press(Key.Key_Tab, CTRL)
    assert not listed.hasFocus()
    listed.setFocus()
    desk.press(Key.Key_Backtab, CTRL | SHIFT)
    assert not listed.hasFocus()
    listed.setFocus()
    listed.put_cursor(3, listed.shown_columns()[-1])
    desk.press(Key.Key_Tab)
    assert not listed.hasFocus()


def test_saving_takes_what_is_being_typed(window: MainWindow, listed: ListView) -> None:
    typed("Z")
    window.commands.finish_typing()
    assert get(window, "a").name == "Z"


def test_the_arrangement_is_remembered(window: MainWindow, settings: SettingsStore) -> None:
    desk.show(window, sample_worksheet())
    assert not window.list.isVisible()
    desk.trigger(window, "arrange_both")
    assert window.list.isVisible()
    assert window.view.isVisible()
    assert window.actions_by_id["arrange_both"].isChecked()
    desk.trigger(window, "arrange_list")
    assert not window.view.isVisible()
    assert window.list.view.hasFocus()


@pytest.mark.parametrize("first", ["sheet", "list"], ids=["made now", "made before"])
def test_what_is_chosen_stays_so_from_sheet_to_list_and_back(window: MainWindow, first: str) -> None:
    chosen = desk.show(window, sample_worksheet()).resources[10].id
    desk.trigger(window, f"arrange_{first}")
    desk.trigger(window, "arrange_sheet")
    window.selection.set([chosen])
    for arrangement in ("list", "sheet", "both", "list", "both", "sheet"):
        desk.trigger(window, f"arrange_{arrangement}")
        assert desk.selected(window) == (chosen,), arrangement
    assert window.list.view.currentIndex().row() == 10


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_mark_of_a_category_lies_on_paper_in_every_theme(window: MainWindow, listed: ListView, theme: str) -> None:
    desk.trigger(window, f"theme_{theme}")
    column = next(n for n, each in enumerate(window.list.table.columns) if each.field == "category")
    icon = window.list.table.index(0, column).data(Qt.ItemDataRole.DecorationRole)
    picture = icon.pixmap(42, 42).toImage()
    assert icon.pixmap(42, 42, QIcon.Mode.Selected).toImage() == picture
    assert picture.pixelColor(21, 3).name() == "#ffffff"
    salon = next(each for each in window.document.worksheet.categories if each.id == "salon")
    assert picture.pixelColor(21, 21).name() == salon.color.lower()
    desk.trigger(window, "theme_light")


def test_rows_follow_any_change(window: MainWindow, listed: ListView) -> None:
    cards = many_resources(120)
    desk.show(window, make_worksheet(*cards))
    stack = window.document.undo_stack
    for kept in (cards[::2], cards[60:], (*cards[40:], *cards[:40]), (), cards):
        window.document.edit("x", window.document.worksheet.with_resources(kept))
        assert names(listed) == [card.name for card in kept]
    while stack.canUndo():
        stack.undo()
        assert names(listed) == [card.name for card in window.document.worksheet.resources]
    assert isinstance(listed.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole), str)
