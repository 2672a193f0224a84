"""What input methods and pasting bring into the fields of the inspector."""

from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from resource_mapper.domain.resource import Resource
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.form import (
    TEXT_FIELDS,
    begin_anew,
    field_text,
    line,
    move_to_end,
    problem,
    text_field,
    typing_field,
    value,
    write,
)
from tests.helpers.mouse import click


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
