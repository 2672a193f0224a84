"""The flags of C型の前後 on the canvas: there while that view is chosen."""

from PySide6.QtWidgets import QGraphicsScene

from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.draw_onward import onward_flags
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.ui.canvas.link_items import ArrowItem
from resource_mapper.ui.qt_painter import QtPainter

OVER_ARROWS = 3.5


class OnwardFlags:
    """The flags of a scene."""

    def __init__(self, scene: QGraphicsScene, painter: QtPainter, measurer: TextMeasurer) -> None:
        """Begin without flags."""
        self._scene = scene
        self._painter = painter
        self._measurer = measurer
        self._wanted = False
        self.items: dict[str, ArrowItem] = {}

    def show_layout(self, layout: SheetLayout | None) -> None:
        """Show the flags of a layout, if they are wanted."""
        flags = onward_flags(layout, self._measurer) if layout is not None and self._wanted else ()
        for gone in self.items.keys() - {flag.resource_id for flag in flags}:
            self._scene.removeItem(self.items.pop(gone))
        for flag in flags:
            if flag.resource_id not in self.items:
                self.items[flag.resource_id] = item = ArrowItem(self._painter)
                item.setZValue(OVER_ARROWS)
                self._scene.addItem(item)
            self.items[flag.resource_id].show_arrow(flag.items, flag.page)

    def want(self, wanted: bool, layout: SheetLayout | None) -> None:
        """Show the flags from now on, or no longer."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.show_layout(layout)

    def clear(self) -> None:
        """Let go of all flags."""
        self.items.clear()
