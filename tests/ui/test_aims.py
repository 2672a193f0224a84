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
from resource_mapper.ui.main_window import MainWindow
from resource_mapper.ui.panels.editors import ChoiceEditor
from resource_mapper.ui.printing.print_window import PrintWindow
from tests.helpers import desk, mouse
from tests.helpers.answering import answering
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.pdf import read_pdf

SALON = "sample-09"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sample(window: MainWindow) -> MainWindow:
    desk.show(window, sample_worksheet())
    return window


def drag_end(window: MainWindow, to: float) -> None:
    """Drag the right handle of the card to a place on the axis."""
    start = desk.end(window, SALON, right=True)
    mouse.drag(window.view, start, (desk.x_of(window, to), start[1]))


def drag_dashed_end(window: MainWindow, to: float) -> None:
    """Drag the right end of the card's aim to a place on the axis."""
    aim, y = desk.box(window, SALON).aim, desk.middle(window, SALON)[1]
    assert aim is not None
    mouse.drag(window.view, (aim[1], y), (desk.x_of(window, to), y))


def test_the_layer_is_a_way_of_looking_and_changes_nothing(sample: MainWindow) -> None:
    desk.show(sample, set_aim(sample_worksheet(), {SALON}, Span(0.25, 0.9)))
    assert desk.box(sample, SALON).aim is None
    QTest.keyClick(sample, Qt.Key.Key_G, CTRL_SHIFT)
    assert desk.box(sample, SALON).aim is not None
    assert desk.layout_of(sample).coverage_ahead
    assert not sample.document.is_dirty
    layout = desk.layout_of(sample)
    assert "、あるべき姿はすべて、" in card_in_words(layout, reading_order(layout), desk.box(sample, SALON))
    desk.trigger(sample, "showAims")
    assert desk.box(sample, SALON).aim is None


def test_the_end_that_is_dragged_is_that_of_the_aim_while_it_is_written(sample: MainWindow) -> None:
    span = desk.resource(sample, SALON).span
    QTest.keyClick(sample, Qt.Key.Key_E, CTRL_SHIFT)
    assert sample.actions_by_id["showAims"].isChecked()
    drag_end(sample, 0.9)
    card = desk.resource(sample, SALON)
    assert card.span == span
    assert card.aim is not None
    assert card.aim.right == pytest.approx(0.9, abs=0.01)
    assert desk.undo_texts(sample) == ["「いきいきサロン」のあるべき姿を書く"]
    sample.selection.set([])
    drag_dashed_end(sample, 0.8)
    moved = desk.resource(sample, SALON).aim
    assert moved is not None
    assert moved.right == pytest.approx(0.8, abs=0.01), "the dashed end itself is taken hold of, too"
    assert span is not None
    drag_dashed_end(sample, span.right + 0.005)
    assert desk.resource(sample, SALON).aim is None, "back at the card's own end it is taken back"
    desk.trigger(sample, "writeAims")
    drag_end(sample, 0.8)
    assert desk.resource(sample, SALON).span != span


def test_a_double_click_and_brackets_write_it_in_steps(sample: MainWindow) -> None:
    desk.trigger(sample, "writeAims")
    mouse.double_click(sample.view, desk.end(sample, SALON, right=True))
    assert desk.resource(sample, SALON).aim == Span(0.25, 2 / 3)
    sample.selection.set([SALON])
    sample.view.setFocus()
    QTest.keyClicks(sample.view, "[")
    aim = desk.resource(sample, SALON).aim
    assert aim is not None
    assert aim.left < 0.25
    QTest.keyClicks(sample.view, "{{")
    moved = desk.resource(sample, SALON).aim
    assert moved is not None
    assert moved.left > aim.left
    sample.document.undo_stack.undo()
    sample.document.undo_stack.undo()
    assert desk.resource(sample, SALON).aim is None


def test_no_arrow_is_offered_where_an_aim_is_dragged(sample: MainWindow) -> None:
    def offered() -> bool:
        mouse.hover(sample.view, desk.middle(sample, SALON))
        return sample.scene.linkable is not None

    sample.selection.set([SALON])
    assert offered()
    desk.trigger(sample, "writeAims")
    assert not offered()
    desk.trigger(sample, "writeAims")
    assert offered()


def test_a_banner_says_what_the_hand_writes_and_ends_it(sample: MainWindow) -> None:
    desk.trigger(sample, "writeAims")
    cross = sample.findChild(QToolButton, "bannerClose_aims")
    assert cross is not None
    assert not cross.isVisible(), "the mode would go on without a word"
    button = sample.findChild(QPushButton, "bannerAction1_aims")
    assert button is not None
    button.click()
    assert not sample.aims.are_written
    assert not sample.actions_by_id["writeAims"].isChecked()
    assert sample.aims.are_shown
    desk.trigger(sample, "writeAims")
    desk.trigger(sample, "showAims")
    assert not sample.aims.are_written, "what is not seen is not written"


def test_it_can_be_chosen_in_words(sample: MainWindow) -> None:
    sample.selection.set([SALON])
    editor = sample.inspector.findChild(ChoiceEditor, "field_aim")
    assert editor is not None
    assert editor.currentText() == "今と同じ"
    row = editor.findText("すべて")
    editor.setCurrentIndex(row)
    editor.activated.emit(row)
    assert desk.resource(sample, SALON).aim == Span(0.0, 1.0)
    assert desk.undo_texts(sample) == ["「いきいきサロン」のあるべき姿を変える"]


def test_it_is_saved_and_printed_as_it_is_seen(
    sample: MainWindow, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.trigger(sample, "writeAims")
    drag_end(sample, 0.9)
    ticked: list[bool] = []

    def look(dialog: PrintWindow) -> None:
        box = dialog.findChild(QCheckBox, "printAims")
        assert box is not None
        ticked.append(box.isChecked())
        dialog.reject()

    with answering(PrintWindow, look):
        desk.trigger(sample, "printSheets")
    assert ticked == [True]
    book = tmp_path / "町.xlsx"
    dialogs.will_save(book)
    desk.trigger(sample, "saveFile")
    desk.wait_idle(qtbot, sample)
    assert open_document(book).worksheet.get(SALON) == desk.resource(sample, SALON)


def test_it_is_printed_from_the_command_line(tmp_path: Path) -> None:
    book, paper = tmp_path / "町.xlsx", tmp_path / "町.pdf"
    book.write_bytes(write_workbook(set_aim(sample_worksheet(), {SALON}, Span(0.25, 0.9))))
    for words, option in (((), ()), (("点線の枠＝あるべき姿", "あるべき姿では"), ("--aims",))):
        assert cli.main(["print", str(book), "-o", str(paper), *option]) == 0
        text = read_pdf(paper.read_bytes()).texts[0]
        assert ("あるべき姿" in text) == bool(words)
        assert all(word in text for word in words)
