"""The canvas as a screen reader gets it: a list of cards in words, and news of what happens to them."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.layout.reading_order import reading_order
from resource_mapper.ui.accessibility import events
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource, make_worksheet

Role, Text = QAccessible.Role, QAccessible.Text


@pytest.fixture
def three(window: MainWindow) -> MainWindow:
    cards = [
        make_resource("一", (0.10, 0.30), id="a", category="hobby"),
        make_resource("二", (0.50, 0.70), id="b", category="hobby", status=Status.WANTED),
        make_resource("三", (0.0, 1.0), id="c", category="salon", support="互助"),
    ]
    desk.show(window, make_worksheet(*cards, make_resource("四", None, id="d")))
    window.view.setFocus()
    return window


def canvas(window: MainWindow) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(window.view)


def spoken(window: MainWindow) -> list[str]:
    here = canvas(window)
    return [here.child(number).text(Text.Name) for number in range(here.childCount())]


def test_cards_are_items_of_a_list_in_words(three: MainWindow) -> None:
    here = canvas(three)
    assert (here.role(), here.text(Text.Name), here.text(Text.Description)) == (Role.List, "資源ワークシート", "3件")
    assert spoken(three) == [
        "一、生涯学習的な趣味活動（個人）、元気、ある、2件中1件目",
        "二、生涯学習的な趣味活動（個人）、虚弱〜要介護、あったらいいな、2件中2件目",
        "三、高齢者サロン系、すべて、ある、1件中1件目",
    ]
    assert {here.child(n).role() for n in range(3)} == {Role.ListItem}
    assert [here.indexOfChild(here.child(n)) for n in range(3)] == [0, 1, 2]


def test_the_row_is_spoken_where_it_is_not_the_category(three: MainWindow) -> None:
    desk.trigger(three, "lens_support")
    assert "三、高齢者サロン系、互助、すべて、ある、1件中1件目" in spoken(three)
    three.document.edit("x", three.document.worksheet.with_resources((make_resource("五", (0.1, 0.2), category="？"),)))
    assert spoken(three) == ["五、分類なし、未設定、元気、ある、1件中1件目"]


def test_they_come_in_reading_order_and_lie_where_they_are_seen(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    here, layout = canvas(window), window.scene.layout
    assert layout is not None
    names = [text.split("、")[0] for text in spoken(window)]
    assert names == [box.resource.name for box in reading_order(layout)]
    first = here.child(0)
    middle = window.view.viewport().mapToGlobal(window.view.mapFromScene(*desk.middle(window, "sample-01")))
    assert first.rect().contains(middle)
    hit = here.childAt(middle.x(), middle.y())
    assert hit.text(Text.Name) == first.text(Text.Name)
    assert here.childAt(-5, -5) is None
    assert here.rect().size() == window.view.size()


def test_state_says_what_is_selected_and_where_the_focus_is(three: MainWindow) -> None:
    three.selection.set(["a", "b"])
    states = [canvas(three).child(number).state() for number in range(3)]
    assert [bool(state.selected) for state in states] == [True, True, False]
    assert [bool(state.focused) for state in states] == [False, True, False]
    assert canvas(three).focusChild().text(Text.Name).startswith("二")
    three.view.edit_name()
    assert canvas(three).focusChild().role() == Role.EditableText
    assert canvas(three).childCount() == 4
    three.side.quick_add.setFocus()
    assert canvas(three).focusChild() is None


def test_a_card_that_is_gone_is_invalid_and_nothing_breaks(three: MainWindow) -> None:
    here = canvas(three)
    kept = here.child(0)
    three.selection.set(["a"])
    desk.trigger(three, "deleteCards")
    gc.collect()
    assert not kept.isValid()
    assert (kept.text(Text.Name), kept.rect().isEmpty(), here.indexOfChild(kept)) == ("", True, -1)
    three.document.undo_stack.undo()
    assert kept.isValid()
    assert here.child(0) is kept


class Ear:
    """Listens in the place of assistive technology."""

    Event = QAccessible.Event

    def __init__(self) -> None:
        self.heard: list[tuple[QAccessible.Event, str]] = []

    def isActive(self) -> bool:  # noqa: N802 as Qt calls it
        return True

    def updateAccessibility(self, event: QAccessibleEvent) -> None:  # noqa: N802 as Qt calls it
        message = getattr(event, "message", None)
        self.heard.append((event.type(), message() if message else event.accessibleInterface().text(Text.Name)))


def test_focus_and_changes_are_told(three: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    ear = Ear()
    monkeypatch.setattr(events, "QAccessible", ear)
    QTest.keyClick(three.view, Qt.Key.Key_Right)
    card = "一、生涯学習的な趣味活動（個人）、元気、ある、2件中1件目"
    assert ear.heard == [(QAccessible.Event.Focus, card), (QAccessible.Event.Selection, card)]
    ear.heard.clear()
    QTest.keyClick(three.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    place = "元気のはじめから元気のおわりまで"
    assert ear.heard == [(QAccessible.Event.Announcement, f"一、高齢者サロン系、{place}、ある、2件中1件目")]
    ear.heard.clear()
    three.view.edit_name()
    assert ear.heard == [(QAccessible.Event.Focus, "名称")]
    ear.heard.clear()
    ime.commit(three.view, "三")
    QTest.keyClick(three.view, Qt.Key.Key_Escape)
    assert [kind for kind, _ in ear.heard] == [QAccessible.Event.Focus, QAccessible.Event.Selection]
    ear.heard.clear()
    three.side.quick_add.setFocus()
    three.selection.set(["b"])
    assert ear.heard == [], "what happens while the focus is elsewhere is that place's to tell"
    QApplication.processEvents()


def test_nobody_is_told_while_nobody_listens(three: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    ear = Ear()
    monkeypatch.setattr(ear, "isActive", lambda: False)
    monkeypatch.setattr(events, "QAccessible", ear)
    QTest.keyClick(three.view, Qt.Key.Key_Right)
    assert ear.heard == []
