"""見出しを書く."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Calendar, Heading
from resource_mapper.ui.asking.heading_dialog import HeadingDialog
from resource_mapper.ui.window.main_window import MainWindow
from resource_mapper.ui.words import refusal_words
from tests.helpers import desk
from tests.helpers.answering import answering, button
from tests.ui.conftest import NOW


def line(dialog: HeadingDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"heading_{name}")
    assert found is not None
    return found


def problem(dialog: HeadingDialog) -> str:
    return next(label.text() for label in dialog.findChildren(QLabel) if label.property("role") == "error")


def test_what_is_written_is_one_step(window: MainWindow) -> None:
    sheet = desk.show(window, sample_worksheet())

    def write(dialog: HeadingDialog) -> None:
        line(dialog, "municipality").setText(" 桜台町　")
        line(dialog, "meeting").setText("第4回")
        line(dialog, "made_on").setText("2026/12/1")
        button(dialog, "変える").click()

    with answering(HeadingDialog, write):
        desk.trigger(window, "editHeading")
    wanted = replace(sheet.heading, municipality="桜台町", meeting="第4回", made_on=date(2026, 12, 1))
    assert window.document.worksheet == replace(sheet, heading=wanted)
    assert desk.undo_texts(window) == ["見出しを書く"]
    window.document.undo_stack.undo()
    assert window.document.worksheet == sheet


def test_thinking_better_of_it_changes_nothing(window: MainWindow) -> None:
    sheet = desk.show(window, sample_worksheet())

    def cancel(dialog: HeadingDialog) -> None:
        line(dialog, "title").setText("別の題")
        button(dialog, "やめる").click()

    def escape(dialog: HeadingDialog) -> None:
        line(dialog, "title").setText("別の題")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def accept_as_it_is(dialog: HeadingDialog) -> None:
        button(dialog, "変える").click()

    for leave in (cancel, escape, accept_as_it_is):
        with answering(HeadingDialog, leave):
            desk.trigger(window, "editHeading")
        assert window.document.worksheet is sheet
        assert window.document.undo_stack.count() == 0


def test_enter_takes_it(window: MainWindow) -> None:
    def write(dialog: HeadingDialog) -> None:
        line(dialog, "area").setText("中央圏域")
        QTest.keyClick(line(dialog, "area"), Qt.Key.Key_Return)

    with answering(HeadingDialog, write):
        desk.trigger(window, "editHeading")
    assert window.document.worksheet.heading.area == "中央圏域"


def test_today_is_the_day_of_the_clock(window: MainWindow) -> None:
    def write(dialog: HeadingDialog) -> None:
        today = dialog.findChild(QPushButton, "heading_today")
        assert today is not None
        assert "令和8年11月23日" in today.toolTip()
        today.click()
        button(dialog, "変える").click()

    with answering(HeadingDialog, write):
        desk.trigger(window, "editHeading")
    assert window.document.worksheet.heading.made_on == NOW.date()


def test_a_wrong_day_is_told_and_cannot_be_taken(qapp: object) -> None:
    dialog = HeadingDialog(Heading(made_on=date(2026, 4, 1)), NOW.date())
    line(dialog, "made_on").setText("4月の終わり")
    assert problem(dialog).startswith("日付を")
    assert not button(dialog, "変える").isEnabled()
    line(dialog, "made_on").setText("")
    assert problem(dialog) == ""
    assert button(dialog, "変える").isEnabled()
    assert dialog.heading().made_on is None


def test_the_calendar_is_kept_and_used(qapp: object) -> None:
    dialog = HeadingDialog(Heading(made_on=date(2026, 4, 1), calendar=Calendar.WESTERN), NOW.date())
    assert line(dialog, "made_on").text() == "2026年4月1日"
    chooser = dialog.findChild(QComboBox, "heading_calendar")
    assert chooser is not None
    assert dialog.heading().calendar is Calendar.WESTERN
    chooser.setCurrentText("和暦")
    assert dialog.heading() == Heading(made_on=date(2026, 4, 1), calendar=Calendar.ERA)


def test_text_that_cannot_be_stored_is_cleaned(qapp: object) -> None:
    dialog = HeadingDialog(Heading(), NOW.date())
    line(dialog, "meeting").setText("第3回\u2028会議\x07")
    line(dialog, "title").setText("")
    heading = dialog.heading()
    assert heading.meeting == "第3回 会議"
    assert heading.title == ""


def test_people_of_65_or_older_are_a_number_in_any_width(window: MainWindow) -> None:
    sheet = desk.show(window, sample_worksheet())

    def write(dialog: HeadingDialog) -> None:
        people = line(dialog, "elderly")
        for wrong in ("たくさん", "-3", "99,999,999"):
            people.setText(wrong)
            assert problem(dialog) == refusal_words.PEOPLE_NEEDED
            assert not button(dialog, "変える").isEnabled()
        people.setText("１２,３４５人")
        assert problem(dialog) == ""
        button(dialog, "変える").click()

    with answering(HeadingDialog, write):
        desk.trigger(window, "editHeading")
    assert window.document.worksheet.heading == replace(sheet.heading, elderly=12_345)
    again = HeadingDialog(window.document.worksheet.heading, NOW.date())
    assert line(again, "elderly").text() == "12,345"
    line(again, "elderly").setText("")
    assert again.heading().elderly is None


def test_it_shows_usual_headings_whole(qtbot: QtBot) -> None:
    dialog = HeadingDialog(sample_worksheet().heading, NOW.date())
    qtbot.addWidget(dialog)
    dialog.show()
    for line in dialog.findChildren(QLineEdit):
        assert line.fontMetrics().horizontalAdvance(line.text()) < line.width(), line.objectName()


def test_a_double_click_on_the_title_opens_it(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    window.show_workspace()
    view = window.view
    opened: list[HeadingDialog] = []

    def close(dialog: HeadingDialog) -> None:
        opened.append(dialog)
        dialog.reject()

    for x, y in ((30, 16), (370, 20)):
        with answering(HeadingDialog, close):
            place = view.mapFromScene(QPointF(x, y))
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    place = view.mapFromScene(QPointF(30, 60))
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(opened) == 2
