"""What the style sheet does not reach, drawn anew when colours or sizes are others."""

from typing import TYPE_CHECKING

from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.settings import THEME_CHOICES, UI_SCALES
from resource_mapper.ui.window.lazy import if_made

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow

LEAST_LIST_PX = 40
"""Height that a list at the side keeps on a low screen: one entry."""


def refresh_look(window: "MainWindow") -> None:
    """Draw icons and words of the parts that there are, and tick what was chosen in 「表示」."""
    window.actions_by_id.refresh_icons()
    window.status.refresh_look()
    window.banners.refresh_icons()
    window.toolbar.refresh_look()
    window.find_bar.refresh_look()
    for area in (window.gaps, window.side.tray):
        area.setMinimumHeight(scaled(LEAST_LIST_PX))
    for name in ("crosstab", "concerns", "start"):
        if part := if_made(window, name):
            part.refresh_look()
    window.workspace.refresh_look()
    settings = window.settings.settings
    for theme in THEME_CHOICES:
        window.actions_by_id[f"theme_{theme}"].setChecked(theme == settings.theme)
    for scale in UI_SCALES:
        window.actions_by_id[f"scale_{scale}"].setChecked(scale == settings.ui_scale)
    window.actions_by_id["reducedMotion"].setChecked(settings.reduced_motion)
