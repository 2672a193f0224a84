"""つながり in the window: made from the selection, worded and removed, sticking to cards that move."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from resource_mapper.domain import edits
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.reading_order import reading_order
from resource_mapper.storage.document_file import open_document
from resource_mapper.ui.accessibility.words import card_in_words
from resource_mapper.ui.canvas.link_handle import BESIDE_PX
from resource_mapper.ui.canvas.link_items import ArrowItem
from resource_mapper.ui.linking.link_actions import CHOOSE_TWO, LINKED_ALREADY
from resource_mapper.ui.linking.links_dialog import LinksDialog
from resource_mapper.ui.main_window import MainWindow
from tests.helpers import desk, mouse
from tests.helpers.answering import button
from tests.helpers.fake_dialogs import FakeDialogs

C_TYPE, SALON, PLACE = "sample-18", "sample-09", "sample-12"


@pytest.fixture
def sample(window: MainWindow) -> MainWindow:
    desk.show(window, sample_worksheet())
    return window


def ends(window: MainWindow) -> list[tuple[str, str]]:
    return [each.ends for each in window.document.worksheet.links]


def shown(window: MainWindow) -> list[ArrowItem]:
    return [item for item in window.scene.items() if isinstance(item, ArrowItem)]


def link(window: MainWindow, *ids: str) -> None:
    window.selection.set(ids)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_two_cards_are_linked_in_the_order_they_were_selected(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes: list[str] = []
    monkeypatch.setattr(sample.status, "show_note", notes.append)
    link(sample, C_TYPE)
    assert (ends(sample), notes) == ([], [CHOOSE_TWO])
    link(sample, C_TYPE, SALON)
    link(sample, C_TYPE, SALON)
    assert ends(sample) == [(C_TYPE, SALON)]
    assert notes[-1] == LINKED_ALREADY
    assert desk.undo_texts(sample) == ["「通所C・訪問C」から「いきいきサロン」へつなぐ"]
    assert len(shown(sample)) == 1
    layout = desk.layout_of(sample)
    spoken = card_in_words(layout, reading_order(layout), desk.box(sample, C_TYPE))
    assert "、「いきいきサロン」へつながる、" in spoken
    link(sample, SALON, PLACE)
    sample.selection.set([SALON])
    desk.trigger(sample, "unlinkCards")
    assert (ends(sample), shown(sample)) == ([], [])
    sample.document.undo_stack.undo()
    assert len(ends(sample)) == len(shown(sample)) == 2
    sample.cards.delete()
    assert (ends(sample), shown(sample)) == ([], []), "a card takes its arrows along"


def test_an_arrow_follows_a_card_that_is_held_and_comes_back_with_it(sample: MainWindow) -> None:
    link(sample, C_TYPE, SALON)
    (arrow,) = shown(sample)
    before = arrow.sceneBoundingRect()
    x, y = desk.middle(sample, SALON)
    mouse.press(sample.view, (x, y))
    for step in (20, 40, 60):
        mouse.move(sample.view, (x + step, y))
    assert arrow.sceneBoundingRect() != before
    QTest.keyClick(sample.view, Qt.Key.Key_Escape)
    assert arrow.sceneBoundingRect() == before
    mouse.release(sample.view, (x + 60, y))
    box = desk.box(sample, SALON)
    at = sample.view.mapFromScene(*desk.middle(sample, SALON))
    card = sample.scene.card_under(sample.view.mapToScene(at))
    assert card is not None
    assert card.resource.id == box.resource.id, "arrows let the mouse through"


def test_links_are_listed_worded_and_removed(sample: MainWindow) -> None:
    link(sample, C_TYPE, SALON, PLACE)
    desk.trigger(sample, "showLinks")
    dialog = sample.findChild(LinksDialog)
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
    assert desk.selected(sample) == (SALON, PLACE)
    words.setText("慣れたら")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert sample.document.worksheet.links[1].words == "慣れたら"
    assert listed.item(1).text().endswith("（慣れたら）")
    button(dialog, "つながりを外す").click()
    assert ends(sample) == [(C_TYPE, SALON)]
    sample.document.undo_stack.undo()
    assert sample.document.worksheet.links[1].words == "慣れたら"


def test_links_are_saved_and_come_back(sample: MainWindow, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path) -> None:
    link(sample, C_TYPE, SALON)
    book = tmp_path / "町.xlsx"
    dialogs.will_save(book)
    desk.trigger(sample, "saveFile")
    desk.wait_idle(qtbot, sample)
    assert open_document(book).worksheet.links == sample.document.worksheet.links


def handle(window: MainWindow, resource_id: str) -> mouse.Mm:
    """Return the middle of the handle for arrows at a card, once the pointer is on the card."""
    mouse.hover(window.view, desk.middle(window, resource_id))
    pill = desk.box(window, resource_id).pill
    return pill.right + BESIDE_PX * desk.mm_per_px(window), desk.middle(window, resource_id)[1]


def test_the_handle_goes_when_the_pointer_leaves_the_sheet(sample: MainWindow) -> None:
    handle(sample, C_TYPE)
    assert sample.scene.linkable is not None
    QApplication.sendEvent(sample.view, QEvent(QEvent.Type.Leave))
    assert sample.scene.linkable is None


def follows(window: MainWindow) -> bool:
    """Return whether an arrow follows the hand."""
    return window.scene.rubber_arrow.arrow.isVisible()


def offered(window: MainWindow) -> str | None:
    """Return the card that shows the handle for arrows."""
    card = window.scene.linkable
    return card.resource.id if card is not None else None


def test_the_handle_stays_away_while_cards_are_moved_and_comes_back(sample: MainWindow) -> None:
    at = desk.middle(sample, C_TYPE)
    mouse.hover(sample.view, at)
    sample.selection.set([C_TYPE])
    assert offered(sample) == C_TYPE
    with mouse.held(sample.view, at, (at[0] - 40, at[1])):
        assert offered(sample) is None
        QTest.keyClick(sample.view, Qt.Key.Key_Escape)
    assert offered(sample) == C_TYPE


def test_an_arrow_is_drawn_from_the_handle_to_the_card_that_lights_up(sample: MainWindow) -> None:
    start, end = handle(sample, C_TYPE), desk.middle(sample, SALON)
    hints: list[str] = []
    sample.view.hinted.connect(hints.append)
    before = sample.document.worksheet.resources
    with mouse.held(sample.view, start, end):
        assert follows(sample)
        assert sample.scene.rubber_arrow.frame.isVisible()
        assert hints[-1] == "「通所C・訪問C」から「いきいきサロン」へつなぐ"
    assert ends(sample) == [(C_TYPE, SALON)]
    assert sample.document.worksheet.resources == before
    assert not follows(sample)
    assert desk.undo_texts(sample) == ["「通所C・訪問C」から「いきいきサロン」へつなぐ"]
    mouse.drag(sample.view, handle(sample, C_TYPE), end)
    assert len(desk.undo_texts(sample)) == 1, "what is linked already stays as it is"


@pytest.mark.parametrize("how", ["escape", "beside", "itself"])
def test_an_arrow_that_ends_nowhere_changes_nothing(sample: MainWindow, how: str) -> None:
    before = sample.document.worksheet
    start = handle(sample, C_TYPE)
    empty = desk.x_of(sample, 0.95), desk.row_middle(sample, "hobby")
    target = {"escape": desk.middle(sample, SALON), "beside": empty, "itself": desk.middle(sample, C_TYPE)}[how]
    with mouse.held(sample.view, start, target):
        if how == "escape":
            QTest.keyClick(sample.view, Qt.Key.Key_Escape)
            assert not follows(sample)
        else:
            assert not sample.scene.rubber_arrow.frame.isVisible()
    assert sample.document.worksheet == before
    assert not follows(sample)


def test_the_handle_stays_while_the_pointer_walks_to_it(sample: MainWindow) -> None:
    x, y = handle(sample, C_TYPE)
    begin = desk.box(sample, C_TYPE).pill.right - 1
    step = desk.mm_per_px(sample)
    at = begin
    while at < x:
        mouse.hover(sample.view, (at, y))
        assert offered(sample) == C_TYPE
        at += step
    mouse.hover(sample.view, (x + 30 * step, y))
    assert offered(sample) is None


def test_the_handle_shows_at_one_selected_card_and_goes_with_the_choice(sample: MainWindow) -> None:
    mouse.hover(sample.view, (desk.x_of(sample, 0.95), desk.row_middle(sample, "hobby")))
    assert offered(sample) is None
    sample.selection.set([SALON])
    assert offered(sample) == SALON
    sample.selection.set([SALON, PLACE])
    assert offered(sample) is None
    sample.selection.set([SALON])
    sample.cards.delete()
    assert offered(sample) is None


def test_arrows_wait_until_the_cards_have_glided_to_their_places(sample: MainWindow) -> None:
    link(sample, C_TYPE, SALON)
    sample.scene.glide.is_wanted = lambda: True
    sample.document.edit("動かす", edits.move(sample.document.worksheet, {SALON}, -0.2))
    assert sample.scene.glide.is_running
    assert [arrow.isVisible() for arrow in shown(sample)] == [False]
    sample.scene.glide.finish()
    assert [arrow.isVisible() for arrow in shown(sample)] == [True]
    end = shown(sample)[0].boundingRect().translated(shown(sample)[0].pos())
    card = sample.scene.item_of(SALON)
    assert card is not None
    assert end.intersects(card.pill.adjusted(-1, -1, 1, 1))
    sample.document.edit("動かす", edits.move(sample.document.worksheet, {PLACE}, -0.1))
    assert [arrow.isVisible() for arrow in shown(sample)] == [True], "its own cards lie still"


def test_on_a_wall_an_arrow_runs_between_the_cards_as_they_lie_there(sample: MainWindow) -> None:
    link(sample, C_TYPE, SALON)
    sample.actions_by_id["present"].trigger()
    (arrow,) = shown(sample)
    area = arrow.boundingRect().translated(arrow.pos())
    for key in (C_TYPE, SALON):
        card = sample.scene.item_of(key)
        assert card is not None
        assert area.intersects(card.pill.adjusted(-1, -1, 1, 1))
    sample.meeting.end()
