"""あるべき姿 in the window: laid over the sheet, written by hand and key, taken back, printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from resource_mapper import cli
from resource_mapper.domain.axis import Span
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.should_be import set_aim
from resource_mapper.layout.reading_order import reading_order
from resource_mapper.storage.document_file import open_document
from resource_mapper.storage.workbook.writer import write_workbook
from resource_mapper.ui.accessibility.words import card_in_words
from resource_mapper.ui.panels.editors import ChoiceEditor
from resource_mapper.ui.printing.print_window import PrintWindow
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, mouse
from tests.helpers.answering import answering
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.pdf import read_pdf

SALON = "sample-09"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def drag_end(window: MainWindow, to: float) -> None:
    """Drag the right handle of the card to a place on the axis."""
    start = desk.end(window, SALON, right=True)
    mouse.drag(window.view, start, (desk.x_of(window, to), start[1]))


def drag_dashed_end(window: MainWindow, to: float) -> None:
    """Drag the right end of the card's aim to a place on the axis."""
    aim, y = desk.box(window, SALON).aim, desk.middle(window, SALON)[1]
    assert aim is not None
    mouse.drag(window.view, (aim[1], y), (desk.x_of(window, to), y))


def test_the_layer_is_a_way_of_looking_and_changes_nothing(sampled: MainWindow) -> None:
    desk.show(sampled, set_aim(sample_worksheet(), {SALON}, Span(0.25, 0.9)))
    assert desk.box(sampled, SALON).aim is None
    QTest.keyClick(sampled, Qt.Key.Key_G, CTRL_SHIFT)
    assert desk.box(sampled, SALON).aim is not None
    assert desk.layout_of(sampled).coverage_ahead
    assert not sampled.document.is_dirty
    layout = desk.layout_of(sampled)
    assert "、あるべき姿はすべて、" in card_in_words(layout, reading_order(layout), desk.box(sampled, SALON))
    desk.trigger(sampled, "showAims")
    assert desk.box(sampled, SALON).aim is None


def test_the_end_that_is_dragged_is_that_of_the_aim_while_it_is_written(sampled: MainWindow) -> None:
    span = desk.resource(sampled, SALON).span
    QTest.keyClick(sampled, Qt.Key.Key_E, CTRL_SHIFT)
    assert sampled.actions_by_id["showAims"].isChecked()
    drag_end(sampled, 0.9)
    card = desk.resource(sampled, SALON)
    assert card.span == span
    assert card.aim is not None
    assert card.aim.right == pytest.approx(0.9, abs=0.01)
    assert desk.undo_texts(sampled) == ["「いきいきサロン」のあるべき姿を書く"]
    sampled.selection.set([])
    drag_dashed_end(sampled, 0.8)
    moved = desk.resource(sampled, SALON).aim
    assert moved is not None
    assert moved.right == pytest.approx(0.8, abs=0.01), "the dashed end itself is taken hold of, too"
    assert span is not None
    drag_dashed_end(sampled, span.right + 0.005)
    assert desk.resource(sampled, SALON).aim is None, "back at the card's own end it is taken back"
    desk.trigger(sampled, "writeAims")
    drag_end(sampled, 0.8)
    assert desk.resource(sampled, SALON).span != span


def test_a_double_click_and_brackets_write_it_in_steps(sampled: MainWindow) -> None:
    desk.trigger(sampled, "writeAims")
    mouse.double_click(sampled.view, desk.end(sampled, SALON, right=True))
    assert desk.resource(sampled, SALON).aim == Span(0.25, 2 / 3)
    sampled.selection.set([SALON])
    sampled.view.setFocus()
    QTest.keyClicks(sampled.view, "[")
    aim = desk.resource(sampled, SALON).aim
    assert aim is not None
    assert aim.left < 0.25
    QTest.keyClicks(sampled.view, "{{")
    moved = desk.resource(sampled, SALON).aim
    assert moved is not None
    assert moved.left > aim.left
    sampled.document.undo_stack.undo()
    sampled.document.undo_stack.undo()
    assert desk.resource(sampled, SALON).aim is None


def test_no_arrow_is_offered_where_an_aim_is_dragged(sampled: MainWindow) -> None:
    def offered() -> bool:
        mouse.hover(sampled.view, desk.middle(sampled, SALON))
        return sampled.scene.linkable is not None

    sampled.selection.set([SALON])
    assert offered()
    desk.trigger(sampled, "writeAims")
    assert not offered()
    desk.trigger(sampled, "writeAims")
    assert offered()


def test_a_banner_says_what_the_hand_writes_and_ends_it(sampled: MainWindow) -> None:
    desk.trigger(sampled, "writeAims")
    cross = sampled.findChild(QToolButton, "bannerClose_aims")
    assert cross is not None
    assert not cross.isVisible(), "the mode would go on without a word"
    button = sampled.findChild(QPushButton, "bannerAction1_aims")
    assert button is not None
    button.click()
    assert not sampled.aims.are_written
    assert not sampled.actions_by_id["writeAims"].isChecked()
    assert sampled.aims.are_shown
    desk.trigger(sampled, "writeAims")
    desk.trigger(sampled, "showAims")
    assert not sampled.aims.are_written, "what is not seen is not written"


def test_it_can_be_chosen_in_words(sampled: MainWindow) -> None:
    sampled.selection.set([SALON])
    editor = sampled.inspector.findChild(ChoiceEditor, "field_aim")
    assert editor is not None
    assert editor.currentText() == "今と同じ"
    row = editor.findText("すべて")
    editor.setCurrentIndex(row)
    editor.activated.emit(row)
    assert desk.resource(sampled, SALON).aim == Span(0.0, 1.0)
    assert desk.undo_texts(sampled) == ["「いきいきサロン」のあるべき姿を変える"]


def test_it_is_saved_and_printed_as_it_is_seen(
    sampled: MainWindow, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.trigger(sampled, "writeAims")
    drag_end(sampled, 0.9)
    ticked: list[bool] = []

    def look(dialog: PrintWindow) -> None:
        box = dialog.findChild(QCheckBox, "printAims")
        assert box is not None
        ticked.append(box.isChecked())
        dialog.reject()

    with answering(PrintWindow, look):
        desk.trigger(sampled, "printSheets")
    assert ticked == [True]
    book = tmp_path / "町.xlsx"
    dialogs.will_save(book)
    desk.trigger(sampled, "saveFile")
    desk.wait_idle(qtbot, sampled)
    assert open_document(book).worksheet.get(SALON) == desk.resource(sampled, SALON)


def test_it_is_printed_from_the_command_line(tmp_path: Path) -> None:
    book, paper = tmp_path / "町.xlsx", tmp_path / "町.pdf"
    book.write_bytes(write_workbook(set_aim(sample_worksheet(), {SALON}, Span(0.25, 0.9))))
    for words, option in (((), ()), (("点線の枠＝あるべき姿", "あるべき姿では"), ("--aims",))):
        assert cli.main(["print", str(book), "-o", str(paper), *option]) == 0
        text = read_pdf(paper.read_bytes()).texts[0]
        assert ("あるべき姿" in text) == bool(words)
        assert all(word in text for word in words)
