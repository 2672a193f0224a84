"""配色, 文字の大きさ and 動き: what the settings say, put on the application at once."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from resource_mapper.ui.look.theme import CONTRAST, DARK, LIGHT, THEMES, Theme, apply_theme
from resource_mapper.ui.settings import SettingsStore

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "contrast": Qt.ColorScheme.Dark}


class Appearance(QObject):
    """Dresses the application by the settings, and again when they or the system change."""

    changed = Signal()
    """Colours or sizes are others now."""

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        """Dress the application at once."""
        super().__init__(parent)
        self._settings = settings
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        hints.accessibility().contrastPreferenceChanged.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Dress the application as the settings say now."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self._theme(), self._settings.settings.ui_scale / 100)
            self.changed.emit()

    def set_theme(self, theme: str) -> None:
        """Choose colours, one of `settings.THEME_CHOICES`. The frame drawn by the system follows where it can."""
        self._settings.update(theme=theme)
        hints = QGuiApplication.styleHints()
        if theme in _SCHEMES:
            hints.setColorScheme(_SCHEMES[theme])
        else:
            hints.unsetColorScheme()
        self.apply()

    def set_scale(self, percent: int) -> None:
        """Choose the size of type and controls, one of `settings.UI_SCALES`."""
        self._settings.update(ui_scale=percent)
        self.apply()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let nothing glide, or follow the system."""
        self._settings.update(reduced_motion=reduced)

    def _theme(self) -> Theme:
        chosen = self._settings.settings.theme
        if chosen in THEMES:
            return THEMES[chosen]
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
