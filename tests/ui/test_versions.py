"""版 in the window: keep, compare in words, go to the cards, see the marked sheet, go back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from resource_mapper.domain import edits
from resource_mapper.domain.axis import Span
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.version_changes import ChangeKind
from resource_mapper.layout.display_list import texts
from resource_mapper.ui.printing.page_view import PageView
from resource_mapper.ui.printing.print_window import PrintWindow
from resource_mapper.ui.versions.name_dialog import VersionNameDialog
from resource_mapper.ui.versions.side_by_side_dialog import SideBySideDialog
from resource_mapper.ui.versions.versions_dialog import VersionsDialog
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.answering import answering, button
from tests.helpers.fake_dialogs import FakeDialogs


def line(dialog: VersionNameDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def keep_as(window: MainWindow, name: str) -> None:
    def write(dialog: VersionNameDialog) -> None:
        line(dialog, "versionName").setText(name)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with answering(VersionNameDialog, write):
        desk.trigger(window, "keepVersion")


def rows(dialog: VersionsDialog, name: str) -> list[str]:
    found = dialog.findChild(QListWidget, name)
    assert found is not None
    return [found.item(row).text() for row in range(found.count())]


def shown(window: MainWindow) -> VersionsDialog:
    desk.trigger(window, "showVersions")
    dialog = window.findChild(VersionsDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_a_meeting_is_kept_compared_and_gone_back_to(window: MainWindow, qtbot: QtBot) -> None:
    desk.show(window, sample_worksheet())

    def accept_proposal(dialog: VersionNameDialog) -> None:
        assert line(dialog, "versionName").text() == "第2層協議体 第3回"
        assert line(dialog, "versionDay").text() == "令和8年11月23日"
        button(dialog, "残す").click()

    with answering(VersionNameDialog, accept_proposal):
        desk.trigger(window, "keepVersion")
    kept = window.document.worksheet
    assert desk.undo_texts(window) == ["版「第2層協議体 第3回」を残す"]
    window.document.edit("幅", edits.change(kept, {"sample-09"}, span=Span(0.25, 0.9)))
    window.document.edit("削除", edits.remove(window.document.worksheet, {"sample-06"}))

    dialog = shown(window)
    assert rows(dialog, "versionList") == ["第2層協議体 第3回\n令和8年11月23日　24件"]
    assert rows(dialog, "changeList") == [
        "［なくなった］ 「スポーツクラブ」が一覧からなくなりました",
        "［動いた］ 「いきいきサロン」が「要介護」まで使えるようになりました",
    ]
    summary = dialog.findChild(QLabel, "compareSummary")
    assert summary is not None
    assert summary.text() == "なくなった 1・動いた 1"
    changes = dialog.findChild(QListWidget, "changeList")
    assert changes is not None
    changes.setFocus()
    changes.setCurrentRow(1)
    QTest.keyClick(changes, Qt.Key.Key_Return)
    assert desk.selected(window) == ("sample-09",)
    button(dialog, "文をコピー").click()
    assert "・「スポーツクラブ」が一覧からなくなりました" in QGuiApplication.clipboard().text().split("\n")

    def look(paper: PrintWindow) -> None:
        qtbot.waitUntil(lambda: bool(paper.pages) and paper.is_settled, timeout=30_000)
        words = [text.text for text in texts(paper.pages[0].items)]
        assert words.count("減") == words.count("動") == 2
        QTest.keyClick(paper, Qt.Key.Key_Escape)

    with answering(PrintWindow, look):
        button(dialog, "1枚の紙で見る…").click()

    changes.setCurrentRow(0)
    button(dialog, "課題にする").click()
    (concern,) = window.document.worksheet.concerns
    assert concern.title == concern.reason == "「スポーツクラブ」が一覧からなくなりました"
    assert concern.grounds == (), "the card is no longer there to rest on"
    assert changes.currentRow() == 0
    window.document.undo_stack.undo()

    button(dialog, "この版の内容に戻す").click()
    assert window.document.worksheet == kept
    assert rows(dialog, "changeList") == []
    window.document.undo_stack.undo()
    assert len(rows(dialog, "changeList")) == 2, "what is shown follows the document"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_any_two_versions_are_compared_renamed_and_dropped(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    keep_as(window, "春の会")
    window.document.edit("削除", edits.remove(window.document.worksheet, {"sample-06"}))
    keep_as(window, "秋の会")
    dialog = shown(window)
    assert rows(dialog, "changeList") == [], "the last one is what stands now"
    combos = [dialog.findChild(QComboBox, name) for name in ("compareFrom", "compareTo")]
    for combo, key in zip(combos, ("秋の会", "春の会"), strict=True):
        assert combo is not None
        combo.setCurrentText(key)
        combo.activated.emit(combo.currentIndex())
    assert rows(dialog, "changeList") == ["［加わった］ 「スポーツクラブ」が加わりました"]

    def rename(asked: VersionNameDialog) -> None:
        name, accept = line(asked, "versionName"), button(asked, "変える")
        name.setText("春の会")
        assert not accept.isEnabled(), "that name is taken"
        name.setText("冬の会")
        line(asked, "versionDay").setText("きのう")
        assert not accept.isEnabled()
        line(asked, "versionDay").setText("R8.12.1")
        QTest.keyClick(asked, Qt.Key.Key_Return)

    with answering(VersionNameDialog, rename):
        button(dialog, "名前を変える…").click()
    assert [(each.name, each.made_on.month) for each in window.document.worksheet.versions] == [
        ("春の会", 11),
        ("冬の会", 12),
    ]
    button(dialog, "この版を消す").click()
    assert [each.name for each in window.document.worksheet.versions] == ["春の会"]
    assert len(window.document.worksheet.resources) == 23
    window.document.undo_stack.undo()
    assert len(window.document.worksheet.versions) == 2


def test_without_versions_the_window_says_how_to_begin(window: MainWindow) -> None:
    dialog = shown(window)
    assert not any(dialog.findChildren(QPushButton, name)[0].isEnabled() for name in ("compareSheet", "forgetVersion"))
    assert any("まだ版がありません" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


class TestSideBySide:
    """Two versions next to each other, marked in both, scrolled and zoomed in step."""

    def test_marks_in_both_and_in_step(self, window: MainWindow, qtbot: QtBot) -> None:
        desk.show(window, sample_worksheet())
        keep_as(window, "第1回")
        sheet = edits.change(window.document.worksheet, {"sample-09"}, span=Span(0.25, 0.9))
        window.document.edit("変える", edits.remove(sheet, {"sample-06"}))

        def look(dialog: SideBySideDialog) -> None:
            qtbot.waitUntil(lambda: dialog.is_settled, timeout=30_000)
            left, right = dialog.views
            assert [chooser.currentText() for chooser in dialog.choosers] == ["第1回", "いま"]
            assert signs_in(left) == {"減", "動"}
            assert signs_in(right) == {"動"}
            words = dialog.findChild(QLabel, "sideWords")
            assert words is not None
            assert words.text() == "［減］なくなった 1　［動］動いた 1"
            whole = left.transform().m11()
            for _ in range(4):
                QTest.mouseClick(desk.child(dialog, "sideZoomIn"), Qt.MouseButton.LeftButton)
            assert left.transform() == right.transform()
            assert left.transform().m11() > 2 * whole
            right.setFocus()
            QTest.keyClick(right, Qt.Key.Key_Down)
            QTest.keyClick(right, Qt.Key.Key_Right)
            assert left.verticalScrollBar().value() == right.verticalScrollBar().value() > 0
            assert left.horizontalScrollBar().value() == right.horizontalScrollBar().value() > 0
            QTest.mouseClick(desk.child(dialog, "sideZoomPage"), Qt.MouseButton.LeftButton)
            assert left.transform() == right.transform()
            assert left.transform().m11() == pytest.approx(whole)
            dialog.choosers[1].setCurrentText("第1回")
            qtbot.waitUntil(lambda: dialog.is_settled, timeout=30_000)
            assert words.text() == "この2つに、変わったところはありません"
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

        with answering(SideBySideDialog, look):
            desk.trigger(window, "sideBySide")
        assert desk.undo_texts(window)[-1] == "変える"

    def test_from_the_list_of_versions_with_what_is_chosen_there(self, window: MainWindow, qtbot: QtBot) -> None:
        desk.show(window, sample_worksheet())
        for name in ("第1回", "第2回"):
            keep_as(window, name)
        dialog = shown(window)
        begin = dialog.findChild(QComboBox, "compareFrom")
        assert begin is not None
        begin.setCurrentText("第1回")

        def look(sides: SideBySideDialog) -> None:
            assert [chooser.currentText() for chooser in sides.choosers] == ["第1回", "いま"]
            qtbot.waitUntil(lambda: sides.is_settled, timeout=30_000)
            button(sides, "閉じる").click()

        with answering(SideBySideDialog, look):
            button(dialog, "並べて見る…").click()

    def test_without_versions_it_says_how_to_begin(self, window: MainWindow, dialogs: FakeDialogs) -> None:
        desk.trigger(window, "sideBySide")
        assert dialogs.texts("tell")[0].startswith("まだ版がありません")


def signs_in(view: PageView) -> set[str]:
    """Return the signs drawn on the sheet itself."""
    return {text.text for page in view.pages for text in texts(page.items)} & {kind.value for kind in ChangeKind}
