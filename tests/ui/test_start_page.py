"""はじめの画面: the first thing anybody sees; and files dropped onto the window."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.town import TOWNS
from resource_mapper.domain.training import town_worksheet
from resource_mapper.storage import document_file
from resource_mapper.storage.document_file import OpenedDocument, open_document, save_document
from resource_mapper.ui.commands.actions import ACTIONS
from resource_mapper.ui.files.recent_files import when
from resource_mapper.ui.files.recent_list import DetailRole, FileRole
from resource_mapper.ui.importing.import_dialog import ImportDialog
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.answering import answering
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.mouse import LEFT
from tests.ui.conftest import NOW

Report = Callable[[float], object]
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def files(tmp_path: Path, settings: SettingsStore) -> list[Path]:
    """A file that is there, used last, and one that is gone."""
    there, gone = tmp_path / "東地区.xlsx", tmp_path / "北地区.xlsx"
    save_document(sample_worksheet(), there)
    yesterday = (NOW - timedelta(days=1)).timestamp()
    os.utime(there, (yesterday, yesterday))
    settings.remember_file(gone)
    settings.remember_file(there)
    return [there, gone]


@pytest.fixture
def start(window: MainWindow, files: list[Path], qtbot: QtBot) -> MainWindow:
    window.show_start()
    qtbot.waitUntil(lambda: window.start.recent.item(1).data(FileRole).is_missing)
    return window


def test_a_workbook_that_takes_long_is_named_until_it_is_opened(
    start: MainWindow, files: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    let_go = Event()

    def slow(path: Path, report: Report) -> OpenedDocument:
        report(0.5)
        assert let_go.wait(30)
        return open_document(path, report)

    monkeypatch.setattr(document_file, "open_document", slow)
    start.start.file_chosen.emit(files[0])
    assert start.start.isVisible()
    qtbot.waitUntil(lambda: not start.start.isVisible())
    words = [label.text() for label in desk.child(start, "openingPage").findChildren(QLabel)]
    assert words == ["「東地区.xlsx」を開いています…"]
    assert desk.child(start, "cancelOpening").isVisible()
    let_go.set()
    desk.wait_idle(qtbot, start)
    assert start.document.path == files[0]
    assert start.view.isVisible()


@pytest.mark.parametrize("by_key", [False, True], ids=["button", "Esc"])
def test_opening_can_be_called_off(
    start: MainWindow, files: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, by_key: bool
) -> None:
    def endless(path: Path, report: Report) -> OpenedDocument:
        while True:
            report(0.5)

    monkeypatch.setattr(document_file, "open_document", endless)
    start.opening.show(files[0])
    start.files.open_path(files[0])
    if by_key:
        QTest.keyClick(start, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(desk.child(start, "cancelOpening"), LEFT)
    desk.wait_idle(qtbot, start)
    assert start.start.isVisible()
    assert start.document.path is None


def test_after_a_workbook_that_cannot_be_opened_the_start_page_is_there_again(
    start: MainWindow, files: list[Path], dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    start.opening.show(files[1])
    start.files.open_path(files[1])
    desk.wait_idle(qtbot, start)
    assert len(dialogs.said) == 1
    assert start.start.isVisible()


def test_a_window_that_is_not_furnished_yet_can_be_closed(qtbot: QtBot, settings: SettingsStore) -> None:
    frame = MainWindow(settings, lambda: NOW)
    qtbot.addWidget(frame)
    frame.show_start()
    frame.show()
    assert frame.is_at_start
    frame.open_path(Path("a.xlsx"))
    assert frame.close()


def test_it_begins_with_the_first_tile_and_without_bars(start: MainWindow) -> None:
    assert start.is_at_start
    assert desk.child(start, "start_newFile").hasFocus()
    assert not start.toolbar.isVisible()
    assert not start.actions_by_id["saveFile"].isEnabled()
    assert start.actions_by_id["openFile"].isEnabled()
    assert not [spec.id for spec in ACTIONS if spec.group == "work" and start.actions_by_id[spec.id].isEnabled()]
    assert not desk.child(start, "backToSheet").isVisible()


def test_tiles_begin_the_work(start: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(desk.child(start, "start_openSample"), LEFT)
    assert len(start.document.worksheet.resources) == 24
    assert not start.is_at_start
    assert start.toolbar.isVisible()
    assert start.side.quick_add.hasFocus()
    desk.wait_idle(qtbot, start)
    desk.trigger(start, "showStart")
    QTest.mouseClick(desk.child(start, "start_newFile"), LEFT)
    assert start.document.worksheet.resources == ()
    assert not start.is_at_start


def test_one_can_go_back_to_the_work(start: MainWindow) -> None:
    sheet = desk.show(start, sample_worksheet())
    desk.trigger(start, "showStart")
    back = desk.child(start, "backToSheet")
    assert back.hasFocus()
    QTest.keyClick(back, Qt.Key.Key_Space)
    assert not start.is_at_start
    assert start.document.worksheet == sheet


def test_it_tells_what_was_used_last(start: MainWindow, files: list[Path], tmp_path: Path) -> None:
    recent = start.start.recent
    assert [recent.item(row).text() for row in range(2)] == ["東地区", "北地区"]
    details = [recent.item(row).data(DetailRole) for row in range(2)]
    assert details == [f"きのう 14:05　{tmp_path}", f"見つかりません　{tmp_path}"]


def test_a_file_is_opened_by_a_click_a_missing_one_is_not(
    start: MainWindow, files: list[Path], qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    recent = start.start.recent
    for row in (1, 0):
        QTest.mouseClick(recent.viewport(), LEFT, NO_KEY, recent.visualItemRect(recent.item(row)).center())
        desk.wait_idle(qtbot, start)
        assert start.is_at_start is (row == 1)
    assert start.document.path == files[0]
    assert dialogs.said == []


def test_files_are_walked_opened_and_forgotten_by_keyboard(
    start: MainWindow, files: list[Path], qtbot: QtBot, settings: SettingsStore
) -> None:
    tile = desk.child(start, "start_newFile")
    names = []
    for _ in range(10):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "start_newFile",
        "start_openSample",
        "start_importList",
        "start_openFile",
        "recentList",
        "forgetRecent",
        *(f"start_openTown_{town.id}" for town in TOWNS),
        "start_startMethod",
    ]
    assert tile.hasFocus(), "and round again"
    recent = start.start.recent
    recent.setFocus()
    QTest.keyClick(recent, Qt.Key.Key_Down)
    QTest.keyClick(recent, Qt.Key.Key_Delete)
    assert settings.settings.recent_files == (str(files[0]),)
    assert recent.count() == 1
    QTest.keyClick(recent, Qt.Key.Key_Return)
    desk.wait_idle(qtbot, start)
    assert start.document.path == files[0]


def test_the_last_one_forgotten_leaves_an_invitation(start: MainWindow) -> None:
    for _ in range(2):
        QTest.mouseClick(desk.child(start, "forgetRecent"), LEFT)
    assert not start.start.recent.isVisible()
    assert not desk.child(start, "forgetRecent").isVisible()


def test_adding_a_card_goes_to_the_work(start: MainWindow) -> None:
    start.side.quick_add.names_entered.emit(["サロン"])
    assert not start.is_at_start


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (NOW - timedelta(minutes=5), "きょう 14:00"),
        (NOW - timedelta(hours=20), "きのう 18:05"),
        (NOW - timedelta(days=20), "2026年11月3日"),
    ],
)
def test_times_are_said_as_one_says_them(changed: datetime, words: str) -> None:
    assert when(changed, NOW) == words


class TestDrop:
    """A file dropped onto the window."""

    def drop(self, window: MainWindow, *paths: Path) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        buttons = Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(QPoint(400, 300), Qt.DropAction.CopyAction, data, buttons, NO_KEY)
        enter.ignore()
        QApplication.sendEvent(window, enter)
        if enter.isAccepted():
            event = QDropEvent(QPoint(400, 300), Qt.DropAction.CopyAction, data, buttons, NO_KEY)
            QApplication.sendEvent(window, event)
        return enter.isAccepted()

    def test_a_worksheet_is_opened(self, start: MainWindow, files: list[Path], qtbot: QtBot) -> None:
        assert self.drop(start, files[0])
        qtbot.waitUntil(lambda: start.document.path == files[0])
        desk.wait_idle(qtbot, start)
        assert not start.is_at_start

    def test_a_list_is_shown_and_imported(self, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
        from openpyxl import Workbook

        book = Workbook()
        sheet = book.create_sheet("一覧", 0)
        sheet.append(["名称", "場所"])
        sheet.append(["ひだまりサロン", "公民館"])
        book.save(tmp_path / "一覧.xlsx")

        def accept(dialog: ImportDialog) -> None:
            qtbot.waitUntil(lambda: dialog.is_settled)
            dialog.accept()

        with answering(ImportDialog, accept):
            assert self.drop(window, tmp_path / "一覧.xlsx")
            qtbot.waitUntil(lambda: len(window.document.worksheet.resources) == 1)
        desk.wait_idle(qtbot, window)
        assert window.document.worksheet.resources[0].name == "ひだまりサロン"

    def test_what_cannot_be_read_is_not_taken(self, window: MainWindow, tmp_path: Path) -> None:
        assert not self.drop(window, tmp_path / "写真.jpg")
        assert not self.drop(window, tmp_path / "a.xlsx", tmp_path / "b.xlsx")
        assert not window.view.acceptDrops()


@pytest.mark.parametrize("town", ["urban", "suburb", "mountain"])
def test_a_town_to_train_on_opens_untitled_and_new(start: MainWindow, town: str) -> None:
    QTest.mouseClick(desk.child(start, f"start_openTown_{town}"), LEFT)
    assert not start.is_at_start
    assert start.document.worksheet == town_worksheet(town, NOW.date())
    assert start.document.path is None
    assert not start.document.is_dirty


def test_who_starts_for_the_first_time_is_offered_the_guide(
    window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    window.settings.update(recent_files=())
    window.show_start()
    assert desk.child(window, "offerMethod").isVisible()
    assert not desk.child(window, "start_startMethod").isVisible(), "one way is enough"
    QTest.mouseClick(desk.child(window, "offerMethod"), LEFT)
    assert not window.is_at_start
    assert window.method.strip.isVisible()
    desk.trigger(window, "showStart")
    assert not window.method.strip.isVisible()
    window.settings.remember_file(files[0])
    desk.trigger(window, "showStart")
    assert not desk.child(window, "offerMethod").isVisible()
    QTest.mouseClick(desk.child(window, "start_startMethod"), LEFT)
    assert window.method.strip.isVisible(), "it was not closed before"
