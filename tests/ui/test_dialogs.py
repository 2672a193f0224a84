"""The real dialogs: Japanese, answered with keys, the safe answer is the default."""

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from resource_mapper.ui.asking.dialogs import WIDEST_TEXT, Answer, Dialogs
from tests.helpers.answering import answering, button
from tests.helpers.desk import settle
from tests.helpers.fake_dialogs import FakeDialogs

pytestmark = pytest.mark.usefixtures("qapp", "_cleared")


@pytest.fixture
def _cleared() -> Iterator[None]:
    """Dialogs go when their event loop comes to it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def click(words: str) -> Callable[[QMessageBox], None]:
    return lambda box: button(box, words).click()


def press(key: Qt.Key) -> Callable[[QMessageBox], None]:
    return lambda box: QTest.keyClick(box, key)


class TestMessages:
    """Questions and messages."""

    @pytest.mark.parametrize(
        ("answer", "expected"),
        [
            (click("保存する"), Answer.SAVE),
            (click("保存しない"), Answer.DISCARD),
            (click("やめる"), Answer.CANCEL),
            (press(Qt.Key.Key_Escape), Answer.CANCEL),
            (press(Qt.Key.Key_Return), Answer.SAVE),
            (QMessageBox.close, Answer.CANCEL),
        ],
        ids=["save", "discard", "cancel", "Escape", "Enter", "closed"],
    )
    def test_unsaved_work(self, answer: Callable[[QMessageBox], None], expected: Answer) -> None:
        with answering(QMessageBox, answer):
            assert Dialogs().ask_unsaved("第3回") is expected

    @pytest.mark.parametrize("length", [10, 25, 32, 38, 60, 200])
    def test_the_first_sentence_is_never_cut_off(self, length: int) -> None:
        def look(box: QMessageBox) -> None:
            label = box.findChild(QLabel, "qt_msgbox_label")
            assert isinstance(label, QLabel)
            natural = label.fontMetrics().horizontalAdvance(label.text())
            assert label.width() >= min(natural, WIDEST_TEXT)
            assert label.wordWrap() or label.width() >= natural
            box.reject()

        with answering(QMessageBox, look):
            Dialogs().warn("長い文" * (length // 3) + "。", "長い説明です。" * 12)

    @pytest.mark.parametrize(
        ("answer", "expected"),
        [
            (click("このままPDFにする"), True),
            (click("やめる"), False),
            (press(Qt.Key.Key_Escape), False),
            (press(Qt.Key.Key_Return), False),
        ],
        ids=["yes", "no", "Escape", "Enter"],
    )
    def test_other_questions(self, answer: Callable[[QMessageBox], None], expected: bool) -> None:
        with answering(QMessageBox, answer):
            assert Dialogs().ask("お確かめください。", "このままPDFにする", "詳しく") is expected

    def test_messages_show_their_words_and_are_closed_by_either_key(self) -> None:
        for tell in (Dialogs().tell, Dialogs().warn):
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
                words: list[str] = []

                def read_and_close(box: QMessageBox, key: Qt.Key = key, words: list[str] = words) -> None:
                    words.extend((box.text(), box.informativeText(), box.windowTitle()))
                    QTest.keyClick(box, key)

                with answering(QMessageBox, read_and_close):
                    tell("できませんでした。", "もう一度")
                assert words[:2] == ["できませんでした。", "もう一度"]

    def test_no_button_is_left_in_english(self) -> None:
        texts: list[str] = []

        def read(box: QMessageBox) -> None:
            texts.extend(b.text() for b in box.findChildren(QAbstractButton))
            box.reject()

        with answering(QMessageBox, read, read, read):
            Dialogs().ask_unsaved("a")
            Dialogs().ask("b", "進む")
            Dialogs().tell("c")
        assert all(not text.isascii() for text in texts if text), texts

    def test_messages_are_plain_text_whatever_the_file_is_called(self) -> None:
        formats: set[Qt.TextFormat] = set()

        def read(box: QMessageBox) -> None:
            formats.update(label.textFormat() for label in box.findChildren(QLabel) if label.text())
            box.reject()

        with answering(QMessageBox, read):
            Dialogs().warn("「<b>a</b>.xlsx」が見つかりません。", "<i>もう一度</i>")
        assert formats == {Qt.TextFormat.PlainText}


class TestFiles:
    """Asking for files; offscreen has no native dialogs, so Qt's own are driven."""

    def choose(self, name: str) -> Callable[[QFileDialog], None]:
        def chosen(dialog: QFileDialog) -> None:
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            assert line is not None
            line.setText(name)
            accept = next(b for b in dialog.findChildren(QAbstractButton) if b.isVisible() and _accepts(dialog, b))
            accept.click()

        return chosen

    def test_open(self, tmp_path: Path) -> None:
        (tmp_path / "資源.xlsx").write_bytes(b"")
        with answering(QFileDialog, self.choose(str(tmp_path / "資源.xlsx"))):
            path = Dialogs().ask_open("ワークシートを開く", str(tmp_path), "ワークシート (*.xlsx)")
        assert path == tmp_path / "資源.xlsx"
        with answering(QFileDialog, QFileDialog.reject):
            assert Dialogs().ask_open("ワークシートを開く", str(tmp_path), "ワークシート (*.xlsx)") is None

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [("資源", "資源.xlsx"), ("資源.XLSX", "資源.XLSX"), ("第3.回", "第3.回.xlsx"), ("a.pdf", "a.pdf.xlsx")],
    )
    def test_the_ending_is_added_where_it_is_missing(self, tmp_path: Path, typed: str, expected: str) -> None:
        with answering(QFileDialog, self.choose(str(tmp_path / typed))):
            path = Dialogs().ask_save("別名で保存", tmp_path / "無題.xlsx", "ワークシート (*.xlsx)")
        assert path == tmp_path / expected

    def test_no_name_no_path(self, tmp_path: Path) -> None:
        with answering(QFileDialog, QFileDialog.reject):
            assert Dialogs().ask_save("別名で保存", tmp_path / "無題.xlsx", "ワークシート (*.xlsx)") is None

    @pytest.mark.parametrize(("words", "replaced"), [("置き換える", True), ("やめる", False)])
    def test_a_file_that_only_the_added_ending_meets_is_not_replaced_unasked(
        self, tmp_path: Path, words: str, replaced: bool
    ) -> None:
        (tmp_path / "資源.xlsx").write_bytes(b"valuable")
        with (
            answering(QMessageBox, click(words)),
            answering(QFileDialog, self.choose(str(tmp_path / "資源"))),
        ):
            path = Dialogs().ask_save("別名で保存", tmp_path / "無題.xlsx", "ワークシート (*.xlsx)")
        assert path == (tmp_path / "資源.xlsx" if replaced else None)


