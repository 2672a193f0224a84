"""The table of actions: complete, unambiguous, Japanese."""

import re
import unicodedata
from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStyle, QToolBar, QToolButton

from resource_mapper.paths import icon_path
from resource_mapper.ui.commands.actions import ACTIONS, ActionSpec
from resource_mapper.ui.commands.menu_table import CARD_MENU, MENUS, SEPARATOR, SUBMENUS, TOOLBAR
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk

IDS = [spec.id for spec in ACTIONS]
MENU_ENTRIES = [entry for _, _, entries in MENUS for entry in entries if entry != SEPARATOR]
SUBMENU_ENTRIES = [entry for _, _, entries in SUBMENUS for entry in entries if entry != SEPARATOR]
SUBMENU_NAMES = ["recentMenu", "screenMenu", *(name for name, _, _ in SUBMENUS)]
WIDGETS = {*SUBMENU_NAMES, "lensChooser", "filterBar", "stretch"}
"""Entries of menus and toolbar that are no actions."""
SPECS = pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)

GROUPS = {"", "idle", "selection", "free", "gap", "list", "begin", "past", "work"}


def is_japanese(text: str) -> bool:
    """Whether every word is Japanese, but for names everybody knows."""
    foreign = set(re.findall(r"[A-Za-z]+", text))
    japanese = any(unicodedata.name(char).startswith(("CJK", "HIRAGANA", "KATAKANA")) for char in text)
    return foreign <= {"PDF", "Excel", "CSV", "A", "C"} and (japanese or text == "PDF")


def test_ids_and_texts_are_unique() -> None:
    assert [key for key, count in Counter(IDS).items() if count > 1] == []
    assert [text for text, count in Counter(spec.text for spec in ACTIONS).items() if count > 1] == []


def test_shortcuts_are_unique() -> None:
    used = [QKeySequence(spec.shortcut).toString() for spec in ACTIONS if spec.shortcut]
    assert [keys for keys, count in Counter(used).items() if count > 1] == []


@SPECS
def test_words_are_japanese(spec: ActionSpec) -> None:
    for text in filter(None, (spec.text, spec.tip, spec.short_text)):
        assert is_japanese(text), text
    assert spec.tip, "every action says what it does"
    assert spec.group in GROUPS


@SPECS
def test_a_shortcut_is_one_qt_understands(spec: ActionSpec) -> None:
    if spec.shortcut:
        keys = QKeySequence(spec.shortcut)
        assert keys.count() == 1
        assert keys.toString(), spec.shortcut


@SPECS
def test_its_icon_exists(spec: ActionSpec) -> None:
    if spec.icon:
        assert icon_path(spec.icon).is_file()


def test_every_action_is_in_a_menu_once() -> None:
    assert Counter([*MENU_ENTRIES, *SUBMENU_ENTRIES]) == Counter([*IDS, *SUBMENU_NAMES])


def test_no_menu_is_longer_than_a_small_screen_with_large_type() -> None:
    lengths = {title: sum(entry != SEPARATOR for entry in entries) for _, title, entries in MENUS}
    assert max(lengths.values()) <= 16, lengths


def test_menus_and_toolbar_name_only_what_there_is() -> None:
    known = {*IDS, *WIDGETS, SEPARATOR}
    assert {*MENU_ENTRIES, *TOOLBAR, *CARD_MENU} <= known


def test_every_button_has_an_icon() -> None:
    icons = {spec.id: spec.icon for spec in ACTIONS}
    assert all(icons[entry] for entry in TOOLBAR if entry in icons)


def test_access_keys_of_the_menus_are_unique() -> None:
    keys = [title[title.index("&") + 1] for _, title, _ in MENUS]
    assert len(set(keys)) == len(MENUS)


def test_every_action_is_alive_in_the_window(window: MainWindow) -> None:
    for spec in ACTIONS:
        action = window.actions_by_id[spec.id]
        assert action.objectName() == spec.id
        assert action.statusTip() == spec.tip
        assert action.toolTip().startswith(spec.tip)
        assert action.isCheckable() == spec.checkable
        assert action.icon().isNull() == (not spec.icon)
        assert action in window.actions(), "its shortcut works wherever the focus is"


