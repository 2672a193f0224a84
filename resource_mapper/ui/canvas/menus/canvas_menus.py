"""Shows the context menu that belongs to a place on the canvas, for mouse and keyboard alike."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtWidgets import QMenu

from resource_mapper.ui.canvas.deeds import CanvasDeeds
from resource_mapper.ui.canvas.menus import axis_menu, card_menu, note_menu, place_menu, row_menu
from resource_mapper.ui.canvas.menus.entries import add_entry
from resource_mapper.ui.canvas.menus.target import Target, TargetKind, target_at
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.commands.action_set import Actions

_NAMES = {
    TargetKind.CARD: card_menu.NAME,
    TargetKind.ROW: row_menu.NAME,
    TargetKind.AXIS: axis_menu.NAME,
    TargetKind.GAP: place_menu.GAP_NAME,
    TargetKind.PLACE: place_menu.NAME,
}
_SPOKEN = {
    TargetKind.CARD: "カードのメニュー",
    TargetKind.ROW: "行のメニュー",
    TargetKind.AXIS: "状態像の軸のメニュー",
    TargetKind.GAP: "空白のメニュー",
    TargetKind.PLACE: "シートのメニュー",
}


class CanvasMenus(QObject):
    """One menu at a time, made anew for what it is about."""

    def __init__(
        self,
        view: SheetView,
        scene: SheetScene,
        deeds: CanvasDeeds,
        actions: Actions,
        more: Callable[[QMenu, QPointF], None] | None = None,
    ) -> None:
        """Serve a view; `more` adds what only this view offers at a scene point."""
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._deeds = deeds
        self._actions = actions
        self._more = more
        self._menu: QMenu | None = None
        view.menu_wanted.connect(self.show_at)

    def show_at(self, position: QPoint) -> None:
        """Show the menu of what lies at a pixel of the viewport."""
        point = self._view.mapToScene(position)
        target, note = target_at(self._scene, point), self._scene.notes.at(point)
        if target is None:
            return
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self._view)
        self._menu.setObjectName(note_menu.NAME if note is not None else _NAMES[target.kind])
        self._menu.setAccessibleName("付箋のメニュー" if note is not None else _SPOKEN[target.kind])
        self._menu.setToolTipsVisible(False)
        if note is not None:
            note_menu.fill(self._menu, note.note.id, self._view.notes, self._actions)
        else:
            self._fill(self._menu, target)
            if target.kind in (TargetKind.PLACE, TargetKind.GAP):
                self._offer_note(self._menu, point)
        if self._more is not None:
            self._more(self._menu, self._view.mapToScene(position))
        self._menu.popup(self._view.viewport().mapToGlobal(position))

    def _offer_note(self, menu: QMenu, point: QPointF) -> None:
        tip = "会議で出たことばを、資源ではない付箋として貼ります"
        add_entry(menu, "addNoteHere", "ここに付箋を貼る…", tip, partial(self._view.notes.add_at, point))
        after_cards = next(action for action in menu.actions() if action.isSeparator())
        menu.insertAction(after_cards, menu.actions()[-1])

    def _fill(self, menu: QMenu, target: Target) -> None:
        layout = self._scene.layout
        if layout is None:
            return
        match target.kind:
            case TargetKind.CARD:
                card_menu.fill(menu, self._actions)
            case TargetKind.ROW:
                row_menu.fill(menu, target, layout, self._deeds)
            case TargetKind.AXIS:
                axis_menu.fill(menu, target, layout, self._deeds, self._actions)
            case _:
                place_menu.fill(menu, target, layout, self._deeds, self._actions)
