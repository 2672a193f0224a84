"""No unsaved work goes unasked: a new document, another one, the end, a name half written."""

import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.ui.asking.dialogs import Answer
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.documents import change, on_disk
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.pdf import read_pdf
from tests.ui.conftest import NOW, Do


class TestUnsavedWork:
    """Before work would be lost, a question with three answers."""

    def test_doing_without_it(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        for action in ("openFile", "openSample", "newFile"):
            change(window)
            dialogs.will_answer(Answer.DISCARD)
            if action == "openFile":
                dialogs.will_open(opened)
            do(action)
            assert not window.document.is_dirty
            assert "新しい会" not in desk.names(window.document.worksheet.resources)
        assert dialogs.texts("unsaved") == ["○○市 第3回", "○○市 第3回", "無題のワークシート"]
        assert on_disk(opened) == sample_worksheet(NOW.date())

    def test_thinking_better_of_it(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        mine = change(window)
        for action in ("openFile", "openSample", "newFile"):
            dialogs.will_answer(Answer.CANCEL)
            do(action)
            assert window.document.worksheet is mine
            assert window.document.path == opened
            assert window.document.is_dirty

    def test_saving_first(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        for action in ("openFile", "newFile"):
            mine = change(window)
            dialogs.will_answer(Answer.SAVE)
            if action == "openFile":
                dialogs.will_open(opened)
            do(action)
            assert on_disk(opened) == mine
            assert (window.document.worksheet == mine) is (action == "openFile")

    def test_saving_an_untitled_one_asks_for_a_name_and_no_name_stops_everything(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, tmp_path: Path
    ) -> None:
        mine = change(window)
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
        mine = change(window)
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
        change(window)
        dialogs.will_answer(Answer.CANCEL, Answer.CANCEL)
        window.close()
        assert window.isVisible()
        window.close()
        assert window.isVisible()
        assert window.document.is_dirty

    def test_doing_without_it(self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, opened: Path) -> None:
        change(window)
        dialogs.will_answer(Answer.DISCARD)
        window.close()
        qtbot.waitUntil(lambda: not window.isVisible())
        assert on_disk(opened) == sample_worksheet(NOW.date())

    def test_saving_first(self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, opened: Path) -> None:
        mine = change(window)
        dialogs.will_answer(Answer.SAVE)
        window.close()
        qtbot.waitUntil(lambda: not window.isVisible())
        assert on_disk(opened) == mine

    @pytest.mark.skipif(sys.platform == "win32", reason="nothing to fail on")
    def test_a_save_that_fails_keeps_the_window(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
    ) -> None:
        change(window)
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
        assert writing in read_pdf(opened.with_name("a.pdf").read_bytes()).texts[0]

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
