"""ほかのワークシートを統合, 地区を切り出す."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QTableView
from pytestqt.qtbot import QtBot

from resource_mapper.domain.resource import new_id
from resource_mapper.storage.document_file import open_document, save_document
from resource_mapper.ui.merging.difference_model import short_name
from resource_mapper.ui.merging.merge_dialog import MergeDialog
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.answering import answering, button
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fake_dialogs import FakeDialogs

SALON = make_resource("いきいきサロン", id=new_id(), fee="100円", place="公民館", district="東")
GYM = make_resource("体操", id=new_id(), district="西")


def saved(folder: Path, name: str, *resources: object) -> Path:
    path = folder / name
    save_document(make_worksheet(*resources), path)  # type: ignore[arg-type]
    return path


def table(dialog: MergeDialog) -> QTableView:
    found = dialog.findChild(QTableView, "differenceTable")
    assert found is not None
    return found


def cells(dialog: MergeDialog, row: int) -> list[str]:
    model = dialog.model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_two_files_come_in_as_one_step_with_what_was_decided(
    window: MainWindow, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = desk.show(window, make_worksheet(SALON))
    other = replace(SALON, fee="無料", schedule="毎週火曜")
    dialogs.will_open_several(saved(tmp_path, "東.xlsx", other), saved(tmp_path, "西.xlsx", GYM))
    report = tmp_path / "違い.csv"
    dialogs.will_save(report)

    def decide(dialog: MergeDialog) -> None:
        assert cells(dialog, 0) == ["いきいきサロン（公民館）", "参加費", "100円", "無料", "← このワークシート"]
        assert cells(dialog, 1)[1:] == ["曜日・日時", "（空欄）", "毎週火曜", "→ 「東.xlsx」"]
        button(dialog, "「東.xlsx」 →").click()
        button(dialog, "結果の一覧をCSVに保存…").click()
        button(dialog, "統合する").click()

    def agree(dialog: MergeDialog) -> None:
        assert dialog.model.rowCount() == 0
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with answering(MergeDialog, decide, agree):
        desk.trigger(window, "mergeFiles")
        qtbot.waitUntil(lambda: bool(desk.undo_texts(window)))
    assert [(each.name, each.fee, each.schedule) for each in window.document.worksheet.resources] == [
        ("いきいきサロン", "無料", "毎週火曜"),
        ("体操", "", ""),
    ]
    assert desk.undo_texts(window) == ["「東.xlsx」ほか1件を統合"]
    assert "参加費,100円,無料,右" in report.read_text(encoding="utf-8-sig")
    window.document.undo_stack.undo()
    assert window.document.worksheet == sheet


def test_thinking_better_of_the_second_file_changes_nothing(
    window: MainWindow, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = desk.show(window, make_worksheet())
    dialogs.will_open_several(saved(tmp_path, "東.xlsx", SALON), saved(tmp_path, "西.xlsx", GYM))
    with answering(MergeDialog, lambda dialog: dialog.accept(), lambda dialog: dialog.reject()) as shown:
        desk.trigger(window, "mergeFiles")
        qtbot.waitUntil(lambda: len(shown) == 2)
    desk.wait_idle(qtbot, window)
    assert window.document.worksheet == sheet


def test_by_keyboard_several_rows_and_two_resources_after_all(
    window: MainWindow, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.show(window, make_worksheet(SALON))
    dialogs.will_open_several(saved(tmp_path, "東.xlsx", replace(SALON, fee="無料", target="どなたでも")))

    def decide(dialog: MergeDialog) -> None:
        table(dialog).setFocus()
        QTest.keyClick(table(dialog), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        button(dialog, "別の資源にする").click()
        assert cells(dialog, 0)[-1] == cells(dialog, 1)[-1] == "別の資源として両方"
        dialog.accept()

    with answering(MergeDialog, decide):
        desk.trigger(window, "mergeFiles")
        qtbot.waitUntil(lambda: bool(desk.undo_texts(window)))
    assert [each.fee for each in window.document.worksheet.resources] == ["100円", "無料"]


def test_a_broken_file_is_told_and_changes_nothing(
    window: MainWindow, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = desk.show(window, make_worksheet(SALON))
    broken = tmp_path / "壊れた.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    dialogs.will_open_several(broken)
    desk.trigger(window, "mergeFiles")
    desk.wait_idle(qtbot, window)
    assert "壊れた.xlsx" in dialogs.texts("warn")[0]
    assert window.document.worksheet == sheet


def test_a_district_is_saved_as_a_worksheet_of_its_own(
    window: MainWindow, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = desk.show(window, make_worksheet(SALON, GYM))
    target = tmp_path / "西.xlsx"
    dialogs.will_save(target)

    def choose(dialog: QInputDialog) -> None:
        assert dialog.comboBoxItems() == ["東", "西"] or dialog.comboBoxItems() == ["西", "東"]
        dialog.setTextValue("西")
        dialog.accept()

    with answering(QInputDialog, choose):
        desk.trigger(window, "splitDistrict")
    desk.wait_idle(qtbot, window)
    part = open_document(target).worksheet
    assert [each.name for each in part.resources] == ["体操"]
    assert part.heading.area == "西"
    assert window.document.worksheet == sheet
    assert "「西」の1件" in dialogs.texts("tell")[0]


def test_without_districts_there_is_nothing_to_split(window: MainWindow, dialogs: FakeDialogs) -> None:
    desk.show(window, make_worksheet(make_resource(district="")))
    desk.trigger(window, "splitDistrict")
    assert "地区" in dialogs.texts("tell")[0]


def test_a_long_file_name_is_shown_by_both_its_ends() -> None:
    assert short_name("東.xlsx") == "「東.xlsx」"
    shown = short_name("地域資源ワークシート_北部地区_令和8年度_第3回協議体_確定版.xlsx")
    assert shown.startswith("「地域資源")
    assert shown.endswith("確定版.xlsx」")
    assert len(shown) == 26
