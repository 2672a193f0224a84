"""New, open, save, import, PDF: with real files, and with everything that can go wrong around them."""

import os
import stat
import sys
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from resource_mapper.domain.edits import add
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Heading, Worksheet
from resource_mapper.storage import document_file
from resource_mapper.storage.document_file import open_document, save_document
from resource_mapper.ui.dialogs import Answer
from resource_mapper.ui.main_window import MainWindow
from resource_mapper.ui.settings import SettingsStore
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fake_dialogs import FakeDialogs
from tests.ui.conftest import NOW, Do

APP = "地域資源ワークシート"


@pytest.fixture
def book(tmp_path: Path, book_content: bytes) -> Path:
    """The sample as a workbook on disk."""
    path = tmp_path / "○○市 第3回.xlsx"
    path.write_bytes(book_content)
    return path


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, book: Path) -> Path:
    """The sample, opened from disk."""
    window.files.open_path(book)
    desk.wait_idle(qtbot, window)
    assert window.document.path == book
    return book


def edit(window: MainWindow, name: str = "新しい会") -> Worksheet:
    """Change something; return the worksheet."""
    window.document.edit("足す", add(window.document.worksheet, [make_resource(name, None)]))
    return window.document.worksheet


def on_disk(path: Path) -> Worksheet:
    return open_document(path).worksheet


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(document[0].get_textpage().get_text_bounded().split())
    finally:
        document.close()


def saved_label(window: MainWindow) -> str:
    return str(desk.child(window, "savedLabel").property("text"))