def test_a_shortcut_is_shown_where_it_can_be_learnt(window: MainWindow) -> None:
    assert window.actions_by_id["saveFile"].toolTip() == "Excelのファイルに保存します（Ctrl+S）"


def test_the_menu_bar_shows_them_all(window: MainWindow) -> None:
    shown: list[str] = []
    for name, title, _ in (*MENUS, *SUBMENUS):
        menu = window.findChild(QMenu, name)
        assert menu is not None
        assert menu.title() == title
        shown.extend(action.objectName() for action in menu.actions() if action.objectName())
    assert set(IDS) <= set(shown)


def test_buttons_of_the_toolbar_have_icon_and_words(window: MainWindow) -> None:
    toolbar = window.findChild(QToolBar, "mainToolbar")
    assert toolbar is not None
    for entry in TOOLBAR:
        if entry in IDS:
            button = toolbar.widgetForAction(window.actions_by_id[entry])
            assert isinstance(button, QToolButton)
            assert button.objectName() == f"{entry}Button"
            assert button.text()
            assert not button.icon().isNull()
            assert button.isVisible(), "nothing hides behind 「»」 at 1366 pixels"
            assert button.width() >= button.sizeHint().width()


def test_no_action_does_harm_on_an_empty_sheet(window: MainWindow) -> None:
    """Everything that asks nothing can be chosen at once; afterwards there is at most something to undo."""
    asking = {
        "openFile",
        "saveFile",
        "saveFileAs",
        "importList",
        "pasteList",
        "exportOpenData",
        "mergeFiles",
        "printSheets",
        "exportPdf",
        "exportBlank",
        "editHeading",
        "keepVersion",
        "quit",
    }
    for spec in ACTIONS:
        if spec.id not in asking:
            desk.trigger(window, spec.id)
            while window.document.undo_stack.canUndo():
                window.document.undo_stack.undo()
            window.document.undo_stack.setClean()
    assert desk.items_are_in_place(window)


def test_no_two_actions_of_the_window_share_a_name(window: MainWindow) -> None:
    named = [action.objectName() for action in window.findChildren(QAction) if action.objectName() in IDS]
    assert len(named) == len(set(named)) == len(IDS)


def test_no_key_is_called_by_a_name_that_is_not_printed_on_it(window: MainWindow) -> None:
    for spec in ACTIONS:
        action = window.actions_by_id[spec.id]
        assert "Return" not in action.toolTip() + action.shortcut().toString()
        assert not spec.shortcut or QKeySequence(spec.shortcut) in action.shortcuts()


def test_menus_tick_what_is_on(window: MainWindow) -> None:
    """A picture in the place of the tick would hide it."""
    checkable = [spec.id for spec in ACTIONS if spec.checkable]
    assert not [key for key in checkable if window.actions_by_id[key].isIconVisibleInMenu()]
    assert window.actions_by_id["saveFile"].isIconVisibleInMenu()


@pytest.mark.parametrize("name", [name for name, _, _ in MENUS])
def test_a_menu_higher_than_the_screen_scrolls_in_one_column(window: MainWindow, name: str) -> None:
    window.look.set_scale(200)
    menu = window.findChild(QMenu, name)
    assert menu is not None
    menu.popup(window.pos())
    places = {menu.actionGeometry(action).x() for action in menu.actions() if not action.isSeparator()}
    height = menu.height()
    menu.close()
    assert len(places) == 1
    assert height <= menu.screen().availableGeometry().height()


def test_icons_in_a_menu_grow_with_its_words(window: MainWindow) -> None:
    menu = window.findChild(QMenu, "meetingMenu")
    assert menu is not None
    sizes = []
    for scale in (100, 200):
        window.look.set_scale(scale)
        menu.ensurePolished()
        sizes.append(menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu))
    assert sizes == [16, 32]
