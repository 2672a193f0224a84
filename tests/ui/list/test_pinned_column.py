"""The names stay in sight while the list scrolls: for the eye, the mouse and the keys."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from resource_mapper.ui.list.list_view import ListView
from resource_mapper.ui.list.pinned_column import EDGE_PX
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import send_move

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def scrolled(window: MainWindow) -> ListView:
    """A list whose first columns have gone out at the left, the last of them by half."""
    names = ("えんがわ", "いろは", "うたごえ", "あさの会")
    desk.show(window, make_worksheet(*(make_resource(name, id=name, fee="100円") for name in names)))
    desk.trigger(window, "arrange_list")
    view = window.list.view
    view.setFocus()
    settle()
    view.horizontalScrollBar().setValue(view.columnViewportPosition(4) - view.columnWidth(0) + view.columnWidth(4) // 2)
    settle()
    assert view.pinned_width == view.columnWidth(0)
    assert view.columnViewportPosition(4) < view.pinned_width < view.columnViewportPosition(5)
    return view


def settle() -> None:
    QApplication.processEvents()


def at(view: ListView, row: int, column: int) -> QPoint:
    """Return a point where a cell is seen."""
    rect = view.visualRect(view.model().index(row, column))
    if column:
        rect.setLeft(max(rect.left(), view.pinned_width))
    return rect.center()


def chosen(view: ListView) -> set[tuple[int, int]]:
    return {(index.row(), index.column()) for index in view.selectionModel().selectedIndexes()}


def block(rows: range, columns: range) -> set[tuple[int, int]]:
    return {(row, column) for row in rows for column in columns}


def drag(view: ListView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, start)
    send_move(view.viewport(), end, LEFT, NO_KEYS)
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, end)


def test_names_and_their_heading_look_as_if_nothing_were_scrolled(scrolled: ListView) -> None:
    strip = QRect(0, 0, scrolled.pinned_width - EDGE_PX, scrolled.height())
    shown = [area.grab(strip).toImage() for area in (scrolled.viewport(), scrolled.horizontalHeader().viewport())]
    scrolled.horizontalScrollBar().setValue(0)
    settle()
    assert scrolled.pinned_width == 0
    plain = [area.grab(strip).toImage() for area in (scrolled.viewport(), scrolled.horizontalHeader().viewport())]
    assert shown == plain


def test_a_point_there_is_a_name(scrolled: ListView) -> None:
    assert scrolled.indexAt(QPoint(10, scrolled.rowViewportPosition(2) + 5)) == scrolled.model().index(2, 0)
    assert scrolled.indexAt(at(scrolled, 1, 5)) == scrolled.model().index(1, 5)
    assert not scrolled.indexAt(QPoint(10, scrolled.viewport().height() - 2)).isValid()


def test_the_mouse_chooses_from_a_name_to_another_column(scrolled: ListView) -> None:
    drag(scrolled, at(scrolled, 0, 0), at(scrolled, 2, 5))
    assert chosen(scrolled) == block(range(3), range(6))


def test_a_column_that_is_half_covered_is_chosen_without_the_names(qtbot: QtBot, scrolled: ListView) -> None:
    QTest.mouseClick(scrolled.viewport(), LEFT, NO_KEYS, at(scrolled, 1, 4))
    assert chosen(scrolled) == {(1, 4)}
    qtbot.waitUntil(lambda: scrolled.columnViewportPosition(4) >= scrolled.pinned_width, timeout=5000)
    before = scrolled.horizontalScrollBar().value()
    scrolled.horizontalScrollBar().setValue(before + scrolled.columnWidth(4) - 10)
    settle()
    drag(scrolled, at(scrolled, 1, 4), at(scrolled, 2, 5))
    assert chosen(scrolled) == block(range(1, 3), range(4, 6))
    QTest.mouseClick(scrolled.viewport(), LEFT, SHIFT, at(scrolled, 3, 6))
    assert chosen(scrolled) == block(range(1, 4), range(4, 7))


def test_keys_bring_no_cell_under_the_names(scrolled: ListView) -> None:
    last = max(scrolled.shown_columns())
    scrolled.put_cursor(1, last)
    for column in range(last - 1, 0, -1):
        QTest.keyClick(scrolled, Qt.Key.Key_Left)
        assert scrolled.currentIndex().column() == column
        assert scrolled.visualRect(scrolled.currentIndex()).left() >= scrolled.pinned_width
    QTest.keyClick(scrolled, Qt.Key.Key_Left)
    assert scrolled.currentIndex().column() == 0


def test_to_a_name_by_key_nothing_scrolls_and_back_to_the_next_column_it_does(scrolled: ListView) -> None:
    scrolled.put_cursor(1, 7)
    before = scrolled.horizontalScrollBar().value()
    QTest.keyClick(scrolled, Qt.Key.Key_Home)
    assert scrolled.currentIndex().column() == 0
    assert scrolled.horizontalScrollBar().value() == before
    QTest.keyClick(scrolled, Qt.Key.Key_Right)
    assert scrolled.currentIndex().column() == 1
    assert scrolled.visualRect(scrolled.currentIndex()).left() >= scrolled.pinned_width


def test_shift_and_arrows_choose_cells_side_by_side(scrolled: ListView) -> None:
    scrolled.put_cursor(1, 5)
    for _ in range(3):
        QTest.keyClick(scrolled, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(scrolled, Qt.Key.Key_Down, SHIFT)
    assert chosen(scrolled) == block(range(1, 3), range(2, 6))


def test_a_name_is_written_where_it_is_seen(window: MainWindow, scrolled: ListView) -> None:
    scrolled.put_cursor(2, 0)
    QTest.keyClick(scrolled, Qt.Key.Key_F2)
    editor = scrolled.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    settle()
    assert editor.geometry().left() == 0
    assert editor.width() >= scrolled.pinned_width - 4
    QTest.keyClicks(editor, "Salon")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert desk.resource(window, "うたごえ").name == "Salon"
    QTest.mouseDClick(scrolled.viewport(), LEFT, NO_KEYS, at(scrolled, 0, 0))
    assert scrolled.currentIndex() == scrolled.model().index(0, 0)


@pytest.mark.parametrize("field", ["district", "fee"])
def test_what_is_open_in_a_cell_lies_under_the_names(window: MainWindow, scrolled: ListView, field: str) -> None:
    column = next(n for n, each in enumerate(window.list.table.columns) if each.field == field)
    names = QRect(0, 0, scrolled.pinned_width - EDGE_PX, scrolled.viewport().height())
    bar = scrolled.horizontalScrollBar()
    scrolled.put_cursor(1, column)
    before = scrolled.viewport().grab(names).toImage()
    QTest.keyClick(scrolled, Qt.Key.Key_F2)
    editor = desk.child(scrolled, "cellEditor")
    QTest.keyClicks(editor, "200")
    left = scrolled.columnViewportPosition(column)
    for covered in (20, scrolled.columnWidth(column) + 300, 20):  # in part, whole, and in part again
        bar.setValue(bar.value() + left - scrolled.pinned_width + covered)
        settle()
        left = scrolled.columnViewportPosition(column)
        assert left == scrolled.pinned_width - covered
        assert editor.x() == left, "it goes with its cell"
        assert scrolled.viewport().grab(names).toImage() == before
    bar.setValue(bar.value() - 40)
    settle()
    assert editor.mask().isEmpty(), "all of it is seen again"
    assert editor.hasFocus()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert getattr(desk.resource(window, "いろは"), field) == "200"


def test_its_heading_is_pressed_and_pulled_where_it_is_seen(window: MainWindow, scrolled: ListView) -> None:
    header = scrolled.horizontalHeader()
    middle = header.height() // 2
    QTest.mouseClick(header.viewport(), LEFT, NO_KEYS, QPoint(40, middle))
    assert list(window.list.table.ids) == ["あさの会", "いろは", "うたごえ", "えんがわ"]
    before, edge = scrolled.columnWidth(0), QPoint(scrolled.pinned_width - 1, middle)
    send_move(header.viewport(), edge, Qt.MouseButton.NoButton, NO_KEYS)
    QTest.mousePress(header.viewport(), LEFT, NO_KEYS, edge)
    send_move(header.viewport(), edge + QPoint(30, 0), LEFT, NO_KEYS)
    QTest.mouseRelease(header.viewport(), LEFT, NO_KEYS, edge + QPoint(30, 0))
    assert scrolled.columnWidth(0) == before + 30
    assert scrolled.pinned_width == before + 30


def test_a_column_as_wide_as_half_the_list_scrolls_with_the_others(scrolled: ListView) -> None:
    scrolled.setColumnWidth(0, scrolled.viewport().width() // 2 + 20)
    settle()
    assert scrolled.pinned_width == 0
    scrolled.put_cursor(0, 0)
    assert scrolled.visualRect(scrolled.currentIndex()).left() == 0, "then it is brought into sight by scrolling"
    assert scrolled.horizontalScrollBar().value() == 0