@contextmanager
def slow(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[threading.Event]:
    """Hold the worker in `document_file.<name>` until the event is set."""
    go_on, real = threading.Event(), getattr(document_file, name)

    def waiting(*args: object) -> object:
        assert go_on.wait(20)
        return real(*args)

    monkeypatch.setattr(document_file, name, waiting)
    yield go_on
    go_on.set()


class TestNewAndOpen:
    """Beginning a document."""

    def test_a_new_window_is_empty_untitled_and_clean(self, window: MainWindow) -> None:
        assert window.document.worksheet.resources == ()
        assert window.windowTitle() == f"無題のワークシート[*] ─ {APP}"
        assert not window.isWindowModified()
        assert saved_label(window) == ""

    def test_new(self, window: MainWindow, do: Do, opened: Path) -> None:
        do("newFile")
        assert window.document.worksheet == Worksheet(heading=Heading(made_on=NOW.date()))
        assert window.document.path is None
        assert window.windowTitle().startswith("無題のワークシート")
        assert not window.document.undo_stack.canUndo()

    def test_the_sample(self, window: MainWindow, do: Do) -> None:
        do("openSample")
        assert window.document.worksheet == sample_worksheet(NOW.date())
        assert window.document.path is None
        assert not window.document.is_dirty

    def test_open(self, window: MainWindow, dialogs: FakeDialogs, settings: SettingsStore, do: Do, book: Path) -> None:
        dialogs.will_open(book)
        do("openFile")
        assert window.document.worksheet == sample_worksheet(NOW.date())
        assert window.windowTitle() == f"○○市 第3回[*] ─ {APP}"
        assert not window.isWindowModified()
        assert settings.settings.recent_files == (str(book),)
        assert settings.settings.last_folder == str(book.parent)
        assert dialogs.texts("warn") == dialogs.texts("tell") == []
        assert desk.items_are_in_place(window)

    def test_the_next_question_begins_in_the_same_folder(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        dialogs.will_open(None)
        do("openFile")
        assert dialogs.said[-1].path == opened.parent
        assert window.document.path == opened, "thinking better of it changes nothing"

    def test_opening_shows_the_top_and_keeps_nothing_of_the_old_document(
        self, qtbot: QtBot, window: MainWindow, book: Path
    ) -> None:
        desk.show(window, make_worksheet(*many_resources(200)))
        window.selection.set(["town-0001"])
        window.view.verticalScrollBar().setValue(window.view.verticalScrollBar().maximum())
        window.files.open_path(book)
        desk.wait_idle(qtbot, window)
        assert window.view.verticalScrollBar().value() == window.view.verticalScrollBar().minimum()
        assert desk.selected(window) == ()
        assert not window.document.undo_stack.canUndo()

    def test_what_was_healed_on_reading_is_told(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, book: Path
    ) -> None:
        workbook = openpyxl.load_workbook(book)
        sheet = workbook["資源一覧"]
        header = {cell.value: cell.column for cell in next(row for row in sheet.iter_rows() if row[0].value)}
        column = header.get("定員") or next(
            cell.column for row in sheet.iter_rows(max_row=10) for cell in row if cell.value == "定員"
        )
        first = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "囲碁教室")
        sheet.cell(first, column).value = "約20"
        workbook.save(book)
        window.files.open_path(book)
        desk.wait_idle(qtbot, window)
        (told,) = [said for said in dialogs.said if said.kind == "tell"]
        assert "直しました" in told.text
        assert f"{first}行" in told.details
        assert "約20" in told.details
        assert "約20" in window.document.worksheet.resources[0].note, "nothing is lost"


class TestWhatCannotBeOpened:
    """A bad file is told in plain words and changes nothing."""

    BAD: Mapping[str, tuple[bytes | None, str]] = {
        "missing": (None, "見つかりません"),
        "empty": (b"", ""),
        "damaged": (b"PK\x03\x04 broken", "壊れている"),
        "no workbook": ("名称,場所\nサロン,会館\n".encode(), ""),
    }

    def test_it_is_told(
        self,
        qtbot: QtBot,
        window: MainWindow,
        dialogs: FakeDialogs,
        opened: Path,
        subtests: pytest.Subtests,
    ) -> None:
        before = window.document.worksheet
        for kind, (content, words) in self.BAD.items():
            with subtests.test(kind):
                dialogs.forget()
                bad = opened.with_name(f"{kind}.xlsx")
                if content is not None:
                    bad.write_bytes(content)
                window.files.open_path(bad)
                desk.wait_idle(qtbot, window)
                (warning,) = dialogs.texts("warn")
                assert f"{kind}.xlsx" in warning
                assert words in warning
                assert window.document.worksheet is before
                assert window.document.path == opened
                assert not window.document.is_dirty
                assert bad.exists() is (content is not None)

    def test_somebody_elses_workbook_is_not_taken_for_ours(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
    ) -> None:
        path = tmp_path / "名簿.xlsx"
        workbook = openpyxl.Workbook()
        workbook.active.append(["氏名", "電話"])  # type: ignore[union-attr]
        workbook.save(path)
        window.files.open_path(path)
        desk.wait_idle(qtbot, window)
        assert len(dialogs.texts("warn")) == 1
        assert window.document.path is None

    def test_a_recent_file_that_is_gone_leaves_the_list(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, settings: SettingsStore, opened: Path
    ) -> None:
        opened.unlink()
        window.files.open_path(opened)
        desk.wait_idle(qtbot, window)
        assert len(dialogs.texts("warn")) == 1
        assert settings.settings.recent_files == ()


class TestSave:
    """Saving."""

    def test_the_first_save_asks_where_and_suggests_a_name(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, tmp_path: Path
    ) -> None:
        do("openSample")
        wanted = edit(window)
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
        edit(window)
        dialogs.will_save(None)
        do("saveFile")
        assert window.document.is_dirty
        assert window.document.path is None

    def test_later_saves_do_not_ask(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        for name in ("一つめ", "二つめ"):
            wanted = edit(window, name)
            do("saveFile")
            assert on_disk(opened) == wanted
        assert dialogs.said == []

    def test_the_mark_and_the_words_of_the_saved_state(self, window: MainWindow, do: Do, opened: Path) -> None:
        edit(window)
        assert window.isWindowModified()
        assert saved_label(window) == "未保存の変更があります"
        do("saveFile")
        assert not window.isWindowModified()
        assert saved_label(window) == "保存済み 14:05"
        edit(window, "もう一つ")
        assert saved_label(window) == "未保存の変更があります"
        desk.trigger(window, "undo")
        assert not window.isWindowModified()
        assert saved_label(window) == "保存済み 14:05", "what is on the screen is what is on disk"
        desk.trigger(window, "undo")
        assert window.isWindowModified(), "older than the file is also different from the file"

    def test_another_document_has_not_been_saved_at_that_time(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        edit(window)
        do("saveFile")
        do("newFile")
        assert saved_label(window) == ""
        edit(window)
        dialogs.will_answer(Answer.DISCARD)
        do("newFile")
        assert saved_label(window) == ""

    def test_save_as_goes_on_with_the_new_file(
        self, window: MainWindow, dialogs: FakeDialogs, settings: SettingsStore, do: Do, opened: Path
    ) -> None:
        old = opened.read_bytes()
        wanted = edit(window)
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
        edit(window)
        do("saveFile")
        assert openpyxl.load_workbook(opened)["わたしのメモ"]["A1"].value == "忘れずに"

    def test_what_somebody_else_saved_meanwhile_is_not_overwritten(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        theirs = add(sample_worksheet(), [make_resource("同僚の会")])
        save_document(theirs, opened)
        mine = edit(window)
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
        wanted = edit(window)
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
        wanted = edit(window)
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
        edit(window)
        do("saveFile")
        wanted = edit(window)
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
        edit(window)
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
        edit(window)
        dialogs.will_save(tmp_path / "ない" / "a.xlsx")
        dialogs.will_choose("")
        do("saveFile")
        assert "フォルダーが見つからない" in dialogs.texts("choose")[0]
        assert window.document.is_dirty


class TestWhileWorkIsRunning:
    """The worker reads and writes; the hands go on."""

    def test_edits_made_during_a_save_stay_dirty(
        self, qtbot: QtBot, window: MainWindow, opened: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = edit(window, "間に合う")
        with slow(monkeypatch, "save_document"):
            desk.trigger(window, "saveFile")
            assert desk.child(window, "busyBar").isVisible()
            assert not window.actions_by_id["saveFile"].isEnabled()
            second = edit(window, "間に合わない")
        desk.wait_idle(qtbot, window)
        assert on_disk(opened) == first
        assert window.document.worksheet == second
        assert window.document.is_dirty
        assert window.isWindowModified()
        assert not desk.child(window, "busyBar").isVisible()
        desk.trigger(window, "saveFile")
        desk.wait_idle(qtbot, window)
        assert on_disk(opened) == second
        assert not window.document.is_dirty

    def test_typing_on_in_a_field_during_a_save_stays_dirty(
        self, qtbot: QtBot, window: MainWindow, opened: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        window.selection.set(["sample-01"])
        window.workspace.show_panel("inspector")
        place = desk.child(window, "field_place")
        place.setFocus()
        QTest.keyClicks(place, "A")
        with slow(monkeypatch, "save_document"):
            desk.trigger(window, "saveFile")
            QTest.keyClicks(place, "B")
        desk.wait_idle(qtbot, window)
        assert desk.resource(window, "sample-01").place == "AB"
        assert on_disk(opened).resources[0].place == "A"
        assert window.document.is_dirty

    def test_an_undo_and_another_edit_during_a_save_stay_dirty(
        self, qtbot: QtBot, window: MainWindow, opened: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = edit(window, "保存される")
        with slow(monkeypatch, "save_document"):
            desk.trigger(window, "saveFile")
            window.document.undo_stack.undo()
            edit(window, "保存されない")
        desk.wait_idle(qtbot, window)
        assert on_disk(opened) == first
        assert window.document.is_dirty

    def test_an_edit_taken_back_during_a_save_leaves_a_clean_document(
        self, qtbot: QtBot, window: MainWindow, opened: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        edit(window)
        with slow(monkeypatch, "save_document"):
            desk.trigger(window, "saveFile")
            edit(window, "やめた")
            window.document.undo_stack.undo()
        desk.wait_idle(qtbot, window)
        assert not window.document.is_dirty

    def test_what_is_written_while_another_file_is_being_read_is_not_dropped_unasked(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dialogs.will_answer(Answer.CANCEL)
        with slow(monkeypatch, "open_document"):
            window.files.open_path(book)
            mine = edit(window, "途中で書いた会")
        desk.wait_idle(qtbot, window)
        assert window.document.worksheet == mine
        assert window.document.path is None

    def test_saving_on_closing_does_not_drop_what_was_written_meanwhile(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, opened: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        edit(window)
        dialogs.will_answer(Answer.SAVE, Answer.CANCEL)
        with slow(monkeypatch, "save_document"):
            window.close()
            mine = edit(window, "閉じる間に書いた会")
        desk.wait_idle(qtbot, window)
        assert window.isVisible()
        assert window.document.worksheet == mine
        assert window.document.is_dirty

    def test_closing_during_a_save_waits_for_it(
        self, qtbot: QtBot, window: MainWindow, opened: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        wanted = edit(window)
        with slow(monkeypatch, "save_document"):
            desk.trigger(window, "saveFile")
            window.close()
            assert window.isVisible()
        qtbot.waitUntil(lambda: not window.isVisible())
        assert on_disk(opened) == wanted


class TestUnsavedWork:
    """Before work would be lost, a question with three answers."""

    def test_doing_without_it(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        for action in ("openFile", "openSample", "newFile"):
            edit(window)
            dialogs.will_answer(Answer.DISCARD)
            if action == "openFile":
                dialogs.will_open(opened)
            do(action)
            assert not window.document.is_dirty
            assert "新しい会" not in desk.names(window.document.worksheet.resources)
        assert dialogs.texts("unsaved") == ["○○市 第3回", "○○市 第3回", "無題のワークシート"]
        assert on_disk(opened) == sample_worksheet(NOW.date())

    def test_thinking_better_of_it(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        mine = edit(window)
        for action in ("openFile", "openSample", "newFile"):
            dialogs.will_answer(Answer.CANCEL)
            do(action)
            assert window.document.worksheet is mine
            assert window.document.path == opened
            assert window.document.is_dirty

    def test_saving_first(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        for action in ("openFile", "newFile"):
            mine = edit(window)
            dialogs.will_answer(Answer.SAVE)
            if action == "openFile":
                dialogs.will_open(opened)
            do(action)
            assert on_disk(opened) == mine
            assert (window.document.worksheet == mine) is (action == "openFile")

    def test_saving_an_untitled_one_asks_for_a_name_and_no_name_stops_everything(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, tmp_path: Path
    ) -> None:
        mine = edit(window)
        dialogs.will_answer(Answer.SAVE)
        dialogs.will_save(None)
        do("newFile")
        assert window.document.worksheet is mine
        dialogs.will_answer(Answer.SAVE)
        dialogs.will_save(tmp_path / "a.xlsx")
        do("newFile")
        assert on_disk(tmp_path / "a.xlsx") == mine
        assert window.document.worksheet.resources == ()

    def test_a_save_that_fails_stops_everything(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, tmp_path: Path
    ) -> None:
        mine = edit(window)
        dialogs.will_answer(Answer.SAVE)
        dialogs.will_save(tmp_path / "ない" / "a.xlsx")
        dialogs.will_choose("")
        do("newFile")
        assert len(dialogs.texts("choose")) == 1
        assert window.document.worksheet is mine

    def test_a_clean_document_is_not_asked_about(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        do("newFile")
        do("openSample")
        assert dialogs.texts("unsaved") == []


class TestClosing:
    """Closing the window."""

    def test_a_clean_one_closes_at_once(self, window: MainWindow) -> None:
        window.close()
        assert not window.isVisible()

    def test_the_action_closes_too(self, window: MainWindow) -> None:
        desk.trigger(window, "quit")
        assert not window.isVisible()

    def test_thinking_better_of_it(self, window: MainWindow, dialogs: FakeDialogs) -> None:
        edit(window)
        dialogs.will_answer(Answer.CANCEL, Answer.CANCEL)
        window.close()
        assert window.isVisible()
        window.close()
        assert window.isVisible()
        assert window.document.is_dirty

    def test_doing_without_it(self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, opened: Path) -> None:
        edit(window)
        dialogs.will_answer(Answer.DISCARD)
        window.close()
        qtbot.waitUntil(lambda: not window.isVisible())
        assert on_disk(opened) == sample_worksheet(NOW.date())

    def test_saving_first(self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, opened: Path) -> None:
        mine = edit(window)
        dialogs.will_answer(Answer.SAVE)
        window.close()
        qtbot.waitUntil(lambda: not window.isVisible())
        assert on_disk(opened) == mine

    @pytest.mark.skipif(sys.platform == "win32", reason="nothing to fail on")
    def test_a_save_that_fails_keeps_the_window(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
    ) -> None:
        edit(window)
        dialogs.will_answer(Answer.SAVE)
        dialogs.will_save(tmp_path / "ない" / "a.xlsx")
        dialogs.will_choose("")
        window.close()
        desk.wait_idle(qtbot, window)
        assert window.isVisible()
        assert window.document.is_dirty

    def test_an_open_conversion_counts_as_unsaved_work(
        self, window: MainWindow, dialogs: FakeDialogs, opened: Path
    ) -> None:
        window.selection.set(["sample-01"])
        window.workspace.show_panel("inspector")
        place = desk.child(window, "field_place")
        place.setFocus()
        ime.compose(place, "集会所")
        dialogs.will_answer(Answer.CANCEL)
        window.close()
        assert window.isVisible()
        assert desk.resource(window, "sample-01").place == "集会所"


class TestNamesInPlace:
    """A name that is being written on the card itself."""

    @pytest.fixture
    def writing(self, window: MainWindow, opened: Path) -> str:
        """Write a name over いきいきサロン; Enter has not been pressed yet."""
        window.selection.set(["sample-09"])
        window.view.setFocus()
        desk.trigger(window, "renameCard")
        QTest.keyClicks(window.view.name_editor, "Salon")
        assert desk.resource(window, "sample-09").name == "いきいきサロン"
        return "Salon"

    def test_saving_takes_it_along(self, window: MainWindow, do: Do, opened: Path, writing: str) -> None:
        do("saveFile")
        assert on_disk(opened).get("sample-09") == desk.resource(window, "sample-09")
        assert desk.resource(window, "sample-09").name == writing
        assert not window.document.is_dirty

    @pytest.mark.parametrize("action", ["newFile", "openSample", "openFile", "quit"])
    def test_it_counts_as_unsaved_work(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, writing: str, action: str
    ) -> None:
        dialogs.will_answer(Answer.CANCEL)
        do(action)
        assert window.isVisible()
        assert desk.resource(window, "sample-09").name == writing

    def test_it_is_printed(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path, writing: str) -> None:
        dialogs.will_save(opened.with_name("a.pdf"))
        do("exportPdf")
        assert writing in text_of(opened.with_name("a.pdf"))

    def test_a_recent_file_waits_for_it(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, writing: str
    ) -> None:
        dialogs.will_answer(Answer.CANCEL)
        menu = window.findChild(QMenu, "recentMenu")
        assert menu is not None
        menu.aboutToShow.emit()
        menu.actions()[0].trigger()
        desk.wait_idle(qtbot, window)
        assert desk.resource(window, "sample-09").name == writing


def test_saving_takes_an_open_conversion_along(window: MainWindow, do: Do, opened: Path) -> None:
    window.selection.set(["sample-01"])
    window.workspace.show_panel("inspector")
    place = desk.child(window, "field_place")
    place.setFocus()
    ime.compose(place, "集会所")
    do("saveFile")
    assert on_disk(opened).resources[0].place == "集会所"
    assert not window.document.is_dirty


class TestRecentFiles:
    """最近使ったファイル."""

    def entries(self, window: MainWindow) -> list[QAction]:
        menu = window.findChild(QMenu, "recentMenu")
        assert menu is not None
        menu.aboutToShow.emit()
        return menu.actions()

    def test_an_empty_list_says_so(self, window: MainWindow) -> None:
        (only,) = self.entries(window)
        assert only.text() == "まだありません"
        assert not only.isEnabled()

    def test_the_newest_comes_first_and_opens(self, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
        paths = [tmp_path / f"{name}.xlsx" for name in ("い", "ろ")]
        for path in paths:
            save_document(make_worksheet(make_resource(path.stem)), path)
            window.files.open_path(path)
            desk.wait_idle(qtbot, window)
        entries = self.entries(window)
        assert [entry.text() for entry in entries] == ["&1  ろ.xlsx", "&2  い.xlsx"]
        assert entries[1].toolTip() == str(paths[0])
        entries[1].trigger()
        desk.wait_idle(qtbot, window)
        assert window.document.path == paths[0]
        assert [entry.text() for entry in self.entries(window)] == ["&1  い.xlsx", "&2  ろ.xlsx"]

    def test_an_ampersand_in_a_name_is_shown(self, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
        path = tmp_path / "A&B.xlsx"
        save_document(make_worksheet(), path)
        window.files.open_path(path)
        desk.wait_idle(qtbot, window)
        assert self.entries(window)[0].text() == "&1  A&&B.xlsx"

    def test_it_waits_for_unsaved_work(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, opened: Path
    ) -> None:
        mine = edit(window)
        dialogs.will_answer(Answer.CANCEL)
        self.entries(window)[0].trigger()
        desk.wait_idle(qtbot, window)
        assert window.document.worksheet is mine


class TestPdf:
    """PDFs of the sheet."""

    def test_the_worksheet(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        path = opened.with_name("出力.pdf")
        dialogs.will_save(path)
        do("exportPdf")
        assert dialogs.said[0].path == opened.with_name("○○市 第3回_資源ワークシート.pdf")
        assert "いきいきサロン" in text_of(path)
        (told,) = [said for said in dialogs.said if said.kind == "tell"]
        assert "出力.pdf" in told.text
        assert "A3" in told.details
        assert not window.document.is_dirty
        assert window.document.path == opened

    def test_it_prints_what_is_on_the_screen(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        edit(window)
        window.document.edit("名前", make_worksheet(make_resource("まだ保存していない会")))
        path = opened.with_name("a.pdf")
        dialogs.will_save(path)
        do("exportPdf")
        assert "まだ保存していない会" in text_of(path)

    def test_the_blank_sheet(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        path = opened.with_name("白紙.pdf")
        dialogs.will_save(path)
        do("exportBlank")
        assert dialogs.said[0].path == opened.with_name("○○市 第3回_記入用シート.pdf")
        text = text_of(path)
        assert "いきいきサロン" not in text
        assert "介護サービス" in text

    def test_what_will_not_print_as_it_stands_is_told_first(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, tmp_path: Path
    ) -> None:
        long = make_resource("とても長い名前の" * 30)
        desk.show(window, make_worksheet(long, make_resource("絵文字\U0001f600の会")))
        dialogs.will_agree(False)
        do("exportPdf")
        (asked,) = dialogs.said
        assert "\U0001f600" in asked.details
        assert long.name in asked.details
        dialogs.will_agree(True)
        dialogs.will_save(tmp_path / "a.pdf")
        do("exportPdf")
        assert (tmp_path / "a.pdf").stat().st_size > 1000

    def test_thinking_better_of_it_writes_nothing(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        dialogs.will_save(None)
        do("exportPdf")
        assert [path.name for path in opened.parent.iterdir() if path.suffix == ".pdf"] == []
        assert dialogs.texts("tell") == []

    def test_a_place_that_cannot_be_written_is_told(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        dialogs.will_save(opened.with_name("ない") / "a.pdf")
        do("exportPdf")
        assert "保存できませんでした" in dialogs.texts("warn")[0]
        assert dialogs.texts("tell") == []


def test_an_unexpected_error_in_the_worker_is_not_swallowed(
    qtbot: QtBot, window: MainWindow, opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> str:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(document_file, "save_document", broken)
    edit(window)
    with qtbot.capture_exceptions() as caught:
        desk.trigger(window, "saveFile")
        desk.wait_idle(qtbot, window)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert window.document.is_dirty
    assert window.actions_by_id["saveFile"].isEnabled(), "the next try is possible"


def test_keys_of_the_file_menu(qtbot: QtBot, window: MainWindow, opened: Path) -> None:
    wanted = edit(window)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.wait_idle(qtbot, window)
    assert on_disk(opened) == wanted
