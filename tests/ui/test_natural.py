"""自然な支え合い in the window: added by key and menu, written at once, told in the table and to screen readers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Nature
from resource_mapper.layout.reading_order import reading_order
from resource_mapper.ui.accessibility.words import card_in_words
from resource_mapper.ui.presenting.scribe_panel import ScribePanel
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk

SALON = "sample-09"


def test_it_is_added_beside_the_current_card_and_named_at_once(sampled: MainWindow) -> None:
    sampled.selection.set([SALON])
    sampled.view.setFocus()
    QTest.keyClick(sampled.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert sampled.view.name_editor.is_open
    sampled.view.name_editor.setText("縁側のお茶のみ")
    sampled.view.name_editor.commit()
    (added,) = [each for each in sampled.document.worksheet.resources if each.is_natural]
    assert (added.name, added.category) == ("縁側のお茶のみ", "salon")
    layout = desk.layout_of(sampled)
    assert "自然な支え合い" in card_in_words(layout, reading_order(layout), desk.box(sampled, added.id))
    sampled.workspace.show_panel("crosstab")
    labels = sampled.crosstab.findChildren(QLabel)
    assert any("うち自然な支え合い 1件" in label.text() for label in labels)
    sampled.document.undo_stack.undo()
    assert sampled.document.worksheet == sample_worksheet()


def test_without_a_name_it_does_not_stay(sampled: MainWindow) -> None:
    sampled.actions_by_id["addNatural"].trigger()
    sampled.view.name_editor.cancel()
    assert sampled.document.worksheet == sample_worksheet()


def test_the_scribe_writes_one_and_the_next_is_a_resource_again(sampled: MainWindow, qtbot: QtBot) -> None:
    panel = ScribePanel(sampled.document, sampled.selection)
    qtbot.addWidget(panel)
    chip = panel.findChild(QToolButton, "natureNatural")
    assert chip is not None
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    for name in ("お茶のみ", "体操の会"):
        panel.line.setText(name)
        panel.enter()
    assert [each.nature for each in sampled.document.worksheet.resources[-2:]] == [
        Nature.NATURAL,
        Nature.ORGANISED,
    ]
    assert "自然な支え合い" in panel.entries.item(1).text()
    assert not chip.isChecked()
