"""What of a sheet is in sight on a wall: a whole page, or a part of it that is glided to."""

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QWidget

from resource_mapper.layout.wall import FRAME
from resource_mapper.ui.canvas.paper import PAGE_PITCH
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.canvas.zoom_view import Fit
from resource_mapper.ui.document import Document
from resource_mapper.ui.presenting.page_sign import PageSign
from resource_mapper.ui.qt_painter import qrect
from resource_mapper.ui.selection import Selection

ZOOM_MS = 180
NEAR = 1.7
"""How much of the surroundings a zoom leaves in sight, as a multiple of what is zoomed to."""
WHEEL_ZOOM = 1.0015


class WallSight(SheetView):
    """Fills its room with a page, and never shows anything beside it."""

    def __init__(self, scene: SheetScene, document: Document, selection: Selection, parent: QWidget | None) -> None:
        """Show the whole first page."""
        super().__init__(scene, document, selection, parent)
        for turn_off in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            turn_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit = Fit.NONE
        self.sign = PageSign(self)
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
        self.go_to_page(0)

    @property
    def page(self) -> int:
        """Which page is seen, from 0."""
        return self._page

    @property
    def frame_in_sight(self) -> QRectF:
        """What of the scene is seen, or will be once a glide has come to its end."""
        return self._frame

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
        self.go_to_page(self._page + by)
        self.show_whole()

    def go_to_page(self, page: int) -> None:
        """Turn to a page, or the nearest that there is; what is in sight of it is up to the caller."""
        layout = self.sheet.layout
        pages = len(layout.pages) if layout is not None else 1
        self._page = min(max(page, 0), pages - 1)
        self.sign.show_page(self._page, pages)

    def _home(self) -> QRectF:
        return qrect(FRAME).translated(0, self._page * PAGE_PITCH)

    def around(self, target: QRectF) -> QRectF:
        """Return a part of the page with `target` in its middle, in the page's proportions.

        No less than a third of it, where type is as large as anybody needs, and clearly nearer than the whole page.
        """
        home = self._home()
        share = min(max(NEAR * max(target.width() / home.width(), target.height() / home.height()), 1 / 3), 0.6)
        near = QRectF(0, 0, home.width() * share, home.height() * share)
        near.moveCenter(target.center())
        if target.width() > near.width():
            near.moveLeft(target.left())  # a row is read from its label on
        return self.on_page(near)

    def on_page(self, near: QRectF) -> QRectF:
        """Return a part of its size that lies on the page."""
        home, part = self._home(), QRectF(near)
        part.moveLeft(min(max(near.left(), home.left()), home.right() - near.width()))
        part.moveTop(min(max(near.top(), home.top()), home.bottom() - near.height()))
        return part

    def move_on(self, across: int, down: int) -> None:
        """Look at what lies beside, half a screen on."""
        frame = self._frame
        self.show_frame(self.on_page(frame.translated(across * frame.width() / 2, down * frame.height() / 2)))

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what was."""
        super().resizeEvent(event)
        self._driver.stop()
        self._apply(self._frame)
        self.sign.place()
