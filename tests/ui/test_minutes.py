"""気づきのまとめ and the finding of 終了後の行き先 in the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget

from resource_mapper.domain import edits, linking
from resource_mapper.domain.filtering import Filter
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.ui.asking.minutes_dialog import MinutesDialog
from resource_mapper.ui.canvas.link_items import ArrowItem
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.answering import button

C_TYPE = "sample-18"


def test_sentences_lead_to_their_cards_are_copied_and_follow_the_work(window: MainWindow) -> None:
    sheet = desk.show(window, sample_worksheet())
    desk.trigger(window, "showMinutes")
    dialog = window.findChild(MinutesDialog)
    assert dialog is not None
    listed, count = dialog.findChild(QListWidget, "minutesList"), dialog.findChild(QLabel, "minutesCount")
    assert listed is not None
    assert count is not None
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_End)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert desk.selected(window) == ("sample-10",)
    before = dialog.text
    assert count.text() == f"{len(before)}字（300字まで）"
    button(dialog, "文をコピー").click()
    assert QGuiApplication.clipboard().text() == before
    window.document.edit("類型", edits.change(sheet, {C_TYPE}, service_type="day_c"))
    assert "「通所C・訪問C」は、終了後の行き先がまだ書かれていません。" in dialog.text
    desk.trigger(window, "showMinutes")
    assert len(window.findChildren(MinutesDialog)) == 1
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_missing_way_on_is_among_the_findings_and_leads_to_its_card(window: MainWindow) -> None:
    sheet = desk.show(window, edits.change(sample_worksheet(), {C_TYPE}, service_type="visit_c"))
    panel = window.gaps
    row = panel.count() - 1
    assert panel.item(row).text() == "・「通所C・訪問C」は、終了後の行き先がありません"
    panel.setFocus()
    panel.setCurrentRow(row)
    assert not window.actions_by_id["addWish"].isEnabled(), "there is no gap to wish into"
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert desk.selected(window) == (C_TYPE,)
    place = panel.visualItemRect(panel.item(row)).center()
    window.selection.set([])
    QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert desk.selected(window) == (C_TYPE,)
    window.document.edit("つなぐ", linking.link(sheet, (C_TYPE, "sample-09")))
    assert panel.count() == row


def test_before_and_after_a_short_term_service_can_be_shown_alone(window: MainWindow) -> None:
    sheet = edits.change(sample_worksheet(), {C_TYPE}, service_type="day_c")
    desk.show(window, linking.link(sheet, ("sample-15", C_TYPE, "sample-09")))
    action = window.findChild(QAction, "filterAroundShortTerm")
    assert action is not None
    action.trigger()
    assert window.filter.matching == {"sample-15", C_TYPE, "sample-09"}
    window.filter.set(Filter(words="把握"))
    (faded, *others) = [item for item in window.scene.items() if isinstance(item, ArrowItem)]
    assert 0 < faded.opacity() < 1
    assert len(others) == 1
    window.filter.set_hides(True)
    assert faded.opacity() == 0
    window.filter.set(Filter(around_short_term=True))
    assert faded.opacity() == 1
    action.trigger()
    assert window.filter.matching is None
