"""付箋 in the window: stuck on, written, dragged, moved by keys, spoken, put out of sight, taken off."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from resource_mapper import app
from resource_mapper.domain.note import Note
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.ui.accessibility.canvas import CanvasInterface
from resource_mapper.ui.canvas.note_dialog import NoteDialog
from resource_mapper.ui.canvas.note_items import NoteItem
from resource_mapper.ui.commands.card_commands import BESIDE_MM
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime, mouse
from tests.helpers.answering import answering, button
from tests.helpers.fake_dialogs import FakeDialogs

NOTE = Note(id="n1", words="男性はどこへ？", position=0.75, lens="category", row="salon", height=0.1)
OTHER = Note(id="n2", words="足がない", position=0.9, lens="category", row="gathering", height=0.4)
KEYS = Qt.Key


@pytest.fixture
def noted(window: MainWindow) -> MainWindow:
    desk.show(window, replace(sample_worksheet(), notes=(NOTE, OTHER)))
    window.view.fit_page()
    return window


def item(window: MainWindow, key: str = "n1") -> NoteItem:
    found = window.scene.notes.item_of(key)
    assert found is not None
    return found


def middle(window: MainWindow, key: str = "n1") -> mouse.Mm:
    centre = item(window, key).area.center()
    return centre.x(), centre.y()


def notes(window: MainWindow) -> list[str]:
    return [note.words for note in window.document.worksheet.notes]


def note(window: MainWindow, key: str = "n1") -> Note:
    return next(each for each in window.document.worksheet.notes if each.id == key)


def entry(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.objectName() == name)


def write(words: str):
    def answer(dialog: NoteDialog) -> None:
        field = dialog.findChild(QPlainTextEdit, "noteWords")
        assert field is not None
        field.setPlainText(words)
        button(dialog, "貼る").click()

    return answer


def test_a_note_is_stuck_on_by_key_and_comes_off_by_undo(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    window.view.setFocus()
    with answering(NoteDialog, write("次回までに\n区長に聞く ")):
        QTest.keyClick(window.view, KEYS.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert notes(window) == ["次回までに\n区長に聞く"]
    assert window.scene.notes.chosen == window.document.worksheet.notes[0].id
    window.document.undo_stack.undo()
    assert notes(window) == []
    assert [each for each in window.scene.items() if isinstance(each, NoteItem)] == []


def test_a_note_at_a_card_leaves_its_name_legible(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    window.selection.set(["sample-01"])
    with answering(NoteDialog, write("送迎があれば")):
        window.actions_by_id["addNote"].trigger()
    added = window.scene.notes.item_of(window.document.worksheet.notes[0].id)
    card = window.scene.item_of("sample-01")
    assert added is not None
    assert card is not None
    assert not added.area.contains(card.pill.center())
    assert added.area.left() < card.pill.right() + 2 * BESIDE_MM, "beside it"


def test_without_words_nothing_is_stuck_on(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())

    def leave(dialog: NoteDialog) -> None:
        assert not button(dialog, "貼る").isEnabled()
        button(dialog, "やめる").click()

    with answering(NoteDialog, leave):
        window.actions_by_id["addNote"].trigger()
    assert window.document.worksheet == sample_worksheet()


def test_dragging_moves_it_and_no_card(noted: MainWindow) -> None:
    before = noted.document.worksheet
    x, y = middle(noted)
    mouse.drag(noted.view, (x, y), (x - 60, y + 90))
    after = note(noted)
    assert after.position == pytest.approx(NOTE.position - 60 / 360, abs=0.01)
    assert after.row != "salon"
    assert noted.document.worksheet.resources == before.resources
    assert desk.undo_texts(noted) == ["付箋を動かす"]
    assert middle(noted) == pytest.approx((x - 60, y + 90), abs=1.5)


def test_escape_puts_it_back(noted: MainWindow) -> None:
    place = middle(noted)
    with mouse.held(noted.view, place, (place[0] - 50, place[1] + 50)):
        assert middle(noted) != pytest.approx(place, abs=10)
        QTest.keyClick(noted.view, KEYS.Key_Escape)
    assert middle(noted) == pytest.approx(place)
    assert desk.undo_texts(noted) == []


def test_a_double_click_and_f2_open_its_words(noted: MainWindow) -> None:
    with answering(NoteDialog, write("書き直した"), write("もう一度")):
        mouse.double_click(noted.view, middle(noted))
        QTest.keyClick(noted.view, KEYS.Key_F2)
    assert notes(noted) == ["もう一度", "足がない"]


def test_a_click_takes_the_card_s_place_and_delete_takes_the_note_off(noted: MainWindow) -> None:
    noted.selection.set(["sample-01"])
    mouse.click(noted.view, middle(noted))
    assert (noted.scene.notes.chosen, desk.selected(noted)) == ("n1", ())
    QTest.keyClick(noted.view, KEYS.Key_Delete)
    assert notes(noted) == ["足がない"]
    assert len(noted.document.worksheet.resources) == 24
    assert noted.scene.notes.chosen is None
    noted.document.undo_stack.undo()
    assert notes(noted) == ["男性はどこへ？", "足がない"]
    mouse.click(noted.view, middle(noted))
    noted.selection.set(["sample-01"])
    assert noted.scene.notes.chosen is None


def test_arrows_move_the_chosen_one_in_one_undo_step(noted: MainWindow) -> None:
    mouse.click(noted.view, middle(noted))
    for _ in range(3):
        QTest.keyClick(noted.view, KEYS.Key_Left)
    assert note(noted).position == pytest.approx(NOTE.position - 3 / 24, abs=0.002)
    for _ in range(12):
        QTest.keyClick(noted.view, KEYS.Key_Down)
    assert note(noted).row not in ("salon", "hobby")
    assert desk.undo_texts(noted) == ["付箋を動かす"]
    QTest.keyClick(noted.view, KEYS.Key_Escape)
    assert noted.scene.notes.chosen is None


def test_tab_walks_cards_then_notes(noted: MainWindow) -> None:
    noted.view.setFocus()
    QTest.keyClick(noted.view, KEYS.Key_End)
    assert desk.selected(noted)
    chosen = []
    for _ in range(2):
        QTest.keyClick(noted.view, KEYS.Key_Tab)
        chosen.append(noted.scene.notes.chosen)
    assert chosen == ["n1", "n2"]
    assert desk.selected(noted) == ()
    for _ in range(2):
        QTest.keyClick(noted.view, KEYS.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert noted.scene.notes.chosen is None
    assert desk.selected(noted)


def test_they_are_spoken_behind_the_cards(noted: MainWindow) -> None:
    noted.view.setFocus()
    canvas = QAccessible.queryAccessibleInterface(noted.view)
    assert isinstance(canvas, CanvasInterface)
    assert canvas.childCount() == 24 + 2
    spoken = canvas.child(24)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name).startswith("付箋、男性はどこへ？、要介護")
    mouse.click(noted.view, middle(noted))
    assert canvas.focusChild() is spoken
    assert canvas.indexOfChild(spoken) == 24
    area = item(noted).area
    point = noted.view.viewport().mapToGlobal(noted.view.mapFromScene(area.center()))
    assert canvas.childAt(point.x(), point.y()) is spoken
    noted.actions_by_id["showNotes"].trigger()
    assert (canvas.childCount(), spoken.isValid()) == (24, False)


def test_they_can_be_put_out_of_sight(noted: MainWindow) -> None:
    place = middle(noted)
    noted.actions_by_id["showNotes"].trigger()
    assert not item(noted).isVisible()
    mouse.click(noted.view, place)
    assert noted.scene.notes.chosen is None
    with answering(NoteDialog, write("新しい")):
        noted.actions_by_id["addNote"].trigger()
    assert item(noted).isVisible(), "what was just stuck on is seen"
    assert noted.actions_by_id["showNotes"].isChecked()


def test_whether_they_show_is_remembered_and_said(
    noted: MainWindow, settings: SettingsStore, dialogs: FakeDialogs
) -> None:
    summary = desk.child(noted, "summaryLabel")
    noted.actions_by_id["showNotes"].trigger()
    assert " ・ 付箋 2枚は隠しています" in summary.property("text")
    assert not SettingsStore(settings.folder).settings.show_notes
    again = app.make_window(dialogs, SettingsStore(settings.folder))
    desk.show(again, noted.document.worksheet)
    assert not again.actions_by_id["showNotes"].isChecked()
    assert not item(again).isVisible()
    again.actions_by_id["showNotes"].trigger()
    assert item(again).isVisible()
    assert "付箋" not in desk.child(again, "summaryLabel").property("text")
    assert SettingsStore(settings.folder).settings.show_notes
    again.deleteLater()


def test_its_menu_writes_and_removes(noted: MainWindow) -> None:
    x, y = middle(noted)
    noted.view.menu_wanted.emit(mouse.pixel(noted.view, (x, y)))
    menu = noted.view.findChild(QMenu, "noteMenu")
    assert menu is not None
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names == ["writeNote", "noteToCard", "noteToConcern", "removeNote", "showNotes"]
    entry(menu, "removeNote").trigger()
    menu.close()
    assert notes(noted) == ["足がない"]


def test_it_becomes_a_card_where_it_hangs_or_a_concern_of_the_list(noted: MainWindow) -> None:
    before = noted.document.worksheet
    for choice in ("noteToCard", "noteToConcern"):
        noted.view.menu_wanted.emit(mouse.pixel(noted.view, middle(noted)))
        menu = noted.view.findChild(QMenu, "noteMenu")
        assert menu is not None
        entry(menu, choice).trigger()
        menu.close()
        assert notes(noted) == ["足がない"]
        if choice == "noteToCard":
            card = noted.document.worksheet.resources[-1]
            assert (card.name, card.category) == ("男性はどこへ？", "salon")
            assert card.span is not None
            assert card.span.centre == pytest.approx(NOTE.position, abs=0.02)
        else:
            assert [each.title for each in noted.document.worksheet.concerns] == ["男性はどこへ？"]
        assert len(desk.undo_texts(noted)) == 1
        noted.document.undo_stack.undo()
        assert noted.document.worksheet == before


def test_a_wall_shows_them_and_keys_there_are_the_note_s(noted: MainWindow) -> None:
    noted.actions_by_id["present"].trigger()
    wall = noted.meeting.wall
    assert wall is not None
    view = wall.findChild(type(noted.view), "wallView")
    assert view is not None
    QApplication.processEvents()
    mouse.click(view, middle(noted))
    assert noted.scene.notes.chosen == "n1"
    QTest.keyClick(view, KEYS.Key_Left)
    assert note(noted).position < NOTE.position
    noted.meeting.end()


def test_a_sheet_s_menu_sticks_one_on_at_the_spot(noted: MainWindow) -> None:
    spot = desk.x_of(noted, 0.95), desk.row_middle(noted, "hobby")
    noted.view.menu_wanted.emit(mouse.pixel(noted.view, spot))
    menu = noted.view.findChild(QMenu, "gapMenu") or noted.view.findChild(QMenu, "placeMenu")
    assert menu is not None
    with answering(NoteDialog, write("ここが空いている")):
        entry(menu, "addNoteHere").trigger()
    menu.close()
    added = noted.document.worksheet.notes[-1]
    assert (added.row, added.lens) == ("hobby", "category")
    assert added.position == pytest.approx(0.95, abs=0.01)


def test_a_conversion_that_is_still_open_is_not_lost(noted: MainWindow) -> None:
    def compose(dialog: NoteDialog) -> None:
        field = dialog.findChild(QPlainTextEdit, "noteWords")
        assert field is not None
        field.clear()
        ime.write(field, "だん", "男", "男性")
        ime.compose(field, "は")
        QTest.keyClick(field, KEYS.Key_Return)
        assert dialog.isVisible(), "Enter belongs to the conversion"
        button(dialog, "貼る").click()

    def compose_first(dialog: NoteDialog) -> None:
        field = dialog.findChild(QPlainTextEdit, "noteWords")
        assert field is not None
        ime.compose(field, "冬")
        button(dialog, "貼る").click()

    with answering(NoteDialog, compose):
        noted.actions_by_id["addNote"].trigger()
    with answering(NoteDialog, compose_first):
        noted.actions_by_id["addNote"].trigger()
    assert notes(noted)[2:] == ["男性は", "冬"]


def test_ctrl_enter_sticks_it_on_and_enter_is_a_new_line(noted: MainWindow) -> None:
    def press(dialog: NoteDialog) -> None:
        field = dialog.findChild(QPlainTextEdit, "noteWords")
        assert field is not None
        field.setPlainText("一行目")
        field.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClick(field, KEYS.Key_Return)
        QTest.keyClicks(field, "2")
        QTest.keyClick(field, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)

    with answering(NoteDialog, press):
        noted.actions_by_id["addNote"].trigger()
    assert notes(noted)[-1] == "一行目\n2"
