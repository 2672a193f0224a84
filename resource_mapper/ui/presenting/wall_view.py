"""The sheet on a wall: the same canvas, filling a screen, with what a speaker does to it."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QMenu, QWidget

from resource_mapper.domain.axis import BANDS
from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.wall import FRAME, Subject
from resource_mapper.ui.canvas.menus.entries import add_entry
from resource_mapper.ui.canvas.menus.target import Kind, target_at
from resource_mapper.ui.canvas.paper import PAGE_PITCH
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.canvas.zoom_view import Fit
from resource_mapper.ui.document import Document
from resource_mapper.ui.presenting.page_sign import PageSign
from resource_mapper.ui.presenting.pointer_spot import PointerSpot
from resource_mapper.ui.presenting.showing import BANDS_TOO, ROWS, Showing
from resource_mapper.ui.qt_painter import qrect
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.theme import current_theme

ZOOM_MS = 180
NEAR = 1.7
"""How much of the surroundings a zoom leaves in sight, as a multiple of what is zoomed to."""
WHEEL_ZOOM = 1.0015
DIM, COVER, BLANK = QColor(17, 24, 39, 165), QColor("#FFFFFF"), QColor("#000000")
Key = Qt.Key
_NOT_WHILE_LOCKED = (Key.Key_Right, Key.Key_Left, Key.Key_W, Key.Key_C)
"""Arrows go from version to version then; the gap that is spotlit may not be there today."""


class WallView(SheetView):
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
        for turn_off in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            turn_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit = Fit.NONE
        self.showing = Showing(lambda: scene.layout)
        self.is_blank = False
        self.spot = PointerSpot(self)
        self._sign = PageSign(self)
        self._mouse = QPoint()
        self._page = 0
        self._frame = self._home()
        self._way = (self._frame, self._frame)
        self.setSceneRect(self._frame)
        self._driver = QVariantAnimation(self)
        self._driver.setStartValue(0.0)
        self._driver.setEndValue(1.0)
        self._driver.setDuration(ZOOM_MS)
        self._driver.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._driver.valueChanged.connect(self._glide)
        self._go_to_page(0)
        selection.changed.connect(self._show_what_is_selected)
        document.changed.connect(self.follow_layout)

    # What is in sight

    @property
    def is_zoomed(self) -> bool:
        """Whether less than a page is in sight."""
        return self._frame != self._home()

    def show_frame(self, frame: QRectF) -> None:
        """Bring a part of the scene into sight, gliding there where motion is wanted."""
        self._way = self._frame, frame
        self._frame = frame
        self._driver.stop()
        if self.sheet.glide.is_wanted() and self.isVisible():
            self._driver.start()
        else:
            self._apply(frame)

    def show_whole(self) -> None:
        """Show the whole page again."""
        self.setSceneRect(self._home())  # nothing but the page can be scrolled into sight
        self.show_frame(self._home())

    def turn_page(self, by: int) -> None:
        """Show another page of a long sheet."""
        self._go_to_page(self._page + by)
        self.show_whole()

    def _go_to_page(self, page: int) -> None:
        layout = self.sheet.layout
        pages = len(layout.pages) if layout is not None else 1
        self._page = min(max(page, 0), pages - 1)
        self._sign.show_page(self._page, pages)

    def zoom_here(self) -> None:
        """Zoom to the selected card, what is spotlit, what came last, or what the pointer is on; back when near."""
        if self.is_zoomed:
            self.show_whole()
            return
        item = self.sheet.item_of(self.selection.current or "")
        target = item.pill if item is not None else self.showing.lit or self.showing.newest
        self.show_frame(self._around(target if target is not None else QRectF(self._pointer(), self._pointer())))

    def _home(self) -> QRectF:
        return qrect(FRAME).translated(0, self._page * PAGE_PITCH)

    def _around(self, target: QRectF) -> QRectF:
        """Return a part of the page with `target` in its middle, in the page's proportions.

        No less than a third of it, where type is as large as anybody needs, and clearly nearer than the whole page.
        """
        home = self._home()
        share = min(max(NEAR * max(target.width() / home.width(), target.height() / home.height()), 1 / 3), 0.6)
        near = QRectF(0, 0, home.width() * share, home.height() * share)
        near.moveCenter(target.center())
        near.moveLeft(min(max(near.left(), home.left()), home.right() - near.width()))
        near.moveTop(min(max(near.top(), home.top()), home.bottom() - near.height()))
        return near

    def follow_layout(self) -> None:
        """Stay on a page that there is."""
        before = self._page
        self._go_to_page(before)
        if self._page != before:
            self.show_whole()
        self._refresh()

    def _glide(self, share: float) -> None:
        begin, end = self._way
        corner = begin.topLeft() + (end.topLeft() - begin.topLeft()) * share
        width = begin.width() + (end.width() - begin.width()) * share
        height = begin.height() + (end.height() - begin.height()) * share
        self._apply(QRectF(corner.x(), corner.y(), width, height))

    def _apply(self, frame: QRectF) -> None:
        scale = min(self.width() / frame.width(), self.height() / frame.height())
        self.setTransform(QTransform.fromScale(scale, scale))
        self.centerOn(frame.center())
        self.zoom_changed.emit(self.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what was."""
        super().resizeEvent(event)
        self._driver.stop()
        self._apply(self._frame)
        self.spot.setFixedSize(self.size())
        self._sign.place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer, never farther away than the whole page."""
        share = min(WHEEL_ZOOM ** -event.angleDelta().y() * self._frame.width() / self._home().width(), 1.0)
        home, at = self._home(), self.mapToScene(event.position().toPoint())
        if share >= 1.0:
            self.show_whole()
        else:
            factor = max(share, 0.2) * home.width() / self._frame.width()
            corner = at - (at - self._frame.topLeft()) * factor
            self._frame = QRectF(corner, self._frame.size() * factor)
            self._driver.stop()
            self._apply(self._frame)
        event.accept()

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
        if newest is not None and (page := int(newest.center().y() // PAGE_PITCH)) != self._page:
            self._go_to_page(page)
            self.show_whole()
        self._refresh()

    def build(self, way: str) -> None:
        """Begin to build the sheet up."""
        self.selection.set([])
        self.showing.build(way)
        self._go_to_page(0)
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
        if lit is not None and (page := int(lit.center().y() // PAGE_PITCH)) != self._page:
            self._go_to_page(page)
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
        if box.page != self._page:
            self._go_to_page(box.page)
            self.show_whole()
        elif not self._frame.contains(pill.center()):
            self.show_frame(self._around(pill))

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
        """The speaker's keys; with a card selected only those that write nothing."""
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
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return None
        always = {
            Key.Key_PageDown: lambda: self.step(1),
            Key.Key_PageUp: lambda: self.step(-1),
            Key.Key_F1: self.help_wanted.emit,
            Key.Key_F7: self.light_here,
            Key.Key_F8: self.spot.toggle,
        }
        free = {
            Key.Key_Right: lambda: self.step(1),
            Key.Key_Left: lambda: self.step(-1),
            Key.Key_Down: lambda: self.turn_page(1),
            Key.Key_Up: lambda: self.turn_page(-1),
            Key.Key_R: lambda: self.build(ROWS),
            Key.Key_T: lambda: self.build(BANDS_TOO),
            Key.Key_A: self.show_all,
            Key.Key_Home: self.show_all,
            Key.Key_S: self.light_here,
            Key.Key_G: lambda: self.light_gap(-1 if shift else 1),
            Key.Key_L: lambda: self.light_row(-1 if shift else 1),
            Key.Key_1: lambda: self.light(Subject("band", BANDS[0].id)),
            Key.Key_2: lambda: self.light(Subject("band", BANDS[1].id)),
            Key.Key_3: lambda: self.light(Subject("band", BANDS[2].id)),
            Key.Key_W: self.wish_here,
            Key.Key_C: self.around_wanted.emit,
            Key.Key_K: self.aims_wanted.emit,
            Key.Key_Z: self.zoom_here,
            Key.Key_P: self.spot.toggle,
            Key.Key_B: lambda: self.blank(True),
            Key.Key_Period: lambda: self.blank(True),
            Key.Key_H: self.help_wanted.emit,
        }
        key = Key(event.key())
        if self.is_locked and key in _NOT_WHILE_LOCKED:
            return None
        return always.get(key) or (None if self._is_taken() else free.get(key))

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
    if target.kind is Kind.AXIS:
        return Subject("band", target.band.id)
    return Subject("gap", gap=target.gap) if target.gap is not None else Subject("row", target.row.row.id)
