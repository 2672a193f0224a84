"""確認の古さ in the window: marks, the sentence, one key to confirm, the list to call by."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from resource_mapper.domain.age import Age
from resource_mapper.layout.display_list import texts
from resource_mapper.layout.draw_card import clock_of
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.asking.line_dialog import LineDialog
from resource_mapper.ui.printing.print_window import PrintWindow
from resource_mapper.ui.qt_painter import qrect
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.answering import answering, button
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fake_dialogs import FakeDialogs

TODAY = date(2026, 11, 23)
Role = Qt.ItemDataRole


@pytest.fixture
def dated(window: MainWindow) -> MainWindow:
    """A card confirmed lately, one long ago, one never, and one in the tray."""
    desk.show(
        window,
        make_worksheet(
            make_resource("新しいサロン", (0.1, 0.4), id="new", category="salon", confirmed_on=TODAY),
            make_resource("古いサロン", (0.4, 0.8), id="old", category="salon", confirmed_on=date(2025, 3, 1)),
            make_resource("日のない会", (0.5, 0.9), id="never", category="other", contact="0120-000-001"),
            make_resource("待つ会", None, id="tray"),
        ),
    )
    window.view.setFocus()
    return window


def marked(window: MainWindow) -> set[str]:
    return {card.resource.id for card in desk.layout_of(window).cards if card.stale}


def note(window: MainWindow) -> str:
    return window.status.currentMessage()


def confirmation(window: MainWindow, key: str) -> tuple[date | None, str]:
    found = desk.resource(window, key)
    return found.confirmed_on, found.confirmed_by


def test_old_cards_are_marked_when_asked_for_and_the_document_stays(dated: MainWindow) -> None:
    before = dated.document.worksheet
    assert marked(dated) == set()
    desk.trigger(dated, "markStale")
    assert marked(dated) == {"old", "never"}
    assert note(dated) == "3件は、1年以上確認していません（うち2件は、確認した日がありません）"
    assert dated.actions_by_id["markStale"].isChecked()
    desk.trigger(dated, "age_two-years")
    assert marked(dated) == {"never"}
    ticked = [age for age in Age if dated.actions_by_id[f"age_{age}"].isChecked()]
    assert ticked == [Age.TWO_YEARS]
    desk.trigger(dated, "markStale")
    assert marked(dated) == set()
    assert dated.document.worksheet is before
    assert not dated.document.is_dirty


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_no_ring_or_handle_lies_over_a_clock(dated: MainWindow, zoom: float) -> None:
    desk.trigger(dated, "markStale")
    view, card = dated.view, desk.box(dated, "old")
    view.set_zoom(zoom)
    clock = clock_of(card)
    face = qrect(clock.inset(clock.width * 0.2))
    view.centerOn(face.center())
    pixels = view.mapFromScene(face).boundingRect().adjusted(1, 1, -1, -1)
    assert pixels.width() * pixels.height() > 20
    dated.selection.set([])
    plain = view.viewport().grab(pixels).toImage()
    whole = view.viewport().grab().toImage()
    dated.selection.set(["old"])
    view.setFocus()
    assert view.viewport().grab(pixels).toImage() == plain
    assert view.viewport().grab().toImage() != whole, "ring and handles are there"


def test_marks_and_age_are_remembered(dated: MainWindow, settings: SettingsStore) -> None:
    desk.trigger(dated, "age_half-year")
    again = SettingsStore(settings.folder).settings
    assert (again.mark_stale, again.stale_age) == (True, "half-year")


def test_a_confirmed_card_looks_so_at_once(dated: MainWindow, dialogs: FakeDialogs) -> None:
    desk.trigger(dated, "markStale")
    item = dated.scene.item_of("old")
    assert item is not None
    before = dated.view.grab().toImage()
    dialogs.will_write("山田")
    dated.selection.set(["old"])
    QTest.keyClick(dated.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert marked(dated) == {"never"}
    assert dated.view.grab().toImage() != before


def test_tray_and_list_carry_the_mark_too(dated: MainWindow) -> None:
    table, tray = dated.list.table, dated.side.tray
    column = next(n for n, each in enumerate(table.columns) if each.field == "confirmed_on")
    plain = tray.grab().toImage()

    def has_mark(row: int) -> bool:
        icon = table.index(row, column).data(Role.DecorationRole)
        return isinstance(icon, QIcon) and not icon.isNull()

    assert not any(has_mark(row) for row in range(5))
    desk.trigger(dated, "markStale")
    assert [has_mark(row) for row in range(5)] == [False, True, True, True, False]
    assert "確認が古い" in table.index(1, column).data(Role.AccessibleTextRole)
    assert "確認が古い" not in table.index(0, column).data(Role.AccessibleTextRole)
    assert tray.grab().toImage() != plain


def test_the_sentence_is_among_the_findings_and_selects_its_cards(dated: MainWindow) -> None:
    rows = {dated.gaps.item(row).text(): row for row in range(dated.gaps.count())}
    sentence = "・3件は、1年以上確認していません（うち2件は、確認した日がありません）"
    dated.gaps.setCurrentRow(rows[sentence])
    QTest.keyClick(dated.gaps, Qt.Key.Key_Return)
    assert set(desk.selected(dated)) == {"old", "never", "tray"}


def test_nobody_sees_marks_on_the_wall(dated: MainWindow) -> None:
    desk.trigger(dated, "markStale")
    desk.trigger(dated, "present")
    assert marked(dated) == set()
    dated.meeting.end()
    assert marked(dated) == {"old", "never"}


def test_one_key_confirms_several_cards_as_one_step(dated: MainWindow, dialogs: FakeDialogs) -> None:
    dialogs.will_write("山田")
    dated.selection.set(["old", "never"])
    QTest.keyClick(dated.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert [confirmation(dated, key) for key in ("old", "never", "new")] == [
        (TODAY, "山田"),
        (TODAY, "山田"),
        (TODAY, ""),
    ]
    assert desk.undo_texts(dated) == ["2件を確認した"]
    assert note(dated) == "2件の最終確認日を 令和8年11月23日、確認者を「山田」にしました"
    dated.document.undo_stack.undo()
    assert confirmation(dated, "old") == (date(2025, 3, 1), "")


def test_the_name_is_asked_for_once_and_can_be_changed(
    dated: MainWindow, dialogs: FakeDialogs, settings: SettingsStore
) -> None:
    dated.selection.set(["old"])
    dialogs.will_write("")
    desk.trigger(dated, "confirmCards")
    assert not dated.document.undo_stack.canUndo(), "nobody has answered"
    dialogs.will_write("山田")
    desk.trigger(dated, "confirmCards")
    dated.selection.set(["never"])
    desk.trigger(dated, "confirmCards")
    assert confirmation(dated, "never") == (TODAY, "山田")
    desk.trigger(dated, "confirmCards")
    assert note(dated).startswith("「日のない会」は、もう")
    assert len(desk.undo_texts(dated)) == 2
    dialogs.will_write("鈴木")
    desk.trigger(dated, "confirmerName")
    assert SettingsStore(settings.folder).settings.confirmed_by == "鈴木"
    desk.trigger(dated, "confirmCards")
    assert confirmation(dated, "never") == (TODAY, "鈴木")


def test_the_key_works_on_rows_of_the_list(dated: MainWindow, settings: SettingsStore) -> None:
    settings.update(confirmed_by="山田")
    desk.trigger(dated, "arrange_list")
    view = dated.list.view
    view.setFocus()
    view.put_cursor(3, 2)
    QTest.keyClick(view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert confirmation(dated, "tray") == (TODAY, "山田")
    assert desk.undo_texts(dated) == ["「待つ会」を確認した"]


def test_the_dialog_proposes_a_name_and_takes_no_empty_one(qtbot: QtBot) -> None:
    def write(dialog: LineDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        assert line.selectedText() == "yamada"
        accept = button(dialog, "この名前にする")
        line.setText("　")
        assert not accept.isEnabled()
        QTest.keyClicks(line, "  Yamada Hanako ")
        QTest.keyClick(line, Qt.Key.Key_Return)

    with answering(LineDialog, write):
        assert Dialogs().ask_line("確認者の名前", "だれが", "名前", "yamada", "この名前にする") == "Yamada Hanako"
    with answering(LineDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)):
        assert Dialogs().ask_line("確認者の名前", "だれが", "名前", "yamada", "この名前にする") == ""


def test_the_list_to_call_by_opens_with_the_age_in_use(
    qtbot: QtBot, dated: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    desk.trigger(dated, "age_two-years")
    seen: list[str] = []
    target = tmp_path / "電話.pdf"

    def look(dialog: PrintWindow) -> None:
        qtbot.waitUntil(lambda: dialog.is_settled and bool(dialog.pages), timeout=30_000)
        seen.extend(text.text for page in dialog.pages for text in texts(page.items))
        age, internal = dialog.findChild(QComboBox, "printAge"), dialog.findChild(QCheckBox, "printInternalContacts")
        assert age is not None
        assert internal is not None
        assert (age.currentText(), internal.isChecked()) == (Age.TWO_YEARS.short, True)
        dialogs.will_agree(False)
        button(dialog, "PDFに保存…").click()
        dialogs.will_agree(False)
        button(dialog, "絵としてコピー").click()
        dialogs.will_agree(True)
        dialogs.will_save(target)
        button(dialog, "PDFに保存…").click()
        qtbot.waitUntil(lambda: target.exists() and dialog.is_settled, timeout=30_000)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    with answering(PrintWindow, look):
        desk.trigger(dated, "printCalls")
    assert {"電話で確認する先", "内部資料", "日のない会", "0120-000-001", "待つ会"} <= set(seen)
    assert "古いサロン" not in seen
    assert [text[:15] for text in dialogs.texts("ask")] == ["公開していない連絡先が1件入り"] * 3


def test_the_usual_print_window_leaves_internal_contacts_out(qtbot: QtBot, dated: MainWindow) -> None:
    def look(dialog: PrintWindow) -> None:
        for name in ("printSheet_calls", "printMarkStale"):
            box = dialog.findChild(QCheckBox, name)
            assert box is not None
            box.click()
        qtbot.waitUntil(lambda: dialog.is_settled and len(dialog.pages) > 2, timeout=30_000)
        words = [text.text for page in dialog.pages for text in texts(page.items)]
        assert Age.YEAR.label in words
        assert "（内部のみ）" in words
        assert "0120-000-001" not in words
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    with answering(PrintWindow, look):
        desk.trigger(dated, "printSheets")


def test_a_note_is_not_written_over_the_summary(qtbot: QtBot, dated: MainWindow) -> None:
    summary = desk.child(dated, "summaryLabel")
    desk.trigger(dated, "markStale")
    dated.status.show_busy(True)  # the bar is laid out anew
    qtbot.wait(50)
    assert not summary.isVisible()
    dated.status.clearMessage()
    assert summary.isVisible()
