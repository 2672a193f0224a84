"""Columns that the user added to the list, in the inspector."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from resource_mapper.domain.resource import Resource
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.form import (
    open_form,
    write,
)


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
