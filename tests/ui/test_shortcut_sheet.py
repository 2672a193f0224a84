"""キーの一覧: complete, and found by words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget

from resource_mapper.ui.commands.actions import ACTIONS
from resource_mapper.ui.commands.shortcut_sheet import ShortcutSheet, shortcuts
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk


@pytest.fixture
def sheet(window: MainWindow) -> ShortcutSheet:
    desk.trigger(window, "showKeys")
    QApplication.processEvents()
    found = window.findChild(ShortcutSheet)
    assert isinstance(found, ShortcutSheet)
    return found


def lines(sheet: ShortcutSheet) -> list[tuple[str, str]]:
    table = desk.child(sheet, "shortcutTable")
    assert isinstance(table, QTableWidget)
    cells = [[table.item(row, column) for column in (0, 1)] for row in range(table.rowCount())]
    return [(left.text().strip() if left else "", right.text() if right else "") for left, right in cells]


def test_every_shortcut_of_the_table_is_on_it_once() -> None:
    listed = [one.words.removeprefix("並べ方：") for one in shortcuts()]
    for spec in ACTIONS:
        assert listed.count(spec.text.rstrip("…")) == (1 if spec.shortcut else 0), spec.id
    assert len({(one.topic, one.keys) for one in shortcuts()}) == len(shortcuts())


def test_plus_stays_a_key_of_its_own() -> None:
    keys = {one.words: one.keys for one in shortcuts()}
    assert keys["拡大"] == "Ctrl + +"
    assert keys["別名で保存"] == "Ctrl + Shift + S"


def test_it_stays_beside_the_work_and_opens_once(sheet: ShortcutSheet, window: MainWindow) -> None:
    assert not sheet.isModal()
    desk.trigger(window, "showKeys")
    assert len(window.findChildren(ShortcutSheet)) == 1
    assert ("ファイル", "") in lines(sheet)
    assert ("Ctrl + S", "保存") in lines(sheet)
    assert ("Alt + ↑ ↓", "カードを上下の行へ移す") in lines(sheet)


def test_words_narrow_it_down(sheet: ShortcutSheet) -> None:
    search = desk.child(sheet, "shortcutSearch")
    QTest.keyClicks(search, "ctrl shift s")
    assert ("Ctrl + Shift + S", "別名で保存") in lines(sheet)
    assert ("Ctrl + S", "保存") not in lines(sheet)
    QTest.keyClicks(search, "zzz")
    assert lines(sheet) == []
    hints = [label.text() for label in sheet.findChildren(type(sheet._none)) if label.isVisible()]
    assert "見つかりません。ほかのことばでお試しください" in hints


def test_no_line_is_cut_however_narrow(sheet: ShortcutSheet) -> None:
    sheet.resize(sheet.minimumSizeHint().width(), 500)
    table = desk.child(sheet, "shortcutTable")
    assert isinstance(table, QTableWidget)
    desk.settle(sheet)
    metrics, width = table.fontMetrics(), table.columnWidth(1)
    broken = 0
    for row, (_, words) in enumerate(lines(sheet)):
        needed = metrics.boundingRect(0, 0, width, 1000, Qt.TextFlag.TextWrapAnywhere, words).height()
        assert table.rowHeight(row) >= needed, words
        broken += needed > metrics.height()
    assert broken
