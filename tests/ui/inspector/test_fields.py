"""The inspector: every field edits the model, one undo step for each visit to a field."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from resource_mapper.domain.axis import SPAN_WORDS, Span, span_from_words
from resource_mapper.domain.fields import FIELDS, Field, Kind
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status, vocabulary
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.form import (
    begin_anew,
    choice,
    choices,
    line,
    open_form,
    pick,
    problem,
    text_field,
    tick,
    value,
    write,
)


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
