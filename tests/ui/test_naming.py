"""Names written on the sheet: with an input method, by typing, for the next card; and what may come in between."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from resource_mapper.domain.axis import Span
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import click

ROMAJI = ("ｓ", "さ", "さｒ", "さろ", "さろｎ")
CONTROL = Qt.KeyboardModifier.ControlModifier
Query = Qt.InputMethodQuery


@pytest.fixture
def two(window: MainWindow) -> MainWindow:
    cards = [
        make_resource("一", (0.10, 0.30), id="a", category="hobby"),
        make_resource("二", (0.50, 0.70), id="b", category="salon"),
    ]
    desk.show(window, make_worksheet(*cards))
    window.view.setFocus()
    window.selection.set(["a"])
    return window


def name(window: MainWindow, key: str = "a") -> str:
    return desk.resource(window, key).name


class TestConversion:
    """A conversion begun on a selected card."""

    def test_the_first_key_is_part_of_it(self, two: MainWindow) -> None:
        editor = two.view.name_editor
        ime.mozc(two.view, ROMAJI[:1], (), entered=False)
        assert editor.isVisible()
        assert QApplication.focusWidget() is two.view, "to move the focus would end the conversion"
        assert QApplication.focusObject() is two.view
        before = editor.geometry()
        ime.mozc(two.view, ROMAJI[1:], ("サロン", "さろん", "サロン"))
        assert (editor.text(), editor.geometry()) == ("サロン", before)
        desk.press(Qt.Key.Key_Return)
        assert name(two) == "サロン"
        assert desk.undo_texts(two) == ["「サロン」の名称を変える"]
        assert not editor.isVisible()

    def test_enter_and_escape_belong_to_it(self, two: MainWindow) -> None:
        ime.mozc(two.view, ROMAJI, ("サロン",), entered=False)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            desk.press(key)
        assert two.view.name_editor.isVisible()
        assert two.document.undo_stack.count() == 0

    @pytest.mark.parametrize("where", ["card", "desk", "field", "window"])
    def test_going_elsewhere_enters_it_exactly_once(self, two: MainWindow, where: str) -> None:
        ime.mozc(two.view, ROMAJI, ("サロン",), entered=False)
        if where == "card":
            click(two.view, desk.middle(two, "b"))
        elif where == "desk":
            click(two.view, (desk.x_of(two, 0.9), desk.row_middle(two, "hobby")))
        elif where == "field":
            two.side.quick_add.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            other = QWidget()
            other.show()
            desk.settle(other)
            other.close()
        assert name(two) == "サロン"
        assert two.document.undo_stack.count() == 1
        assert two.side.quick_add.text() == ""
        assert not two.view.name_editor.isVisible()
        desk.settle(two)

    def test_given_up_it_leaves_nothing(self, two: MainWindow) -> None:
        ime.mozc(two.view, ROMAJI, (), entered=False)
        ime.give_up(two.view)
        two.side.quick_add.setFocus()
        assert (name(two), two.side.quick_add.text()) == ("一", "")
        assert two.document.undo_stack.count() == 0

    def test_it_can_replace_what_stands_before_it(self, two: MainWindow) -> None:
        desk.trigger(two, "renameCard")
        ime.mozc(two.view, ROMAJI, ("サロン",))
        event = QInputMethodEvent()
        event.setCommitString("の会", -1, 1)
        QApplication.sendEvent(two.view, event)
        desk.press(Qt.Key.Key_Return)
        assert name(two) == "サロの会"

    def test_undo_waits_until_it_is_over(self, two: MainWindow) -> None:
        desk.press(Qt.Key.Key_5)
        ime.mozc(two.view, ROMAJI, ("サロン",), entered=False)
        desk.press(Qt.Key.Key_Z, CONTROL)
        assert desk.resource(two, "a").category == "service"
        ime.commit(two.view, "サロン")
        desk.press(Qt.Key.Key_Z, CONTROL)
        assert two.view.name_editor.text() == "", "first what is written, as in every field"
        assert desk.resource(two, "a").category == "service"
        desk.press(Qt.Key.Key_Z, CONTROL)
        assert desk.resource(two, "a").category == "hobby"

    def test_saving_takes_it_along(self, two: MainWindow) -> None:
        ime.mozc(two.view, ROMAJI, ("サロン",), entered=False)
        two.commands.finish_typing()
        assert name(two) == "サロン"


class TestInputMethod:
    """What an input method is told, and what it may not swallow."""

    def test_it_may_begin_only_where_a_card_is_current(self, two: MainWindow) -> None:
        assert ime.asks(two.view, Query.ImEnabled) is True
        two.selection.set([])
        assert ime.asks(two.view, Query.ImEnabled) is False
        ime.mozc(two.view, ROMAJI, ("サロン",))
        assert not two.view.name_editor.isVisible()
        assert two.document.undo_stack.count() == 0

    @pytest.mark.parametrize("zoom", [0.5, 1.0, 3.0])
    def test_candidates_keep_clear_of_the_line(self, two: MainWindow, zoom: float) -> None:
        two.view.set_zoom(zoom)
        over = two.view.mapFromScene(two.scene.item_of("a").pill).boundingRect()  # type: ignore[union-attr]
        assert ime.asks(two.view, Query.ImCursorRectangle) == over
        ime.mozc(two.view, ROMAJI, (), entered=False)
        editor = two.view.name_editor
        line = QRect(editor.mapTo(two.view, QPoint()), editor.size())
        told = ime.asks(two.view, Query.ImCursorRectangle)
        assert isinstance(told, QRectF)
        assert (told.top(), told.height()) == (line.top(), line.height())
        assert line.left() < told.left() < told.right() < line.right()
        assert two.view.rect().contains(line)

    @pytest.mark.parametrize(
        ("text", "category", "span"),
        [
            ("３", "gathering", Span(0.10, 0.30)),
            ("」", "hobby", Span(0.10, 0.342)),
            ("「", "hobby", Span(0.058, 0.30)),
            ("9", "hobby", Span(0.10, 0.30)),
            ("　", "hobby", Span(0.10, 0.30)),
        ],
    )
    def test_keys_with_a_meaning_keep_it(self, two: MainWindow, text: str, category: str, span: Span) -> None:
        ime.mozc(two.view, (text,), ()) if text.strip() else ime.commit(two.view, text)
        assert not two.view.name_editor.isVisible()
        assert (desk.resource(two, "a").category, desk.resource(two, "a").span) == (category, span)

    def test_digits_in_a_name_are_digits(self, two: MainWindow) -> None:
        desk.trigger(two, "renameCard")
        QTest.keyClicks(two.view, "100")
        ime.mozc(two.view, ("１", "１０"), ("10",))
        desk.press(Qt.Key.Key_Return)
        assert name(two) == "10010"
        assert desk.resource(two, "a").category == "hobby"


class TestUndoWhileWriting:
    """Undo may change the card whose name is open."""

    def test_a_card_taken_away_takes_its_field_along(self, two: MainWindow) -> None:
        desk.trigger(two, "duplicateCards")
        desk.trigger(two, "renameCard")
        desk.press(Qt.Key.Key_Z, CONTROL)
        assert not two.view.name_editor.isVisible()
        assert desk.names(two.document.worksheet.resources) == ["一", "二"]
        assert two.document.undo_stack.index() == 0

    def test_a_card_moved_takes_its_field_along(self, two: MainWindow) -> None:
        desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        desk.trigger(two, "renameCard")
        before = two.view.name_editor.y()
        desk.press(Qt.Key.Key_Z, CONTROL)
        QApplication.processEvents()
        assert two.view.name_editor.y() < before
        desk.press(Qt.Key.Key_Escape)
        assert desk.resource(two, "a").category == "hobby"

    def test_a_name_taken_back_is_shown(self, two: MainWindow) -> None:
        for key in (Qt.Key.Key_F2, Qt.Key.Key_X, Qt.Key.Key_Return):
            desk.press(key)
        assert name(two) == "x"
        desk.trigger(two, "renameCard")
        desk.press(Qt.Key.Key_Z, CONTROL)
        assert (name(two), two.view.name_editor.text()) == ("一", "一")
        click(two.view, desk.middle(two, "b"))
        assert name(two) == "一"


class TestNextCard:
    """Enter writes the next card."""

    def test_it_comes_behind_in_the_same_row_and_range(self, two: MainWindow) -> None:
        desk.press(Qt.Key.Key_Return)
        assert two.document.undo_stack.count() == 0, "nothing is made before it has a name"
        ime.mozc(two.view, ROMAJI, ("サロン",))
        desk.press(Qt.Key.Key_Return)
        assert desk.names(two.document.worksheet.resources) == ["一", "サロン", "二"]
        added = two.document.worksheet.resources[1]
        assert (added.category, added.span) == ("hobby", Span(0.10, 0.30))
        assert desk.selected(two) == (added.id,)
        assert desk.undo_texts(two) == ["「サロン」を追加"]

    def test_in_every_row_of_every_lens(self, two: MainWindow) -> None:
        for lens in ("status", "support", "free"):
            desk.trigger(two, f"lens_{lens}")
            two.selection.set(["b"])
            for key in (Qt.Key.Key_Return, Qt.Key.Key_X, Qt.Key.Key_Return):
                desk.press(key)
            (added,) = desk.selected(two)
            assert desk.box(two, added).row_id == desk.box(two, "b").row_id

    def test_enter_after_enter_makes_one_after_another(self, two: MainWindow) -> None:
        for letter in (Qt.Key.Key_X, Qt.Key.Key_Y):
            for key in (Qt.Key.Key_Return, letter, Qt.Key.Key_Return):
                desk.press(key)
        assert desk.names(two.document.worksheet.resources) == ["一", "x", "y", "二"]

    @pytest.mark.parametrize("end", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
    def test_without_a_name_there_is_none(self, two: MainWindow, end: Qt.Key) -> None:
        desk.press(Qt.Key.Key_Return)
        desk.press(end)
        assert two.document.undo_stack.count() == 0
        assert desk.selected(two) == ("a",)
        assert two.view.hasFocus()

    def test_a_key_held_down_makes_no_more_than_one(self, two: MainWindow) -> None:
        for repeated in (False, True, True):
            event = QKeyEvent(
                QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeated
            )
            QApplication.sendEvent(two.view, event)
        assert not two.view.name_editor.isVisible()
        assert two.document.undo_stack.count() == 0

    def test_where_no_card_is_current_it_goes_to_the_line_for_names(self, two: MainWindow) -> None:
        two.selection.set([])
        desk.press(Qt.Key.Key_Return)
        assert two.side.quick_add.hasFocus()
