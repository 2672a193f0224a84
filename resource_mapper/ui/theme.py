"""How the window looks: one calm palette, one accent, one typeface (window.md). Paper keeps its own colours."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from resource_mapper.paths import font_path, icon_path

ACCENT = "#0F766E"
ACCENT_PALE = "#D8EDEA"
DESK = "#E3E6EA"
CHROME = "#F7F8F9"
SURFACE = "#FFFFFF"
TEXT = "#1F2937"
TEXT_SOFT = "#52606D"
PLACEHOLDER = "#68737F"
LINE = "#D5DAE0"
ERROR = "#B42318"
BASE_PX = 13

_STYLE = f"""
QMainWindow, QDialog {{ background: {CHROME}; }}
QToolBar {{ background: {SURFACE}; border: 0; border-bottom: 1px solid {LINE}; spacing: 2px; padding: 4px 8px; }}
QToolBar::separator {{ background: {LINE}; width: 1px; margin: 6px 6px; }}
QToolButton {{ padding: 4px 8px; border: 1px solid transparent; border-radius: 6px; color: {TEXT}; min-height: 24px; }}
QToolButton:hover {{ background: #EEF1F4; }}
QToolButton:pressed, QToolButton:checked {{ background: {ACCENT_PALE}; }}
QToolButton:focus {{ border-color: {ACCENT}; }}
QToolButton:disabled {{ color: #9AA5B1; }}
QMenuBar {{ background: {SURFACE}; padding: 1px 4px; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {ACCENT_PALE}; color: {TEXT}; }}
QMenu {{ background: {SURFACE}; border: 1px solid {LINE}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {ACCENT_PALE}; color: {TEXT}; }}
QMenu::item:disabled {{ color: #9AA5B1; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {LINE}; margin: 4px 8px; }}
QStatusBar {{ background: {SURFACE}; border-top: 1px solid {LINE}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {TEXT_SOFT}; padding: 0 6px; }}
QLineEdit, QComboBox, QPlainTextEdit {{
    background: {SURFACE}; border: 1px solid #B8C1CC; border-radius: 6px; padding: 4px 8px; min-height: 22px;
    selection-background-color: {ACCENT}; selection-color: white; color: {TEXT};
    placeholder-text-color: {PLACEHOLDER};
}}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {ACCENT}; padding: 3px 7px; }}
QLineEdit[invalid="true"] {{ border: 2px solid {ERROR}; padding: 3px 7px; }}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow {{ image: url("{{chevron}}"); width: 14px; height: 14px; }}
QPushButton {{
    background: {SURFACE}; border: 1px solid #B8C1CC; border-radius: 6px; padding: 5px 14px; min-height: 20px;
    color: {TEXT};
}}
QPushButton:hover {{ background: #EEF1F4; }}
QPushButton:focus {{ border: 2px solid {ACCENT}; padding: 4px 13px; }}
QPushButton:default, QPushButton[primary="true"] {{ background: {ACCENT}; color: white; border: 1px solid {ACCENT}; }}
QPushButton:default:focus, QPushButton[primary="true"]:focus {{ border: 2px solid {TEXT}; padding: 4px 13px; }}
QPushButton:disabled {{ color: #9AA5B1; }}
QListView {{ background: transparent; border: 1px solid transparent; border-radius: 6px; outline: 0; }}
QListView:focus {{ border: 1px solid {ACCENT}; }}
QMessageBox QLabel#qt_msgbox_label, QMessageBox QLabel#qt_msgbox_informativelabel {{ min-width: 380px; }}
QLabel[role="heading"] {{ font-weight: bold; color: {TEXT}; }}
QLabel[role="hint"] {{ color: {TEXT_SOFT}; }}
QLabel[role="error"] {{ color: {ERROR}; }}
QWidget#sidePanel, QWidget#inspectorPanel, QWidget#inspectorForm {{ background: {CHROME}; }}
QScrollArea {{ border: 0; background: {CHROME}; }}
QSplitter::handle, QMainWindow::separator {{ background: {LINE}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {ACCENT}; }}
QWidget#sideTitle, QWidget#gapsTitle, QWidget#inspectorTitle {{ background: {CHROME}; }}
QToolButton[role="title"] {{ padding: 2px; min-height: 16px; }}
QListWidget#gapsList {{ margin: 0 6px 6px 6px; }}
QFrame[role="banner"] {{ background: {ACCENT_PALE}; border: 0; border-bottom: 1px solid {LINE}; }}
QFrame[role="banner"] QLabel {{ color: {TEXT}; }}
QToolTip {{ background: {TEXT}; color: white; border: 0; padding: 4px 8px; }}
QSlider::groove:horizontal {{ height: 4px; background: {LINE}; border-radius: 2px; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: {ACCENT}; }}
QSlider:focus {{ border: 1px solid {ACCENT}; border-radius: 4px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: #B3BBC5; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: #8793A1; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def apply_theme(app: QApplication) -> None:
    """Dress the application: Fusion, the project's own typeface, palette and style sheet."""
    app.setStyle("Fusion")
    family = _register_fonts()
    font = QFont(family)
    font.setPixelSize(BASE_PX)
    app.setFont(font)
    app.setPalette(_palette())
    app.setStyleSheet(_STYLE.replace("{chevron}", icon_path("combo-arrow").as_posix()))


def _register_fonts() -> str:
    """Register both weights; return the family name that the font database gives them."""
    numbers = [QFontDatabase.addApplicationFont(str(font_path(bold=bold))) for bold in (False, True)]
    return QFontDatabase.applicationFontFamilies(numbers[0])[0]


def _palette() -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, color in (
        (roles.Window, CHROME),
        (roles.WindowText, TEXT),
        (roles.Base, SURFACE),
        (roles.AlternateBase, CHROME),
        (roles.Text, TEXT),
        (roles.Button, SURFACE),
        (roles.ButtonText, TEXT),
        (roles.Highlight, ACCENT),
        (roles.HighlightedText, "#FFFFFF"),
        (roles.PlaceholderText, PLACEHOLDER),
        (roles.Link, ACCENT),
    ):
        palette.setColor(role, QColor(color))
    return palette
