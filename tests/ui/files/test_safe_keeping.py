"""Several people on one file, earlier saves, saves that meet resistance, and work kept through a crash."""

import errno
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from resource_mapper.domain.edits import add
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.backups import earlier_saves
from resource_mapper.storage.document_file import save_document
from resource_mapper.storage.owner_file import owner_path
from resource_mapper.storage.recovery import Origin, RecoverySlot, find_leftovers
from resource_mapper.storage.safe_file import digest_of
from resource_mapper.storage.workbook.losses import EVERYTHING
from resource_mapper.storage.workbook.schema import LIST_SHEET
from resource_mapper.ui.asking.dialogs import Answer
from resource_mapper.ui.asking.unexpected import UnexpectedErrors
from resource_mapper.ui.files import recovery_keeper, save_actions
from resource_mapper.ui.logbook import Logbook
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.documents import change, on_disk
from tests.helpers.factories import make_resource
from tests.helpers.fake_dialogs import FakeDialogs
from tests.ui.conftest import NOW, Do


@pytest.fixture
def open_book(qtbot: QtBot, window: MainWindow, book: Path) -> Callable[[], None]:
    def opened() -> None:
        window.files.open_path(book)
        desk.wait_idle(qtbot, window)

    return opened


@pytest.fixture
def recovery(settings: SettingsStore) -> Path:
    return settings.folder / "recovery"


def owned_by(document: Path, user: str = "山田") -> None:
    said = {"user": user, "since": NOW.replace(hour=10).isoformat(), "host": "PC-2", "pid": 1, "session": "theirs"}
    owner_path(document).write_text(json.dumps(said), encoding="utf-8")


def banners(window: MainWindow) -> dict[str, str]:
    QApplication.processEvents()
    return {
        label.objectName().removeprefix("bannerText_"): label.text()
        for label in window.banners.findChildren(QLabel)
        if label.objectName().startswith("bannerText_") and label.isVisible()
    }


def press_banner(window: MainWindow, key: str, number: int) -> None:
    desk.child(window, f"bannerAction{number}_{key}").click()  # type: ignore[attr-defined]


class TestSomebodyElseHasIt:
    """The file beside the document says who."""

    def test_ours_is_there_while_it_is_open(
        self, window: MainWindow, do: Do, open_book: Callable[[], None], book: Path
    ) -> None:
        open_book()
        assert owner_path(book).exists()
        do("newFile")
        assert not owner_path(book).exists()

    def test_read_only(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, open_book: Callable[[], None], book: Path
    ) -> None:
        owned_by(book)
        dialogs.will_choose("readOnly")
        open_book()
        assert "山田さんが 10:05 から開いています" in dialogs.texts("choose")[0]
        assert "読み取り専用で開く／コピーを作って開く…／やめる" in dialogs.said[0].details
        assert "（読み取り専用）" in window.windowTitle()
        assert "山田さん" in banners(window)["readOnly"]
        wanted, before = change(window), book.read_bytes()
        dialogs.will_save(book.with_name("私の.xlsx"))
        do("saveFile")
        assert book.read_bytes() == before
        assert on_disk(book.with_name("私の.xlsx")) == wanted
        assert "読み取り専用" not in window.windowTitle()
        assert banners(window) == {}
        assert json.loads(owner_path(book).read_bytes())["session"] == "theirs"

    def test_a_copy(self, window: MainWindow, dialogs: FakeDialogs, open_book: Callable[[], None], book: Path) -> None:
        owned_by(book)
        dialogs.will_choose("copy")
        dialogs.will_save(book.with_name("コピー.xlsx"))
        open_book()
        QApplication.processEvents()
        assert dialogs.said[1].path == book.with_name(f"{book.stem}（コピー）.xlsx")
        assert window.document.path == book.with_name("コピー.xlsx")
        assert not window.document.read_only

    def test_thinking_better_of_it(
        self, window: MainWindow, dialogs: FakeDialogs, open_book: Callable[[], None], book: Path
    ) -> None:
        owned_by(book)
        dialogs.will_choose("")
        open_book()
        assert window.document.path is None

    def test_editing_after_all(
        self,
        qtbot: QtBot,
        window: MainWindow,
        dialogs: FakeDialogs,
        do: Do,
        open_book: Callable[[], None],
        book: Path,
    ) -> None:
        owned_by(book)
        dialogs.will_choose("readOnly")
        open_book()
        for agrees in (False, True):
            dialogs.will_agree(agrees)
            press_banner(window, "readOnly", 1)
            desk.wait_idle(qtbot, window)
            assert banners(window).get("readOnly", "").startswith("読み取り専用") is not agrees
        wanted = change(window)
        do("saveFile")
        assert on_disk(book) == wanted, "the user has decided so and is not asked again"

    def test_editing_once_they_have_closed_it(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, open_book: Callable[[], None], book: Path
    ) -> None:
        owned_by(book)
        dialogs.will_choose("readOnly")
        open_book()
        owner_path(book).unlink()
        press_banner(window, "readOnly", 1)
        desk.wait_idle(qtbot, window)
        assert not window.document.read_only
        assert "編集できるようになりました" in banners(window)["note"]

    def test_excel_opened_it_meanwhile(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, open_book: Callable[[], None], book: Path
    ) -> None:
        open_book()
        excel = book.with_name(f"~${book.name}")
        name = "山田"
        excel.write_bytes(b"\x04" + b" " * 54 + len(name).to_bytes(2, "little") + name.encode("utf-16-le"))
        os.utime(excel, (NOW.timestamp(), NOW.timestamp()))
        before, wanted = book.read_bytes(), change(window)
        dialogs.will_choose("")
        do("saveFile")
        assert "山田さんが 14:05 から、Excel で開いています" in dialogs.texts("choose")[0]
        assert book.read_bytes() == before
        dialogs.will_choose("write")
        do("saveFile")
        assert on_disk(book) == wanted
        assert excel.exists()


