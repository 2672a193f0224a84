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
from resource_mapper.ui.commands.actions import ACTIONS
from resource_mapper.ui.look import theme
from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.style_sheet import ICONS, style_sheet
from resource_mapper.ui.look.theme import Theme
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk

WHITE = "#FFFFFF"
TEXTS = (
    ("text", "chrome"),
    ("text", "surface"),
    ("text", "hover"),
    ("text", "accent_pale"),
    ("text", "desk"),
    ("text_soft", "chrome"),
    ("text_soft", "surface"),
    ("text_soft", "accent_pale"),
    ("placeholder", "surface"),
    ("error", "chrome"),
    ("error", "surface"),
    ("on_accent", "accent"),
    ("on_tip", "tip"),
    ("accent", "surface"),
    ("accent", "chrome"),
)
"""Text on its ground."""
LINES = (
    ("border", "surface"),
    ("border", "chrome"),
    ("accent", "surface"),
    ("accent", "chrome"),
    ("accent", "accent_pale"),
    ("error", "surface"),
    ("disabled", "surface"),
)
"""Borders, focus rings and signs on their ground."""
EACH_THEME = pytest.mark.parametrize("theme", theme.THEMES.values(), ids=lambda one: one.id)


@EACH_THEME
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@EACH_THEME
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_lines_that_say_something_can_be_seen(theme: Theme, line: str, ground: str) -> None:
    assert contrast(getattr(theme, line), getattr(theme, ground)) >= 3.0


def test_the_selection_can_be_seen_on_paper() -> None:
    assert contrast(theme.ACCENT, WHITE) >= 3.0


@EACH_THEME
def test_the_style_sheet_knows_only_colours_of_the_theme(theme: Theme) -> None:
    sheet = style_sheet(theme, 1.5, dict.fromkeys(ICONS, "icon.svg"))
    assert "@" not in sheet
    colors = set(re.findall(r"#[0-9A-Fa-f]{6}", sheet))
    assert colors <= set(theme)


def test_lengths_grow_with_the_type() -> None:
    once, twice = (style_sheet(theme.LIGHT, scale, dict.fromkeys(ICONS, "")) for scale in (1.0, 2.0))
    lengths = [[int(number) for number in re.findall(r"(\d+)px", sheet)] for sheet in (once, twice)]
    assert lengths[1] == [2 * length for length in lengths[0]]


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
    assert contrast(color.name().upper(), theme.LIGHT.surface) >= 4.5


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


SVGS = sorted(path for path in (resources_dir() / "icons").glob("*.svg") if path.stem != "app")
"""All but the program's own, which has colours and a ground."""
RECOLOURED = [path for path in SVGS if path.stem not in {"combo-arrow", "spin-up", "tick-light", "tick-dark"}]
"""All but what the style sheet takes straight from the file."""


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
    assert QColor(theme.LIGHT.disabled).name() in {pale.pixelColor(x, y).name() for x, y in ink(pale)}


def ink(image: QImage) -> list[tuple[int, int]]:
    return [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 40]


def test_every_drawing_is_used() -> None:
    used = {spec.icon for spec in ACTIONS} | {
        "combo-arrow",
        "spin-up",
        "tick-dark",
        "tick-light",
        "chevron-down",
        "chevron-right",
        "close",
        "filter",
        "filter-on",
        "back",
        "forward",
    }
    assert {path.stem for path in SVGS} - used == set()
