"""付箋 on the canvas: drawn by the layout over the cards; which one is chosen, and whether they show at all."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from resource_mapper.layout.boxes import SheetLayout
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.notes import NoteBox, draw_note, note_boxes
from resource_mapper.ui.canvas.kept_picture import keep_picture
from resource_mapper.ui.canvas.paper import PAGE_PITCH
from resource_mapper.ui.look.theme import ACCENT
from resource_mapper.ui.qt_painter import QtPainter, qrect

OVER_ARROWS, HELD = 4.0, 11.0
RING = 1.2


class NoteItem(QGraphicsRectItem):
    """One note. Its position is its top left corner; the mouse is the canvas's."""

    def __init__(self, painter: QtPainter) -> None:
        """Begin without a drawing."""
        super().__init__()
        self._painter = painter
        self._chosen = False
        self.box: NoteBox | None = None
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setZValue(OVER_ARROWS)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        keep_picture(self)

    def show_note(self, box: NoteBox, order: int) -> None:
        """Show a note where the layout has it."""
        if box != self.box:
            self.box = box
            self.setRect(QRectF(0, 0, box.area.width, box.area.height).adjusted(-RING, -RING, RING, RING))
            keep_picture(self)
        self.setPos(box.area.x, box.area.y + box.page * PAGE_PITCH)
        self.setZValue(OVER_ARROWS + order * 1e-4)

    def show_chosen(self, chosen: bool) -> None:
        """Show or hide the ring."""
        if chosen != self._chosen:
            self._chosen = chosen
            keep_picture(self)

    @property
    def area(self) -> QRectF:
        """The paper in scene coordinates."""
        return self.rect().adjusted(RING, RING, -RING, -RING).translated(self.pos())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the note, and the ring of the chosen one."""
        if self.box is None:
            return
        painter.save()
        painter.translate(-self.box.area.x, -self.box.area.y)
        self._painter.paint(painter, draw_note(self.box))
        if self._chosen:
            painter.setPen(QPen(QColor(ACCENT), 0.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(qrect(self.box.area).adjusted(-0.7, -0.7, 0.7, 0.7))
        painter.restore()


class NoteItems(QObject):
    """The notes of a scene, one item each."""

    chosen_changed = Signal()
    shown_changed = Signal(bool)

    def __init__(self, scene: QGraphicsScene, painter: QtPainter, measurer: TextMeasurer) -> None:
        """Begin without notes."""
        super().__init__(scene)
        self._scene = scene
        self._painter = painter
        self._measurer = measurer
        self._items: dict[str, NoteItem] = {}
        self._shown = True
        self.chosen: str | None = None

    def show_layout(self, layout: SheetLayout) -> None:
        """Show the notes of a layout."""
        if not layout.worksheet.notes and not self._items:
            return
        boxes = {box.note.id: box for box in note_boxes(layout, self._measurer)}
        for gone in self._items.keys() - boxes.keys():
            self._scene.removeItem(self._items.pop(gone))
        for order, (key, box) in enumerate(boxes.items()):
            if key not in self._items:
                self._items[key] = item = NoteItem(self._painter)
                item.setVisible(self._shown)
                self._scene.addItem(item)
            self._items[key].show_note(box, order)
        self._items = {key: self._items[key] for key in boxes}
        self.choose(self.chosen)

    @property
    def ids(self) -> tuple[str, ...]:
        """The notes that show, from top to bottom as people read."""
        if not self._shown:
            return ()
        return tuple(sorted(self._items, key=lambda key: (self._items[key].area.y(), self._items[key].area.x())))

    def item_of(self, note_id: str | None) -> NoteItem | None:
        """Return a note's item."""
        return self._items.get(note_id or "")

    def at(self, point: QPointF) -> NoteBox | None:
        """Return the topmost note under a scene point."""
        if not self._shown:
            return None
        hits = (item.box for item in reversed(self._items.values()) if item.area.contains(point))
        return next(hits, None)

    def choose(self, note_id: str | None) -> None:
        """Mark the note that keys go to; None, or one that does not show, marks none."""
        chosen = note_id if self._shown and note_id in self._items else None
        for key, item in self._items.items():
            item.show_chosen(key == chosen)
        if chosen != self.chosen:
            self.chosen = chosen
            self.chosen_changed.emit()

    @property
    def are_shown(self) -> bool:
        """Whether notes show."""
        return self._shown

    def set_shown(self, shown: bool) -> None:
        """Show the notes, or put them out of sight."""
        if shown != self._shown:
            self._shown = shown
            for item in self._items.values():
                item.setVisible(shown)
            self.choose(self.chosen)
            self.shown_changed.emit(shown)

    def clear(self) -> None:
        """Let go of all notes."""
        self._items.clear()
