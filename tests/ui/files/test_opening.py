"""New documents, opening real files, recent files, and everything that can go wrong there."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Heading, Worksheet
from resource_mapper.storage.document_file import save_document
from resource_mapper.ui.asking.dialogs import Answer
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.documents import change, saved_label
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fake_dialogs import FakeDialogs
from tests.ui.conftest import NOW, Do

APP = "地域資源ワークシート"


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
        mine = change(window)
        dialogs.will_answer(Answer.CANCEL)
        self.entries(window)[0].trigger()
        desk.wait_idle(qtbot, window)
        assert window.document.worksheet is mine
