"""The sheet on a wall: the same canvas, filling a screen, with what a speaker does to it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.wall import Subject
from resource_mapper.ui.canvas.menus.entries import add_entry
from resource_mapper.ui.canvas.menus.target import TargetKind, target_at
from resource_mapper.ui.canvas.paper import PAGE_PITCH
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.document import Document
from resource_mapper.ui.look.theme import current_theme
from resource_mapper.ui.presenting.pointer_spot import PointerSpot
from resource_mapper.ui.presenting.showing import Showing
from resource_mapper.ui.presenting.wall_keys import NOT_WHILE_LOCKED, WAYS, always, free, letters
from resource_mapper.ui.presenting.wall_sight import WallSight
from resource_mapper.ui.qt_painter import qrect
from resource_mapper.ui.selection import Selection

DIM, COVER, BLANK = QColor(17, 24, 39, 165), QColor("#FFFFFF"), QColor("#000000")
Key = Qt.Key


class WallView(WallSight):
    """Shows axis and rows of a page as large as they go.

    Hands work as on the canvas; single keys are the speaker's while no card is selected.
    """

    leave_wanted = Signal()
    help_wanted = Signal()
    aims_wanted = Signal()
    """あるべき姿 is asked for, or no longer."""
    around_wanted = Signal()
    """C型の前後 is asked for, or no longer."""
    wish_wanted = Signal(object)
    """A `Gap` that is spotlit."""

    def __init__(
        self, scene: SheetScene, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        """Show the whole first page."""
        super().__init__(scene, document, selection, parent)
        self.setObjectName("wallView")
        self.setAccessibleName("資源ワークシート（発表）")
        self.setBackgroundBrush(QColor(current_theme().desk))
        self.showing = Showing(lambda: scene.layout)
        self.is_blank = False
        self.spot = PointerSpot(self)
        self._mouse = QPoint()
        selection.changed.connect(self._show_what_is_selected)
        document.changed.connect(self.follow_layout)

    # What is in sight

    def zoom_here(self) -> None:
        """Zoom to the selected card, what is spotlit, what came last, or what the pointer is on; back when near."""
        if self.is_zoomed:
            self.show_whole()
            return
        item = self.sheet.item_of(self.selection.current or "")
        target = item.pill if item is not None else self.showing.lit or self.showing.newest
        self.show_frame(self.around(target if target is not None else QRectF(self._pointer(), self._pointer())))

    def follow_layout(self) -> None:
        """Stay on a page that there is."""
        before = self.page
        self.go_to_page(before)
        if self.page != before:
            self.show_whole()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what was, and the ring over all of it."""
        super().resizeEvent(event)
        self.spot.setFixedSize(self.size())

    # What is built up, spotlit, blank

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Cover what is not shown yet, dim what is not talked about."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self.is_blank)
        if self.is_blank:
            painter.fillRect(rect, BLANK)
            return
        for path, color in ((self.showing.hidden_path(), COVER), (self.showing.dimmed_path(), DIM)):
            if not path.isEmpty():
                painter.fillPath(path, color)

    def step(self, by: int) -> None:
        """Build the sheet up by a row or band, or take one away."""
        if by > 0:
            self.showing.forward()
        else:
            self.showing.back()
        newest = self.showing.newest
        if newest is not None and (page := int(newest.center().y() // PAGE_PITCH)) != self.page:
            self.go_to_page(page)
            self.show_whole()
        self._refresh()

    def build(self, way: str) -> None:
        """Begin to build the sheet up."""
        self.selection.set([])
        self.showing.build(way)
        self.go_to_page(0)
        self.show_whole()
        self._refresh()

    def show_all(self) -> None:
        """Show the whole sheet: all rows, no spotlight, no zoom."""
        self.showing.show_all()
        self.showing.subject = None
        self.show_whole()
        self._refresh()

    def _refresh(self) -> None:
        """Draw the covers anew; arrows to what is covered would come out from under them."""
        hidden, layout = self.showing.hidden_path(), self.sheet.layout
        cards = layout.cards if layout is not None and not hidden.isEmpty() else ()
        covered = (card for card in cards if hidden.contains(_pill(card).center()))
        self.sheet.hold_back(frozenset(card.resource.id for card in covered))
        self.viewport().update()

    def light(self, subject: Subject | None) -> None:
        """Spotlight a subject, or take the spotlight away."""
        self.showing.light(subject)
        self.viewport().update()

    def light_here(self) -> None:
        """Spotlight the selected card, else what the pointer is on."""
        current = self.selection.current
        self.light(Subject("card", current) if current else subject_at(self.sheet, self._pointer()))

    def light_gap(self, by: int) -> None:
        """Spotlight the next gap."""
        self.showing.next_gap(by)
        self._turn_to_light()

    def light_row(self, by: int) -> None:
        """Spotlight the next row."""
        self.showing.next_row(by)
        self._turn_to_light()

    def _turn_to_light(self) -> None:
        """Bring what is spotlit into sight, on whichever page it lies."""
        lit = self.showing.lit
        if lit is not None and (page := int(lit.center().y() // PAGE_PITCH)) != self.page:
            self.go_to_page(page)
            self.show_whole()
        self.viewport().update()

    def blank(self, is_blank: bool) -> None:
        """Show black, or the sheet again."""
        self.is_blank = is_blank
        self.viewport().update()

    def wish_here(self) -> None:
        """Wish for a card in the gap that is spotlit."""
        subject = self.showing.subject
        if subject is not None and subject.gap is not None:
            self.light(None)
            self.wish_wanted.emit(subject.gap)

    def add_entries(self, menu: QMenu, point: QPointF) -> None:
        """Offer in a context menu what a speaker does with the thing under the pointer."""
        subject = subject_at(self.sheet, point)
        menu.addSeparator()
        tip = "ここだけを明るくして、ほかを暗くします"
        add_entry(menu, "lightHere", "ここに注目", tip, lambda: self.light(subject), enabled=subject is not None)
        if self.showing.subject is not None:
            add_entry(menu, "lightNone", "注目をやめる", "全体を明るくします", lambda: self.light(None))
        add_entry(
            menu, "zoomHere", "全体に戻す" if self.is_zoomed else "ここを拡大", "大きく表示します", self.zoom_here
        )

    def _show_what_is_selected(self) -> None:
        """Nothing that is selected stays hidden or out of sight: keys and new cards reach everywhere."""
        box = self.sheet.box_of(self.selection.current or "")
        if box is None:
            return
        pill = _pill(box)
        if self.showing.hidden_path().contains(pill.center()):
            self.showing.show_all()
            self._refresh()
        if box.page != self.page:
            self.go_to_page(box.page)
            self.show_whole()
        elif not self.frame_in_sight.contains(pill.center()):
            self.show_frame(self.around(pill))

    def _pointer(self) -> QPointF:
        return self.mapToScene(self._mouse)

    # Hands and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """As on the canvas; what is not shown yet cannot be taken."""
        if self.is_blank:
            self.blank(False)
        elif not self.showing.hidden_path().contains(self.mapToScene(event.position().toPoint())):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """As on the canvas; the spot goes with the pointer."""
        self._mouse = event.position().toPoint()
        self.spot.follow(self._mouse)
        super().mouseMoveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape and the letters from shortcuts elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._deed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The speaker's keys; with a card selected arrows and numbers are the card's."""
        deed = self._deed(event)
        if self.is_blank:
            self.blank(False)
        elif deed is not None and not self.is_busy:
            deed()
        elif event.key() == Key.Key_Escape and not self.is_busy and not self._is_taken():
            self._escape()
        else:
            super().keyPressEvent(event)

    def _deed(self, event: QKeyEvent) -> Callable[[], object] | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if modifiers and not shift:
            return None
        key, taken = Key(event.key()), self._is_taken()
        if self.is_locked and key in NOT_WHILE_LOCKED:
            return None
        if self.is_zoomed and not taken and key in WAYS:
            return partial(self.move_on, *WAYS[key])
        deed = always().get(key) or (None if taken else free().get(key))
        if deed is None and not (self.name_editor.is_open or self.sheet.notes.chosen):
            deed = letters().get(key)
        return partial(deed, self, -1 if shift else 1) if deed is not None else None

    def _types(self, _event: QKeyEvent) -> bool:
        """A name is written by F2 or a conversion, never by a letter that was meant for the speaker."""
        return False

    def _is_taken(self) -> bool:
        """Whether keys belong to a card or a note."""
        return bool(self.selection.ids or self.name_editor.is_open or self.sheet.notes.chosen)

    def _escape(self) -> None:
        """Put away what lies over the sheet; with nothing there, leave."""
        if self.showing.subject is None and not self.is_zoomed and not self.spot.isVisible():
            (self.present_wanted if self.is_locked else self.leave_wanted).emit()
            return
        self.showing.subject = None
        self.spot.hide()
        self.show_whole()
        self.viewport().update()


def _pill(card: CardBox) -> QRectF:
    """Return where a card lies in the scene."""
    return qrect(card.pill).translated(0, card.page * PAGE_PITCH)


def subject_at(scene: SheetScene, point: QPointF) -> Subject | None:
    """Return what can be spotlit at a scene point: a card, a band on the axis, a gap, else the row."""
    target, card = target_at(scene, point), scene.card_under(point)
    if target is None:
        return None
    if card is not None:
        return Subject("card", card.resource.id)
    if target.kind is TargetKind.AXIS:
        return Subject("band", target.band.id)
    return Subject("gap", gap=target.gap) if target.gap is not None else Subject("row", target.row.row.id)
