"""一覧を取り込む: the dialog with real files and the clipboard, driven by mouse and keyboard, down to the document."""

import csv
import threading
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QPushButton, QSpinBox, QTableView, QWidget
from pytestqt.qtbot import QtBot

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.sheet import Layouter
from resource_mapper.storage.importing import preparation
from resource_mapper.ui.importing import remembered
from resource_mapper.ui.importing.column_model import TARGET, ColumnTable
from resource_mapper.ui.importing.import_dialog import ImportDialog
from resource_mapper.ui.importing.remembered import RememberedColumns
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.answering import answering, button
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fake_dialogs import FakeDialogs
from tests.ui.test_accessibility import interactive, reachable, spoken_name, walk

LIST = "サロン一覧,,\n名称,ところ,曜日\n健康体操,桜館,月\n,不明,火\nさくら会,梅館,水\n"
TOWNS = "都道府県名,市区町村名,名称,住所\n" + "".join(
    f"{pref},{town},{town}会{number},{number}番地\n"
    for pref, town in (("東京都", "府中市"), ("広島県", "府中市"), ("香川県", "高松市"))
    for number in range(3)
)
WidgetT = TypeVar("WidgetT", bound=QWidget)
Act = Callable[[ImportDialog], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "一覧.csv"
    path.write_bytes(LIST.encode("cp932"))
    return path


@pytest.fixture
def run(qtbot: QtBot, window: MainWindow) -> Callable[..., None]:
    """Open the dialog by an action, do things in it, and wait until all is done."""

    def go(start: Callable[[], object], *acts: Act) -> None:
        def act(dialog: ImportDialog) -> None:
            for one in acts:
                qtbot.waitUntil(lambda: dialog.is_settled, timeout=20_000)
                desk.settle(dialog)
                one(dialog)

        with answering(ImportDialog, act) as seen:
            start()
            qtbot.waitUntil(lambda: bool(seen) and not seen[0].isVisible(), timeout=20_000)
        desk.wait_idle(qtbot, window)

    return go


def part(dialog: ImportDialog, kind: type[WidgetT], name: str) -> WidgetT:
    found = dialog.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def words(dialog: ImportDialog, name: str) -> str:
    label = part(dialog, QLabel, name)
    return str(label.property("text"))


def numbers(dialog: ImportDialog) -> str:
    return words(dialog, "importNumbers")


def targets(dialog: ImportDialog) -> dict[str, str]:
    return {column.heading: column.field for column in dialog.columns.columns}


def choose(heading: str, field: str) -> Act:
    """Give a column another field with the keyboard: Enter opens the choice, arrows and Enter take one."""

    def act(dialog: ImportDialog) -> None:
        table = part(dialog, QTableView, "importColumns")
        assert isinstance(table, ColumnTable)
        row = next(i for i, column in enumerate(dialog.columns.columns) if column.heading == heading)
        table.setFocus()
        table.setCurrentIndex(dialog.columns.index(row, 0))
        QTest.keyClick(table, Qt.Key.Key_Return)
        (editor,) = table.findChildren(QComboBox, "cellEditor")
        wanted = editor.findData(field)
        view = editor.view()
        assert view.isVisible()
        while editor.view().currentIndex().row() != wanted:
            key = Qt.Key.Key_Down if editor.view().currentIndex().row() < wanted else Qt.Key.Key_Up
            QTest.keyClick(view, key)
        QTest.keyClick(view, Qt.Key.Key_Return)

    return act


def press(text: str) -> Act:
    return lambda dialog: button(dialog, text).click()


def names(window: MainWindow) -> list[str]:
    return desk.names(window.document.worksheet.resources)


def test_a_list_is_shown_and_then_imported_as_one_step(
    window: MainWindow, dialogs: FakeDialogs, path: Path, run: Callable[..., None], settings: SettingsStore
) -> None:
    before = desk.show(window, make_worksheet(make_resource("前からの会")))
    dialogs.will_open(path)

    def look(dialog: ImportDialog) -> None:
        assert targets(dialog) == {"名称": "name", "ところ": "note", "曜日": "schedule"}
        assert numbers(dialog) == "2件を取り込む（新しい 2・変わる 0・同じ 0・とばす 1）"
        assert part(dialog, QComboBox, "importEncoding").property("currentText") == "自動（Shift_JIS（Windows））"
        assert part(dialog, QSpinBox, "importHeaderRow").property("value") == 2
        assert dialog.pages.preview.rows[0][0] == "健康体操"
        assert dialog.pages.skipped.rows == (("4", "名称がありません", "不明 火"),)

    run(lambda: desk.trigger(window, "importList"), look, press("2件を取り込む"))
    assert names(window) == ["前からの会", "健康体操", "さくら会"]
    assert desk.undo_texts(window) == ["「一覧.csv」を取り込む（新しい 2）"]
    assert window.status.currentMessage() == "2件を加えました（「未配置」の終わりにあります）。"
    assert window.document.worksheet.resources[1].category == "", "nothing is taken that nobody ticked"
    desk.trigger(window, "undo")
    assert window.document.worksheet == before
    assert settings.settings.last_folder == str(path.parent)


def test_thinking_better_of_it_changes_nothing(
    window: MainWindow, dialogs: FakeDialogs, path: Path, run: Callable[..., None]
) -> None:
    dialogs.will_open(path)
    run(lambda: desk.trigger(window, "importList"), lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert names(window) == []
    dialogs.will_open(None)
    desk.trigger(window, "importList")
    assert not window.document.is_dirty


def test_columns_are_changed_by_keyboard_and_remembered(
    window: MainWindow, path: Path, run: Callable[..., None], settings: SettingsStore
) -> None:
    def start() -> None:
        window.commands.jobs.importing.import_path(path)

    def placed(dialog: ImportDialog) -> None:
        assert targets(dialog)["ところ"] == "place"
        assert "桜館" in dialog.pages.preview.rows[0]

    run(start, choose("ところ", "place"), placed, lambda d: QTest.keyClick(d, Qt.Key.Key_Return, CONTROL))
    assert [r.place for r in window.document.worksheet.resources] == ["桜館", "梅館"]

    def recalled(dialog: ImportDialog) -> None:
        assert targets(dialog)["ところ"] == "place"
        assert part(dialog, QLabel, "recalledColumns").isVisible()
        button(dialog, "自動に戻す").click()

    def automatic(dialog: ImportDialog) -> None:
        assert targets(dialog)["ところ"] == "note"
        dialog.reject()

    run(start, recalled, automatic)


CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_name_column_is_chosen_where_nobody_could_tell(
    window: MainWindow, tmp_path: Path, run: Callable[..., None]
) -> None:
    path = tmp_path / "献立.csv"
    path.write_text("月,献立,量\n4,カレー,1\n5,そば,2\n", encoding="utf-8")

    def puzzled(dialog: ImportDialog) -> None:
        assert "どの列が名称か分かりませんでした" in words(dialog, "importHint")
        assert not part(dialog, QWidget, "acceptImport").isEnabled()

    run(
        lambda: window.commands.jobs.importing.import_path(path),
        puzzled,
        choose("献立", "name"),
        lambda dialog: dialog.accept(),
    )
    assert names(window) == ["カレー", "そば"]


def test_encoding_and_header_row_can_be_chosen_otherwise(
    window: MainWindow, path: Path, run: Callable[..., None]
) -> None:
    def wrong(dialog: ImportDialog) -> None:
        chooser = part(dialog, QComboBox, "importEncoding")
        chooser.setFocus()
        QTest.keyClick(chooser, Qt.Key.Key_End)  # JIS, which it is not
        chooser.activated.emit(chooser.currentIndex())

    def right_again(dialog: ImportDialog) -> None:
        assert "名称" not in targets(dialog)
        chooser = part(dialog, QComboBox, "importEncoding")
        QTest.keyClick(chooser, Qt.Key.Key_Home)
        chooser.activated.emit(0)

    def row_three(dialog: ImportDialog) -> None:
        assert "名称" in targets(dialog)
        spin = part(dialog, QSpinBox, "importHeaderRow")
        spin.setFocus()
        QTest.keyClick(spin, Qt.Key.Key_Up)

    def look(dialog: ImportDialog) -> None:
        assert list(targets(dialog)) == ["健康体操", "桜館", "月"]
        dialog.reject()

    run(lambda: window.commands.jobs.importing.import_path(path), wrong, right_again, row_three, look)


def test_a_table_on_the_clipboard(window: MainWindow, dialogs: FakeDialogs, run: Callable[..., None]) -> None:
    QGuiApplication.clipboard().setText('グループ名\tところ\r\nいきいき百歳体操\t"本町\n公民館"\r\nうめ会\t梅館\r\n')

    def tick_one(dialog: ImportDialog) -> None:
        assert not part(dialog, QWidget, "importEncoding").isVisible()
        dialog.pages.setCurrentIndex(1)
        table = part(dialog, QTableView, "importSuggestions")
        assert dialog.pages.suggestions.rows == (
            ("いきいき百歳体操", "「百歳体操」とあるので 住民主体の通いの場、元気〜虚弱"),
        )
        table.selectRow(0)
        QTest.keyClick(table, Qt.Key.Key_Space)
        assert words(dialog, "importDetails").startswith("提案 1件のうち 1件を採ります。")

    run(lambda: desk.trigger(window, "pasteList"), tick_one, press("2件を取り込む"))
    first, second = window.document.worksheet.resources
    assert (first.category, first.span is not None, second.category) == ("gathering", True, "")
    assert first.note == "ところ：本町\n公民館"
    QGuiApplication.clipboard().clear()
    desk.trigger(window, "pasteList")
    assert dialogs.texts("tell")[-1].startswith("貼り付ける表がありません。")


def test_the_same_list_again_updates_and_asks_about_each_change(
    window: MainWindow, tmp_path: Path, run: Callable[..., None]
) -> None:
    path = tmp_path / "一覧.csv"
    path.write_text("No,名称,住所,曜日,定員\n1,甲,本町1,月,10\n2,乙,本町2,火,20\n3,丙,本町3,水,30\n", encoding="utf-8")

    def start() -> None:
        window.commands.jobs.importing.import_path(path)

    run(start, lambda dialog: dialog.accept())
    run(start, same, lambda dialog: dialog.reject())
    path.write_text("No,名称,住所,曜日,定員\n1,甲,本町1,木,11\n2,乙,本町2,火,20\n4,丁,本町4,金,40\n", encoding="utf-8")

    def decide(dialog: ImportDialog) -> None:
        assert numbers(dialog) == "3件を取り込む（新しい 1・変わる 1・同じ 1・とばす 0）"
        assert dialog.pages.changes.rows == (("甲", "曜日・日時", "月", "木"), ("甲", "定員", "10", "11"))
        assert [row[0] for row in dialog.pages.gone.rows] == ["丙"]
        assert dialog.pages.changes.setData(
            dialog.pages.changes.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
        )
        dialog.accept()

    run(start, decide)
    assert names(window) == ["甲", "乙", "丙", "丁"]
    first = window.document.worksheet.resources[0]
    assert (first.schedule, first.capacity) == ("月", 11)
    assert desk.undo_texts(window)[-1] == "「一覧.csv」を取り込む（新しい 1・変わる 1）"


def same(dialog: ImportDialog) -> None:
    assert numbers(dialog) == "3件を取り込む（新しい 0・変わる 0・同じ 3・とばす 0）"
    assert words(dialog, "importDetails").startswith("前に取り込んだ内容と同じです。")
    assert not part(dialog, QWidget, "acceptImport").isEnabled()


def test_the_town_comes_first_and_is_found_by_typing(
    window: MainWindow, tmp_path: Path, run: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation, "MANY_ROWS", 5)
    path = tmp_path / "全国.csv"
    path.write_text(TOWNS, encoding="utf-8-sig")

    def pick(dialog: ImportDialog) -> None:
        assert dialog.towns.line.hasFocus()
        assert not part(dialog, QWidget, "acceptImport").isEnabled()
        assert words(dialog, "importDetails") == "市区町村を選ぶと、その行だけを読み込みます。"
        ime.commit(dialog.towns.line, "府中")
        towns = part(dialog, QListView, "townList")
        shown = [towns.model().index(row, 0).data() for row in range(towns.model().rowCount())]
        assert shown == ["東京都府中市　3件", "広島県府中市　3件"]
        QTest.keyClick(dialog.towns.line, Qt.Key.Key_Down)
        QTest.keyClick(towns, Qt.Key.Key_Down)
        QTest.keyClick(towns, Qt.Key.Key_Return)
        assert dialog.isVisible(), "Enter chooses the town and nothing else"

    run(lambda: window.commands.jobs.importing.import_path(path), pick, press("3件を取り込む"))
    assert [r.source for r in window.document.worksheet.resources] == ["全国.csv 広島県府中市"] * 3


def test_rows_left_out_can_be_kept_as_a_file(
    window: MainWindow, dialogs: FakeDialogs, path: Path, tmp_path: Path, run: Callable[..., None]
) -> None:
    report = tmp_path / "とばした行.csv"
    dialogs.will_save(report)
    path.write_text("名称,住所\n甲,1\n,=2+3\n", encoding="utf-8")
    run(
        lambda: window.commands.jobs.importing.import_path(path),
        press("とばす行をCSVに保存…"),
        lambda dialog: dialog.reject(),
    )
    rows = list(csv.reader(StringIO(report.read_text(encoding="utf-8-sig"))))
    assert rows[1] == ["一覧.csv", "3", "名称がありません", "'=2+3"]


def test_closing_calls_the_work_off(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "一覧.csv"
    path.write_text("名称,住所\n" + "".join(f"会{number},{number}\n" for number in range(20_000)), encoding="utf-8")

    def give_up(dialog: ImportDialog) -> None:
        assert not dialog.is_settled
        assert part(dialog, QWidget, "importProgress").isVisible()
        button(dialog, "やめる").click()

    with answering(ImportDialog, give_up) as seen:
        window.commands.jobs.importing.import_path(path)
        qtbot.waitUntil(lambda: bool(seen))
    desk.wait_idle(qtbot, window)
    assert seen[0].prepared is None, "it never came to an end"
    assert names(window) == []


def test_a_file_that_cannot_be_read_is_told_without_a_dialog(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = tmp_path / "空.csv"
    path.write_bytes(b"")
    window.commands.jobs.importing.import_path(path)
    desk.wait_idle(qtbot, window)
    assert "空" in dialogs.texts("warn")[0]


def test_everything_has_a_name_and_can_be_reached_by_keyboard(
    qtbot: QtBot, window: MainWindow, path: Path, run: Callable[..., None]
) -> None:
    def look(dialog: ImportDialog) -> None:
        assert dialog.width() <= 1366
        assert dialog.height() <= 728, "there is a task bar, too"
        dialog.pages.setCurrentIndex(1)
        QApplication.processEvents()
        widgets = interactive(dialog)
        widgets = [w for w in widgets if type(w).__name__ not in ("QHeaderView", "QAbstractButton")]  # Qt's own parts
        assert [type(w).__name__ for w in widgets if not w.objectName()] == []
        assert [w.objectName() for w in widgets if not spoken_name(w).strip()] == []
        start = part(dialog, QComboBox, "importEncoding")
        seen = walk(start, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
        assert reachable(dialog) - set(seen) == set()
        dialog.reject()

    run(lambda: window.commands.jobs.importing.import_path(path), look)


def test_open_data_goes_out_with_a_word_about_what_stays(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    desk.show(window, Worksheet(resources=(make_resource("さくら会", contact="090"),)))
    target = tmp_path / "公開.csv"
    dialogs.will_save(target)
    desk.trigger(window, "exportOpenData")
    desk.wait_idle(qtbot, window)
    assert "さくら会" in target.read_text(encoding="utf-8-sig")
    (told,) = [said for said in dialogs.said if said.kind == "tell"]
    assert told.text == "1件を「公開.csv」に書き出しました。"
    assert "「内部のみ」の連絡先（1件）" in told.details


def test_remembered_columns_are_bounded_and_survive_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MAX_LISTS", 3)
    known = RememberedColumns(tmp_path)
    for number in range(5):
        known.remember([f"列{number}"], {f"列{number}": "place"})
    assert known.of(["列0"]) == {}
    assert known.of(["列4"]) == {"列4": "place"}
    known.remember(["列4"], {})
    assert known.of(["列4"]) == {}
    (tmp_path / "import_columns.json").write_text("[1", encoding="utf-8")
    assert known.of(["列1"]) == {}
    (tmp_path / "import_columns.json").write_text('{"a": 3}', encoding="utf-8")
    assert known.of(["列1"]) == {}


def test_the_field_cell_shows_that_it_can_be_opened(window: MainWindow, path: Path, run: Callable[..., None]) -> None:
    def look(dialog: ImportDialog) -> None:
        table = part(dialog, QTableView, "importColumns")
        index: QModelIndex = dialog.columns.index(1, TARGET)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
        (editor,) = table.findChildren(QComboBox, "cellEditor")
        assert editor.currentData() == "note"
        assert editor.accessibleName() == "「ところ」を入れる先"
        editor.hidePopup()
        dialog.reject()

    run(lambda: window.commands.jobs.importing.import_path(path), look)


def test_what_is_said_afterwards_tells_where_the_cards_are_and_which_names_are_alike(
    window: MainWindow, dialogs: FakeDialogs, path: Path, run: Callable[..., None]
) -> None:
    desk.show(window, make_worksheet(make_resource("健康体操（夏）")))
    dialogs.will_open(path)

    def take_all(dialog: ImportDialog) -> None:
        assert "状態像の分かる資源はシートに" in words(dialog, "importDetails")
        part(dialog, QPushButton, "suggestionsAll").click()

    run(lambda: desk.trigger(window, "importList"), take_all, press("2件を取り込む"))
    assert [each.name for each in window.document.worksheet.unplaced] == ["さくら会"]
    assert window.status.currentMessage() == (
        "2件を加えました（シートに1件、「未配置」の終わりに1件）。"
        "名前のよく似た資源が1組あります（「資源」のメニュー）。"
    )


def test_the_sheet_is_laid_out_by_the_worker_and_not_again_for_undo_and_redo(
    window: MainWindow, dialogs: FakeDialogs, path: Path, run: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show(window, make_worksheet(make_resource("前からの会", (0.1, 0.4))))
    dialogs.will_open(path)
    makers: list[threading.Thread] = []
    lay_out = Layouter.layout

    def watched(layouter: Layouter, *args: Any) -> SheetLayout:
        makers.append(threading.current_thread())
        return lay_out(layouter, *args)

    monkeypatch.setattr(Layouter, "layout", watched)

    def take(dialog: ImportDialog) -> None:
        part(dialog, QPushButton, "suggestionsAll").click()

    run(lambda: desk.trigger(window, "importList"), take, press("2件を取り込む"))
    shown = desk.layout_of(window)
    assert len(shown.cards) > 1
    assert shown.worksheet is window.document.worksheet
    desk.trigger(window, "undo")
    assert len(desk.layout_of(window).cards) == 1
    desk.trigger(window, "redo")
    assert desk.layout_of(window) is shown
    assert len(makers) == 1
    assert makers[0] is not threading.main_thread()
