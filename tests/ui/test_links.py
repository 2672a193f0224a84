"""つながり in the window: made from the selection, worded and removed, sticking to cards that move."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from resource_mapper.domain.linking import ends_of
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.reading_order import reading_order
from resource_mapper.storage.document_file import open_document
from resource_mapper.ui.accessibility.words import card_in_words
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
    return [ends_of(each) for each in window.document.worksheet.links]


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
