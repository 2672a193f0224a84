"""The style sheet of the window: `@name` is a colour of the theme, every length grows with the size of the type."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resource_mapper.ui.look.theme import Theme

ICONS = ("arrow", "up", "tick", "check")
"""What the style sheet draws from files."""
_STYLE = """
QMainWindow, QDialog { background: @chrome; }
QToolBar { background: @surface; border: 0; border-bottom: 1px solid @line; spacing: 2px; padding: 4px 8px; }
QToolBar::separator { background: @line; width: 1px; margin: 6px 6px; }
QToolButton { padding: 4px 8px; border: 1px solid transparent; border-radius: 6px; color: @text; min-height: 24px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @accent_pale; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @disabled; }
QToolBar[tight="true"] { spacing: 0; padding: 4px; }
QToolBar[tight="true"]::separator { margin: 6px 1px; }
QToolBar[tight="true"] QToolButton { padding: 4px 3px; }
QToolButton[role="title"] { padding: 2px; min-height: 16px; }
QToolButton[role="title"]:checked { background: transparent; }
QMenuBar { background: @surface; padding: 1px 4px; color: @text; }
QMenuBar::item { padding: 4px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: @accent_pale; color: @text; }
QMenu {
    background: @surface; border: 1px solid @border; padding: 4px; color: @text; icon-size: 16px; menu-scrollable: 1;
}
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent_pale; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { left: 8px; width: 14px; height: 14px; }
QMenu::indicator:checked { image: url("@check"); }
QMenu::scroller { height: 20px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QStatusBar { background: @surface; border-top: 1px solid @line; color: @text; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: @text_soft; padding: 0 6px; }
QLineEdit, QComboBox, QPlainTextEdit, QSpinBox {
    background: @surface; border: 1px solid @border; border-radius: 6px; padding: 4px 8px; min-height: 22px;
    selection-background-color: @accent; selection-color: @on_accent; color: @text;
    placeholder-text-color: @placeholder;
}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus { border: 2px solid @accent; padding: 3px 7px; }
#printChoices QLabel:disabled { color: @disabled; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QSpinBox:disabled {
    color: @disabled; background: @chrome; border-color: @line;
}
QLineEdit[invalid="true"] { border: 2px solid @error; padding: 3px 7px; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; background: transparent; width: 20px; }
QSpinBox QLineEdit { border: 0; padding: 0 0 0 6px; min-height: 0; background: transparent; }
QSpinBox::up-arrow { image: url("@up"); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url("@arrow"); width: 10px; height: 10px; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url("@arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: @surface; color: @text; border: 1px solid @border;
    selection-background-color: @accent_pale; selection-color: @text;
}
QCheckBox, QRadioButton { spacing: 6px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: 14px; height: 14px; border: 1px solid @border; border-radius: 3px; background: @surface;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: @accent; border-color: @accent; image: url("@tick");
}
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; background: @surface; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; background: @chrome; }
QPushButton {
    background: @surface; border: 1px solid @border; border-radius: 6px; padding: 5px 14px; min-height: 20px;
    color: @text; outline: 0;
}
QPushButton:hover { background: @hover; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 13px; }
QPushButton:default, QPushButton[primary="true"] {
    background: @accent; color: @on_accent; border: 1px solid @accent;
}
QPushButton:default:focus, QPushButton[primary="true"]:focus { border: 2px solid @text; padding: 4px 13px; }
QPushButton:disabled { color: @disabled; background: @chrome; border-color: @line; }
QPushButton[role="tile"] { text-align: left; padding: 14px 18px; min-height: 32px; border-radius: 8px; }
QPushButton[role="tile"]:focus { padding: 13px 17px; }
QListView {
    background: transparent; border: 1px solid transparent; border-radius: 6px; outline: 0; color: @text;
    selection-background-color: @accent_pale; selection-color: @text;
}
QListView:focus { border: 1px solid @accent; }
QListView#gapsList, QListView#historyList { margin: 0 6px 6px 6px; }
QListView#historyList::item { padding: 5px 6px; border-radius: 4px; }
QListView#historyList::item:selected { background: @accent_pale; color: @text; }
QTableView {
    background: @surface; border: 1px solid @line; border-radius: 6px; gridline-color: @line; color: @text;
    selection-background-color: @accent_pale; selection-color: @text; outline: 0;
}
QTableView::item:focus { border: 2px solid @accent; }
QTableView:focus { border: 1px solid @accent; }
QHeaderView { background: @chrome; border: 0; }
QHeaderView::section {
    background: @chrome; color: @text; border: 0; border-right: 1px solid @line; border-bottom: 1px solid @line;
    padding: 3px;
}
QLineEdit QToolButton { padding: 0; min-height: 0; border: 0; }
QToolButton#filterStatusButton { color: @accent; padding: 1px 6px; min-height: 20px; }
QToolButton#filterConditions { padding: 4px 6px; }
QToolButton#filterConditions::menu-indicator { image: none; }
QTableView#resourceList { border: 0; border-radius: 0; }
QTableView#resourceList::item { padding: 0 5px; }
QTableView#resourceList QHeaderView::section:horizontal { padding: 4px 8px; font-weight: bold; }
QTableView#resourceList QHeaderView::section:vertical { color: @text_soft; padding: 0 6px; }
QLineEdit#cellEditor, QComboBox#cellEditor, QPlainTextEdit#cellEditor, QToolButton#cellEditor {
    border: 2px solid @accent; border-radius: 0; padding: 0 4px; min-height: 0; background: @surface;
}
QComboBox#cellEditor { combobox-popup: 0; }
QLineEdit#cellEditor[invalid="true"], QPlainTextEdit#cellEditor[invalid="true"] { border: 2px solid @error; }
QTableCornerButton::section { background: @chrome; border: 0; }
QDialog QTableView::item { padding: 0 6px; }
QDialog QHeaderView::section { padding: 4px 6px; font-weight: bold; }
QListView#townList, QListView#pickList, QListView#linkList, QListView#proposalList, QListView#minutesList,
QListView#versionList, QListView#changeList { background: @surface; border: 1px solid @line; }
QListView#townList:focus, QListView#pickList:focus, QListView#linkList:focus, QListView#proposalList:focus,
QListView#minutesList:focus, QListView#versionList:focus, QListView#changeList:focus { border: 1px solid @accent; }
QListView#townList::item { padding: 3px 8px; }
QListView#pickList::item { padding: 6px 8px; }
QListView#townList::item:selected, QListView#pickList::item:selected { background: @accent_pale; color: @text; }
QSplitter#importSplitter::handle, QSplitter#guideParts::handle { background: transparent; }
QTextBrowser#guidePage, QListWidget#guideContents {
    background: @surface; color: @text; border: 1px solid @line; border-radius: 6px;
}
QTextBrowser#guidePage:focus, QListWidget#guideContents:focus { border: 1px solid @accent; }
QListWidget#guideContents::item { padding: 5px 8px; }
QListWidget#guideContents::item:selected { background: @accent_pale; color: @text; }
QTabWidget#importPages::pane { border: 0; }
QTabWidget#importPages QTabBar::tab, QTabBar#nationalTabs::tab {
    padding: 6px 12px; border: 0; border-bottom: 2px solid transparent; color: @text_soft; background: transparent;
}
QTabWidget#importPages QTabBar::tab:hover, QTabBar#nationalTabs::tab:hover { background: @hover; }
QTabWidget#importPages QTabBar::tab:selected, QTabBar#nationalTabs::tab:selected {
    color: @text; border-bottom: 2px solid @accent; font-weight: bold;
}
QTabWidget#importPages QTabBar:focus, QTabBar#nationalTabs:focus { border: 1px solid @accent; border-radius: 4px; }
QMessageBox QLabel#qt_msgbox_label, QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 380px; }
QLabel { color: @text; }
QLabel[role="heading"] { font-weight: bold; color: @text; }
QLabel[role="title"] { font-weight: bold; font-size: 24px; color: @text; }
QLabel[role="hint"] { color: @text_soft; }
QLabel[role="error"] { color: @error; }
QWidget#sidePanel, QWidget#inspectorForm, QWidget[role="panelTitle"], QWidget[role="panel"] { background: @chrome; }
QWidget#startPage, QWidget#openingPage { background: @desk; }
QFrame[role="sheet"] { background: @surface; border: 1px solid @line; border-radius: 12px; }
QListWidget#duplicatePairs { background: @surface; border: 1px solid @line; }
QListWidget#duplicatePairs::item { padding: 6px 8px; border-bottom: 1px solid @line; }
QFrame#findBar { background: @surface; }
QFrame#findBar QLabel { background: transparent; }
QFrame[role="float"] { background: @surface; border: 1px solid @accent; border-radius: 6px; }
QFrame[role="float"] QToolButton { text-align: left; color: @text; }
QFrame[role="float"] QLabel { padding: 0 8px; }
QLineEdit[role="scribe"] { font-size: 26px; padding: 6px 14px; min-height: 38px; border-radius: 8px; }
QLineEdit[role="scribe"]:focus { padding: 5px 13px; }
QToolButton[role="chip"] { border: 1px solid @border; padding: 6px 10px; background: @surface; }
QToolButton[role="chip"]:checked {
    border: 2px solid @accent; padding: 5px 9px; background: @accent_pale; color: @text; font-weight: bold;
}
QLabel#scribeMode { font-weight: bold; }
QListWidget#scribeEntries { font-size: 15px; background: @surface; border: 1px solid @line; }
QListWidget#scribeEntries::item { padding: 5px 8px; }
QListWidget#scribeEntries::item:selected { background: @accent_pale; color: @text; }
QLabel[role="wall"] {
    background: @tip; color: @on_tip; border: 2px solid @on_tip; border-radius: 8px; font-size: 20px;
}
QFrame#timeBar { background: @accent_pale; border: 0; border-bottom: 3px solid @accent; }
QLabel#timeTitle { font-weight: bold; font-size: 16px; }
QWidget#wallWindow QLabel#timeTitle { font-size: 20px; }
QWidget#wallWindow QLabel#timeWords { font-size: 16px; }
QFrame#startOffer { background: @accent_pale; border: 0; border-radius: 8px; }
QFrame#startOffer QLabel { background: transparent; }
QFrame[role="method"] {
    background: @surface; border: 0; border-bottom: 1px solid @line; border-left: 4px solid @accent;
}
QFrame[role="method"] QLabel { background: transparent; }
QLabel#methodProgress { color: @text_soft; }
QToolButton[role="step"] { padding: 2px 10px; border-radius: 12px; min-height: 20px; color: @text_soft; }
QToolButton[role="step"]:checked { background: @accent_pale; color: @text; font-weight: bold; }
QFrame[role="banner"] { background: @accent_pale; border: 0; border-bottom: 1px solid @line; }
QScrollArea { border: 0; background: @chrome; }
QSplitter::handle, QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QToolTip { background: @tip; color: @on_tip; border: 0; padding: 4px 8px; }
QProgressBar { background: @line; border: 0; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSlider { min-height: 18px; }
QSlider::groove:horizontal { height: 4px; background: @border; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: @accent; }
QSlider:focus { border: 1px solid @accent; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @text_soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: @chrome; }
"""


def style_sheet(theme: "Theme", scale: float, icons: Mapping[str, str]) -> str:
    """Return the style sheet for a theme; `scale` 1.0 gives the lengths as written, `icons` are files by `ICONS`."""
    colors = {**theme._asdict(), **icons}
    colored = re.sub(r"@(\w+)", lambda found: colors[found[1]], _STYLE)
    return re.sub(r"(\d+)px", lambda found: f"{round(int(found[1]) * scale)}px", colored)