def _accepts(dialog: QFileDialog, candidate: QAbstractButton) -> bool:
    return candidate.text().replace("&", "") == dialog.labelText(QFileDialog.DialogLabel.Accept).replace("&", "")


THROUGH_OTHERS = ("warn_of",)
"""What opens no dialog by itself but through another question or message."""


def test_the_scripted_user_has_the_same_interface() -> None:
    for name, method in inspect.getmembers(Dialogs, inspect.isfunction):
        if not name.startswith("_"):
            assert inspect.signature(getattr(FakeDialogs, name)) == inspect.signature(method), name
            opens = name not in THROUGH_OTHERS
            assert (getattr(FakeDialogs, name) is not method) == opens, f"{name} would open a real dialog"


def test_a_dialog_that_nobody_answers_is_closed_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.helpers.answering.PATIENCE_MS", 50)
    with pytest.raises(AssertionError, match="stayed open"), answering(QMessageBox):
        Dialogs().tell("誰か")
    assert QApplication.activeModalWidget() is None


def test_a_message_comes_over_the_window_that_is_worked_in(qtbot: QtBot) -> None:
    main, stranger = QWidget(), QWidget()
    wall = QWidget(main, Qt.WindowType.Window)
    for window in (main, stranger):
        qtbot.addWidget(window)
    dialogs, owners = Dialogs(main), []
    for active in (main, wall, stranger):
        active.show()
        settle(active)

        def note(box: QMessageBox) -> None:
            owners.append(box.parentWidget())
            box.close()

        with answering(QMessageBox, note):
            dialogs.tell("お知らせ")
    assert owners == [main, wall, main], "over the wall that hides the main window; never over another program's"
