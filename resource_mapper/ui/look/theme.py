"""How the window looks: calm palettes, one accent, one typeface. Paper keeps its own colours."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from resource_mapper.paths import ResourceMissingError, font_path, icon_path
from resource_mapper.ui.look.style_sheet import ICONS, style_sheet

BASE_PX = 13
_THEME, _SCALE, _UNDRESSED = "look_theme", "look_scale", "look_undressed"


class Theme(NamedTuple):
    """The colours of the window. Text reaches 4.5:1 on its ground; borders, focus and signs reach 3:1."""

    id: str
    desk: str
    """What the paper lies on."""
    chrome: str
    """Window and panels."""
    surface: str
    """Fields, menus, toolbar."""
    hover: str
    text: str
    text_soft: str
    placeholder: str
    disabled: str
    line: str
    """Between areas; says nothing by itself."""
    border: str
    """Around fields and buttons."""
    accent: str
    on_accent: str
    accent_pale: str
    """Ground of what is chosen."""
    error: str
    tip: str
    on_tip: str


LIGHT = Theme(
    id="light",
    desk="#E3E6EA",
    chrome="#F7F8F9",
    surface="#FFFFFF",
    hover="#EEF1F4",
    text="#1F2937",
    text_soft="#52606D",
    placeholder="#68737F",
    disabled="#87929E",
    line="#D5DAE0",
    border="#7C8895",
    accent="#0F766E",
    on_accent="#FFFFFF",
    accent_pale="#D8EDEA",
    error="#B42318",
    tip="#1F2937",
    on_tip="#FFFFFF",
)
DARK = Theme(
    id="dark",
    desk="#121519",
    chrome="#1B1F24",
    surface="#242A31",
    hover="#303841",
    text="#E8EBEF",
    text_soft="#B7C0CA",
    placeholder="#A2ADB8",
    disabled="#7F8A96",
    line="#39414A",
    border="#87929E",
    accent="#3CC7B5",
    on_accent="#06201D",
    accent_pale="#17443F",
    error="#FF9B8F",
    tip="#E8EBEF",
    on_tip="#1B1F24",
)
CONTRAST = Theme(
    id="contrast",
    desk="#000000",
    chrome="#000000",
    surface="#000000",
    hover="#262626",
    text="#FFFFFF",
    text_soft="#FFFFFF",
    placeholder="#D9D9D9",
    disabled="#A6A6A6",
    line="#FFFFFF",
    border="#FFFFFF",
    accent="#FFD800",
    on_accent="#000000",
    accent_pale="#4A3F00",
    error="#FFB3A7",
    tip="#FFFFFF",
    on_tip="#000000",
)
THEMES = {theme.id: theme for theme in (LIGHT, DARK, CONTRAST)}
"""Themes by ID."""

ACCENT, TEXT, TEXT_SOFT, DESK = LIGHT.accent, LIGHT.text, LIGHT.text_soft, LIGHT.desk
"""On the paper, which is white in every theme."""


def apply_theme(app: QApplication, theme: Theme = LIGHT, scale: float = 1.0) -> None:
    """Dress the application: the project's own typeface, palette and style sheet. Again: only what differs."""
    if (app.property(_THEME), app.property(_SCALE)) == (theme.id, scale):
        return
    app.setProperty(_THEME, theme.id)
    app.setProperty(_SCALE, scale)
    font = QFont(_register_fonts())
    font.setPixelSize(scaled(BASE_PX))
    app.setFont(font)
    app.setPalette(_palette(theme))
    if not app.property(_UNDRESSED):
        _put_on(_present_sheet())


@contextmanager
def undressed() -> Iterator[None]:
    """Put the style sheet on after the widgets are built: Qt works it out anew for all below one that gets a parent.

    Only while there is no widget yet: under one that exists, but was never shown, Qt 6.11 forgets to let go of it
    when it is destroyed, and the next style sheet runs into it (`QStyleSheetStyle::initObject`).
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication) or app.allWidgets():
        yield
        return
    app.setProperty(_UNDRESSED, True)
    _put_on("")
    try:
        yield
    finally:
        app.setProperty(_UNDRESSED, False)
        _put_on(_present_sheet())


def current_theme() -> Theme:
    """Return what the application is dressed in."""
    return THEMES[str(_app_property(_THEME) or LIGHT.id)]


def current_scale() -> float:
    """Return how large type and controls are, 1.0 = as designed."""
    return float(_app_property(_SCALE) or 1.0)


def scaled(pixels: float) -> int:
    """Return a length for the present size of controls."""
    return round(pixels * current_scale())


def _present_sheet() -> str:
    theme = current_theme()
    ticks = ("tick-light", "tick-dark") if theme is LIGHT else ("tick-dark", "tick-light")
    names = ("combo-arrow", "spin-up", *ticks)
    icons = {role: icon_path(name).as_posix() for role, name in zip(ICONS, names, strict=True)}
    return style_sheet(theme, current_scale(), icons)


def _put_on(sheet: str) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyleSheet(sheet)


def _app_property(name: str) -> str | float | None:
    app = QApplication.instance()
    return app.property(name) if app is not None else None


@cache
def _register_fonts() -> str:
    """Register both weights; return the family name that the font database gives them.

    Raises:
        ResourceMissingError: a font is not there, or damaged.
    """
    paths = [font_path(bold=bold) for bold in (False, True)]
    numbers = [QFontDatabase.addApplicationFont(str(path)) for path in paths]
    for path, number in zip(paths, numbers, strict=True):
        if number < 0:
            raise ResourceMissingError(path)
    return QFontDatabase.applicationFontFamilies(numbers[0])[0]


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, color in (
        (roles.Window, theme.chrome),
        (roles.WindowText, theme.text),
        (roles.Base, theme.surface),
        (roles.AlternateBase, theme.chrome),
        (roles.Text, theme.text),
        (roles.Button, theme.surface),
        (roles.ButtonText, theme.text),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, theme.on_accent),
        (roles.PlaceholderText, theme.placeholder),
        (roles.Link, theme.accent),
        (roles.ToolTipBase, theme.tip),
        (roles.ToolTipText, theme.on_tip),
    ):
        palette.setColor(role, QColor(color))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return palette
