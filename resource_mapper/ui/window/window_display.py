"""Keeps what the window shows true to document, selection and work under way."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor

from resource_mapper.domain.age import Age
from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.lens import LENSES, lens_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetLayout, SheetOptions
from resource_mapper.layout.form import ON_PAPER, Form
from resource_mapper.layout.reuse import ReadyLayout, layout_after, same_on_paper
from resource_mapper.layout.sheet import Layouter
from resource_mapper.ui.call import Call
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.look.theme import current_theme
from resource_mapper.ui.window.lazy import if_made
from resource_mapper.ui.window.window_look import refresh_look
from resource_mapper.ui.window.workspace import Arrangement
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow

TRAY_SHARE = 0.6
"""Of the height of the left panels, for the one with the tray while cards wait there."""
MOST_RECENT = 3
"""Layouts that are kept."""


class WindowDisplay(QObject):
    """Shows; changes nothing."""

    def __init__(self, window: "MainWindow") -> None:
        """Watch the parts of a window, and show how they are now."""
        super().__init__(window)
        self._window = window
        self._layouter = Layouter(window.parts.measurer)
        self._form = ON_PAPER
        self._past: Worksheet | None = None
        self._idle = True
        self._ready: ReadyLayout | None = None
        self._recent: deque[SheetLayout] = deque(maxlen=MOST_RECENT)
        """What was shown last: there and back by undo costs nothing."""
        self._ahead: SheetLayout | None = None
        self._waiting = False
        self._watch_document()
        self._watch_window()
        self._show_notes(window.scene.notes.are_shown)
        self._show_worksheet(window.document.worksheet, window.document.worksheet)
        self._show_file_state()
        self._show_look()

    def _watch_document(self) -> None:
        document, stack = self._window.document, self._window.document.undo_stack
        document.changed.connect(self._show_worksheet)
        document.replaced.connect(self._show_another_document)
        document.file_changed.connect(self._show_file_state)
        for signal in (stack.canUndoChanged, stack.canRedoChanged, stack.indexChanged):
            signal.connect(self._show_undo)

    def _watch_window(self) -> None:
        window = self._window
        window.files.laid_out.connect(self.keep_ready)
        window.filter.changed.connect(self._show_filter)
        window.freshness.changed.connect(self._show_freshness)
        window.aims.changed.connect(self._show_aims)
        window.selection.changed.connect(self._show_selection)
        window.view.gesture_running.connect(self.update_enabled)
        window.gaps.current_gap_changed.connect(self.update_enabled)
        window.tasks.busy_changed.connect(self._show_busy)
        for dock in window.workspace.docks:
            dock.toggleViewAction().toggled.connect(self._show_panels)
        window.scene.notes.set_shown(window.settings.settings.show_notes)
        window.scene.notes.shown_changed.connect(self._show_notes)
        window.look.changed.connect(self._show_look)

    def update_enabled(self) -> None:
        """Let only those actions be chosen that can do something now."""
        window = self._window
        actions = window.actions_by_id
        idle = not any(view.is_busy for view in self._views()) and not window.tasks.is_busy
        actions.enable("work", not window.is_at_start)
        actions.enable("past", idle and not window.is_at_start)
        idle = idle and self._past is None
        actions.enable("begin", idle)
        idle = idle and not window.is_at_start
        actions.enable("idle", idle)
        actions.enable("selection", idle and bool(window.selection.ids))
        actions.enable("free", idle and window.document.worksheet.lens == "free")
        actions.enable("gap", idle and window.gaps.current_gap is not None)
        self._idle = idle
        for name in ("history", "crosstab"):
            if panel := if_made(window, name):
                panel.setEnabled(idle)
        actions.enable("list", idle and window.workspace.arrangement is not Arrangement.SHEET)
        stack = window.document.undo_stack
        actions["undo"].setEnabled(idle and stack.canUndo())
        actions["redo"].setEnabled(idle and stack.canRedo())

    @property
    def worksheet(self) -> Worksheet:
        """What is shown: the document's worksheet, or a state of it from before."""
        return self._window.document.worksheet if self._past is None else self._past

    @property
    def is_past(self) -> bool:
        """Whether a state from before is looked at."""
        return self._past is not None

    @property
    def is_idle(self) -> bool:
        """Whether the document can be changed now."""
        return self._idle

    def lay_out_for(self, form: Form) -> None:
        """Show the sheet as it is laid out for paper, or for a wall."""
        self._form = form
        self._show_worksheet(self._window.document.worksheet, self._window.document.worksheet)

    def look_at(self, past: Worksheet | None, ahead: SheetLayout | None = None) -> None:
        """Show another state of the sheet, to be looked at only; None shows the document again.

        `ahead` is its layout, where that was made before.
        """
        window = self._window
        self._past, self._ahead = past, ahead
        for part in (*window.workspace.docks, if_made(window, "list"), window.toolbar):
            if part is not None:
                part.setEnabled(past is None)
        self._show_desk()
        self._show_worksheet(window.document.worksheet, window.document.worksheet if past is None else past)

    def _marked(self) -> Freshness | None:
        """Return what carries a mark: how old the office's records are is nothing for a wall, or for the past."""
        return self._window.freshness.marked if self._form.is_whole and self._past is None else None

    def _views(self) -> list[SheetView]:
        """Return all views of the sheet: the window's, and the one on a wall."""
        return [view for view in self._window.scene.views() if isinstance(view, SheetView)]

    def keep_ready(self, ready: ReadyLayout) -> None:
        """Keep a layout for the moment when its worksheet is shown."""
        self._ready = ready

    def lay_out_ahead(self, before: Worksheet, after: Worksheet) -> ReadyLayout | None:
        """Return the layout of a worksheet that is to come after another; None if it looks the same. For any thread."""
        if same_on_paper(before, after):
            return None
        return ReadyLayout.of(after, self._window.parts.measurer, self._window.files.sheet_options)

    def _laid_out(self, worksheet: Worksheet, options: SheetOptions) -> SheetLayout:
        """Return the layout that was made before, or make it."""
        self._window.files.sheet_options = options
        layout = self._layout_made_before(worksheet, options)
        if layout is None:
            layout = layout_after(self._window.scene.layout, worksheet, self._layouter, options)
        self._recent.append(layout)
        return layout

    def _layout_made_before(self, worksheet: Worksheet, options: SheetOptions) -> SheetLayout | None:
        """Return the layout that was made while the worksheet was read, or when it is looked at, or that was shown."""
        ready, self._ready = self._ready, None
        ahead, self._ahead = self._ahead, None
        if ready is not None and ready.fits(worksheet, options):
            self._layouter = ready.layouter
            return ready.layout
        made = (layout for layout in (ahead, *self._recent) if layout is not None)
        return next((layout for layout in made if layout.worksheet is worksheet and layout.options == options), None)

    def _show_worksheet(self, _before: Worksheet, after: Worksheet) -> None:
        window = self._window
        options = SheetOptions(form=self._form, freshness=self._marked(), show_aims=window.aims.are_shown)
        layout = self._laid_out(after, options)
        for view in self._views():
            view.cancel_gesture()
        window.scene.show_layout(layout)
        window.scene.show_empty_hint(self._hint(after))
        window.side.show_worksheet(after)
        self._give_tray_room(after)
        window.side.tray.show_freshness(options.freshness)
        gaps = window.gaps.show_worksheet(after, window.freshness.freshness.findings(after))
        window.workspace.dock("gaps").show_title(messages.count_badge("気づき", gaps))
        if crosstab := if_made(window, "crosstab"):
            crosstab.show_worksheet(after)
        window.workspace.dock("crosstab").show_title(messages.crosstab_title(lens_of(after).label))
        unsettled = sum(not concern.is_settled for concern in window.document.worksheet.concerns)
        window.workspace.dock("concerns").show_title(messages.count_badge("課題の一覧", unsettled))
        window.selection.keep(resource.id for resource in after.resources)
        window.status.show_summary(layout)
        self._show_notes(window.scene.notes.are_shown)
        self._show_filter()
        self._show_lens(after)
        self._show_ages()
        self.update_enabled()

    def _hint(self, worksheet: Worksheet) -> tuple[str, str] | None:
        """Return what an empty sheet says: it stays until something lies there. A wall says nothing of the tray."""
        if not worksheet.resources:
            return canvas_words.HINT_EMPTY
        empty = not worksheet.placed and not worksheet.notes
        return canvas_words.HINT_WAITING if empty and self._form.is_whole else None

    def _give_tray_room(self, worksheet: Worksheet) -> None:
        """Let the tray have more room than 気づき when cards come to wait there; later it is the user's."""
        had, self._waiting = self._waiting, bool(worksheet.unplaced)
        if self._waiting and not had:
            QTimer.singleShot(0, self, self._share_left_side)  # once the tray, hidden till now, has its place

    def _share_left_side(self) -> None:
        self._window.workspace.give_room("side", "gaps", TRAY_SHARE)

    def _show_freshness(self) -> None:
        self._show_worksheet(self._window.document.worksheet, self.worksheet)

    def _show_aims(self) -> None:
        window, aims = self._window, self._window.aims
        window.scene.writes_aims = aims.are_written
        window.scene.offer_link()
        window.actions_by_id["showAims"].setChecked(aims.are_shown)
        window.actions_by_id["writeAims"].setChecked(aims.are_written)
        if aims.are_written:
            ending = (("書き終える", Call(aims.write, False)),)
            window.banners.show_banner(canvas_words.AIMS_WRITTEN, ending, "aims", of_mode=True)
        else:
            window.hide_banner("aims")
        self._show_freshness()

    def _show_notes(self, shown: bool) -> None:
        self._window.actions_by_id["showNotes"].setChecked(shown)
        self._window.status.show_hidden_notes(0 if shown else len(self.worksheet.notes))

    def _show_ages(self) -> None:
        freshness = self._window.freshness
        self._window.actions_by_id["markStale"].setChecked(freshness.marked is not None)
        for age in Age:
            self._window.actions_by_id[f"age_{age}"].setChecked(age is freshness.freshness.age)

    def _show_filter(self) -> None:
        window = self._window
        shown = window.filter.matching if self._past is None else None
        around = shown is not None and window.filter.filter.around_short_term
        window.scene.onward.want(around, window.scene.layout)
        window.actions_by_id["showAround"].setChecked(around)
        window.scene.show_filter(shown, hides=window.filter.hides)
        window.side.tray.show_filter(shown, hides=window.filter.hides)
        window.status.show_filter(len(window.document.worksheet.resources), None if shown is None else len(shown))

    def _show_another_document(self) -> None:
        self._window.filter.clear()
        self._window.view.show_top()
        self._window.status.show_saved("")

    def _show_lens(self, worksheet: Worksheet) -> None:
        shown = lens_of(worksheet)
        self._window.toolbar.show_lens(shown.id)
        for lens in LENSES:
            self._window.actions_by_id[f"lens_{lens.id}"].setChecked(lens.id == shown.id)
        self._window.actions_by_id["mirror"].setChecked(worksheet.mirrored)

    def _show_selection(self) -> None:
        selection = self._window.selection
        self._window.scene.show_selection(frozenset(selection.ids), selection.current)
        self.update_enabled()

    def _show_undo(self) -> None:
        stack = self._window.document.undo_stack
        steps = (("undo", "元に戻す", stack.undoText()), ("redo", "やり直す", stack.redoText()))
        for action_id, word, text in steps:
            action = self._window.actions_by_id[action_id]
            action.setText(f"{word}：{text}" if text else word)
            action.setIconText(word)
        self.update_enabled()

    def _show_file_state(self) -> None:
        document = self._window.document
        self._window.setWindowTitle(messages.title(document.path, read_only=document.read_only))
        self._window.setWindowModified(document.is_dirty)
        self._window.status.show_dirty(document.is_dirty)

    def _show_busy(self, busy: bool) -> None:
        self._window.status.show_busy(busy)
        self.update_enabled()

    def _show_panels(self) -> None:
        for dock in self._window.workspace.docks:
            name = dock.objectName()
            self._window.actions_by_id[f"show{name[0].upper()}{name[1:]}"].setChecked(not dock.isHidden())

    def _show_desk(self) -> None:
        theme = current_theme()
        self._window.view.setBackgroundBrush(QColor(theme.desk if self._past is None else theme.accent_pale))

    def _show_look(self) -> None:
        refresh_look(self._window)
        self._show_desk()