class TestChangedByOthers:
    """The hash of the file differs from what was opened."""

    @pytest.fixture
    def theirs(self, open_book: Callable[[], None], book: Path) -> Worksheet:
        open_book()
        changed = add(sample_worksheet(NOW.date()), [make_resource("同僚の会")])
        save_document(changed, book)
        return changed

    def test_opened_again_and_back(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, theirs: Worksheet, book: Path
    ) -> None:
        mine = change(window)
        dialogs.will_choose("reload")
        do("saveFile")
        assert window.document.worksheet.resources == theirs.resources
        assert not window.document.is_dirty
        desk.trigger(window, "undo")
        assert window.document.worksheet == mine, "one step back is one's own work"
        assert window.isWindowModified()
        do("saveFile")
        assert on_disk(book) == mine, "it was seen what is replaced"

    def test_replaced_but_kept_as_an_earlier_version(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, theirs: Worksheet, book: Path
    ) -> None:
        content, mine = book.read_bytes(), change(window)
        dialogs.will_choose("write")
        do("saveFile")
        assert "いまの内容は、この画面に残っています" in dialogs.said[0].details
        assert on_disk(book) == mine
        assert earlier_saves(book)[0].path.read_bytes() == content


class TestResistance:
    """Targets that cannot be written: the work stays, and there is a way on."""

    @pytest.mark.parametrize("stage", ["fsync", "replace"])
    def test_a_full_disk_then_another_place(
        self,
        window: MainWindow,
        dialogs: FakeDialogs,
        do: Do,
        open_book: Callable[[], None],
        book: Path,
        monkeypatch: pytest.MonkeyPatch,
        stage: str,
    ) -> None:
        open_book()
        before, wanted = book.read_bytes(), change(window)

        def full(*_arguments: object) -> None:
            raise OSError(errno.ENOSPC, "full")

        with monkeypatch.context() as patched:
            patched.setattr(*((os, "fsync", full) if stage == "fsync" else (Path, "replace", full)))
            dialogs.will_choose("")
            do("saveFile")
        assert "空きがない" in dialogs.texts("choose")[0]
        assert "元のファイルはそのまま" in dialogs.texts("choose")[0]
        assert book.read_bytes() == before
        assert window.document.worksheet is wanted
        assert [path.name for path in book.parent.iterdir() if path.suffix == ".tmp"] == []

    def test_tried_again_and_somewhere_else(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, tmp_path: Path
    ) -> None:
        wanted = change(window)
        gone = tmp_path / "外した媒体" / "a.xlsx"
        dialogs.will_save(gone, tmp_path / "a.xlsx")
        dialogs.will_choose("write", "saveAs")
        do("saveFile")
        QApplication.processEvents()
        assert len(dialogs.texts("choose")) == 2
        assert on_disk(tmp_path / "a.xlsx") == wanted
        assert not window.document.is_dirty

    def test_called_off(
        self,
        qtbot: QtBot,
        window: MainWindow,
        open_book: Callable[[], None],
        book: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        open_book()
        change(window)
        before = book.read_bytes()
        real = save_actions.SaveActions._save

        def when_called_off(self: save_actions.SaveActions, *arguments: object) -> object:
            assert arguments[-1]._cancelled.wait(20)  # type: ignore[attr-defined]
            return real(self, *arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(save_actions.SaveActions, "_save", when_called_off)
        desk.trigger(window, "saveFile")
        cancel = desk.child(window, "cancelWorkButton")
        assert cancel.isVisible()
        cancel.click()  # type: ignore[attr-defined]
        desk.wait_idle(qtbot, window)
        assert book.read_bytes() == before
        assert window.document.is_dirty
        assert "前のファイルはそのまま" in banners(window)["note"]
        assert not cancel.isVisible()

    def test_no_room_for_the_earlier_version_is_told(
        self, window: MainWindow, do: Do, open_book: Callable[[], None], book: Path
    ) -> None:
        open_book()
        (book.parent / "（バックアップ）").write_bytes(b"")
        wanted = change(window)
        do("saveFile")
        assert on_disk(book) == wanted
        assert "以前の保存の控えは" in banners(window)["note"]


class TestEarlierVersions:
    """以前の保存に戻す."""

    def test_back_and_forth(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, open_book: Callable[[], None], book: Path
    ) -> None:
        open_book()
        first = window.document.worksheet
        second = change(window)
        do("saveFile")
        dialogs.will_pick(("open", 0))
        do("openVersion")
        assert dialogs.said[0].details.startswith("2026年11月23日 14:05 まで")
        assert window.document.worksheet == first
        assert window.document.is_dirty
        assert on_disk(book) == second, "nothing is written before the user saves"
        desk.trigger(window, "undo")
        assert window.document.worksheet == second

    def test_none_yet(self, window: MainWindow, dialogs: FakeDialogs, do: Do, open_book: Callable[[], None]) -> None:
        do("openVersion")
        open_book()
        do("openVersion")
        assert [text[:6] for text in dialogs.texts("tell")] == ["以前の保存は"] * 2


class TestKeeping:
    """Unsaved work on disk."""

    def kept(self, recovery: Path) -> list[Path]:
        return sorted(recovery.glob("*.recovery"))

    def test_kept_after_a_change_and_gone_after_a_save(
        self, qtbot: QtBot, window: MainWindow, do: Do, open_book: Callable[[], None], recovery: Path
    ) -> None:
        assert recovery_keeper.DELAY_MS <= 1000, "and a second for writing makes two"
        open_book()
        assert self.kept(recovery) == []
        change(window)
        qtbot.waitUntil(lambda: len(self.kept(recovery)) == 1)
        do("saveFile")
        qtbot.waitUntil(lambda: self.kept(recovery) == [])

    def test_undone_or_given_up(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, do: Do, recovery: Path
    ) -> None:
        change(window)
        assert window.files.keeper.write_now()
        desk.trigger(window, "undo")
        qtbot.waitUntil(lambda: self.kept(recovery) == [])
        change(window)
        assert window.files.keeper.write_now()
        dialogs.will_answer(Answer.DISCARD)
        do("newFile")
        qtbot.waitUntil(lambda: self.kept(recovery) == [])

    def test_where_it_cannot_be_kept_the_user_is_told_once(
        self, qtbot: QtBot, window: MainWindow, recovery: Path
    ) -> None:
        recovery.parent.mkdir(parents=True, exist_ok=True)
        recovery.write_bytes(b"")
        change(window)
        assert not window.files.keeper.write_now()
        qtbot.waitUntil(lambda: "notKept" in banners(window))
        assert "こまめに保存" in banners(window)["notKept"]

    def test_an_unexpected_error_keeps_the_work_first(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, recovery: Path, tmp_path: Path
    ) -> None:
        wanted = change(window)
        UnexpectedErrors(dialogs, window.files.keeper, Logbook(tmp_path))(
            ZeroDivisionError, ZeroDivisionError("a bug"), None
        )
        (kept,) = self.kept(recovery)
        assert wanted.resources[-1].id in kept.read_text()
        qtbot.waitUntil(lambda: bool(dialogs.texts("report")))
        (said,) = dialogs.said
        assert "控えも残しました" in said.details
        assert "ZeroDivisionError" not in said.text


class TestBroughtBack:
    """After a crash."""

    WORK = add(sample_worksheet(NOW.date()), [make_resource("書きかけの会", None)])

    def left(self, recovery: Path, origin: Origin, session: str = "crashed") -> None:
        slot = RecoverySlot(recovery, session)
        slot.write(self.WORK, origin, NOW)
        slot.close()

    def start(self, qtbot: QtBot, window: MainWindow, path: Path | None = None) -> None:
        window.files.begin(path)
        desk.wait_idle(qtbot, window)
        QApplication.processEvents()
        desk.wait_idle(qtbot, window)

    def test_over_its_file_with_the_hash_check_in_force(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, do: Do, recovery: Path, book: Path
    ) -> None:
        self.left(recovery, Origin(book, digest_of(book.read_bytes())))
        save_document(replace(sample_worksheet(), resources=()), book)  # a colleague, meanwhile
        dialogs.will_pick(("restore", 0))
        self.start(qtbot, window, book)
        assert "保存されていない作業が残っています" in dialogs.texts("pick")[0]
        assert dialogs.said[0].details.startswith(f"{book.name}　25件　14:05 の作業")
        assert (window.document.worksheet, window.document.path) == (self.WORK, book)
        assert window.document.is_dirty
        assert "まだファイルには保存していません" in banners(window)["restored"]
        assert [path.stem != "crashed" for path in recovery.glob("*.recovery")] == [True], "it is in this run's place"
        dialogs.will_choose("")
        do("saveFile")
        assert "ほかの人が書き換えています" in dialogs.texts("choose")[0]

    def test_it_takes_the_place_of_the_file_that_was_to_be_opened(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, recovery: Path, book: Path
    ) -> None:
        self.left(recovery, Origin())
        dialogs.will_pick(("restore", 0))
        window.opening.show(book)
        self.start(qtbot, window, book)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert window.view.isVisible()
        assert window.findChild(QWidget, "openingPage") is None

    def test_untitled_and_saved(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, do: Do, recovery: Path, tmp_path: Path
    ) -> None:
        self.left(recovery, Origin())
        dialogs.will_pick(("restore", 0))
        self.start(qtbot, window)
        assert window.document.path is None
        dialogs.will_save(tmp_path / "a.xlsx")
        do("saveFile")
        assert on_disk(tmp_path / "a.xlsx") == self.WORK
        assert banners(window) == {}
        qtbot.waitUntil(lambda: not list(recovery.glob("*.recovery")))

    def test_later(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, do: Do, recovery: Path, book: Path
    ) -> None:
        self.left(recovery, Origin())
        dialogs.will_pick(("", -1))
        self.start(qtbot, window, book)
        assert window.document.path == book
        dialogs.will_pick(("restore", 0))
        do("openLeftWork")
        QApplication.processEvents()
        desk.wait_idle(qtbot, window)
        assert window.document.worksheet == self.WORK

    def test_thrown_away_only_after_a_yes(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, do: Do, recovery: Path
    ) -> None:
        for session in ("one", "two"):
            self.left(recovery, Origin(), session)
        dialogs.will_pick(("discard", 1), ("discard", 0), ("", -1))
        dialogs.will_agree(False, True)
        self.start(qtbot, window)
        found = find_leftovers(recovery).leftovers
        assert len(found) == 1
        found[0].release()
        dialogs.will_pick(("discard", 0))
        dialogs.will_agree(True)
        do("openLeftWork")
        do("openLeftWork")
        assert dialogs.texts("tell") == ["保存されていない作業は、残っていません。"]

    def test_work_that_is_in_the_file_already_is_not_offered(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, recovery: Path, book: Path
    ) -> None:
        before = digest_of(book.read_bytes())
        save_document(self.WORK, book)
        self.left(recovery, Origin(book, before))
        self.start(qtbot, window, book)
        assert dialogs.said == []
        assert window.document.worksheet == self.WORK

    def test_what_cannot_be_read_is_told_and_kept(
        self, qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, recovery: Path
    ) -> None:
        recovery.mkdir(parents=True)
        (recovery / "x.recovery").write_bytes(b"broken")
        self.start(qtbot, window)
        assert "消さずに残してあります" in dialogs.texts("warn")[0]
        assert (recovery / "x.damaged").read_bytes() == b"broken"


class TestSaveElsewhere:
    """「別名で保存」 takes along what was made in Excel, or says before it that it cannot."""

    def test_what_was_made_in_excel_goes_along(
        self, window: MainWindow, book: Path, open_book: Callable[[], None], do: Do, dialogs: FakeDialogs
    ) -> None:
        made = load_workbook(book)
        made.create_sheet("メモ")["B3"] = "鍵は公民館"
        made[LIST_SHEET].column_dimensions["A"].width = 61
        made.save(book)
        open_book()
        after = change(window)
        target = book.with_name("コピー.xlsx")
        dialogs.will_save(target)
        do("saveFileAs")
        assert on_disk(target) == after
        copied = load_workbook(target)
        assert copied["メモ"]["B3"].value == "鍵は公民館"
        assert copied[LIST_SHEET].column_dimensions["A"].width == 61

    def test_it_is_said_when_nothing_can_go_along(
        self, window: MainWindow, book: Path, open_book: Callable[[], None], do: Do, dialogs: FakeDialogs
    ) -> None:
        open_book()
        after = change(window)
        book.unlink()
        target = book.with_name("コピー.xlsx")
        dialogs.will_save(target, target)
        dialogs.will_choose("")
        do("saveFileAs")
        assert not target.exists()
        assert "別のファイルに引き継げない" in dialogs.said[-1].text
        assert EVERYTHING in dialogs.said[-1].details
        dialogs.will_choose("write")
        do("saveFileAs")
        assert on_disk(target) == after
