"""What the menus do to cards: one undo step each, and always a way back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.form import ON_PAPER, ON_WALL
from resource_mapper.printing.sheets import sheet_pages
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.mouse import click, drag

SALON = "sample-09"


def test_delete_and_undo(window: MainWindow, sample: Worksheet) -> None:
    click(window.view, desk.middle(window, SALON))
    QTest.keyClick(window.view, Qt.Key.Key_Delete)
    assert window.document.worksheet.get(SALON) is None
    assert window.scene.item_of(SALON) is None
    assert desk.selected(window) == ()
    assert desk.undo_texts(window) == ["「いきいきサロン」を削除"]
    window.document.undo_stack.undo()
    assert window.document.worksheet == sample
    assert desk.items_are_in_place(window)


def test_several_are_deleted_as_one_step(window: MainWindow, sample: Worksheet) -> None:
    window.selection.set([SALON, "sample-19"])
    desk.trigger(window, "deleteCards")
    assert len(window.document.worksheet.resources) == 22
    assert desk.undo_texts(window) == ["2件を削除"]


def test_duplicates_have_ids_of_their_own_and_are_selected(window: MainWindow, sample: Worksheet) -> None:
    window.selection.set([SALON, "sample-19"])
    desk.trigger(window, "duplicateCards")
    after = window.document.worksheet
    assert len({resource.id for resource in after.resources}) == 26
    assert len(window.selection.ids) == 2
    copies = [desk.resource(window, key) for key in window.selection.ids]
    assert [replace(copy, id=key, lane=None) for copy, key in zip(copies, (SALON, "sample-19"), strict=True)] == [
        replace(desk.resource(window, key), lane=None) for key in (SALON, "sample-19")
    ]
    assert desk.undo_texts(window) == ["2件を複製"]
    window.document.undo_stack.undo()
    assert window.document.worksheet == sample
    assert desk.selected(window) == (), "what is gone is not selected"


def test_back_to_the_tray(window: MainWindow, sample: Worksheet) -> None:
    window.selection.set([SALON])
    desk.trigger(window, "unplaceCards")
    card = desk.resource(window, SALON)
    assert (card.span, card.lane, card.free_y) == (None, None, None)
    assert card.category == "salon"
    assert window.side.tray.cards.rowCount() == 1
    assert window.scene.item_of(SALON) is None
    assert desk.selected(window) == (SALON,), "still the selected one, now in the tray"
    window.document.undo_stack.undo()
    assert window.document.worksheet == sample


def test_select_all_means_every_card_on_the_sheet(window: MainWindow) -> None:
    placed = [make_resource(), make_resource()]
    desk.show(window, make_worksheet(*placed, make_resource("待ち", None)))
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(window.selection.ids) == {card.id for card in placed}


def test_card_actions_need_a_selection(window: MainWindow, sample: Worksheet) -> None:
    names = ("deleteCards", "duplicateCards", "unplaceCards")
    assert not any(window.actions_by_id[name].isEnabled() for name in names)
    window.selection.set([SALON])
    assert all(window.actions_by_id[name].isEnabled() for name in names)
    desk.trigger(window, "deleteCards")
    assert not any(window.actions_by_id[name].isEnabled() for name in names)


def test_every_lens_can_be_chosen_and_taken_back(window: MainWindow, sample: Worksheet) -> None:
    chooser = window.findChild(QComboBox, "lensChooser")
    assert chooser is not None
    for lens in reversed(LENSES):
        desk.trigger(window, f"lens_{lens.id}")
        assert window.document.worksheet == replace(sample, lens=lens.id)
        assert chooser.currentData() == lens.id
        assert [other.id for other in LENSES if window.actions_by_id[f"lens_{other.id}"].isChecked()] == [lens.id]
    while window.document.undo_stack.canUndo():
        window.document.undo_stack.undo()
    assert window.document.worksheet == sample
    assert chooser.currentData() == "category"


def test_choosing_the_lens_that_is_on_already_changes_nothing(window: MainWindow, sample: Worksheet) -> None:
    desk.trigger(window, "lens_category")
    assert window.document.undo_stack.count() == 0
    assert window.actions_by_id["lens_category"].isChecked()


def test_the_chooser_in_the_toolbar_sets_the_lens(window: MainWindow, sample: Worksheet) -> None:
    chooser = window.findChild(QComboBox, "lensChooser")
    assert chooser is not None
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    assert window.document.worksheet.lens == LENSES[1].id
    assert desk.undo_texts(window) == [f"並べ方を「{LENSES[1].label}」にする"]


def test_mirroring_changes_the_view_and_no_range(window: MainWindow, sample: Worksheet) -> None:
    before = desk.middle(window, SALON)
    desk.trigger(window, "mirror")
    assert window.document.worksheet == replace(sample, mirrored=True)
    assert desk.middle(window, SALON)[0] != before[0]
    assert window.actions_by_id["mirror"].isChecked()
    window.document.undo_stack.undo()
    assert not window.actions_by_id["mirror"].isChecked()
    assert desk.middle(window, SALON) == before


def test_the_panels_can_be_folded_and_brought_back(window: MainWindow) -> None:
    for action, panel in (("showSide", window.side), ("showInspector", window.inspector)):
        shown = panel.isVisible()
        desk.trigger(window, action)
        assert panel.isVisible() is not shown
        assert window.actions_by_id[action].isChecked() is not shown
        desk.trigger(window, action)
        assert panel.isVisible() is shown


def test_adding_a_card_opens_the_folded_panel(window: MainWindow) -> None:
    desk.trigger(window, "showSide")
    assert not window.side.isVisible()
    desk.trigger(window, "addCard")
    assert window.side.quick_add.hasFocus()
    assert window.actions_by_id["showSide"].isChecked()


def test_undo_and_redo_say_what_they_do(window: MainWindow, sample: Worksheet) -> None:
    undo, redo = window.actions_by_id["undo"], window.actions_by_id["redo"]
    assert (undo.text(), undo.isEnabled()) == ("元に戻す", False)
    window.selection.set([SALON])
    desk.trigger(window, "deleteCards")
    assert undo.text() == "元に戻す：「いきいきサロン」を削除"
    assert undo.iconText() == "元に戻す", "the button keeps its width"
    desk.trigger(window, "undo")
    assert (undo.text(), undo.isEnabled()) == ("元に戻す", False)
    assert redo.text() == "やり直す：「いきいきサロン」を削除"
    desk.trigger(window, "redo")
    assert window.document.worksheet.get(SALON) is None


def test_an_ended_card_can_still_be_reached(window: MainWindow) -> None:
    ended = make_resource("終わった会", status=Status.ENDED)
    desk.show(window, make_worksheet(ended, make_resource()))
    assert window.scene.item_of(ended.id) is None
    assert "終了 1（並べ方「状況」で見られます）" in desk.child(window, "summaryLabel").property("text")
    desk.trigger(window, "lens_status")
    x, _ = desk.middle(window, ended.id)
    drag(window.view, desk.middle(window, ended.id), (x, desk.row_middle(window, Status.AVAILABLE)))
    desk.trigger(window, "lens_category")
    assert window.scene.item_of(ended.id) is not None


def test_the_status_bar_counts(window: MainWindow) -> None:
    desk.show(window, make_worksheet(make_resource(), make_resource(status=Status.WANTED), make_resource("待ち", None)))
    text = desk.child(window, "summaryLabel").property("text")
    assert text.startswith("3件 ・ あったらいいな 1 ・ A3 2枚（うち未配置の一覧 1枚） ・ 文字 ")


@pytest.mark.parametrize("waiting", [0, 1, 84, 85])
def test_the_status_bar_counts_the_pages_that_are_printed(window: MainWindow, waiting: int) -> None:
    cards = [*many_resources(100), *(make_resource(f"待ち{n}", None) for n in range(waiting))]
    sheet = desk.show(window, make_worksheet(*cards))
    pages = len(sheet_pages(sheet, "worksheet", window.parts.measurer))
    assert f" ・ A3 {pages}枚" in desk.child(window, "summaryLabel").property("text")


def test_a_long_summary_leaves_the_zoom_its_place(window: MainWindow, sample: Worksheet) -> None:
    ended = (make_resource(f"{n}", status=Status.ENDED) for n in range(3))
    desk.show(window, sample.with_resources([*sample.resources, *ended, make_resource("待ち", None)]))
    window.look.set_scale(200)
    window.resize(900, 560)
    QApplication.processEvents()
    summary, zoom = desk.child(window, "summaryLabel"), desk.child(window, "zoomLabel")
    assert summary.width() < summary.fontMetrics().horizontalAdvance(summary.property("text"))
    assert zoom.mapTo(window, zoom.rect().bottomRight()).x() <= window.width()
    assert summary.toolTip() == summary.property("text")


def test_a_sheet_laid_out_for_a_wall_says_nothing_of_paper(window: MainWindow, sample: Worksheet) -> None:
    assert sample.resources
    summary = desk.child(window, "summaryLabel")
    window.display.lay_out_for(ON_WALL)
    assert summary.property("text") == "24件 ・ あったらいいな 1"
    window.display.lay_out_for(ON_PAPER)
    assert " ・ A3 1枚 ・ " in summary.property("text")


def test_a_wish_comes_true_step_by_step_with_keys_and_words(window: MainWindow, sample: Worksheet) -> None:
    wish, there = "sample-10", SALON
    summary = desk.child(window, "summaryLabel")
    assert isinstance(summary, QLabel)
    window.selection.set([wish, there])
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert desk.resource(window, wish).status == Status.PREPARING
    assert "準備中 1" in summary.text()
    QTest.keyClick(window.view, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    desk.trigger(window, "stepOn")
    assert desk.resource(window, wish).status == desk.resource(window, there).status == Status.AVAILABLE
    assert "準備中" not in summary.text()
    desk.trigger(window, "stepBack")
    assert desk.undo_texts(window) == [
        "「男の集い場」を一歩すすめる（準備中）",
        "「男の集い場」を一歩すすめる（ある）",
        "2件を一歩もどす（準備中）",
    ]
