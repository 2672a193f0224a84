"""The inspector: every field edits the model, one undo step for each visit to a field."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from resource_mapper.domain.axis import SPAN_WORDS, Span, span_from_words
from resource_mapper.domain.fields import FIELDS, Field, Kind
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status, vocabulary
from resource_mapper.ui.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import click

TEXT_FIELDS = ("name", "operator", "note")
"""One of each kind of field for text: the name, which may not be empty, a line, several lines."""


@pytest.fixture
def card(window: MainWindow) -> Resource:
    """The selected card; the whole form is open."""
    return begin_anew(window)


def begin_anew(window: MainWindow) -> Resource:
    """Show a sheet with two cards and select the first one."""
    made = make_resource("いきいきサロン", (0.2, 0.6), category="salon")
    other = make_resource("ラジオ体操", (0.5, 0.9), category="gathering")
    desk.show(window, make_worksheet(made, other))
    window.selection.set([made.id])
    open_form(window)
    desk.settle(window)
    return made


def open_form(window: MainWindow) -> None:
    window.workspace.show_panel("inspector")
    more = desk.child(window, "inspectorMore")
    assert isinstance(more, QToolButton)
    more.setChecked(True)
    QApplication.processEvents()


def line(window: MainWindow, name: str) -> QLineEdit:
    field = desk.child(window, f"field_{name}")
    assert isinstance(field, QLineEdit)
    return field


def text_field(window: MainWindow, name: str) -> QPlainTextEdit:
    field = desk.child(window, f"field_{name}")
    assert isinstance(field, QPlainTextEdit)
    return field


def choice(window: MainWindow, name: str) -> QComboBox:
    field = desk.child(window, f"field_{name}")
    assert isinstance(field, QComboBox)
    return field


def choices(window: MainWindow, name: str) -> QToolButton:
    field = desk.child(window, f"field_{name}")
    assert isinstance(field, QToolButton)
    return field


def write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Replace a field's text, key by key."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, text)


def pick(field: QComboBox, word: str) -> None:
    """Choose a word with the keyboard, as from the open list."""
    field.setFocus()
    assert field.findText(word) >= 0, f"{word} is not offered"
    for _ in range(field.count() + 1):
        if field.currentText() != word:  # 「（複数）」 goes with the first step, so look anew each time
            QTest.keyClick(field, Qt.Key.Key_Down if field.currentIndex() < field.findText(word) else Qt.Key.Key_Up)
    assert field.currentText() == word


def tick(field: QToolButton, *words: str) -> None:
    """Tick words in the open menu."""
    field.setFocus()
    menu = field.menu()
    menu.popup(field.mapToGlobal(QPoint(0, field.height())))
    for word in words:
        action = next(action for action in menu.actions() if action.text() == word)
        menu.setActiveAction(action)  # a long menu scrolls
        QTest.mouseClick(
            menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
        )
        assert menu.isVisible(), "the menu stays open for the next word"
    menu.close()


def value(window: MainWindow, card: Resource, name: str) -> object:
    return getattr(desk.resource(window, card.id), name)


def problem(window: MainWindow) -> list[str]:
    labels = window.inspector.findChildren(QLabel)
    return [label.text() for label in labels if label.property("role") == "error" and label.isVisible()]


class TestEveryField:
    """All fields of the record, by kind."""

    def test_it_edits_the_model_as_one_step(self, window: MainWindow, subtests: pytest.Subtests) -> None:
        for field in FIELDS:
            with subtests.test(field.name):
                card = begin_anew(window)
                before = window.document.worksheet
                wanted = enter_something(window, field)
                assert value(window, card, field.name) == wanted
                assert desk.undo_texts(window) == [f"「いきいきサロン」の{field.label}を変える"]
                assert window.document.is_dirty
                assert desk.resource(window, before.resources[1].id) == before.resources[1]
                window.document.undo_stack.undo()
                assert window.document.worksheet == before
                window.document.undo_stack.redo()
                assert value(window, card, field.name) == wanted

    def test_each_has_a_label_of_its_own(self, window: MainWindow, card: Resource) -> None:
        labels = window.inspector.findChildren(QLabel)
        buddies = {label.buddy(): label.text() for label in labels if label.buddy() is not None}
        for field in FIELDS:
            assert buddies[desk.child(window, f"field_{field.name}")] == field.label

    def test_what_few_need_is_folded_away(self, window: MainWindow) -> None:
        desk.show(window, make_worksheet(card := make_resource()))
        window.selection.set([card.id])
        window.workspace.show_panel("inspector")
        QApplication.processEvents()
        shown = [f.name for f in FIELDS if desk.child(window, f"field_{f.name}").isVisible()]
        assert shown == ["name", "category", "status", "place", "schedule"]
        QTest.mouseClick(desk.child(window, "inspectorMore"), Qt.MouseButton.LeftButton)
        assert all(desk.child(window, f"field_{f.name}").isVisible() for f in FIELDS)
        assert desk.child(window, "inspectorMore").property("text") == "たたむ"


def enter_something(window: MainWindow, field: Field) -> object:
    """Edit a field as its user would, with several keys or clicks; return the value it must now have."""
    match field.kind:
        case Kind.LINE:
            write(line(window, field.name), "Salon 21")
            return "Salon 21"
        case Kind.TEXT:
            write(text_field(window, field.name), "one")
            QTest.keyClick(text_field(window, field.name), Qt.Key.Key_Return)
            QTest.keyClicks(text_field(window, field.name), "two")
            return "one\ntwo"
        case Kind.COUNT:
            write(line(window, field.name), "125")
            return 125
        case Kind.DATE:
            write(line(window, field.name), "R8.11.23")
            return date(2026, 11, 23)
        case Kind.CHOICES:
            words = vocabulary().choices[field.name]
            tick(choices(window, field.name), words[4], words[1])
            return (words[1], words[4])
        case _:
            combo = choice(window, field.name)
            pick(combo, combo.itemText(combo.count() - 1))
            return combo.currentData()


class TestSteps:
    """One undo step for each visit to a field."""

    def test_typing_is_one_step_and_coming_back_is_another(self, window: MainWindow, card: Resource) -> None:
        operator = line(window, "operator")
        write(operator, "Town")
        assert window.document.undo_stack.count() == 1
        line(window, "reading").setFocus()
        operator.setFocus()
        QTest.keyClicks(operator, " office")
        assert window.document.undo_stack.count() == 2
        window.document.undo_stack.undo()
        assert value(window, card, "operator") == "Town"

    def test_two_fields_are_two_steps(self, window: MainWindow, card: Resource) -> None:
        write(line(window, "operator"), "Town")
        write(text_field(window, "note"), "note")
        assert desk.undo_texts(window) == ["「いきいきサロン」の運営主体を変える", "「いきいきサロン」の備考を変える"]

    def test_typing_and_taking_it_back_leaves_no_step(self, window: MainWindow, card: Resource) -> None:
        operator = line(window, "operator")
        write(operator, "A")
        QTest.keyClick(operator, Qt.Key.Key_Backspace)
        assert window.document.undo_stack.count() == 0
        assert not window.document.is_dirty

    def test_another_card_is_another_step(self, window: MainWindow, card: Resource) -> None:
        write(line(window, "operator"), "A")
        other = window.document.worksheet.resources[1]
        window.selection.set([other.id])
        write(line(window, "operator"), "B")
        assert window.document.undo_stack.count() == 2
        assert value(window, card, "operator") == "A"
        assert desk.resource(window, other.id).operator == "B"

    def test_a_drag_in_between_parts_two_steps(self, window: MainWindow, card: Resource) -> None:
        operator = line(window, "operator")
        write(operator, "A")
        window.document.edit("動かす", make_worksheet(*window.document.worksheet.resources, mirrored=True))
        QTest.keyClicks(operator, "B")
        assert window.document.undo_stack.count() == 3
        assert value(window, card, "operator") == "AB"

    def test_typing_after_a_save_makes_the_document_dirty_again(self, window: MainWindow, card: Resource) -> None:
        operator = line(window, "operator")
        write(operator, "A")
        window.document.undo_stack.setClean()
        QTest.keyClicks(operator, "B")
        assert window.document.is_dirty
        window.document.undo_stack.undo()
        assert value(window, card, "operator") == "A"
        assert not window.document.is_dirty

    def test_the_undo_key_goes_on_past_the_field(self, window: MainWindow, card: Resource) -> None:
        write(line(window, "operator"), "A")
        reading = line(window, "reading")
        reading.setFocus()
        QTest.keySequence(reading, QKeySequence(QKeySequence.StandardKey.Undo))
        assert value(window, card, "operator") == ""
        QTest.keySequence(reading, QKeySequence(QKeySequence.StandardKey.Redo))
        assert value(window, card, "operator") == "A"

    def test_undo_shows_in_the_field_that_has_the_focus(self, window: MainWindow, card: Resource) -> None:
        operator = line(window, "operator")
        write(operator, "ABC")
        window.document.undo_stack.undo()
        assert operator.text() == ""


class TestName:
    """名称 is the one field that may not be empty."""

    def test_an_empty_name_is_refused_in_words_and_the_old_one_kept(self, window: MainWindow, card: Resource) -> None:
        name = line(window, "name")
        write(name, "")
        assert problem(window) == ["名称を入れてください"]
        assert value(window, card, "name") == "いきいきサロン"
        assert window.document.undo_stack.count() == 0
        QTest.keyClick(name, Qt.Key.Key_Tab)
        assert name.text() == "いきいきサロン"
        assert problem(window) == []

    def test_blanks_are_no_name(self, window: MainWindow, card: Resource) -> None:
        for blank in ("   ", "\t", "\u3000"):
            line(window, "name").setFocus()
            line(window, "name").setText("")
            ime.commit(line(window, "name"), blank)
            assert value(window, card, "name") == "いきいきサロン"

    def test_the_card_follows_while_typing(self, window: MainWindow, card: Resource) -> None:
        write(line(window, "name"), "S")
        assert desk.box(window, card.id).face.lines == ("S",)
        heading = [label for label in window.inspector.findChildren(QLabel) if label.property("role") == "heading"]
        assert heading[0].text() == "S"

    def test_spaces_inside_stay_while_typing(self, window: MainWindow, card: Resource) -> None:
        name = line(window, "name")
        write(name, "Salon ")
        assert name.text() == "Salon ", "the blank is not taken away from under the cursor"
        QTest.keyClicks(name, "B")
        assert value(window, card, "name") == "Salon B"


class TestCounts:
    """Whole numbers."""

    def test_what_is_no_count_is_refused_in_words(self, window: MainWindow, card: Resource) -> None:
        capacity = line(window, "capacity")
        for wrong, kept in (("-3", None), ("3.5", 3), ("about 20", None), ("10000000", 1000000), ("1e3", 1)):
            write(capacity, wrong)
            assert problem(window) == ["0以上の数を入れてください"], wrong
            assert value(window, card, "capacity") == kept, "what was right up to there"
            QTest.keyClick(capacity, Qt.Key.Key_Tab)
            assert problem(window) == []
            assert capacity.text() == ("" if kept is None else str(kept))

    def test_any_width_of_digits_is_read(self, window: MainWindow, card: Resource) -> None:
        capacity = line(window, "capacity")
        capacity.setFocus()
        ime.write(capacity, "２０")
        assert value(window, card, "capacity") == 20

    def test_a_count_can_be_emptied(self, window: MainWindow, card: Resource) -> None:
        write(line(window, "capacity"), "12")
        write(line(window, "capacity"), "")
        assert value(window, card, "capacity") is None
        assert problem(window) == []


class TestDates:
    """Days as offices write them."""

    def test_they_are_read_and_shown_in_full(self, window: MainWindow) -> None:
        for text in ("2026/11/23", "R8.11.23", "令和８年１１月２３日", "20261123"):
            card = begin_anew(window)
            day = line(window, "confirmed_on")
            day.setFocus()
            ime.write(day, text)
            assert value(window, card, "confirmed_on") == date(2026, 11, 23)
            assert day.text() == text, "nothing changes under the cursor"
            line(window, "confirmed_by").setFocus()
            window.selection.set([])
            window.selection.set([card.id])
            assert day.text() == "令和8年11月23日"

    def test_what_is_no_day_is_refused_in_words(self, window: MainWindow, card: Resource) -> None:
        day = line(window, "confirmed_on")
        for wrong in ("2026/2/30", "soon", "11/23", "1850/1/1"):
            day.setFocus()
            ime.write(day, wrong)
            assert problem(window) == ["日付を「2026/11/23」や「R8.11.23」のように入れてください"], wrong
            assert value(window, card, "confirmed_on") is None
            QTest.keyClick(day, Qt.Key.Key_Tab)
            assert day.text() == ""


class TestChoices:
    """Words of a list."""

    def test_status_words_range_and_category_are_offered_in_order(self, window: MainWindow, card: Resource) -> None:
        def words(name: str) -> list[str]:
            return [choice(window, name).itemText(index) for index in range(choice(window, name).count())]

        assert words("status") == [status.value for status in Status]
        assert words("span")[:-1] == ["未配置", *SPAN_WORDS]
        assert words("span")[-1] == "元気〜虚弱（20〜60）", "the range as it is, in words and per cent"
        assert words("category")[:2] == ["", "● 生涯学習的な趣味活動（個人）"]
        assert words("contact_public") == ["内部のみ", "公開"]

    def test_an_unknown_word_is_shown_and_kept(self, window: MainWindow, card: Resource) -> None:
        odd = make_resource(
            "変わった会", support="ご近所", category="手芸", activities=("歌声", "会食"), frequency="隔週"
        )
        desk.show(window, make_worksheet(odd))
        window.selection.set([odd.id])
        assert choice(window, "support").currentText() == "ご近所"
        assert choice(window, "category").currentText() == "手芸"
        assert choice(window, "frequency").currentText() == "隔週"
        assert choices(window, "activities").text() == "歌声、会食"
        write(line(window, "operator"), "A")
        assert desk.resource(window, odd.id) == replace(odd, operator="A")
        pick(choice(window, "support"), "互助")
        assert desk.resource(window, odd.id).support == "互助"
        window.document.undo_stack.undo()
        assert choice(window, "support").currentText() == "ご近所"

    def test_unknown_words_stay_when_others_are_ticked(self, window: MainWindow, card: Resource) -> None:
        odd = make_resource("変わった会", activities=("歌声", "会食"))
        desk.show(window, make_worksheet(odd))
        window.selection.set([odd.id])
        open_form(window)
        tick(choices(window, "activities"), "茶話会")
        assert set(desk.resource(window, odd.id).activities) == {"歌声", "会食", "茶話会"}
        tick(choices(window, "activities"), "歌声")
        assert set(desk.resource(window, odd.id).activities) == {"会食", "茶話会"}

    def test_words_can_be_ticked_with_keys(self, window: MainWindow) -> None:
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            card = begin_anew(window)
            field = choices(window, "activities")
            menu = field.menu()
            menu.popup(field.mapToGlobal(QPoint(0, field.height())))
            for pressed in (Qt.Key.Key_Down, key, Qt.Key.Key_Down, key, Qt.Key.Key_Escape):
                QTest.keyClick(menu, pressed)
            assert value(window, card, "activities") == vocabulary().choices["activities"][:2]

    def test_a_service_type_is_stored_as_its_code(self, window: MainWindow, card: Resource) -> None:
        pick(choice(window, "service_type"), "通所B：住民主体によるサービス・活動")
        assert value(window, card, "service_type") == "day_b"

    def test_scrolling_past_a_list_changes_nothing(self, window: MainWindow, card: Resource) -> None:
        before = window.document.worksheet
        field = choice(window, "status")
        field.setFocus()
        turn = QWheelEvent(
            QPointF(5, 5),
            field.mapToGlobal(QPointF(5, 5)),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, turn)
        assert window.document.worksheet is before


class TestRange:
    """状態像 in words."""

    def test_a_word_sets_the_range_and_back_to_unplaced(self, window: MainWindow, card: Resource) -> None:
        pick(choice(window, "span"), "虚弱")
        assert value(window, card, "span") == span_from_words("虚弱")
        pick(choice(window, "span"), "未配置")
        assert value(window, card, "span") is None
        assert window.side.tray.cards.row_of(card.id) is not None
        assert window.scene.item_of(card.id) is None
        assert desk.selected(window) == (card.id,), "the form stays open on it"

    def test_it_brings_a_waiting_card_onto_the_sheet(self, window: MainWindow) -> None:
        waiting = make_resource("待ち", None, category="salon")
        desk.show(window, make_worksheet(waiting))
        window.selection.set([waiting.id])
        open_form(window)
        assert choice(window, "span").currentText() == "未配置"
        pick(choice(window, "span"), "元気〜虚弱")
        assert desk.resource(window, waiting.id).span == span_from_words("元気〜虚弱")
        assert desk.box(window, waiting.id).row_id == "salon"

    def test_a_range_of_ones_own_can_be_kept(self, window: MainWindow, card: Resource) -> None:
        assert choice(window, "span").currentData() == Span(0.2, 0.6)
        write(line(window, "operator"), "A")
        assert value(window, card, "span") == Span(0.2, 0.6)


class TestSeveral:
    """Several selected cards."""

    @pytest.fixture
    def both(self, window: MainWindow) -> tuple[Resource, Resource]:
        a = make_resource("A", support="互助", operator="社協", capacity=10, note="甲", activities=("会食",))
        b = make_resource(
            "B", (0.5, 0.7), support="共助", operator="社協", capacity=20, note="乙", activities=("体操",)
        )
        desk.show(window, make_worksheet(a, b))
        window.selection.set([a.id, b.id])
        open_form(window)
        return a, b

    def test_what_differs_is_shown_as_several(self, window: MainWindow, both: tuple[Resource, Resource]) -> None:
        assert line(window, "name").text() == ""
        assert line(window, "name").placeholderText() == "（複数）"
        assert line(window, "capacity").placeholderText() == "（複数）"
        assert text_field(window, "note").placeholderText() == "（複数）"
        assert choice(window, "support").currentText() == "（複数）"
        assert choice(window, "span").currentText() == "（複数）"
        assert choices(window, "activities").text() == "（複数）"
        assert line(window, "operator").text() == "社協", "what is the same is shown"
        assert problem(window) == []

    def test_an_edit_is_for_all_and_one_step(self, window: MainWindow, both: tuple[Resource, Resource]) -> None:
        pick(choice(window, "support"), "公助")
        write(text_field(window, "note"), "same")
        after = [desk.resource(window, card.id) for card in both]
        assert [card.support for card in after] == ["公助", "公助"]
        assert [card.note for card in after] == ["same", "same"]
        assert [card.name for card in after] == ["A", "B"]
        assert desk.undo_texts(window)[-1] == "2件の備考を変える"
        while window.document.undo_stack.canUndo():
            window.document.undo_stack.undo()
        assert tuple(desk.resource(window, card.id) for card in both) == both

    def test_looking_changes_nothing(self, window: MainWindow, both: tuple[Resource, Resource]) -> None:
        before = window.document.worksheet
        for field in FIELDS:
            desk.child(window, f"field_{field.name}").setFocus()
        tick(choices(window, "activities"))
        window.view.setFocus()
        assert window.document.worksheet is before

    def test_choosing_several_again_changes_nothing(self, window: MainWindow, both: tuple[Resource, Resource]) -> None:
        combo = choice(window, "support")
        combo.activated.emit(0)
        assert window.document.undo_stack.count() == 0
        assert combo.currentText() == "（複数）"

    def test_an_open_conversion_empties_no_card(self, window: MainWindow, both: tuple[Resource, Resource]) -> None:
        before = window.document.worksheet
        for name in TEXT_FIELDS:
            field = desk.child(window, f"field_{name}")
            field.setFocus()
            ime.compose(field, "おつ")
            ime.compose(field, "")
            assert window.document.worksheet == before

    def test_the_heading_says_how_many(self, window: MainWindow, both: tuple[Resource, Resource]) -> None:
        headings = [label for label in window.inspector.findChildren(QLabel) if label.property("role") == "heading"]
        assert headings[0].text() == "2件を選んでいます"
        window.selection.set([])
        assert headings[0].text() == "カードを選ぶと、ここで詳しく書けます"
        assert not line(window, "name").isVisible()


class TestConversions:
    """Japanese input is never broken."""

    def test_what_is_converted_arrives_once_and_as_one_step(self, window: MainWindow) -> None:
        for name in TEXT_FIELDS:
            card = begin_anew(window)
            field = typing_field(window, name)
            field.setFocus()
            field.selectAll()
            QTest.keyClick(field, Qt.Key.Key_Backspace)
            ime.write(field, "お", "おと", "おとこ", "男")
            ime.write(field, "の", "のつどい", "の集い")
            assert value(window, card, name) == "男の集い"
            assert window.document.undo_stack.count() == 1
            assert problem(window) == []

    def test_its_keys_do_nothing_to_the_field(self, window: MainWindow, card: Resource) -> None:
        for name, key in product(TEXT_FIELDS, (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)):
            field = typing_field(window, name)
            field.setFocus()
            before = field_text(field)
            ime.compose(field, "しゅう")
            QTest.keyClick(field, key)
            ime.commit(field, "集")
            assert sorted(field_text(field)) == sorted(before + "集")
            assert field.hasFocus()

    def test_clicking_another_card_loses_nothing(self, window: MainWindow) -> None:
        for name in TEXT_FIELDS:
            card = begin_anew(window)
            other = window.document.worksheet.resources[1]
            field = typing_field(window, name)
            field.setFocus()
            move_to_end(field)
            ime.compose(field, "しゅう")
            click(window.view, desk.middle(window, other.id))
            assert value(window, card, name) == getattr(card, name) + "しゅう"
            assert desk.resource(window, other.id) == other
            assert desk.selected(window) == (other.id,)

    def test_the_first_key_over_a_selected_name_is_not_lost(self, window: MainWindow, card: Resource) -> None:
        window.inspector.focus_name()
        name = line(window, "name")
        ime.compose(name, "お")
        assert problem(window) == [], "an open conversion is no empty name"
        ime.compose(name, "おとこ")
        ime.commit(name, "男")
        assert value(window, card, "name") == "男"

    def test_a_conversion_given_up_leaves_field_and_model_the_same(self, window: MainWindow, card: Resource) -> None:
        write(line(window, "operator"), "A")
        operator = line(window, "operator")
        operator.selectAll()
        ime.compose(operator, "しゃきょう")
        ime.compose(operator, "")
        assert value(window, card, "operator") == operator.text()

    def test_tab_leaves_a_text_field(self, qtbot: QtBot, window: MainWindow, card: Resource) -> None:
        note = text_field(window, "note")
        note.setFocus()
        QTest.keyClick(note, Qt.Key.Key_Tab)
        assert not note.hasFocus()
        assert note.toPlainText() == ""


def typing_field(window: MainWindow, name: str) -> QLineEdit | QPlainTextEdit:
    field = desk.child(window, f"field_{name}")
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field


def field_text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def move_to_end(field: QLineEdit | QPlainTextEdit) -> None:
    if isinstance(field, QLineEdit):
        field.end(False)
    else:
        field.moveCursor(QTextCursor.MoveOperation.End)


def test_text_too_long_for_a_cell_is_refused_in_words(window: MainWindow, card: Resource) -> None:
    note = text_field(window, "note")
    write(note, "short")
    note.insertPlainText("長" * 40_000)
    assert value(window, card, "note") == "short"
    assert len(problem(window)) == 1
    write(note, "again")
    assert value(window, card, "note") == "again"
    assert problem(window) == []


def test_control_characters_never_reach_the_model(window: MainWindow, card: Resource) -> None:
    for name in ("operator", "note"):
        field: QWidget = desk.child(window, f"field_{name}")
        field.setFocus()
        ime.commit(field, "あ\x00い\x07う\x0b")
        assert set(str(value(window, card, name))) <= set("あいう \n")


class TestExtraFields:
    """Columns that the user added to the list."""

    @pytest.fixture
    def cards(self, window: MainWindow) -> list[Resource]:
        one = replace(make_resource("一"), extra=(("担当", "田中"), ("席", 12.0)))
        two = replace(make_resource("二"), extra=(("担当", "鈴木"),))
        sheet = replace(make_worksheet(one, two), extra_headings=("担当", "席"))
        desk.show(window, sheet)
        window.selection.set([one.id])
        open_form(window)
        desk.settle(window)
        return [one, two]

    def headings(self, window: MainWindow) -> list[str]:
        return list(window.document.worksheet.extra_headings)

    def extra(self, window: MainWindow, number: int) -> QPlainTextEdit:
        field = desk.child(window, f"extra_{number}")
        assert isinstance(field, QPlainTextEdit)
        return field

    def test_they_are_shown_by_their_headings_and_edited_as_one_step(
        self, window: MainWindow, cards: list[Resource]
    ) -> None:
        assert (self.extra(window, 1).toPlainText(), self.extra(window, 2).toPlainText()) == ("田中", "12")
        assert self.extra(window, 1).accessibleName() == "担当"
        write(self.extra(window, 2), "20")
        assert dict(desk.resource(window, cards[0].id).extra) == {"担当": "田中", "席": 20.0}
        assert desk.resource(window, cards[1].id) == cards[1]
        assert desk.undo_texts(window) == ["「一」の席を変える"]
        window.document.undo_stack.undo()
        assert self.extra(window, 2).toPlainText() == "12"

    def test_several_at_once(self, window: MainWindow, cards: list[Resource]) -> None:
        window.selection.set([card.id for card in cards])
        assert self.extra(window, 1).placeholderText() == "（複数）"
        assert self.extra(window, 1).toPlainText() == ""
        write(self.extra(window, 1), "A")
        assert [dict(desk.resource(window, card.id).extra)["担当"] for card in cards] == ["A", "A"]
        assert desk.undo_texts(window) == ["2件の担当を変える"]

    def test_a_new_one_can_be_added_under_a_name_of_its_own(self, window: MainWindow, cards: list[Resource]) -> None:
        new = line_named(window, "newHeading")
        new.setText("担当")
        QTest.keyClick(new, Qt.Key.Key_Return)
        assert self.headings(window) == ["担当", "席"]
        problems = [label.text() for label in window.inspector.findChildren(QLabel) if "すでにあります" in label.text()]
        assert len(problems) == 1
        write(new, "bikou")
        QTest.keyClick(new, Qt.Key.Key_Return)
        assert self.headings(window) == ["担当", "席", "bikou"]
        write(self.extra(window, 3), "x")
        assert dict(desk.resource(window, cards[0].id).extra)["bikou"] == "x"
        window.document.undo_stack.undo()
        window.document.undo_stack.undo()
        assert self.headings(window) == ["担当", "席"]


def line_named(window: MainWindow, name: str) -> QLineEdit:
    field = desk.child(window, name)
    assert isinstance(field, QLineEdit)
    return field
