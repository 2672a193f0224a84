"""The canvas by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resource_mapper.domain.axis import Span
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.reading_order import neighbour, reading_order
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def three(window: MainWindow) -> MainWindow:
    cards = [
        make_resource("一", (0.10, 0.30), id="a", category="hobby"),
        make_resource("二", (0.50, 0.70), id="b", category="hobby"),
        make_resource("三", (0.20, 0.40), id="c", category="salon"),
    ]
    desk.show(window, make_worksheet(*cards))
    window.view.setFocus()
    return window


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(window.view, key, modifiers or Qt.KeyboardModifier.NoModifier)


def span(window: MainWindow, key: str = "a") -> Span | None:
    return desk.resource(window, key).span


def test_reading_order_of_the_sample_is_row_by_row(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    layout = window.scene.layout
    assert layout is not None
    names = [card.resource.name for card in reading_order(layout)]
    assert names[:3] == ["囲碁教室", "健康麻雀", "カラオケ"]
    assert names[-3:] == ["シルバー人材センター", "介護サービス", "ボランティア活動"]
    assert neighbour(layout, None, "right").resource.name == "囲碁教室"  # type: ignore[union-attr]


def test_arrows_walk_the_cards(three: MainWindow, qtbot: QtBot) -> None:
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left):
        press(three, qtbot, key)
        walked.append(three.selection.current)
    assert walked == ["a", "b", "c", "a", "c", "b"]
    assert three.document.undo_stack.count() == 0


def test_shift_and_arrow_extend_the_selection(three: MainWindow, qtbot: QtBot) -> None:
    press(three, qtbot, Qt.Key.Key_Right)
    press(three, qtbot, Qt.Key.Key_Right, SHIFT)
    assert three.selection.ids == ("a", "b")


def test_ctrl_and_arrow_move_by_a_step_as_one_undo_step(three: MainWindow, qtbot: QtBot) -> None:
    three.selection.set(["a"])
    for _ in range(3):
        press(three, qtbot, Qt.Key.Key_Right, CONTROL)
    assert span(three) == Span(0.226, 0.426)  # 0.1 + 3/24 = 0.225; each step is rounded up to 0.042
    assert three.document.undo_stack.count() == 1


def test_with_shift_the_step_is_fine(three: MainWindow, qtbot: QtBot) -> None:
    three.selection.set(["a"])
    press(three, qtbot, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert span(three) == Span(0.095, 0.295)


def test_in_the_mirrored_view_left_is_still_left_as_seen(three: MainWindow, qtbot: QtBot) -> None:
    desk.trigger(three, "mirror")
    three.selection.set(["a"])
    press(three, qtbot, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert span(three) == Span(0.105, 0.305)


def test_alt_and_arrow_change_the_row(three: MainWindow, qtbot: QtBot) -> None:
    three.selection.set(["a"])
    press(three, qtbot, Qt.Key.Key_Down, ALT)
    assert desk.resource(three, "a").category == "salon"
    press(three, qtbot, Qt.Key.Key_Up, ALT)
    press(three, qtbot, Qt.Key.Key_Up, ALT)
    assert desk.resource(three, "a").category == "hobby"


def test_brackets_set_the_ends(three: MainWindow, qtbot: QtBot) -> None:
    three.selection.set(["c"])
    qtbot.keyClicks(three.view, "]")
    assert span(three, "c") == Span(0.2, 0.442)
    qtbot.keyClicks(three.view, "[")
    assert span(three, "c") == Span(0.158, 0.442)
    qtbot.keyClicks(three.view, "{")
    assert span(three, "c") == Span(0.2, 0.442)


def test_digits_set_the_category_of_all_selected(three: MainWindow, qtbot: QtBot) -> None:
    three.selection.set(["a", "b"])
    qtbot.keyClicks(three.view, "5")
    assert {desk.resource(three, key).category for key in "ab"} == {"service"}
    assert three.document.undo_stack.count() == 1


def test_digits_without_a_selection_or_beyond_the_categories_do_nothing(three: MainWindow, qtbot: QtBot) -> None:
    before = three.document.worksheet
    qtbot.keyClicks(three.view, "5")
    three.selection.set(["a"])
    qtbot.keyClicks(three.view, "0")
    three.view.name_editor.cancel()
    assert three.document.worksheet == before


class TestName:
    """The name is edited in place, in a real line edit."""

    def test_f2_and_enter(self, three: MainWindow, qtbot: QtBot) -> None:
        three.selection.set(["a"])
        desk.trigger(three, "renameCard")
        editor = three.view.name_editor
        assert editor.hasFocus()
        assert editor.selectedText() == "一"
        qtbot.keyClicks(editor, "Salon")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert desk.resource(three, "a").name == "Salon"
        assert three.document.undo_stack.count() == 1
        assert not editor.isVisible()
        assert three.view.hasFocus()

    def test_typing_on_a_selected_card_begins_a_new_name(self, three: MainWindow, qtbot: QtBot) -> None:
        three.selection.set(["a"])
        qtbot.keyClicks(three.view, "x")
        qtbot.keyClicks(three.view.name_editor, "yz")
        three.view.name_editor.commit()
        assert desk.resource(three, "a").name == "xyz"

    def test_escape_leaves_the_name(self, three: MainWindow, qtbot: QtBot) -> None:
        three.selection.set(["a"])
        desk.trigger(three, "renameCard")
        qtbot.keyClicks(three.view.name_editor, "other")
        qtbot.keyClick(three.view.name_editor, Qt.Key.Key_Escape)
        assert desk.resource(three, "a").name == "一"
        assert three.document.undo_stack.count() == 0

    def test_an_empty_name_is_not_taken(self, three: MainWindow) -> None:
        three.selection.set(["a"])
        desk.trigger(three, "renameCard")
        three.view.name_editor.clear()
        three.view.name_editor.commit()
        assert desk.resource(three, "a").name == "一"


class TestClipboard:
    """Cards travel as table rows."""

    def test_copy_gives_rows_with_headings(self, three: MainWindow) -> None:
        three.selection.set(["a", "b"])
        desk.trigger(three, "copyCards")
        lines = QApplication.clipboard().text().splitlines()
        assert lines[0].split("\t")[0] == "名称"
        assert [line.split("\t")[0] for line in lines[1:]] == ["一", "二"]

    def test_cut_and_paste_bring_back_everything_but_the_id(self, three: MainWindow) -> None:
        before = desk.resource(three, "a")
        three.selection.set(["a"])
        desk.trigger(three, "cutCards")
        assert three.document.worksheet.get("a") is None
        desk.trigger(three, "pasteCards")
        (pasted,) = [r for r in three.document.worksheet.resources if r.name == "一"]
        assert (pasted.category, pasted.span) == (before.category, before.span)
        assert three.selection.ids == (pasted.id,)
        assert three.document.undo_stack.count() == 2

    def test_lines_of_names_become_cards_in_one_step(self, three: MainWindow) -> None:
        QApplication.clipboard().setText("\n".join(f"会{n}\tx" for n in range(10)))
        desk.trigger(three, "pasteCards")
        assert len(three.document.worksheet.unplaced) == 10
        assert three.document.undo_stack.count() == 1

    def test_an_empty_clipboard_does_nothing(self, three: MainWindow) -> None:
        QApplication.clipboard().setText("")
        desk.trigger(three, "pasteCards")
        assert three.document.undo_stack.count() == 0


def test_a_gap_is_shown_where_it_is(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    gaps = window.gaps
    gaps.itemClicked.emit(gaps.item(0))
    assert window.scene.band.isVisible()
    layout = window.scene.layout
    assert layout is not None
    row = layout.pages[0].rows[0]
    assert window.scene.band.boundingRect().center().x() == pytest.approx(row.gaps[0].centre_x)
    assert window.scene.band.boundingRect().center().y() == pytest.approx(row.body.centre_y)
