"""Colours that can be read, letters that are there, icons of one family."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from resource_mapper.domain.color import contrast
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.paths import resources_dir
from resource_mapper.ui import theme
from resource_mapper.ui.actions import ACTIONS
from resource_mapper.ui.icons import DISABLED, icon
from resource_mapper.ui.main_window import MainWindow
from tests.helpers import desk

HOVER = "#EEF1F4"
WHITE = "#FFFFFF"

TEXTS = {
    "text on the window": (theme.TEXT, theme.CHROME),
    "text in fields and menus": (theme.TEXT, theme.SURFACE),
    "text of a button under the pointer": (theme.TEXT, HOVER),
    "text of a pressed button or chosen entry": (theme.TEXT, theme.ACCENT_PALE),
    "hints on the window": (theme.TEXT_SOFT, theme.CHROME),
    "words of the status bar": (theme.TEXT_SOFT, theme.SURFACE),
    "what is wrong": (theme.ERROR, theme.CHROME),
    "words of the primary button": (WHITE, theme.ACCENT),
    "selected text": (WHITE, theme.ACCENT),
    "tool tips": (WHITE, theme.TEXT),
    "links": (theme.ACCENT, theme.SURFACE),
}
LINES = {
    "focus ring on a field": (theme.ACCENT, theme.SURFACE),
    "focus ring on the window": (theme.ACCENT, theme.CHROME),
    "ring around a wrong field": (theme.ERROR, theme.SURFACE),
    "selection ring on paper": (theme.ACCENT, WHITE),
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_can_be_read(name: str) -> None:
    assert contrast(*TEXTS[name]) >= 4.5


@pytest.mark.parametrize("name", LINES)
def test_lines_that_say_something_can_be_seen(name: str) -> None:
    assert contrast(*LINES[name]) >= 3.0


def test_the_palette_can_be_read(qapp: QApplication) -> None:
    palette, roles = qapp.palette(), QPalette.ColorRole
    for text, ground in (
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.Text, roles.AlternateBase),
        (roles.ButtonText, roles.Button),
        (roles.HighlightedText, roles.Highlight),
        (roles.PlaceholderText, roles.Base),
        (roles.Link, roles.Base),
        (roles.ToolTipText, roles.ToolTipBase),
    ):
        colors = palette.color(text).name().upper(), palette.color(ground).name().upper()
        assert contrast(*colors) >= 4.5, (text, ground)


def test_placeholders_are_drawn_in_a_colour_that_can_be_read(qapp: QApplication) -> None:
    field = QLineEdit()
    field.setPlaceholderText("資源の名前")
    field.resize(200, 34)
    field.ensurePolished()
    color = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert color.alpha() == 255
    assert contrast(color.name().upper(), theme.SURFACE) >= 4.5


def test_everything_is_in_the_projects_own_typeface(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    window.workspace.show_panel("inspector")
    QApplication.processEvents()
    for widget in window.findChildren(QWidget):
        info = QFontInfo(widget.font())
        assert info.family() == "Noto Sans JP", widget.objectName()
        assert info.pixelSize() >= 11, widget.objectName()


def test_headings_are_bold_in_the_bold_weight_of_the_same_family(window: MainWindow) -> None:
    heading = next(label for label in window.findChildren(QLabel) if label.property("role") == "heading")
    heading.ensurePolished()
    assert heading.font().bold()


SVGS = sorted((resources_dir() / "icons").glob("*.svg"))
RECOLOURED = [path for path in SVGS if path.stem != "combo-arrow"]
"""All but the arrow that the style sheet takes straight from the file."""


@pytest.mark.parametrize("path", SVGS, ids=lambda path: path.stem)
def test_an_icon_is_a_drawing_on_the_grid(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("fill") == "none"
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    assert QSvgRenderer(str(path)).isValid()
    if path in RECOLOURED:
        assert root.get("stroke") == "currentColor"
        assert root.get("stroke-width") == "1.75"
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", RECOLOURED, ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_the_colour_of_the_text_with_room_around_it(qapp: QApplication, path: Path) -> None:
    image = icon(path.stem).pixmap(QSize(24, 24), QIcon.Mode.Normal).toImage()
    inked = ink(image)
    assert len(inked) > 15
    wanted = QColor(theme.TEXT)
    for color in (image.pixelColor(x, y) for x, y in inked):
        if color.alpha() > 250:  # paler ones lose precision
            assert abs(color.red() - wanted.red()) + abs(color.blue() - wanted.blue()) <= 2
    assert all(1 <= x <= 22 and 1 <= y <= 22 for x, y in inked), "nothing touches the edge"
    pale = icon(path.stem).pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage()
    assert QColor(DISABLED).name() in {pale.pixelColor(x, y).name() for x, y in ink(pale)}


def ink(image: QImage) -> list[tuple[int, int]]:
    return [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 40]


def test_every_drawing_is_used() -> None:
    used = {spec.icon for spec in ACTIONS} | {"combo-arrow", "chevron-down", "chevron-right", "close"}
    assert {path.stem for path in SVGS} - used == set()
