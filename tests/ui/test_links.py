"""つながり in the window: made from the selection, worded and removed, sticking to cards that move."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from resource_mapper.domain import edits
from resource_mapper.layout.reading_order import reading_order
from resource_mapper.storage.document_file import open_document
from resource_mapper.ui.accessibility.words import card_in_words
from resource_mapper.ui.canvas.link_handle import BESIDE_PX
from resource_mapper.ui.canvas.link_items import ArrowItem
from resource_mapper.ui.linking.link_actions import CHOOSE_TWO, LINKED_ALREADY
from resource_mapper.ui.linking.links_dialog import LinksDialog
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, mouse
from tests.helpers.answering import button
from tests.helpers.fake_dialogs import FakeDialogs

C_TYPE, SALON, PLACE = "sample-18", "sample-09", "sample-12"


def ends(window: MainWindow) -> list[tuple[str, str]]:
    return [each.ends for each in window.document.worksheet.links]


def shown(window: MainWindow) -> list[ArrowItem]:
    return [item for item in window.scene.items() if isinstance(item, ArrowItem)]


def link(window: MainWindow, *ids: str) -> None:
    window.selection.set(ids)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_two_cards_are_linked_in_the_order_they_were_selected(
    sampled: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes: list[str] = []
    monkeypatch.setattr(sampled.status, "show_note", notes.append)
    link(sampled, C_TYPE)
    assert (ends(sampled), notes) == ([], [CHOOSE_TWO])
    link(sampled, C_TYPE, SALON)
    link(sampled, C_TYPE, SALON)
    assert ends(sampled) == [(C_TYPE, SALON)]
    assert notes[-1] == LINKED_ALREADY
    assert desk.undo_texts(sampled) == ["「通所C・訪問C」から「いきいきサロン」へつなぐ"]
    assert len(shown(sampled)) == 1
    layout = desk.layout_of(sampled)
    spoken = card_in_words(layout, reading_order(layout), desk.box(sampled, C_TYPE))
    assert "、「いきいきサロン」へつながる、" in spoken
    link(sampled, SALON, PLACE)
    sampled.selection.set([SALON])
    desk.trigger(sampled, "unlinkCards")
    assert (ends(sampled), shown(sampled)) == ([], [])
    sampled.document.undo_stack.undo()
    assert len(ends(sampled)) == len(shown(sampled)) == 2
    sampled.cards.delete()
    assert (ends(sampled), shown(sampled)) == ([], []), "a card takes its arrows along"


def test_an_arrow_follows_a_card_that_is_held_and_comes_back_with_it(sampled: MainWindow) -> None:
    link(sampled, C_TYPE, SALON)
    (arrow,) = shown(sampled)
    before = arrow.sceneBoundingRect()
    x, y = desk.middle(sampled, SALON)
    mouse.press(sampled.view, (x, y))
    for step in (20, 40, 60):
        mouse.move(sampled.view, (x + step, y))
    assert arrow.sceneBoundingRect() != before
    QTest.keyClick(sampled.view, Qt.Key.Key_Escape)
    assert arrow.sceneBoundingRect() == before
    mouse.release(sampled.view, (x + 60, y))
    box = desk.box(sampled, SALON)
    at = sampled.view.mapFromScene(*desk.middle(sampled, SALON))
    card = sampled.scene.card_under(sampled.view.mapToScene(at))
    assert card is not None
    assert card.resource.id == box.resource.id, "arrows let the mouse through"


def test_links_are_listed_worded_and_removed(sampled: MainWindow) -> None:
    link(sampled, C_TYPE, SALON, PLACE)
    desk.trigger(sampled, "showLinks")
    dialog = sampled.findChild(LinksDialog)
    assert dialog is not None
    listed, words = dialog.findChild(QListWidget, "linkList"), dialog.findChild(QLineEdit, "linkWords")
    assert listed is not None
    assert words is not None
    assert [listed.item(row).text() for row in range(listed.count())] == [
        "通所C・訪問C → いきいきサロン",
        "いきいきサロン → 住民主体の通いの場",
    ]
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert desk.selected(sampled) == (SALON, PLACE)
    words.setText("慣れたら")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert sampled.document.worksheet.links[1].words == "慣れたら"
    assert listed.item(1).text().endswith("（慣れたら）")
    button(dialog, "つながりを外す").click()
    assert ends(sampled) == [(C_TYPE, SALON)]
    sampled.document.undo_stack.undo()
    assert sampled.document.worksheet.links[1].words == "慣れたら"


def test_links_are_saved_and_come_back(sampled: MainWindow, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path) -> None:
    link(sampled, C_TYPE, SALON)
    book = tmp_path / "町.xlsx"
    dialogs.will_save(book)
    desk.trigger(sampled, "saveFile")
    desk.wait_idle(qtbot, sampled)
    assert open_document(book).worksheet.links == sampled.document.worksheet.links


def handle(window: MainWindow, resource_id: str) -> mouse.Mm:
    """Return the middle of the handle for arrows at a card, once the pointer is on the card."""
    mouse.hover(window.view, desk.middle(window, resource_id))
    pill = desk.box(window, resource_id).pill
    return pill.right + BESIDE_PX * desk.mm_per_px(window), desk.middle(window, resource_id)[1]


def test_the_handle_goes_when_the_pointer_leaves_the_sheet(sampled: MainWindow) -> None:
    handle(sampled, C_TYPE)
    assert sampled.scene.linkable is not None
    QApplication.sendEvent(sampled.view, QEvent(QEvent.Type.Leave))
    assert sampled.scene.linkable is None


def follows(window: MainWindow) -> bool:
    """Return whether an arrow follows the hand."""
    return window.scene.rubber_arrow.arrow.isVisible()


def offered(window: MainWindow) -> str | None:
    """Return the card that shows the handle for arrows."""
    card = window.scene.linkable
    return card.resource.id if card is not None else None


def test_the_handle_stays_away_while_cards_are_moved_and_comes_back(sampled: MainWindow) -> None:
    at = desk.middle(sampled, C_TYPE)
    mouse.hover(sampled.view, at)
    sampled.selection.set([C_TYPE])
    assert offered(sampled) == C_TYPE
    with mouse.held(sampled.view, at, (at[0] - 40, at[1])):
        assert offered(sampled) is None
        QTest.keyClick(sampled.view, Qt.Key.Key_Escape)
    assert offered(sampled) == C_TYPE


def test_an_arrow_is_drawn_from_the_handle_to_the_card_that_lights_up(sampled: MainWindow) -> None:
    start, end = handle(sampled, C_TYPE), desk.middle(sampled, SALON)
    hints: list[str] = []
    sampled.view.hinted.connect(hints.append)
    before = sampled.document.worksheet.resources
    with mouse.held(sampled.view, start, end):
        assert follows(sampled)
        assert sampled.scene.rubber_arrow.frame.isVisible()
        assert hints[-1] == "「通所C・訪問C」から「いきいきサロン」へつなぐ"
    assert ends(sampled) == [(C_TYPE, SALON)]
    assert sampled.document.worksheet.resources == before
    assert not follows(sampled)
    assert desk.undo_texts(sampled) == ["「通所C・訪問C」から「いきいきサロン」へつなぐ"]
    mouse.drag(sampled.view, handle(sampled, C_TYPE), end)
    assert len(desk.undo_texts(sampled)) == 1, "what is linked already stays as it is"


@pytest.mark.parametrize("how", ["escape", "beside", "itself"])
def test_an_arrow_that_ends_nowhere_changes_nothing(sampled: MainWindow, how: str) -> None:
    before = sampled.document.worksheet
    start = handle(sampled, C_TYPE)
    empty = desk.x_of(sampled, 0.95), desk.row_middle(sampled, "hobby")
    target = {"escape": desk.middle(sampled, SALON), "beside": empty, "itself": desk.middle(sampled, C_TYPE)}[how]
    with mouse.held(sampled.view, start, target):
        if how == "escape":
            QTest.keyClick(sampled.view, Qt.Key.Key_Escape)
            assert not follows(sampled)
        else:
            assert not sampled.scene.rubber_arrow.frame.isVisible()
    assert sampled.document.worksheet == before
    assert not follows(sampled)


def test_the_handle_stays_while_the_pointer_walks_to_it(sampled: MainWindow) -> None:
    x, y = handle(sampled, C_TYPE)
    begin = desk.box(sampled, C_TYPE).pill.right - 1
    step = desk.mm_per_px(sampled)
    at = begin
    while at < x:
        mouse.hover(sampled.view, (at, y))
        assert offered(sampled) == C_TYPE
        at += step
    mouse.hover(sampled.view, (x + 30 * step, y))
    assert offered(sampled) is None


def test_the_handle_shows_at_one_selected_card_and_goes_with_the_choice(sampled: MainWindow) -> None:
    mouse.hover(sampled.view, (desk.x_of(sampled, 0.95), desk.row_middle(sampled, "hobby")))
    assert offered(sampled) is None
    sampled.selection.set([SALON])
    assert offered(sampled) == SALON
    sampled.selection.set([SALON, PLACE])
    assert offered(sampled) is None
    sampled.selection.set([SALON])
    sampled.cards.delete()
    assert offered(sampled) is None


def test_arrows_wait_until_the_cards_have_glided_to_their_places(sampled: MainWindow) -> None:
    link(sampled, C_TYPE, SALON)
    sampled.scene.glide.is_wanted = lambda: True
    sampled.document.edit("動かす", edits.move(sampled.document.worksheet, {SALON}, -0.2))
    assert sampled.scene.glide.is_running
    assert [arrow.isVisible() for arrow in shown(sampled)] == [False]
    sampled.scene.glide.finish()
    assert [arrow.isVisible() for arrow in shown(sampled)] == [True]
    end = shown(sampled)[0].boundingRect().translated(shown(sampled)[0].pos())
    card = sampled.scene.item_of(SALON)
    assert card is not None
    assert end.intersects(card.pill.adjusted(-1, -1, 1, 1))
    sampled.document.edit("動かす", edits.move(sampled.document.worksheet, {PLACE}, -0.1))
    assert [arrow.isVisible() for arrow in shown(sampled)] == [True], "its own cards lie still"


def test_on_a_wall_an_arrow_runs_between_the_cards_as_they_lie_there(sampled: MainWindow) -> None:
    link(sampled, C_TYPE, SALON)
    sampled.actions_by_id["present"].trigger()
    (arrow,) = shown(sampled)
    area = arrow.boundingRect().translated(arrow.pos())
    for key in (C_TYPE, SALON):
        card = sampled.scene.item_of(key)
        assert card is not None
        assert area.intersects(card.pill.adjusted(-1, -1, 1, 1))
    sampled.meeting.end()
