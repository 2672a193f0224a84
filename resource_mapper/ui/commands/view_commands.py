"""What the actions that change only what is seen do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from resource_mapper.domain.age import Age
from resource_mapper.domain.lens import LENSES
from resource_mapper.ui.call import Call
from resource_mapper.ui.commands.handler import Handler, PanelSwitch
from resource_mapper.ui.settings import THEME_CHOICES, UI_SCALES
from resource_mapper.ui.window.lazy import if_made
from resource_mapper.ui.window.regions import Regions
from resource_mapper.ui.window.workspace import Arrangement
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow

ZOOM_STEP = 1.2


class ViewCommands(QObject):
    """Zoom, panels, arrangement, colours; no edit."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window
        self._around = Regions(self._regions, self)

    def handlers(self) -> dict[str, Handler]:
        """Return what each action calls, by its ID."""
        window, cards, view = self._window, self._window.cards, self._window.view
        return {
            "zoomIn": self._zoom_in,
            "zoomOut": self._zoom_out,
            "fitWidth": view.fit_width,
            "fitPage": view.fit_page,
            "zoomLife": self._zoom_life,
            "mirror": cards.mirror,
            "showAims": window.aims.show,
            "writeAims": window.aims.write,
            "markStale": self._mark_stale,
            **{f"age_{age}": Call(window.freshness.set_age, age) for age in Age},
            "showSide": PanelSwitch(window, "side"),
            "showGaps": PanelSwitch(window, "gaps"),
            "showInspector": PanelSwitch(window, "inspector"),
            "showHistory": PanelSwitch(window, "history"),
            "showCrosstab": PanelSwitch(window, "crosstab"),
            **{f"arrange_{one}": Call(window.commands.arrange_as, one) for one in Arrangement},
            "resetLayout": self._reset_layout,
            **{f"theme_{theme}": Call(window.look.set_theme, theme) for theme in THEME_CHOICES},
            **{f"scale_{scale}": Call(window.look.set_scale, scale) for scale in UI_SCALES},
            "reducedMotion": window.look.set_reduced_motion,
            "nextRegion": self._around.next,
            "previousRegion": self._around.previous,
            "present": window.meeting.present,
            "scribe": window.meeting.scribe,
            **{f"lens_{lens.id}": Call(cards.set_lens, lens.id) for lens in LENSES},
            "lookBack": window.commands.look_back.toggle,
        }

    def _regions(self) -> list[QWidget]:
        window = self._window
        panels = [dock for dock in window.workspace.docks if dock.isVisible()]
        return [
            *([method.strip] if (method := if_made(window, "method")) and method.strip.isVisible() else []),
            window.side,
            window.view,
            *filter(None, [if_made(window, "list")]),
            *(d for d in panels if not d.isAncestorOf(window.side)),
            window.status,
            window.toolbar,
        ]

    def _reset_layout(self) -> None:
        self._window.workspace.reset(self._window.width())

    def _mark_stale(self, marks: bool) -> None:
        freshness = self._window.freshness
        freshness.set_marks(marks)
        if marks:
            stale = freshness.freshness.stale(self._window.document.worksheet)
            self._window.status.show_note(freshness.freshness.sentence(stale) if stale else messages.ALL_FRESH)

    def _zoom_in(self) -> None:
        self._window.view.set_zoom(self._window.view.zoom * ZOOM_STEP)

    def _zoom_out(self) -> None:
        self._window.view.set_zoom(self._window.view.zoom / ZOOM_STEP)

    def _zoom_life(self) -> None:
        self._window.view.set_zoom(1.0)
