"""課題の一覧 in the window: written, carried on and undone; made of differences, findings and cards."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from resource_mapper.domain.axis import Span
from resource_mapper.domain.concern import Concern
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.should_be import set_aim
from resource_mapper.storage.document_file import open_document
from resource_mapper.ui.concerns.concern_actions import CHOOSE_CARD, LISTED_ALREADY, NO_PROPOSALS, OWN_ORDER_FIRST
from resource_mapper.ui.concerns.concern_panel import UNSETTLED
from resource_mapper.ui.concerns.concern_table import NEW_CONCERN
from resource_mapper.ui.concerns.concern_view import ConcernView
from resource_mapper.ui.concerns.proposals_dialog import ProposalsDialog
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.answering import answering
from tests.helpers.factories import make_worksheet
from tests.helpers.fake_dialogs import FakeDialogs

SALON, PLACE = "sample-09", "sample-12"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
THREE = (
    Concern(id="k1", title="送迎", grounds=(SALON, PLACE), reason="足がない"),
    Concern(id="k2", title="担い手", state="できた"),
    Concern(id="k3", title="場所"),
)


@pytest.fixture
def sample(window: MainWindow) -> MainWindow:
    sheet = sample_worksheet()
    heading = replace(sheet.heading, meeting="第2回 協議体")
    desk.show(window, replace(sheet, concerns=THREE, heading=heading))
    QTest.keyClick(window, Qt.Key.Key_K, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert window.concerns.isVisible()
    return window


def view(window: MainWindow) -> ConcernView:
    return window.concerns.view


def titles(window: MainWindow) -> list[str]:
    return [each.title for each in window.document.worksheet.concerns]


def shown(window: MainWindow) -> list[str]:
    model = view(window).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def column(window: MainWindow, label: str) -> int:
    return [each.label for each in window.concerns.table.columns].index(label)


def cell(window: MainWindow, row: int, label: str) -> None:
    view(window).put_cursor(row, column(window, label))


def editor(window: MainWindow) -> QWidget:
    found = window.findChild(QWidget, "cellEditor")
    assert isinstance(found, QWidget)
    return found


def press(window: MainWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    button.click()


def test_a_key_shows_the_list_and_goes_there_and_puts_it_away(sample: MainWindow) -> None:
    assert view(sample).hasFocus()
    assert shown(sample) == ["送迎", "担い手", "場所", NEW_CONCERN]
    assert sample.actions_by_id["showConcerns"].isChecked()
    desk.trigger(sample, "showConcerns")
    assert not sample.concerns.isVisible()
    assert sample.view.hasFocus()


def test_a_title_in_the_last_row_begins_one_that_knows_its_meeting(sample: MainWindow) -> None:
    cell(sample, 3, "課題")
    QTest.keyClicks(view(sample), "m")
    line = editor(sample)
    assert isinstance(line, QLineEdit)
    line.setText("冬の移動")
    QTest.keyClick(line, Qt.Key.Key_Return)
    added = sample.document.worksheet.concerns[3]
    assert (added.title, added.raised_at, added.state) == ("冬の移動", "第2回 協議体", "これから")
    assert desk.undo_texts(sample) == ["課題「冬の移動」を書く"]
    sample.document.undo_stack.undo()
    assert sample.document.worksheet.concerns == THREE


def test_a_row_left_empty_is_none(sample: MainWindow) -> None:
    cell(sample, 3, "課題")
    QTest.keyClick(view(sample), Qt.Key.Key_F2)
    QTest.keyClick(editor(sample), Qt.Key.Key_Return)
    assert view(sample).hasFocus()
    assert sample.document.worksheet.concerns == THREE


def test_each_cell_is_one_undo_step_and_refuses_what_it_cannot_take(sample: MainWindow) -> None:
    cell(sample, 0, "期限")
    QTest.keyClick(view(sample), Qt.Key.Key_F2)
    line = editor(sample)
    assert isinstance(line, QLineEdit)
    line.setText("年度内")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.property("invalid")
    line.setText("R9.3.31")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sample.document.worksheet.concerns[0].due == date(2027, 3, 31)
    assert view(sample).model().index(0, column(sample, "期限")).data() == "令和9年3月31日"
    model = view(sample).model()
    assert model.setData(model.index(0, column(sample, "状態")), "取り組み 中")
    assert sample.document.worksheet.concerns[0].state == "取り組み中"
    assert not model.setData(model.index(0, column(sample, "課題")), " ")
    assert desk.undo_texts(sample) == ["課題「送迎」の期限を変える", "課題「送迎」の状態を変える"]


def test_words_are_chosen_from_a_list(sample: MainWindow) -> None:
    cell(sample, 0, "優先度")
    QTest.keyClick(view(sample), Qt.Key.Key_F2)
    box = editor(sample)
    assert isinstance(box, QComboBox)
    assert [box.itemData(row) for row in range(box.count())] == ["", "高", "中", "低"]
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    view(sample).finish_editing()


def test_cards_are_named_and_left_out_in_their_cell(sample: MainWindow) -> None:
    model = view(sample).model()
    index = model.index(0, column(sample, "根拠の資源"))
    assert index.data() == "いきいきサロン、住民主体の通いの場"
    assert model.setData(index, "住民主体の通いの場、ﾗｼﾞｵ体操")
    grounds = sample.document.worksheet.concerns[0].grounds
    assert [desk.resource(sample, key).name for key in grounds] == ["住民主体の通いの場", "ラジオ体操"]
    assert not model.setData(index, "どこにもない会")
    assert sample.concerns.table.problem_with(index, "どこにもない会").startswith("「どこにもない会」は")
    assert model.setData(index, "")
    assert sample.document.worksheet.concerns[0].grounds == ()
    assert desk.undo_texts(sample) == ["課題「送迎」の根拠の資源を変える"] * 2


def test_keys_of_the_list_never_reach_the_cards(sample: MainWindow) -> None:
    sample.selection.set([SALON])
    cell(sample, 2, "課題")
    for key in (Qt.Key.Key_X, Qt.Key.Key_D):
        QTest.keyClick(view(sample), key, CTRL)
    assert desk.undo_texts(sample) == []
    QTest.keyClick(view(sample), Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "場所"
    QTest.keyClick(view(sample), Qt.Key.Key_Delete)
    assert titles(sample) == ["送迎", "担い手"]
    assert sample.document.worksheet.get(SALON) is not None
    sample.document.undo_stack.undo()
    assert titles(sample) == ["送迎", "担い手", "場所"]


def test_they_are_put_in_order_by_key_and_button(sample: MainWindow) -> None:
    cell(sample, 2, "課題")
    QTest.keyClick(view(sample), Qt.Key.Key_Up, ALT)
    QTest.keyClick(view(sample), Qt.Key.Key_Up, ALT)
    QTest.keyClick(view(sample), Qt.Key.Key_Up, ALT)
    assert titles(sample) == ["場所", "送迎", "担い手"]
    press(sample, "concernDown")
    assert titles(sample) == ["送迎", "場所", "担い手"]
    assert view(sample).chosen_ids() == ["k3"]


def test_what_is_settled_can_be_left_out(sample: MainWindow) -> None:
    chooser = sample.concerns.filter
    chooser.setCurrentText(UNSETTLED)
    assert shown(sample) == ["送迎", "場所", NEW_CONCERN]
    model = view(sample).model()
    model.setData(model.index(0, column(sample, "状態")), "できた")
    assert shown(sample) == ["送迎", "場所", NEW_CONCERN], "a row stays while somebody works"
    chooser.setCurrentText("できた")
    assert shown(sample) == ["送迎", "担い手", NEW_CONCERN]
    chooser.setCurrentIndex(0)
    assert len(shown(sample)) == 4


def test_grounds_are_shown_on_the_sheet_and_added_from_there(sample: MainWindow) -> None:
    cell(sample, 0, "課題")
    press(sample, "showGrounds")
    assert set(desk.selected(sample)) == {SALON, PLACE}
    cell(sample, 2, "課題")
    press(sample, "addGrounds")
    assert set(sample.document.worksheet.concerns[2].grounds) == {SALON, PLACE}
    sample.selection.set([PLACE])
    sample.cards.delete()
    assert sample.document.worksheet.concerns[0].grounds == (SALON,)
    assert view(sample).model().index(0, column(sample, "根拠")).data() == "足がない\n「住民主体の通いの場」"


def test_a_sentence_becomes_one_once_and_leads_back_to_its_gap(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes: list[str] = []
    monkeypatch.setattr(sample.status, "show_note", notes.append)
    sample.gaps.setFocus()
    sample.gaps.setCurrentRow(0)
    sample.gaps.customContextMenuRequested.emit(QPoint(5, 5))
    menu = sample.gaps.findChild(QMenu, "findingMenu")
    assert menu is not None
    assert menu.isVisible()
    menu.close()
    menu.actions()[0].trigger()
    added = sample.document.worksheet.concerns[3]
    assert added.title.endswith(" がない")
    sample.gaps.setFocus()
    desk.trigger(sample, "raiseConcern")
    assert (len(titles(sample)), notes) == (4, [LISTED_ALREADY])
    view(sample).go_to(added.id)
    sample.scene.band.hide()
    press(sample, "showGrounds")
    assert sample.scene.band.isVisible()


def test_cards_become_one_whose_words_can_be_written_at_once(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes: list[str] = []
    monkeypatch.setattr(sample.status, "show_note", notes.append)
    desk.trigger(sample, "raiseConcern")
    assert notes == [CHOOSE_CARD]
    sample.selection.set([PLACE, SALON])
    sample.view.setFocus()
    desk.trigger(sample, "raiseConcern")
    line = editor(sample)
    assert isinstance(line, QLineEdit)
    assert line.text() == "「いきいきサロン」について"
    assert line.hasFocus()
    line.setText("冬は来られない")
    QTest.keyClick(line, Qt.Key.Key_Return)
    added = sample.document.worksheet.concerns[3]
    assert (added.title, added.grounds) == ("冬は来られない", (PLACE, SALON))


def test_what_should_be_less_what_is_is_offered_and_ticked(
    sample: MainWindow, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = set_aim(sample.document.worksheet, {SALON}, Span(0.25, 0.9))
    sample.document.edit("あるべき姿", sheet)

    def tick(dialog: ProposalsDialog) -> None:
        offered = dialog.findChild(QListWidget, "proposalList")
        accept = dialog.findChild(QPushButton, "addProposals")
        assert offered is not None
        assert accept is not None
        words = [offered.item(row).text().split("\n")[0] for row in range(offered.count())]
        row = words.index("「いきいきサロン」を要介護に近い人に広げる")
        assert not accept.isEnabled()
        offered.setCurrentRow(row)
        QTest.keyClick(offered, Qt.Key.Key_Space)
        assert accept.text() == "1件を一覧に加える"
        accept.click()

    with answering(ProposalsDialog, tick):
        desk.trigger(sample, "makeConcerns")
    assert titles(sample)[3:] == ["「いきいきサロン」を要介護に近い人に広げる"]
    assert desk.undo_texts(sample)[-1] == "課題を1件加える"
    book = tmp_path / "町.xlsx"
    dialogs.will_save(book)
    desk.trigger(sample, "saveFile")
    desk.wait_idle(qtbot, sample)
    assert open_document(book).worksheet.concerns == sample.document.worksheet.concerns


def test_an_empty_sheet_has_nothing_to_offer(window: MainWindow, dialogs: FakeDialogs) -> None:
    desk.show(window, make_worksheet())
    desk.trigger(window, "makeConcerns")
    assert NO_PROPOSALS in dialogs.texts("tell")


def press_heading(window: MainWindow, label: str) -> None:
    header = view(window).horizontalHeader()
    x = header.sectionViewportPosition(column(window, label)) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 8))


def test_headings_and_a_key_sort_what_is_seen_and_no_document(sample: MainWindow) -> None:
    sheet = sample.document.worksheet
    first, second, third = sheet.concerns
    dated = (replace(first, due=date(2027, 3, 1), priority="中"), second, replace(third, due=date(2026, 4, 1)))
    desk.show(sample, replace(sheet, concerns=dated))
    press_heading(sample, "期限")
    assert shown(sample) == ["場所", "送迎", "担い手", NEW_CONCERN], "the nearest first, none last"
    press_heading(sample, "期限")
    assert shown(sample) == ["送迎", "場所", "担い手", NEW_CONCERN], "none last either way"
    cell(sample, 0, "課題")
    for expected in (["場所", "送迎", "担い手"], ["担い手", "送迎", "場所"], ["送迎", "担い手", "場所"]):
        QTest.keyClick(view(sample), Qt.Key.Key_J, CTRL)
        assert shown(sample) == [*expected, NEW_CONCERN]
        assert view(sample).currentIndex().data() == "送迎", "the cursor stays with its row"
    assert sample.document.worksheet.concerns == dated
    assert desk.undo_texts(sample) == []


def test_an_order_stays_while_somebody_works(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    notes: list[str] = []
    monkeypatch.setattr(sample.status, "show_note", notes.append)
    press_heading(sample, "課題")
    assert shown(sample)[:3] == ["場所", "送迎", "担い手"]
    model = view(sample).model()
    assert model.setData(model.index(0, 0), "わかりやすい場所")
    assert model.setData(model.index(3, 0), "足")
    assert shown(sample) == ["わかりやすい場所", "送迎", "担い手", "足", NEW_CONCERN]
    cell(sample, 1, "課題")
    press(sample, "concernUp")
    assert (notes, titles(sample)[0]) == ([OWN_ORDER_FIRST], "送迎")
    sample.concerns.filter.setCurrentText("できた")
    sample.concerns.filter.setCurrentIndex(0)
    assert shown(sample)[:2] == ["わかりやすい場所", "送迎"], "a choice sorts them anew: kana before kanji"
    desk.trigger(sample, "undo")
    assert shown(sample) == ["わかりやすい場所", "送迎", "担い手", NEW_CONCERN]


def test_a_block_of_excel_is_pasted_into_cells_and_new_rows_in_one_step(
    sample: MainWindow, dialogs: FakeDialogs
) -> None:
    QGuiApplication.clipboard().setText("包括\tR9.3.31\tできた\n社協\t年度内\t\n")
    cell(sample, 0, "役割分担")
    QTest.keyClick(view(sample), Qt.Key.Key_V, CTRL)
    first, second, _ = sample.document.worksheet.concerns
    assert (first.who, first.due, first.state) == ("包括", date(2027, 3, 31), "できた")
    assert (second.who, second.due, second.state) == ("社協", None, "これから")
    assert "「担い手」の期限（年度内）：" in sample.status.currentMessage()
    QGuiApplication.clipboard().setText("雪かき\n買い物\n")
    cell(sample, 3, "課題")
    desk.trigger(sample, "pasteCards")
    assert titles(sample)[3:] == ["雪かき", "買い物"]
    assert len(sample.document.worksheet.resources) == len(sample_worksheet().resources)
    assert desk.undo_texts(sample) == ["課題の一覧に貼り付ける"] * 2
    QGuiApplication.clipboard().setText("x\ny\n")
    cell(sample, 0, "期限")
    QTest.keyClick(view(sample), Qt.Key.Key_V, CTRL)
    assert dialogs.texts("tell")[-1].startswith("2個のセルは")


def test_delete_empties_cells_and_takes_a_whole_row_only_with_its_title(sample: MainWindow) -> None:
    cell(sample, 0, "根拠")
    QTest.keyClick(view(sample), Qt.Key.Key_Delete)
    assert titles(sample) == ["送迎", "担い手", "場所"]
    assert sample.document.worksheet.concerns[0].reason == ""
    cell(sample, 1, "状態")
    QTest.keyClick(view(sample), Qt.Key.Key_Delete)
    assert sample.document.worksheet.concerns[1].state == "これから"
    assert desk.undo_texts(sample) == ["課題の内容を消す"] * 2
    view(sample).selectRow(0)
    QTest.keyClick(view(sample), Qt.Key.Key_Delete)
    assert titles(sample) == ["担い手", "場所"]
