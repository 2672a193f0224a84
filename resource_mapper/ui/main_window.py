"""The main window: puts canvas, panels, actions and status bar together, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QWidget,
)

from resource_mapper import __version__
from resource_mapper.domain import edits
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.ui import messages
from resource_mapper.ui.actions import CARD_MENU, MENUS, Actions
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.card_actions import CardActions
from resource_mapper.ui.dialogs import Dialogs
from resource_mapper.ui.document import Document
from resource_mapper.ui.file_actions import FileActions
from resource_mapper.ui.heading_dialog import HeadingDialog
from resource_mapper.ui.panels.inspector import Inspector
from resource_mapper.ui.panels.side_panel import SidePanel
from resource_mapper.ui.panels.typing_guard import finish_typing
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.status_bar import StatusBar
from resource_mapper.ui.tasks import BackgroundTasks

SIDE_WIDTH, INSPECTOR_WIDTH = 224, 256
WIDE_ENOUGH = 1600
"""From this width on the inspector is open at the start; below it the sheet's text would become too small."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window is built from; made in `app`, or by a test."""

    document: Document
    dialogs: Dialogs
    settings: SettingsStore
    measurer: TextMeasurer
    painter: QtPainter
    clock: Callable[[], datetime]


class MainWindow(QMainWindow):
    """The window of one document."""

    def __init__(self, parts: Parts) -> None:
        """Build the window; it shows the document's worksheet."""
        super().__init__()
        self._parts = parts
        self.document = parts.document
        self.selection = Selection(self)
        self.tasks = BackgroundTasks(self)
        parts.dialogs.parent = self
        self._closing = False
        self._close_when_idle = False
        self._shown = False
        self.scene = SheetScene(parts.painter, parts.measurer)
        self.view = SheetView(self.scene, self.document, self.selection)
        self.side = SidePanel(self.selection, parts.painter)
        self.inspector = Inspector(self.document, self.selection)
        self.status = StatusBar()
        self.files = FileActions(self.document, parts.dialogs, self.tasks, parts.settings, parts.measurer, parts.clock)
        self.cards = CardActions(self.document, self.selection, parts.dialogs)
        self.actions_by_id = Actions(self, self._handlers())
        self._build()
        self._connect()
        self._show_worksheet(self.document.worksheet, self.document.worksheet)
        self._show_file_state()

    # Building

    def _build(self) -> None:
        self.setObjectName("mainWindow")
        self.setMinimumSize(900, 560)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("mainSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for widget, width in ((self.side, SIDE_WIDTH), (self.view, 0), (self.inspector, INSPECTOR_WIDTH)):
            self._splitter.addWidget(widget)
            if width:
                widget.setMinimumWidth(width - 24)
                widget.setMaximumWidth(width + 160)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([SIDE_WIDTH, 10_000, INSPECTOR_WIDTH])
        self.setCentralWidget(self._splitter)
        self.setStatusBar(self.status)
        self._build_menus()
        self._build_toolbar()
        self.actions_by_id["showSide"].setChecked(True)
        self.actions_by_id["showInspector"].setChecked(True)

    def _build_menus(self) -> None:
        self._recent_menu = QMenu("最近使ったファイル", self)
        self._recent_menu.setObjectName("recentMenu")
        self._recent_menu.aboutToShow.connect(self._fill_recent)
        for name, title, entries in MENUS:
            menu = self.menuBar().addMenu(title)
            menu.setObjectName(name)
            self.actions_by_id.fill_menu(menu, entries, {"recentMenu": self._recent_menu})
        self._card_menu = QMenu(self)
        self._card_menu.setObjectName("cardMenu")
        self.actions_by_id.fill_menu(self._card_menu, CARD_MENU, {})
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_card_menu)

    def _build_toolbar(self) -> None:
        toolbar = QToolBar("道具")
        toolbar.setObjectName("mainToolbar")
        toolbar.setMovable(False)
        toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._lens_chooser = QComboBox()
        self._lens_chooser.setObjectName("lensChooser")
        self._lens_chooser.setAccessibleName("並べ方")
        self._lens_chooser.setToolTip("カードをどの分け方で並べるかを選びます")
        for lens in LENSES:
            self._lens_chooser.addItem(lens.label, lens.id)
        self._lens_chooser.activated.connect(self._choose_lens)

        def add_lens_chooser() -> None:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(6, 0, 6, 0)
            label = QLabel("並べ方")
            label.setBuddy(self._lens_chooser)
            row.addWidget(label)
            row.addWidget(self._lens_chooser)
            toolbar.addWidget(holder)

        def add_stretch() -> None:
            stretch = QWidget()
            stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            toolbar.addWidget(stretch)

        self.actions_by_id.fill_toolbar(toolbar, {"lensChooser": add_lens_chooser, "stretch": add_stretch})
        self.addToolBar(toolbar)

    def _handlers(self) -> dict[str, Callable[..., object]]:
        files, cards, view = self.files, self.cards, self.view
        handlers: dict[str, Callable[..., object]] = {
            "newFile": files.new,
            "openSample": files.open_sample,
            "openFile": files.open,
            "saveFile": files.save,
            "saveFileAs": files.save_as,
            "importList": self._import_list,
            "exportPdf": self._export_worksheet,
            "exportBlank": self._export_blank,
            "quit": self.close,
            "undo": self.document.undo_stack.undo,
            "redo": self.document.undo_stack.redo,
            "cutCards": cards.cut,
            "copyCards": cards.copy,
            "pasteCards": cards.paste,
            "renameCard": self._rename_card,
            "deleteCards": cards.delete,
            "duplicateCards": cards.duplicate,
            "unplaceCards": cards.unplace,
            "selectAll": cards.select_all,
            "addCard": self._go_to_quick_add,
            "editHeading": self._edit_heading,
            "arrange": self._arrange,
            "zoomIn": self._zoom_in,
            "zoomOut": self._zoom_out,
            "fitWidth": view.fit_width,
            "fitPage": view.fit_page,
            "zoomLife": self._zoom_life,
            "mirror": cards.mirror,
            "showSide": self._show_side,
            "showInspector": self._show_inspector,
            "about": self._tell_about,
        }
        for lens in LENSES:
            handlers[f"lens_{lens.id}"] = _LensHandler(cards, lens.id)
        return handlers

    def _connect(self) -> None:
        self.document.changed.connect(self._show_worksheet)
        self.document.replaced.connect(self._show_another_document)
        self.document.file_changed.connect(self._show_file_state)
        self.selection.changed.connect(self._show_selection)
        stack = self.document.undo_stack
        stack.canUndoChanged.connect(self._show_undo)
        stack.canRedoChanged.connect(self._show_undo)
        stack.indexChanged.connect(self._show_undo)
        self.side.quick_add.names_entered.connect(self.cards.add_names)
        tray = self.side.tray
        tray.drag_began.connect(self.view.begin_from_tray)
        tray.drag_moved.connect(self.view.drag_to)
        tray.drag_ended.connect(self.view.drop_at)
        tray.drag_cancelled.connect(self.view.cancel_gesture)
        tray.activated_card.connect(self._open_card)
        self.view.card_activated.connect(self._open_card)
        self.side.gaps.gap_chosen.connect(self.view.show_gap)
        self.view.gesture_running.connect(self._update_enabled)
        self.view.hinted.connect(self.status.show_hint)
        self.view.zoom_changed.connect(self.status.show_zoom)
        self.status.zoom_wanted.connect(self.view.set_zoom)
        self.status.fit_wanted.connect(self.view.fit_width)
        self.tasks.busy_changed.connect(self._show_busy)
        self.files.beginning.connect(self._finish_typing)
        self.files.saved.connect(self.status.show_saved)

    # Showing

    def _show_worksheet(self, _before: Worksheet, after: Worksheet) -> None:
        layout = layout_sheet(after, self._parts.measurer)
        self.view.cancel_gesture()
        self.scene.show_layout(layout)
        self.scene.show_empty_hint(not after.resources)
        self.side.show_worksheet(after)
        self.selection.keep(resource.id for resource in after.resources)
        self.status.show_summary(after, layout)
        self._show_lens(after)
        self._update_enabled()

    def _show_another_document(self) -> None:
        self.view.show_top()
        self.status.show_saved("")

    def _show_lens(self, worksheet: Worksheet) -> None:
        self._lens_chooser.setCurrentIndex(self._lens_chooser.findData(worksheet.lens))
        for lens in LENSES:
            self.actions_by_id[f"lens_{lens.id}"].setChecked(lens.id == worksheet.lens)
        self.actions_by_id["mirror"].setChecked(worksheet.mirrored)

    def _show_selection(self) -> None:
        self.scene.show_selection(frozenset(self.selection.ids), self.selection.current)
        self._update_enabled()

    def _show_undo(self) -> None:
        stack = self.document.undo_stack
        for action_id, word, text in (
            ("undo", "元に戻す", stack.undoText()),
            ("redo", "やり直す", stack.redoText()),
        ):
            self.actions_by_id[action_id].setText(f"{word}：{text}" if text else word)
            self.actions_by_id[action_id].setIconText(word)
        self._update_enabled()

    def _show_file_state(self) -> None:
        self.setWindowTitle(messages.title(self.document.path))
        self.setWindowModified(self.document.is_dirty)
        self.status.show_dirty(self.document.is_dirty)

    def _show_busy(self, busy: bool) -> None:
        self.status.show_busy(busy)
        self._update_enabled()
        if not busy and self._close_when_idle:
            self._close_when_idle = False
            QTimer.singleShot(0, self, self.close)  # after the answer of the work has been shown

    def _update_enabled(self) -> None:
        idle = not self.view.is_busy and not self.tasks.is_busy
        self.actions_by_id.enable("idle", idle)
        self.actions_by_id.enable("selection", idle and bool(self.selection.ids))
        self.actions_by_id.enable("free", idle and self.document.worksheet.lens == "free")
        stack = self.document.undo_stack
        self.actions_by_id["undo"].setEnabled(idle and stack.canUndo())
        self.actions_by_id["redo"].setEnabled(idle and stack.canRedo())

    def _show_card_menu(self, position: object) -> None:
        if self.selection.ids:
            self._card_menu.popup(self.view.viewport().mapToGlobal(position))  # type: ignore[call-overload]

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for number, text in enumerate(self._parts.settings.settings.recent_files, start=1):
            action = self._recent_menu.addAction(f"&{number}  {Path(text).name.replace('&', '&&')}")
            action.setObjectName(f"recentFile{number}")
            action.setToolTip(text)
            action.setStatusTip(text)
            action.triggered.connect(_RecentHandler(self.files, Path(text)))
        if self._recent_menu.isEmpty():
            self._recent_menu.addAction("まだありません").setEnabled(False)

    # Doing

    def _open_card(self, resource_id: str) -> None:
        if resource_id not in self.selection.ids:
            self.selection.set([resource_id])
        self.actions_by_id["showInspector"].setChecked(True)
        self.inspector.show()
        self.inspector.focus_name()

    def _finish_typing(self) -> None:
        finish_typing()
        self.view.name_editor.commit()

    def _go_to_quick_add(self) -> None:
        self.actions_by_id["showSide"].setChecked(True)
        self.side.show()
        self.side.quick_add.setFocus()

    def _show_side(self, shown: bool) -> None:
        # Not `setVisible` itself: connected to a signal, PySide takes it for a slot without arguments.
        self.side.setVisible(shown)

    def _show_inspector(self, shown: bool) -> None:
        self.inspector.setVisible(shown)

    def _rename_card(self) -> None:
        self.view.edit_name()

    def _choose_lens(self, index: int) -> None:
        self.cards.set_lens(self._lens_chooser.itemData(index))

    def _import_list(self) -> None:
        self.files.import_list(self.cards.add_imported)

    def _export_worksheet(self) -> None:
        self.files.export_pdf("worksheet", "資源ワークシート")

    def _export_blank(self) -> None:
        self.files.export_pdf("blank", "記入用シート")

    def _edit_heading(self) -> None:
        dialog = HeadingDialog(self.document.worksheet.heading, self._parts.clock().date(), self)
        if dialog.exec():
            self.document.edit("見出しを書く", edits.set_heading(self.document.worksheet, dialog.heading()))
        dialog.deleteLater()

    def _arrange(self) -> None:
        if self.scene.layout is not None:
            self.cards.arrange(self.scene.layout)

    def _zoom_in(self) -> None:
        self.view.set_zoom(self.view.zoom * 1.2)

    def _zoom_out(self) -> None:
        self.view.set_zoom(self.view.zoom / 1.2)

    def _zoom_life(self) -> None:
        self.view.set_zoom(1.0)

    def _tell_about(self) -> None:
        self._parts.dialogs.tell(
            f"{messages.APP_NAME}　{__version__}",
            "地域の資源を、高齢者の心身の状態像に応じて書き出すためのソフトです。\n"
            "インターネットにはつながりません。MIT ライセンスで自由に使えます。",
        )

    # Window events

    def showEvent(self, event: QShowEvent) -> None:
        """Open the inspector at the first showing only where the window is wide enough for it."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            wide = self.width() >= WIDE_ENOUGH
            self.inspector.setVisible(wide)
            self.actions_by_id["showInspector"].setChecked(wide)
            self.view.show_top()
            self.side.quick_add.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once the work is safe."""
        self._finish_typing()
        if self.tasks.is_busy:
            self._close_when_idle = True
            event.ignore()
        elif self.document.is_dirty and not self._closing:
            event.ignore()
            self.files.before_closing(self._close_for_good)
        else:
            self._shut_down()
            event.accept()

    def _close_for_good(self) -> None:
        self._closing = True
        QTimer.singleShot(0, self, self.close)  # not now: Qt ignores a `close` within a `closeEvent`

    def _shut_down(self) -> None:
        self.document.undo_stack.blockSignals(True)
        self.document.blockSignals(True)
        self.tasks.shut_down()
        self.scene.shut_down()


class _LensHandler:
    def __init__(self, cards: CardActions, lens_id: str) -> None:
        self._cards = cards
        self._lens_id = lens_id

    def __call__(self, _checked: bool = False) -> None:
        self._cards.set_lens(self._lens_id)


class _RecentHandler:
    def __init__(self, files: FileActions, path: Path) -> None:
        self._files = files
        self._path = path

    def __call__(self, _checked: bool = False) -> None:
        self._files.open_path(self._path)
