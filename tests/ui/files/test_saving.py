"""Saving real files, and everything that can go wrong around it."""

import os
import stat
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resource_mapper.domain.edits import add
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Heading
from resource_mapper.storage import document_file
from resource_mapper.storage.document_file import save_document
from resource_mapper.ui.asking.dialogs import Answer
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.documents import change, on_disk, saved_label
from tests.helpers.factories import make_resource
from tests.helpers.fake_dialogs import FakeDialogs
from tests.ui.conftest import Do

APP = "地域資源ワークシート"


class TestSave:
    """Saving."""

    def test_the_first_save_asks_where_and_suggests_a_name(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, tmp_path: Path
    ) -> None:
        do("openSample")
        wanted = change(window)
        path = tmp_path / "地域資源.xlsx"
        dialogs.will_save(path)
        do("saveFile")
        assert dialogs.said[0].path is not None
        assert dialogs.said[0].path.name == "○○市_第2層協議体 第3回.xlsx"
        assert on_disk(path) == wanted
        assert window.windowTitle() == f"地域資源[*] ─ {APP}"
        assert not window.document.is_dirty
        assert saved_label(window) == "保存済み 14:05"

    def test_thinking_better_of_it_leaves_everything_unsaved(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do
    ) -> None:
        change(window)
        dialogs.will_save(None)
        do("saveFile")
        assert window.document.is_dirty
        assert window.document.path is None

    def test_later_saves_do_not_ask(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        for name in ("一つめ", "二つめ"):
            wanted = change(window, name)
            do("saveFile")
            assert on_disk(opened) == wanted
        assert dialogs.said == []

    def test_the_mark_and_the_words_of_the_saved_state(self, window: MainWindow, do: Do, opened: Path) -> None:
        change(window)
        assert window.isWindowModified()
        assert saved_label(window) == "未保存の変更があります"
        do("saveFile")
        assert not window.isWindowModified()
        assert saved_label(window) == "保存済み 14:05"
        change(window, "もう一つ")
        assert saved_label(window) == "未保存の変更があります"
        desk.trigger(window, "undo")
        assert not window.isWindowModified()
        assert saved_label(window) == "保存済み 14:05", "what is on the screen is what is on disk"
        desk.trigger(window, "undo")
        assert window.isWindowModified(), "older than the file is also different from the file"

    def test_another_document_has_not_been_saved_at_that_time(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        change(window)
        do("saveFile")
        do("newFile")
        assert saved_label(window) == ""
        change(window)
        dialogs.will_answer(Answer.DISCARD)
        do("newFile")
        assert saved_label(window) == ""

    def test_save_as_goes_on_with_the_new_file(
        self, window: MainWindow, dialogs: FakeDialogs, settings: SettingsStore, do: Do, opened: Path
    ) -> None:
        old = opened.read_bytes()
        wanted = change(window)
        new = opened.with_name("コピー.xlsx")
        dialogs.will_save(new)
        do("saveFileAs")
        assert (dialogs.said[0].text, dialogs.said[0].path) == ("別名で保存", opened)
        assert on_disk(new) == wanted
        assert opened.read_bytes() == old
        assert window.document.path == new
        assert settings.settings.recent_files == (str(new), str(opened))

    def test_a_suggested_name_has_only_allowed_characters(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do
    ) -> None:
        heading = Heading(municipality='市/町:村*?"<>|\\', meeting="第3回.")
        window.document.edit("見出し", replace(window.document.worksheet, heading=heading))
        dialogs.will_save(None)
        do("saveFile")
        assert dialogs.said[0].text == "保存", "there is no other name yet"
        assert dialogs.said[0].path is not None
        assert dialogs.said[0].path.name == "市＿町＿村＿＿＿＿＿＿＿_第3回.xlsx"

    def test_sheets_of_the_users_own_survive(self, window: MainWindow, do: Do, opened: Path) -> None:
        workbook = openpyxl.load_workbook(opened)
        workbook.create_sheet("わたしのメモ")["A1"] = "忘れずに"
        workbook.save(opened)
        window.files.open_path(opened)
        QApplication.processEvents()
        do("saveFile")
        change(window)
        do("saveFile")
        assert openpyxl.load_workbook(opened)["わたしのメモ"]["A1"].value == "忘れずに"

    def test_what_somebody_else_saved_meanwhile_is_not_overwritten(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        theirs = add(sample_worksheet(), [make_resource("同僚の会")])
        save_document(theirs, opened)
        mine = change(window)
        dialogs.will_choose("")
        do("saveFile")
        assert "ほかの人が書き換えています" in dialogs.texts("choose")[0]
        assert on_disk(opened) == theirs
        assert window.document.is_dirty
        new = opened.with_name("私の.xlsx")
        dialogs.will_choose("saveAs")
        dialogs.will_save(new)
        do("saveFile")
        assert on_disk(opened) == theirs
        assert on_disk(new) == mine
        assert window.document.path == new
        assert not window.document.is_dirty

    def test_what_a_save_would_lose_is_named_before(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, do: Do, book: Path
    ) -> None:
        with zipfile.ZipFile(book, "a") as archive:
            archive.writestr("xl/drawings/drawing1.xml", b"<xdr:wsDr><xdr:sp></xdr:sp></xdr:wsDr>")
        before = book.read_bytes()
        window.files.open_path(book)
        desk.wait_idle(qtbot, window)
        wanted = change(window)
        dialogs.will_choose("")
        do("saveFile")
        assert "残せないもの" in dialogs.texts("choose")[0]
        assert book.read_bytes() == before
        dialogs.will_choose("write")
        do("saveFile")
        assert on_disk(book) == wanted
        assert not window.document.is_dirty

    def test_a_file_that_has_been_deleted_is_written_anew_when_the_user_says_so(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        wanted = change(window)
        opened.unlink()
        dialogs.will_choose("", "write")
        do("saveFile")
        assert not opened.exists()
        do("saveFile")
        assert on_disk(opened) == wanted
        (_, question) = dialogs.texts("choose")
        assert "見つかりません" in question
        assert "引き継げません" in dialogs.said[-1].details

    def test_a_deleted_file_gets_the_users_sheets_from_its_earlier_version(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        book = openpyxl.load_workbook(opened)
        book.create_sheet("自分のメモ")["A1"] = "鍵は公民館"
        book.save(opened)
        window.files.open_path(opened)
        desk.wait_idle(qtbot, window)
        change(window)
        do("saveFile")
        wanted = change(window)
        opened.unlink()
        dialogs.will_choose("write")
        do("saveFile")
        assert "の保存のものを引き継ぎます" in dialogs.said[-1].details
        assert on_disk(opened) == wanted
        assert openpyxl.load_workbook(opened)["自分のメモ"]["A1"].value == "鍵は公民館"

    @pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
    def test_a_read_only_file_is_told_and_left(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path, read_only: None
    ) -> None:
        old = opened.read_bytes()
        opened.chmod(stat.S_IREAD)
        change(window)
        dialogs.will_choose("")
        do("saveFile")
        (warning,) = dialogs.texts("choose")
        assert "保存できませんでした" in warning
        assert opened.read_bytes() == old
        assert window.document.is_dirty
        assert saved_label(window) == "未保存の変更があります"

    @pytest.fixture
    def read_only(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let permissions count, also where the tests run as an administrator."""
        monkeypatch.setattr(os, "access", lambda path, mode: bool(Path(path).stat().st_mode & stat.S_IWRITE))

    def test_a_folder_that_is_gone_is_told(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, tmp_path: Path
    ) -> None:
        change(window)
        dialogs.will_save(tmp_path / "ない" / "a.xlsx")
        dialogs.will_choose("")
        do("saveFile")
        assert "フォルダーが見つからない" in dialogs.texts("choose")[0]
        assert window.document.is_dirty


def test_an_unexpected_error_in_the_worker_is_not_swallowed(
    qtbot: QtBot, window: MainWindow, opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> str:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(document_file, "save_document", broken)
    change(window)
    with qtbot.capture_exceptions() as caught:
        desk.trigger(window, "saveFile")
        desk.wait_idle(qtbot, window)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert window.document.is_dirty
    assert window.actions_by_id["saveFile"].isEnabled(), "the next try is possible"


def test_keys_of_the_file_menu(qtbot: QtBot, window: MainWindow, opened: Path) -> None:
    wanted = change(window)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.wait_idle(qtbot, window)
    assert on_disk(opened) == wanted
