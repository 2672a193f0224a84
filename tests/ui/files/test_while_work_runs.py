"""What is written while a file is being read or saved."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from resource_mapper.ui.asking.dialogs import Answer
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.documents import change, on_disk, slow
from tests.helpers.fake_dialogs import FakeDialogs


class TestWhileWorkIsRunning:
    """The worker reads and writes; the hands go on."""

    def test_edits_made_during_a_save_stay_dirty(
        self, qtbot: QtBot, window: MainWindow, opened: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = change(window, "間に合う")
        with slow(monkeypatch, "save_document"):
            desk.trigger(window, "saveFile")
            assert desk.child(window, "busyBar").isVisible()
            assert not window.actions_by_id["saveFile"].isEnabled()
            second = change(window, "間に合わない")
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
        first = change(window, "保存される")
        with slow(monkeypatch, "save_document"):
            desk.trigger(window, "saveFile")
            window.document.undo_stack.undo()
            change(window, "保存されない")
        desk.wait_idle(qtbot, window)
        assert on_disk(opened) == first
        assert window.document.is_dirty

    def test_an_edit_taken_back_during_a_save_leaves_a_clean_document(
        self, qtbot: QtBot, window: MainWindow, opened: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        change(window)
        with slow(monkeypatch, "save_document"):
            desk.trigger(window, "saveFile")
            change(window, "やめた")
            window.document.undo_stack.undo()
        desk.wait_idle(qtbot, window)
        assert not window.document.is_dirty

    def test_what_is_written_while_another_file_is_being_read_is_not_dropped_unasked(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dialogs.will_answer(Answer.CANCEL)
        with slow(monkeypatch, "open_document"):
            window.files.open_path(book)
            mine = change(window, "途中で書いた会")
        desk.wait_idle(qtbot, window)
        assert window.document.worksheet == mine
        assert window.document.path is None

    def test_saving_on_closing_does_not_drop_what_was_written_meanwhile(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, opened: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        change(window)
        dialogs.will_answer(Answer.SAVE, Answer.CANCEL)
        with slow(monkeypatch, "save_document"):
            window.close()
            mine = change(window, "閉じる間に書いた会")
        desk.wait_idle(qtbot, window)
        assert window.isVisible()
        assert window.document.worksheet == mine
        assert window.document.is_dirty

    def test_closing_during_a_save_waits_for_it(
        self, qtbot: QtBot, window: MainWindow, opened: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        wanted = change(window)
        with slow(monkeypatch, "save_document"):
            desk.trigger(window, "saveFile")
            window.close()
            assert window.isVisible()
        qtbot.waitUntil(lambda: not window.isVisible())
        assert on_disk(opened) == wanted
