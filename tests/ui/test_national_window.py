"""全国との比較 in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTabBar

from resource_mapper.domain import edits
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.ui.national_window import NationalWindow
from resource_mapper.ui.printing.print_window import PrintWindow
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.answering import answering
from tests.helpers.factories import make_resource
from tests.ui.test_accessibility import interactive, reachable, spoken_name


@pytest.fixture
def shown(window: MainWindow) -> NationalWindow:
    sheet = sample_worksheet()
    visit = make_resource("生活援助", service_type="visit_a")
    desk.show(window, sheet.with_resources((*sheet.resources, visit)))
    desk.trigger(window, "showNational")
    found = window.findChild(NationalWindow)
    assert found is not None
    return found


def cell(shown: NationalWindow, words: str, column: int = 1) -> str:
    model = shown.table.model()
    rows = [[str(model.index(row, each).data()) for each in (0, column)] for row in range(model.rowCount())]
    return next(found for label, found in rows if words in label)


def press(shown: NationalWindow, name: str) -> None:
    found = shown.findChild(QPushButton, name)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_it_follows_the_work_and_exists_once(window: MainWindow, shown: NationalWindow) -> None:
    assert cell(shown, "訪問A") == "1件"
    window.document.edit("消す", edits.remove(window.document.worksheet, {window.document.worksheet.resources[-1].id}))
    assert cell(shown, "訪問A") == "0件"
    desk.trigger(window, "showNational")
    assert len(window.findChildren(NationalWindow)) == 1
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_keys_lead_through_the_charts_to_the_table(shown: NationalWindow) -> None:
    tabs = shown.findChild(QTabBar, "nationalTabs")
    assert tabs is not None
    tabs.setFocus()
    seen = []
    for _ in range(3):
        assert shown.chart.isVisible()
        seen.append(shown.chart.accessibleDescription().split("の図")[0])
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert seen == ["総合事業", "通いの場の内容", "参加率"]
    assert shown.table.isVisible()
    assert not shown.chart.isVisible()
    assert "50.7％の市町村が実施※" in cell(shown, "訪問A", 2)


def test_its_words_can_be_taken_along(window: MainWindow, shown: NationalWindow) -> None:
    press(shown, "nationalCopy")
    text = QGuiApplication.clipboard().text()
    assert "訪問型サービス　訪問A（多様な主体によるサービス・活動）\t1件\t全国では50.7％" in text
    assert "出典：" in text


def test_the_towns_people_of_65_or_older_make_a_rate(window: MainWindow, shown: NationalWindow) -> None:
    sheet = window.document.worksheet
    sheet = edits.add(sheet, [make_resource("体操の会", category="gathering", participants=50)])
    window.document.edit("見出し", edits.set_heading(sheet, replace(sheet.heading, elderly=2_000)))
    assert cell(shown, "参加率　わがまち").startswith("2.5％")


def test_it_goes_to_paper(window: MainWindow, shown: NationalWindow) -> None:
    printed: list[tuple[str, ...]] = []

    def look(dialog: PrintWindow) -> None:
        printed.append(dialog.choices.choices().sheets)
        dialog.reject()

    with answering(PrintWindow, look):
        press(shown, "nationalPrint")
    assert printed == [("national",)]


def test_everything_in_it_has_a_name_of_its_own(shown: NationalWindow) -> None:
    shown.findChild(QTabBar).setCurrentIndex(3)  # type: ignore[union-attr]
    widgets = interactive(shown)
    names = [each.objectName() for each in widgets]
    assert "" not in names
    assert len(set(names)) == len(names)
    assert [each.objectName() for each in widgets if not spoken_name(each).strip()] == []
    assert {"nationalTabs", "nationalTable", "nationalNotes", "nationalCopy", "nationalPrint"} <= reachable(shown)


def test_the_notes_can_be_read_beside_the_table(shown: NationalWindow) -> None:
    notes = shown.findChild(QPlainTextEdit, "nationalNotes")
    assert notes is not None
    assert notes.isReadOnly()
    assert "893市町村は、1,741市町村の51.3％" in notes.toPlainText()
