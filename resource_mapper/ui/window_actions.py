"""What each action does: one line a row of the table in `actions`. Short deeds of the window itself live here, too."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from resource_mapper import __version__
from resource_mapper.domain import edits
from resource_mapper.domain.coverage import Gap
from resource_mapper.domain.findings import Finding
from resource_mapper.domain.freshness import Age
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.training import TOWNS
from resource_mapper.ui import messages
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.confirm_actions import ConfirmActions
from resource_mapper.ui.jobs import Jobs
from resource_mapper.ui.lazy import if_made
from resource_mapper.ui.panels.typing_guard import finish_typing
from resource_mapper.ui.regions import Regions
from resource_mapper.ui.settings import THEMES, UI_SCALES
from resource_mapper.ui.versions.look_back import LookBack
from resource_mapper.ui.workspace import Arrangement

if TYPE_CHECKING:
    from resource_mapper.printing.options import PrintOptions
    from resource_mapper.ui.main_window import MainWindow

Handler = Callable[..., object]
ZOOM_STEP = 1.2


class WindowActions(QObject):
    """Does what menus, toolbar and shortcuts ask for, with the parts of a window."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window
        self.jobs = Jobs(window)
        self._around = Regions(self._regions, self)
        self.look_back = LookBack(window)
        self.confirming = ConfirmActions(window)

    def handlers(self) -> dict[str, Handler]:
        """Return what each action calls, by its ID."""
        return {
            **self.jobs.handlers(),
            **self._file_handlers(),
            **self._work_handlers(),
            **self._view_handlers(),
        }

    def _file_handlers(self) -> dict[str, Handler]:
        window, files = self._window, self._window.files
        return {
            "showStart": window.show_start,
            "newFile": files.new,
            "openSample": files.open_sample,
            **{f"openTown_{town.id}": _Choice(files.open_town, town.id) for town in TOWNS},
            "openFile": files.open,
            "saveFile": files.save,
            "saveFileAs": files.save_as,
            "openVersion": files.open_version,
            "openLeftWork": files.offer_left_work,
            "printSheets": self._print_sheets,
            "exportPdf": self._export_worksheet,
            "exportBlank": self._export_blank,
            "quit": window.close,
        }

    def _work_handlers(self) -> dict[str, Handler]:
        window, cards = self._window, self._window.cards
        return {
            "undo": window.document.undo_stack.undo,
            "redo": window.document.undo_stack.redo,
            "cutCards": self._by_focus("cut", cards.cut),
            "copyCards": self._by_focus("copy", cards.copy),
            "pasteCards": self._by_focus("paste", cards.paste),
            "renameCard": self._rename_card,
            "fillDown": self._fill_down,
            "deleteCards": cards.delete,
            "duplicateCards": cards.duplicate,
            "placeCards": self.place_cards,
            "unplaceCards": cards.unplace,
            "find": window.finding.open,
            "findNext": window.finding.find_next,
            "findPrevious": window.finding.find_previous,
            "findDuplicates": window.finding.show_duplicates,
            "selectAll": self._by_focus("selectAll", cards.select_all),
            "selectSameCategory": window.deeds.select_same_category,
            "selectSameDistrict": window.deeds.select_same_district,
            "selectSameStatus": window.deeds.select_same_status,
            "moveCards": window.deeds.move_by_words,
            "carryCards": window.deeds.carry,
            "addCard": self.go_to_quick_add,
            "addNatural": self._add_natural,
            "addWish": self._add_current_wish,
            "stepOn": cards.step_on,
            "stepBack": cards.step_back,
            "confirmCards": self._confirm,
            "confirmerName": self.confirming.ask_name,
            "printCalls": self._print_calls,
            "editHeading": self._edit_heading,
            "arrange": self._arrange,
            "addNote": self._add_note,
            "showNotes": self._show_notes,
            "showMinutes": self._show_minutes,
            "showNational": self._show_national,
            "lookBack": self.look_back.toggle,
        }

    def _view_handlers(self) -> dict[str, Handler]:
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
            **{f"age_{age}": _Choice(window.freshness.set_age, age) for age in Age},
            "showSide": self._show_panel("side"),
            "showGaps": self._show_panel("gaps"),
            "showInspector": self._show_panel("inspector"),
            "showHistory": self._show_panel("history"),
            "showCrosstab": self._show_panel("crosstab"),
            **{f"arrange_{one}": _Choice(self.arrange_as, one) for one in Arrangement},
            "resetLayout": self._reset_layout,
            **{f"theme_{theme}": _Choice(window.look.set_theme, theme) for theme in THEMES},
            **{f"scale_{scale}": _Choice(window.look.set_scale, scale) for scale in UI_SCALES},
            "reducedMotion": window.look.set_reduced_motion,
            "nextRegion": self._around.next,
            "previousRegion": self._around.previous,
            "present": window.meeting.present,
            "scribe": window.meeting.scribe,
            "showGuide": self._show_guide,
            "startMethod": self._start_method,
            "showKeys": self._show_keys,
            "about": self._tell_about,
            **{f"lens_{lens.id}": _Choice(cards.set_lens, lens.id) for lens in LENSES},
        }

    def open_card(self, resource_id: str) -> None:
        """Show a card in the inspector, the cursor in its name."""
        if resource_id not in self._window.selection.ids:
            self._window.selection.set([resource_id])
        self._window.workspace.show_panel("inspector")
        self._window.inspector.focus_name()

    def finish_typing(self) -> None:
        """Hand over what is being written somewhere."""
        finish_typing()
        self._window.view.name_editor.commit()
        for name in ("list", "concerns"):
            if panel := if_made(self._window, name):
                panel.view.finish_editing()

    def go_to_quick_add(self) -> None:
        """Go to the line for names."""
        self._window.show_workspace()
        self._window.workspace.show_panel("side")
        self._window.side.quick_add.setFocus()

    def add_wish(self, gap: Gap) -> None:
        """Put an あったらいいな into a gap; its name can be written at once."""
        self._window.deeds.add_wish(gap)

    def raise_finding(self, finding: Finding) -> None:
        """Make a 課題 of a sentence of 気づき."""
        self.jobs.concerns.raise_finding(finding)

    def _add_current_wish(self) -> None:
        gap = self._window.gaps.current_gap
        if gap is not None:
            self.add_wish(gap)

    def _add_natural(self) -> None:
        self._window.show_workspace()
        if self._window.workspace.arrangement is Arrangement.LIST:
            self.arrange_as(Arrangement.SHEET)
        self._window.deeds.add_natural()

    def place_cards(self) -> None:
        """Put the selected cards of the tray on the sheet and go there."""
        self._window.cards.place()
        self._window.view.setFocus()
        self._window.view.show_current()

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

    def _show_panel(self, name: str) -> Handler:
        return _PanelHandler(self._window, name)

    def _reset_layout(self) -> None:
        self._window.workspace.reset(self._window.width())

    def arrange_as(self, arrangement: str, *, go_there: bool = True) -> None:
        """Show sheet, list or both; let keys go there, too."""
        workspace = self._window.workspace
        if arrangement != Arrangement.SHEET:
            self.look_back.end()  # the list is that of today
        workspace.arrange(Arrangement(arrangement) if arrangement in list(Arrangement) else Arrangement.SHEET)
        for one in Arrangement:
            self._window.actions_by_id[f"arrange_{one}"].setChecked(one is workspace.arrangement)
        if go_there:
            (self._window.list if workspace.arrangement is Arrangement.LIST else self._window.view).setFocus()
        self._window.display.update_enabled()

    def _by_focus(self, command: str, otherwise: Handler) -> Handler:
        return _FocusHandler(self._window, command, otherwise)

    def _fill_down(self) -> None:
        self._window.list.actions_on_cells.fill_down()

    def _rename_card(self) -> None:
        panel = if_made(self._window, "list")
        if self._window.workspace.arrangement is Arrangement.LIST or (panel and panel.view.hasFocus()):
            self._window.list.view.edit_name()
        else:
            self._window.view.edit_name()

    def _print_sheets(self) -> None:
        self.print_sheets(("worksheet",))

    def _print_calls(self) -> None:
        from resource_mapper.printing.options import PrintOptions

        self.print_sheets(("calls",), PrintOptions(internal_contacts=True))

    def _confirm(self) -> None:
        self.finish_typing()
        self.confirming.confirm()

    def _mark_stale(self, marks: bool) -> None:
        freshness = self._window.freshness
        freshness.set_marks(marks)
        if marks:
            stale = freshness.freshness.stale(self._window.document.worksheet)
            self._window.status.show_note(freshness.freshness.sentence(stale) if stale else messages.ALL_FRESH)

    def print_sheets(self, sheets: tuple[str, ...], begin: "PrintOptions | None" = None) -> None:
        """Open the print window with some sheets and options chosen."""
        from resource_mapper.printing.options import DEFAULT
        from resource_mapper.ui.printing.print_window import PrintWindow  # with all sheets: not needed to start

        window, options = self._window, begin or DEFAULT
        self.finish_typing()
        dialog = PrintWindow(
            window.document.worksheet,
            sheets,
            window.parts.measurer,
            window.parts.dialogs,
            window.files.suggestion,
            window,
            replace(
                options,
                freshness=options.freshness or window.freshness.freshness,
                aims=options.aims or window.aims.are_shown,
            ),
            window.parts.settings.settings.print_choices,
        )
        dialog.exec()
        window.parts.settings.update(print_choices=dialog.choices.remembered())
        dialog.deleteLater()

    def _export_worksheet(self) -> None:
        self._window.files.export_pdf("worksheet", "資源ワークシート")

    def _export_blank(self) -> None:
        self._window.files.export_pdf("blank", "記入用シート")

    def _edit_heading(self) -> None:
        from resource_mapper.ui.heading_dialog import HeadingDialog

        document = self._window.document
        dialog = HeadingDialog(document.worksheet.heading, self._window.parts.clock().date(), self._window)
        if dialog.exec():
            document.edit("見出しを書く", edits.set_heading(document.worksheet, dialog.heading()))
        dialog.deleteLater()

    def _arrange(self) -> None:
        if self._window.scene.layout is not None:
            self._window.cards.arrange(self._window.scene.layout)

    def _zoom_in(self) -> None:
        self._window.view.set_zoom(self._window.view.zoom * ZOOM_STEP)

    def _zoom_out(self) -> None:
        self._window.view.set_zoom(self._window.view.zoom / ZOOM_STEP)

    def _zoom_life(self) -> None:
        self._window.view.set_zoom(1.0)

    def _add_note(self) -> None:
        """Stick a note on under the current card, or in the middle of what is seen."""
        self.finish_typing()
        window = self._window
        window.show_workspace()
        if window.workspace.arrangement is Arrangement.LIST:
            self.arrange_as(Arrangement.SHEET)
        item = window.scene.item_of(window.selection.current or "")
        view = next((v for v in window.scene.views() if isinstance(v, SheetView) and v.isActiveWindow()), window.view)
        middle = view.mapToScene(view.viewport().rect().center())
        view.notes.add_at(item.pill.center() if item is not None else middle)
        view.setFocus()

    def _show_notes(self, shown: bool) -> None:
        self._window.scene.notes.set_shown(shown)

    def _show_minutes(self) -> None:
        self.finish_typing()
        from resource_mapper.ui.minutes_dialog import MinutesDialog

        dialog = self._window.findChild(MinutesDialog)
        if dialog is None:
            dialog = MinutesDialog(self._window.document, self._window)
            dialog.cards_chosen.connect(self._window.finding.reveal_all)
            dialog.gap_chosen.connect(self._window.view.show_gap)
        dialog.refresh()
        dialog.show()
        dialog.activateWindow()

    def _show_national(self) -> None:
        from resource_mapper.ui.national_window import NationalWindow  # with its sheet: not needed to start

        self.finish_typing()
        shown = self._window.findChild(NationalWindow)
        if shown is None:
            shown = NationalWindow(self._window.document, self._window.parts.measurer, self._window)
            shown.print_wanted.connect(self._print_national)
        shown.refresh()
        shown.show()
        shown.activateWindow()

    def _print_national(self) -> None:
        self.print_sheets(("national",))

    def _show_guide(self) -> None:
        from resource_mapper.ui.guide.window import GuideWindow  # its pages: not needed to start

        guide = self._window.findChild(GuideWindow)
        if guide is None:
            guide = GuideWindow(self._window)
            self._window.look.changed.connect(guide.refresh_look)
        guide.show()
        guide.activateWindow()

    def _start_method(self) -> None:
        self._window.method.begin()

    def _show_keys(self) -> None:
        from resource_mapper.ui.shortcut_sheet import ShortcutSheet

        sheet = self._window.findChild(ShortcutSheet) or ShortcutSheet(self._window)
        sheet.show()
        sheet.activateWindow()

    def _tell_about(self) -> None:
        self._window.parts.dialogs.tell(
            f"{messages.APP_NAME}　{__version__}",
            "地域の資源を、高齢者の心身の状態像に応じて書き出すためのソフトです。\n"
            "インターネットにはつながりません。MIT ライセンスで自由に使えます。\n\n"
            f"設定・控え・記録のあるフォルダー：\n{self._window.parts.settings.folder}",
        )


class _Choice:
    """Chooses one of several (a bound object instead of a lambda: Qt keeps lambdas alive)."""

    def __init__(self, choose: Callable[[Any], object], value: object) -> None:
        self._choose = choose
        self._value = value

    def __call__(self, _checked: bool = False) -> None:
        self._choose(self._value)


class _FocusHandler:
    """Does something to the list's cells where they have the focus, else to the cards."""

    def __init__(self, window: "MainWindow", command: str, otherwise: Handler) -> None:
        self._window = window
        self._command = command
        self._otherwise = otherwise

    def __call__(self, _checked: bool = False) -> None:
        panel = if_made(self._window, "list")
        if panel and panel.view.hasFocus():
            panel.actions_on_cells.do(self._command)
        else:
            self._otherwise()


class _PanelHandler:
    """Shows a panel that is hidden, hides one that is shown."""

    def __init__(self, window: "MainWindow", name: str) -> None:
        self._window = window
        self._name = name

    def __call__(self, _checked: bool = False) -> None:
        workspace = self._window.workspace
        workspace.show_panel(self._name, workspace.dock(self._name).isHidden())
