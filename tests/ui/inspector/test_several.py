"""The inspector with several cards selected."""

import pytest
from PySide6.QtWidgets import QLabel

from resource_mapper.domain.fields import FIELDS
from resource_mapper.domain.resource import Resource
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.form import TEXT_FIELDS, choice, choices, line, open_form, pick, problem, text_field, tick, write


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
