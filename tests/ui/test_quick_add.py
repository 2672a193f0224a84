"""Type a name, press Enter, and the card is there."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from resource_mapper.ui.panels.quick_add import names_in
from resource_mapper.ui.window.main_window import MainWindow
from resource_mapper.ui.words import messages
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource, make_worksheet

CTRL = Qt.KeyboardModifier.ControlModifier
TEN = [f"サロン{number}" for number in range(1, 11)]


def enter(window: MainWindow) -> None:
    QTest.keyClick(window.side.quick_add, Qt.Key.Key_Return)


def paste(window: MainWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(window.side.quick_add, Qt.Key.Key_V, CTRL)


def added(window: MainWindow) -> list[str]:
    return desk.names(window.document.worksheet.resources)


def test_the_cursor_is_there_at_the_start(window: MainWindow) -> None:
    assert window.side.quick_add.hasFocus()


def test_a_name_and_enter_make_a_card(window: MainWindow) -> None:
    QTest.keyClicks(window.side.quick_add, "Salon")
    enter(window)
    (card,) = window.document.worksheet.resources
    assert (card.name, card.span, card.category) == ("Salon", None, "")
    assert desk.undo_texts(window) == ["「Salon」を追加"]
    assert window.side.quick_add.text() == ""
    assert desk.selected(window) == (card.id,)
    window.document.undo_stack.undo()
    assert window.document.worksheet.resources == ()


def test_the_next_name_can_follow_at_once(window: MainWindow) -> None:
    for name in ("A", "B", "C"):
        QTest.keyClicks(window.side.quick_add, name)
        enter(window)
        assert window.side.quick_add.hasFocus()
    assert added(window) == ["A", "B", "C"]
    assert window.document.undo_stack.count() == 3


def test_the_newest_card_is_in_sight(window: MainWindow) -> None:
    desk.show(window, make_worksheet(*(make_resource(f"サロン{n}", None) for n in range(40))))
    QTest.keyClicks(window.side.quick_add, "Z")
    enter(window)
    tray = window.side.tray
    newest = tray.visualRect(tray.cards.index(40))
    assert tray.viewport().rect().contains(newest)


def test_a_conversion_is_added_exactly_once(window: MainWindow) -> None:
    line = window.side.quick_add
    for step in ("い", "いき", "いきいき", "生き生き"):
        ime.compose(line, step)
    enter(window)
    assert added(window) == [], "Enter belongs to the conversion"
    ime.commit(line, "生き生き")
    assert added(window) == []
    ime.write(line, "さ", "さろん", "サロン")
    enter(window)
    assert added(window) == ["生き生きサロン"]
    assert line.text() == ""
    enter(window)
    assert added(window) == ["生き生きサロン"]


def test_enter_on_the_number_pad_also_waits_for_the_conversion(window: MainWindow) -> None:
    line = window.side.quick_add
    ime.compose(line, "さろん")
    QTest.keyClick(line, Qt.Key.Key_Enter)
    assert added(window) == []
    ime.commit(line, "サロン")
    QTest.keyClick(line, Qt.Key.Key_Enter)
    assert added(window) == ["サロン"]


def test_a_conversion_given_up_leaves_the_line_usable(window: MainWindow) -> None:
    line = window.side.quick_add
    ime.compose(line, "さろん")
    ime.compose(line, "")
    QTest.keyClicks(line, "A")
    enter(window)
    assert added(window) == ["A"]


def test_a_conversion_is_not_lost_with_the_focus(window: MainWindow) -> None:
    line = window.side.quick_add
    ime.compose(line, "さろん")
    window.view.setFocus()
    assert line.text() == "さろん"
    assert added(window) == [], "nothing is added without Enter"
    line.setFocus()
    enter(window)
    assert added(window) == ["さろん"]


def test_ten_pasted_names_are_ten_cards_and_one_step(window: MainWindow, subtests: pytest.Subtests) -> None:
    for kind, text in {
        "lines": "\n".join(TEN),
        "lines of Windows": "\r\n".join(TEN) + "\r\n",
        "blank lines between": "\n\n".join(TEN),
        "rows of Excel": "\r\n".join(f"{name}\t第2・4木曜\t{number}" for number, name in enumerate(TEN)) + "\r\n",
        "blanks around": "\n".join(f"  {name}　 \t" for name in TEN),
    }.items():
        with subtests.test(kind):
            desk.show(window, make_worksheet())
            paste(window, text)
            assert added(window) == TEN
            assert desk.undo_texts(window) == ["10件を追加"]
            window.document.undo_stack.undo()
            assert added(window) == []
            window.document.undo_stack.redo()
            assert added(window) == TEN


@pytest.mark.parametrize(
    ("text", "hint"), [("囲碁の会\t公民館\nサロン\t集会所\n", messages.ONLY_NAMES), ("囲碁の会\nサロン\n", "")]
)
@pytest.mark.parametrize("place", ["line", "sheet"])
def test_columns_that_are_left_out_are_told_of(window: MainWindow, text: str, hint: str, place: str) -> None:
    if place == "line":
        paste(window, text)
    else:
        QGuiApplication.clipboard().setText(text)
        desk.trigger(window, "pasteCards")
    assert desk.names(window.document.worksheet.resources) == ["囲碁の会", "サロン"]
    assert window.status.currentMessage() == hint


def test_one_pasted_line_can_still_be_edited(window: MainWindow) -> None:
    paste(window, "サロン\n")
    assert added(window) == []
    QTest.keyClicks(window.side.quick_add, "A")
    enter(window)
    assert [name.replace(" ", "") for name in added(window)] == ["サロンA"]


def test_what_was_being_typed_stays_when_lines_are_pasted(window: MainWindow) -> None:
    QTest.keyClicks(window.side.quick_add, "A")
    paste(window, "B\nC")
    assert added(window) == ["B", "C"]
    assert window.side.quick_add.text() == "A"


def test_the_context_menu_pastes_lines_too(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("\n".join(TEN))
    line = window.side.quick_add

    def choose_paste() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = menu.findChild(QAction, "edit-paste")
        assert action is not None
        action.trigger()
        menu.close()

    QTimer.singleShot(0, line, choose_paste)
    QApplication.sendEvent(
        line, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), line.mapToGlobal(QPoint(5, 5)))
    )
    assert added(window) == TEN


def test_blanks_make_no_card(window: MainWindow) -> None:
    for blank in ("", " ", "　", "\t", " 　\t "):
        window.side.quick_add.setText(blank)
        enter(window)
        assert window.document.undo_stack.count() == 0


def test_control_characters_are_left_out(window: MainWindow) -> None:
    window.side.quick_add.setText("サ\x00ロ\x07ン\x7f")
    enter(window)
    paste(window, "A\x01\n\x02\nB\x1f")
    assert added(window) == ["サロン", "A", "B"]


def test_a_name_too_long_for_a_cell_is_cut_and_nothing_breaks(window: MainWindow) -> None:
    paste(window, f"{'長' * 40_000}\nサロン")
    assert [len(name) > 10_000 for name in added(window)] == [True, False]


def test_the_undo_key_takes_back_the_card_that_was_just_added(window: MainWindow) -> None:
    line = window.side.quick_add
    QTest.keyClicks(line, "A")
    enter(window)
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert added(window) == []
    QTest.keyClick(line, Qt.Key.Key_Y, CTRL)
    assert added(window) == ["A"]


def test_the_undo_key_first_takes_back_what_is_being_typed(window: MainWindow) -> None:
    line = window.side.quick_add
    QTest.keyClicks(line, "A")
    enter(window)
    QTest.keyClicks(line, "B")
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.text() == ""
    assert added(window) == ["A"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("𠮷野家\n葛\U000e0100城", ["𠮷野家", "葛\U000e0100城"]),
        ('"茶話会\n（第2木曜）"\t集会所\nサロン', ["茶話会 （第2木曜）", "サロン"]),
        ('"「""元気""」の会"\t1\nサロン', ['「"元気"」の会', "サロン"]),
        ('"元気\nサロン', ['"元気', "サロン"]),
        ("か\u3099くしゅう\n①の会", ["がくしゅう", "①の会"]),
        ("\ta\n\tb", []),
    ],
    ids=["rare characters", "a cell of two lines", "quotes in a cell", "a lone quote", "combining mark", "empty first"],
)
def test_names_in_pasted_text(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_quotes_that_were_typed_stay(window: MainWindow) -> None:
    QTest.keyClicks(window.side.quick_add, '"Genki"')
    enter(window)
    assert added(window) == ['"Genki"']
