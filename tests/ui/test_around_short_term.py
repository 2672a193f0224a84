"""C型の前後: one action shows the services, what leads to them and on from them, and says which lead nowhere."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from resource_mapper.domain import linking
from resource_mapper.domain.edits import change
from resource_mapper.domain.filtering import Filter
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.draw_onward import WORDS
from resource_mapper.layout.page import BODY
from resource_mapper.ui.canvas.scene import FADED
from resource_mapper.ui.linking.link_actions import NO_SHORT_TERM
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet

C_TYPE, OTHER_C, SALON, CHESS = "sample-18", "sample-19", "sample-09", "sample-01"


@pytest.fixture
def linked(window: MainWindow) -> MainWindow:
    sheet = change(sample_worksheet(), {C_TYPE, OTHER_C}, service_type="day_c")
    desk.show(window, linking.link(sheet, (C_TYPE, SALON)))
    return window


def strength(window: MainWindow, key: str) -> float:
    item = window.scene.item_of(key)
    assert item is not None
    return item.opacity()


def test_it_dims_all_others_and_flags_what_leads_nowhere(linked: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    notes: list[str] = []
    monkeypatch.setattr(linked.status, "show_note", notes.append)
    linked.actions_by_id["showAround"].trigger()
    assert [strength(linked, key) for key in (C_TYPE, OTHER_C, SALON, CHESS)] == [1.0, 1.0, 1.0, FADED]
    assert set(linked.scene.onward.items) == {OTHER_C}
    name = desk.resource(linked, OTHER_C).name
    assert notes == [f"通所C・訪問C 2件と、その前後の1件を明るく見せています。行き先がまだないのは、「{name}」です。"]
    linked.document.edit("つなぐ", linking.link(linked.document.worksheet, (OTHER_C, SALON)))
    assert linked.scene.onward.items == {}
    linked.document.undo_stack.undo()
    assert set(linked.scene.onward.items) == {OTHER_C}
    linked.actions_by_id["showAround"].trigger()
    assert strength(linked, CHESS) == 1.0
    assert linked.scene.onward.items == {}
    assert linked.filter.filter == Filter()


def test_a_service_that_lies_further_down_comes_into_sight(window: MainWindow) -> None:
    many = [make_resource(category="hobby", span=(0, 1)) for _ in range(80)]
    service = make_resource(category="service", service_type="day_c")
    desk.show(window, make_worksheet(*many, service))
    window.view.verticalScrollBar().setValue(0)

    def seen() -> bool:
        item = window.scene.item_of(service.id)
        assert item is not None
        return window.view.viewport().rect().contains(window.view.mapFromScene(item.pill.center()))

    assert not seen()
    window.actions_by_id["showAround"].trigger()
    assert seen()
    assert window.status.currentMessage()
    window.actions_by_id["showAround"].trigger()
    assert window.status.currentMessage() == "", "what it said holds no longer"


def test_the_flag_lies_beside_its_card_within_the_rows(linked: MainWindow) -> None:
    linked.actions_by_id["showAround"].trigger()
    flag, card = linked.scene.onward.items[OTHER_C], linked.scene.item_of(OTHER_C)
    assert card is not None
    area = flag.boundingRect().translated(flag.pos())
    assert BODY.x < area.left()
    assert area.right() < BODY.right + 1
    assert abs(area.center().y() - card.pill.center().y()) < 0.1
    assert not area.adjusted(1, 0, -1, 0).intersects(card.pill)


def test_without_such_services_it_says_where_to_choose_them(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes: list[str] = []
    desk.show(window, make_worksheet(make_resource("囲碁教室", (0.0, 0.3), id=CHESS)))
    monkeypatch.setattr(window.status, "show_note", notes.append)
    window.actions_by_id["showAround"].trigger()
    assert notes == [NO_SHORT_TERM]
    assert not window.actions_by_id["showAround"].isChecked()
    assert strength(window, CHESS) == 1.0


def test_the_mark_follows_the_filter(linked: MainWindow) -> None:
    linked.filter.set(replace(Filter(), around_short_term=True))
    assert linked.actions_by_id["showAround"].isChecked()
    assert set(linked.scene.onward.items) == {OTHER_C}
    linked.filter.clear()
    assert not linked.actions_by_id["showAround"].isChecked()


def test_on_a_wall_one_key_shows_it_and_says_it_there(linked: MainWindow) -> None:
    linked.actions_by_id["present"].trigger()
    wall = linked.meeting.wall
    assert wall is not None
    view = wall.findChild(type(linked.view), "wallView")
    assert view is not None
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C)
    assert strength(linked, CHESS) == FADED
    assert set(linked.scene.onward.items) == {OTHER_C}
    assert any("行き先がまだないのは" in label.text() for label in wall.findChildren(QLabel))
    QTest.keyClick(view, Qt.Key.Key_C)
    assert strength(linked, CHESS) == 1.0
    linked.meeting.end()


def test_the_words_of_the_flag_are_plain() -> None:
    assert WORDS == "行き先がまだありません"
    sheet = change(sample_worksheet(), {C_TYPE}, service_type="visit_c")
    assert linking.around_in_words(linking.link(sheet, (C_TYPE, SALON))).endswith("どれにも行き先があります。")
    assert "前後" not in linking.around_in_words(sheet), "nothing lies before or after it yet"
