"""Whatever can be used says what it is for, in a tooltip or to screen readers; actions say it in the status bar."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QStatusTipEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHeaderView,
    QMenu,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import resource_mapper.ui
from resource_mapper.domain import linking
from resource_mapper.domain.fields import FIELDS
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.version import Version
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.document_file import save_document
from resource_mapper.storage.workbook.schema import AIM_LEFT, AIM_RIGHT, AIM_WORDS, LEFT, PREPRINTED, RIGHT, WORDS
from resource_mapper.ui.asking.line_dialog import LineDialog
from resource_mapper.ui.asking.pick_dialog import PickDialog
from resource_mapper.ui.commands.actions import ACTIONS
from resource_mapper.ui.printing.batch_dialog import BatchDialog
from resource_mapper.ui.window.main_window import MainWindow
from resource_mapper.ui.words.field_tips import FIELD_TIPS
from resource_mapper.ui.words.tips import TIPS
from tests.helpers import desk
from tests.helpers.factories import make_resource
from tests.helpers.fake_dialogs import FakeDialogs
from tests.ui.conftest import NOW
from tests.ui.test_accessibility import interactive

WORDS_SAY_IT = (QPushButton, QCheckBox, QRadioButton)
OPENING = (
    "editHeading",
    "moveCards",
    "addNote",
    "keepVersion",
    "printSheets",
    "showMinutes",
    "showVersions",
    "sideBySide",
    "showLinks",
    "makeConcerns",
    "showNational",
    "findDuplicates",
    "showKeys",
    "showGuide",
    "importList",
    "mergeFiles",
)
"""Actions that open a dialog of the program's own."""


def silent(root: QWidget) -> list[str]:
    """Return what says nothing about itself beyond its name."""
    return [
        widget.objectName()
        for widget in interactive(root)
        if not isinstance(widget, QHeaderView | QMenu | QToolBar | QTabBar)
        and not isinstance(widget.parent(), QTabBar)
        and not (isinstance(widget, WORDS_SAY_IT) and widget.text().strip())
        and not said(widget)
    ]


def said(widget: QWidget) -> str:
    """Return what a widget says about itself: to the mouse, or to a screen reader."""
    tip = widget.toolTip()
    if isinstance(widget, QToolButton) and tip == widget.text():
        tip = ""  # Qt's own, which repeats the words
    interface = QAccessible.queryAccessibleInterface(widget)
    return tip or widget.accessibleDescription() or interface.text(QAccessible.Text.Description)


@pytest.fixture
def sheet(window: MainWindow) -> Worksheet:
    sample = sample_worksheet()
    ids = [card.id for card in sample.resources]
    full = sample.with_resources((*sample.resources, make_resource("待ち", None), make_resource("囲碁教室")))
    linked = linking.link(full, ids[:2])
    versions = (Version("第1回", NOW.date(), full.resources), Version("第2回", NOW.date(), full.resources[1:]))
    return desk.show(window, replace(linked, versions=versions))


def test_everything_in_the_window_says_what_it_is_for(window: MainWindow, sheet: Worksheet) -> None:
    window.selection.set([sheet.resources[8].id])
    for action in ("showCrosstab", "showHistory", "showInspector", "showConcerns", "arrange_both", "find"):
        desk.trigger(window, action)
    more = desk.child(window, "inspectorMore")
    assert isinstance(more, QToolButton)
    more.setChecked(True)
    QApplication.processEvents()
    assert len(interactive(window)) > 60
    assert silent(window) == []


def test_the_start_page_too(window: MainWindow) -> None:
    window.show_start()
    assert silent(window) == []


def test_every_dialog_too(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, sheet: Worksheet, tmp_path: Path
) -> None:
    found: dict[str, list[str]] = {}
    prepare: dict[str, Callable[[], object]] = {
        "importList": lambda: dialogs.will_open(a_list(tmp_path)),
        "mergeFiles": lambda: dialogs.will_open_several(a_book(sheet, tmp_path)),
    }
    window.selection.set([sheet.resources[8].id])
    looking = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and getattr(dialog, "is_settled", True):
            found[type(dialog).__name__] = silent(dialog)
            dialog.reject()

    looking.timeout.connect(look)
    looking.start(20)
    for action in OPENING:
        prepare.get(action, lambda: None)()
        desk.trigger(window, action)
        desk.wait_idle(qtbot, window)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    looking.stop()
    others = [
        *(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()),
        BatchDialog(sheet, window),
        LineDialog("題", "ことば", "名前", "", "決める", window),
        PickDialog("題", "ことば", ["一"], (("a", "選ぶ"),), "やめる", window),
    ]
    for dialog in others:
        found[type(dialog).__name__] = silent(dialog)
    assert {name: names for name, names in found.items() if names} == {}
    assert set(found) >= dialogs_of_the_program(), "every dialog has been looked at"


def dialogs_of_the_program() -> set[str]:
    """Return the names of all dialogs there are."""
    for module in pkgutil.walk_packages(resource_mapper.ui.__path__, "resource_mapper.ui."):
        importlib.import_module(module.name)
    return {each.__name__ for each in QDialog.__subclasses__() if each.__module__.startswith("resource_mapper.")}


def a_list(folder: Path) -> Path:
    path = folder / "一覧.csv"
    path.write_text("名称,場所\n健康体操,桜館\n", encoding="utf-8")
    return path


def a_book(sheet: Worksheet, folder: Path) -> Path:
    path = folder / "別.xlsx"
    first, *rest = sheet.resources
    save_document(sheet.with_resources((replace(first, fee="100円"), *rest)), path)
    return path


def test_every_field_and_column_has_its_sentence() -> None:
    columns = {WORDS, LEFT, RIGHT, AIM_WORDS, AIM_LEFT, AIM_RIGHT, PREPRINTED}
    assert {field.label for field in FIELDS} | columns == set(FIELD_TIPS)


def test_sentences_are_japanese_and_no_two_are_needed_for_one_thing() -> None:
    for name, tip in {**FIELD_TIPS, **TIPS}.items():
        assert not tip.endswith("。"), name
        assert any("ぁ" <= char <= "ん" for char in tip), name


def test_the_status_bar_tells_what_the_entry_under_the_mouse_does(window: MainWindow) -> None:
    for spec in ACTIONS:
        QApplication.sendEvent(window, QStatusTipEvent(window.actions_by_id[spec.id].statusTip()))
        assert window.status.currentMessage() == spec.tip
    QApplication.sendEvent(window, QStatusTipEvent(""))
    assert window.status.currentMessage() == ""


def test_an_entry_of_a_menu_sends_its_words_there(window: MainWindow) -> None:
    menu = window.findChild(QMenu, "fileMenu")
    assert menu is not None
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    menu.setActiveAction(window.actions_by_id["openFile"])
    window.actions_by_id["openFile"].hover()
    assert window.status.currentMessage() == window.actions_by_id["openFile"].statusTip()
    menu.close()
